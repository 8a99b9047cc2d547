/* page.h: what the parts of the page for people share. */
#ifndef RO_PAGE_H
#define RO_PAGE_H

#include "record/record.h"
#include "record/wrap.h"

enum { RO_PAGE_MARGIN = 6, RO_PAGE_STEP = 2 };

struct page {
    const struct readout_record *record;
    const struct document *document; /* its own */
    struct wrap wrap;
    uint32_t byte, line; /* the last place whose line was asked for, and its line, from 1 */
};

/* The line of a byte. Pages ask in the order of the text, but for a few steps back. */
uint32_t ro_page_line(struct page *page, uint32_t byte);

static inline void ro_page_span(struct page *page, enum style style, struct span span)
{
    ro_wrap_span(&page->wrap, style, page->document->text, span);
}

/* Whom a name or a code is of may be long: "(Ada Lund", with what goes before and behind it; a long one is cut. */
void ro_page_name(struct page *page, enum style style, const char *before, const char *name, const char *after);

/* The section of events; nothing where there are none. */
void ro_page_events(struct page *page);

#endif

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
    struct arena arena; /* of what is made for this page */
    uint32_t *breaks;   /* the bytes where lines of the text end */
    uint32_t break_count;
    bool failed; /* no memory */
};

/* The line of a byte, from 1. */
uint32_t ro_page_line(const struct page *page, uint32_t byte);

static inline void ro_page_span(struct page *page, enum style style, struct span span)
{
    ro_wrap_span(&page->wrap, style, page->document->text, span);
}

/* Whom a name or a code is of may be long: "(Ada Lund", with what goes before and behind it; a long one is cut. */
void ro_page_name(struct page *page, enum style style, const char *before, const char *name, const char *after);

/* A dot between two things: none where a line begins. */
static inline void ro_page_dot(struct page *page)
{
    if (page->wrap.started)
        ro_wrap_words(&page->wrap, RO_DIM, "·");
}

/* The name of an entity; "somebody" of RO_NONE. */
void ro_page_entity(struct page *page, enum style style, uint32_t entity);

/* "· told by Ada Lund": whose account a statement is. */
void ro_page_teller(struct page *page, uint32_t statement);

/* The same for a statement (RO_NONE: none), and for those that tell it, but for those of somebody whose words are told. */
void ro_page_tellers(struct page *page, uint32_t statement, uint32_t entity);

/* Words of the text; what a statement (RO_NONE: none) quotes of them is marked. */
void ro_page_words(struct page *page, struct span span, uint32_t statement);

/* "demanded all of it": what a position does. */
void ro_page_stance(struct page *page, enum style style, const struct position *position);

/* "" for one. */
static inline const char *ro_plural(uint32_t count)
{
    return count == 1 ? "" : "s";
}

/* The sections of events, positions and disputes; nothing where there are none. */
void ro_page_events(struct page *page);
void ro_page_positions(struct page *page);
void ro_page_disputes(struct page *page);

#endif

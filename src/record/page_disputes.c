/* page_disputes.c: the disputes on the page for people: in the middle what they are about, below it the sides, two beside one
 * another where the page is wide: whose account, by whom it is told, and its words.
 *
 *                                    the fees
 *                                 extent · 0.86
 *
 *        1  Ada Lund                          │   3  Ben Roe
 *           Ben Roe demanded all of it        │      demanded part of it
 *             the fees be lifted "to the last │        "We asked for an end to some
 *             cent"                           │        fees, not to all of them."
 */
#include "record/columns.h"
#include "record/page.h"
#include "record/values.h"

enum { WIDE = 80 /* columns that have room for two sides */ };

/* The cue of what somebody says himself; none where another tells it, or nobody. */
static struct span own_cue(const struct page *page, const struct side *side)
{
    bool own = side->statement != RO_NONE && ro_record_source(page->record, side->statement) == side->entity;
    return own ? page->document->statements[side->statement].cue : RO_NO_SPAN;
}

/* "demanded all of it", "Ben Roe demanded all of it": what the side wants, or says that another wants. */
static void write_stance(struct page *page, const struct side *side)
{
    const struct position *position = &page->document->positions[side->position];
    if (position->holder != side->entity)
        ro_page_entity(page, RO_DIM, position->holder);
    ro_page_stance(page, RO_DIM, position);
}

/* By whose account it is; of a position not its holder's own, whom the line names already. */
static uint32_t teller_of(const struct page *page, const struct side *side)
{
    const struct document *document = page->document;
    uint32_t statement = side->statement;
    uint32_t holder = side->position == RO_NONE ? RO_NONE : document->positions[side->position].holder;
    while (holder != RO_NONE && statement < document->statement_count &&
           ro_record_source(page->record, statement) == holder)
        statement = document->statements[statement].within;
    return statement;
}

/* A line that tells what the side does, and who tells it; none where nothing of it is known. */
static void write_account(struct page *page, const struct side *side)
{
    ro_wrap_begin(&page->wrap, 0, RO_PAGE_MARGIN);
    if (side->position != RO_NONE)
        write_stance(page, side);
    else
        ro_page_span(page, RO_DIM, own_cue(page, side));
    ro_page_tellers(page, teller_of(page, side), side->entity);
    if (page->wrap.started)
        ro_wrap_end(&page->wrap);
}

static void write_side(struct page *page, const struct side *side)
{
    struct wrap *wrap = &page->wrap;
    ro_wrap_begin(wrap, ro_page_line(page, side->span.begin), RO_PAGE_MARGIN);
    ro_page_entity(page, RO_BOLD, side->entity);
    ro_wrap_end(wrap);
    write_account(page, side);
    ro_wrap_begin(wrap, 0, RO_PAGE_MARGIN + RO_PAGE_STEP);
    ro_page_words(page, side->span, side->statement);
    ro_wrap_end(wrap);
}

static void write_cell(struct page *page, struct cell *cell, const struct side *side)
{
    struct wrap whole = page->wrap;
    page->wrap = ro_cell_open(cell, &whole, (whole.width - RO_GUTTER) / 2);
    if (page->wrap.output) {
        write_side(page, side);
        page->failed |= !ro_cell_close(cell);
    } else {
        page->failed = true;
    }
    page->wrap = whole;
}

static void write_pair(struct page *page, const struct side *sides)
{
    struct cell left = {.width = 0}, right = {.width = 0};
    write_cell(page, &left, &sides[0]);
    write_cell(page, &right, &sides[1]);
    ro_cells_put(&page->wrap, &left, &right);
}

static void write_sides(struct page *page, const struct dispute *dispute)
{
    bool wide = page->wrap.width >= WIDE;
    for (uint32_t i = 0; i < dispute->side_count;) {
        bool pair = wide && i + 1 < dispute->side_count;
        if (pair)
            write_pair(page, &dispute->sides[i]);
        else
            write_side(page, &dispute->sides[i]);
        ro_wrap_end(&page->wrap);
        i += pair ? 2 : 1;
    }
}

static void write_dispute(struct page *page, const struct dispute *dispute)
{
    char score[RO_DECIMAL], kind[RO_DECIMAL + 32];
    ro_decimal(score, dispute->score, 2);
    snprintf(kind, sizeof kind, "%s · %s", ro_dispute_kinds[dispute->kind], score);
    ro_wrap_middle(&page->wrap, RO_BOLD, dispute->about);
    ro_wrap_middle(&page->wrap, RO_DIM, kind);
    ro_wrap_end(&page->wrap);
    write_sides(page, dispute);
}

void ro_page_disputes(struct page *page)
{
    const struct document *document = page->document;
    for (uint32_t i = 0; i < document->dispute_count; i++)
        write_dispute(page, &document->disputes[i]);
}

/* page_positions.c: the positions on the page for people, issue by issue: who wants, offers or refuses how much of it, for what,
 * toward whom, by whose account. Words stand below where they are not those of the heading.
 *
 *     positions
 *           the fees be lifted "to the last cent"
 *        5    Daniyar Sabit · demanded all of it · told by Elena Marsh
 *               in exchange for closing a "good part" of the northern field
 *        5    Lisbon · rejected · told by Elena Marsh
 */
#include "base/table.h"
#include "record/page.h"

static const char *const acts[] = {
    [RO_DEMAND] = "demanded",     [RO_OFFER] = "offered",    [RO_PROPOSE] = "proposed",
    [RO_ACCEPT] = "accepted",     [RO_REJECT] = "rejected",  [RO_PROMISE] = "promised",
    [RO_THREATEN] = "threatened", [RO_REGRET] = "regretted", [RO_PRAISE] = "praised",
};
static const char *const extents[] = {
    [RO_NO_EXTENT] = NULL,
    [RO_ALL] = "all of it",
    [RO_PART] = "part of it",
    [RO_NOTHING] = "none of it",
};

static struct slice issue_words(const struct document *document, const struct position *position)
{
    return position->issue_text ? ro_slice(position->issue_text) : ro_document_slice(document, position->issue);
}

/* Positions of the same key are about the same issue: the words of the issue. */
static struct slice issue_key(const struct document *document, const struct position *position)
{
    return position->about ? ro_slice(position->about) : issue_words(document, position);
}

void ro_page_stance(struct page *page, enum style style, const struct position *position)
{
    ro_wrap_words(&page->wrap, style, acts[position->act]);
    if (extents[position->extent])
        ro_wrap_words(&page->wrap, style, extents[position->extent]);
}

static void write_exchange(struct page *page, const struct position *position)
{
    for (uint32_t i = 0; i < position->exchange_count; i++) {
        const struct position *other = &page->document->positions[position->exchanges[i]];
        ro_wrap_words(&page->wrap, RO_DIM, i > 0 ? "and" : "in exchange for");
        ro_page_words(page, other->issue, other->statement);
    }
    if (position->exchange_count)
        ro_wrap_end(&page->wrap);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* Whether two texts have the same words, however they are broken into lines. */
static bool are_same(struct slice one, struct slice other)
{
    size_t length = one.length < other.length ? one.length : other.length;
    size_t at = 0;
    while (at < length && (one.data[at] == other.data[at] || (is_blank(one.data[at]) && is_blank(other.data[at]))))
        at++;
    return at == one.length && at == other.length;
}

/* Below its line: its words, where they are not those of the heading, and what it is for. */
static void write_rest(struct page *page, const struct position *position, struct slice heading)
{
    const uint32_t margin = RO_PAGE_MARGIN + 2 * RO_PAGE_STEP;
    if (!are_same(ro_document_slice(page->document, position->issue), heading)) {
        ro_wrap_begin(&page->wrap, 0, margin);
        ro_page_words(page, position->issue, position->statement);
        ro_wrap_end(&page->wrap);
    }
    if (position->exchange_count)
        ro_wrap_begin(&page->wrap, 0, margin);
    write_exchange(page, position);
}

static void write_position(struct page *page, const struct position *position, struct slice heading)
{
    struct wrap *wrap = &page->wrap;
    ro_wrap_begin(wrap, ro_page_line(page, position->issue.begin), RO_PAGE_MARGIN + RO_PAGE_STEP);
    wrap->indent += RO_PAGE_STEP;
    ro_page_entity(page, RO_BOLD, position->holder);
    ro_page_dot(page);
    ro_page_stance(page, RO_PLAIN, position);
    if (position->toward != RO_NONE) {
        ro_page_dot(page);
        ro_wrap_words(wrap, RO_DIM, "toward");
        ro_page_entity(page, RO_DIM, position->toward);
    }
    ro_page_tellers(page, position->statement, position->holder);
    ro_wrap_end(wrap);
    write_rest(page, position, heading);
}

/* Which position of the same issue comes next; RO_NONE behind the last. */
struct chain {
    uint32_t next;
    uint32_t last; /* of the first of an issue: the last so far */
    bool first;
};

/* Positions by their issues; NULL without memory. */
static struct chain *group(struct page *page)
{
    const struct document *document = page->document;
    struct table issues = {0};
    struct chain *chains = ro_arena_alloc(&page->arena, document->position_count, sizeof *chains);
    for (uint32_t i = 0; chains && i < document->position_count; i++) {
        uint32_t first = ro_table_put(&issues, &page->arena, issue_key(document, &document->positions[i]), i);
        if (first == RO_TABLE_NONE)
            return NULL;
        chains[i] = (struct chain){.next = RO_NONE, .last = i, .first = first == i};
        if (first != i)
            chains[chains[first].last].next = i;
        chains[first].last = i;
    }
    return chains;
}

/* The words of an issue; where its positions have it in different ones, what it is called. */
static struct slice heading_of(const struct document *document, const struct chain *chains, uint32_t first)
{
    const struct position *positions = document->positions;
    struct slice words = issue_words(document, &positions[first]);
    for (uint32_t i = chains[first].next; i != RO_NONE; i = chains[i].next)
        if (!are_same(issue_words(document, &positions[i]), words))
            return issue_key(document, &positions[first]);
    return words;
}

static void write_issue(struct page *page, const struct chain *chains, uint32_t first)
{
    const struct position *positions = page->document->positions;
    struct slice heading = heading_of(page->document, chains, first);
    ro_wrap_begin(&page->wrap, 0, RO_PAGE_MARGIN);
    if (are_same(ro_document_slice(page->document, positions[first].issue), heading))
        ro_page_words(page, positions[first].issue, positions[first].statement);
    else
        ro_wrap_words(&page->wrap, RO_PLAIN, heading.data);
    ro_wrap_end(&page->wrap);
    for (uint32_t i = first; i != RO_NONE; i = chains[i].next)
        write_position(page, &positions[i], heading);
    ro_wrap_end(&page->wrap);
}

void ro_page_positions(struct page *page)
{
    uint32_t count = page->document->position_count;
    struct chain *chains = count ? group(page) : NULL;
    page->failed |= count && !chains;
    for (uint32_t i = 0; chains && i < count; i++)
        if (chains[i].first)
            write_issue(page, chains, i);
}

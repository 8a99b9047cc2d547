/* page.c: the record as a page for people: who says what, in which line, and who did what to whom. Speakers are bold, what is quoted
 * word for word is green; a statement inside another one stands further in. Who "she" is stands behind it, and at the end
 * who they all are.
 *
 *     Harbour talks end early
 *     The Harbour Post · 2024-05-03 · harbour
 *
 *        2  Mayor Ada Lund · told reporters · at the town hall
 *             the port would "never be sold" while she held office
 *
 *        4  she (Ada Lund) · demanded
 *             "lower fees, now"
 *
 *     events
 *        9  Ada Lund (GBRGOV) → Olaf Lund (NORGOV)
 *             040 Consult, not specified below · CONSULT · met · 2024-05-02
 *
 *     who
 *           Ada Lund · Mayor of Kelso · GBRGOV · 3 mentions
 *
 *     2 statements: 1 direct, 1 mixed, 0 indirect; 0 unnamed. 9 sentences, 180 words.
 *     warning: line 7 · ly · a word lost letters
 */
#include "record/page.h"

#include "text/chars.h"

enum {
    MARGIN = RO_PAGE_MARGIN,
    STEP = RO_PAGE_STEP,
    DEEPEST = 4,
    WARNINGS = 10,
    EVIDENCE = 40,
    PEOPLE = 20,
    NAME = 200,
    MARK = 3 /* bytes of a quotation mark */
};

uint32_t ro_page_line(const struct page *page, uint32_t byte)
{
    uint32_t low = 0, high = page->break_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (page->breaks[middle] < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low + 1;
}

static void find_lines(struct page *page)
{
    const char *text = page->document->text, *end = text + page->document->length, *at = text;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
        uint32_t *place = ro_arena_push(&page->arena, page->breaks, page->break_count);
        page->failed |= !place;
        if (!place)
            return;
        *place = (uint32_t)(at++ - text);
    }
}

/* An address is not wrapped, so that it can be followed. */
static void put_address(struct page *page, const char *uri)
{
    uint32_t width = page->wrap.width;
    page->wrap.width = UINT32_MAX;
    ro_wrap_line(&page->wrap, 0, RO_DIM, uri);
    page->wrap.width = width;
}

/* Strings that are known, with a dot between them; none where there is none. */
static void put_known(struct page *page, const char *const *strings, size_t count)
{
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        if (!strings[i])
            continue;
        if (any)
            ro_wrap_words(&page->wrap, RO_DIM, "·");
        ro_wrap_words(&page->wrap, RO_DIM, strings[i]);
        any = true;
    }
    if (any)
        ro_wrap_end(&page->wrap);
}

/* The title or else the id, then what else is known. */
static void write_heading(struct page *page)
{
    const struct readout_meta *meta = &page->document->meta;
    const char *title = meta->title ? meta->title : meta->id;
    const char *const rest[] = {meta->publisher, meta->author, meta->published, meta->title ? meta->id : NULL};
    if (title)
        ro_wrap_line(&page->wrap, 0, RO_BOLD, title);
    put_known(page, rest, sizeof rest / sizeof *rest);
    if (meta->uri)
        put_address(page, meta->uri);
    if (title || meta->publisher || meta->author || meta->published || meta->uri)
        ro_wrap_end(&page->wrap);
}

void ro_page_name(struct page *page, enum style style, const char *before, const char *name, const char *after)
{
    char words[NAME + 8];
    size_t length = strnlen(name, NAME);
    while (length && ((unsigned char)name[length] & 0xC0) == 0x80)
        length--;
    snprintf(words, sizeof words, "%s%.*s%s", before, (int)length, name, after);
    ro_wrap_words(&page->wrap, style, words);
}

void ro_page_entity(struct page *page, enum style style, uint32_t entity)
{
    ro_page_name(page, style, "", entity == RO_NONE ? "somebody" : page->document->entities[entity].name, "");
}

void ro_page_teller(struct page *page, uint32_t statement)
{
    uint32_t entity = ro_record_source(page->record, statement);
    struct span source = page->document->statements[statement].source.span;
    ro_page_dot(page);
    ro_wrap_words(&page->wrap, RO_DIM, "told by");
    if (entity == RO_NONE && ro_span_is(source))
        ro_page_span(page, RO_DIM, source);
    else
        ro_page_entity(page, RO_DIM, entity);
}

void ro_page_tellers(struct page *page, uint32_t statement, uint32_t entity)
{
    const struct document *document = page->document;
    for (uint32_t depth = 0; statement < document->statement_count && depth < DEEPEST; depth++) {
        if (ro_record_source(page->record, statement) != entity)
            ro_page_teller(page, statement);
        statement = document->statements[statement].within;
    }
}

static bool is_mark(const struct document *document, uint32_t at)
{
    return ro_char_at(document->text, document->length, at).kind == CHAR_QUOTE;
}

/* Where the character before a byte, which is not the first, begins. */
static uint32_t before(const struct document *document, uint32_t at)
{
    do
        at--;
    while (at > 0 && ((unsigned char)document->text[at] & 0xC0) == 0x80);
    return at;
}

/* Words that are all of a quotation, but for its last stop, with that and with the marks around it; others as they are. */
static struct span with_marks(const struct document *document, struct span span, const struct statement *statement)
{
    for (uint32_t i = 0; i < statement->quote_count; i++) {
        struct span quote = statement->quotes[i];
        if (!ro_span_covers(quote, span) || span.begin - quote.begin > MARK || quote.end - span.end > MARK + 1)
            continue;
        if (quote.begin > 0 && is_mark(document, before(document, quote.begin)))
            quote.begin = before(document, quote.begin);
        if (is_mark(document, quote.end))
            quote.end = ro_char_at(document->text, document->length, quote.end).end;
        return quote;
    }
    return span;
}

void ro_page_words(struct page *page, struct span span, uint32_t statement)
{
    struct run run = {.text = page->document->text, .span = span, .mark_style = RO_QUOTED};
    if (statement != RO_NONE) {
        run.marks = page->document->statements[statement].quotes;
        run.mark_count = page->document->statements[statement].quote_count;
        run.span = with_marks(page->document, span, &page->document->statements[statement]);
    }
    ro_wrap_run(&page->wrap, &run);
}

/* " (Ada Lund)" behind words that name nobody: whom an entity, or the members of a group, are called. */
static void write_who(struct page *page, struct span words, uint32_t index)
{
    const struct entity *entities = page->document->entities;
    const struct entity *entity = index == RO_NONE ? NULL : &entities[index];
    const struct mention *own = entity ? ro_entity_mention_in(entity, words) : NULL;
    if (!entity || (own && own->kind == RO_NAME))
        return;
    bool named = ro_entity_is_named(entity);
    uint32_t count = named ? 1 : entity->member_count;
    for (uint32_t i = 0; i < count; i++) {
        const char *name = named ? entity->name : entities[entity->members[i]].name;
        ro_page_name(page, RO_DIM, i == 0 ? "(" : "", name, i + 1 < count ? "," : ")");
    }
}

/* "told reporters", "said to reporters and the nation". */
static void write_addressees(struct page *page, uint32_t index)
{
    const struct statement *statement = &page->document->statements[index];
    for (uint32_t i = 0; i < statement->addressee_count; i++) {
        struct span span = statement->addressees[i].span;
        if (i > 0)
            ro_wrap_words(&page->wrap, RO_DIM, "and");
        else if (span.begin != statement->cue.end + 1)
            ro_wrap_words(&page->wrap, RO_DIM, "to");
        ro_page_span(page, RO_DIM, span);
        write_who(page, span, ro_record_addressee(page->record, index, i));
    }
}

static void write_source(struct page *page, uint32_t index)
{
    struct span source = page->document->statements[index].source.span;
    if (!ro_span_is(source)) {
        ro_wrap_words(&page->wrap, RO_DIM, "unnamed");
        return;
    }
    ro_page_span(page, RO_BOLD, source);
    write_who(page, source, ro_record_source(page->record, index));
}

static void write_speaker(struct page *page, uint32_t index)
{
    const struct statement *statement = &page->document->statements[index];
    struct wrap *wrap = &page->wrap;
    write_source(page, index);
    if (ro_span_is(statement->cue) || statement->addressee_count)
        ro_wrap_words(wrap, RO_DIM, "·");
    ro_page_span(page, RO_DIM, statement->cue);
    write_addressees(page, index);
    if (ro_span_is(statement->setting))
        ro_wrap_words(wrap, RO_DIM, "·");
    ro_page_span(page, RO_DIM, statement->setting);
    if (statement->time != RO_NONE) {
        ro_wrap_words(wrap, RO_DIM, "·");
        ro_page_span(page, RO_DIM, page->document->times[statement->time].span);
    }
    ro_wrap_end(wrap);
}

static void write_content(struct page *page, const struct statement *statement)
{
    struct run run = {.text = page->document->text,
                      .mark_style = RO_QUOTED,
                      .marks = statement->quotes,
                      .mark_count = statement->quote_count};
    for (uint32_t i = 0; i < statement->content_count; i++) {
        if (i > 0)
            ro_wrap_words(&page->wrap, RO_DIM, "…");
        run.span = statement->contents[i];
        ro_wrap_run(&page->wrap, &run);
    }
    ro_wrap_end(&page->wrap);
}

/* How many statements a statement lies in; a page shows no more than some. */
static uint32_t depth_of(const struct document *document, const struct statement *statement)
{
    uint32_t depth = 0;
    for (; statement->within < document->statement_count && depth < DEEPEST; depth++)
        statement = &document->statements[statement->within];
    return depth;
}

static void write_statement(struct page *page, uint32_t index)
{
    const struct statement *statement = &page->document->statements[index];
    uint32_t margin = MARGIN + STEP * depth_of(page->document, statement);
    uint32_t begin = statement->content_count ? statement->contents[0].begin : statement->cue.begin;
    ro_wrap_begin(&page->wrap, ro_page_line(page, begin), margin);
    write_speaker(page, index);
    ro_wrap_begin(&page->wrap, 0, margin + STEP);
    write_content(page, statement);
    ro_wrap_end(&page->wrap);
}

/* Who they all are */

/* Worth a line: by name, or of a country that is known. */
static bool is_shown(const struct entity *entity)
{
    return entity->mention_count && (entity->country || ro_entity_is_named(entity));
}

/* The entities that are mentioned most, those first that the text has first among equals; how many. */
static uint32_t most_mentioned(const struct document *document, const struct entity *most[PEOPLE])
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < document->entity_count; i++) {
        const struct entity *entity = &document->entities[i];
        uint32_t at = count;
        while (at > 0 && most[at - 1]->mention_count < entity->mention_count)
            at--;
        if (at == PEOPLE || !is_shown(entity))
            continue;
        count += count < PEOPLE;
        memmove(most + at + 1, most + at, (count - at - 1) * sizeof *most);
        most[at] = entity;
    }
    return count;
}

static void write_role(struct page *page, const struct role *role)
{
    ro_wrap_words(&page->wrap, RO_DIM, "·");
    ro_wrap_words(&page->wrap, RO_DIM, role->title);
    if (!role->of)
        return;
    ro_wrap_words(&page->wrap, RO_DIM, "of");
    ro_wrap_words(&page->wrap, RO_DIM, role->of);
}

/* "Ada Lund · Mayor of Kelso · GBRGOV · 3 mentions". */
static void write_person(struct page *page, const struct entity *entity)
{
    const char *code = entity->actor ? entity->actor : entity->country;
    char mentions[40];
    ro_wrap_begin(&page->wrap, 0, MARGIN);
    page->wrap.indent = MARGIN + STEP;
    ro_wrap_words(&page->wrap, RO_BOLD, entity->name);
    for (uint32_t i = 0; i < entity->role_count; i++)
        write_role(page, &entity->roles[i]);
    if (code) {
        ro_wrap_words(&page->wrap, RO_DIM, "·");
        ro_wrap_words(&page->wrap, RO_DIM, code);
    }
    snprintf(mentions, sizeof mentions, "· %u mention%s", (unsigned)entity->mention_count,
             ro_plural(entity->mention_count));
    ro_wrap_words(&page->wrap, RO_DIM, mentions);
    ro_wrap_end(&page->wrap);
}

static void write_people(struct page *page)
{
    const struct entity *most[PEOPLE];
    uint32_t count = most_mentioned(page->document, most);
    if (!count)
        return;
    ro_wrap_line(&page->wrap, 0, RO_DIM, "who");
    for (uint32_t i = 0; i < count; i++)
        write_person(page, most[i]);
    ro_wrap_end(&page->wrap);
}

/* " 3 events." behind what is there; nothing of none. */
static void put_count(char *words, size_t size, uint32_t count, const char *name)
{
    size_t length = strlen(words);
    if (count)
        snprintf(words + length, size - length, " %u %s%s.", (unsigned)count, name, ro_plural(count));
}

static void write_totals(struct page *page)
{
    const struct document *document = page->document;
    uint32_t forms[] = {[READOUT_DIRECT] = 0, [READOUT_INDIRECT] = 0, [READOUT_MIXED] = 0}, unnamed = 0;
    for (uint32_t i = 0; i < document->statement_count; i++) {
        forms[document->statements[i].form]++;
        unnamed += !ro_span_is(document->statements[i].source.span);
    }
    char words[240], found[120] = "";
    put_count(found, sizeof found, document->event_count, "event");
    put_count(found, sizeof found, document->position_count, "position");
    put_count(found, sizeof found, document->dispute_count, "dispute");
    snprintf(words, sizeof words,
             "%u statement%s: %u direct, %u mixed, %u indirect; %u unnamed.%s %u sentence%s, %u word%s.",
             document->statement_count, ro_plural(document->statement_count), forms[READOUT_DIRECT],
             forms[READOUT_MIXED], forms[READOUT_INDIRECT], unnamed, found, document->sentence_count,
             ro_plural(document->sentence_count), document->word_count, ro_plural(document->word_count));
    ro_wrap_line(&page->wrap, 0, RO_DIM, words);
}

/* Where a warning points, and the first words there. */
static void write_place(struct page *page, struct span span)
{
    char line[32];
    snprintf(line, sizeof line, "line %u ·", ro_page_line(page, span.begin));
    uint32_t end = ro_record_byte(page->record, ro_record_offset(page->record, span.begin) + EVIDENCE);
    ro_wrap_words(&page->wrap, RO_PLAIN, line);
    ro_page_span(page, RO_BOLD, (struct span){span.begin, span.end < end ? span.end : end});
    ro_wrap_words(&page->wrap, RO_PLAIN, "·");
}

static void write_warning(struct page *page, const struct warning *warning)
{
    ro_wrap_begin(&page->wrap, 0, 0);
    page->wrap.indent = STEP;
    ro_wrap_words(&page->wrap, RO_ALERT, "warning:");
    if (ro_span_is(warning->span))
        write_place(page, warning->span);
    ro_wrap_words(&page->wrap, RO_PLAIN, warning->message);
    ro_wrap_end(&page->wrap);
}

static void write_warnings(struct page *page)
{
    const struct document *document = page->document;
    for (uint32_t i = 0; i < document->warning_count && i < WARNINGS; i++)
        write_warning(page, &document->warnings[i]);
    if (document->warning_count > WARNINGS) {
        char words[40];
        snprintf(words, sizeof words, "and %u more warnings", document->warning_count - WARNINGS);
        ro_wrap_line(&page->wrap, 0, RO_PLAIN, words);
    }
}

static void write_all(struct page *page)
{
    for (uint32_t i = 0; i < page->document->statement_count; i++)
        write_statement(page, i);
    ro_page_events(page);
    if (page->document->position_count)
        ro_wrap_line(&page->wrap, 0, RO_DIM, "positions");
    ro_page_positions(page);
    if (page->document->dispute_count)
        ro_wrap_line(&page->wrap, 0, RO_DIM, "disputes");
    ro_page_disputes(page);
    write_people(page);
    write_totals(page);
    write_warnings(page);
}

/* Positions or disputes alone, and how many there are. */
static void write_part(struct page *page, enum readout_table table)
{
    bool positions = table == READOUT_POSITIONS;
    uint32_t count = positions ? page->document->position_count : page->document->dispute_count;
    const char *name = positions ? "position" : "dispute";
    char number[16] = "no", words[40];
    if (positions)
        ro_page_positions(page);
    else
        ro_page_disputes(page);
    if (count)
        snprintf(number, sizeof number, "%u", (unsigned)count);
    snprintf(words, sizeof words, "%s %s%s.", number, name, ro_plural(count));
    ro_wrap_line(&page->wrap, 0, RO_DIM, words);
}

enum readout_status ro_write_page(const struct readout_record *record, const struct readout_writing *writing,
                                  struct output *output)
{
    struct page page = {.record = record, .document = &record->document, .wrap = ro_wrap_open(writing, output)};
    ro_arena_init(&page.arena);
    find_lines(&page);
    write_heading(&page);
    if (ro_is_part(writing))
        write_part(&page, writing->table);
    else
        write_all(&page);
    ro_wrap_end(&page.wrap);
    ro_arena_release(&page.arena);
    return page.failed ? READOUT_NO_MEMORY : READOUT_OK;
}

/* circumstances.c: on Thursday, in Hanoi, according to Trump. */
#include "events/circumstances.h"

#include "statements/build.h"

uint32_t ro_time_over(const struct document *document, struct span span)
{
    uint32_t low = 0, high = document->time_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (document->times[middle].span.end <= span.begin)
            low = middle + 1;
        else
            high = middle;
    }
    return low < document->time_count && ro_span_overlaps(document->times[low].span, span) ? low : RO_NONE;
}

/* A date or an hour. */
static uint32_t time_at(const struct document *document, struct span span)
{
    uint32_t time = ro_time_over(document, span);
    bool dated = time != RO_NONE &&
                 (document->times[time].type == RO_DATE || document->times[time].type == RO_TIME);
    return dated ? time : RO_NONE;
}

/* A time that hangs on a word: met | on Thursday |. */
static uint32_t time_under(const struct tree *tree, uint32_t word)
{
    for (uint32_t child = tree->first_child[word]; child != RO_NONE; child = tree->next_child[child]) {
        const struct word *own = ro_tree_word(tree, child);
        if (!ro_hangs_by(own, "obl") && !ro_hangs_by(own, "nmod") && !ro_hangs_by(own, "advmod") &&
            !ro_hangs_by(own, "compound"))
            continue;
        uint32_t time = time_at(tree->document, own->span);
        if (time != RO_NONE)
            return time;
    }
    return RO_NONE;
}

uint32_t ro_event_time(const struct tree *tree, const struct reading *reading)
{
    const struct frame *frame = &reading->frame;
    uint32_t words[] = {frame->clause, frame->head, frame->object, frame->subject}, time = RO_NONE;
    for (size_t i = 0; i < sizeof words / sizeof *words && time == RO_NONE; i++)
        time = words[i] == RO_NONE ? RO_NONE : time_under(tree, words[i]);
    for (uint32_t child = tree->first_child[frame->clause]; child != RO_NONE && time == RO_NONE;
         child = tree->next_child[child])
        if (ro_hangs_by(ro_tree_word(tree, child), "obl") || ro_hangs_by(ro_tree_word(tree, child), "obj"))
            time = time_under(tree, child); /* in Hanoi | on Thursday |: on what is before it */
    return time;
}

static bool is_date(const char *value)
{
    static const char form[] = "dddd-dd-dd";
    size_t length = strcspn(value, "T");
    for (size_t i = 0; i < length; i++)
        if (i >= sizeof form - 1 || (form[i] == 'd' ? value[i] < '0' || value[i] > '9' : value[i] != form[i]))
            return false;
    return length == 4 || length == 7 || length == 10;
}

const char *ro_event_date(struct document *document, uint32_t time, bool *good)
{
    const char *value = time == RO_NONE ? NULL : document->times[time].value;
    if (!value || !is_date(value))
        value = document->meta.published;
    const char *date = value ? ro_arena_copy(&document->arena, (struct slice){value, strcspn(value, "T")}) : NULL;
    *good = *good && (!value || date);
    return date;
}

/* The word of a place that hangs on a word, behind another one or the first; RO_NONE. */
static uint32_t place_under(const struct tree *tree, uint32_t word, const struct reading *reading, uint32_t after)
{
    static const struct slice cases[] = {RO_SLICE("in"),      RO_SLICE("at"),     RO_SLICE("near"),
                                         RO_SLICE("outside"), RO_SLICE("across"), RO_SLICE("through"),
                                         RO_SLICE("inside"),  RO_SLICE("within"), RO_SLICE("throughout"),
                                         RO_SLICE("around"),  {NULL, 0}};
    uint32_t child = after == RO_NONE ? tree->first_child[word] : tree->next_child[after];
    for (; child != RO_NONE; child = tree->next_child[child]) {
        const struct word *own = ro_tree_word(tree, child);
        uint32_t number = tree->entity_at[child];
        if (number == RO_NONE || !(ro_hangs_by(own, "obl") || ro_hangs_by(own, "nmod")))
            continue;
        enum entity_type type = tree->document->entities[number].type;
        bool party = ro_side_has(&reading->source, number) || ro_side_has(&reading->target, number);
        if ((type == RO_PLACE || type == RO_COUNTRY) && !party && ro_tree_has_case(tree, child, cases))
            return child;
    }
    return RO_NONE;
}

/* The place at a word: one that is known rather than one that it stands in: at a summit | in Oslo |. */
static uint32_t place_at(const struct tree *tree, uint32_t word, const struct reading *reading)
{
    uint32_t place = place_under(tree, word, reading, RO_NONE);
    if (place == RO_NONE || tree->document->entities[tree->entity_at[place]].country)
        return place;
    uint32_t inside = place_under(tree, place, reading, RO_NONE);
    uint32_t beside = place_under(tree, word, reading, place);
    return inside != RO_NONE ? inside : beside != RO_NONE ? beside : place;
}

uint32_t ro_event_place(const struct tree *tree, const struct reading *reading)
{
    const struct frame *frame = &reading->frame;
    uint32_t words[] = {frame->clause, frame->head, frame->object, frame->subject}, place = RO_NONE;
    for (size_t i = 0; i < sizeof words / sizeof *words && place == RO_NONE; i++)
        place = words[i] == RO_NONE ? RO_NONE : place_at(tree, words[i], reading);
    return place == RO_NONE ? RO_NONE : tree->entity_at[place];
}

static uint32_t depth_of(const struct document *document, uint32_t statement)
{
    uint32_t depth = 0;
    for (; statement != RO_NONE && depth < document->statement_count; depth++)
        statement = document->statements[statement].within;
    return depth;
}

uint32_t *ro_event_accounts(const struct document *document, struct arena *scratch)
{
    uint32_t *accounts = ro_arena_alloc(scratch, document->word_count + 1, sizeof *accounts);
    uint32_t *depths = ro_arena_alloc(scratch, document->word_count + 1, sizeof *depths);
    if (!accounts || !depths)
        return NULL;
    for (uint32_t i = 0; i < document->word_count; i++)
        accounts[i] = RO_NONE;
    for (uint32_t i = 0; i < document->statement_count; i++) {
        const struct statement *statement = &document->statements[i];
        uint32_t depth = depth_of(document, i);
        for (uint32_t k = 0; k < statement->content_count; k++) {
            struct range words = ro_span_words(document, statement->contents[k]);
            for (uint32_t word = words.begin; ro_range_has(words, word); word++)
                if (depth > depths[word]) {
                    accounts[word] = i;
                    depths[word] = depth;
                }
        }
    }
    return accounts;
}

uint32_t *ro_event_cues(const struct document *document, struct arena *scratch)
{
    uint32_t *cues = ro_arena_alloc(scratch, document->word_count + 1, sizeof *cues);
    if (!cues)
        return NULL;
    for (uint32_t i = 0; i < document->word_count; i++)
        cues[i] = RO_NONE;
    for (uint32_t i = 0; i < document->statement_count; i++) {
        const struct statement *statement = &document->statements[i];
        struct range cue = ro_span_words(document, statement->cue);
        if (!ro_span_is(statement->cue) || !statement->content_count ||
            statement->contents[statement->content_count - 1].end > statement->cue.begin)
            continue;
        struct range content = ro_span_words(document, statement->contents[0]);
        for (uint32_t word = cue.begin; word < cue.end; word++)
            if (document->words[word].sentence == document->words[content.begin].sentence)
                cues[word] = i;
    }
    return cues;
}

/* Whoever is quoted with a word, by the innermost account that has it between quotation marks; RO_NONE. */
static uint32_t quoted(const struct document *document, uint32_t account, struct span word)
{
    for (; account != RO_NONE; account = document->statements[account].within) {
        const struct statement *statement = &document->statements[account];
        for (uint32_t i = 0; i < statement->quote_count; i++)
            if (ro_span_overlaps(statement->quotes[i], word))
                return document->parties[account].source;
    }
    return RO_NONE;
}

void ro_place_speakers(struct tree *tree)
{
    static const char *const words[] = {"we", "us", "our", "ourselves", NULL};
    for (uint32_t word = 0; tree->document->parties && word < tree->document->word_count; word++)
        if (tree->accounts[word] != RO_NONE && tree->entity_at[word] == RO_NONE &&
            ro_lemma_in(ro_tree_word(tree, word), words))
            tree->entity_at[word] = quoted(tree->document, tree->accounts[word], ro_tree_word(tree, word)->span);
}

bool ro_event_tell_accounts(struct document *document, uint32_t innermost, struct event *event)
{
    uint32_t count = 0;
    for (uint32_t at = innermost; at != RO_NONE && count < document->statement_count; count++)
        at = document->statements[at].within;
    event->attributions = ro_arena_alloc(&document->arena, count + 1, sizeof *event->attributions);
    if (!event->attributions)
        return false;
    event->attribution_count = count;
    for (uint32_t at = innermost; count > 0; at = document->statements[at].within)
        event->attributions[--count] = at;
    return true;
}

/* parties.c: statements and phrases: which statement a phrase is told in, and who a source or an addressee is. */
#include "actors/parties.h"

#include "statements/build.h"

/* The first phrase whose core begins at a byte or behind it. */
static uint32_t first_phrase(const struct document *document, uint32_t byte)
{
    uint32_t low = 0, high = document->phrase_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (document->words[document->phrases[middle].core.begin].span.begin < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_in(const struct document *document, uint32_t phrase, struct span span)
{
    return phrase < document->phrase_count &&
           document->words[document->phrases[phrase].core.begin].span.begin < span.end;
}

/* Whom a relative pronoun stands for: "Unilever, [which] says"; RO_NONE where a stretch is none. */
static uint32_t cluster_of_relative(const struct resolving *resolving, struct span span)
{
    const struct document *document = resolving->document;
    struct range words = ro_span_words(document, span);
    uint32_t word = words.begin;
    const char *xpos = words.end == word + 1 ? document->words[word].xpos : NULL;
    if (!xpos || (strcmp(xpos, "WDT") != 0 && strcmp(xpos, "WP") != 0))
        return RO_NONE;
    const struct word *verb = &document->words[document->words[word].head];
    uint32_t before = first_phrase(document, span.begin), phrase = RO_NONE;
    if (ro_hangs_by(verb, "acl"))
        phrase = resolving->phrase_at[verb->head];
    if (phrase == RO_NONE && before > 0 && document->phrases[before - 1].core.end + 1 == word)
        phrase = before - 1; /* behind a comma */
    return ro_cluster_of(resolving, phrase);
}

uint32_t ro_cluster_at(const struct resolving *resolving, struct span span)
{
    const struct document *document = resolving->document;
    uint32_t best = RO_NONE;
    if (!ro_span_is(span))
        return RO_NONE;
    for (uint32_t at = first_phrase(document, span.begin); is_in(document, at, span); at++) {
        const struct word *head = &document->words[document->phrases[at].head];
        bool high = !ro_span_covers(span, document->words[head->head].span) || &document->words[head->head] == head;
        if (high)
            return resolving->places[at].cluster;
        if (best == RO_NONE)
            best = resolving->places[at].cluster;
    }
    return best == RO_NONE ? cluster_of_relative(resolving, span) : best;
}

static uint32_t depth_of(const struct document *document, uint32_t statement)
{
    uint32_t depth = 0;
    for (; statement != RO_NONE && depth < document->statement_count; depth++)
        statement = document->statements[statement].within;
    return depth;
}

static bool is_quoted(const struct statement *statement, struct span span)
{
    for (uint32_t i = 0; i < statement->quote_count; i++)
        if (ro_span_covers(statement->quotes[i], span))
            return true;
    return false;
}

static void place_in(struct resolving *resolving, uint32_t number, uint32_t depth)
{
    const struct document *document = resolving->document;
    const struct statement *statement = &document->statements[number];
    for (uint32_t i = 0; i < statement->content_count; i++)
        for (uint32_t at = first_phrase(document, statement->contents[i].begin);
             is_in(document, at, statement->contents[i]); at++) {
            struct place_of *place = &resolving->places[at];
            if (place->statement != RO_NONE && depth_of(document, place->statement) >= depth)
                continue;
            place->statement = number;
            place->quoted = is_quoted(statement, document->words[document->phrases[at].head].span);
        }
}

void ro_place_phrases(struct resolving *resolving)
{
    for (uint32_t i = 0; i < resolving->document->statement_count; i++)
        place_in(resolving, i, depth_of(resolving->document, i));
}

bool ro_parties_read(const struct resolving *resolving)
{
    struct document *document = resolving->document;
    struct statement_parties *parties = ro_arena_alloc(&document->arena, document->statement_count,
                                                       sizeof *parties);
    if (!parties)
        return false;
    for (uint32_t i = 0; i < document->statement_count; i++) {
        const struct statement *statement = &document->statements[i];
        parties[i].source = ro_cluster_at(resolving, statement->source.span);
        parties[i].addressees = ro_arena_alloc(&document->arena, statement->addressee_count,
                                               sizeof *parties[i].addressees);
        if (!parties[i].addressees)
            return false;
        for (uint32_t k = 0; k < statement->addressee_count; k++)
            parties[i].addressees[k] = ro_cluster_at(resolving, statement->addressees[k].span);
    }
    document->parties = parties;
    return true;
}

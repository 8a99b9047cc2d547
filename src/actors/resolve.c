/* resolve.c: gives each phrase to a cluster: names first, then what nouns say of them, then pronouns, then who speaks and who is in
 * a group. "Trump ... Kim, the leader ... he": two clusters. */
#include "actors/resolve.h"

#include "actors/parties.h"

static void join(struct resolving *resolving, uint32_t number, uint32_t cluster, double score)
{
    if (cluster == RO_NONE)
        ro_cluster_new(resolving, number);
    else
        ro_cluster_add(resolving, cluster, number, score);
}

/* Names that stand beside each other are of one thing ("the World Health Organization (WHO)"), but not those of persons, nor
 * "Trinity College, Cambridge". */
static void resolve_name(struct resolving *resolving, uint32_t number)
{
    const struct phrase *phrase = &resolving->document->phrases[number];
    uint32_t cluster = ro_resolve_name(resolving, number);
    uint32_t beside = cluster == RO_NONE && phrase->type != RO_PERSON ? ro_beside(resolving, number) : RO_NONE;
    const struct phrase *other = beside == RO_NONE ? NULL : &resolving->document->phrases[beside];
    if (other && beside < number && ro_is_named(other) && other->type == phrase->type)
        cluster = ro_cluster_of(resolving, beside);
    join(resolving, number, cluster, phrase->score);
    cluster = ro_cluster_of(resolving, number);
    if (cluster != RO_NONE)
        ro_remember_name(resolving, number, cluster);
}

static void resolve_noun(struct resolving *resolving, uint32_t number)
{
    if (ro_waits(resolving, number))
        return;
    const struct phrase *phrase = &resolving->document->phrases[number];
    uint32_t cluster = ro_resolve_noun(resolving, number);
    join(resolving, number, cluster, phrase->score);
}

/* "I" in a quotation is its source, "you" its hearer. */
static uint32_t resolve_speaker(const struct resolving *resolving, uint32_t number)
{
    const struct place_of *place = &resolving->places[number];
    const struct phrase *phrase = &resolving->document->phrases[number];
    if (place->statement == RO_NONE || !place->quoted || phrase->plural)
        return RO_NONE;
    const struct statement *statement = &resolving->document->statements[place->statement];
    if (phrase->person == 1)
        return ro_cluster_at(resolving, statement->source.span);
    return statement->addressee_count == 1 ? ro_cluster_at(resolving, statement->addressees[0].span) : RO_NONE;
}

static void resolve_pronoun(struct resolving *resolving, uint32_t number)
{
    double score;
    uint32_t cluster = ro_resolve_pronoun(resolving, number, &score);
    if (cluster != RO_NONE)
        ro_cluster_add(resolving, cluster, number, score);
}

/* A noun that waited for the pronouns has no cluster yet; a group may have members now. */
static void resolve_last_noun(struct resolving *resolving, uint32_t number)
{
    const struct phrase *phrase = &resolving->document->phrases[number];
    if (ro_cluster_of(resolving, number) == RO_NONE)
        join(resolving, number, ro_resolve_waiting(resolving, number), phrase->score);
    uint32_t cluster = ro_cluster_of(resolving, number);
    if (phrase->plural && cluster != RO_NONE && resolving->clusters[cluster].first == number)
        ro_resolve_group(resolving, cluster, number);
}

/* Last, when it is known who "he" in "..., he told" is, and whom "the two leaders" may be. */
static void resolve_last(struct resolving *resolving, uint32_t number)
{
    bool pronoun = resolving->document->phrases[number].kind == RO_PRONOUN;
    uint32_t speaker = pronoun ? resolve_speaker(resolving, number) : RO_NONE;
    if (!pronoun)
        resolve_last_noun(resolving, number);
    else if (speaker != RO_NONE)
        ro_cluster_add(resolving, speaker, number, 0.9);
}

static bool resolving_init(struct resolving *resolving)
{
    const struct document *document = resolving->document;
    struct arena *scratch = &resolving->context->scratch;
    resolving->places = ro_arena_alloc(scratch, document->phrase_count, sizeof *resolving->places);
    resolving->phrase_at = ro_arena_alloc(scratch, document->word_count, sizeof *resolving->phrase_at);
    if (!resolving->places || !resolving->phrase_at)
        return false;
    memset(resolving->phrase_at, 0xFF, document->word_count * sizeof *resolving->phrase_at);
    for (uint32_t i = 0; i < document->phrase_count; i++) {
        resolving->places[i] = (struct place_of){RO_NONE, RO_NONE, RO_NONE, false, 0};
        resolving->phrase_at[document->phrases[i].head] = i;
    }
    ro_place_phrases(resolving);
    return true;
}

enum readout_status ro_resolve(struct resolving *resolving, struct context *context, struct document *document)
{
    enum { NAMES, NOUNS, PRONOUNS, LAST, PASSES };
    static void (*const passes[PASSES])(struct resolving *, uint32_t) = {resolve_name, resolve_noun,
                                                                         resolve_pronoun, resolve_last};
    resolving->context = context;
    resolving->document = document;
    if (!resolving_init(resolving))
        return ro_no_memory(context, "actors", 0);
    for (uint32_t pass = NAMES; pass < PASSES; pass++)
        for (uint32_t i = 0; i < document->phrase_count && !resolving->failed; i++) {
            const struct phrase *phrase = &document->phrases[i];
            bool pronoun = phrase->kind == RO_PRONOUN && phrase->person == 3;
            uint32_t own = pronoun                      ? PRONOUNS
                           : ro_is_named(phrase)        ? NAMES
                           : phrase->kind == RO_PRONOUN ? LAST
                                                        : NOUNS;
            if (own == pass || (pass == LAST && own == NOUNS))
                passes[pass](resolving, i);
        }
    return resolving->failed ? ro_no_memory(context, "actors", resolving->cluster_count) : READOUT_OK;
}

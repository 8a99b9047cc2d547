/* antecedents.c: scores the clusters before a pronoun. */
#include "actors/antecedents.h"

#include <math.h>

#include "actors/roles.h"

enum { NEAR = 80 /* phrases that are looked back at */, CANDIDATES = 24, SENTENCES = 6 };

/* By hand, since learned ones are worse (docs/models.md, "Coreference"); the last is the score of none of the clusters. */
#define ALIKE                                                                                                      \
    [RO_ANTE_SAME] = 0.5f, [RO_ANTE_PREVIOUS] = 0.2f, [RO_ANTE_FARTHER] = -1.5f, [RO_ANTE_SUBJECT] = 1.0f,         \
    [RO_ANTE_OBJECT] = 0.3f, [RO_ANTE_FIRST] = 0.4f, [RO_ANTE_NAME] = 0.2f, [RO_ANTE_PRONOUN] = 0.3f,              \
    [RO_ANTE_PARALLEL] = 0.4f, [RO_ANTE_COUNT] = 0.4f, [RO_ANTE_NAMED] = 0.3f, [RO_ANTE_RANK] = -0.7f,             \
    [RO_ANTE_DISTANCE] = -0.2f, [RO_ANTE_GENDER] = 0.5f, [RO_ANTE_SPEAKER] = 1.0f, [RO_ANTE_SPOKEN] = 3.0f,        \
    [RO_ANTE_QUOTED] = -2.0f, [RO_ANTE_HEARER] = -0.3f, [RO_ANTE_POSSESSOR] = 0.5f, [RO_ANTE_CLAUSE] = -1.0f,      \
    [RO_ANTE_PLACE] = -1.0f, [RO_ANTE_COUNTRY] = 0.5f, [RO_ANTE_PLURAL] = 1.5f, [RO_ANTE_NEAREST] = 0.7f,          \
    [RO_ANTE_AROUND] = 0.3f, [RO_ANTE_MOST] = 0.3f
static const float weights[][RO_ANTE_FEATURES + 1] = {
    /* he, she */
    {ALIKE, [RO_ANTE_INSIDE] = -0.8f, [RO_ANTE_BEHIND] = -0.3f, [RO_ANTE_FEATURES] = -3.0f},
    /* it */
    {ALIKE, [RO_ANTE_INSIDE] = -0.5f, [RO_ANTE_IT] = 1.0f, [RO_ANTE_BEHIND] = -1.0f, [RO_ANTE_FEATURES] = -0.3f},
    /* they */
    {ALIKE, [RO_ANTE_INSIDE] = -0.5f, [RO_ANTE_TYPE] = -1.0f, [RO_ANTE_BEHIND] = -1.0f, [RO_ANTE_FEATURES] = -0.5f},
};
#undef ALIKE

struct candidate {
    uint32_t cluster, mention;
};

struct choice {
    const struct resolving *resolving;
    const struct document *document;
    const struct phrase *pronoun;
    uint32_t number;
    uint32_t speaker;   /* the source of the innermost statement that the pronoun is in, or RO_NONE */
    uint32_t around[2]; /* words: the subjects of the clauses around the pronoun, from the nearest; or RO_NONE */
    struct candidate candidates[CANDIDATES];
    uint32_t count;
};

static const struct phrase *mention_of(const struct choice *choice, uint32_t index)
{
    return &choice->document->phrases[choice->candidates[index].mention];
}

static uint32_t sentence_of(const struct choice *choice, const struct phrase *phrase)
{
    return choice->document->words[phrase->head].sentence;
}

/* Agreement */

static bool may_be_people(const struct cluster *cluster)
{
    return cluster->type == RO_PERSON || cluster->type == RO_GROUP;
}

static bool agrees(const struct phrase *pronoun, const struct cluster *cluster)
{
    if (cluster->type == RO_OTHER_ENTITY) /* a report: "it" is nobody */
        return false;
    if (pronoun->gender == 'm' || pronoun->gender == 'f')
        return cluster->type == RO_PERSON && !cluster->plural &&
               (!cluster->gender || cluster->gender == pronoun->gender);
    if (pronoun->gender == 'n')
        return !may_be_people(cluster) && !cluster->plural;
    return pronoun->plural && (cluster->plural || cluster->type != RO_PERSON || cluster->member_count > 0);
}

/* Whether a pronoun cannot be a phrase of its own clause ("Kim met him"), or one that it is in ("his brother"). */
static bool is_barred(const struct document *document, const struct phrase *pronoun, const struct phrase *mention)
{
    const struct word *own = &document->words[pronoun->head], *other = &document->words[mention->head];
    if (ro_range_has(mention->words, pronoun->head))
        return true;
    bool reflexive = own->span.end - own->span.begin > 4 && strstr(own->lemma ? own->lemma : "", "self");
    return own->head == other->head && own->sentence == other->sentence && !ro_hangs_by(own, "nmod:poss") &&
           !reflexive && strcmp(own->deprel, "conj") != 0;
}

static bool is_new(const struct choice *choice, uint32_t cluster)
{
    for (uint32_t i = 0; i < choice->count; i++)
        if (choice->candidates[i].cluster == cluster)
            return false;
    return true;
}

/* The subject of a verb, or RO_NONE. */
static uint32_t subject_of(const struct document *document, uint32_t verb)
{
    struct range around = ro_around(document, verb);
    for (uint32_t word = around.begin; word < around.end; word++)
        if (document->words[word].head == verb && ro_is_subject(&document->words[word]))
            return word;
    return RO_NONE;
}

/* The subjects of the clauses around the pronoun, but for itself. */
static void find_around(struct choice *choice)
{
    enum { CHAIN = 16 };
    const struct document *document = choice->document;
    uint32_t found = 0, word = choice->pronoun->head;
    choice->around[0] = choice->around[1] = RO_NONE;
    for (int steps = 0; steps < CHAIN && document->words[word].head != word && found < 2; steps++) {
        word = document->words[word].head;
        uint32_t subject = subject_of(document, word);
        if (subject != RO_NONE && !ro_range_has(choice->pronoun->words, subject) &&
            subject != choice->pronoun->head)
            choice->around[found++] = subject;
    }
}

/* "In his speech Moon said": a subject of a clause that the pronoun opens. */
static void add_behind(struct choice *choice)
{
    const struct resolving *resolving = choice->resolving;
    for (uint32_t i = 0; i < 2 && choice->count < CANDIDATES; i++) {
        uint32_t word = choice->around[i];
        uint32_t phrase = word == RO_NONE || word < choice->pronoun->head ? RO_NONE : resolving->phrase_at[word];
        uint32_t cluster = ro_cluster_of(resolving, phrase);
        if (cluster == RO_NONE || !is_new(choice, cluster) ||
            !agrees(choice->pronoun, &resolving->clusters[cluster]))
            continue;
        choice->candidates[choice->count++] = (struct candidate){cluster, phrase};
    }
}

/* "Ada Roe, a [lawyer]": the phrase that it stands beside is the one that has a place in its sentence. */
static bool is_beside_itself(const struct resolving *resolving, uint32_t number)
{
    const struct document *document = resolving->document;
    const struct word *head = &document->words[document->phrases[number].head];
    return ro_hangs_by(head, "appos") &&
           ro_cluster_of(resolving, resolving->phrase_at[head->head]) == resolving->places[number].cluster;
}

static void find_candidates(struct choice *choice)
{
    const struct resolving *resolving = choice->resolving;
    uint32_t sentence = sentence_of(choice, choice->pronoun);
    for (uint32_t at = choice->number; at > 0 && choice->number - at < NEAR && choice->count < CANDIDATES; at--) {
        const struct phrase *mention = &choice->document->phrases[at - 1];
        uint32_t cluster = resolving->places[at - 1].cluster;
        if (sentence - sentence_of(choice, mention) > SENTENCES)
            break;
        if (cluster == RO_NONE || mention->demonym || !is_new(choice, cluster) ||
            is_beside_itself(resolving, at - 1) || !agrees(choice->pronoun, &resolving->clusters[cluster]) ||
            is_barred(choice->document, choice->pronoun, mention))
            continue;
        choice->candidates[choice->count++] = (struct candidate){cluster, at - 1};
    }
    find_around(choice);
    add_behind(choice);
}

/* Features */

static bool is_object(const struct word *word)
{
    return ro_hangs_by(word, "obj") || ro_hangs_by(word, "iobj");
}

/* Whether a person speaks for another cluster. */
static bool speaks_for(const struct resolving *resolving, uint32_t person, uint32_t other)
{
    struct said_role roles[RO_ROLES];
    uint32_t count = person == RO_NONE ? 0 : ro_roles_of(resolving, person, roles);
    for (uint32_t i = 0; i < count; i++)
        if (roles[i].speaks && ro_cluster_of(resolving, roles[i].of) == other)
            return true;
    return false;
}

static void set_statement(const struct choice *choice, uint32_t cluster, float *features)
{
    const struct place_of *place = &choice->resolving->places[choice->number];
    if (place->statement == RO_NONE)
        return;
    const struct statement *statement = &choice->document->statements[place->statement];
    bool source = choice->speaker == cluster;
    features[RO_ANTE_SPEAKER] = source && !place->quoted;
    features[RO_ANTE_SPOKEN] = !place->quoted && speaks_for(choice->resolving, choice->speaker, cluster);
    features[RO_ANTE_QUOTED] = source && place->quoted;
    for (uint32_t i = 0; i < statement->addressee_count; i++)
        if (ro_cluster_at(choice->resolving, statement->addressees[i].span) == cluster)
            features[RO_ANTE_HEARER] = 1;
}

/* Whether a phrase is inside of another one that is no pronoun. */
static bool is_inside(const struct choice *choice, uint32_t mention)
{
    const struct document *document = choice->document;
    uint32_t above = document->words[document->phrases[mention].head].head;
    uint32_t outer = choice->resolving->phrase_at[above];
    return above != document->phrases[mention].head && outer != RO_NONE && outer != mention;
}

/* The verb that a phrase depends on, through the nouns above it. */
static uint32_t clause_of(const struct document *document, uint32_t word)
{
    enum { CHAIN = 12 };
    for (int steps = 0; steps < CHAIN && document->words[word].head != word; steps++) {
        word = document->words[word].head;
        if (strcmp(document->words[word].upos, "VERB") == 0)
            return word;
    }
    return word;
}

static void set_places(const struct choice *choice, uint32_t index, float *features)
{
    const struct document *document = choice->document;
    const struct phrase *mention = mention_of(choice, index), *pronoun = choice->pronoun;
    const struct word *word = &document->words[mention->head], *own = &document->words[pronoun->head];
    uint32_t between = own->sentence - word->sentence;
    features[RO_ANTE_SAME] = between == 0;
    features[RO_ANTE_PREVIOUS] = between == 1;
    features[RO_ANTE_FARTHER] = logf(1 + (float)between);
    features[RO_ANTE_SUBJECT] = ro_is_subject(word);
    features[RO_ANTE_OBJECT] = is_object(word);
    uint32_t before = choice->candidates[index].mention;
    features[RO_ANTE_FIRST] = before == 0 || sentence_of(choice, &document->phrases[before - 1]) != word->sentence;
    features[RO_ANTE_PARALLEL] = ro_is_subject(word) == ro_is_subject(own);
    bool behind = mention->head > pronoun->head;
    features[RO_ANTE_DISTANCE] = logf(
        1 + (float)(behind ? mention->head - pronoun->head : pronoun->head - mention->head));
    features[RO_ANTE_BEHIND] = behind;
    features[RO_ANTE_NEAREST] = mention->head == choice->around[0];
    features[RO_ANTE_AROUND] = mention->head == choice->around[1];
    features[RO_ANTE_OWNER] = strcmp(word->deprel, "nmod:poss") == 0;
    features[RO_ANTE_POSSESSOR] = ro_hangs_by(own, "nmod:poss") && ro_is_subject(word) &&
                                  clause_of(document, pronoun->head) == word->head;
    features[RO_ANTE_CLAUSE] = !ro_hangs_by(own, "nmod:poss") && clause_of(document, pronoun->head) == word->head;
    features[RO_ANTE_INSIDE] = is_inside(choice, before);
}

static void set_features(const struct choice *choice, uint32_t index, float *features)
{
    const struct phrase *mention = mention_of(choice, index), *pronoun = choice->pronoun;
    uint32_t number = choice->candidates[index].cluster;
    const struct cluster *cluster = &choice->resolving->clusters[number];
    memset(features, 0, RO_ANTE_FEATURES * sizeof *features);
    set_places(choice, index, features);
    set_statement(choice, number, features);
    features[RO_ANTE_NAME] = mention->kind == RO_NAME;
    features[RO_ANTE_PRONOUN] = mention->kind == RO_PRONOUN;
    features[RO_ANTE_COUNT] = logf((float)cluster->count);
    features[RO_ANTE_NAMED] = cluster->name != RO_NONE && choice->document->phrases[cluster->name].kind == RO_NAME;
    features[RO_ANTE_RANK] = logf(1 + (float)index);
    features[RO_ANTE_GENDER] = pronoun->gender && cluster->gender == pronoun->gender;
    features[RO_ANTE_TYPE] = cluster->type == RO_PERSON && !cluster->plural;
    features[RO_ANTE_PLACE] = cluster->type == RO_PLACE;
    features[RO_ANTE_COUNTRY] = cluster->type == RO_COUNTRY;
    features[RO_ANTE_IT] = (float)log(pronoun->score + 1e-3);
    features[RO_ANTE_PLURAL] = pronoun->plural && cluster->plural;
}

/* Choice */

static const float *weights_of(const struct phrase *pronoun)
{
    return weights[pronoun->gender == 'n' ? 1 : pronoun->plural ? 2 : 0];
}

/* Which of them has no fewer mentions than any other. */
static uint32_t most_mentioned(const struct choice *choice)
{
    uint32_t most = 0;
    for (uint32_t i = 0; i < choice->count; i++)
        if (choice->resolving->clusters[choice->candidates[i].cluster].count > most)
            most = choice->resolving->clusters[choice->candidates[i].cluster].count;
    return most;
}

static uint32_t speaker_of(const struct resolving *resolving, uint32_t number)
{
    uint32_t statement = resolving->places[number].statement;
    return statement == RO_NONE ? RO_NONE
                                : ro_cluster_at(resolving, resolving->document->statements[statement].source.span);
}

static float score_of(const float *row, const float *features)
{
    float sum = 0;
    for (uint32_t i = 0; i < RO_ANTE_FEATURES; i++)
        sum += row[i] * features[i];
    return sum;
}

uint32_t ro_resolve_pronoun(struct resolving *resolving, uint32_t number, double *score)
{
    struct choice choice = {.resolving = resolving,
                            .document = resolving->document,
                            .pronoun = &resolving->document->phrases[number],
                            .number = number,
                            .speaker = speaker_of(resolving, number)};
    float features[CANDIDATES][RO_ANTE_FEATURES], scores[CANDIDATES];
    find_candidates(&choice);
    if (!choice.count)
        return RO_NONE;
    const float *row = weights_of(choice.pronoun);
    uint32_t best = 0, most = most_mentioned(&choice), clusters[CANDIDATES];
    for (uint32_t i = 0; i < choice.count; i++) {
        set_features(&choice, i, features[i]);
        features[i][RO_ANTE_MOST] = most > 1 && resolving->clusters[choice.candidates[i].cluster].count == most;
        scores[i] = score_of(row, features[i]);
        clusters[i] = choice.candidates[i].cluster;
        best = scores[i] > scores[best] ? i : best;
    }
    float none = row[RO_ANTE_FEATURES], sum = expf(none - scores[best]);
    for (uint32_t i = 0; i < choice.count; i++)
        sum += expf(scores[i] - scores[best]);
    *score = 1 / (double)sum;
    return scores[best] > none ? clusters[best] : RO_NONE;
}

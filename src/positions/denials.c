/* denials.c: finds for each denial the claim of another side that it is about: "The office told the dairies that | they fixed the price |. Sund
 * | contests the charge |." */
#include "positions/denials.h"

#include "events/frames.h"
#include "positions/charges.h"
#include "positions/denied.h"
#include "statements/build.h"

enum { BEFORE = 8, NEAR = 3, RELATED = 12 };

struct matching {
    struct disputing *disputing;
    const struct accounts *accounts;
    struct charges charges;
    struct denials denials;
    uint32_t *denial_at;       /* by word that tells a denial: its number, or RO_NONE */
    uint32_t related[RELATED]; /* the denier and those for whom he speaks */
    uint32_t related_count;
};

/* Who the denier is */

static bool is_related(const struct matching *matching, uint32_t entity)
{
    for (uint32_t i = 0; i < matching->related_count; i++)
        if (matching->related[i] == entity)
            return true;
    return false;
}

static void add_related(struct matching *matching, uint32_t entity)
{
    if (entity != RO_NONE && matching->related_count < RELATED && !is_related(matching, entity))
        matching->related[matching->related_count++] = entity;
}

/* The denier, and whoever is named in the phrase for him: a spokesman | for the mayor |, | its | director. */
static void relate(struct matching *matching, const struct denial *denial)
{
    const struct document *document = matching->accounts->document;
    struct range phrase = RO_NO_RANGE;
    matching->related_count = 0;
    add_related(matching, denial->denier);
    if (denial->subject != RO_NONE)
        phrase = ro_words_under(matching->accounts->tree, denial->subject);
    else if (denial->statement != RO_NONE)
        phrase = ro_span_words(document, document->statements[denial->statement].source.span);
    for (uint32_t word = phrase.begin; ro_range_has(phrase, word); word++)
        add_related(matching, matching->accounts->who[word]);
}

/* Claims */

static bool is_about_denier(const struct matching *matching, const struct charge *charge)
{
    if (is_related(matching, charge->accused))
        return true;
    for (uint32_t word = charge->words.begin; word < charge->words.end; word++)
        if (is_related(matching, matching->accounts->who[word]))
            return true;
    return false;
}

static bool is_claim(const struct matching *matching, const struct charge *charge)
{
    const struct document *document = matching->accounts->document;
    if (charge->statement != RO_NONE) {
        enum readout_act act = document->statements[charge->statement].act;
        bool told = act == READOUT_ASSERT || act == READOUT_CRITICIZE;
        bool thought = act == READOUT_BELIEVE || act == READOUT_OTHER; /* described how he locked them in */
        if (!told && !(thought && is_about_denier(matching, charge)))
            return false;
    }
    bool verb = charge->accuses;
    for (uint32_t word = charge->words.begin; word < charge->words.end; word++) {
        uint32_t denial = matching->denial_at[word];
        verb |= ro_tree_is_finite(matching->accounts->tree, word);
        if (denial != RO_NONE && matching->denials.items[denial].denier == charge->source)
            return false;
    }
    return verb;
}

/* Likeness */

static bool has_content(const struct word *word)
{
    static const char *const kinds[] = {"NOUN", "VERB", "PROPN", "NUM", "ADJ", NULL};
    static const char *const light[] = {"be", "have", "do", "make", "take", "say", "tell", "other", "any", NULL};
    if (!word->upos || !word->lemma || ro_lemma_in(word, light))
        return false;
    for (uint32_t i = 0; kinds[i]; i++)
        if (strcmp(word->upos, kinds[i]) == 0)
            return true;
    return false;
}

static bool has_lemma(const struct document *document, struct range words, const char *lemma)
{
    for (uint32_t word = words.begin; word < words.end; word++)
        if (ro_lemma_is(&document->words[word], lemma))
            return true;
    return false;
}

/* Whether what is denied shares most of its words with a claim. */
static bool is_like(const struct matching *matching, struct range denied, struct range claim)
{
    const struct document *document = matching->accounts->document;
    uint32_t count = 0, shared = 0;
    for (uint32_t word = denied.begin; word < denied.end; word++) {
        if (!has_content(&document->words[word]))
            continue;
        count++;
        shared += has_lemma(document, claim, document->words[word].lemma);
    }
    return shared >= 2 ? 2 * shared >= count : shared == 1 && count <= 2;
}

/* Pairs */

/* The sentences from a claim to its denial. */
static uint32_t distance_of(const struct matching *matching, const struct denial *denial,
                            const struct charge *charge)
{
    const struct document *document = matching->accounts->document;
    uint32_t own = document->words[denial->word].sentence, other = document->words[charge->words.begin].sentence;
    return own > other ? own - other : other - own;
}

/* What a denial says itself of whose claim it is: 1 this one's, 0 another's, -1 nothing. */
static int names_source(const struct matching *matching, const struct denial *denial, const struct charge *charge)
{
    if (!denial->ascribed || denial->claimant == RO_NONE)
        return -1;
    return denial->claimant == charge->source ||
           !ro_are_opposed(matching->accounts, denial->claimant, charge->source);
}

/* Whether it is a court's or a prosecutor's, which a plea answers: | the indictment | says. */
static bool is_prosecution(const struct matching *matching, const struct charge *charge)
{
    static const char *const lemmas[] = {"indictment", "prosecutor", "prosecution", "charge",
                                         "complaint",  "lawsuit",    "court",       "police",
                                         "suit",       "jury",       "affidavit",   NULL};
    const struct document *document = matching->accounts->document;
    struct range source = charge->statement == RO_NONE
                              ? RO_NO_RANGE
                              : ro_span_words(document, document->statements[charge->statement].source.span);
    return ro_range_is(source) && ro_lemma_in(&document->words[ro_highest(document, source)], lemmas);
}

/* "denies | responsibility |", where harm was told; but not "any role in the coup": of something else. */
static bool is_guilt(const struct matching *matching, const struct denial *denial, const struct charge *charge)
{
    const struct dispute_words *words = matching->denials.words;
    const struct tree *tree = matching->accounts->tree;
    if (denial->denied != RO_DENIED_THING || denial->object == RO_NONE ||
        !(ro_dispute_classes(words, tree, denial->object) & RO_WORD_WRONG) ||
        ro_tree_child(tree, denial->object, "nmod", RO_NONE) != RO_NONE)
        return false;
    for (uint32_t word = charge->words.begin; word < charge->words.end; word++)
        if (ro_dispute_classes(words, tree, word) & (RO_WORD_HARM | RO_WORD_CAUSE))
            return true;
    return false;
}

/* Whether what is denied, in words, is like what a charge tells. */
static bool is_denied_like(const struct matching *matching, uint32_t words_of, const struct charge *charge)
{
    return words_of != RO_NONE &&
           is_like(matching, ro_words_under(matching->accounts->tree, words_of), charge->words);
}

/* Whether a denial is of something else that its own words tell: reports | that wards were full |. */
static bool is_of_other(const struct matching *matching, const struct denial *denial, const struct charge *charge,
                        int named)
{
    return denial->content != RO_NONE && (named == 1 || !charge->accuses) &&
           !is_denied_like(matching, denial->content, charge);
}

/* Whether a charge tells what the denier did: | their coach | beat them. */
static bool did_it(const struct matching *matching, const struct charge *charge)
{
    const struct tree *tree = matching->accounts->tree;
    uint32_t subject = ro_subject_of(tree, ro_highest(tree->document, charge->words));
    return is_related(matching, charge->accused) ||
           (subject != RO_NONE && ro_range_has(charge->words, subject) &&
            is_related(matching, ro_account_who(matching->accounts, subject)));
}

/* Where nothing but its place and whom it is about joins a charge to a denial. */
static double score_of_place(const struct matching *matching, const struct denial *denial,
                             const struct charge *charge, uint32_t distance)
{
    bool before = charge->words.begin < denial->word;
    if (before && distance <= 1 && is_guilt(matching, denial, charge))
        return ro_reliability(RO_BY_PLACE);
    if (denial->denied == RO_DENIED_DEED)
        return before && distance <= 2 && did_it(matching, charge) ? ro_reliability(RO_BY_PLACE) : 0;
    if (denial->denied == RO_DENIED_CLAUSE || distance > NEAR + 2)
        return 0;
    if (is_about_denier(matching, charge) && (denial->denied != RO_DENIED_THIS || distance <= 2))
        return ro_reliability(RO_BY_SUBJECT);
    bool quoted = charge->statement != RO_NONE && !charge->accuses &&
                  matching->accounts->document->statements[charge->statement].form == READOUT_DIRECT;
    bool near = !quoted && before && distance <= NEAR && (denial->denied < RO_DENIED_THIS || distance <= 2);
    return denial->denied <= RO_DENIED_THIS && near ? ro_reliability(RO_BY_PLACE) : 0;
}

static double score_of(const struct matching *matching, const struct denial *denial, const struct charge *charge)
{
    uint32_t distance = distance_of(matching, denial, charge);
    bool before = charge->words.begin < denial->word;
    int named = names_source(matching, denial, charge);
    if (named == 0 || is_of_other(matching, denial, charge, named))
        return 0;
    if (named == 1 && denial->denied < RO_DENIED_CLAUSE && (before || charge->words.begin < denial->words.end))
        return ro_reliability(RO_BY_CLAIMANT);
    if (charge->accuses && is_related(matching, charge->accused))
        return ro_reliability(RO_BY_ACCUSED);
    if (denial->denied == RO_DENIED_ALL && distance <= NEAR && is_prosecution(matching, charge))
        return ro_reliability(RO_BY_SUBJECT);
    if (before && denial->denied >= RO_DENIED_CLAUSE && is_denied_like(matching, denial->object, charge))
        return ro_reliability(RO_BY_LIKE_CLAIM);
    return score_of_place(matching, denial, charge, distance);
}

/* Whether a claim is not the denial's own words, or told inside them: but "rejects | what Ruk told: that he was beaten |". */
static bool is_apart(const struct denial *denial, const struct charge *charge)
{
    bool inside = charge->words.begin < denial->words.end && denial->words.begin < charge->words.end;
    return !inside || (denial->denied < RO_DENIED_THIS && charge->words.begin > denial->word);
}

static bool write(struct matching *matching, const struct denial *denial, const struct charge *charge, double score)
{
    struct account one = {.words = charge->words, .statement = charge->statement, .source = charge->source};
    struct account other = {.words = denial->words, .statement = denial->statement, .source = denial->denier};
    struct told_side claim = {&one, charge->words, RO_NONE}, answer = {&other, denial->words, RO_NONE};
    struct slice about = ro_document_words(matching->accounts->document, charge->words);
    return ro_dispute_write(matching->disputing, RO_DENIAL, about, claim, answer, score);
}

/* The claim that a noun of a denial tells itself: rejects | Kyiv's accusation that it shelled the port |. */
static bool write_own(struct matching *matching, const struct denial *denial)
{
    const struct tree *tree = matching->accounts->tree;
    if (denial->denied > RO_DENIED_ACCUSATION || denial->claimant == RO_NONE || denial->object == RO_NONE ||
        denial->content == RO_NONE || !ro_are_opposed(matching->accounts, denial->claimant, denial->denier))
        return true;
    struct charge charge = {.words = ro_words_under(tree, denial->object),
                            .source = denial->claimant,
                            .statement = RO_NONE,
                            .accused = RO_NONE};
    return write(matching, denial, &charge, ro_reliability(RO_BY_CLAIMANT));
}

/* "accuse | Ana Ruiz | of cheating. | The 26-year-old | called that absurd": who is nobody else is the accused. */
static uint32_t denier_of(const struct denial *denial, const struct charge *charge)
{
    bool may_be = denial->denier == RO_NONE && charge->accuses && charge->words.end <= denial->word;
    return may_be ? charge->accused : denial->denier;
}

static bool match(struct matching *matching, const struct denial *denial)
{
    static const double of_accusation = 0.05;
    const struct document *document = matching->accounts->document;
    uint32_t sentence = document->words[denial->word].sentence;
    uint32_t first = sentence > BEFORE ? sentence - BEFORE : 0;
    uint32_t last = sentence + 1 < document->sentence_count ? sentence + 1 : sentence;
    const struct sentence *end = &document->sentences[last];
    const struct charge *best = NULL;
    struct denial own = *denial, best_denial = own;
    double best_score = 0;
    for (uint32_t i = ro_charges_from(&matching->charges, document->sentences[first].first_word);
         i < matching->charges.count && matching->charges.items[i].words.begin < end->first_word + end->word_count;
         i++) {
        const struct charge *charge = &matching->charges.items[i];
        own.denier = denier_of(denial, charge);
        relate(matching, &own);
        if (!is_apart(&own, charge) || !is_claim(matching, charge) ||
            !ro_are_opposed(matching->accounts, charge->source, own.denier))
            continue;
        double score = score_of(matching, &own, charge);
        score += score > 0 && own.denied == RO_DENIED_ACCUSATION && charge->accuses ? of_accusation : 0;
        bool behind = charge->words.begin > denial->word;
        if (score > best_score || (score == best_score && score > 0 && !behind)) {
            best = charge;
            best_denial = own;
            best_score = score;
        }
    }
    return best ? write(matching, &best_denial, best, best_score) : write_own(matching, denial);
}

/* Reading */

static bool read_denials(struct matching *matching)
{
    const struct accounts *accounts = matching->accounts;
    struct denials *denials = &matching->denials;
    uint32_t count = accounts->document->word_count + 1;
    denials->told = ro_arena_alloc(&accounts->context->scratch, count, sizeof *denials->told);
    matching->denial_at = ro_arena_alloc(&accounts->context->scratch, count, sizeof *matching->denial_at);
    if (!matching->denial_at || !denials->told)
        return false;
    for (uint32_t word = 0; word < accounts->document->word_count; word++)
        if (!ro_denials_of_verb(denials, word) || !ro_denials_of_noun(denials, word))
            return false;
    for (uint32_t i = 0; i < accounts->count; i++)
        if (!ro_denials_of_account(denials, &accounts->items[i]))
            return false;
    memset(matching->denial_at, 0xff, count * sizeof *matching->denial_at);
    for (uint32_t i = 0; i < denials->count; i++)
        matching->denial_at[denials->items[i].word] = i;
    return true;
}

bool ro_find_denials(struct disputing *disputing)
{
    const struct accounts *accounts = &disputing->accounts;
    const struct dispute_words *words = disputing->context->resources->dispute_words;
    struct matching matching = {.disputing = disputing, .accounts = accounts};
    matching.denials = (struct denials){.accounts = accounts, .words = words};
    if (!ro_charges_read(&matching.charges, accounts, words))
        return false;
    matching.denials.cue_at = matching.charges.cue_at;
    if (!read_denials(&matching))
        return false;
    for (uint32_t i = 0; i < matching.denials.count; i++)
        if (!match(&matching, &matching.denials.items[i]))
            return false;
    return true;
}

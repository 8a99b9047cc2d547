/* blames.c: pairs accounts that name different culprits of one deed. What tells that it is one deed is above all that the one names the other
 * who answers: "The fire came from | the landlord's wiring |. | The landlord | puts it down to a smoker." */
#include "positions/blames.h"

#include <stdlib.h>

#include "events/frames.h"
#include "positions/culprits.h"
#include "positions/likeness.h"
#include "statements/build.h"

enum { SENTENCES = 6, MENTIONS = 8 };

#define LEAST_LIKENESS 0.3

struct blaming {
    struct disputing *disputing;
    const struct accounts *accounts;
    struct culprits culprits;
};

/* Phrases */

/* A noun with what makes it one, up to a comma: | the hotel's own kitchen |, "it was | Osaka |, according to Salmi, that pulled out". */
static struct range phrase_of(const struct blaming *blaming, uint32_t head)
{
    static const char *const parts[] = {"nmod", "amod", "compound", "flat", "det", "nummod", NULL};
    const struct tree *tree = blaming->accounts->tree;
    struct range words = {head, head + 1};
    for (uint32_t child = tree->first_child[head]; child != RO_NONE; child = tree->next_child[child])
        for (const char *const *part = parts; *part; part++)
            if (ro_hangs_by(ro_tree_word(tree, child), *part)) {
                struct range own = ro_words_under(tree, child);
                words.begin = own.begin < words.begin ? own.begin : words.begin;
                words.end = own.end > words.end ? own.end : words.end;
            }
    for (uint32_t word = head + 1; word < words.end; word++)
        if (ro_slice_equal(ro_document_word(tree->document, word), RO_SLICE(",")))
            words.end = word;
    return words;
}

/* Whether two words have one stem, but for an ending of names: "Afshan", "Afshani", "the Afshanis". */
static bool is_same_stem(const struct word *one, const struct word *other)
{
    enum { LONG = 5, ENDING = 2 };
    char first[RO_LONGEST_STEM], second[RO_LONGEST_STEM];
    struct slice a = ro_stem(ro_slice(one->lemma), first), b = ro_stem(ro_slice(other->lemma), second);
    size_t least = a.length < b.length ? a.length : b.length, most = a.length < b.length ? b.length : a.length;
    return least > 0 && memcmp(a.data, b.data, least) == 0 &&
           (most == least || (least >= LONG && most - least <= ENDING));
}

/* Whether a word may tell one side from another: no "member", "official". */
static bool is_telling(const struct tree *tree, uint32_t word)
{
    static const char *const common[] = {"member", "official", "spokesman",  "spokeswoman", "people",    "man",
                                         "woman",  "side",     "group",      "minister",    "president", "head",
                                         "other",  "chief",    "government", "leader",      "state",     "Mr.",
                                         "own",    "party",    NULL};
    return (ro_tree_has_upos(tree, word, "NOUN") || ro_tree_has_upos(tree, word, "PROPN") ||
            ro_tree_has_upos(tree, word, "ADJ")) &&
           ro_tree_word(tree, word)->lemma && !ro_lemma_in(ro_tree_word(tree, word), common);
}

static bool shares_word(const struct tree *tree, struct range one, struct range other)
{
    for (uint32_t i = one.begin; ro_range_has(one, i); i++)
        for (uint32_t j = other.begin; is_telling(tree, i) && ro_range_has(other, j); j++)
            if (is_telling(tree, j) && is_same_stem(ro_tree_word(tree, i), ro_tree_word(tree, j)))
                return true;
    return false;
}

/* Whether two phrases name somebody both, or share a word. */
static bool do_meet(const struct blaming *blaming, struct range phrase, struct range narrator)
{
    const uint32_t *who = blaming->accounts->who;
    for (uint32_t word = phrase.begin; ro_range_has(phrase, word); word++)
        for (uint32_t other = narrator.begin; who[word] != RO_NONE && ro_range_has(narrator, other); other++)
            if (who[other] == who[word])
                return true;
    return shares_word(blaming->accounts->tree, phrase, narrator);
}

/* Whether a phrase is of the side that gives an account: names its source, those for whom it speaks, or has a word of the phrases for it. */
static bool is_phrase_of(const struct blaming *blaming, struct range phrase, const struct culprit *account,
                         bool kin)
{
    const struct accounts *accounts = blaming->accounts;
    const struct entity *source = &accounts->document->entities[account->source];
    for (uint32_t word = phrase.begin; ro_range_has(phrase, word); word++)
        if (accounts->who[word] == account->source ||
            (kin && accounts->who[word] != RO_NONE &&
             !ro_are_opposed(accounts, accounts->who[word], account->source)))
            return true;
    struct range narrator = account->narrator == RO_NONE ? RO_NO_RANGE
                            : kin
                                ? ro_words_under(accounts->tree, account->narrator) /* "which keeps the signals" */
                                : phrase_of(blaming, account->narrator);
    if (do_meet(blaming, phrase, narrator))
        return true;
    for (uint32_t i = 0; i < source->mention_count && i < MENTIONS; i++)
        if (source->mentions[i].kind != RO_PRONOUN &&
            do_meet(blaming, phrase, ro_span_words(accounts->document, source->mentions[i].span)))
            return true;
    return false;
}

/* The same of a culprit: of his phrase, what is added to it ("its supplier, | Datacore |"), what it was called first: | a Norrish coast guard |
 * cutter ... the cutter. */
static bool is_of(const struct blaming *blaming, const struct culprit *culprit, const struct culprit *account)
{
    uint32_t added = ro_tree_child(blaming->accounts->tree, culprit->word, "appos", RO_NONE);
    uint32_t words[] = {culprit->word, culprit->earlier, ro_range_has(culprit->words, added) ? added : RO_NONE};
    for (uint32_t i = 0; i < 3; i++)
        if (words[i] != RO_NONE && is_phrase_of(blaming, phrase_of(blaming, words[i]), account, true))
            return true;
    return false;
}

/* Whether it is another by the word for him: | his partner |, | its supplier |; but not "its troops". */
static bool is_other(const struct blaming *blaming, const struct culprit *culprit)
{
    static const char *const others[] = {"supplier",  "rival",       "competitor", "partner",    "neighbour",
                                         "neighbor",  "enemy",       "opponent",   "contractor", "subcontractor",
                                         "landlord",  "tenant",      "customer",   "client",     "predecessor",
                                         "successor", "counterpart", "dealer",     "owner",      "insurer",
                                         "adversary", "employer",    "vendor",     "foe",        "accuser",
                                         "guest",     "neighbor",    "importer",   NULL};
    const struct tree *tree = blaming->accounts->tree;
    uint32_t owner = ro_tree_child(tree, culprit->word, "nmod:poss", RO_NONE);
    bool person = blaming->accounts->document->entities[culprit->source].type == RO_PERSON;
    return owner != RO_NONE && ro_tree_has_upos(tree, owner, "PRON") &&
           (person || ro_lemma_in(ro_tree_word(tree, culprit->word), others));
}

/* Whether an account names its own side: but "| They | fired first," in its own words, are others. */
static bool is_own(const struct blaming *blaming, const struct culprit *culprit)
{
    static const char *const others[] = {"they", "he", "she", "them", NULL};
    const struct document *document = blaming->accounts->document;
    bool quoted = culprit->statement != RO_NONE && document->statements[culprit->statement].form == READOUT_DIRECT;
    if (quoted && ro_lemma_in(&document->words[culprit->word], others))
        return false;
    if (culprit->naming == RO_NAMED_CLEFT && ro_tree_has_upos(blaming->accounts->tree, culprit->word, "NOUN"))
        return culprit->narrator != RO_NONE &&
               shares_word(blaming->accounts->tree, phrase_of(blaming, culprit->word),
                           ro_words_under(blaming->accounts->tree, culprit->narrator));
    if (is_other(blaming, culprit))
        return false;
    return is_phrase_of(blaming, phrase_of(blaming, culprit->word), culprit, false);
}

static bool is_same(const struct blaming *blaming, const struct culprit *one, const struct culprit *other)
{
    const struct accounts *accounts = blaming->accounts;
    uint32_t first = accounts->who[one->word], second = accounts->who[other->word];
    bool cleft = one->naming == RO_NAMED_CLEFT ||
                 other->naming == RO_NAMED_CLEFT; /* "it was the union": "it" is nobody */
    if (first != RO_NONE && first == second && !cleft)
        return true;
    return !ro_tree_has_upos(accounts->tree, one->word, "PRON") &&
           is_same_stem(ro_tree_word(accounts->tree, one->word), ro_tree_word(accounts->tree, other->word));
}

/* The words that tell the deed: of "blames | the rebels | for the raid" the last. */
static struct range deed_of(const struct blaming *blaming, const struct culprit *culprit)
{
    uint32_t end = phrase_of(blaming, culprit->word).end;
    bool blames = culprit->naming == RO_NAMED_BLAMED && ro_range_has(culprit->words, end);
    return blames ? (struct range){end, culprit->words.end} : culprit->words;
}

static bool is_alike(const struct blaming *blaming, const struct culprit *one, const struct culprit *other)
{
    return ro_issue_likeness(blaming->disputing->context->resources->topics, blaming->accounts->document,
                             blaming->accounts->who, deed_of(blaming, one),
                             deed_of(blaming, other)) >= LEAST_LIKENESS;
}

static bool is_outright(const struct culprit *culprit)
{
    return culprit->naming >= RO_NAMED_FIRST;
}

/* Whether it leaves open what was done, which the account before told: "it was the farmers", "started it", "blames the weather". */
static bool is_answer(const struct blaming *blaming, const struct culprit *culprit)
{
    static const char *const its[] = {"it", "this", "that", NULL};
    static const struct slice as[] = {RO_SLICE("as"), {NULL, 0}};
    const struct tree *tree = blaming->accounts->tree;
    if (culprit->deed == RO_NONE)
        return true;
    bool relative = ro_hangs_by(ro_tree_word(tree, culprit->deed), "acl") && culprit->naming == RO_NAMED_BLAMED;
    for (uint32_t child = tree->first_child[culprit->deed]; child != RO_NONE; child = tree->next_child[child]) {
        const struct word *own = ro_tree_word(tree, child);
        bool object = ro_hangs_by(own, "obj") && !ro_lemma_in(own, its);
        bool role = ro_tree_has_case(tree, child, as); /* named it | as the source | */
        if (child > culprit->deed && child != culprit->word && !role &&
            (object || ro_hangs_by(own, "obl") || ro_hangs_by(own, "advcl")))
            return false;
    }
    return !relative && culprit->naming >= RO_NAMED_GUILTY;
}

static bool is_accused(const struct blaming *blaming, const struct culprit *culprit)
{
    return culprit->naming == RO_NAMED_BLAMED &&
           ro_lemma_is(ro_tree_word(blaming->accounts->tree, culprit->deed), "accuse");
}

/* "accused the police | of the murder |": of what was told. */
static bool refers_back(const struct blaming *blaming, const struct culprit *culprit)
{
    static const struct slice of[] = {RO_SLICE("of"), {NULL, 0}};
    const struct tree *tree = blaming->accounts->tree;
    uint32_t heads[] = {culprit->deed, culprit->word};
    for (uint32_t i = 0; i < 2; i++)
        for (uint32_t child = tree->first_child[heads[i]]; child != RO_NONE; child = tree->next_child[child]) {
            const struct word *own = ro_tree_word(tree, child);
            if ((ro_hangs_by(own, "obl") || ro_hangs_by(own, "nmod")) && ro_tree_has_case(tree, child, of) &&
                (ro_tree_has_upos(tree, child, "PRON") ||
                 ro_tree_child_lemma(tree, child, "det", "the") != RO_NONE ||
                 ro_tree_child_lemma(tree, child, "det", "this") != RO_NONE))
                return true;
        }
    return false;
}

static uint32_t distance_of(const struct blaming *blaming, const struct culprit *one, const struct culprit *other)
{
    const struct word *words = blaming->accounts->document->words;
    return words[other->words.begin].sentence - words[one->words.begin].sentence;
}

/* Whether somebody is blamed for what he did, not for what came of it. */
static bool blames_for_doing(const struct blaming *blaming, const struct culprit *culprit)
{
    const struct tree *tree = blaming->accounts->tree;
    for (uint32_t child = tree->first_child[culprit->deed]; child != RO_NONE; child = tree->next_child[child])
        if (child > culprit->deed && ro_tree_tagged(tree, child, "VBG"))
            return true;
    return false;
}

/* "A accused B of theft; B accused A of slander": each of another deed, where nothing tells that it is one. */
static bool are_apart(const struct blaming *blaming, const struct culprit *one, const struct culprit *other)
{
    bool first = is_accused(blaming, one), second = is_accused(blaming, other);
    bool both = one->naming == RO_NAMED_BLAMED && other->naming == RO_NAMED_BLAMED;
    if (both && !first && !second && blames_for_doing(blaming, one) && blames_for_doing(blaming, other) &&
        distance_of(blaming, one, other) <= 1) /* for | tearing up | the deal, for | asking | too much */
        return false;
    if (both && !first && !second && !is_answer(blaming, one) && !is_answer(blaming, other))
        return !is_alike(blaming, one, other); /* blamed | for the debt | */
    if ((!first && !second) || is_alike(blaming, one, other))
        return false;
    return first ? second || !is_answer(blaming, other) : !refers_back(blaming, other);
}

static bool have_class(const struct blaming *blaming, const struct culprit *one, const struct culprit *other,
                       uint32_t class)
{
    const struct culprits *culprits = &blaming->culprits;
    return one->deed != RO_NONE && other->deed != RO_NONE &&
           ro_dispute_classes(culprits->words, blaming->accounts->tree, one->deed) &
               ro_dispute_classes(culprits->words, blaming->accounts->tree, other->deed) & class;
}

/* Whether a sentence is built to say who it was. */
static bool is_pointed(const struct blaming *blaming, const struct culprit *culprit)
{
    return culprit->naming >= RO_NAMED_ORIGIN && culprit->naming != RO_NAMED_GUILTY &&
           !is_accused(blaming, culprit);
}

/* "his partner had forged the letters", "the letters had been forged by the banker" */
static bool is_same_deed(const struct blaming *blaming, const struct culprit *one, const struct culprit *other)
{
    const struct tree *tree = blaming->accounts->tree;
    if (one->deed == RO_NONE || other->deed == RO_NONE || !ro_tree_has_upos(tree, one->deed, "VERB") ||
        !is_same_stem(ro_tree_word(tree, one->deed), ro_tree_word(tree, other->deed)))
        return false;
    uint32_t first = ro_frame_of(tree, one->deed).object, second = ro_frame_of(tree, other->deed).object;
    return first != RO_NONE && second != RO_NONE &&
           (is_same_stem(ro_tree_word(tree, first), ro_tree_word(tree, second)) ||
            (blaming->accounts->who[first] != RO_NONE &&
             blaming->accounts->who[first] == blaming->accounts->who[second]));
}

/* What two culprits of opposed accounts have between them. */
struct blamed {
    bool outright, both; /* one, both of them named outright */
    bool harm;           /* both by a verb of harm, or more */
    bool first, second;  /* the first is of the other's side, the second of the first's */
    bool near;
};

static struct blamed blamed_of(const struct blaming *blaming, const struct culprit *one,
                               const struct culprit *other)
{
    return (struct blamed){.outright = is_outright(one) || is_outright(other),
                           .both = is_outright(one) && is_outright(other),
                           .harm = one->naming >= RO_NAMED_HARM && other->naming >= RO_NAMED_HARM,
                           .first = is_of(blaming, one, other),
                           .second = is_of(blaming, other, one),
                           .near = distance_of(blaming, one, other) <= 2};
}

/* "It was | indeed | its cable." */
static bool is_admitted(const struct blaming *blaming, const struct culprit *culprit)
{
    for (uint32_t word = culprit->words.begin; word < culprit->words.end; word++)
        if (ro_lemma_is(ro_tree_word(blaming->accounts->tree, word), "indeed"))
            return true;
    return false;
}

/* Whether two may be compared at all: opposed, named clearly, neither his own accuser, not one. */
static bool may_differ(const struct blaming *blaming, const struct culprit *one, const struct culprit *other)
{
    bool harm = one->naming >= RO_NAMED_HARM && other->naming >= RO_NAMED_HARM;
    bool clear = is_outright(one) || is_outright(other) || harm || is_same_deed(blaming, one, other);
    return clear && ro_are_opposed(blaming->accounts, one->source, other->source) && !is_own(blaming, one) &&
           !is_own(blaming, other) && !is_same(blaming, one, other) && !is_admitted(blaming, other);
}

/* Each says that it was the other. */
static bool is_mutual(const struct blaming *blaming, const struct culprit *one, const struct culprit *other,
                      const struct blamed *blamed)
{
    bool pointed = blamed->harm || is_pointed(blaming, one) || is_pointed(blaming, other);
    return blamed->first && blamed->second && ((blamed->outright && pointed) || is_same_deed(blaming, one, other));
}

/* One says that it was the other, who says that it was a third. */
static bool is_of_one(const struct blaming *blaming, const struct culprit *one, const struct culprit *other,
                      const struct blamed *blamed)
{
    bool named = (blamed->first && is_outright(other)) || (blamed->second && is_outright(one));
    return ((blamed->first || blamed->second) && blamed->both) ||
           ((blamed->near || (blamed->first && blamed->second)) && have_class(blaming, one, other, RO_WORD_QUIT)) ||
           (blamed->second && blamed->harm && is_answer(blaming, other)) || (blamed->near && blamed->harm && named);
}

/* Both say who was first: "it was the marchers who | first | used arms" - "the | first | shots came from a lorry". */
static bool are_first(const struct blaming *blaming, const struct culprit *one, const struct culprit *other)
{
    const struct culprit *const both[] = {one, other};
    uint32_t count = 0;
    for (size_t i = 0; i < 2; i++) {
        bool first = false;
        for (uint32_t word = both[i]->words.begin; word < both[i]->words.end; word++)
            first |= ro_lemma_is(ro_tree_word(blaming->accounts->tree, word), "first");
        count += first;
    }
    return count == 2;
}

/* "The rebels wrecked the talks" - "it was | the generals | who did": built to say that it was somebody else. */
static bool is_contrast(const struct culprit *one, const struct culprit *other, const struct blamed *blamed)
{
    const struct culprit *cleft = other->naming == RO_NAMED_CLEFT ? other : one,
                         *plain = cleft == one ? other : one;
    return cleft->naming == RO_NAMED_CLEFT && cleft->deed != RO_NONE && blamed->near &&
           (plain->naming >= RO_NAMED_HARM || (cleft == other && (blamed->first || blamed->second)));
}

/* Near each other, and one answers the other: "it was caused by an air strike". */
static bool are_like(const struct blaming *blaming, const struct culprit *one, const struct culprit *other,
                     const struct blamed *blamed)
{
    bool answered = is_answer(blaming, one) && blamed->harm && (is_outright(one) || blamed->first);
    return is_contrast(one, other, blamed) ||
           (blamed->near &&
            (answered || (blamed->both && is_answer(blaming, other)) ||
             (blamed->both && are_first(blaming, one, other)) || (blamed->harm && is_alike(blaming, one, other))));
}

static double score_of(const struct blaming *blaming, const struct culprit *one, const struct culprit *other)
{
    if (!may_differ(blaming, one, other))
        return 0;
    struct blamed blamed = blamed_of(blaming, one, other);
    bool contrast = is_contrast(one, other, &blamed);
    if ((!blamed.first && !blamed.second && !blamed.both && !contrast) || are_apart(blaming, one, other))
        return 0;
    if (is_mutual(blaming, one, other, &blamed))
        return ro_reliability(RO_BY_BOTH_BLAMED);
    if (other->naming == RO_NAMED_ALONE) /* of "the students did it" */
        return distance_of(blaming, one, other) <= 1 && is_outright(one) ? ro_reliability(RO_BY_LIKE_DEEDS) : 0;
    if (is_of_one(blaming, one, other, &blamed))
        return ro_reliability(RO_BY_ONE_BLAMED);
    return are_like(blaming, one, other, &blamed) ? ro_reliability(RO_BY_LIKE_DEEDS) : 0;
}

static bool write(struct blaming *blaming, const struct culprit *one, const struct culprit *other, double score)
{
    struct account first = {.words = one->words, .statement = one->statement, .source = one->source};
    struct account second = {.words = other->words, .statement = other->statement, .source = other->source};
    struct told_side sides[] = {{&first, one->words, RO_NONE}, {&second, other->words, RO_NONE}};
    struct slice about = ro_document_words(blaming->accounts->document, one->words);
    return ro_dispute_write(blaming->disputing, RO_ATTRIBUTION, about, sides[0], sides[1], score);
}

/* "Norland and Sudmark accused | each other | of firing first" */
static bool write_mutual(struct blaming *blaming, const struct culprit *culprit)
{
    const struct accounts *accounts = blaming->accounts;
    const struct tree *tree = accounts->tree;
    bool mutual = ro_lemma_is(ro_tree_word(tree, culprit->word), "each") ||
                  ro_tree_child_lemma(tree, culprit->word, NULL, "each") != RO_NONE;
    uint32_t conjunct = RO_NONE;
    if (culprit->naming == RO_NAMED_BLAMED && mutual && culprit->narrator != RO_NONE)
        conjunct = ro_tree_child(tree, culprit->narrator, "conj", RO_NONE);
    uint32_t source = conjunct == RO_NONE ? RO_NONE : ro_account_who(accounts, conjunct);
    struct culprit other = *culprit;
    other.source = source;
    return !ro_are_opposed(accounts, culprit->source, source) ||
           write(blaming, culprit, &other, ro_reliability(RO_BY_BOTH_BLAMED));
}

static int compare(const void *a, const void *b)
{
    const struct culprit *one = a, *other = b;
    if (one->words.begin != other->words.begin)
        return one->words.begin < other->words.begin ? -1 : 1;
    return one->deed < other->deed ? -1 : one->deed > other->deed;
}

/* Write the best of the pairs of one with those behind it. */
static bool match(struct blaming *blaming, uint32_t number)
{
    const struct document *document = blaming->accounts->document;
    const struct culprit *one = &blaming->culprits.items[number], *best = NULL;
    double best_score = 0;
    for (uint32_t i = number + 1; i < blaming->culprits.count; i++) {
        const struct culprit *other = &blaming->culprits.items[i];
        if (document->words[other->words.begin].sentence > document->words[one->words.begin].sentence + SENTENCES)
            break;
        double score = score_of(blaming, one, other);
        if (score > best_score) {
            best = other;
            best_score = score;
        }
    }
    return best ? write(blaming, one, best, best_score) : write_mutual(blaming, one);
}

bool ro_find_attributions(struct disputing *disputing)
{
    struct blaming blaming = {.disputing = disputing, .accounts = &disputing->accounts};
    blaming.culprits = (struct culprits){.accounts = &disputing->accounts,
                                         .words = disputing->context->resources->dispute_words};
    if (!ro_culprits_read(&blaming.culprits))
        return false;
    if (blaming.culprits.count)
        qsort(blaming.culprits.items, blaming.culprits.count, sizeof *blaming.culprits.items, compare);
    for (uint32_t i = 0; i < blaming.culprits.count; i++)
        if (!match(&blaming, i))
            return false;
    return true;
}

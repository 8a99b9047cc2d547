/* culprits.c: reads whom accounts name: "It was | the police | who started it", "The club blames | the weather |". */
#include "positions/culprits.h"

#include "events/facts.h"
#include "statements/build.h"

static const struct slice from[] = {RO_SLICE("from"), RO_SLICE("with"), {NULL, 0}};
static const struct slice on[] = {RO_SLICE("on"), RO_SLICE("upon"), RO_SLICE("to"), {NULL, 0}};

static uint32_t classes(const struct culprits *culprits, uint32_t word)
{
    return ro_dispute_classes(culprits->words, culprits->accounts->tree, word);
}

/* A noun, or a name that the parser takes for something else. */
static bool is_noun(const struct accounts *accounts, uint32_t word)
{
    const struct tree *tree = accounts->tree;
    return accounts->who[word] != RO_NONE || ro_tree_has_upos(tree, word, "NOUN") ||
           ro_tree_has_upos(tree, word, "PROPN") || ro_tree_has_upos(tree, word, "PRON");
}

static bool is_negated(const struct tree *tree, uint32_t word)
{
    return ro_tree_child_lemma(tree, word, NULL, "not") != RO_NONE ||
           ro_tree_child_lemma(tree, word, NULL, "n't") != RO_NONE;
}

static uint32_t phrase_with(const struct tree *tree, uint32_t verb, const struct slice *cases)
{
    uint32_t child = RO_NONE;
    while ((child = ro_tree_child(tree, verb, "obl", child)) != RO_NONE && !ro_tree_has_case(tree, child, cases))
        ;
    return child;
}

/* Predicates */

/* Whether a noun phrase may name somebody who did it: a name, "his wiring", "the army"; but not "it was a mistake". */
static bool may_act(const struct culprits *culprits, uint32_t word)
{
    const struct tree *tree = culprits->accounts->tree;
    if (ro_tree_has_upos(tree, word, "PROPN") || ro_tree_child(tree, word, "nmod:poss", RO_NONE) != RO_NONE)
        return true;
    for (uint32_t child = tree->first_child[word]; child != RO_NONE && child < word;
         child = tree->next_child[child])
        if (culprits->accounts->who[child] != RO_NONE &&
            (ro_hangs_by(ro_tree_word(tree, child), "amod") || ro_hangs_by(ro_tree_word(tree, child), "compound")))
            return true; /* | Norrish | positions */
    bool named = word + 1 < tree->document->word_count && ro_tree_has_upos(tree, word + 1, "PROPN");
    if (named && ro_tree_child_lemma(tree, word, "det", "the") != RO_NONE) /* the freighter | Lydia | */
        return true;
    uint32_t who = culprits->accounts->who[word];
    return who != RO_NONE && culprits->accounts->document->entities[who].type != RO_PLACE &&
           ro_tree_has_upos(tree, word, "NOUN") && ro_tree_child_lemma(tree, word, "det", "the") != RO_NONE;
}

/* | It | was the police | who started it |; "it was the farmers' slurry" */
static bool read_cleft(const struct culprits *culprits, uint32_t word, struct culprit *culprit)
{
    const struct tree *tree = culprits->accounts->tree;
    uint32_t it = ro_tree_child_lemma(tree, word, NULL, "it"),
             verb = ro_tree_child(tree, word, "acl:relcl", RO_NONE);
    if (it == RO_NONE || it > word ||
        (!ro_hangs_by(ro_tree_word(tree, it), "nsubj") && !ro_hangs_by(ro_tree_word(tree, it), "expl")))
        return false;
    if (ro_tree_child(tree, word, "cop", RO_NONE) == RO_NONE || is_negated(tree, word) ||
        ro_tree_child(tree, word, "case", RO_NONE) != RO_NONE) /* "it was during his term" */
        return false;
    bool subject = verb == RO_NONE || ro_subject_of(tree, verb) == RO_NONE ||
                   ro_tree_antecedent(tree, ro_subject_of(tree, verb)) == word;
    culprit->word = word;
    culprit->deed = verb;
    culprit->naming = RO_NAMED_CLEFT;
    return subject && (verb != RO_NONE || may_act(culprits, word));
}

/* "The delays were of | the clerk's | own making", "it is | their | fault" */
static bool read_making(const struct tree *tree, uint32_t word, struct culprit *culprit)
{
    static const char *const makings[] = {"fault", "making", "doing", "handiwork", "work", NULL};
    static const struct slice of[] = {RO_SLICE("of"), {NULL, 0}};
    uint32_t owner = ro_tree_child(tree, word, "nmod:poss", RO_NONE),
             behind = ro_tree_child(tree, word, "nmod", RO_NONE);
    if (owner == RO_NONE && behind != RO_NONE && ro_tree_has_case(tree, behind, of))
        owner = behind; /* the work of | the rebels | */
    if (owner == RO_NONE || !ro_lemma_in(ro_tree_word(tree, word), makings) ||
        ro_tree_child(tree, word, "cop", RO_NONE) == RO_NONE || is_negated(tree, word))
        return false;
    culprit->word = owner;
    culprit->deed = word;
    culprit->naming = RO_NAMED_GUILTY;
    return true;
}

/* "The machines | were at fault |", "the driver | is responsible, is to blame |" */
static bool read_guilty(const struct culprits *culprits, uint32_t word, struct culprit *culprit)
{
    static const struct slice at[] = {RO_SLICE("at"), {NULL, 0}};
    const struct tree *tree = culprits->accounts->tree;
    bool copula = ro_tree_child(tree, word, "cop", RO_NONE) != RO_NONE;
    bool adjective = copula && classes(culprits, word) & RO_WORD_GUILT;
    bool fault = copula && ro_lemma_is(ro_tree_word(tree, word), "fault") && ro_tree_has_case(tree, word, at);
    bool blame = ro_lemma_is(ro_tree_word(tree, word), "blame") &&
                 ro_tree_child_lemma(tree, word, "mark", "to") != RO_NONE &&
                 ro_tree_child(tree, word, "obj", RO_NONE) == RO_NONE;
    if ((!adjective && !fault && !blame) || is_negated(tree, word))
        return false;
    culprit->word = ro_subject_of(tree, word);
    culprit->deed = word;
    culprit->naming = RO_NAMED_GUILTY;
    return culprit->word != RO_NONE;
}

/* Verbs */

/* "fired | first |", "threw the | first | punch", "long | before | a horse had moved", "stones were thrown only | afterwards |" */
static bool is_first(const struct culprits *culprits, const struct frame *frame, struct range account)
{
    const struct tree *tree = culprits->accounts->tree;
    if (ro_tree_child_lemma(tree, frame->clause, "advmod", "first") != RO_NONE)
        return true;
    uint32_t phrases[] = {frame->object, ro_tree_child(tree, frame->clause, "nsubj", RO_NONE)};
    for (uint32_t i = 0; i < 2; i++)
        if (phrases[i] != RO_NONE && ro_tree_child_lemma(tree, phrases[i], "amod", "first") != RO_NONE)
            return true;
    for (uint32_t word = account.begin; word < account.end; word++) {
        const struct word *own = ro_tree_word(tree, word);
        bool before = ro_lemma_is(own, "before") && (ro_hangs_by(own, "mark") || ro_hangs_by(own, "case"));
        if (before || ro_lemma_is(own, "afterwards") || ro_lemma_is(own, "afterward"))
            return true;
    }
    return false;
}

static enum naming naming_of(const struct culprits *culprits, const struct frame *frame, struct range account)
{
    uint32_t bits = classes(culprits, frame->clause);
    if (bits & (RO_WORD_HARM | RO_WORD_BEGIN) && is_first(culprits, frame, account))
        return RO_NAMED_FIRST;
    static const char *const causes[] = {"cause",   "start", "begin",   "provoke", "trigger",
                                         "set_off", "spark", "unleash", "incite",  NULL};
    const struct tree *tree = culprits->accounts->tree;
    uint32_t object = frame->object != RO_NONE ? frame->object
                                               : ro_tree_child(tree, frame->clause, "nsubj:pass", RO_NONE);
    bool trouble = object != RO_NONE &&
                   (ro_tree_has_upos(tree, object, "PRON") || classes(culprits, object) & RO_WORD_TROUBLE);
    if (trouble && ro_lemma_in(ro_tree_word(tree, frame->clause), causes))
        return RO_NAMED_GUILTY;
    bool opens = bits & RO_WORD_BEGIN && trouble; /* opened fire */
    return opens || bits & (RO_WORD_HARM | RO_WORD_QUIT | RO_WORD_CAUSE) ? RO_NAMED_HARM : RO_NAMED_DOING;
}

/* "fell because | its owner | had neglected it", "failed because of | the union |", "due to | the dealer |" */
static bool read_because(const struct culprits *culprits, uint32_t word, struct culprit *culprit)
{
    static const struct slice of[] = {RO_SLICE("because"), RO_SLICE("due"), RO_SLICE("owing"), {NULL, 0}};
    const struct tree *tree = culprits->accounts->tree;
    bool clause = ro_hangs_by(ro_tree_word(tree, word), "advcl") &&
                  ro_tree_child_lemma(tree, word, "mark", "because") != RO_NONE;
    bool phrase = ro_hangs_by(ro_tree_word(tree, word), "obl") && ro_tree_has_case(tree, word, of);
    culprit->deed = word;
    culprit->naming = RO_NAMED_GUILTY;
    uint32_t owner = phrase ? ro_tree_child(tree, word, "nmod:poss", RO_NONE) : RO_NONE;
    culprit->word = clause ? ro_subject_of(tree, word) : owner != RO_NONE ? owner : word;
    return (clause || (phrase && (owner != RO_NONE || may_act(culprits, word)))) && culprit->word != RO_NONE &&
           is_noun(culprits->accounts, culprit->word);
}

/* "| The students | did it", "was done by | the anchor |" */
static bool does_it(const struct tree *tree, const struct frame *frame)
{
    static const char *const its[] = {"it", "this", "that", "so", NULL};
    uint32_t object = frame->object != RO_NONE ? frame->object
                                               : ro_tree_child(tree, frame->clause, "nsubj:pass", RO_NONE);
    return ro_lemma_is(ro_tree_word(tree, frame->clause), "do") && object != RO_NONE &&
           ro_lemma_in(ro_tree_word(tree, object), its);
}

/* "the operator | itself |" */
static bool is_stressed(const struct tree *tree, uint32_t noun)
{
    static const char *const selves[] = {"itself", "himself", "herself", "themselves", NULL};
    return noun + 1 < tree->document->word_count && (ro_lemma_in(ro_tree_word(tree, noun + 1), selves) ||
                                                     ro_tree_child_lemma(tree, noun, "amod", "own") != RO_NONE);
}

/* The word that is highest but for quotation marks. */
static uint32_t top_of(const struct tree *tree, struct range words)
{
    while (ro_range_is(words) && ro_tree_has_upos(tree, words.begin, "PUNCT"))
        words.begin++;
    return ro_range_is(words) ? ro_highest(tree->document, words) : RO_NONE;
}

/* "Who did it?" - "| Friends of his own |," replied Roe: a noun is all that he says. */
static bool read_alone(const struct culprits *culprits, uint32_t word, const struct account *account,
                       struct culprit *culprit)
{
    enum { SHORT = 16 };
    const struct document *document = culprits->accounts->document;
    uint32_t who = culprits->accounts->who[word];
    if (who == RO_NONE || document->entities[who].type == RO_PLACE ||
        document->entities[who].type == RO_OTHER_ENTITY || account->words.end - account->words.begin > SHORT ||
        top_of(culprits->accounts->tree, account->words) != word || account->statement == RO_NONE ||
        document->statements[account->statement].form != READOUT_DIRECT)
        return false;
    for (uint32_t own = account->words.begin; own < account->words.end; own++)
        if (ro_tree_has_upos(culprits->accounts->tree, own, "VERB") ||
            ro_tree_has_upos(culprits->accounts->tree, own, "AUX"))
            return false;
    culprit->word = word;
    culprit->deed = RO_NONE;
    culprit->naming = RO_NAMED_ALONE;
    return true;
}

static bool is_real(const struct tree *tree, const struct frame *frame)
{
    struct facts facts = ro_facts_of(tree, frame);
    return !facts.negated && !facts.possible && !facts.hypothetical && !facts.planned && !facts.required &&
           !facts.advised && !facts.purpose;
}

/* `told`: in any tense but the present, or in none: "rockets fired by them". */
static bool happened(const struct tree *tree, const struct frame *frame, bool told)
{
    struct facts facts = ro_facts_of(tree, frame);
    if (facts.tense != RO_PAST && (!told || facts.tense == RO_PRESENT))
        return false;
    return is_real(tree, frame);
}

static bool is_harm(const struct culprits *culprits, uint32_t verb)
{
    return classes(culprits, verb) & (RO_WORD_HARM | RO_WORD_QUIT | RO_WORD_CAUSE | RO_WORD_BEGIN);
}

static bool read_verb(const struct culprits *culprits, uint32_t verb, struct range account, struct culprit *culprit)
{
    static const char *const comes[] = {"come", "stem", "originate", "arise", "result", "emanate", NULL};
    const struct tree *tree = culprits->accounts->tree;
    if (!ro_tree_has_upos(tree, verb, "VERB"))
        return false;
    struct frame frame = ro_frame_of(tree, verb);
    uint32_t origin = ro_lemma_in(ro_tree_word(tree, verb), comes) ? phrase_with(tree, verb, from) : RO_NONE;
    if (origin != RO_NONE && !may_act(culprits, origin) &&
        ro_tree_child(tree, origin, "compound", RO_NONE) == RO_NONE)
        return false; /* "came from a wall" */
    culprit->deed = verb;
    culprit->word = origin != RO_NONE ? origin : frame.subject;
    if (culprit->word == RO_NONE || !happened(tree, &frame, is_harm(culprits, verb)))
        return false;
    culprit->word = ro_tree_antecedent(tree, culprit->word);
    culprit->naming = origin != RO_NONE ? RO_NAMED_ORIGIN : naming_of(culprits, &frame, account);
    if (culprit->naming < RO_NAMED_OWN && is_stressed(tree, culprit->word))
        culprit->naming = RO_NAMED_OWN;
    if (does_it(tree, &frame))
        culprit->naming = RO_NAMED_GUILTY;
    return is_noun(culprits->accounts, culprit->word);
}

/* Where "the cutter" was first told of: | a Norrish coast guard | cutter; RO_NONE. */
static uint32_t earlier_of(const struct tree *tree, uint32_t noun)
{
    enum { FAR = 200 };
    uint32_t first = RO_NONE;
    if (!ro_tree_has_upos(tree, noun, "NOUN") || ro_tree_child_lemma(tree, noun, "det", "the") == RO_NONE)
        return RO_NONE;
    const char *lemma = ro_tree_word(tree, noun)->lemma;
    for (uint32_t word = noun; word-- > 0 && noun - word <= FAR;)
        if (lemma && ro_tree_has_upos(tree, word, "NOUN") && ro_lemma_is(ro_tree_word(tree, word), lemma))
            first = word;
    return first;
}

static bool push(struct culprits *culprits, const struct culprit *culprit)
{
    static const char *const asks[] = {"who", "what", "which", "nobody", NULL};
    if (ro_lemma_in(ro_tree_word(culprits->accounts->tree, culprit->word), asks))
        return true;
    struct culprit *added = ro_arena_push(&culprits->accounts->context->scratch, culprits->items, culprits->count);
    if (!added)
        return false;
    *added = *culprit;
    added->earlier = earlier_of(culprits->accounts->tree, culprit->word);
    return true;
}

static uint32_t narrator_of(const struct accounts *accounts, uint32_t statement)
{
    const struct document *document = accounts->document;
    struct range source = statement == RO_NONE
                              ? RO_NO_RANGE
                              : ro_span_words(document, document->statements[statement].source.span);
    return ro_range_is(source) ? ro_highest(document, source) : RO_NONE;
}

/* Whether it is what somebody is accused of, which the verb that does so is read for. */
static bool is_accusation(const struct document *document, uint32_t statement)
{
    const char *lemma = statement == RO_NONE ? NULL : document->statements[statement].lemma;
    return lemma && (strcmp(lemma, "accuse") == 0 || strcmp(lemma, "blame") == 0);
}

static bool read_account(struct culprits *culprits, const struct account *account)
{
    const struct tree *tree = culprits->accounts->tree;
    if (account->source == RO_NONE || is_accusation(culprits->accounts->document, account->statement))
        return true;
    struct culprit culprit = {.source = account->source,
                              .statement = account->statement,
                              .words = account->words,
                              .narrator = narrator_of(culprits->accounts, account->statement)};
    for (uint32_t word = account->words.begin; word < account->words.end; word++) {
        bool noun = is_noun(culprits->accounts, word);
        if ((!(noun && read_making(tree, word, &culprit)) && !(noun && read_cleft(culprits, word, &culprit)) &&
             !(noun && read_alone(culprits, word, account, &culprit)) && !read_guilty(culprits, word, &culprit) &&
             !read_because(culprits, word, &culprit) && !read_verb(culprits, word, account->words, &culprit)))
            continue;
        if (!push(culprits, &culprit))
            return false;
    }
    return true;
}

/* Verbs that blame */

/* "named | Ruk | as the man who had begun it", "identified the owner as responsible" */
static bool names_as_guilty(const struct culprits *culprits, uint32_t verb)
{
    static const char *const names[] = {"name", "identify", "see", "point", "single", "describe", NULL};
    static const char *const guilty[] = {"culprit", "source", "cause", "author", "perpetrator", "origin", NULL};
    const struct tree *tree = culprits->accounts->tree;
    if (!ro_lemma_in(ro_tree_word(tree, verb), names))
        return false;
    struct range words = ro_words_under(tree, verb);
    bool as = false;
    for (uint32_t word = verb + 1; word < words.end; word++) {
        as |= ro_lemma_is(ro_tree_word(tree, word), "as");
        uint32_t bits = classes(culprits, word);
        if (as && (bits & RO_WORD_GUILT || ro_lemma_in(ro_tree_word(tree, word), guilty) ||
                   (bits & (RO_WORD_BEGIN | RO_WORD_CAUSE) && ro_hangs_by(ro_tree_word(tree, word), "acl:relcl"))))
            return true;
    }
    return false;
}

/* Points | to the rebels |, lays it at the door | of the rebels |, suspects | the rebels |; RO_NONE. */
static uint32_t suspected_by(const struct culprits *culprits, uint32_t verb, const struct frame *frame)
{
    static const struct slice at[] = {RO_SLICE("at"), RO_SLICE("to"), {NULL, 0}};
    const struct tree *tree = culprits->accounts->tree;
    const struct word *own = ro_tree_word(tree, verb);
    uint32_t whom = RO_NONE;
    if (ro_lemma_is(own, "suspect"))
        whom = frame->object;
    else if (ro_lemma_is(own, "point"))
        whom = phrase_with(tree, verb, at);
    uint32_t door = ro_lemma_is(own, "lay") ? ro_tree_child_lemma(tree, verb, "obl", "door") : RO_NONE;
    if (door != RO_NONE)
        whom = ro_tree_child(tree, door, "nmod", RO_NONE);
    uint32_t who = whom == RO_NONE ? RO_NONE : culprits->accounts->who[whom];
    enum entity_type type = who == RO_NONE ? RO_OTHER_ENTITY : culprits->accounts->document->entities[who].type;
    return type == RO_OTHER_ENTITY || type == RO_PLACE ? RO_NONE : whom;
}

/* Whom a verb blames: blames | the rebels |, blames it | on the rebels |, puts it down | to a smoker |, holds | them | responsible. */
static uint32_t blamed_by(const struct culprits *culprits, uint32_t verb, const struct frame *frame)
{
    static const char *const puts[] = {"put", "attribute", "ascribe", "pin", "trace", "impute", NULL};
    const struct tree *tree = culprits->accounts->tree;
    const struct word *own = ro_tree_word(tree, verb);
    uint32_t behind = phrase_with(tree, verb, on);
    bool put = ro_lemma_in(own, puts) && frame->object != RO_NONE;
    if (ro_lemma_is(own, "put"))
        put = put && (ro_tree_child_lemma(tree, verb, NULL, "down") != RO_NONE);
    uint32_t inside = put ? ro_tree_child(tree, frame->object, "nmod", RO_NONE) : RO_NONE;
    if (put && behind == RO_NONE && inside != RO_NONE && ro_tree_has_case(tree, inside, on))
        return inside; /* attributes | the outbreak to dirty wells | */
    if (put)
        return behind;
    if (ro_lemma_is(own, "hold") && frame->object != RO_NONE &&
        (ro_tree_child_lemma(tree, verb, NULL, "responsible") != RO_NONE ||
         ro_tree_child_lemma(tree, frame->object, NULL, "responsible") != RO_NONE))
        return frame->object;
    if (names_as_guilty(culprits, verb))
        return frame->object;
    if (!(classes(culprits, verb) & RO_WORD_BLAME))
        return suspected_by(culprits, verb, frame);
    uint32_t nested = frame->object == RO_NONE ? RO_NONE : ro_tree_child(tree, frame->object, "nmod", RO_NONE);
    if (ro_lemma_is(own, "blame") && behind == RO_NONE && nested != RO_NONE && ro_tree_has_case(tree, nested, on))
        return nested; /* blamed | the attack on a video | */
    return ro_lemma_is(own, "blame") && behind != RO_NONE ? behind : frame->object;
}

static bool read_blaming(struct culprits *culprits, uint32_t verb)
{
    const struct accounts *accounts = culprits->accounts;
    if (!ro_tree_has_upos(accounts->tree, verb, "VERB"))
        return true;
    struct frame frame = ro_frame_of(accounts->tree, verb);
    struct culprit culprit = {.word = blamed_by(culprits, verb, &frame),
                              .deed = verb,
                              .naming = RO_NAMED_BLAMED,
                              .statement = RO_NONE,
                              .narrator = frame.subject};
    if (culprit.word == RO_NONE || frame.subject == RO_NONE || !is_real(accounts->tree, &frame))
        return true;
    culprit.source = ro_account_who(accounts, ro_tree_antecedent(accounts->tree, frame.subject));
    culprit.words = (struct range){verb, ro_words_under(accounts->tree, verb).end};
    return culprit.source == RO_NONE || push(culprits, &culprit);
}

bool ro_culprits_read(struct culprits *culprits)
{
    const struct accounts *accounts = culprits->accounts;
    for (uint32_t i = 0; i < accounts->count; i++)
        if (!read_account(culprits, &accounts->items[i]))
            return false;
    for (uint32_t word = 0; word < accounts->document->word_count; word++)
        if (!read_blaming(culprits, word))
            return false;
    return true;
}

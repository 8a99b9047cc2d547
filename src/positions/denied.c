/* denied.c: denials by verbs and nouns: "The firm | rejects the union's claim |", "The army | issued a denial |". */
#include "positions/denied.h"

#include "events/facts.h"

enum { STEPS = 4 };

static uint32_t classes(const struct denials *denials, uint32_t word)
{
    return ro_dispute_classes(denials->words, denials->accounts->tree, word);
}

/* Objects */

static bool is_this(const struct tree *tree, uint32_t word)
{
    static const char *const pronouns[] = {"it",  "this", "that", "these",      "those",
                                           "all", "both", "any",  "everything", NULL};
    return ro_lemma_in(ro_tree_word(tree, word), pronouns) && !ro_tree_tagged(tree, word, "WDT") &&
           (ro_tree_has_upos(tree, word, "PRON") || ro_tree_has_upos(tree, word, "DET"));
}

static bool is_telling(const struct tree *tree, uint32_t verb)
{
    static const char *const verbs[] = {"say",     "tell",    "claim",   "allege",  "write",   "report",
                                        "state",   "assert",  "suggest", "publish", "testify", "print",
                                        "contend", "declare", "imply",   NULL};
    return ro_lemma_in(ro_tree_word(tree, verb), verbs);
}

static bool is_naming(const struct tree *tree, uint32_t verb)
{
    static const char *const verbs[] = {
        "call",    "describe",     "term",   "brand",   "label",    "denounce", "deem", "dub",
        "dismiss", "characterize", "reject", "condemn", "consider", "paint",    "slam", NULL};
    return ro_tree_has_upos(tree, verb, "VERB") && ro_lemma_in(ro_tree_word(tree, verb), verbs);
}

static uint32_t who(const struct accounts *accounts, uint32_t word)
{
    return word == RO_NONE ? RO_NONE : ro_account_who(accounts, word);
}

static void ascribe(const struct denials *denials, uint32_t owner, struct denial *denial)
{
    denial->ascribed = owner != RO_NONE;
    denial->claimant = who(denials->accounts, owner);
}

/* What they say; what it called | baseless claims |. */
static bool read_what(const struct denials *denials, uint32_t what, struct denial *denial)
{
    const struct tree *tree = denials->accounts->tree;
    uint32_t verb = ro_tree_child(tree, what, "acl", RO_NONE);
    if (verb == RO_NONE)
        verb = ro_tree_has_upos(tree, ro_tree_word(tree, what)->head, "VERB") ? ro_tree_word(tree, what)->head
                                                                              : what;
    if (is_telling(tree, verb)) {
        ascribe(denials, ro_tree_child(tree, verb, "nsubj", RO_NONE), denial);
        denial->denied = RO_DENIED_CLAIM;
        return true;
    }
    for (uint32_t child = tree->first_child[verb]; is_naming(tree, verb) && child != RO_NONE;
         child = tree->next_child[child])
        if (child > verb && classes(denials, child) & (RO_WORD_CLAIM | RO_WORD_ACCUSATION | RO_WORD_UNTRUTH)) {
            denial->denied = classes(denials, child) & RO_WORD_ACCUSATION ? RO_DENIED_ACCUSATION : RO_DENIED_CLAIM;
            return true;
        }
    return false;
}

/* Whose claim a noun says that it is: | the family's | account, the claim | of the union |, reports | in the Chronicle |, | Ukrainian | claims.
 */
static void read_owner(const struct denials *denials, uint32_t noun, struct denial *denial)
{
    static const struct slice of[] = {RO_SLICE("by"), RO_SLICE("from"), {NULL, 0}};
    const struct tree *tree = denials->accounts->tree;
    uint32_t owner = ro_tree_child(tree, noun, "nmod:poss", RO_NONE);
    for (uint32_t child = tree->first_child[noun]; owner == RO_NONE && child != RO_NONE;
         child = tree->next_child[child]) {
        bool by = (ro_hangs_by(ro_tree_word(tree, child), "nmod") ||
                   ro_hangs_by(ro_tree_word(tree, child), "acl")) &&
                  ro_tree_has_case(tree, child, of);
        bool before = child < noun && (ro_hangs_by(ro_tree_word(tree, child), "amod") ||
                                       ro_hangs_by(ro_tree_word(tree, child), "compound"));
        if (by || (before && denials->accounts->who[child] != RO_NONE))
            owner = child;
        uint32_t verb = ro_hangs_by(ro_tree_word(tree, child), "acl") ? child : RO_NONE;
        if (verb != RO_NONE && ro_tree_has_upos(tree, verb, "VERB") && ro_tree_tagged(tree, verb, "VBN"))
            owner = ro_frame_of(tree, verb).subject; /* claims made | by the union | */
    }
    if (owner != RO_NONE)
        ascribe(denials, owner, denial);
}

/* What a noun says of its claim: accusations | that it lied |, charges | about his record |. */
static uint32_t content_of(const struct tree *tree, uint32_t noun)
{
    static const struct slice about[] = {
        RO_SLICE("about"), RO_SLICE("of"), RO_SLICE("over"), RO_SLICE("on"), {NULL, 0}};
    uint32_t content = ro_tree_child(tree, noun, "acl", RO_NONE), child = RO_NONE;
    if (content != RO_NONE && ro_tree_tagged(tree, content, "VBN")) /* claims | made by the union | */
        content = RO_NONE;
    while (content == RO_NONE && (child = ro_tree_child(tree, noun, "nmod", child)) != RO_NONE)
        if (child > noun && ro_tree_has_case(tree, child, about))
            content = child;
    return content;
}

bool ro_denial_object(const struct denials *denials, uint32_t object, struct denial *denial)
{
    const struct tree *tree = denials->accounts->tree;
    uint32_t bits = classes(denials, object);
    denial->object = object;
    denial->claimant = denial->content = RO_NONE;
    denial->ascribed = false;
    if (ro_lemma_is(ro_tree_word(tree, object), "what"))
        return read_what(denials, object, denial);
    if (bits & (RO_WORD_CLAIM | RO_WORD_ACCUSATION) && ro_tree_has_upos(tree, object, "NOUN")) {
        denial->denied = bits & RO_WORD_ACCUSATION ? RO_DENIED_ACCUSATION : RO_DENIED_CLAIM;
        read_owner(denials, object, denial);
        denial->content = content_of(tree, object);
        return true;
    }
    denial->denied = RO_DENIED_THIS;
    return is_this(tree, object);
}

/* Who denies */

static bool add(struct denials *denials, const struct denial *denial)
{
    struct denial *added = ro_arena_push(&denials->accounts->context->scratch, denials->items, denials->count);
    if (!added)
        return false;
    *added = *denial;
    for (uint32_t word = denial->words.begin; word < denial->words.end; word++)
        denials->told[word] = true;
    return true;
}

/* Whether it is said that it is denied: not "did not deny", "could deny", "if he denies". */
static bool is_real(const struct tree *tree, const struct frame *frame)
{
    struct facts facts = ro_facts_of(tree, frame);
    static const char *const ons[] = {"begin", "continue", "go",   "seek",   "quick",   "move", "start",
                                      "vow",   "pledge",   "plan", "intend", "promise", NULL};
    bool infinitive = ro_tree_child_lemma(tree, frame->clause, "mark", "to") != RO_NONE ||
                      (ro_tree_tagged(tree, frame->clause, "VB") &&
                       ro_tree_child(tree, frame->clause, "aux", RO_NONE) == RO_NONE);
    if (infinitive && !ro_lemma_in(ro_tree_word(tree, ro_tree_word(tree, frame->clause)->head), ons))
        return false; /* leaves him free | to deny it | */
    return !facts.negated && !facts.unable && !facts.hypothetical && !facts.possible && !facts.required &&
           !facts.advised;
}

/* Whoever tries a case, rejects what is brought before him, but denies nothing. */
static bool is_court(const struct tree *tree, uint32_t subject)
{
    static const char *const courts[] = {"court",      "judge",   "tribunal",   "jury",
                                         "magistrate", "justice", "arbitrator", NULL};
    uint32_t title = ro_tree_child(tree, subject, "nmod:desc", RO_NONE);
    title = title == RO_NONE ? ro_tree_child(tree, subject, "compound", RO_NONE) : title;
    return ro_lemma_in(ro_tree_word(tree, subject), courts) ||
           (title != RO_NONE &&
            (ro_lemma_in(ro_tree_word(tree, title), courts) || ro_lemma_is(ro_tree_word(tree, title), "Judge")));
}

/* Complete a denial of a word that has a subject, and append it where it is known who that is. */
static bool add_by(struct denials *denials, const struct frame *frame, struct denial *denial)
{
    const struct accounts *accounts = denials->accounts;
    const struct tree *tree = accounts->tree;
    denial->subject = frame->subject == RO_NONE ? RO_NONE : ro_tree_antecedent(tree, frame->subject);
    denial->denier = who(accounts, denial->subject);
    bool definite = denial->subject != RO_NONE &&
                    ro_tree_child_lemma(tree, denial->subject, "det", "the") != RO_NONE;
    if ((denial->denier == RO_NONE && !definite) || !is_real(tree, frame) ||
        (denial->denied < RO_DENIED_CLAUSE &&
         !(classes(denials, frame->clause) & (RO_WORD_DENY | RO_WORD_CONTEST)) && is_court(tree, denial->subject)))
        return true;
    denial->statement = denials->cue_at[frame->clause];
    struct range object = denial->object == RO_NONE ? (struct range){frame->head, frame->head + 1}
                                                    : ro_words_under(tree, denial->object);
    uint32_t first = frame->clause < frame->head ? frame->clause : frame->head;
    uint32_t last = frame->clause < frame->head ? frame->head : frame->clause;
    denial->words = (struct range){object.begin > first ? first : object.begin > last ? last : first, last + 1};
    if (object.end > denial->words.end && object.begin >= denial->words.begin)
        denial->words.end = object.end;
    return add(denials, denial);
}

/* Verbs */

/* "denied | that it was at war |", "denied | having been there |" */
static uint32_t clause_of(const struct tree *tree, uint32_t verb)
{
    uint32_t clause = ro_tree_child(tree, verb, "ccomp", RO_NONE);
    if (clause == RO_NONE || clause < verb)
        clause = ro_tree_child(tree, verb, "xcomp", RO_NONE);
    if (clause == RO_NONE || clause < verb)
        return RO_NONE;
    return ro_tree_has_upos(tree, clause, "VERB") || ro_tree_child(tree, clause, "cop", RO_NONE) != RO_NONE ||
                   ro_tree_child(tree, clause, "nsubj", RO_NONE) != RO_NONE
               ? clause
               : RO_NONE;
}

/* Whether nothing stands behind a verb: ", which he | denies |." */
static bool ends_clause(const struct tree *tree, uint32_t verb)
{
    return verb + 1 >= tree->document->word_count || ro_tree_has_upos(tree, verb + 1, "PUNCT");
}

/* "denied | any contact |", "denied | wrongdoing |"; but not "denied | bail |", which is refused. */
static bool is_deniable(const struct denials *denials, uint32_t object)
{
    const struct tree *tree = denials->accounts->tree;
    return ro_tree_child_lemma(tree, object, "det", "any") != RO_NONE ||
           classes(denials, object) & (RO_WORD_WRONG | RO_WORD_CLAIM | RO_WORD_ACCUSATION) ||
           ro_tree_tagged(tree, object, "VBG");
}

/* "scoffed | at the claim |", "pushed back | against the allegations |" */
static uint32_t object_behind(const struct denials *denials, uint32_t verb)
{
    static const struct slice at[] = {
        RO_SLICE("at"), RO_SLICE("to"), RO_SLICE("against"), RO_SLICE("with"), {NULL, 0}};
    const struct tree *tree = denials->accounts->tree;
    uint32_t phrase = RO_NONE;
    while ((phrase = ro_tree_child(tree, verb, "obl", phrase)) != RO_NONE)
        if (ro_tree_has_case(tree, phrase, at) && classes(denials, phrase) & (RO_WORD_CLAIM | RO_WORD_ACCUSATION))
            return phrase;
    return RO_NONE;
}

static bool read_denied(const struct denials *denials, uint32_t bits, const struct frame *frame,
                        struct denial *denial)
{
    const struct tree *tree = denials->accounts->tree;
    uint32_t object = frame->object == RO_NONE ? object_behind(denials, frame->clause) : frame->object,
             clause = clause_of(tree, frame->clause);
    if (object != RO_NONE && ro_denial_object(denials, object, denial))
        return denial->denied != RO_DENIED_THIS || bits & (RO_WORD_DENY | RO_WORD_CONTEST);
    denial->object = clause != RO_NONE ? clause : object;
    denial->denied = clause != RO_NONE ? RO_DENIED_CLAUSE : object != RO_NONE ? RO_DENIED_THING : RO_DENIED_THIS;
    if (denial->denied == RO_DENIED_THING && !is_deniable(denials, object))
        return false;
    if (denial->object == RO_NONE && !ends_clause(tree, frame->clause))
        return false;
    return bits & RO_WORD_DENY && !(object != RO_NONE && frame->recipient != RO_NONE); /* denied them entry */
}

/* Whether it is called false: false, baseless, a lie; `claim`: absurd, too. */
static bool is_false(const struct denials *denials, uint32_t word, bool claim)
{
    return classes(denials, word) & (uint32_t)(RO_WORD_FALSE | RO_WORD_UNTRUTH | (claim ? RO_WORD_ABSURD : 0));
}

/* "spoke | of slander |", "calls | that invented |" */
static bool read_spoken(const struct denials *denials, uint32_t verb, struct denial *denial)
{
    static const char *const speaks[] = {"speak", "talk", NULL}, *const calls[] = {"call", "deem", "declare", NULL};
    static const struct slice of[] = {RO_SLICE("of"), {NULL, 0}};
    const struct tree *tree = denials->accounts->tree;
    uint32_t named = ro_tree_child(tree, verb, "ccomp", RO_NONE);
    named = named == RO_NONE ? ro_tree_child(tree, verb, "xcomp", RO_NONE) : named;
    if (ro_lemma_in(ro_tree_word(tree, verb), calls) && named != RO_NONE && is_false(denials, named, true)) {
        uint32_t what = ro_tree_child(tree, named, "nsubj", RO_NONE);
        denial->object = named;
        denial->denied = RO_DENIED_THIS;
        what = what == RO_NONE || what < verb ? verb + 1 : what;
        return what == verb + 1 && (ro_tree_has_upos(tree, what, "PRON") || ro_tree_has_upos(tree, what, "DET"));
    }
    named = RO_NONE;
    while (ro_lemma_in(ro_tree_word(tree, verb), speaks) &&
           (named = ro_tree_child(tree, verb, "obl", named)) != RO_NONE)
        if (ro_tree_has_case(tree, named, of) && classes(denials, named) & RO_WORD_UNTRUTH) {
            denial->object = named;
            denial->denied = RO_DENIED_THIS;
            return true;
        }
    return false;
}

/* "called | what they say | false", "dismissed | it | as a lie" */
static bool read_named(const struct denials *denials, const struct frame *frame, struct denial *denial)
{
    const struct tree *tree = denials->accounts->tree;
    uint32_t verb = frame->clause;
    if (read_spoken(denials, verb, denial))
        return true;
    if (!is_naming(tree, verb) || frame->object == RO_NONE)
        return false;
    uint32_t first = is_false(denials, frame->object, true) ? ro_words_under(tree, frame->object).begin
                                                            : frame->object;
    for (uint32_t word = first; word < frame->object; word++)
        if (ro_hangs_by(ro_tree_word(tree, word), "compound") && ro_denial_object(denials, word, denial)) {
            denial->object = frame->object; /* called | the story nonsense |, read as one noun */
            return true;
        }
    if (!ro_denial_object(denials, frame->object, denial))
        return false;
    bool claim = denial->denied != RO_DENIED_THIS;
    uint32_t end = ro_words_under(tree, verb).end;
    for (uint32_t word = frame->object > verb ? frame->object + 1 : verb + 1; word < end; word++)
        if (is_false(denials, word, claim) && !ro_hangs_by(ro_tree_word(tree, word), "amod")) {
            denial->object = word;
            return true;
        }
    uint32_t before = ro_tree_child(tree, frame->object, "amod", RO_NONE);
    return claim && before != RO_NONE && is_false(denials, before, true); /* denounced | the false | claim */
}

/* "Absurd, | says | the minister": the parser may take what is said for the subject. */
static bool read_exclaimed(const struct denials *denials, uint32_t verb, struct frame *frame, struct denial *denial)
{
    const struct tree *tree = denials->accounts->tree;
    uint32_t first = tree->first_child[verb];
    uint32_t begin = tree->document->sentences[ro_tree_word(tree, verb)->sentence].first_word;
    while (first != RO_NONE && first < verb && ro_tree_has_upos(tree, first, "PUNCT"))
        first = tree->next_child[first];
    bool lies = first != RO_NONE && ro_tree_has_upos(tree, first, "VERB"); /* "he is lying in hospital" */
    if (!is_telling(tree, verb) || first == RO_NONE || first >= verb || lies || !is_false(denials, first, true) ||
        first > begin + 3) /* "A | fairy | tale," */
        return false;
    uint32_t teller = RO_NONE;
    for (uint32_t child = tree->next_child[first]; child != RO_NONE; child = tree->next_child[child])
        if (teller == RO_NONE && denials->accounts->who[child] != RO_NONE)
            teller = child;
    *frame = (struct frame){
        .head = first, .clause = verb, .subject = teller, .object = RO_NONE, .recipient = RO_NONE};
    denial->denied = RO_DENIED_THIS;
    denial->object = first;
    return teller != RO_NONE;
}

bool ro_denials_of_verb(struct denials *denials, uint32_t verb)
{
    static const char *const speaks[] = {"speak", "talk", NULL};
    const struct tree *tree = denials->accounts->tree;
    uint32_t bits = classes(denials, verb) & (RO_WORD_DENY | RO_WORD_CONTEST | RO_WORD_REJECT);
    if (!ro_tree_has_upos(tree, verb, "VERB") || (!bits && !is_naming(tree, verb) && !is_telling(tree, verb) &&
                                                  !ro_lemma_in(ro_tree_word(tree, verb), speaks)))
        return true;
    struct frame frame = ro_frame_of(tree, verb);
    struct denial denial = {.word = verb, .object = RO_NONE, .content = RO_NONE, .claimant = RO_NONE};
    if (!(bits && read_denied(denials, bits, &frame, &denial)) && !read_named(denials, &frame, &denial) &&
        !read_exclaimed(denials, verb, &frame, &denial))
        return true;
    return add_by(denials, &frame, &denial);
}

/* Nouns */

/* "pleaded | not guilty |", "maintained | his innocence |" */
static bool is_plea(const struct tree *tree, uint32_t word)
{
    static const char *const pleads[] = {"plead", "enter", NULL};
    static const char *const keeps[] = {"maintain", "protest", "profess", "insist",
                                        "proclaim", "assert",  "plead",   NULL};
    const struct word *above = ro_tree_word(tree, ro_tree_word(tree, word)->head);
    if (!ro_tree_hangs(tree, word))
        return false;
    if (ro_lemma_is(ro_tree_word(tree, word), "guilty"))
        return ro_lemma_in(above, pleads) && ro_tree_child_lemma(tree, word, NULL, "not") != RO_NONE;
    bool innocence = ro_lemma_is(ro_tree_word(tree, word), "innocence") ||
                     ro_lemma_is(ro_tree_word(tree, word), "innocent");
    return innocence && ro_lemma_in(above, keeps);
}

bool ro_denials_of_noun(struct denials *denials, uint32_t noun)
{
    static const char *const issues[] = {"issue",   "publish", "make", "send",  "put_out", "repeat",
                                         "release", "post",    "give", "offer", NULL};
    const struct tree *tree = denials->accounts->tree;
    if (!ro_tree_hangs(tree, noun))
        return true;
    uint32_t verb = ro_tree_word(tree, noun)->head;
    bool issued = classes(denials, noun) & RO_WORD_DENIAL && ro_hangs_by(ro_tree_word(tree, noun), "obj") &&
                  ro_lemma_in(ro_tree_word(tree, verb), issues);
    bool plea = is_plea(tree, noun);
    if (!issued && !plea)
        return true;
    struct frame frame = ro_frame_of(tree, verb);
    struct denial denial = {.word = noun,
                            .object = noun,
                            .content = RO_NONE,
                            .claimant = RO_NONE,
                            .denied = plea ? RO_DENIED_ALL : RO_DENIED_THIS};
    return add_by(denials, &frame, &denial);
}

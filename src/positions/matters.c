/* matters.c: from what a pattern found to the words that are at stake. */
#include "positions/amounts.h"
#include "positions/fitting.h"

bool ro_is_plan(const struct tree *tree, uint32_t noun)
{
    static const char *const plans[] = {"demand",   "request", "offer",      "proposal", "idea",  "condition",
                                        "call",     "plea",    "bid",        "plan",     "claim", "suggestion",
                                        "decision", "move",    "invitation", "term",     "step",  NULL};
    return ro_lemma_in(ro_tree_word(tree, noun), plans);
}

/* The noun of which a relative clause tells: a demand | that Sudmark rejected |; in apposition it stands for what was said before. */
static bool is_summary(const struct tree *tree, uint32_t word)
{
    bool joined = ro_hangs_by(ro_tree_word(tree, word), "appos") ||
                  ro_lemma_is(ro_tree_word(tree, word), "something");
    bool behind = word > 1 && ro_slice_equal(ro_document_word(tree->document, word - 2), RO_SLICE(",")) &&
                  ro_is_plan(tree, word);
    return joined || behind; /* , a request | that Sudmark refused | */
}

static bool is_quote(const struct tree *tree, uint32_t word)
{
    return ro_tree_tagged(tree, word, "''") || ro_tree_tagged(tree, word, "``");
}

/* Whether a phrase or gerund right behind the words of an object goes on with it, though the parser hung it on the verb. */
static bool goes_on(const struct stands *stands, struct range issue, uint32_t child)
{
    static const struct slice joints[] = {
        RO_SLICE("of"),      RO_SLICE("for"),   RO_SLICE("on"), RO_SLICE("in"),      RO_SLICE("over"),
        RO_SLICE("against"), RO_SLICE("about"), RO_SLICE("to"), RO_SLICE("between"), {NULL, 0}};
    const struct tree *tree = &stands->stakes.tree;
    const struct word *own = ro_tree_word(tree, child);
    uint32_t first = stands->stakes.first[child];
    bool gerund = ro_hangs_by(own, "advcl") && ro_tree_tagged(tree, child, "VBG");
    bool participle = (ro_hangs_by(own, "advcl") || ro_hangs_by(own, "xcomp")) &&
                      ro_tree_tagged(tree, child, "VBN") && first == child && first == issue.end;
    if (participle) /* the plastic | found in jars | */
        return true;
    bool behind = (first == issue.end && !ro_tree_has_upos(tree, first, "PUNCT")) ||
                  (first == issue.end + 1 && is_quote(tree, issue.end));
    return behind && (ro_hangs_by(own, "obl") || gerund) && ro_tree_has_case(tree, child, joints) &&
           !ro_is_time(tree->document, child) && !ro_lemma_is(own, "entirety");
}

/* Wanted exclusivity | for every match |. */
static struct range with_phrase_behind(const struct stands *stands, const struct fitting *fitting,
                                       struct range issue)
{
    const struct tree *tree = fitting->tree;
    if (fitting->issue != fitting->frame.object || fitting->whole || ro_is_verbal(tree, fitting->issue))
        return issue;
    for (uint32_t child = tree->first_child[fitting->frame.clause]; child != RO_NONE;
         child = tree->next_child[child])
        if (child != fitting->toward && goes_on(stands, issue, child))
            issue.end = ro_stake_of(&stands->stakes, child, false).end;
    uint32_t infinitive = ro_is_plan(tree, fitting->issue) ? ro_infinitive_of(fitting) : RO_NONE;
    if (infinitive != RO_NONE && infinitive > issue.end) /* a request by the governor, Ada Roe, | to halt it | */
        issue.end = ro_stake_of(&stands->stakes, infinitive, false).end;
    return issue;
}

/* "| Then we | come back on Friday": of what is quoted, without who says it. */
static void set_told(const struct stands *stands, const struct fitting *fitting, struct stand *stand)
{
    const struct tree *tree = fitting->tree;
    if (fitting->told.end - fitting->told.begin <= 2 && ro_is_anaphor(tree, fitting->told.begin)) {
        stand->issue = RO_NO_RANGE;
        return;
    }
    uint32_t head = ro_highest(tree->document, fitting->told),
             subject = ro_tree_child(tree, head, "nsubj", RO_NONE);
    stand->issue_head = head;
    bool own = subject == RO_NONE ? ro_tree_has_upos(tree, head, "VERB")
                                  : (ro_lemma_is(ro_tree_word(tree, subject), "we") ||
                                     ro_lemma_is(ro_tree_word(tree, subject), "I"));
    if (own)
        stand->issue = ro_range_common(fitting->told, ro_stake_of(&stands->stakes, head, false));
}

/* The noun that a relative clause says something of through an infinitive: | an apology |, which they declined to give; RO_NONE. */
static uint32_t relative_object(const struct fitting *fitting)
{
    const struct tree *tree = fitting->tree;
    const struct word *own = ro_tree_word(tree, fitting->frame.head);
    if (!ro_hangs_by(own, "acl:relcl") || fitting->issue == RO_NONE || !ro_is_infinitive(tree, fitting->issue))
        return RO_NONE;
    uint32_t object = ro_tree_child(tree, fitting->frame.head, "obj", RO_NONE);
    if (object == RO_NONE)
        object = ro_tree_child(tree, fitting->issue, "obj", RO_NONE);
    bool relative = object != RO_NONE && object < fitting->frame.head &&
                    ro_tree_antecedent(tree, object) == own->head;
    return relative ? own->head : RO_NONE;
}

/* Let an issue end before a word that is behind its head and among its words. */
static void end_at(struct stand *stand, uint32_t word)
{
    if (ro_range_is(stand->issue) && stand->issue_head != RO_NONE && word > stand->issue_head &&
        word > stand->issue.begin && word < stand->issue.end)
        stand->issue.end = word;
}

static uint32_t first_of(const struct stands *stands, uint32_t word)
{
    return word == RO_NONE ? 0 : stands->stakes.first[word];
}

/* What of the pattern stands among the words of the issue is none of it. */
static void trim(const struct stands *stands, const struct fitting *fitting, struct stand *stand)
{
    const struct frame *frame = &fitting->frame;
    if (fitting->last_word != frame->head)
        end_at(stand, first_of(stands, fitting->last_word)); /* put five percent | on the table | */
    if (frame->passive)
        end_at(stand, first_of(stands, frame->subject)); /* were promised a pension | by the government | */
    end_at(stand, first_of(stands, fitting->toward));    /* demanded an apology | from Norland | */
}

/* Whether something is to be done to whom or what is before it: called for | the tankers to be searched |. */
static bool is_thing_to_be(const struct fitting *fitting, uint32_t issue)
{
    const struct tree *tree = fitting->tree;
    return fitting->toward != RO_NONE && issue != RO_NONE && fitting->toward < issue && !fitting->whole &&
           ro_tree_child(tree, issue, "aux:pass", RO_NONE) != RO_NONE &&
           !ro_tree_has_upos(tree, fitting->toward, "PRON");
}

/* A noun of which a relative clause tells what is demanded: its words before that clause. */
static void set_relative(const struct stands *stands, const struct fitting *fitting, struct stand *stand,
                         uint32_t noun)
{
    stand->issue_head = noun;
    stand->issue = ro_stake_of(&stands->stakes, noun, false);
    if (stand->issue.end > stands->stakes.first[fitting->frame.head])
        stand->issue.end = stands->stakes.first[fitting->frame.head];
}

/* "What they want is | a date |"; where it is not said, or what it is not, "what" itself. */
static uint32_t what_is(const struct tree *tree, uint32_t what)
{
    const struct word *own = ro_tree_word(tree, what);
    bool told = ro_hangs_by(own, "nsubj") && ro_tree_hangs(tree, what) && own->head > what &&
                ro_tree_child(tree, own->head, "cop", RO_NONE) != RO_NONE &&
                ro_tree_child_lemma(tree, own->head, "advmod", "not") == RO_NONE;
    return told ? own->head : what;
}

static void set_own(const struct stands *stands, const struct fitting *fitting, struct stand *stand)
{
    const struct tree *tree = fitting->tree;
    bool what = ro_lemma_is(ro_tree_word(tree, fitting->issue), "what");
    uint32_t head = fitting->frame.head,
             issue = what ? what_is(tree, fitting->issue) : ro_tree_antecedent(tree, fitting->issue);
    bool relative = issue != fitting->issue || (issue < head && ro_tree_word(tree, head)->head == issue);
    if (ro_is_anaphor(tree, issue) || (relative && is_summary(tree, issue)))
        return;
    stand->issue_head = issue;
    stand->issue = with_phrase_behind(stands, fitting, ro_stake_of(&stands->stakes, issue, fitting->whole));
    if (is_thing_to_be(fitting, issue))
        stand->issue.begin = first_of(stands, fitting->toward);
    trim(stands, fitting, stand);
    if (relative && issue < head && stand->issue.end > stands->stakes.first[head])
        stand->issue.end = stands->stakes.first[head];
}

void ro_set_issue(const struct stands *stands, const struct fitting *fitting, struct stand *stand)
{
    uint32_t given = relative_object(fitting);
    stand->issue_head = RO_NONE;
    stand->issue = fitting->issue == RO_NONE ? fitting->told : RO_NO_RANGE;
    if (given != RO_NONE)
        set_relative(stands, fitting, stand, given);
    else if (fitting->issue != RO_NONE)
        set_own(stands, fitting, stand);
    else if (ro_range_is(fitting->told))
        set_told(stands, fitting, stand);
}

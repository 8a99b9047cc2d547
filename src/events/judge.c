/* judge.c: "will not sign" is a refusal, "will sign" a plan, "had not signed" nothing that happened. */
#include "events/judge.h"

#include "events/score.h"

static const char *composed(const struct tree *tree, const char *root, const char *code)
{
    const char *whole = ro_verbs_compose(tree->verbs, root, code);
    return whole ? whole : code;
}

/* Not to agree, accept or give, and not to be going to do what is friendly, is to refuse; so is not to be able to agree. */
static bool refuses(const struct tree *tree, const struct reading *reading, const struct facts *facts)
{
    static const char *const gifts[] = {"03", "04", "05", "06", "07", "08", NULL};
    static const char *const agreements[] = {"03", "057", "07", "08", NULL}, *const words[] = {"01", NULL};
    static const struct slice no_word = {NULL, 0};
    struct slice lemma = ro_tree_lemma(tree, reading->frame.head);
    bool accepts = ro_verbs_lists(tree->verbs, RO_LIST_ACCEPT, lemma, no_word);
    if (!facts->negated || facts->hypothetical)
        return false;
    if (!ro_begins_with_one_of(reading->code, gifts))
        return accepts && ro_begins_with_one_of(reading->code, words);
    return facts->planned || accepts || (facts->unable && ro_begins_with_one_of(reading->code, agreements));
}

/* Whether an operator's inner event is not known, nor to whom it is: "plans to grow", "failed to score", but not "rejected the results",
 * "demanded that the vote be repeated". */
static bool says_nothing(const struct tree *tree, const struct reading *reading)
{
    static const char *const wishes[] = {"02", "10", NULL}, *const answers[] = {"12", NULL};
    if (!reading->pattern->is_operator || reading->inner_reading != RO_NONE || reading->target.count ||
        ro_begins_with_one_of(reading->code, wishes))
        return false;
    return !ro_begins_with_one_of(reading->code, answers) || reading->inner == RO_NONE ||
           ro_tree_has_upos(tree, reading->inner, "VERB");
}

/* Whether whoever is quoted with an event is of those who would do it. */
static bool tells_of_own(const struct tree *tree, const struct reading *reading)
{
    enum { COUNTRY_CODE = 3 };
    const struct document *document = tree->document;
    uint32_t account = tree->accounts[reading->frame.head];
    uint32_t speaker = account == RO_NONE || !document->parties ? RO_NONE : document->parties[account].source;
    const char *code = speaker == RO_NONE ? NULL : document->entities[speaker].actor;
    if (speaker != RO_NONE && ro_side_has(&reading->source, speaker))
        return true;
    for (uint32_t i = 0; i < reading->source.count && code; i++) {
        const char *own = document->entities[reading->source.entities[i]].actor;
        if (own && strncmp(own, code, COUNTRY_CODE) == 0)
            return true;
    }
    return false;
}

/* Whether somebody says what he would do to others unless, or if, they did something. */
static bool threatens(const struct tree *tree, const struct reading *reading, const struct facts *facts)
{
    static const char *const hostile[] = {"15", "16", "17", "18", "19", "20", NULL};
    return facts->conditional && ro_begins_with_one_of(reading->code, hostile) && tells_of_own(tree, reading);
}

/* What a will, a wish or a refusal makes of the code. */
static void recode(const struct tree *tree, const struct reading *reading, const struct facts *facts, bool told,
                   struct verdict_of *verdict)
{
    static const char *const words_only[] = {"01", "02", "09", "10", "11", "12", "13", NULL};
    bool is_operator = reading->pattern->is_operator;
    if (refuses(tree, reading, facts)) {
        verdict->code = composed(tree, "12", reading->code);
        verdict->modality = RO_ASSERTED;
    } else if (facts->negated) {
        verdict->polarity = RO_NEGATIVE;
    } else if (threatens(tree, reading, facts)) {
        verdict->code = composed(tree, "03", reading->code);
        verdict->modality = RO_PLANNED;
    } else if (verdict->modality == RO_PLANNED && !is_operator &&
               !ro_begins_with_one_of(reading->code, words_only)) {
        verdict->code = composed(tree, "03", reading->code);
    } else if (verdict->modality == RO_DEMANDED && told && reading->source.count) {
        verdict->code = composed(tree, facts->required ? "10" : "02", reading->code);
        verdict->wish = true;
    }
}

static enum modality modality_of(const struct facts *facts)
{
    if (facts->hypothetical)
        return RO_HYPOTHETICAL;
    if (facts->planned)
        return RO_PLANNED;
    if (facts->required || facts->advised)
        return RO_DEMANDED;
    return facts->possible ? RO_POSSIBLE : RO_ASSERTED;
}

struct verdict_of ro_judge(const struct tree *tree, const struct reading *reading, bool told, double least)
{
    struct facts facts = ro_facts_of(tree, &reading->frame);
    struct verdict_of verdict = {.code = reading->code, .tense = facts.tense, .modality = modality_of(&facts)};
    const struct slot *first = &reading->pattern->slots[0];
    bool nobody = first->place == RO_AT_OWNER && first->filler == RO_FILL_SOURCE && !reading->pattern->be &&
                  !reading->source.count && !reading->frame.light;
    bool idle = facts.purpose || nobody || says_nothing(tree, reading);
    if (reading->modal) {
        verdict.wish = true;
        verdict.modality = RO_ASSERTED;
        idle |= !told || facts.negated;
    } else {
        recode(tree, reading, &facts, told, &verdict);
    }
    verdict.features = ro_event_features(tree, reading, &verdict, told);
    verdict.score = ro_event_score(verdict.features);
    verdict.verdict = reading->told_by != RO_NONE ? RO_EVENT_TOLD
                      : idle                      ? RO_EVENT_IDLE
                      : verdict.score < least     ? RO_EVENT_UNSURE
                                                  : RO_EVENT_WRITTEN;
    return verdict;
}

/* judge.c: "will not sign" is a refusal, "will sign" a plan, "had not signed" nothing that happened. */
#include "events/judge.h"

/* Whether a code is of one of some roots: "03", "057". */
static bool is_root(const char *code, const char *const *roots)
{
    for (; *roots; roots++)
        if (strncmp(code, *roots, 2) == 0)
            return true;
    return false;
}

static const char *composed(const struct tree *tree, const char *operator, const char *code)
{
    const char *whole = ro_verbs_compose(tree->verbs, operator, code);
    return whole ? whole : code;
}

/* Not to agree, accept or give, and not to be going to do what is friendly, is to refuse. */
static bool refuses(const struct tree *tree, const struct reading *reading, const struct facts *facts)
{
    static const char *const gifts[] = {"03", "04", "05", "06", "07", "08", NULL};
    static const struct slice no_word = {NULL, 0};
    struct slice lemma = ro_tree_lemma(tree, reading->frame.head);
    if (!facts->negated || facts->hypothetical || !is_root(reading->code, gifts))
        return false;
    return facts->planned || ro_verbs_lists(tree->verbs, RO_LIST_ACCEPT, lemma, no_word);
}

static double score_of(const struct tree *tree, const struct reading *reading, const struct verdict_of *verdict)
{
    bool bare = reading->pattern->slots[0].place == RO_AT_OWNER && !reading->frame.light;
    bool pair = reading->source.count && (reading->target.count || reading->both);
    double score = pair ? 0.8 : reading->source.count ? 0.5 : 0.35;
    if (bare)
        score -= 0.25;
    if (verdict->modality == RO_POSSIBLE || verdict->modality == RO_HYPOTHETICAL)
        score -= 0.1;
    uint32_t coded = 0;
    for (uint32_t i = 0; i < reading->source.count; i++)
        coded += tree->document->entities[reading->source.entities[i]].actor != NULL;
    return coded ? score : score - 0.1;
}

struct verdict_of ro_judge(const struct tree *tree, const struct reading *reading, bool told)
{
    struct facts facts = ro_facts_of(tree, &reading->frame);
    struct verdict_of verdict = {.code = reading->code, .tense = facts.tense};
    bool operator = reading->pattern->operator;
    verdict.modality = facts.hypothetical                                   ? RO_HYPOTHETICAL
                       : facts.planned                                      ? RO_PLANNED
                       : facts.required || facts.advised                    ? RO_DEMANDED
                       : facts.possible                                     ? RO_POSSIBLE
                                                                            : RO_ASSERTED;
    if (refuses(tree, reading, &facts)) {
        verdict.code = composed(tree, "12", reading->code);
        verdict.modality = RO_ASSERTED;
    } else if (facts.negated) {
        verdict.polarity = RO_NEGATIVE;
    } else if (verdict.modality == RO_PLANNED && !operator) {
        verdict.code = composed(tree, "03", reading->code);
    } else if (verdict.modality == RO_DEMANDED && !operator && told && reading->source.count) {
        verdict.code = composed(tree, facts.required ? "10" : "02", reading->code);
        verdict.wish = true;
    }
    verdict.score = score_of(tree, reading, &verdict);
    return verdict;
}

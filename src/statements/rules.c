/* rules.c: the share of each rule's statements whose source and content are right, on the articles that the rules
 * were built on, by `make score-statements`; of the
 * four that were carried over none was, which says little: (0 + 1) / (4 + 2). */
#include "statements/rules.h"

double ro_rule_precision(enum rule rule)
{
    static const double precision[RO_RULE_COUNT] = {
        [RO_RULE_AFTER] = 0.93, [RO_RULE_AFTER_MIXED] = 0.67, [RO_RULE_BEFORE] = 0.79,
        [RO_RULE_MIXED] = 0.78, [RO_RULE_CALL] = 0.56,        [RO_RULE_ACCOUNT] = 0.68,
        [RO_RULE_LABEL] = 0.63, [RO_RULE_CARRIED] = 0.17,     [RO_RULE_TRANSCRIPT] = 0.91,
    };
    return precision[rule];
}

const char *ro_rule_name(enum rule rule)
{
    static const char *const names[RO_RULE_COUNT] = {
        [RO_RULE_AFTER] = "rule: cue behind a quotation",
        [RO_RULE_AFTER_MIXED] = "rule: cue behind a sentence that ends quoted",
        [RO_RULE_BEFORE] = "rule: cue before a quotation",
        [RO_RULE_MIXED] = "rule: cue before a clause with a quotation",
        [RO_RULE_CALL] = "rule: naming by a quotation",
        [RO_RULE_ACCOUNT] = "rule: according to",
        [RO_RULE_LABEL] = "rule: label of a quotation",
        [RO_RULE_CARRIED] = "rule: carried on from the quotation before",
        [RO_RULE_TRANSCRIPT] = "rule: turn of a transcript",
    };
    return names[rule];
}

/* rules.c: precision by rule, counted by `make score` on PolNeAR's tune part. */
#include "statements/rules.h"

double ro_rule_precision(enum rule rule)
{
    static const double precision[RO_RULE_COUNT] = {
        [RO_RULE_AFTER] = 0.91, [RO_RULE_AFTER_MIXED] = 0.82, [RO_RULE_BEFORE] = 0.83,
        [RO_RULE_MIXED] = 0.64, [RO_RULE_CALL] = 0.55,        [RO_RULE_ACCOUNT] = 0.65,
        [RO_RULE_LABEL] = 0.60, [RO_RULE_CARRIED] = 0.40,     [RO_RULE_TRANSCRIPT] = 0.50,
    };
    return precision[rule];
}

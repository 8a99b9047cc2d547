/* rules.h: how often each rule is right: its precision, counted. */
#ifndef RO_RULES_H
#define RO_RULES_H

#include "statements/attribution.h"

/* The score of the statements that a rule makes. */
double ro_rule_precision(enum rule rule);

/* Its name, as explanations call it: "said behind". */
const char *ro_rule_name(enum rule rule);

#endif

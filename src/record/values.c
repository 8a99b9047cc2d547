/* values.c: names of forms, acts and types, decimals. */
#include "record/values.h"

#include <stdio.h>

#include "base/banned.h"
#include "base/document.h"

const char *const ro_form_names[] = {
    [READOUT_DIRECT] = "direct",
    [READOUT_INDIRECT] = "indirect",
    [READOUT_MIXED] = "mixed",
};
const char *const ro_act_names[] = {
    [READOUT_ASSERT] = "assert",       [READOUT_DENY] = "deny",       [READOUT_ASK] = "ask",
    [READOUT_REQUEST] = "request",     [READOUT_PROMISE] = "promise", [READOUT_THREATEN] = "threaten",
    [READOUT_AGREE] = "agree",         [READOUT_REFUSE] = "refuse",   [READOUT_PRAISE] = "praise",
    [READOUT_CRITICIZE] = "criticize", [READOUT_REGRET] = "regret",   [READOUT_BELIEVE] = "believe",
    [READOUT_OTHER] = "other",
};

const char *const ro_time_types[] = {
    [RO_DATE] = "DATE",
    [RO_TIME] = "TIME",
    [RO_DURATION] = "DURATION",
    [RO_SET] = "SET",
};

const char *const ro_entity_types[] = {
    [RO_PERSON] = "person", [RO_ORGANIZATION] = "organization", [RO_COUNTRY] = "country", [RO_PLACE] = "place",
    [RO_GROUP] = "group",   [RO_OTHER_ENTITY] = "other",
};
const char *const ro_mention_kinds[] = {
    [RO_NAME] = "name",
    [RO_NOMINAL] = "nominal",
    [RO_PRONOUN] = "pronoun",
};

const char *const ro_polarities[] = {[RO_POSITIVE] = "positive", [RO_NEGATIVE] = "negative"};
const char *const ro_modalities[] = {
    [RO_ASSERTED] = "asserted", [RO_PLANNED] = "planned",           [RO_POSSIBLE] = "possible",
    [RO_DEMANDED] = "demanded", [RO_HYPOTHETICAL] = "hypothetical",
};
const char *const ro_tenses[] = {
    [RO_PAST] = "past",
    [RO_PRESENT] = "present",
    [RO_FUTURE] = "future",
    [RO_UNSPECIFIED] = "unspecified",
};

const char *const ro_position_acts[] = {
    [RO_DEMAND] = "demand",     [RO_OFFER] = "offer",   [RO_PROPOSE] = "propose",
    [RO_ACCEPT] = "accept",     [RO_REJECT] = "reject", [RO_PROMISE] = "promise",
    [RO_THREATEN] = "threaten", [RO_REGRET] = "regret", [RO_PRAISE] = "praise",
};
const char *const ro_extents[] = {
    [RO_NO_EXTENT] = NULL,
    [RO_ALL] = "all",
    [RO_PART] = "part",
    [RO_NOTHING] = "none",
};
const char *const ro_dispute_kinds[] = {
    [RO_NEGATION] = "negation", [RO_EXTENT] = "extent",           [RO_NUMBER] = "number",
    [RO_DENIAL] = "denial",     [RO_ATTRIBUTION] = "attribution",
};

void ro_decimal(char digits[RO_DECIMAL], double value, int places)
{
    long long scale = 1;
    for (int i = 0; i < places; i++)
        scale *= 10;
    long long scaled = (long long)((value < 0 ? -value : value) * (double)scale + 0.5);
    int length = snprintf(digits, RO_DECIMAL, "%s%lld.%0*lld", value < 0 && scaled ? "-" : "", scaled / scale,
                          places, scaled % scale);
    while (digits[length - 1] == '0')
        length--;
    digits[digits[length - 1] == '.' ? length - 1 : length] = '\0';
}

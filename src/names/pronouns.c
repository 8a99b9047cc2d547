/* pronouns.c: a closed class of words, which no lexicon needs to add to. */
#include "names/pronouns.h"

#include <strings.h>

static const struct pronoun pronouns[] = {
    {"i", 1, 0, false},      {"me", 1, 0, false},       {"my", 1, 0, false},        {"mine", 1, 0, false},
    {"myself", 1, 0, false}, {"we", 1, 0, true},        {"us", 1, 0, true},         {"our", 1, 0, true},
    {"ours", 1, 0, true},    {"ourselves", 1, 0, true}, {"you", 2, 0, false},       {"your", 2, 0, false},
    {"yours", 2, 0, false},  {"yourself", 2, 0, false}, {"yourselves", 2, 0, true}, {"he", 3, 'm', false},
    {"him", 3, 'm', false},  {"his", 3, 'm', false},    {"himself", 3, 'm', false}, {"she", 3, 'f', false},
    {"her", 3, 'f', false},  {"hers", 3, 'f', false},   {"herself", 3, 'f', false}, {"it", 3, 'n', false},
    {"its", 3, 'n', false},  {"itself", 3, 'n', false}, {"they", 3, 0, true},       {"them", 3, 0, true},
    {"their", 3, 0, true},   {"theirs", 3, 0, true},    {"themselves", 3, 0, true},
};

const struct pronoun *ro_pronoun(struct slice form)
{
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
        if (strlen(pronouns[i].form) == form.length && strncasecmp(pronouns[i].form, form.data, form.length) == 0)
            return &pronouns[i];
    return NULL;
}

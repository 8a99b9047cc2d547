/* dictionary_store.h: what the readers of dictionaries fill. */
#ifndef RO_DICTIONARY_STORE_H
#define RO_DICTIONARY_STORE_H

#include "actors/dictionary.h"
#include "actors/dictionary_phrases.h"

struct dictionary {
    struct arena *arena;
    struct terms actor_phrases, agent_phrases, discard_phrases, issue_phrases; /* to numbers of the items below */
    struct dictionary_actor *actors;
    struct dictionary_agent *agents;
    struct dictionary_discard *discards;
    struct dictionary_issue *issues;
    uint32_t actor_count, agent_count, discard_count, issue_count;
};

#endif

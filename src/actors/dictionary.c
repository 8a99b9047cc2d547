/* dictionary.c: looks actors, agents and discards up, and puts their codes together. */
#include "actors/dictionary.h"

#include <stdlib.h>

#include "actors/dictionary_store.h"
#include "base/date.h"

struct dictionary *ro_dictionary_new(struct arena *arena)
{
    struct dictionary *dictionary = ro_arena_alloc(arena, 1, sizeof *dictionary);
    if (dictionary)
        dictionary->arena = arena;
    return dictionary;
}

/* Looking up */

static bool is_tag(const char *tag, const char *const *tags)
{
    for (; *tags; tags++)
        if (strncmp(tag, *tags, strlen(*tags)) == 0)
            return true;
    return false;
}

/* Whether a single word may be an actor or agent by its tag. */
static bool is_noun(const struct word *word)
{
    static const char *const tags[] = {"NN", "JJ", "DT", "CD", "FW", NULL};
    return !word->xpos || is_tag(word->xpos, tags);
}

/* Where there are no tags, "us" and "Who" at the start of a sentence are no names, but "US" and "WHO" are. */
static bool is_spelt_as_name(const struct document *document, uint32_t index)
{
    enum { SHORT = 3 };
    const struct word *word = &document->words[index];
    struct slice own = ro_document_word(document, index);
    if (word->xpos || own.length > SHORT)
        return true;
    for (size_t i = word->starts; i < own.length; i++)
        if (own.data[i] < 'a' || own.data[i] > 'z')
            return true;
    return false;
}

const struct dictionary_actor *ro_dictionary_actor(const struct dictionary *dictionary,
                                                   const struct document *document, uint32_t word, uint32_t *words)
{
    *words = 0;
    if (!dictionary)
        return NULL;
    uint32_t found = ro_terms_find(&dictionary->actor_phrases, document, word, words);
    bool fits = *words > 1 || (is_noun(&document->words[word]) && is_spelt_as_name(document, word));
    return found == RO_NONE || !fits ? NULL : &dictionary->actors[found];
}

const struct dictionary_agent *ro_dictionary_agent(const struct dictionary *dictionary,
                                                   const struct document *document, uint32_t word, uint32_t *words)
{
    *words = 0;
    if (!dictionary)
        return NULL;
    uint32_t found = ro_terms_find(&dictionary->agent_phrases, document, word, words);
    bool fits = *words > 1 || is_noun(&document->words[word]);
    return found == RO_NONE || !fits ? NULL : &dictionary->agents[found];
}

const struct dictionary_discard *ro_dictionary_discard(const struct dictionary *dictionary,
                                                       const struct document *document, uint32_t word,
                                                       uint32_t *words)
{
    *words = 0;
    if (!dictionary)
        return NULL;
    uint32_t found = ro_terms_find(&dictionary->discard_phrases, document, word, words);
    return found == RO_NONE ? NULL : &dictionary->discards[found];
}

/* Codes */

int ro_dictionary_day(const char *date)
{
    char full[] = "0000-01-01"; /* what is not stated */
    size_t length = date ? strcspn(date, "T") : 0;
    if (length != 4 && length != 7 && length != 10)
        return 0;
    memcpy(full, date, length);
    if (!ro_date_is(full))
        return 0;
    full[4] = full[7] = '\0';
    return (int)(10000 * strtoul(full, NULL, 10) + 100 * strtoul(full + 5, NULL, 10) + strtoul(full + 8, NULL, 10));
}

const char *ro_dictionary_code(const struct dictionary_actor *actor, int day)
{
    const struct dictionary_code *undated = NULL;
    for (uint32_t i = 0; i < actor->code_count; i++) {
        const struct dictionary_code *code = &actor->codes[i];
        if (code->dated && day && code->from <= day && day <= code->until)
            return code->code;
        if (!code->dated && !undated)
            undated = code;
    }
    return undated ? undated->code : NULL;
}

/* Put some bytes at a place of a string, unless it has them, or no room for them. */
static void insert(char combined[RO_COMBINED], size_t place, const char *bytes, size_t length)
{
    char added[RO_COMBINED];
    size_t own = strlen(combined);
    if (own + length >= RO_COMBINED)
        return;
    memcpy(added, bytes, length);
    added[length] = '\0';
    if (strstr(combined, added))
        return;
    memmove(combined + place + length, combined + place, own - place + 1);
    memcpy(combined + place, added, length);
}

static void add_agent(char combined[RO_COMBINED], const char *code)
{
    if (*code == '~')
        insert(combined, strlen(combined), code + 1, strlen(code) - 1);
    else
        insert(combined, 0, code, strlen(code) - 1);
}

void ro_dictionary_combine(char combined[RO_COMBINED], const char *actor,
                           const struct dictionary_agent *const *agents, uint32_t count)
{
    static const char nobody[] = "~";
    const char *begin = actor && *actor ? actor : nobody;
    combined[0] = '\0';
    insert(combined, 0, begin, strlen(begin));
    for (uint32_t i = 0; i < count; i++)
        if (count == 1 || strcmp(agents[i]->code, "~PPL") != 0)
            add_agent(combined, agents[i]->code);
    if (strcmp(combined, nobody) == 0)
        combined[0] = '\0';
}

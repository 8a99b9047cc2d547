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

/* Whether a single word may be an agent by its tag, as PETRARCH has it. */
static bool is_noun(const struct word *word)
{
    static const char *const tags[] = {"NN", "JJ", "DT", "CD", "FW", NULL};
    return !word->xpos || ro_begins_with_one_of(word->xpos, tags);
}

static unsigned capitals(struct slice word)
{
    unsigned count = 0;
    for (size_t i = 0; i < word.length; i++)
        count += word.data[i] >= 'A' && word.data[i] <= 'Z';
    return count;
}

/* Whether a single word may be an actor: a noun; or spelt as a name, since names are tagged wrongly at times. "US" is one, but
 * "us" and "Us" are not, nor "May" where it is a verb. Without tags that is asked of short words alone. */
static bool is_name(const struct document *document, uint32_t index)
{
    enum { SHORT = 3 };
    static const char *const others[] = {"PRP", "W", "MD", "VB", NULL};
    const struct word *word = &document->words[index];
    struct slice own = ro_document_word(document, index);
    unsigned count = capitals(own);
    if (!word->xpos)
        return own.length > SHORT || count > word->starts;
    return is_noun(word) || count > 1 || (count == 1 && !ro_begins_with_one_of(word->xpos, others));
}

const struct dictionary_actor *ro_dictionary_actor(const struct dictionary *dictionary,
                                                   const struct document *document, uint32_t word, uint32_t *words)
{
    *words = 0;
    if (!dictionary)
        return NULL;
    uint32_t found = ro_terms_find(&dictionary->actor_phrases, document, word, words);
    bool fits = *words > 1 || is_name(document, word);
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

const struct dictionary_issue *ro_dictionary_issue(const struct dictionary *dictionary,
                                                   const struct document *document, uint32_t word, uint32_t *words)
{
    *words = 0;
    if (!dictionary)
        return NULL;
    uint32_t found = ro_terms_find(&dictionary->issue_phrases, document, word, words);
    return found == RO_NONE ? NULL : &dictionary->issues[found];
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

bool ro_dictionary_next(const char **codes, char code[RO_COMBINED])
{
    if (!*codes || !**codes)
        return false;
    size_t length = strcspn(*codes, "/"), kept = length < RO_COMBINED ? length : RO_COMBINED - 1;
    memcpy(code, *codes, kept);
    code[kept] = '\0';
    *codes += length + ((*codes)[length] == '/');
    return true;
}

/* Whether a string has some letters where it may: codes are made of parts of three. */
static bool has_part(const char *combined, const char *part, size_t length)
{
    for (size_t at = 0, own = strlen(combined); at + length <= own; at += 3)
        if (memcmp(combined + at, part, length) == 0)
            return true;
    return false;
}

/* Put a part at a place of a string, unless it has it, or no room for it. Where the part ends. */
static size_t insert(char combined[RO_COMBINED], size_t place, const char *part, size_t length)
{
    size_t own = strlen(combined);
    if (own + length >= RO_COMBINED - 1 || has_part(combined, part, length)) /* there is room for the "~" */
        return place;
    memmove(combined + place + length, combined + place, own - place + 1);
    memcpy(combined + place, part, length);
    return place + length;
}

/* Put a code at a place, part by part: of "GOVFRM" in "USAGOV" there is only "FRM" to add. Where it ends. */
static size_t insert_code(char combined[RO_COMBINED], size_t place, const char *code, size_t length)
{
    size_t step = length % 3 ? length : 3;
    for (size_t at = 0; at < length; at += step)
        place = insert(combined, place, code + at, step);
    return place;
}

void ro_dictionary_combine(char combined[RO_COMBINED], const char *actor,
                           const struct dictionary_agent *const *agents, uint32_t count)
{
    size_t front = 0; /* the length of what is before the actor */
    memset(combined, 0, RO_COMBINED);
    if (actor)
        insert(combined, 0, actor, strlen(actor));
    bool nobody = !*combined;
    for (uint32_t i = 0; i < count; i++) {
        const char *code = agents[i]->code;
        if (count > 1 && strcmp(code, "~PPL") == 0)
            continue;
        if (*code == '~')
            insert_code(combined, strlen(combined), code + 1, strlen(code) - 1);
        else
            front = insert_code(combined, front, code, strlen(code) - 1);
    }
    if (nobody && *combined) {
        memmove(combined + front + 1, combined + front, strlen(combined + front) + 1);
        combined[front] = '~';
    }
}

/* dictionary_nouns.c: looks for actors and agents in the tree of a noun phrase. Of a phrase that is longer than what anybody reads only
 * the words near its noun are looked at. */
#include "actors/dictionary_nouns.h"

enum { NEAR = 64 /* words */, DEEPEST = 32, AGENTS = 8 };

/* Trees */

static bool hangs_by_any(const struct word *word, const char *const *relations)
{
    for (; *relations; relations++)
        if (ro_hangs_by(word, *relations))
            return true;
    return false;
}

/* What makes a word a part of the noun phrase of its head. */
static bool is_part(const struct word *word)
{
    static const char *const relations[] = {"nmod",   "compound", "amod", "flat", "appos",    "conj",
                                            "nummod", "det",      "case", "cc",   "goeswith", "fixed",
                                            "advmod", "list",     "dep",  NULL};
    return hangs_by_any(word, relations);
}

static bool is_noun(const struct word *word)
{
    return word->upos &&
           (strcmp(word->upos, "NOUN") == 0 || strcmp(word->upos, "PROPN") == 0 ||
            strcmp(word->upos, "PRON") == 0 || strcmp(word->upos, "ADJ") == 0 || strcmp(word->upos, "NUM") == 0);
}

/* Whether a word is a noun beside another one, or what hangs on it as if it were. */
static bool is_inside(const struct document *document, uint32_t word)
{
    const struct word *own = &document->words[word];
    return own->head != RO_NONE && own->head != word && is_part(own) && is_noun(&document->words[own->head]);
}

uint32_t ro_dictionary_top(const struct document *document, uint32_t word)
{
    for (int depth = 0; depth < DEEPEST && is_inside(document, word); depth++)
        word = document->words[word].head;
    return word;
}

uint32_t ro_dictionary_near(const struct document *document, uint32_t word)
{
    static const char *const close[] = {"compound",  "amod",   "flat", "det",  "nmod:poss",
                                        "nmod:desc", "nummod", "conj", "case", NULL};
    for (int depth = 0; depth < DEEPEST && is_inside(document, word); depth++) {
        if (!hangs_by_any(&document->words[word], close))
            break;
        word = document->words[word].head;
    }
    return word;
}

/* Whether a word belongs to the phrase of a noun, with what is coordinated with it or without. */
static bool belongs(const struct document *document, uint32_t top, uint32_t word, bool with_others)
{
    for (int depth = 0; depth < DEEPEST && word != top; depth++) {
        if (!is_inside(document, word) || (!with_others && ro_hangs_by(&document->words[word], "conj")))
            return false;
        word = document->words[word].head;
    }
    return word == top;
}

bool ro_dictionary_has(const struct document *document, uint32_t top, uint32_t word)
{
    return belongs(document, top, word, true);
}

static struct range near(const struct document *document, uint32_t top)
{
    const struct sentence *sentence = &document->sentences[document->words[top].sentence];
    struct range all = {sentence->first_word, sentence->first_word + sentence->word_count};
    struct range window = {top > NEAR ? top - NEAR : 0, top + NEAR};
    return ro_range_common(all, window);
}

uint32_t ro_dictionary_highest(const struct document *document, struct range words)
{
    uint32_t word = words.begin;
    for (int depth = 0; depth < DEEPEST; depth++) {
        uint32_t head = document->words[word].head;
        if (head == word || !ro_range_has(words, head))
            break;
        word = head;
    }
    return word;
}

/* Reading one phrase */

struct noun {
    const struct dictionary *dictionary;
    const struct document *document;
    uint32_t top;
    bool with_others; /* that are coordinated with it */
    uint32_t without; /* what is not looked at in it, or RO_NONE */
    int day;
    struct range actor; /* the words of the first one */
    uint32_t anchor;    /* the highest of them */
    const char *code;
};

/* Find the first actor that has a code. */
static bool find_actor(struct noun *noun)
{
    struct range words = near(noun->document, noun->top);
    for (uint32_t word = words.begin, count; word < words.end; word++) {
        const struct dictionary_actor *actor = ro_dictionary_actor(noun->dictionary, noun->document, word, &count);
        if (!actor)
            continue;
        struct range own = {word, word + count};
        uint32_t anchor = ro_dictionary_highest(noun->document, own);
        noun->code = ro_dictionary_code(actor, noun->day);
        if (noun->code && belongs(noun->document, noun->top, anchor, noun->with_others)) {
            noun->actor = own;
            noun->anchor = anchor;
            return true;
        }
        word += count - 1;
    }
    return false;
}

/* Whether a word is on the way from the actor up to the noun, or stands beside one that is: "[human rights activists] of Norland",
 * "Norland's [defence] minister"; not "the [soldiers]' attack on Norland". */
static bool goes_with(const struct noun *noun, uint32_t word)
{
    static const char *const beside[] = {"compound", "amod", "flat", "nmod:desc", "appos", "nmod:unmarked", NULL};
    const struct document *document = noun->document;
    for (int depth = 0; depth < DEEPEST; depth++) {
        if (belongs(document, word, noun->anchor, true))
            return true;
        if (word == noun->top || !hangs_by_any(&document->words[word], beside))
            return false;
        word = document->words[word].head;
    }
    return false;
}

/* The agents of a phrase outside of the actor, and the highest word of the last one. */
static uint32_t find_agents(const struct noun *noun, const struct dictionary_agent *agents[AGENTS], uint32_t *last)
{
    struct range words = near(noun->document, noun->top);
    uint32_t found = 0;
    for (uint32_t word = words.begin, count; word < words.end && found < AGENTS; word++) {
        if (ro_range_has(noun->actor, word))
            continue;
        const struct dictionary_agent *agent = ro_dictionary_agent(noun->dictionary, noun->document, word, &count);
        if (!agent)
            continue;
        uint32_t own = ro_dictionary_highest(noun->document, (struct range){word, word + count});
        word += count - 1;
        bool left_out = noun->without != RO_NONE && belongs(noun->document, noun->without, own, true);
        if (left_out || !belongs(noun->document, noun->top, own, noun->with_others) || !goes_with(noun, own))
            continue;
        agents[found++] = agent;
        *last = own;
    }
    return found;
}

/* "~GOV" -> "---GOV", "NGO~" -> "NGO---", as PETRARCH writes an agent of nobody's. */
static void mark_nobody(char code[RO_COMBINED])
{
    char *place = strchr(code, '~');
    if (!place || strlen(code) + 3 > RO_COMBINED)
        return;
    memmove(place + 3, place + 1, strlen(place));
    memcpy(place, "---", 3);
}

/* Read one phrase; `shared` agents are those of a phrase around it. */
static bool read_noun(struct noun *noun, const struct dictionary_agent *const *shared, uint32_t shared_count,
                      struct dictionary_party *party)
{
    const struct dictionary_agent *agents[2 * AGENTS];
    noun->actor = RO_NO_RANGE;
    noun->anchor = noun->top;
    bool known = find_actor(noun);
    party->actor = known ? noun->actor.begin : RO_NONE;
    party->word = noun->anchor;
    uint32_t count = find_agents(noun, agents, &party->word);
    for (uint32_t i = 0; i < shared_count; i++)
        agents[count++] = shared[i];
    ro_dictionary_combine(party->code, known ? noun->code : NULL, agents, count);
    if (!known)
        mark_nobody(party->code);
    return *party->code != '\0';
}

bool ro_dictionary_party(const struct dictionary *dictionary, const struct document *document, uint32_t noun,
                         int day, struct dictionary_party *party)
{
    struct noun own = {.dictionary = dictionary, .document = document, .top = noun, .without = RO_NONE, .day = day};
    return dictionary && read_noun(&own, NULL, 0, party);
}

/* Several */

uint32_t ro_dictionary_first(const struct document *document, uint32_t word)
{
    for (int depth = 0; depth < DEEPEST && ro_hangs_by(&document->words[word], "conj") && is_inside(document, word);
         depth++)
        word = document->words[word].head;
    return word;
}

static bool has_conjunct(const struct document *document, uint32_t word)
{
    struct range words = near(document, word);
    for (uint32_t at = word + 1; at < words.end; at++)
        if (document->words[at].head == word && ro_hangs_by(&document->words[at], "conj"))
            return true;
    return false;
}

/* The first of the coordination that the actor is in, on the way up to the noun; RO_NONE where it is in none. */
static uint32_t coordination(const struct noun *noun)
{
    uint32_t word = noun->anchor;
    for (int depth = 0; depth < DEEPEST; depth++) {
        if (ro_dictionary_first(noun->document, word) != word)
            return ro_dictionary_first(noun->document, word);
        if (has_conjunct(noun->document, word))
            return word;
        if (word == noun->top)
            break;
        word = noun->document->words[word].head;
    }
    return RO_NONE;
}

/* The agents of what is around a coordination: "[lawmakers] in Norland and Sudland". */
static uint32_t shared_agents(const struct noun *noun, uint32_t first,
                              const struct dictionary_agent *agents[AGENTS])
{
    struct noun around = *noun;
    uint32_t last;
    around.without = around.anchor = first;
    return find_agents(&around, agents, &last);
}

uint32_t ro_dictionary_parties(const struct dictionary *dictionary, const struct document *document, uint32_t top,
                               int day, struct dictionary_party parties[RO_DICTIONARY_PARTIES])
{
    struct noun noun = {.dictionary = dictionary,
                        .document = document,
                        .top = top,
                        .with_others = true,
                        .without = RO_NONE,
                        .day = day};
    const struct dictionary_agent *shared[AGENTS];
    uint32_t count = 0;
    if (!dictionary)
        return 0;
    uint32_t first = find_actor(&noun) ? coordination(&noun) : RO_NONE;
    if (first == RO_NONE)
        return read_noun(&noun, NULL, 0, parties);
    uint32_t shared_count = shared_agents(&noun, first, shared);
    struct range words = near(document, first);
    for (uint32_t word = first; word < words.end && count < RO_DICTIONARY_PARTIES; word++) {
        if (ro_dictionary_first(document, word) != first)
            continue;
        struct noun own = {
            .dictionary = dictionary, .document = document, .top = word, .without = RO_NONE, .day = day};
        count += read_noun(&own, shared, shared_count, &parties[count]) && parties[count].actor != RO_NONE;
    }
    return count;
}

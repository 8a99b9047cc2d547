/* pattern.c: the words of a pattern, from left to right: a subject, the head, what goes with it. */
#include "events/pattern.h"

#include <stdlib.h>

#include "base/document.h"

const char ro_pattern_no_memory[] = "no memory to read it";

/* A pattern that is being read. */
struct tokens {
    struct slice rest, token;
    struct arena *arena;
    const struct table *classes;
    struct pattern *pattern;
    struct slot slots[RO_SLOTS];
};

static bool next_token(struct tokens *tokens)
{
    struct slice rest = tokens->rest;
    while (rest.length && *rest.data == ' ')
        rest = (struct slice){rest.data + 1, rest.length - 1};
    const char *blank = memchr(rest.data, ' ', rest.length);
    size_t length = blank ? (size_t)(blank - rest.data) : rest.length;
    tokens->token = (struct slice){rest.data, length};
    tokens->rest = (struct slice){rest.data + length, rest.length - length};
    return length > 0;
}

static bool is(struct slice token, const char *text)
{
    return ro_slice_equal(token, ro_slice(text));
}

static int by_letters(const void *one, const void *other)
{
    const struct slice *a = one, *b = other;
    int order = memcmp(a->data, b->data, a->length < b->length ? a->length : b->length);
    return order ? order : (a->length > b->length) - (a->length < b->length);
}

static bool is_small_word(struct slice word)
{
    static const struct slice small[] = {
        /* in the order of the alphabet */
        RO_SLICE("about"),      RO_SLICE("above"),   RO_SLICE("across"),   RO_SLICE("after"),
        RO_SLICE("against"),    RO_SLICE("ahead"),   RO_SLICE("along"),    RO_SLICE("alongside"),
        RO_SLICE("amid"),       RO_SLICE("among"),   RO_SLICE("apart"),    RO_SLICE("around"),
        RO_SLICE("as"),         RO_SLICE("aside"),   RO_SLICE("at"),       RO_SLICE("away"),
        RO_SLICE("back"),       RO_SLICE("before"),  RO_SLICE("behind"),   RO_SLICE("below"),
        RO_SLICE("beside"),     RO_SLICE("between"), RO_SLICE("beyond"),   RO_SLICE("by"),
        RO_SLICE("concerning"), RO_SLICE("despite"), RO_SLICE("down"),     RO_SLICE("during"),
        RO_SLICE("for"),        RO_SLICE("forth"),   RO_SLICE("forward"),  RO_SLICE("from"),
        RO_SLICE("home"),       RO_SLICE("if"),      RO_SLICE("in"),       RO_SLICE("inside"),
        RO_SLICE("into"),       RO_SLICE("like"),    RO_SLICE("near"),     RO_SLICE("of"),
        RO_SLICE("off"),        RO_SLICE("on"),      RO_SLICE("onto"),     RO_SLICE("opposite"),
        RO_SLICE("out"),        RO_SLICE("outside"), RO_SLICE("over"),     RO_SLICE("past"),
        RO_SLICE("regarding"),  RO_SLICE("round"),   RO_SLICE("that"),     RO_SLICE("through"),
        RO_SLICE("throughout"), RO_SLICE("to"),      RO_SLICE("together"), RO_SLICE("toward"),
        RO_SLICE("towards"),    RO_SLICE("under"),   RO_SLICE("until"),    RO_SLICE("up"),
        RO_SLICE("upon"),       RO_SLICE("via"),     RO_SLICE("with"),     RO_SLICE("within"),
        RO_SLICE("without")};
    return bsearch(&word, small, sizeof small / sizeof *small, sizeof *small, by_letters);
}

static size_t count_words(struct slice token)
{
    size_t count = 1;
    for (size_t i = 0; i < token.length; i++)
        count += token.data[i] == '/';
    return count;
}

/* Take the first of the words between slashes off a token. */
static struct slice next_word(struct slice *token)
{
    const char *slash = memchr(token->data, '/', token->length);
    struct slice word = {token->data, slash ? (size_t)(slash - token->data) : token->length};
    size_t taken = word.length + (slash != NULL);
    *token = (struct slice){token->data + taken, token->length - taken};
    return word;
}

/* Whether all of the words between slashes are prepositions, particles or conjunctions. */
static bool is_small(struct slice token)
{
    while (token.length)
        if (!is_small_word(next_word(&token)))
            return false;
    return true;
}

static const char *read_words(struct arena *arena, struct slice token, const struct slice **out)
{
    struct slice *words = ro_arena_alloc(arena, count_words(token) + 1, sizeof *words);
    *out = words;
    for (size_t i = 0; words && token.length; i++)
        words[i] = next_word(&token);
    return words ? NULL : ro_pattern_no_memory;
}

/* "&troop/tank": nouns and classes of nouns. Returns NULL, or what is wrong. */
static const char *read_nouns(const struct tokens *tokens, struct slot *slot)
{
    struct slice token = tokens->token;
    struct noun_choice *nouns = ro_arena_alloc(tokens->arena, count_words(token) + 1, sizeof *nouns);
    slot->filler = RO_FILL_NOUNS;
    slot->nouns = nouns;
    for (size_t i = 0; nouns && token.length; i++) {
        nouns[i].lemma = next_word(&token);
        bool class = nouns[i].lemma.length && *nouns[i].lemma.data == '&';
        nouns[i].class = class ? ro_table_get(tokens->classes, nouns[i].lemma) : UINT32_MAX;
        if (class && nouns[i].class == RO_TABLE_NONE)
            return "no line above defines this class";
    }
    return nouns ? NULL : ro_pattern_no_memory;
}

/* "person/group" behind a colon: of what type somebody has to be. Returns NULL, or what is wrong. */
static const char *read_types(struct slice names, struct slot *slot)
{
    static const char *const types[] = {[RO_PERSON] = "person",
                                        [RO_ORGANIZATION] = "organization",
                                        [RO_COUNTRY] = "country",
                                        [RO_PLACE] = "place",
                                        [RO_GROUP] = "group"};
    while (names.length) {
        struct slice name = next_word(&names);
        size_t type = 0;
        while (type < sizeof types / sizeof *types && !is(name, types[type]))
            type++;
        if (type == sizeof types / sizeof *types)
            return "no such type; there are person, organization, country, place, group";
        slot->types |= 1U << type;
    }
    return slot->types ? NULL : "a type belongs behind the colon";
}

/* "S", "T!", "T:person": whether a token stands for a party; what is wrong with it in *wrong. */
static bool read_party(struct slice token, struct slot *slot, const char **wrong)
{
    if (*token.data != 'S' && *token.data != 'T')
        return false;
    char mark = token.length > 1 ? token.data[1] : '\0';
    if ((token.length > 1 && mark != ':' && mark != '!') || (mark == '!' && token.length > 2))
        return false;
    slot->filler = *token.data == 'S' ? RO_FILL_SOURCE : RO_FILL_TARGET;
    slot->itself = mark == '!';
    if (mark == ':')
        *wrong = read_types((struct slice){token.data + 2, token.length - 2}, slot);
    return true;
}

/* What a token that is no small word asks for. Returns NULL, or what is wrong. */
static const char *read_filler(const struct tokens *tokens, struct slot *slot)
{
    const char *wrong = NULL;
    slot->owner = RO_FILL_NOBODY;
    if (read_party(tokens->token, slot, &wrong))
        return wrong;
    if (!is(tokens->token, "*") && !is(tokens->token, "+"))
        return read_nouns(tokens, slot);
    slot->filler = *tokens->token.data == '*' ? RO_FILL_ANYTHING : RO_FILL_INNER;
    return NULL;
}

static struct slot *add_slot(struct tokens *tokens, enum slot_place place)
{
    if (tokens->pattern->slot_count == RO_SLOTS)
        return NULL;
    struct slot *slot = &tokens->slots[tokens->pattern->slot_count++];
    *slot = (struct slot){.place = place, .filler = RO_FILL_NOBODY, .owner = RO_FILL_NOBODY};
    return slot;
}

/* A filler that may have an owner before it: "S's custody". */
static const char *read_owned(struct tokens *tokens, struct slot *slot)
{
    bool source = is(tokens->token, "S's"), target = is(tokens->token, "T's");
    if (!source && !target)
        return read_filler(tokens, slot);
    if (!next_token(tokens))
        return "a noun belongs behind S's or T's";
    const char *wrong = read_filler(tokens, slot);
    slot->owner = source ? RO_FILL_SOURCE : RO_FILL_TARGET;
    return wrong;
}

/* "to +", "with T", "in S's custody", "off". The token is a small word. */
static const char *read_small(struct tokens *tokens, bool owned)
{
    struct slice small = tokens->token;
    struct tokens ahead = *tokens;
    bool filled = next_token(&ahead) && !is_small(ahead.token);
    bool clause = filled && ((is(ahead.token, "+") && (is(small, "to") || is(small, "that"))) ||
                             (is(ahead.token, "*") && is(small, "that")));
    enum slot_place place = clause ? RO_AT_CLAUSE : filled ? RO_AT_PREPOSITION : RO_AT_PARTICLE;
    struct slot *slot = add_slot(tokens, place);
    if (!slot)
        return "too long";
    slot->owned = owned;
    const char *wrong = read_words(tokens->arena, small, &slot->words);
    if (wrong || !filled)
        return wrong;
    tokens->rest = ahead.rest;
    tokens->token = ahead.token;
    return read_owned(tokens, slot);
}

/* The subject, and what belongs to it: "&attack by S". Leaves the head as the token. */
static const char *read_subject(struct tokens *tokens)
{
    struct slot *slot = add_slot(tokens, RO_AT_SUBJECT);
    const char *wrong = read_filler(tokens, slot);
    if (!wrong && !next_token(tokens))
        return "a head belongs behind the subject: S condemn T";
    while (!wrong && slot->filler == RO_FILL_NOUNS && is_small(tokens->token)) {
        wrong = read_small(tokens, true);
        if (!wrong && !next_token(tokens))
            return "a head belongs behind the subject: S condemn T";
    }
    return wrong;
}

/* "phone_call" -> the noun, and a slot for what is before it. */
static const char *read_noun(struct tokens *tokens, struct pattern_head *head)
{
    struct slice token = tokens->token;
    const char *joint = memchr(token.data, '_', token.length);
    head->lemma = token;
    if (!joint)
        return NULL;
    size_t length = (size_t)(joint - token.data);
    head->lemma = (struct slice){joint + 1, token.length - length - 1};
    if (memchr(head->lemma.data, '_', head->lemma.length))
        return "one word before the noun is as many as there may be";
    return read_words(tokens->arena, (struct slice){token.data, length}, &add_slot(tokens, RO_AT_MODIFIER)->words);
}

/* The head, from "S's", "be" or a verb on. */
static const char *read_head(struct tokens *tokens, struct pattern_head *head)
{
    bool source = is(tokens->token, "S's"), target = is(tokens->token, "T's");
    if (source || target) {
        head->kind = RO_NOUN_HEAD;
        add_slot(tokens, RO_AT_OWNER)->filler = source ? RO_FILL_SOURCE : RO_FILL_TARGET;
        return next_token(tokens) ? read_noun(tokens, head) : "a noun belongs behind S's or T's";
    }
    const char *wrong = read_subject(tokens);
    head->kind = RO_VERB_HEAD;
    head->lemma = tokens->token;
    if (wrong || !is(tokens->token, "be"))
        return wrong;
    head->kind = RO_STATE_HEAD;
    if (!next_token(tokens))
        return "a word belongs behind be";
    head->lemma = tokens->token;
    if (!is_small(tokens->token))
        return NULL;
    head->kind = RO_NOUN_HEAD;
    tokens->slots[0].place = RO_AT_OWNER;
    wrong = read_words(tokens->arena, tokens->token, &tokens->pattern->be);
    if (wrong)
        return wrong;
    return next_token(tokens) ? read_noun(tokens, head) : "a noun belongs behind be and a preposition";
}

/* Of two objects the first is the recipient: give T &aid. */
static const char *read_object(struct tokens *tokens)
{
    for (uint32_t i = 0; i < tokens->pattern->slot_count; i++) {
        if (tokens->slots[i].place == RO_AT_RECIPIENT)
            return "more than two objects";
        if (tokens->slots[i].place == RO_AT_OBJECT) {
            tokens->slots[i].place = RO_AT_RECIPIENT;
            tokens->pattern->two_objects = true;
        }
    }
    struct slot *slot = add_slot(tokens, RO_AT_OBJECT);
    return slot ? read_owned(tokens, slot) : "too long";
}

/* How much a slot says: a named noun more than one of a class, that more than anything; somebody of a type more than anybody. */
static uint32_t weight_of(const struct slot *slot)
{
    static const uint32_t weights[] = {[RO_FILL_SOURCE] = 1, [RO_FILL_TARGET] = 2,   [RO_FILL_NOUNS] = 8,
                                       [RO_FILL_INNER] = 3,  [RO_FILL_ANYTHING] = 1, [RO_FILL_NOBODY] = 6};
    bool literal = slot->filler == RO_FILL_NOUNS && slot->nouns[0].class == UINT32_MAX;
    return weights[slot->filler] + 2 * literal + (slot->place == RO_AT_PREPOSITION) +
           2 * (slot->owner != RO_FILL_NOBODY) + (slot->types != 0);
}

/* A head is one word: "S condemn T", neither "S condemn/blame T" nor "condemn T". */
static const char *check_head(struct slice head)
{
    if (memchr(head.data, '/', head.length))
        return "one head a line: write a line each for words between slashes";
    return is(head, "S") || is(head, "T") || *head.data == '&' || *head.data == '*'
               ? "a verb, a noun or an adjective belongs behind the subject: S condemn T"
               : NULL;
}

const char *ro_pattern_read(struct arena *arena, struct slice text, const struct table *classes,
                            struct pattern *pattern, struct pattern_head *head)
{
    struct tokens tokens = {.rest = text, .arena = arena, .classes = classes, .pattern = pattern};
    if (!next_token(&tokens))
        return "no pattern";
    const char *wrong = read_head(&tokens, head);
    if (!wrong)
        wrong = check_head(head->lemma);
    while (!wrong && next_token(&tokens))
        wrong = is_small(tokens.token) ? read_small(&tokens, false) : read_object(&tokens);
    struct slot *slots = ro_arena_alloc(arena, pattern->slot_count + 1, sizeof *slots);
    if (wrong || !slots)
        return wrong ? wrong : ro_pattern_no_memory;
    for (uint32_t i = 0; i < pattern->slot_count; i++) {
        slots[i] = tokens.slots[i];
        pattern->weight += weight_of(&slots[i]);
    }
    pattern->slots = slots;
    return NULL;
}

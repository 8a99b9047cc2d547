/* pattern.c: the words of a pattern, from left to right: a subject, the head, what goes with it. */
#include "events/pattern.h"

struct tokens {
    struct slice rest, token;
    bool more;
};

static bool next_token(struct tokens *tokens)
{
    while (tokens->rest.length && *tokens->rest.data == ' ')
        tokens->rest = (struct slice){tokens->rest.data + 1, tokens->rest.length - 1};
    const char *blank = memchr(tokens->rest.data, ' ', tokens->rest.length);
    tokens->token = (struct slice){tokens->rest.data, blank ? (size_t)(blank - tokens->rest.data) : tokens->rest.length};
    tokens->rest = (struct slice){tokens->rest.data + tokens->token.length, tokens->rest.length - tokens->token.length};
    tokens->more = tokens->token.length > 0;
    return tokens->more;
}

static bool is(struct slice token, const char *text)
{
    return ro_slice_equal(token, ro_slice(text));
}

/* Whether the first of the words between slashes is a preposition, a particle or a conjunction. */
static bool is_small(struct slice token)
{
    static const char *const small[] = {
        "to",      "with",   "on",     "in",     "at",      "from",   "for",     "against", "of",      "by",      "over",
        "into",    "about",  "upon",   "toward", "towards", "under",  "between", "among",   "behind",  "off",     "out",
        "up",      "down",   "back",   "away",   "through", "across", "after",   "before",  "within",  "without", "as",
        "during",  "along",  "around", "near",   "onto",    "beyond", "despite", "aside",   "forward", "forth",   "ahead",
        "outside", "inside", "via",    "that",   "if",      "round",  "past",    "apart",   "together", "below",  "above",
        "until",   "beside", "amid",   "concerning", "regarding", "like", "opposite", "alongside", "home", NULL};
    const char *slash = memchr(token.data, '/', token.length);
    struct slice first = {token.data, slash ? (size_t)(slash - token.data) : token.length};
    for (const char *const *word = small; *word; word++)
        if (is(first, *word))
            return true;
    return false;
}

/* Words between slashes; false where there are too many. */
static bool read_words(struct slice token, struct slice words[RO_WORDS])
{
    uint32_t count = 0;
    while (token.length) {
        const char *slash = memchr(token.data, '/', token.length);
        size_t length = slash ? (size_t)(slash - token.data) : token.length;
        if (count + 1 >= RO_WORDS || !length)
            return false;
        words[count++] = (struct slice){token.data, length};
        length += slash != NULL;
        token = (struct slice){token.data + length, token.length - length};
    }
    return true;
}

/* "&troop/tank": nouns and classes of nouns. Returns NULL, or what is wrong. */
static const char *read_nouns(struct slice token, const struct table *classes, struct slot *slot)
{
    slot->filler = RO_FILL_NOUNS;
    if (!read_words(token, slot->nouns))
        return "too many words with slashes between them";
    for (uint32_t i = 0; slot->nouns[i].data; i++) {
        bool class = *slot->nouns[i].data == '&';
        slot->classes[i] = class ? ro_table_get(classes, slot->nouns[i]) : UINT32_MAX;
        if (class && slot->classes[i] == RO_TABLE_NONE)
            return "no line above defines this class";
    }
    return NULL;
}

/* What a token that is no small word asks for. Returns NULL, or what is wrong. */
static const char *read_filler(struct slice token, const struct table *classes, struct slot *slot)
{
    static const char *const names[] = {"S", "T", "S!", "T!", "*", "+"};
    static const enum slot_filler fillers[] = {RO_FILL_SOURCE, RO_FILL_TARGET,   RO_FILL_SOURCE,
                                               RO_FILL_TARGET, RO_FILL_ANYTHING, RO_FILL_INNER};
    slot->owner = RO_FILL_NOBODY;
    slot->itself = token.length == 2 && token.data[1] == '!';
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is(token, names[i])) {
            slot->filler = fillers[i];
            return NULL;
        }
    return read_nouns(token, classes, slot);
}

static struct slot *add_slot(struct pattern *pattern, enum slot_place place)
{
    if (pattern->slot_count == RO_SLOTS)
        return NULL;
    struct slot *slot = &pattern->slots[pattern->slot_count++];
    *slot = (struct slot){.place = place, .filler = RO_FILL_NOBODY, .owner = RO_FILL_NOBODY};
    return slot;
}

/* A filler that may have an owner before it: "S's custody". */
static const char *read_owned(struct tokens *tokens, const struct table *classes, struct slot *slot)
{
    bool source = is(tokens->token, "S's"), target = is(tokens->token, "T's");
    if (!source && !target)
        return read_filler(tokens->token, classes, slot);
    if (!next_token(tokens))
        return "a noun belongs behind S's or T's";
    const char *wrong = read_filler(tokens->token, classes, slot);
    slot->owner = source ? RO_FILL_SOURCE : RO_FILL_TARGET;
    return wrong;
}

/* "to +", "with T", "in S's custody", "off". The token is a small word. */
static const char *read_small(struct tokens *tokens, const struct table *classes, struct pattern *pattern, bool owned)
{
    struct slice small = tokens->token;
    struct tokens ahead = *tokens;
    bool filled = next_token(&ahead) && !is_small(ahead.token);
    bool clause = filled && is(ahead.token, "+") && (is(small, "to") || is(small, "that"));
    enum slot_place place = clause ? RO_AT_CLAUSE : filled ? RO_AT_PREPOSITION : RO_AT_PARTICLE;
    struct slot *slot = add_slot(pattern, place);
    if (!slot)
        return "too long";
    slot->owned = owned;
    if (!read_words(small, slot->words))
        return "too many words with slashes between them";
    if (!filled)
        return NULL;
    *tokens = ahead;
    return read_owned(tokens, classes, slot);
}

/* The subject, and what belongs to it: "&attack by S". Leaves the head as the token. */
static const char *read_subject(struct tokens *tokens, const struct table *classes, struct pattern *pattern)
{
    struct slot *slot = add_slot(pattern, RO_AT_SUBJECT);
    const char *wrong = read_filler(tokens->token, classes, slot);
    if (!wrong && !next_token(tokens))
        return "a head belongs behind the subject: S condemn T";
    while (!wrong && slot->filler == RO_FILL_NOUNS && is_small(tokens->token)) {
        wrong = read_small(tokens, classes, pattern, true);
        if (!wrong && !next_token(tokens))
            return "a head belongs behind the subject: S condemn T";
    }
    return wrong;
}

/* "phone_call" -> the noun, and a slot for what is before it. */
static const char *read_noun(struct slice token, struct pattern *pattern, struct pattern_head *head)
{
    const char *joint = memchr(token.data, '_', token.length);
    head->lemma = token;
    if (!joint)
        return NULL;
    struct slot *slot = add_slot(pattern, RO_AT_MODIFIER);
    size_t length = (size_t)(joint - token.data);
    slot->words[0] = (struct slice){token.data, length};
    head->lemma = (struct slice){joint + 1, token.length - length - 1};
    return memchr(head->lemma.data, '_', head->lemma.length) ? "one word before the noun is as many as there may be"
                                                             : NULL;
}

/* The head, from "S's", "be" or a verb on. */
static const char *read_head(struct tokens *tokens, const struct table *classes, struct pattern *pattern,
                             struct pattern_head *head)
{
    bool source = is(tokens->token, "S's"), target = is(tokens->token, "T's");
    if (source || target) {
        head->kind = RO_NOUN_HEAD;
        add_slot(pattern, RO_AT_OWNER)->filler = source ? RO_FILL_SOURCE : RO_FILL_TARGET;
        return next_token(tokens) ? read_noun(tokens->token, pattern, head) : "a noun belongs behind S's or T's";
    }
    const char *wrong = read_subject(tokens, classes, pattern);
    head->kind = RO_VERB_HEAD;
    head->lemma = tokens->token;
    if (wrong || !is(tokens->token, "be"))
        return wrong;
    head->kind = RO_STATE_HEAD;
    if (!next_token(tokens))
        return "a word belongs behind be";
    head->lemma = tokens->token;
    if (!is(tokens->token, "in"))
        return NULL;
    head->kind = RO_NOUN_HEAD;
    pattern->needs_be_in = true;
    pattern->slots[0].place = RO_AT_OWNER;
    return next_token(tokens) ? read_noun(tokens->token, pattern, head) : "a noun belongs behind be in";
}

/* Of two objects the first is the recipient: give T &aid. */
static const char *read_object(struct tokens *tokens, const struct table *classes, struct pattern *pattern)
{
    for (uint32_t i = 0; i < pattern->slot_count; i++) {
        if (pattern->slots[i].place == RO_AT_RECIPIENT)
            return "more than two objects";
        else if (pattern->slots[i].place == RO_AT_OBJECT)
            pattern->slots[i].place = RO_AT_RECIPIENT;
        pattern->two_objects |= pattern->slots[i].place == RO_AT_RECIPIENT;
    }
    struct slot *slot = add_slot(pattern, RO_AT_OBJECT);
    return slot ? read_owned(tokens, classes, slot) : "too long";
}

/* How much a slot says: a named noun more than one of a class, that more than anything. */
static uint32_t weight_of(const struct slot *slot)
{
    static const uint32_t weights[] = {[RO_FILL_SOURCE] = 1, [RO_FILL_TARGET] = 2,    [RO_FILL_NOUNS] = 8,
                                       [RO_FILL_INNER] = 3,  [RO_FILL_ANYTHING] = 1, [RO_FILL_NOBODY] = 6};
    bool literal = slot->filler == RO_FILL_NOUNS && slot->classes[0] == UINT32_MAX;
    return weights[slot->filler] + 2 * literal + (slot->place == RO_AT_PREPOSITION) + 2 * (slot->owner != RO_FILL_NOBODY);
}

const char *ro_pattern_read(struct slice text, const struct table *classes, struct pattern *pattern,
                            struct pattern_head *head)
{
    struct tokens tokens = {.rest = text};
    if (!next_token(&tokens))
        return "no pattern";
    const char *wrong = read_head(&tokens, classes, pattern, head);
    while (!wrong && next_token(&tokens))
        wrong = is_small(tokens.token) ? read_small(&tokens, classes, pattern, false)
                                       : read_object(&tokens, classes, pattern);
    for (uint32_t i = 0; i < pattern->slot_count; i++)
        pattern->weight += weight_of(&pattern->slots[i]);
    return wrong;
}

/* lemmas.c: spells a form, asks the two tries, writes the lemma. */
#include "syntax/lemmas.h"

#include <utf8proc.h>

enum shape { LOW, CAPITAL, CAPITALS, MIXED, NUMBER, SHAPES };
enum letter_case { KEEP, LOWER, TITLE, UPPER, NO_COMMAS, LETTER_CASES };

enum {
    NO_ANSWER = 0xFFFF,
    WHOLE = 255, /* cut: all of the form */
    BEGIN = 0,   /* the letter before a word's first */
    ILL_FORMED = 1 << 24,
    ROOM = 4 * RO_LEMMA_LONGEST
};

/* Nodes breadth first, roots at the front: a node's children are together, from first[node] on. */
struct trie {
    const uint8_t *letters; /* that lead to a node */
    const uint32_t *first;  /* one more than nodes */
    const uint16_t *answers;
    uint32_t count;
};

struct lemmas {
    struct trie ends, cases;    /* roots: tags; tags times shapes */
    const uint8_t *tags;        /* [upos][xpos] */
    const uint32_t (*rules)[2]; /* of ends: cut, offset in `added` */
    const char *added;          /* NUL-terminated strings */
    uint32_t upos_count, xpos_count;
};

/* A form by its characters, with its small letters behind it. A byte that is no UTF-8 is a character. */
struct spelling {
    const char *form;
    uint32_t codes[RO_LEMMA_LONGEST];
    uint32_t at[RO_LEMMA_LONGEST + 1], low_at[RO_LEMMA_LONGEST + 1]; /* bytes where characters begin */
    char low[ROOM];
    uint32_t count, raised; /* characters, capitals */
    bool initial;           /* the first is a capital */
};

/* Reading */

static enum readout_status bad(const struct weights *weights, const char *tensor, const char *what,
                               struct readout_error *error)
{
    return ro_error_set(error, READOUT_BAD_MODEL, "%s: %s: %s; get the model anew", weights->path, tensor, what);
}

/* Whether children lie behind their parents, and each node but the roots is a child. */
static bool is_forest(const struct trie *trie)
{
    for (uint32_t i = 0; i < trie->count; i++)
        if (trie->first[i] <= i || trie->first[i] > trie->first[i + 1])
            return false;
    return trie->first[trie->count] == trie->count;
}

static bool answers_hold(const struct trie *trie, uint32_t roots, uint32_t limit)
{
    for (uint32_t i = 0; i < trie->count; i++)
        if (trie->answers[i] >= limit && (i < roots || trie->answers[i] != NO_ANSWER))
            return false;
    return true;
}

static enum readout_status read_trie(struct trie *trie, const struct weights *weights, const char *const names[3],
                                     uint32_t limit, struct readout_error *error)
{
    const uint32_t any = 0;
    const struct tensor *letters = ro_weights_tensor(weights, names[0], RO_U8, 1, &any, error);
    if (!letters)
        return READOUT_BAD_MODEL;
    const uint32_t count = letters->shape[0], more = count + 1;
    const struct tensor *first = more ? ro_weights_tensor(weights, names[1], RO_U32, 1, &more, error) : NULL;
    const struct tensor *answers = first ? ro_weights_tensor(weights, names[2], RO_U16, 1, &count, error) : NULL;
    if (!answers)
        return READOUT_BAD_MODEL;
    *trie = (struct trie){letters->data, first->data, answers->data, count};
    if (!is_forest(trie))
        return bad(weights, names[1], "no nodes behind one another", error);
    return answers_hold(trie, trie->first[0], limit) ? READOUT_OK
                                                     : bad(weights, names[2], "an answer that there is not", error);
}

static bool is_utf8(const char *string, size_t length)
{
    for (size_t at = 0; at < length;) {
        utf8proc_int32_t code;
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)string + at,
                                                 (utf8proc_ssize_t)(length - at), &code);
        if (size <= 0)
            return false;
        at += (size_t)size;
    }
    return true;
}

/* Whether a string may begin there: at a byte of `added` that begins a character. */
static bool begins_character(const struct tensor *added, uint32_t offset)
{
    const unsigned char *bytes = added->data;
    return offset < added->shape[0] && (bytes[offset] & 0xC0) != 0x80;
}

static enum readout_status read_rules(struct lemmas *lemmas, const struct weights *weights, uint32_t *count,
                                      struct readout_error *error)
{
    const uint32_t any = 0, pairs[] = {0, 2};
    const struct tensor *rules = ro_weights_tensor(weights, "lemma.ends", RO_U32, 2, pairs, error);
    const struct tensor *added = rules ? ro_weights_tensor(weights, "lemma.added", RO_U8, 1, &any, error) : NULL;
    if (!added)
        return READOUT_BAD_MODEL;
    lemmas->rules = rules->data;
    lemmas->added = added->data;
    *count = rules->shape[0] < NO_ANSWER ? rules->shape[0] : NO_ANSWER;
    if (lemmas->added[added->shape[0] - 1])
        return bad(weights, "lemma.added", "does not end with a NUL", error);
    if (!is_utf8(lemmas->added, added->shape[0]))
        return bad(weights, "lemma.added", "is no UTF-8", error);
    for (uint32_t i = 0; i < *count; i++)
        if (!begins_character(added, lemmas->rules[i][1]))
            return bad(weights, "lemma.ends", "points to no character of lemma.added", error);
    return READOUT_OK;
}

static enum readout_status read_tags(struct lemmas *lemmas, const struct weights *weights,
                                     struct readout_error *error)
{
    const uint32_t shape[] = {lemmas->upos_count, lemmas->xpos_count}, roots = lemmas->ends.first[0];
    const struct tensor *tags = ro_weights_tensor(weights, "lemma.tags", RO_U8, 2, shape, error);
    if (!tags)
        return READOUT_BAD_MODEL;
    lemmas->tags = tags->data;
    if (lemmas->cases.first[0] % SHAPES || lemmas->cases.first[0] / SHAPES != roots)
        return bad(weights, "lemma.case.first", "not as many tags as lemma.end.first", error);
    for (size_t i = 0; i < (size_t)shape[0] * shape[1]; i++)
        if (lemmas->tags[i] >= roots)
            return bad(weights, "lemma.tags", "a tag that there is not", error);
    return READOUT_OK;
}

enum readout_status ro_lemmas_read(const struct lemmas **out, struct arena *arena, const struct weights *weights,
                                   uint32_t upos_count, uint32_t xpos_count, struct readout_error *error)
{
    static const char *const ends[] = {"lemma.end.letters", "lemma.end.first", "lemma.end.answers"};
    static const char *const cases[] = {"lemma.case.letters", "lemma.case.first", "lemma.case.answers"};
    uint32_t rules = 0;
    *out = NULL;
    struct lemmas *lemmas = ro_arena_alloc(arena, 1, sizeof *lemmas);
    if (!lemmas)
        return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to load it", weights->path);
    lemmas->upos_count = upos_count;
    lemmas->xpos_count = xpos_count;
    enum readout_status status = read_rules(lemmas, weights, &rules, error);
    if (status == READOUT_OK)
        status = read_trie(&lemmas->ends, weights, ends, rules, error);
    if (status == READOUT_OK)
        status = read_trie(&lemmas->cases, weights, cases, LETTER_CASES, error);
    if (status == READOUT_OK)
        status = read_tags(lemmas, weights, error);
    if (status == READOUT_OK)
        *out = lemmas;
    return status;
}

/* Spelling */

static uint32_t lower(uint32_t code)
{
    if (code < 0x80)
        return code >= 'A' && code <= 'Z' ? code | 0x20 : code;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code);
}

/* The letter sharp s stays what it is: that it has a capital is news to some. */
static uint32_t upper(uint32_t code)
{
    if (code < 0x80)
        return code >= 'a' && code <= 'z' ? code & ~0x20u : code;
    return code == 0xDF ? code : (uint32_t)utf8proc_toupper((utf8proc_int32_t)code);
}

/* Write a character; returns how many bytes it has. */
static uint32_t put(char *out, uint32_t code)
{
    if (code < 0x80 || code >= ILL_FORMED) {
        *out = (char)(code & 0xFF);
        return 1;
    }
    return (uint32_t)utf8proc_encode_char((utf8proc_int32_t)code, (utf8proc_uint8_t *)out);
}

static uint32_t next_code(struct slice form, uint32_t *at)
{
    unsigned char byte = (unsigned char)form.data[*at];
    utf8proc_int32_t code = byte;
    utf8proc_ssize_t size = 1;
    if (byte >= 0x80)
        size = utf8proc_iterate((const utf8proc_uint8_t *)form.data + *at, (utf8proc_ssize_t)(form.length - *at),
                                &code);
    *at += size > 0 ? (uint32_t)size : 1;
    return size > 0 ? (uint32_t)code : (uint32_t)ILL_FORMED + byte;
}

/* False where a form is longer than what is looked at, or empty. */
static bool spell(struct spelling *spelling, struct slice form)
{
    uint32_t at = 0, low_at = 0, count = 0;
    spelling->form = form.data;
    spelling->raised = 0;
    spelling->initial = false;
    for (; at < form.length; count++) {
        if (count == RO_LEMMA_LONGEST)
            return false;
        spelling->at[count] = at;
        spelling->low_at[count] = low_at;
        uint32_t code = spelling->codes[count] = next_code(form, &at), small = lower(code);
        spelling->raised += small != code;
        spelling->initial |= small != code && count == 0;
        low_at += put(spelling->low + low_at, small == 0x2019 ? '\'' : small);
    }
    spelling->at[count] = at;
    spelling->low_at[count] = low_at;
    spelling->count = count;
    return count > 0;
}

static bool has_small(const struct spelling *spelling)
{
    for (uint32_t i = 0; i < spelling->count; i++)
        if (upper(spelling->codes[i]) != spelling->codes[i])
            return true;
    return false;
}

static enum shape shape_of(const struct spelling *spelling)
{
    if (spelling->codes[0] >= '0' && spelling->codes[0] <= '9')
        return NUMBER;
    if (spelling->raised > 1)
        return has_small(spelling) ? MIXED : CAPITALS;
    return !spelling->raised ? LOW : spelling->initial ? CAPITAL : MIXED;
}

/* Looking up */

/* The child of a node that a letter leads to, or 0: a root is nobody's child. */
static uint32_t child_of(const struct trie *trie, uint32_t node, char letter)
{
    uint32_t first = trie->first[node], count = trie->first[node + 1] - first;
    const uint8_t *found = count ? memchr(trie->letters + first, (unsigned char)letter, count) : NULL;
    return found ? (uint32_t)(found - trie->letters) : 0;
}

static uint32_t ask(const struct trie *trie, uint32_t root, const struct spelling *spelling)
{
    uint32_t answer = trie->answers[root], at = spelling->low_at[spelling->count];
    for (uint32_t node = root; (node = child_of(trie, node, at ? spelling->low[at - 1] : BEGIN)) != 0; at--) {
        if (trie->answers[node] != NO_ANSWER)
            answer = trie->answers[node];
        if (!at)
            break;
    }
    return answer;
}

/* Writing */

static uint32_t copy_plain(char *out, const char *from, uint32_t length)
{
    uint32_t written = 0;
    for (uint32_t i = 0; i < length; i++)
        if (from[i] != ',')
            out[written++] = from[i];
    return written;
}

/* Write the first characters of a form, at least one; returns how many bytes. */
static uint32_t write_stem(char *out, const struct spelling *spelling, uint32_t count, enum letter_case how)
{
    uint32_t length = spelling->at[count], low = spelling->low_at[count], first = spelling->low_at[1], at = 0;
    switch (how) {
    case LOWER:
        memcpy(out, spelling->low, low);
        return low;
    case TITLE:
        at = put(out, upper(spelling->codes[0]));
        memcpy(out + at, spelling->low + first, low - first);
        return at + low - first;
    case UPPER:
        for (uint32_t i = 0; i < count; i++)
            at += put(out + at, upper(spelling->codes[i]));
        return at;
    case NO_COMMAS:
        return copy_plain(out, spelling->form, length);
    default:
        memcpy(out, spelling->form, length);
        return length;
    }
}

static const char *join(struct arena *arena, const struct spelling *spelling, uint32_t count, enum letter_case how,
                        const char *added)
{
    char stem[ROOM];
    size_t tail = strlen(added);
    uint32_t length = write_stem(stem, spelling, count, how);
    char *out = ro_arena_alloc(arena, length + tail + 1, 1);
    if (!out)
        return NULL;
    memcpy(out, stem, length);
    memcpy(out + length, added, tail);
    return out;
}

const char *ro_lemma(const struct lemmas *lemmas, struct arena *arena, struct slice form, uint32_t upos,
                     uint32_t xpos)
{
    struct spelling spelling;
    if (memchr(form.data, '\0', form.length))
        return "_"; /* as treebanks write what is not known: no string can hold it */
    if (upos >= lemmas->upos_count || xpos >= lemmas->xpos_count || !spell(&spelling, form))
        return ro_arena_copy(arena, form);
    uint32_t tag = lemmas->tags[(size_t)upos * lemmas->xpos_count + xpos];
    const uint32_t *rule = lemmas->rules[ask(&lemmas->ends, tag, &spelling)];
    const char *added = lemmas->added + rule[1];
    if (rule[0] == WHOLE)
        return added;
    if (rule[0] >= spelling.count)
        return ro_arena_copy(arena, form);
    uint32_t how = ask(&lemmas->cases, tag * SHAPES + shape_of(&spelling), &spelling);
    return join(arena, &spelling, spelling.count - rule[0], (enum letter_case)how, added);
}

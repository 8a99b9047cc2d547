/* notation.c: escapes, tokens, parts. */
#include "runner/notation.h"

#include <stdio.h>
#include <stdlib.h>
#include <utf8proc.h>

const char *const item_names[ITEM_COUNT] = {
    [WORDS] = "words",       [WORD] = "word",       [SENTENCE] = "sentence", [BLOCK] = "block",
    [DATELINE] = "dateline", [ENTITY] = "entity",   [GROUP] = "group",       [PLACE] = "place",
    [SAME] = "same",         [APART] = "apart",     [TIME] = "time",         [STATEMENT] = "statement",
    [EVENT] = "event",       [WARNING] = "warning",
};

static const char *const part_keys[PART_COUNT] = {
    [BY] = "by",
    [CUE] = "cue",
    [LEMMA] = "lemma",
    [ACT] = "act",
    [QUOTES] = "quotes",
    [TO] = "to",
    [AT] = "at",
    [WHEN] = "when",
    [IN] = "in",
    [UPOS] = "upos",
    [XPOS] = "xpos",
    [DEPREL] = "deprel",
    [HEAD] = "head",
    [VALUE] = "value",
    [MOD] = "mod",
    [WHO] = "who",
    [COUNTRY] = "country",
    [ACTOR] = "actor",
    [ROLE] = "role",
    [OF] = "of",
    [MENTIONS] = "mentions",
    [MEMBERS] = "members",
    [GEONAMES] = "geonames",
    [FROM] = "from",
    [POLARITY] = "polarity",
    [MODALITY] = "modality",
    [TENSE] = "tense",
    [DATE] = "date",
    [CODES] = "codes",
};
#define ENTITY_PARTS "country actor geonames role of members mentions"
/* The parts that an item may have behind its content. */
static const char *const item_parts[ITEM_COUNT] = {
    [STATEMENT] = "by cue lemma act quotes to at when in who",
    [EVENT] = "from to codes polarity modality tense date at in",
    [ENTITY] = ENTITY_PARTS,
    [GROUP] = ENTITY_PARTS,
    [PLACE] = ENTITY_PARTS,
    [TIME] = "value mod",
    [WORD] = "upos xpos lemma deprel head",
};
/* The words that may stand without quotation marks, by part; NULL: any. */
static const char *const part_words[PART_COUNT] = {
    [BY] = "nobody",
    [CUE] = "none",
    [LEMMA] = NULL,
    [ACT] = "assert deny ask request promise threaten agree refuse praise criticize regret believe other",
    [QUOTES] = "",
    [TO] = "nobody",
    [AT] = "none",
    [WHEN] = "none",
    [VALUE] = NULL,
    [MOD] = NULL,
    [IN] = "none",
    [WHO] = "nobody",
    [ROLE] = "",
    [OF] = "none",
    [MENTIONS] = "",
    [MEMBERS] = "",
    [FROM] = "nobody",
    [POLARITY] = "positive negative",
    [MODALITY] = "asserted planned possible demanded hypothetical",
    [TENSE] = "past present future unspecified",
    [DATE] = NULL,
    [CODES] = NULL,
};
static const char *const item_forms[ITEM_COUNT] = {
    [BLOCK] = "body headline byline credit",
    [TIME] = "DATE TIME DURATION SET",
    [STATEMENT] = "direct indirect mixed",
    [ENTITY] = "person organization country place group other",
    [GROUP] = "",
    [PLACE] = "",
    [SAME] = "",
    [APART] = "",
};
/* What a line is told whose form, or a part of it, is none of these. */
static const char *const form_faults[ITEM_COUNT] = {
    [BLOCK] = "kinds: body headline byline credit",
    [TIME] = "types: DATE TIME DURATION SET",
    [STATEMENT] = "forms: direct indirect mixed",
    [ENTITY] = "types: person organization country place group other",
    [GROUP] = "a group begins with a quoted string",
    [PLACE] = "a place begins with a quoted string",
    [SAME] = "mentions are quoted strings",
    [APART] = "mentions are quoted strings",
};
static const char *const part_faults[ITEM_COUNT] = {
    [WORD] = "after the word: upos, xpos, lemma, deprel, head",
    [TIME] = "after the time: value, mod",
    [STATEMENT] = "after the content: by, cue, lemma, act, quotes, to, at, when, in, who",
    [EVENT] = "after the trigger: from, to, codes, polarity, modality, tense, date, at, in",
    [ENTITY] = "after the name: country, actor, geonames, role, of, members, mentions",
    [GROUP] = "after the name: country, actor, geonames, role, of, members, mentions",
    [PLACE] = "after the name: country, actor, geonames, role, of, members, mentions",
};

/* Escapes */

static bool read_hex(const char *digits, size_t count, size_t room, utf8proc_int32_t *out)
{
    static const char all[] = "0123456789abcdef";
    *out = 0;
    if (room < count)
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *digit = memchr(all, digits[i] >= 'A' && digits[i] <= 'F' ? digits[i] | 0x20 : digits[i], 16);
        if (!digit)
            return false;
        *out = 16 * *out + (utf8proc_int32_t)(digit - all);
    }
    return true;
}

/* Write what the escape at `at` (behind the backslash) stands for; returns how long it is, 0 where it is none. */
static size_t unescape_one(const char *at, size_t room, char *to, size_t *length)
{
    static const char letters[] = "nt\\\"", meanings[] = "\n\t\\\"";
    const char *letter = room ? memchr(letters, *at, sizeof letters - 1) : NULL;
    utf8proc_int32_t code;
    if (letter) {
        to[(*length)++] = meanings[letter - letters];
        return 1;
    }
    if (room && *at == 'x' && read_hex(at + 1, 2, room - 1, &code)) {
        to[(*length)++] = (char)code;
        return 3;
    }
    if (room && *at == 'u' && read_hex(at + 1, 4, room - 1, &code)) {
        *length += (size_t)utf8proc_encode_char(code, (utf8proc_uint8_t *)to + *length);
        return 5;
    }
    return 0;
}

struct slice notation_unescape(struct arena *arena, struct slice escaped)
{
    char *plain = ro_arena_alloc(arena, escaped.length + 1, 1);
    size_t length = 0;
    for (size_t at = 0; plain && at < escaped.length;) {
        if (escaped.data[at] != '\\') {
            plain[length++] = escaped.data[at++];
            continue;
        }
        size_t taken = unescape_one(escaped.data + at + 1, escaped.length - at - 1, plain, &length);
        if (!taken)
            return (struct slice){0};
        at += 1 + taken;
    }
    return (struct slice){plain, length};
}

struct slice notation_escape(struct arena *arena, struct slice plain, char special)
{
    char *escaped = ro_arena_alloc(arena, 4 * plain.length + 1, 1);
    size_t length = 0;
    for (size_t i = 0; escaped && i < plain.length; i++) {
        unsigned char c = (unsigned char)plain.data[i];
        char *to = escaped + length;
        if (c == '\\' || (c == '"' && special == '"'))
            length += (size_t)snprintf(to, 5, "\\%c", c);
        else if (c == '\n' || c == '\t')
            length += (size_t)snprintf(to, 5, c == '\n' ? "\\n" : "\\t");
        else if (c < ' ' || c == (unsigned char)special)
            length += (size_t)snprintf(to, 5, "\\x%02x", c);
        else
            escaped[length++] = (char)c;
    }
    return (struct slice){escaped, length};
}

/* Tokens */

static const char *push(struct arena *arena, struct tokens *tokens, struct slice raw, bool quoted)
{
    struct token *token = ro_arena_push(arena, tokens->items, tokens->count);
    if (!token)
        return "no memory";
    *token = (struct token){.text = notation_unescape(arena, raw), .quoted = quoted};
    return token->text.data ? NULL : "an escape other than \\n \\t \\\\ \\\" \\xHH \\uHHHH";
}

/* Length of the token at the beginning of `rest`, marks included; 0: a mark that never closes. */
static size_t token_length(struct slice rest, bool quoted)
{
    if (!quoted) {
        const char *blank = memchr(rest.data, ' ', rest.length);
        return blank ? (size_t)(blank - rest.data) : rest.length;
    }
    for (size_t i = 1; i < rest.length; i++) {
        if (rest.data[i] == '"')
            return i + 1;
        if (rest.data[i] == '\\')
            i++;
    }
    return 0;
}

/* Read "#2" behind a quoted string; how long it is, 0 where there is none. */
static size_t read_nth(struct slice rest, unsigned *out)
{
    char digits[8] = "";
    size_t length = rest.length ? rest.length - 1 : 0;
    *out = 0;
    if (!rest.length || rest.data[0] != '#')
        return 0;
    for (size_t i = 0; i < length && i + 1 < sizeof digits && rest.data[1 + i] >= '0' && rest.data[1 + i] <= '9';
         i++)
        digits[i] = rest.data[1 + i];
    *out = (unsigned)strtoul(digits, NULL, 10);
    return *out ? 1 + strlen(digits) : 0;
}

/* Cut a line into tokens; without `marks` a quotation mark is a token as any other. */
static const char *cut(struct arena *arena, struct slice line, bool marks, struct tokens *out)
{
    const char *fault = NULL;
    for (size_t at = 0; at < line.length && !fault;) {
        if (line.data[at] == ' ') {
            at++;
            continue;
        }
        struct slice raw = {line.data + at, line.length - at};
        bool quoted = marks && raw.data[0] == '"';
        unsigned nth = 0;
        raw.length = token_length(raw, quoted);
        at += raw.length;
        at += quoted ? read_nth((struct slice){line.data + at, line.length - at}, &nth) : 0;
        if (!raw.length || (at < line.length && line.data[at] != ' '))
            return "a quotation mark that does not close; inside of a quoted string write \\\"";
        fault = push(arena, out, quoted ? (struct slice){raw.data + 1, raw.length - 2} : raw, quoted);
        if (!fault)
            out->items[out->count - 1].nth = nth;
    }
    return fault;
}

/* Parts */

/* Whether a word is one of a list with blanks between. */
static bool is_listed(struct slice word, const char *list)
{
    for (const char *at = list; *at; at += strcspn(at, " "), at += *at == ' ')
        if (ro_slice_equal(word, (struct slice){at, strcspn(at, " ")}))
            return true;
    return false;
}

static enum part part_called(struct slice word)
{
    enum part part = BY;
    while (part < PART_COUNT && !ro_slice_equal(word, ro_slice(part_keys[part])))
        part++;
    return part;
}

/* The quoted tokens from `first` on. */
static struct tokens quoted_from(const struct tokens *all, size_t first)
{
    struct tokens found = {all->items + first, 0};
    while (first + found.count < all->count && all->items[first + found.count].quoted)
        found.count++;
    return found;
}

/* Whether a part may have several values. */
static bool is_list(enum part part)
{
    return part == QUOTES || part == TO || part == FROM || part == MENTIONS || part == MEMBERS;
}

/* What a line about entities is told that is not whole, or one about other things that counts places. */
static const char *check_mentions(enum item item, const struct notation *notation)
{
    bool mentions = item == SAME || item == APART;
    for (enum part part = 0; part < PART_COUNT; part++)
        for (size_t i = 0; i < notation->parts[part].count; i++)
            if (notation->parts[part].items[i].nth && part != MENTIONS && !(mentions && part == CONTENT))
                return "only mentions are counted: mentions \"Lund\"#2";
    if (mentions && notation->parts[CONTENT].count < 2)
        return "at least two mentions: same \"Ada Lund\" \"she\"";
    return notation->parts[OF].count && !notation->parts[ROLE].count ? "of stands behind a role" : NULL;
}

static const char *read_part(const struct tokens *all, enum item item, size_t *at, struct notation *out)
{
    const struct token *key = &all->items[(*at)++];
    enum part part = part_called(key->text);
    if (part == PART_COUNT || key->quoted || !is_listed(key->text, item_parts[item]))
        return part_faults[item];
    if (out->parts[part].count)
        return "each part of an item once";
    struct tokens values = quoted_from(all, *at);
    if (!values.count && *at < all->count) {
        values.count = 1;
        if (part_words[part] && !is_listed(values.items->text, part_words[part]))
            return "after by, from, to, who: \"...\" or nobody; cue, at, when, in, of: \"...\" or none; act: one of the record's; "
                   "quotes, role, mentions, members: \"...\"";
    }
    if (!values.count || (values.count > 1 && !is_list(part)))
        return "one word or quoted string stands after each but quotes, from, to, mentions and members";
    *at += values.count;
    out->parts[part] = values;
    return NULL;
}

static const char *read_parts(const struct tokens *all, enum item item, struct notation *out)
{
    size_t at = 0;
    bool word = all->count && !all->items->quoted;
    bool listed = word && item_forms[item] && is_listed(all->items->text, item_forms[item]);
    bool has_form = listed || (word && part_called(all->items->text) == PART_COUNT);
    if (has_form && item_forms[item] && !listed)
        return form_faults[item];
    if (has_form)
        out->parts[FORM] = (struct tokens){all->items, at = 1};
    out->parts[CONTENT] = quoted_from(all, at);
    at += out->parts[CONTENT].count;
    if (at < all->count && !item_parts[item])
        return "nothing may follow the quoted string";
    const char *fault = NULL;
    while (at < all->count && !fault)
        fault = read_part(all, item, &at, out);
    return fault;
}

static const char *read_word(const struct tokens *all, struct notation *out)
{
    const char *fault = NULL;
    size_t at = all->count ? 1 : 0;
    out->parts[CONTENT] = (struct tokens){all->items, at};
    while (at < all->count && !fault)
        fault = read_part(all, WORD, &at, out);
    return fault;
}

const char *notation_read(struct arena *arena, enum item item, struct slice line, struct notation *out)
{
    *out = (struct notation){0};
    if (item == SENTENCE || item == DATELINE)
        return push(arena, &out->parts[CONTENT], line, true);
    if (item == WORDS)
        return cut(arena, line, false, &out->parts[CONTENT]);
    struct tokens all = {0};
    const char *fault = cut(arena, line, item != WORD, &all);
    if (fault)
        return fault;
    fault = item == WORD ? read_word(&all, out) : read_parts(&all, item, out);
    return fault ? fault : check_mentions(item, out);
}

/* notation.c: tokens and parts. */
#include "runner/notation.h"

#include <stdlib.h>

const char *const item_names[ITEM_COUNT] = {
    [WORDS] = "words",       [WORD] = "word",         [SENTENCE] = "sentence", [BLOCK] = "block",
    [DATELINE] = "dateline", [ENTITY] = "entity",     [GROUP] = "group",       [PLACE] = "place",
    [SAME] = "same",         [APART] = "apart",       [TIME] = "time",         [STATEMENT] = "statement",
    [EVENT] = "event",       [POSITION] = "position", [DISPUTE] = "dispute",   [WARNING] = "warning",
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
    [HOLDER] = "holder",
    [TOWARD] = "toward",
    [FOR] = "for",
    [ABOUT] = "about",
};
/* "unstated" is that of which the text says nothing. */
#define EXTENTS "all part none unstated"
#define ENTITY_PARTS "country actor geonames role of members mentions"
/* The parts that an item may have behind its content. */
static const char *const item_parts[ITEM_COUNT] = {
    [STATEMENT] = "by cue lemma act quotes to at when in who",
    [EVENT] = "from to codes polarity modality tense date at in",
    [POSITION] = "holder toward for by",
    [DISPUTE] = "by about",
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
    [HOLDER] = "",
    [TOWARD] = "nobody",
    [FOR] = "none",
    [ABOUT] = "",
};
static const char *const item_forms[ITEM_COUNT] = {
    [BLOCK] = "body headline byline credit",
    [TIME] = "DATE TIME DURATION SET",
    [STATEMENT] = "direct indirect mixed",
    [POSITION] = "demand offer propose accept reject promise threaten regret praise",
    [DISPUTE] = "negation extent number denial attribution",
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
    [POSITION] =
        "acts: demand offer propose accept reject promise threaten regret praise; extents: all part none unstated",
    [DISPUTE] = "kinds: negation extent number denial attribution",
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
    [POSITION] = "after the issue: holder, toward, for, by",
    [DISPUTE] = "after the words of its sides: by, about",
    [ENTITY] = "after the name: country, actor, geonames, role, of, members, mentions",
    [GROUP] = "after the name: country, actor, geonames, role, of, members, mentions",
    [PLACE] = "after the name: country, actor, geonames, role, of, members, mentions",
};

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
static bool is_list(enum item item, enum part part)
{
    return part == QUOTES || part == TO || part == FROM || part == MENTIONS || part == MEMBERS || part == FOR ||
           (item == DISPUTE && part == BY);
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
            return "after by, from, to, toward, who: \"...\" or nobody; cue, at, when, in, of, for: \"...\" or none; act: one of the "
                   "record's; quotes, role, mentions, members, holder, about: \"...\"";
    }
    if (!values.count || (values.count > 1 && !is_list(item, part)))
        return "one word or quoted string stands after each but quotes, from, to, for, mentions and members";
    *at += values.count;
    out->parts[part] = values;
    return NULL;
}

/* Take a token as a part where it is a word of a list. */
static void read_word_of(const char *list, const struct tokens *all, size_t *at, struct tokens *part)
{
    if (*at < all->count && !all->items[*at].quoted && is_listed(all->items[*at].text, list))
        *part = (struct tokens){all->items + (*at)++, 1};
}

/* Read what stands before the content: a form that is any word or one of the item's; of a position an extent, too. */
static const char *read_form(const struct tokens *all, enum item item, size_t *at, struct notation *out)
{
    if (item_forms[item])
        read_word_of(item_forms[item], all, at, &out->parts[FORM]);
    if (item == POSITION)
        read_word_of(EXTENTS, all, at, &out->parts[EXTENT]);
    if (*at || !all->count || all->items->quoted || part_called(all->items->text) != PART_COUNT)
        return NULL;
    if (item_forms[item])
        return form_faults[item];
    out->parts[FORM] = (struct tokens){all->items, *at = 1};
    return NULL;
}

static const char *read_parts(const struct tokens *all, enum item item, struct notation *out)
{
    size_t at = 0;
    const char *fault = read_form(all, item, &at, out);
    if (fault)
        return fault;
    out->parts[CONTENT] = quoted_from(all, at);
    at += out->parts[CONTENT].count;
    if (at < all->count && !item_parts[item])
        return "nothing may follow the quoted string";
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

/* items.c: items as text, without what depends on other items' numbers; equal texts are one item. */
#include "cli/items.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/table.h"
#include "cli/cli.h"

enum { WORDS = 60 /* code points of a text that are shown */, LINE = 4096 };

/* An item of one record. */
struct item {
    yajl_val value;
    struct slice text;    /* what it says */
    const char *owner;    /* of a mention: the name of its entity; else NULL */
    long long begin, end; /* of its words; 0 to 0: it has none */
    bool matched;
};

struct list {
    struct item *items;
    uint32_t count;
};

struct comparing {
    struct changes *changes;
    struct arena arena;
    yajl_val texts[2]; /* of the two records, or NULL */
    const char *kind;  /* "statements" */
    bool told;         /* the record's id */
};

bool ro_items_say(const char *format, ...)
{
    char line[LINE];
    va_list arguments;
    va_start(arguments, format);
    int wanted = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    size_t length = wanted < 0 ? 0 : (size_t)wanted < sizeof line ? (size_t)wanted : sizeof line - 1;
    return ro_print(line, length) == RO_EXIT_DONE;
}

/* Values as text */

struct text {
    struct arena *arena;
    char *bytes;
    uint32_t length;
    bool failed;
};

static void put(struct text *text, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length && !text->failed; i++) {
        char *place = ro_arena_push(text->arena, text->bytes, text->length);
        text->failed = !place;
        if (place)
            *place = bytes[i];
    }
}

static bool is_one_of(const char *key, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(key, *names) == 0)
            return true;
    return false;
}

/* Numbers of other items change with what is before them: only whether there is one counts. */
static bool is_reference(const char *key)
{
    static const char *const names[] = {"within",      "entity",          "time",   "statement", "position",
                                        "event",       "place",           "holder", "toward",    "members",
                                        "attribution", "in_exchange_for", NULL};
    return is_one_of(key, names);
}

/* What is compared elsewhere: mentions are items of their own. */
static bool is_left(const char *key)
{
    static const char *const names[] = {"id", "mentions", NULL};
    return is_one_of(key, names);
}

/* Values are not deep: diff.c sees to it. */
// NOLINTBEGIN(misc-no-recursion)

static void put_value(struct text *text, yajl_val value);

/* What a key has: of numbers of other items a "#" each. */
static void put_field(struct text *text, const char *key, yajl_val value)
{
    bool list = YAJL_IS_ARRAY(value);
    if (!is_reference(key) || !(list || YAJL_IS_NUMBER(value))) {
        put_value(text, value);
        return;
    }
    for (size_t i = 0; i < (list ? value->u.array.len : 1); i++)
        put(text, "#", 1);
}

static void put_object(struct text *text, yajl_val object)
{
    put(text, "{", 1);
    for (size_t i = 0; i < object->u.object.len; i++) {
        const char *key = object->u.object.keys[i];
        yajl_val value = object->u.object.values[i];
        if (is_left(key))
            continue;
        put(text, key, strlen(key));
        put(text, " ", 1);
        put_field(text, key, value);
        put(text, ", ", 2);
    }
    put(text, "}", 1);
}

static void put_array(struct text *text, yajl_val array)
{
    put(text, "[", 1);
    for (size_t i = 0; i < array->u.array.len; i++) {
        put(text, ",", i > 0);
        put_value(text, array->u.array.values[i]);
    }
    put(text, "]", 1);
}

static void put_value(struct text *text, yajl_val value)
{
    const char *word = YAJL_IS_TRUE(value) ? "true" : YAJL_IS_FALSE(value) ? "false" : "null";
    if (YAJL_IS_STRING(value))
        word = value->u.string;
    else if (YAJL_IS_NUMBER(value))
        word = value->u.number.r;
    if (YAJL_IS_OBJECT(value))
        put_object(text, value);
    else if (YAJL_IS_ARRAY(value))
        put_array(text, value);
    else
        put(text, word, strlen(word));
}

// NOLINTEND(misc-no-recursion)

/* What a key's value says, behind its owner's name (NULL: none), in the arena, NUL-terminated; data is NULL where there is
 * no room. */
static struct slice text_of(struct arena *arena, const char *owner, const char *key, yajl_val value)
{
    struct text text = {.arena = arena};
    put(&text, owner ? owner : "", owner ? strlen(owner) : 0);
    put(&text, " ", owner != NULL);
    put_field(&text, key, value);
    put(&text, "", 1);
    return text.failed ? (struct slice){NULL, 0} : (struct slice){text.bytes, text.length - 1};
}

/* Where the words of an item are: its own span, or the first of its parts that has one. */

static bool is_span(yajl_val value)
{
    return YAJL_IS_ARRAY(value) && value->u.array.len == 2 && YAJL_IS_INTEGER(value->u.array.values[0]) &&
           YAJL_IS_INTEGER(value->u.array.values[1]);
}

// NOLINTNEXTLINE(misc-no-recursion): values are not deep
static yajl_val find_span(yajl_val value)
{
    static const char *const keys[] = {"content", "trigger", "span", "issue", "mentions", "sides", NULL};
    if (is_span(value))
        return value;
    if (YAJL_IS_ARRAY(value))
        return value->u.array.len ? find_span(value->u.array.values[0]) : NULL;
    for (const char *const *key = keys; YAJL_IS_OBJECT(value) && *key; key++) {
        const char *path[] = {*key, NULL};
        yajl_val found = yajl_tree_get(value, path, yajl_t_any);
        yajl_val span = found ? find_span(found) : NULL;
        if (span)
            return span;
    }
    return NULL;
}

static yajl_val list_of(yajl_val object, const char *key)
{
    const char *path[] = {key, NULL};
    return yajl_tree_get(object, path, yajl_t_array);
}

static bool add_item(struct comparing *comparing, struct list *list, yajl_val value, const char *owner)
{
    struct item *item = ro_arena_push(&comparing->arena, list->items, list->count);
    if (!item)
        return false;
    *item = (struct item){
        .value = value, .owner = owner, .text = text_of(&comparing->arena, owner, comparing->kind, value)};
    yajl_val span = find_span(value);
    if (span) {
        item->begin = YAJL_GET_INTEGER(span->u.array.values[0]);
        item->end = YAJL_GET_INTEGER(span->u.array.values[1]);
    }
    return item->text.data != NULL;
}

static bool add_items(struct comparing *comparing, struct list *list, yajl_val array, const char *owner)
{
    size_t count = array ? array->u.array.len : 0, at = 0;
    while (at < count && add_item(comparing, list, array->u.array.values[at], owner))
        at++;
    return at == count;
}

/* The mentions of all entities. */
static bool read_mentions(struct comparing *comparing, yajl_val record, struct list *list)
{
    static const char *const path[] = {"name", NULL};
    yajl_val entities = list_of(record, "entities");
    size_t count = entities ? entities->u.array.len : 0, at = 0;
    for (bool good = true; good && at < count; at += good) {
        yajl_val entity = entities->u.array.values[at];
        yajl_val name = yajl_tree_get(entity, (const char **)path, yajl_t_string);
        good = add_items(comparing, list, list_of(entity, "mentions"), name ? YAJL_GET_STRING(name) : "");
    }
    return at == count;
}

static bool read_list(struct comparing *comparing, yajl_val record, struct list *list)
{
    return strcmp(comparing->kind, "mentions") == 0
               ? read_mentions(comparing, record, list)
               : add_items(comparing, list, list_of(record, comparing->kind), NULL);
}

/* Telling */

/* The byte of a code point. */
static size_t byte_at(const char *text, long long point)
{
    size_t at = 0;
    for (; text[at] && point > 0; point--)
        do
            at++;
        while (((unsigned char)text[at] & 0xC0) == 0x80);
    return at;
}

static bool tell_record(struct comparing *comparing)
{
    bool first = !comparing->told;
    comparing->told = true;
    return !first || ro_items_say("%s\n", comparing->changes->id);
}

/* "- statements 12-40 "the port would ..."", a line. */
static bool tell(struct comparing *comparing, char sign, const struct item *item, unsigned record)
{
    char words[4 * WORDS + 16] = "";
    const char *text = YAJL_GET_STRING(comparing->texts[record]);
    if (comparing->changes->quiet)
        return true;
    if (text && item->end > item->begin) {
        long long end = item->end - item->begin > WORDS ? item->begin + WORDS : item->end;
        size_t begin = byte_at(text, item->begin), length = byte_at(text, end) - begin;
        snprintf(words, sizeof words, " \"%.*s\"%s", (int)length, text + begin, end < item->end ? " ..." : "");
        for (char *c = words; *c; c++)
            *c = (unsigned char)*c < ' ' ? ' ' : *c;
    }
    return tell_record(comparing) &&
           ro_items_say("  %c %s %lld-%lld%s%s%.2000s\n", sign, comparing->kind, item->begin, item->end, words,
                        *words ? "" : " ", *words ? "" : item->text.data);
}

/* Whether a field of one item, which counts, is another in the other; `said` is what both say, as text. */
static bool differs(struct comparing *comparing, const struct item *a, const struct item *b, size_t field,
                    struct slice said[2])
{
    const char *key = a->value->u.object.keys[field], *path[] = {key, NULL};
    if (is_left(key))
        return false;
    yajl_val other = yajl_tree_get(b->value, path, yajl_t_any);
    said[0] = text_of(&comparing->arena, NULL, key, a->value->u.object.values[field]);
    said[1] = other ? text_of(&comparing->arena, NULL, key, other) : RO_SLICE("none");
    return !ro_slice_equal(said[0], said[1]);
}

static bool same_owner(const struct item *a, const struct item *b)
{
    return !a->owner || !b->owner || strcmp(a->owner, b->owner) == 0;
}

/* The fields that two items do not share, a line each. */
static bool tell_fields(struct comparing *comparing, const struct item *a, const struct item *b)
{
    struct slice said[2];
    if (!same_owner(a, b) && !ro_items_say("      entity: %.1000s -> %.1000s\n", a->owner, b->owner))
        return false;
    for (size_t i = 0; YAJL_IS_OBJECT(a->value) && i < a->value->u.object.len; i++) {
        if (!differs(comparing, a, b, i, said))
            continue;
        if (!said[0].data || !said[1].data ||
            !ro_items_say("      %s: %.1000s -> %.1000s\n", a->value->u.object.keys[i], said[0].data, said[1].data))
            return false;
    }
    return true;
}

/* Whether two items say the same but for their scores. */
static bool same_but_score(struct comparing *comparing, const struct item *a, const struct item *b)
{
    struct slice said[2];
    for (size_t i = 0; YAJL_IS_OBJECT(a->value) && i < a->value->u.object.len; i++)
        if (strcmp(a->value->u.object.keys[i], "score") != 0 && differs(comparing, a, b, i, said))
            return false;
    return YAJL_IS_OBJECT(a->value) && same_owner(a, b);
}

/* Matching */

static void match_equal(struct comparing *comparing, struct list *a, struct list *b)
{
    struct table texts = {0};
    for (uint32_t i = 0; i < b->count; i++)
        ro_table_put(&texts, &comparing->arena, b->items[i].text, i);
    for (uint32_t i = 0; i < a->count; i++) {
        uint32_t other = ro_table_get(&texts, a->items[i].text);
        if (other != RO_TABLE_NONE && !b->items[other].matched)
            a->items[i].matched = b->items[other].matched = true;
    }
}

/* The item of B that is about the words of one of A; NULL where there is none. */
static struct item *about_the_same(const struct item *a, struct list *b)
{
    for (uint32_t i = 0; i < b->count; i++) {
        struct item *item = &b->items[i];
        if (!item->matched && a->begin < item->end && item->begin < a->end)
            return item;
    }
    return NULL;
}

static bool match_rest(struct comparing *comparing, struct list *a, struct list *b)
{
    struct changes *changes = comparing->changes;
    for (uint32_t i = 0; i < a->count; i++) {
        struct item *one = &a->items[i], *other = one->matched ? NULL : about_the_same(one, b);
        if (one->matched)
            continue;
        if (!other) {
            changes->removed++;
            if (!tell(comparing, '-', one, 0))
                return false;
            continue;
        }
        other->matched = true;
        if (!changes->every_score && same_but_score(comparing, one, other))
            continue;
        changes->changed++;
        if (!tell(comparing, '~', one, 0) || (!changes->quiet && !tell_fields(comparing, one, other)))
            return false;
    }
    for (uint32_t i = 0; i < b->count; i++) {
        if (b->items[i].matched)
            continue;
        changes->added++;
        if (!tell(comparing, '+', &b->items[i], 1))
            return false;
    }
    return true;
}

bool ro_items_compare(yajl_val a, yajl_val b, struct changes *changes)
{
    static const char *const kinds[] = {"sentences", "entities",  "mentions", "times",   "statements",
                                        "events",    "positions", "disputes", "warnings"};
    const char *path[] = {"text", NULL};
    struct comparing comparing = {.changes = changes};
    comparing.texts[0] = yajl_tree_get(a, path, yajl_t_string);
    comparing.texts[1] = yajl_tree_get(b, path, yajl_t_string);
    bool good = true;
    ro_arena_init(&comparing.arena);
    for (size_t i = 0; good && i < sizeof kinds / sizeof *kinds; i++) {
        struct list left = {0}, right = {0};
        comparing.kind = kinds[i];
        good = read_list(&comparing, a, &left) && read_list(&comparing, b, &right);
        if (good) {
            match_equal(&comparing, &left, &right);
            good = match_rest(&comparing, &left, &right);
        }
    }
    ro_arena_release(&comparing.arena);
    return good;
}

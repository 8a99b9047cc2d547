/* article.c: reads an article by yajl, event by event. */
#include "sources/article.h"

#include <ctype.h>
#include <yajl/yajl_parse.h>

#include "base/json_memory.h"
#include "base/status.h"

enum { DEEPEST = 256 }; /* of objects and lists within each other */

struct article {
    struct source_item *item;
    struct readout_error *error;
    const char *field;  /* whose value comes next; NULL: one that is ignored */
    const char **value; /* where it goes */
    unsigned depth;
    struct json_memory memory;
};

/* Fields */

static bool is_word(const char *word, const unsigned char *name, size_t length)
{
    return strlen(word) == length && memcmp(word, name, length) == 0;
}

static int begin_field(void *user, const unsigned char *name, size_t length)
{
    struct article *article = user;
    struct readout_meta *meta = &article->item->meta;
    const struct {
        const char *name, **value;
    } fields[] = {
        {"text", &article->item->text},  {"id", &meta->id},   {"title", &meta->title},
        {"published", &meta->published}, {"uri", &meta->uri}, {"publisher", &meta->publisher},
        {"author", &meta->author},
    };
    article->field = NULL;
    for (size_t i = 0; article->depth == 1 && i < sizeof fields / sizeof *fields; i++)
        if (is_word(fields[i].name, name, length)) {
            article->field = fields[i].name;
            article->value = fields[i].value;
        }
    return 1;
}

/* yajl stops where a callback returns 0. */
static int refuse(struct article *article, const char *what, const char *remedy)
{
    ro_error_set(article->error, READOUT_BAD_TEXT, "\"%s\" %s; %s", article->field, what, remedy);
    return 0;
}

static int refuse_document(struct article *article)
{
    ro_error_set(article->error, READOUT_BAD_TEXT,
                 "not a JSON object; write each document as {\"id\": ..., \"text\": ...} on a line of its own");
    return 0;
}

static int take_string(void *user, const unsigned char *string, size_t length)
{
    struct article *article = user;
    if (article->depth == 0)
        return refuse_document(article);
    if (!article->field)
        return 1;
    bool text = article->value == &article->item->text;
    if (!text && memchr(string, '\0', length))
        return refuse(article, "holds a NUL character", "remove that");
    *article->value = ro_arena_copy(&article->item->arena, (struct slice){(const char *)string, length});
    if (!*article->value)
        longjmp(article->memory.none, 1);
    if (text)
        article->item->length = length;
    article->field = NULL;
    return 1;
}

static int take_null(void *user)
{
    struct article *article = user;
    if (article->depth == 0)
        return refuse_document(article);
    if (article->field)
        *article->value = NULL;
    article->field = NULL;
    return 1;
}

static int take_other(struct article *article, const char *what)
{
    if (article->depth == 0)
        return refuse_document(article);
    return article->field ? refuse(article, what, "make it a string, or null") : 1;
}

static int take_boolean(void *user, int value)
{
    (void)value;
    return take_other(user, "is true or false");
}

static int take_number(void *user, const char *number, size_t length)
{
    (void)number;
    (void)length;
    return take_other(user, "is a number");
}

static int go_deeper(struct article *article)
{
    if (article->depth++ < DEEPEST)
        return 1;
    ro_error_set(article->error, READOUT_BAD_TEXT, "lists or objects are nested deeper than %d; remove them",
                 DEEPEST);
    return 0;
}

static int begin_object(void *user)
{
    struct article *article = user;
    return (article->depth == 0 || take_other(article, "is an object")) && go_deeper(article);
}

static int begin_list(void *user)
{
    return take_other(user, "is a list") && go_deeper(user);
}

static int end_nested(void *user)
{
    struct article *article = user;
    article->depth--;
    return 1;
}

/* Escapes */

enum half { WHOLE, FIRST_HALF, SECOND_HALF };

/* Which half of a surrogate pair is escaped here, as "\ud83d". */
static enum half half_at(const char *json, size_t length, size_t at)
{
    const char *escape = json + at;
    if (length - at < 6 || memcmp(escape, "\\u", 2) != 0 || (escape[2] != 'd' && escape[2] != 'D') ||
        !isxdigit((unsigned char)escape[4]) || !isxdigit((unsigned char)escape[5]))
        return WHOLE;
    if (memchr("89abAB", escape[3], 6))
        return FIRST_HALF;
    return memchr("cdefCDEF", escape[3], 8) ? SECOND_HALF : WHOLE;
}

/* Make a half without its other half U+FFFD: yajl would lose the character after it. */
static void mend_escapes(char *json, size_t length)
{
    for (size_t at = 0; at < length;) {
        const char *escape = memchr(json + at, '\\', length - at);
        if (!escape)
            return;
        at = (size_t)(escape - json);
        enum half half = half_at(json, length, at);
        if (half == FIRST_HALF && half_at(json, length, at + 6) == SECOND_HALF) {
            at += 12;
        } else if (half != WHOLE) {
            memcpy(json + at + 2, "fffd", 4);
            at += 6;
        } else {
            at += 2;
        }
    }
}

/* The whole */

static enum readout_status refuse_json(struct article *article, yajl_handle yajl)
{
    char *reason = (char *)yajl_get_error(yajl, 0, NULL, 0);
    reason[strcspn(reason, "\n")] = '\0';
    return ro_error_set(article->error, READOUT_BAD_TEXT, "not valid JSON at byte %zu: %s; mend or remove the line",
                        yajl_get_bytes_consumed(yajl) + 1, reason);
}

static enum readout_status parse(struct article *article, const char *json, size_t length)
{
    static const yajl_callbacks callbacks = {
        .yajl_null = take_null,
        .yajl_boolean = take_boolean,
        .yajl_number = take_number,
        .yajl_string = take_string,
        .yajl_start_map = begin_object,
        .yajl_map_key = begin_field,
        .yajl_end_map = end_nested,
        .yajl_start_array = begin_list,
        .yajl_end_array = end_nested,
    };
    yajl_alloc_funcs memory = ro_json_memory(&article->memory);
    if (setjmp(article->memory.none))
        return ro_error_set(article->error, READOUT_NO_MEMORY, "no memory for its %zu bytes", length);
    yajl_handle yajl = yajl_alloc(&callbacks, &memory, article);
    yajl_config(yajl, yajl_dont_validate_strings, 1); /* the library mends them and says so */
    yajl_status status = yajl_parse(yajl, (const unsigned char *)json, length);
    if (status == yajl_status_ok)
        status = yajl_complete_parse(yajl);
    if (status == yajl_status_error)
        return refuse_json(article, yajl);
    return status == yajl_status_ok ? READOUT_OK : article->error->status;
}

enum readout_status ro_article_read(char *json, size_t length, struct arena *scratch, struct source_item *item,
                                    struct readout_error *error)
{
    struct article article = {.item = item, .error = error, .memory.arena = scratch};
    ro_arena_clear(scratch);
    mend_escapes(json, length);
    enum readout_status status = parse(&article, json, length);
    if (status == READOUT_OK && !item->text)
        status = ro_error_set(error, READOUT_BAD_TEXT, "no \"text\"; give the document one, or remove the line");
    return status;
}

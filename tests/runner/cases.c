/* cases.c: line by line through a file of tests. */
#include "runner/cases.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct reading {
    struct test_cases *cases;
    struct test_case *open; /* the case that the lines belong to */
    const char *path, *name;
    unsigned line, number;
};

static bool fail(const struct reading *reading, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "%s:%u: ", reading->path, reading->line);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    return false;
}

static const char *format_string(struct arena *arena, const char *format, ...)
{
    char string[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(string, sizeof string, format, arguments);
    va_end(arguments);
    return ro_arena_copy(arena, ro_slice(string));
}

/* Cases */

/* What a case needs to mean anything, told at its end. */
static bool close_case(const struct reading *reading)
{
    const struct test_case *open = reading->open;
    if (open && (!open->has_text || !open->count))
        return fail(reading, "the case that begins in line %u has no %s", open->line,
                    open->has_text ? "line that must or must not be there" : "text");
    return true;
}

static bool open_case(struct reading *reading, struct slice headline)
{
    struct arena *arena = &reading->cases->arena;
    if (!close_case(reading))
        return false;
    reading->open = ro_arena_push(arena, reading->cases->items, reading->cases->count);
    if (!reading->open)
        return fail(reading, "no memory");
    *reading->open = (struct test_case){
        .path = reading->path,
        .name = format_string(arena, "%s:%u", reading->name, ++reading->number),
        .headline = ro_arena_copy(arena, headline),
        .number = reading->number,
        .line = reading->line,
    };
    return headline.length > 0 || fail(reading, "a case has a name: === a name before its verb");
}

/* Add a line to the passage. */
static bool add_text(struct reading *reading, struct slice line, bool escaped)
{
    struct arena *arena = &reading->cases->arena;
    struct test_case *open = reading->open;
    if (escaped)
        line = notation_unescape(arena, line);
    size_t before = open->text.length + (open->has_text ? 1 : 0);
    char *longer = ro_arena_alloc(arena, before + line.length + 1, 1);
    if (!line.data || !longer)
        return fail(reading, "the escapes of bytes are \\n \\t \\\\ \\\" \\xHH \\uHHHH");
    if (open->has_text) {
        memcpy(longer, open->text.data, open->text.length);
        longer[open->text.length] = '\n';
    }
    memcpy(longer + before, line.data, line.length);
    open->text = (struct slice){longer, before + line.length};
    open->has_text = true;
    return true;
}

static bool add_expectation(struct reading *reading, struct slice keyword, struct slice value)
{
    struct test_case *open = reading->open;
    bool absent = keyword.length > 3 && memcmp(keyword.data, "no-", 3) == 0;
    struct slice item_name = absent ? (struct slice){keyword.data + 3, keyword.length - 3} : keyword;
    enum item item = 0;
    while (item < ITEM_COUNT && !ro_slice_equal(item_name, ro_slice(item_names[item])))
        item++;
    if (item == ITEM_COUNT)
        return fail(reading, "no line begins with \"%.*s\"", (int)keyword.length, keyword.data);
    if (!value.length && !absent)
        return fail(reading, "what must be there?");
    struct expectation *expectation = ro_arena_push(&reading->cases->arena, open->expectations, open->count);
    if (!expectation)
        return fail(reading, "no memory");
    *expectation = (struct expectation){.item = item, .absent = absent, .line = value, .number = reading->line};
    const char *fault = value.length ? notation_read(&reading->cases->arena, item, value, &expectation->is) : NULL;
    return fault ? fail(reading, "%s", fault) : true;
}

/* Lines */

static bool read_line(struct reading *reading, struct slice line)
{
    if (line.length >= 4 && memcmp(line.data, "=== ", 4) == 0)
        return open_case(reading, (struct slice){line.data + 4, line.length - 4});
    if (!line.length || line.data[0] == '#')
        return true;
    const char *blank = memchr(line.data, ' ', line.length);
    struct slice keyword = {line.data, blank ? (size_t)(blank - line.data) : line.length};
    struct slice value = {line.data + keyword.length, line.length - keyword.length};
    while (value.length && value.data[0] == ' ')
        value = (struct slice){value.data + 1, value.length - 1};
    if (!reading->open)
        return fail(reading, "a case begins with === and its name");
    if (ro_slice_equal(keyword, RO_SLICE("text")) || ro_slice_equal(keyword, RO_SLICE("bytes")))
        return add_text(reading, value, keyword.data[0] == 'b');
    if (ro_slice_equal(keyword, RO_SLICE("published"))) {
        reading->open->published = ro_arena_copy(&reading->cases->arena, value);
        return true;
    }
    return add_expectation(reading, keyword, value);
}

static bool read_lines(struct reading *reading, FILE *file)
{
    char *buffer = NULL;
    size_t size = 0;
    bool good = true;
    for (ssize_t length; good && (length = getline(&buffer, &size, file)) >= 0;) {
        struct slice line = {buffer, (size_t)length};
        if (line.length && line.data[line.length - 1] == '\n')
            line.length--;
        line.data = ro_arena_copy(&reading->cases->arena, line);
        reading->line++;
        good = line.data ? read_line(reading, line) : fail(reading, "no memory");
    }
    free(buffer);
    return good && !ferror(file);
}

bool cases_read(struct test_cases *cases, const char *path, const char *name)
{
    struct reading reading = {
        .cases = cases,
        .path = ro_arena_copy(&cases->arena, ro_slice(path)),
        .name = name,
    };
    FILE *file = fopen(path, "r");
    if (!file)
        return fail(&reading, "%s", strerror(errno));
    bool good = read_lines(&reading, file) && close_case(&reading);
    fclose(file);
    return good && (reading.number > 0 || fail(&reading, "no case"));
}

/* runner_sample.h: lines of the text tests against a record made by hand. */
#ifndef RUNNER_SAMPLE_H
#define RUNNER_SAMPLE_H

#include "unit.h"

#include "runner/found.h"
#include "runner/match.h"

enum verdict_of_line { MET, NOT_MET, CANNOT_FAIL };

static inline enum verdict_of_line verdict(struct arena *arena, const struct readout_record *record,
                                           const char *line)
{
    size_t length = strcspn(line, " ");
    const char *parts = line + length + (line[length] == ' ');
    struct expectation expectation = {.absent = strncmp(line, "no-", 3) == 0, .line = ro_slice(parts)};
    const char *name = line + (expectation.absent ? 3 : 0);
    while (strncmp(name, item_names[expectation.item], strcspn(name, " ")) != 0 ||
           item_names[expectation.item][strcspn(name, " ")])
        expectation.item++;
    const char *fault = notation_read(arena, expectation.item, expectation.line, &expectation.is);
    if (fault)
        fail_msg("%s: %s", line, fault);
    const char *why = unmet(arena, record, &expectation);
    return !why ? MET : strncmp(why, "cannot fail", 11) == 0 ? CANNOT_FAIL : NOT_MET;
}

/* Of each line up to NULL. Frees the record. */
static inline void assert_verdicts(struct readout_record *record, const char *const *lines,
                                   enum verdict_of_line expected)
{
    struct arena arena;
    ro_arena_init(&arena);
    for (; *lines; lines++)
        if (verdict(&arena, record, *lines) != expected)
            fail_msg("%s", *lines);
    ro_arena_release(&arena);
    readout_record_free(record);
}

struct wrong_line {
    enum item item;
    const char *line;
};

static inline void assert_malformed(const struct wrong_line *lines, size_t count)
{
    struct arena arena;
    ro_arena_init(&arena);
    for (size_t i = 0; i < count; i++) {
        struct notation notation;
        if (!notation_read(&arena, lines[i].item, ro_slice(lines[i].line), &notation))
            fail_msg("%s", lines[i].line);
    }
    ro_arena_release(&arena);
}

static inline void assert_found(struct arena *arena, const struct readout_record *record, enum item item,
                                size_t index, size_t count, const char *expected)
{
    struct found found = found_items(arena, record, item);
    assert_int_equal(found.count, count);
    char line[1000];
    snprintf(line, sizeof line, "%.*s", (int)found.lines[index].length, found.lines[index].data);
    assert_string_equal(line, expected);
}

#endif

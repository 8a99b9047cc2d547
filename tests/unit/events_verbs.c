/* events_verbs.c: every entry of lexicon/verbs.txt has an example, which must be coded by that very line, with its code, from whoever
 * stands in braces to whoever stands in brackets; and without a tenth of the lines examples of the rest of them fail. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/lexicon.h"
#include "record/record.h"

enum { MARKS = 8, LONGEST = 300 };

/* "{France} condemned [Ghana]." */
struct marked {
    char text[LONGEST];
    size_t length;
    struct span sources[MARKS], targets[MARKS];
    uint32_t source_count, target_count;
};

static struct marked marked_read(struct slice field)
{
    struct marked marked = {.length = 0};
    struct span *open = NULL;
    assert_in_range(field.length, 1, LONGEST - 1);
    for (size_t i = 0; i < field.length; i++) {
        char c = field.data[i];
        if (c == '{' || c == '[') {
            uint32_t *count = c == '{' ? &marked.source_count : &marked.target_count;
            assert_in_range(*count, 0, MARKS - 1);
            open = &(c == '{' ? marked.sources : marked.targets)[(*count)++];
            open->begin = (uint32_t)marked.length;
        } else if (open && (c == '}' || c == ']')) {
            open->end = (uint32_t)marked.length;
            open = NULL;
        } else {
            marked.text[marked.length++] = c;
        }
    }
    return marked;
}

/* A line with an example: pattern | code | example. */
static bool is_entry(const struct lexicon_row *row)
{
    struct slice first = row->fields[0];
    bool composition = first.length == 3 && first.data[2] == '+';
    return row->field_count == 3 && !composition;
}

/* Whether one of some parties is mentioned where an example has a mark. */
static bool is_named(const struct document *document, const struct actor *actors, uint32_t count, struct span mark)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct entity *entity = &document->entities[actors[i].entity];
        for (uint32_t k = 0; k < entity->mention_count; k++)
            if (ro_span_overlaps(entity->mentions[k].span, mark))
                return true;
    }
    return false;
}

/* Whether a line's events have all that is marked: of one that goes both ways, on either side. */
static bool has_marks(const struct document *document, const char *by, const struct span *marks, uint32_t count,
                      bool sources, bool targets)
{
    for (uint32_t mark = 0; mark < count; mark++) {
        bool found = false;
        for (uint32_t i = 0; i < document->event_count && !found; i++) {
            const struct event *event = &document->events[i];
            if (strcmp(event->by, by) != 0)
                continue;
            found = (sources && is_named(document, event->sources, event->source_count, marks[mark])) ||
                    (targets && is_named(document, event->targets, event->target_count, marks[mark]));
        }
        if (!found)
            return false;
    }
    return true;
}

static bool has_code(const struct document *document, const char *by, struct slice code)
{
    code.length -= code.data[code.length - 1] == '=';
    char last = code.data[code.length - 1];
    for (uint32_t i = 0; i < document->event_count; i++) {
        const struct event *event = &document->events[i];
        if (strcmp(event->by, by) == 0 && (last == '+' || ro_slice_equal(ro_slice(event->cameo), code)))
            return true;
    }
    return false;
}

static bool is_coded(struct readout_reader *reader, const struct lexicon_row *row, unsigned line)
{
    struct marked marked = marked_read(row->fields[2]);
    struct readout_record *record;
    struct slice code = row->fields[1];
    char by[LONGEST];
    bool both = code.data[code.length - 1] == '=';
    snprintf(by, sizeof by, "verbs.txt:%u", line);
    assert_int_equal(readout_read(reader, marked.text, marked.length, NULL, &record), READOUT_OK);
    const struct document *document = &record->document;
    bool coded = has_code(document, by, code) &&
                 has_marks(document, by, marked.sources, marked.source_count, true, both) &&
                 has_marks(document, by, marked.targets, marked.target_count, both, true);
    readout_record_free(record);
    return coded;
}

struct counts {
    unsigned entries, failed;
};

/* Check the whole lexicon's examples with the lexicons of a folder (NULL: those built in); prints those that fail where all must pass. */
static struct counts check_all(const char *folder, bool told)
{
    const struct readout_settings settings = {.lexicon_folder = folder, .min_score = "event=0"};
    const struct lexicon_file *file = ro_builtin_lexicons;
    struct readout *readout;
    struct readout_reader *reader;
    struct lexicon_reader rows;
    struct lexicon_row row;
    struct counts counts = {0, 0};
    while (strcmp(file->name, "verbs.txt") != 0)
        file++;
    assert_int_equal(readout_open(&settings, &readout, NULL), READOUT_OK);
    assert_int_equal(readout_reader_open(readout, &reader), READOUT_OK);
    ro_lexicon_start(&rows, file);
    while (ro_lexicon_next(&rows, &row)) {
        if (!is_entry(&row))
            continue;
        counts.entries++;
        if (is_coded(reader, &row, rows.line))
            continue;
        counts.failed++;
        if (told)
            print_error("verbs.txt:%u: the example of \"%.*s\" is not coded by it: %.*s\n", (unsigned)rows.line,
                        (int)row.fields[0].length, row.fields[0].data, (int)row.fields[2].length,
                        row.fields[2].data);
    }
    readout_reader_free(reader);
    readout_free(readout);
    return counts;
}

static void examples_are_coded_by_their_lines(void **state)
{
    (void)state;
    struct counts counts = check_all(NULL, true);
    assert_in_range(counts.entries, 3000, 100000);
    assert_int_equal(counts.failed, 0);
}

/* Write a stretch of lines; of the last one, where it is `gone`, only its end. */
static void write_lines(FILE *out, struct slice text, size_t from, size_t to, bool gone)
{
    size_t last = to - 1;
    while (last > from && text.data[last - 1] != '\n')
        last--;
    fwrite(text.data + from, 1, (gone ? last : to - 1) - from, out);
    fputc('\n', out);
}

/* Write the lexicon with every tenth entry, by chance that is the same each time, made a comment: the others keep their lines. */
static unsigned write_without_a_tenth(const char *path)
{
    const struct lexicon_file *file = ro_builtin_lexicons;
    struct lexicon_reader rows;
    struct lexicon_row row;
    unsigned taken = 0;
    uint32_t chance = 1;
    while (strcmp(file->name, "verbs.txt") != 0)
        file++;
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    ro_lexicon_start(&rows, file);
    size_t from = 0;
    while (ro_lexicon_next(&rows, &row)) {
        chance = chance * 1664525 + 1013904223;
        bool gone = is_entry(&row) && chance >> 24 < 26;
        taken += gone;
        write_lines(out, file->text, from, rows.next, gone);
        from = rows.next;
    }
    assert_int_equal(fclose(out), 0);
    return taken;
}

static void without_a_tenth_of_the_lines_examples_fail(void **state)
{
    (void)state;
    char folder[] = "/tmp/readout-verbs-XXXXXX", path[LONGEST];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/verbs.txt", folder);
    unsigned taken = write_without_a_tenth(path);
    struct counts counts = check_all(folder, false);
    assert_in_range(taken, counts.entries / 20, counts.entries / 5);
    assert_in_range(counts.failed, taken,
                    counts.entries); /* what is taken is missed, for nothing else is that line */
    assert_int_equal(remove(path), 0);
    assert_int_equal(remove(folder), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_are_coded_by_their_lines),
        cmocka_unit_test(without_a_tenth_of_the_lines_examples_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

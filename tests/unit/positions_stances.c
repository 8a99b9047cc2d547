/* positions_stances.c: every line of lexicon/positions.txt has an example, in which a position of its act must be read: held by whoever
 * stands in braces, about what stands in brackets; and lines that are wrong say where. */
#include "unit.h"

#include "positions/stances.h"
#include "record/record.h"

enum { LONGEST = 200 };

/* "{France} demanded [the island]." */
struct marked {
    char text[LONGEST];
    size_t length;
    struct span holder, issue;
};

static struct marked marked_read(struct slice field)
{
    struct marked marked = {.length = 0};
    assert_in_range(field.length, 1, LONGEST - 1);
    for (size_t i = 0; i < field.length; i++) {
        uint32_t at = (uint32_t)marked.length;
        switch (field.data[i]) {
        case '{':
            marked.holder.begin = at;
            break;
        case '}':
            marked.holder.end = at;
            break;
        case '[':
            marked.issue.begin = at;
            break;
        case ']':
            marked.issue.end = at;
            break;
        default:
            marked.text[marked.length++] = field.data[i];
        }
    }
    assert_true(ro_span_is(marked.holder) && ro_span_is(marked.issue));
    return marked;
}

static bool is_named(const struct entity *entity, struct span mark)
{
    for (uint32_t i = 0; i < entity->mention_count; i++)
        if (ro_span_overlaps(entity->mentions[i].span, mark))
            return true;
    return false;
}

static bool is_read(struct readout_reader *reader, const struct lexicon_row *row)
{
    struct marked marked = marked_read(row->fields[3]);
    struct readout_record *record;
    bool found = false;
    assert_int_equal(readout_read(reader, marked.text, marked.length, NULL, &record), READOUT_OK);
    const struct document *document = &record->document;
    for (uint32_t i = 0; i < document->position_count; i++) {
        const struct position *position = &document->positions[i];
        found |= ro_slice_equal(ro_slice(readout_position_act(record, i)), row->fields[1]) &&
                 is_named(&document->entities[position->holder], marked.holder) &&
                 ro_span_overlaps(position->issue, marked.issue);
    }
    readout_record_free(record);
    return found;
}

static void examples_are_read(void **state)
{
    (void)state;
    const struct lexicon_file *file = ro_builtin_lexicons;
    struct readout *readout;
    struct readout_reader *reader;
    struct lexicon_reader rows;
    struct lexicon_row row;
    unsigned entries = 0, missed = 0;
    while (strcmp(file->name, "positions.txt") != 0)
        file++;
    assert_int_equal(readout_open(NULL, &readout, NULL), READOUT_OK);
    assert_int_equal(readout_reader_open(readout, &reader), READOUT_OK);
    ro_lexicon_start(&rows, file);
    while (ro_lexicon_next(&rows, &row)) {
        if (row.field_count != 4)
            continue;
        entries++;
        if (is_read(reader, &row))
            continue;
        missed++;
        print_error("positions.txt:%u: the example of \"%.*s\" is not read: %.*s\n", (unsigned)rows.line,
                    (int)row.fields[0].length, row.fields[0].data, (int)row.fields[3].length, row.fields[3].data);
    }
    readout_reader_free(reader);
    readout_free(readout);
    assert_in_range(entries, 200, 100000);
    assert_int_equal(missed, 0);
}

/* The message of a lexicon of one line; empty where it is right. */
static const char *fault_of(const char *line, struct readout_error *error)
{
    struct arena arena;
    const struct stances *stances;
    const struct lexicon_file file = {"positions.txt", ro_slice(line)};
    ro_arena_init(&arena);
    ro_error_clear(error);
    ro_stances_read(&arena, &file, &stances, error);
    ro_arena_release(&arena);
    return error->message;
}

static void wrong_lines_say_where(void **state)
{
    (void)state;
    struct readout_error error;
    assert_string_equal(fault_of("S demand I | demand | - | {A} demanded [b].", &error), "");
    assert_string_equal(fault_of("%harm | hurt", &error), "");
    assert_contains(fault_of("demand I | demand | - | x", &error), "positions.txt:1:1: \"demand I\": begin with S");
    assert_contains(fault_of("S demand T | demand | - | x", &error), "no I");
    assert_contains(fault_of("S demand J | demand | - | x", &error), "write I for the issue");
    assert_contains(fault_of("S demand I | want | - | x", &error), "positions.txt:1:14: \"want\": no act: demand");
    assert_contains(fault_of("S demand I | demand | no | x", &error), "or -");
    assert_contains(fault_of("S demand I | demand", &error), "2 fields; write pattern");
    assert_contains(fault_of("%hurt | hit", &error), "no such list: %harm");
    assert_contains(
        fault_of("S a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u/v/w/x/y/z/a/b/c/d/e/f/g I | demand | - | x", &error),
        "more than 32 words for one place");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_are_read),
        cmocka_unit_test(wrong_lines_say_where),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

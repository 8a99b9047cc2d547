/* example.h: examples of lexicons, in which brackets stand around what must be read: "It closed on [Monday]." */
#ifndef EXAMPLE_H
#define EXAMPLE_H

#include "unit.h"

#include "base/lexicon.h"
#include "readout/readout.h"

struct example {
    char text[200]; /* without the brackets */
    size_t length;
    struct readout_span inside;
};

static inline struct example example_read(struct slice field)
{
    struct example example = {.length = 0};
    assert_in_range(field.length, 1, sizeof example.text - 1);
    for (size_t i = 0; i < field.length; i++) {
        if (field.data[i] == '[')
            example.inside.begin = (uint32_t)example.length;
        else if (field.data[i] == ']')
            example.inside.end = (uint32_t)example.length;
        else
            example.text[example.length++] = field.data[i];
    }
    assert_true(example.inside.end > example.inside.begin);
    return example;
}

/* Whether an example is read as it should be. */
typedef bool example_check(const struct readout_record *record, struct readout_span inside);

static inline const struct lexicon_file *lexicon_built_in(const char *name)
{
    const struct lexicon_file *file = ro_builtin_lexicons;
    while (strcmp(file->name, name) != 0)
        file++;
    return file;
}

/* Check the examples in the last field of each row of a lexicon; names those that fail, and fails. */
static inline void examples_check(const char *name, example_check *check)
{
    struct readout *readout;
    struct readout_reader *reader;
    struct readout_record *record;
    struct lexicon_reader rows;
    struct lexicon_row row;
    unsigned missed = 0;
    assert_int_equal(readout_open(NULL, &readout, NULL), READOUT_OK);
    assert_int_equal(readout_reader_open(readout, &reader), READOUT_OK);
    ro_lexicon_start(&rows, lexicon_built_in(name));
    while (ro_lexicon_next(&rows, &row)) {
        struct slice field = row.fields[row.field_count - 1];
        struct example example = example_read(field);
        assert_int_equal(readout_read(reader, example.text, example.length, NULL, &record), READOUT_OK);
        if (!check(record, example.inside)) {
            missed++;
            print_error("%s:%u: what is in brackets is not read: %.*s\n", name, (unsigned)rows.line,
                        (int)field.length, field.data);
        }
        readout_record_free(record);
    }
    assert_int_equal(missed, 0);
    readout_reader_free(reader);
    readout_free(readout);
}

#endif

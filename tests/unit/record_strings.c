/* record_strings.c: what goes into a record from outside is well-formed UTF-8, or is refused. */
#include "record_sample.h"

#include <unistd.h>

static struct readout *open_readout(void)
{
    const struct readout_settings settings = {.model = "none"};
    struct readout *readout;
    assert_int_equal(readout_open(&settings, &readout, NULL), READOUT_OK);
    return readout;
}

static void what_a_caller_gives_is_repaired(void **state)
{
    (void)state;
    const struct readout_meta meta = {
        .id = "a\xff"
              "b",
        .uri = "\xE2\x80",               /* cut off: one replacement */
        .title = "\xC0\xAF\xED\xA0\x80", /* overlong, a surrogate: one a byte */
        .publisher = "\xF0\x9F\x9A\xA2 Post",
        .author = "",
    };
    struct readout *readout = open_readout();
    struct readout_reader *reader;
    struct readout_record *record;
    assert_int_equal(readout_reader_open(readout, &reader), READOUT_OK);
    assert_int_equal(readout_read(reader, "A\xff.", 3, &meta, &record), READOUT_OK);
    struct written written = sample_write(record, READOUT_JSON, NULL);
    assert_non_null(strstr(written.data,
                           "\"id\":\"a\uFFFDb\",\"uri\":\"\uFFFD\",\"title\":\"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\","
                           "\"publisher\":\"\xF0\x9F\x9A\xA2 Post\",\"author\":\"\",\"published\":null,"));
    sample_keep(record, "strings");
    free(written.data);
    readout_record_free(record);
    readout_reader_free(reader);
    readout_free(readout);
}

static void a_lexicon_that_is_no_utf8_is_refused(void **state)
{
    (void)state;
    char folder[] = "/tmp/readout-lexicon-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/cues.txt", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("# caf\xC3\xA9\ns\xC3\xA9\xff | | assert | say | none\n", file);
    assert_int_equal(fclose(file), 0);
    struct readout *readout;
    struct readout_error error;
    const struct readout_settings settings = {.lexicon_folder = folder, .model = "none"};
    assert_int_equal(readout_open(&settings, &readout, &error), READOUT_BAD_LEXICON);
    assert_null(readout);
    assert_string_equal(error.message, "cues.txt:2:4: this is no UTF-8; save the file as UTF-8");
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_caller_gives_is_repaired),
        cmocka_unit_test(a_lexicon_that_is_no_utf8_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* base_values.c: dates, hashes, errors, scores, spans and the lines of lexicons. */
#include "unit.h"

#include "base/date.h"
#include "base/hash.h"
#include "base/lexicon.h"
#include "base/scores.h"

static void dates_are_of_the_calendar(void **state)
{
    (void)state;
    static const char *const good[] = {"2019-03-01",
                                       "2020-02-29",
                                       "2000-02-29",
                                       "2019-12-31",
                                       "2019-03-01T00:00:00+09:00",
                                       "2019-03-01T23:59:59-11:30"};
    static const char *const bad[] = {"",
                                      "2019",
                                      "2019-3-1",
                                      "2019-00-01",
                                      "2019-13-01",
                                      "2019-04-31",
                                      "2019-02-29",
                                      "1900-02-29",
                                      "2019-03-00",
                                      "2019-03-01 ",
                                      "2019/03/01",
                                      "2019-03-01T",
                                      "2019-03-01T24:00:00+00:00",
                                      "2019-03-01T00:60:00+00:00",
                                      "2019-03-01T00:00:60+00:00",
                                      "2019-03-01T00:00:00Z",
                                      "2019-03-01T00:00:00+24:00",
                                      "2019-03-01T00:00:00+00:60",
                                      "1 March 2019"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!ro_date_is(good[i]))
            fail_msg("\"%s\" is a date", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (ro_date_is(bad[i]))
            fail_msg("\"%s\" is no date", bad[i]);
}

static void a_hash_is_of_all_parts(void **state)
{
    (void)state;
    char whole[RO_SHA256_HEX], parts[RO_SHA256_HEX];
    ro_sha256(&RO_SLICE("abc"), 1, whole);
    assert_string_equal(whole, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    ro_sha256((const struct slice[]){RO_SLICE("a"), RO_SLICE(""), RO_SLICE("bc")}, 3, parts);
    assert_string_equal(parts, whole);
}

static void an_error_is_cut_to_its_room(void **state)
{
    (void)state;
    struct readout_error error;
    char longer[2 * sizeof error.message];
    memset(longer, 'x', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    assert_int_equal(ro_error_set(&error, READOUT_IO, "%s", longer), READOUT_IO);
    assert_int_equal(error.status, READOUT_IO);
    assert_int_equal(strlen(error.message), sizeof error.message - 1);
    assert_int_equal(ro_error_set(NULL, READOUT_INTERNAL, "unheard"), READOUT_INTERNAL);
    ro_error_clear(&error);
    assert_int_equal(error.status, READOUT_OK);
    assert_string_equal(error.message, "");
}

static void spans_are_half_open(void **state)
{
    (void)state;
    const struct span span = {2, 5};
    assert_int_equal(ro_span_length(span), 3);
    assert_false(ro_span_is(RO_NO_SPAN));
    assert_true(ro_span_covers(span, (struct span){2, 5}));
    assert_false(ro_span_covers(span, (struct span){2, 6}));
    assert_true(ro_span_overlaps(span, (struct span){4, 9}));
    assert_false(ro_span_overlaps(span, (struct span){5, 9}));
}

static void assert_slice(struct slice slice, const char *string)
{
    assert_int_equal(slice.length, strlen(string));
    assert_memory_equal(slice.data, string, slice.length);
}

static const struct lexicon_file words = {"words.txt", RO_SLICE("# lemma | act\n"
                                                                "\n"
                                                                "  say | assert \t| \"We agree,\" he said.\r\n"
                                                                "   \n"
                                                                "ask|ask\n"
                                                                "a|b|c|d|e|f|g|h | i\n"
                                                                "deny | ")};

static void rows_are_fields_between_bars(void **state)
{
    (void)state;
    struct lexicon_reader reader;
    struct lexicon_row row;
    ro_lexicon_start(&reader, &words);
    assert_true(ro_lexicon_next(&reader, &row));
    assert_int_equal(reader.line, 3);
    assert_int_equal(row.field_count, 3);
    assert_slice(row.fields[0], "say");
    assert_slice(row.fields[1], "assert");
    assert_slice(row.fields[2], "\"We agree,\" he said.");
    assert_int_equal(row.columns[0], 3);
    assert_int_equal(row.columns[1], 9);
    assert_true(ro_lexicon_next(&reader, &row));
    assert_int_equal(reader.line, 5);
    assert_slice(row.fields[1], "ask");
    assert_true(ro_lexicon_next(&reader, &row));
    assert_int_equal(row.field_count, RO_LEXICON_FIELDS);
    assert_slice(row.fields[RO_LEXICON_FIELDS - 1], "h | i");
    assert_true(ro_lexicon_next(&reader, &row));
    assert_int_equal(row.field_count, 2);
    assert_slice(row.fields[1], "");
    assert_false(ro_lexicon_next(&reader, &row));
}

static void an_error_points_at_its_field(void **state)
{
    (void)state;
    struct lexicon_reader reader;
    struct lexicon_row row;
    struct readout_error error;
    ro_lexicon_start(&reader, &words);
    assert_true(ro_lexicon_next(&reader, &row));
    assert_int_equal(ro_lexicon_error(&reader, &row, 1, &error, "no act \"%s\"", "asert"), READOUT_BAD_LEXICON);
    assert_string_equal(error.message, "words.txt:3:9: no act \"asert\"");
    ro_lexicon_error(&reader, &row, 5, &error, "a field is missing");
    assert_string_equal(error.message, "words.txt:3:1: a field is missing");
}

static void shares_are_from_0_to_1(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double share;
    } good[] = {{"0", 0}, {"1", 1}, {"0.35", 0.35}, {".5", 0.5}, {"1.", 1}, {"0.000", 0}};
    static const char *const wrong[] = {"", ".", "1.01", "2", "-0", "0,5", "0.5 ", "1e-1", "0x1", "nan", "0.1.2"};
    double share;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(ro_share_read(ro_slice(good[i].text), &share));
        assert_true(share == good[i].share);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(ro_share_read(ro_slice(wrong[i]), &share));
}

static void the_last_score_of_a_kind_counts(void **state)
{
    (void)state;
    struct min_scores scores = {.statement = 0.5, .event = 0.5, .position = 0.5, .dispute = 0.5};
    struct readout_error error;
    assert_int_equal(ro_min_scores_read(&scores, "statement=0.25", &error), READOUT_OK);
    assert_true(scores.statement == 0.25);
    assert_int_equal(ro_min_scores_read(&scores, "statement=0.25,0.75", &error), READOUT_OK);
    assert_true(scores.statement == 0.75);
    assert_int_equal(ro_min_scores_read(&scores, "0.125,event=0.25", &error), READOUT_OK);
    assert_true(scores.statement == 0.125 && scores.event == 0.25 && scores.position == 0.125 &&
                scores.dispute == 0.125);
    assert_int_equal(ro_min_scores_read(&scores, "position=0.75,dispute=1", &error), READOUT_OK);
    assert_true(scores.statement == 0.125 && scores.event == 0.25 && scores.position == 0.75 &&
                scores.dispute == 1);
}

static void what_is_no_score_is_named(void **state)
{
    (void)state;
    static const char *const wrong[] = {"dispute=2", "dispute=", "disputes=1", "position", "time=1", ""};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct min_scores scores;
        struct readout_error error;
        char text[32], message[200];
        snprintf(text, sizeof text, "0.5,%s", wrong[i]);
        snprintf(message, sizeof message,
                 "min-score: \"%s\" is no score: write a number from 0 to 1, or statement=, event=, position=, "
                 "dispute=NUMBER",
                 wrong[i]);
        assert_int_equal(ro_min_scores_read(&scores, text, &error), READOUT_BAD_ARGUMENT);
        assert_string_equal(error.message, message);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_of_the_calendar),    cmocka_unit_test(a_hash_is_of_all_parts),
        cmocka_unit_test(an_error_is_cut_to_its_room),  cmocka_unit_test(spans_are_half_open),
        cmocka_unit_test(rows_are_fields_between_bars), cmocka_unit_test(an_error_points_at_its_field),
        cmocka_unit_test(shares_are_from_0_to_1),       cmocka_unit_test(the_last_score_of_a_kind_counts),
        cmocka_unit_test(what_is_no_score_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

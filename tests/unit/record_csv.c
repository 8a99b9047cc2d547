/* record_csv.c: the table of statements as CSV: a row a line, whatever the text. */
#include "record_sample.h"

static const char quay[] = "Ada \"Al\" Lund told\nthe crew, \"We,\" he said, \"pay,\" at the quay on May 3.";

static struct span at(const char *words)
{
    return sample_span(quay, words);
}

static struct readout_record *quay_record(void)
{
    static struct span contents[2], quotes[2];
    static struct party crew;
    static struct statement statements[2];
    static struct time_expression time = {.type = RO_DATE, .value = "2019-05-03"};
    struct readout_record *record = sample_record(quay, sizeof quay - 1);
    contents[0] = at("\"We,\"");
    contents[1] = at("\"pay,\"");
    quotes[0] = at("We,");
    quotes[1] = at("pay,");
    crew.span = at("the crew");
    statements[0] = (struct statement){.form = READOUT_DIRECT,
                                       .source.span = at("Ada \"Al\" Lund"),
                                       .cue = at("told\nthe"),
                                       .lemma = "tell",
                                       .act = READOUT_ASSERT,
                                       .contents = contents,
                                       .content_count = 2,
                                       .quotes = quotes,
                                       .quote_count = 2,
                                       .addressees = &crew,
                                       .addressee_count = 1,
                                       .setting = at("at the quay"),
                                       .time = 0,
                                       .within = RO_NONE,
                                       .score = 0.75};
    statements[1] = (struct statement){
        .contents = contents + 1, .content_count = 1, .time = RO_NONE, .within = 0, .score = 0.5};
    time.span = at("May 3");
    record->document.times = &time;
    record->document.time_count = 1;
    record->document.meta.id = "a,b";
    record->document.statements = statements;
    record->document.statement_count = 2;
    return record;
}

static void a_statement_is_a_line(void **state)
{
    (void)state;
    struct readout_record *record = quay_record();
    struct written written = sample_write(record, READOUT_CSV, NULL);
    assert_string_equal(
        written.data,
        "\"a,b\",\"\",0,,\"direct\",\"Ada \"\"Al\"\" Lund\",\"\",\"\",\"\",\"told the\",\"tell\",\"assert\",\"\"\"We,\"\" | \"\"pay,\"\"\","
        "\"We, | pay,\",\"the crew\",\"at the quay\",\"May 3\",\"2019-05-03\",0.75,\"0-13\",\"14-22\",\"29-34 | 44-50\",\"51-62\"\n"
        "\"a,b\",\"\",1,0,\"direct\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\"pay,\"\"\",\"\",\"\",\"\",\"\",\"\",0.5,\"\",\"\",\"44-50\",\"\"\n");
    free(written.data);
    readout_record_free(record);
}

static void the_columns_are_as_many_as_the_fields(void **state)
{
    (void)state;
    const char *columns = readout_columns(READOUT_CSV, READOUT_STATEMENTS);
    unsigned commas = 0;
    for (const char *c = columns; *c; c++)
        commas += *c == ',';
    assert_int_equal(commas, 22);
    assert_null(readout_columns(READOUT_CSV, (enum readout_table)99));
}

static void the_library_tells_the_same(void **state)
{
    (void)state;
    struct readout_record *record = quay_record();
    struct readout_span span;
    size_t within, time;
    assert_int_equal(readout_statement_addressee_count(record, 0), 1);
    assert_int_equal(readout_statement_addressee(record, 0, 0).begin, at("the crew").begin);
    assert_int_equal(readout_statement_addressee(record, 0, 1).end, 0);
    assert_true(readout_statement_setting(record, 0, &span));
    assert_int_equal(span.end, at("at the quay").end);
    assert_false(readout_statement_setting(record, 1, &span));
    assert_true(readout_statement_time(record, 0, &time));
    assert_false(readout_statement_time(record, 1, &time));
    assert_int_equal(readout_time_count(record), 1);
    assert_int_equal(readout_time_span(record, 0).begin, at("May 3").begin);
    assert_string_equal(readout_time_type(record, 0), "DATE");
    assert_string_equal(readout_time_value(record, 0), "2019-05-03");
    assert_null(readout_time_mod(record, 0));
    assert_null(readout_time_value(record, 1));
    assert_false(readout_statement_within(record, 0, &within));
    assert_true(readout_statement_within(record, 1, &within));
    assert_int_equal(within, 0);
    assert_false(readout_statement_within(record, 2, &within));
    readout_record_free(record);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_statement_is_a_line),
        cmocka_unit_test(the_columns_are_as_many_as_the_fields),
        cmocka_unit_test(the_library_tells_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

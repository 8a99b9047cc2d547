/* record_events.c: events as PETRARCH2, Phoenix, ICEWS and POLECAT have them, and as CSV; one a day. */
#include "event_sample.h"

static struct arena arena;
static const struct coder *coder;

static int load(void **state)
{
    (void)state;
    ro_arena_init(&arena);
    coder = events_coder(&arena);
    return 0;
}

static int unload(void **state)
{
    (void)state;
    ro_arena_release(&arena);
    return 0;
}

static void check(enum readout_format format, const struct readout_writing *writing, const char *expected)
{
    struct readout_record *record = talks_record(coder);
    struct written written = sample_write(record, format, writing);
    assert_string_equal(written.data, expected);
    free(written.data);
    readout_record_free(record);
}

/* The fields of a line, parted by tabs. */
static unsigned fields_of(const char *line)
{
    unsigned count = 1;
    for (; *line && *line != '\n'; line++)
        count += *line == '\t';
    return count;
}

static void petrarch_has_one_row_a_story_for_each_two_with_codes(void **state)
{
    (void)state;
    check(READOUT_PETRARCH, NULL,
          "20190228\tFRAGOV\tGRCGOVELI\t040\tOIL,2\ttalks_1\thttps://example.org/1\tAP\n"
          "20190228\tFRA\tGRCGOVELI\t040\tOIL,3;TALKS,1\ttalks_1;talks_3\thttps://example.org/1\tAP\n"
          "20190301\tFRAGOV\t---JUD\t1121\tCOURTS,1\ttalks_2\thttps://example.org/1\tAP\n");
}

static void petrarch_fields_are_texts_and_roots(void **state)
{
    (void)state;
    check(
        READOUT_PETRARCH, &(const struct readout_writing){.petrarch_fields = true},
        "20190228\tFRAGOV\tGRCGOVELI\t040\tOIL,2\ttalks_1\thttps://example.org/1\tAP\tPresident Ada Lund of France\t"
        "the Greek premier\tmet\tAda Lund\tpremier\n"
        "20190228\tFRA\tGRCGOVELI\t040\tOIL,3;TALKS,1\ttalks_1;talks_3\thttps://example.org/1\tAP\tFrance\t"
        "the Greek premier\tmet\tFrance\tpremier\n"
        "20190301\tFRAGOV\t---JUD\t1121\tCOURTS,1\ttalks_2\thttps://example.org/1\tAP\tShe\tthe court\tsue the\t"
        "Ada Lund\tthe court\n");
}

static void what_is_not_known_is_left_out_or_null(void **state)
{
    (void)state;
    struct readout_record *record = talks_record(coder);
    record->document.meta = (struct readout_meta){.id = "talks_7", .sentence = true};
    record->document.event_count = 1;
    record->document.issue_count = 0;
    record->document.events[0].source_count = 1;
    record->document.events[0].date = "2019-02";
    struct written written = sample_write(record, READOUT_PETRARCH, NULL);
    assert_string_equal(written.data, "\tFRAGOV\tGRCGOVELI\t040\t\ttalks_7\tNULL\n");
    free(written.data);
    record->document.meta = (struct readout_meta){.id = NULL};
    written = sample_write(record, READOUT_PETRARCH, NULL);
    assert_int_equal(strncmp(written.data + strlen("\tFRAGOV\tGRCGOVELI\t040\t\t"), record->sha256, 16), 0);
    free(written.data);
    readout_record_free(record);
}

static void phoenix_has_26_fields(void **state)
{
    (void)state;
    check(READOUT_PHOENIX, NULL,
          "1_" READOUT_VERSION
          "\t20190228\t2019\t02\t28\tFRAGOV\tFRA\tGOV\t\tGRCGOVELI\tGRC\tGOV\tELI\t040\t04\t1\t1.0\tOIL,2\t"
          "33.66094\t-95.55551\tParis\tTexas\tUnited States\ttalks_1\thttps://example.org/1\tAP\n"
          "2_" READOUT_VERSION
          "\t20190228\t2019\t02\t28\tFRA\tFRA\t\t\tGRCGOVELI\tGRC\tGOV\tELI\t040\t04\t1\t1.0\tOIL,3;TALKS,1\t"
          "33.66094\t-95.55551\tParis\tTexas\tUnited States\ttalks_1;talks_3\thttps://example.org/1\tAP\n"
          "3_" READOUT_VERSION
          "\t20190301\t2019\t03\t01\tFRAGOV\tFRA\tGOV\t\tJUD\t\tJUD\t\t1121\t11\t3\t-2.0\tCOURTS,1\t"
          "\t\t\t\t\ttalks_2\thttps://example.org/1\tAP\n");
}

static bool is_written(const char *cameo, enum modality modality, enum polarity polarity)
{
    struct readout_record *record = talks_record(coder);
    struct event *event = &record->document.events[3];
    event->cameo = cameo, event->modality = modality, event->polarity = polarity;
    record->document.events = event;
    record->document.event_count = 1;
    struct readout_days *days;
    struct written written = {0};
    assert_int_equal(readout_days_open(READOUT_PETRARCH, NULL, &days), READOUT_OK);
    assert_int_equal(readout_days_add(days, record), READOUT_OK);
    assert_int_equal(readout_days_write(days, sample_sink, &written), READOUT_OK);
    readout_days_free(days);
    readout_record_free(record);
    free(written.data);
    return written.length > 0;
}

static void what_happened_is_written(void **state)
{
    (void)state;
    assert_true(is_written("042", RO_ASSERTED, RO_POSITIVE));
    assert_false(is_written("042", RO_ASSERTED, RO_NEGATIVE));
    assert_false(is_written("042", RO_PLANNED, RO_POSITIVE));
    assert_true(is_written("036", RO_PLANNED, RO_POSITIVE));
    assert_false(is_written("036", RO_PLANNED, RO_NEGATIVE));
    assert_false(is_written("036", RO_POSSIBLE, RO_POSITIVE));
    assert_false(is_written("087", RO_DEMANDED, RO_POSITIVE));
    assert_true(is_written("1056", RO_DEMANDED, RO_POSITIVE));
    assert_true(is_written("0256", RO_DEMANDED, RO_POSITIVE));
    assert_false(is_written("1056", RO_HYPOTHETICAL, RO_POSITIVE));
}

static void of_statements_and_appeals_phoenix_has_the_class_0(void **state)
{
    (void)state;
    struct readout_record *record = talks_record(coder);
    record->document.events[3].cameo = "020", record->document.events[3].quad = 1;
    record->document.events += 3;
    record->document.event_count = 1;
    struct written written = sample_write(record, READOUT_PHOENIX, NULL);
    assert_contains(written.data, "\t020\t02\t0\t-2.0\t");
    assert_int_equal(fields_of(written.data), 26);
    free(written.data);
    readout_record_free(record);
}

static void icews_has_names_and_20_fields(void **state)
{
    (void)state;
    check(
        READOUT_ICEWS, NULL,
        "talks-0\t2019-02-28\tAda Lund\tGOV\tFrance\tConsult\t040\t1.0\tpremier\tGOV,ELI\tGreece\ttalks\t1\tAP\tParis\t\tTexas\t"
        "United States\t33.66094\t-95.55551\n"
        "talks-0.2\t2019-02-28\tFrance\t\tFrance\tConsult\t040\t1.0\tpremier\tGOV,ELI\tGreece\ttalks\t1\tAP\tParis\t\tTexas\t"
        "United States\t33.66094\t-95.55551\n"
        "talks-1\t2019-02-28\tFrance\t\tFrance\tConsult\t040\t1.0\tpremier\tGOV,ELI\tGreece\ttalks\t3\tAP\t\t\t\t\t\t\n"
        "talks-3\t2019-03-01\tAda Lund\tGOV\tFrance\tAccuse of crime, corruption\t1121\t-2.0\tthe court\tJUD\t\ttalks\t2\tAP\t"
        "\t\t\t\t\t\n");
    assert_int_equal(fields_of(readout_columns(READOUT_ICEWS, READOUT_STATEMENTS)), 20);
}

static void polecat_has_a_row_an_event_and_40_fields(void **state)
{
    (void)state;
    check(
        READOUT_POLECAT, NULL,
        "talks-0\t2019-02-28\tCONSULT\tNone\t1.0\tVERBAL COOPERATION\tNone\tAda Lund;France\tFRA;FRA\tNone\tGOV\tGOV\tPresident\t"
        "President Ada Lund of France;France\tNone\tpremier\tGRC\tNone\tGOV\tGOV;ELI\tNone\tthe Greek premier\tNone\tParis\t"
        "Paris\tNone\tTexas\tUSA\t33.66094\t-95.55551\t4717560\tParis\tNone\tAP\t2019-03-01\tAda Lund\tNone\tFrance;Paris\ten\t" READOUT_VERSION
        "\n"
        "talks-1\t2019-02-28\tCONSULT\tNone\t1.0\tVERBAL COOPERATION\tNone\tFrance\tFRA\tNone\tNone\tNone\tNone\tFrance\tNone\t"
        "premier\tGRC\tNone\tGOV\tGOV;ELI\tNone\tNone\tNone\tNone\tNone\tNone\tNone\tNone\tNone\tNone\tNone\tNone\tNone\tAP\t"
        "2019-03-01\tAda Lund\tNone\tFrance;Paris\ten\t" READOUT_VERSION "\n"
        "talks-3\t2019-03-01\tACCUSE\tallege\t-2.0\tVERBAL CONFLICT\tcrime;corruption\tAda Lund\tFRA\tNone\tGOV\tGOV\tPresident\t"
        "She\tNone\tthe court\tNone\tNone\tJUD\tJUD\tNone\tthe court\tNone\tNone\tNone\tNone\tNone\tNone\tNone\tNone\tNone\t"
        "None\tNone\tAP\t2019-03-01\tAda Lund\tNone\tFrance;Paris\ten\t" READOUT_VERSION "\n");
    assert_int_equal(fields_of(readout_columns(READOUT_POLECAT, READOUT_STATEMENTS)), 40);
}

static void csv_has_all_that_is_said_of_events(void **state)
{
    (void)state;
    struct readout_record *record = talks_record(coder);
    const struct readout_writing writing = {.table = READOUT_EVENTS};
    struct written written = sample_write(record, READOUT_CSV, &writing);
    static const char first[] =
        "\"talks\",\"https://example.org/1\",\"AP\",\"2019-03-01T08:00:00+01:00\",\"talks_1\",0,\"2019-02-28\",\"Ada Lund\","
        "\"FRAGOV\",\"FRA\",\"premier\",\"GRCGOVELI\",\"GRC\",\"040\",\"Consult\",\"CONSULT\",\"\",\"\",1,1,\"met\",\"29-32\","
        "\"positive\",\"asserted\",\"past\",\"\",\"\",\"\",\"Paris\",\"USA\",33.66094,-95.55551,\"OIL,2\",\"verbs.txt:1\",0.75\n";
    unsigned lines = 0;
    for (const char *c = written.data; *c; c++)
        lines += *c == '\n';
    assert_int_equal(lines, 6);
    assert_int_equal(strncmp(written.data, first, sizeof first - 1), 0);
    assert_contains(written.data, "\"possible\"");
    assert_contains(written.data, "\"crime | corruption\",3,-2,\"sue the\"");
    assert_contains(
        written.data,
        "\"Ada Lund\",\"FRAGOV\",\"FRA\",\"\",\"\",\"\",\"010\",\"Make statement\",\"\",\"\",\"\",1,0,");
    free(written.data);
    readout_record_free(record);
}

/* One a day */

static struct written write_days(enum readout_format format, const struct readout_writing *writing)
{
    struct written written = {0};
    struct readout_days *days;
    assert_int_equal(readout_days_open(format, writing, &days), READOUT_OK);
    for (int i = 0; i < 3; i++) {
        struct readout_record *record = talks_record(coder);
        const char *const ids[] = {"a", "b", NULL};
        record->document.meta.id = ids[i];
        record->document.meta.uri = i == 1 ? NULL : "u";
        record->document.event_count = i == 2 ? 0 : 2;
        assert_int_equal(readout_days_add(days, record), READOUT_OK);
        readout_record_free(record);
    }
    assert_int_equal(readout_days_write(days, sample_sink, &written), READOUT_OK);
    readout_days_free(days);
    assert_non_null(written.data);
    return written;
}

static void of_several_records_one_row_a_day(void **state)
{
    (void)state;
    struct written written = write_days(READOUT_PETRARCH, NULL);
    assert_string_equal(written.data, "20190228\tFRAGOV\tGRCGOVELI\t040\tOIL,4\ta_1;b_1\tu\tAP;AP\n"
                                      "20190228\tFRA\tGRCGOVELI\t040\tOIL,6;TALKS,2\ta_1;a_3;b_1;b_3\tu\tAP;AP\n");
    free(written.data);
    written = write_days(READOUT_PHOENIX, NULL);
    assert_contains(written.data, "\tUnited States\ta_1;b_1\tu\tAP;AP\n2_");
    free(written.data);
    written = write_days(READOUT_CSV, &(const struct readout_writing){.table = READOUT_EVENTS});
    assert_contains(written.data,
                    "\"a\",\"u\",\"AP | AP\",\"2019-03-01T08:00:00+01:00\",\"a_1 | a_3 | b_1 | b_3\",0,");
    free(written.data);
}

static void not_of_every_format(void **state)
{
    (void)state;
    struct readout_days *days;
    assert_int_equal(readout_days_open(READOUT_JSON, NULL, &days), READOUT_BAD_ARGUMENT);
    assert_int_equal(readout_days_open(READOUT_CSV, NULL, &days), READOUT_BAD_ARGUMENT);
    assert_int_equal(readout_days_open(READOUT_ICEWS, NULL, &days), READOUT_BAD_ARGUMENT);
    assert_null(days);
    readout_days_free(NULL);
}

static void the_library_tells_issues(void **state)
{
    (void)state;
    struct readout_record *record = talks_record(coder);
    struct readout_issue issue;
    assert_int_equal(readout_issue_count(record), 4);
    assert_true(readout_issue(record, 3, &issue));
    assert_string_equal(issue.name, "TALKS");
    assert_int_equal(issue.sentence, 2);
    assert_int_equal(issue.count, 1);
    assert_false(readout_issue(record, 4, &issue));
    readout_record_free(record);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(petrarch_has_one_row_a_story_for_each_two_with_codes),
        cmocka_unit_test(petrarch_fields_are_texts_and_roots),
        cmocka_unit_test(what_is_not_known_is_left_out_or_null),
        cmocka_unit_test(phoenix_has_26_fields),
        cmocka_unit_test(what_happened_is_written),
        cmocka_unit_test(of_statements_and_appeals_phoenix_has_the_class_0),
        cmocka_unit_test(icews_has_names_and_20_fields),
        cmocka_unit_test(polecat_has_a_row_an_event_and_40_fields),
        cmocka_unit_test(csv_has_all_that_is_said_of_events),
        cmocka_unit_test(of_several_records_one_row_a_day),
        cmocka_unit_test(not_of_every_format),
        cmocka_unit_test(the_library_tells_issues),
    };
    return cmocka_run_group_tests(tests, load, unload);
}

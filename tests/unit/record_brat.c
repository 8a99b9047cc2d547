/* record_brat.c: a record as brat's annotations: each line points at words of the text and at lines that are there. */
#include "entity_sample.h"

static const char whole[] = "T1\tPerson 2 25\tMayor Ada Lund of Kelso\n"
                            "A1\tKind T1 name\n"
                            "#1\tAnnotatorNotes T1\tAda Lund; GBR; GBRGOV; Mayor of Kelso\n"
                            "T2\tPerson 65 68\ther\n"
                            "A2\tKind T2 pronoun\n"
                            "R1\tCoref Arg1:T2 Arg2:T1\n"
                            "T3\tPerson 105 108\tshe\n"
                            "A3\tKind T3 pronoun\n"
                            "R2\tCoref Arg1:T3 Arg2:T2\n"
                            "T4\tPerson 46 55\tOlaf Lund\n"
                            "A4\tKind T4 name\n"
                            "#2\tAnnotatorNotes T4\tOlaf Lund\n"
                            "T5\tPlace 20 25\tKelso\n"
                            "A5\tKind T5 name\n"
                            "#3\tAnnotatorNotes T5\tKelso; GBR; geonames 2645822\n"
                            "T6\tGroup 80 93\tThe two Lunds\n"
                            "A6\tKind T6 nominal\n"
                            "#4\tAnnotatorNotes T6\tThe two Lunds\n"
                            "R3\tMember Arg1:T6 Arg2:T1\n"
                            "R4\tMember Arg1:T6 Arg2:T4\n"
                            "T7\tTime 34 40\tFriday\n"
                            "#5\tAnnotatorNotes T7\tDATE 2024-05-03\n"
                            "T8\tStatement 26 30\tsaid\n"
                            "T9\tSource 2 25\tMayor Ada Lund of Kelso\n"
                            "R5\tWho Arg1:T9 Arg2:T1\n"
                            "T10\tContent 41 73;74 79\tthat Olaf Lund had told her: \"We pay.\"\n"
                            "E1\tStatement:T8 Source:T9 Content:T10 Time:T7\n"
                            "A7\tForm E1 mixed\n"
                            "A8\tAct E1 assert\n"
                            "T11\tStatement 60 64\ttold\n"
                            "T12\tSource 46 55\tOlaf Lund\n"
                            "R6\tWho Arg1:T12 Arg2:T4\n"
                            "T13\tAddressee 65 68\ther\n"
                            "R7\tWho Arg1:T13 Arg2:T2\n"
                            "T14\tContent 70 73;74 79\t\"We pay.\"\n"
                            "E2\tStatement:T11 Source:T12 Addressee:T13 Content:T14 Within:E1\n"
                            "A9\tForm E2 direct\n"
                            "A10\tAct E2 promise\n"
                            "T15\tStatement 109 113\tsaid\n"
                            "T16\tSource 105 108\tshe\n"
                            "R8\tWho Arg1:T16 Arg2:T3\n"
                            "T17\tContent 80 103\tThe two Lunds met later\n"
                            "E3\tStatement:T15 Source:T16 Content:T17\n"
                            "A11\tForm E3 indirect\n"
                            "A12\tAct E3 assert\n"
                            "T18\tStatement 94 97;98 103\tmet later\n"
                            "T19\tSource 80 93\tThe two Lunds\n"
                            "R9\tWho Arg1:T19 Arg2:T6\n"
                            "E4\tStatement:T18 Source:T19 Within:E3\n"
                            "A13\tForm E4 indirect\n";

static void assert_brat(struct readout_record *record, const char *expected)
{
    struct written written = sample_write(record, READOUT_BRAT, NULL);
    assert_string_equal(written.data, expected);
    free(written.data);
    readout_record_free(record);
}

static void annotations_are_of_mentions_times_and_statements(void **state)
{
    (void)state;
    assert_brat(lunds_record(), whole);
}

static void what_has_no_words_is_left_out(void **state)
{
    (void)state;
    struct readout_record *record = lunds_record();
    record->document.statement_count = 5;
    record->document.statements[3].within = 4;
    char *expected = strdup(whole), *within = strstr(expected, " Within:E3");
    memmove(within, within + strlen(" Within:E3"), strlen(within + strlen(" Within:E3")) + 1);
    assert_brat(record, expected);
    free(expected);
}

/* The .ann of a statement whose content is a whole text. */
static void assert_fragments(const char *text, const char *expected)
{
    struct span content = {0, (uint32_t)strlen(text)};
    struct statement statement = {.contents = &content, .content_count = 1, .time = RO_NONE, .within = RO_NONE};
    struct readout_record *record = sample_record(text, strlen(text));
    record->document.statements = &statement, record->document.statement_count = 1;
    struct written written = sample_write(record, READOUT_BRAT, NULL);
    *strchr(written.data, '\n') = '\0';
    assert_string_equal(written.data, expected);
    free(written.data);
    readout_record_free(record);
}

static void a_fragment_is_what_stands_on_a_line(void **state)
{
    (void)state;
    assert_fragments("We pay.", "T1\tStatement 0 7\tWe pay.");
    assert_fragments("We  \r\n\n  pay\t\xC3\xA9\n", "T1\tStatement 0 2;9 12;13 14\tWe pay \xC3\xA9");
    assert_fragments("a\xC2\x85"
                     "b\xE2\x80\xA8"
                     "c\xE2\x80\xA9"
                     "d\x7F"
                     "e\xE2\x80\x99\xC2\xA0",
                     "T1\tStatement 0 1;2 3;4 5;6 7;8 11\ta b c d e\xE2\x80\x99\xC2\xA0");
}

static void mentions_without_words_are_passed_over(void **state)
{
    (void)state;
    static struct mention mentions[3];
    static struct entity entity;
    struct readout_record *record = sample_record("a\n\nb", 4);
    for (uint32_t i = 0; i < 3; i++)
        mentions[i] = (struct mention){{i, i + 1}, {i, i + 1}, RO_NAME, 1};
    mentions[2].span = (struct span){3, 4};
    entity = (struct entity){.name = "a\tb", .mentions = mentions, .mention_count = 3};
    record->document.entities = &entity, record->document.entity_count = 1;
    assert_brat(record, "T1\tPerson 0 1\ta\nA1\tKind T1 name\n#1\tAnnotatorNotes T1\ta b\n"
                        "T3\tPerson 3 4\tb\nA2\tKind T3 name\nR1\tCoref Arg1:T3 Arg2:T1\n");
}

static void many_addressees_are_numbered(void **state)
{
    (void)state;
    static struct party parties[300];
    struct span content = {0, 1};
    struct statement statement = {.contents = &content,
                                  .content_count = 1,
                                  .addressees = parties,
                                  .addressee_count = 300,
                                  .time = RO_NONE,
                                  .within = RO_NONE};
    struct readout_record *record = sample_record("a", 1);
    for (size_t i = 0; i < 300; i++)
        parties[i].span = (struct span){0, 1};
    record->document.statements = &statement, record->document.statement_count = 1;
    struct written written = sample_write(record, READOUT_BRAT, NULL);
    assert_non_null(strstr(written.data, "\nE1\tStatement:T1 Addressee:T2 Addressee2:T3 "));
    const char *event = strstr(written.data, "\nE1"), *end = strchr(event + 1, '\n');
    assert_true(end[-1] >= '0' && end[-1] <= '9'); /* a line is as long as it may be, but whole */
    assert_memory_equal(end, "\nA1\tForm E1 direct\n", 19);
    free(written.data);
    readout_record_free(record);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(annotations_are_of_mentions_times_and_statements),
        cmocka_unit_test(what_has_no_words_is_left_out),
        cmocka_unit_test(a_fragment_is_what_stands_on_a_line),
        cmocka_unit_test(mentions_without_words_are_passed_over),
        cmocka_unit_test(many_addressees_are_numbered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

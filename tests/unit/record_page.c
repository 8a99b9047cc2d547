/* record_page.c: the page for people: what stands on it, and how it is laid out. */
#include "event_sample.h"

/* The page of a record, which is freed. */
static struct written page_of(struct readout_record *record, bool color, unsigned width)
{
    struct written page = sample_write(record, READOUT_PAGE,
                                       &(struct readout_writing){.color = color, .width = width});
    readout_record_free(record);
    return page;
}

static void assert_page(struct readout_record *record, bool color, unsigned width, const char *expected)
{
    struct written page = page_of(record, color, width);
    assert_string_equal(page.data, expected);
    free(page.data);
}

static const char harbour[] =
    "Talks end\n"
    "Mayor Ada Lund told reporters at the quay that the port would \"never be sold\" to anyone.\n"
    "\"Lower fees,\" she said, \"and now.\" It was asked whether Roe denied it.\n";

static struct span at(const char *words)
{
    return sample_span(harbour, words);
}

static struct readout_record *harbour_record(void)
{
    static struct span contents[5], quotes[3];
    static struct party reporters;
    static struct statement statements[4];
    static struct sentence sentences[1];
    contents[0] = at("that the port would \"never be sold\" to anyone");
    contents[1] = quotes[1] = at("\"Lower fees,\"");
    contents[2] = quotes[2] = at("\"and now.\"");
    contents[3] = at("whether Roe denied it");
    contents[4] = at("it.");
    quotes[0] = at("\"never be sold\"");
    reporters.span = at("reporters");
    statements[0] = (struct statement){.form = READOUT_MIXED,
                                       .source.span = at("Mayor Ada Lund"),
                                       .cue = at("told"),
                                       .contents = contents,
                                       .content_count = 1,
                                       .quotes = quotes,
                                       .quote_count = 1,
                                       .addressees = &reporters,
                                       .addressee_count = 1,
                                       .setting = at("at the quay"),
                                       .time = RO_NONE,
                                       .within = RO_NONE};
    statements[1] = (struct statement){.form = READOUT_DIRECT,
                                       .source.span = at("she"),
                                       .cue = at("said"),
                                       .contents = contents + 1,
                                       .content_count = 2,
                                       .quotes = quotes + 1,
                                       .quote_count = 2,
                                       .time = RO_NONE,
                                       .within = RO_NONE};
    statements[2] = (struct statement){.form = READOUT_INDIRECT,
                                       .cue = at("asked"),
                                       .contents = contents + 3,
                                       .content_count = 1,
                                       .time = RO_NONE,
                                       .within = RO_NONE};
    statements[3] = (struct statement){.form = READOUT_INDIRECT,
                                       .source.span = at("Roe"),
                                       .cue = at("denied"),
                                       .contents = contents + 4,
                                       .content_count = 1,
                                       .time = RO_NONE,
                                       .within = 2};
    struct readout_record *record = sample_record(harbour, sizeof harbour - 1);
    record->document.statements = statements, record->document.statement_count = 4;
    record->document.sentences = sentences, record->document.sentence_count = 1;
    record->document.meta = (struct readout_meta){.id = "harbour", .title = "Talks end", .published = "2024-05-03"};
    return record;
}

static void a_page_says_who_said_what(void **state)
{
    (void)state;
    assert_page(harbour_record(), false, 0,
                "Talks end\n"
                "2024-05-03 · harbour\n"
                "\n"
                "   2  Mayor Ada Lund · told reporters · at the quay\n"
                "        that the port would \"never be sold\" to anyone\n"
                "\n"
                "   3  she · said\n"
                "        \"Lower fees,\" … \"and now.\"\n"
                "\n"
                "   3  unnamed · asked\n"
                "        whether Roe denied it\n"
                "\n"
                "   3    Roe · denied\n"
                "          it.\n"
                "\n"
                "4 statements: 1 direct, 1 mixed, 2 indirect; 1 unnamed. 1 sentence, 0 words.\n"
                "\n");
}

static void a_page_is_wrapped_to_the_width(void **state)
{
    (void)state;
    assert_page(harbour_record(), false, 30,
                "Talks end\n"
                "2024-05-03 · harbour\n"
                "\n"
                "   2  Mayor Ada Lund · told\n"
                "      reporters · at the quay\n"
                "        that the port would\n"
                "        \"never be sold\" to\n"
                "        anyone\n"
                "\n"
                "   3  she · said\n"
                "        \"Lower fees,\" … \"and\n"
                "        now.\"\n"
                "\n"
                "   3  unnamed · asked\n"
                "        whether Roe denied it\n"
                "\n"
                "   3    Roe · denied\n"
                "          it.\n"
                "\n"
                "4 statements: 1 direct, 1\n"
                "mixed, 2 indirect; 1 unnamed.\n"
                "1 sentence, 0 words.\n"
                "\n");
}

#define BOLD(words) "\033[0;1m" words "\033[0m"
#define DIM(words) "\033[0;2m" words "\033[0m"
#define GREEN(words) "\033[0;32m" words "\033[0m"

/* Styles end with the line, and the blank behind a word has the style of the word. */
static void colours_mark_speakers_and_quotations(void **state)
{
    (void)state;
    struct readout_record *record = harbour_record();
    record->document.statement_count = 1;
    assert_page(
        record, true, 80,
        BOLD("Talks end") "\n" DIM(
            "2024-05-03 · harbour") "\n"
                                    "\n" DIM("   2") "  \033[0;1mMayor Ada Lund " DIM(
                                        "· told reporters · at the quay") "\n"
                                                                          "        that the port would " GREEN(
                                                                              "\"never be sold\" ") "to anyone\n"
                                                                                                    "\n" DIM(
                                                                                                        "1 statement: 0 direct, 1 mixed, 0 indirect; 0 unnamed. 1 sentence, 0 words.") "\n"
                                                                                                                                                                                       "\n");
}

static struct readout_record *record_of(struct readout_meta meta)
{
    struct readout_record *record = sample_record("", 0);
    record->document.meta = meta;
    return record;
}

#define TOTALS "0 statements: 0 direct, 0 mixed, 0 indirect; 0 unnamed. 0 sentences, 0 words.\n\n"

static void a_heading_has_what_is_known(void **state)
{
    (void)state;
    const struct readout_meta all = {.id = "id",
                                     .uri = "https://example.org/too/long",
                                     .title = "Talks",
                                     .publisher = "The Post",
                                     .author = "Jo",
                                     .published = "2024-05-03"};
    assert_page(record_of((struct readout_meta){.id = "id"}), false, 80, "id\n\n" TOTALS);
    assert_page(record_of((struct readout_meta){.author = "Jo"}), false, 80, "Jo\n\n" TOTALS);
    assert_page(record_of((struct readout_meta){.uri = "a:b"}), false, 80, "a:b\n\n" TOTALS);
    assert_page(record_of(all), false, 80,
                "Talks\nThe Post · Jo · 2024-05-03 · id\nhttps://example.org/too/long\n\n" TOTALS);
    struct written page = page_of(record_of(all), false, 24);
    assert_non_null(strstr(page.data, "\nThe Post · Jo ·\n2024-05-03 · id\nhttps://example.org/too/long\n\n"));
    free(page.data);
}

static void a_page_without_statements_has_totals(void **state)
{
    (void)state;
    assert_page(sample_record("", 0), false, 80, TOTALS);
}

/* A statement whose content is the whole text, at a width: the lines of the content, without their margin. */
static struct written content_lines(const char *text, unsigned width)
{
    struct span content = {0, (uint32_t)strlen(text)};
    struct statement statement = {.contents = &content, .content_count = 1, .time = RO_NONE, .within = RO_NONE};
    struct readout_record *record = sample_record(text, strlen(text));
    record->document.statements = &statement, record->document.statement_count = 1;
    struct written page = page_of(record, false, width), lines = {0};
    const char *line = strchr(page.data, '\n') + 1;
    for (; strncmp(line, "        ", 8) == 0; line = strchr(line, '\n') + 1)
        sample_sink(&lines, line + 8, strcspn(line + 8, "\n") + 1);
    free(page.data);
    return lines;
}

static void assert_lines(const char *text, unsigned width, const char *expected)
{
    struct written lines = content_lines(text, width);
    assert_string_equal(lines.data, expected);
    free(lines.data);
}

static void blanks_and_lines_become_one_blank(void **state)
{
    (void)state;
    assert_lines("  one\t two\r\n\nthree\xC2\x85"
                 "four\xE2\x80\xA8"
                 "five\xE3\x80\x80"
                 "six ",
                 80, "one two three four five six\n");
    assert_lines("aaaaaaaaaaaa 10\xC2\xA0km", 24, "aaaaaaaaaaaa\n10\xC2\xA0km\n"); /* a no-break space holds */
}

static void words_fill_a_line_to_its_end(void **state)
{
    (void)state;
    assert_lines("1234567 90123456 8", 24, "1234567 90123456\n8\n");
    assert_lines("1234567 901234567 9", 24, "1234567\n901234567 9\n");
}

static void a_word_that_fits_no_line_is_cut(void **state)
{
    (void)state;
    assert_lines("a 12345678901234567890", 24, "a\n1234567890123456\n7890\n");
}

static void width_is_counted_in_columns(void **state)
{
    (void)state;
    /* wide: 2 columns a character */
    assert_lines("日本語日本語日本 b", 24, "日本語日本語日本\nb\n");
    assert_lines("x日本語日本語日本", 24, "x日本語日本語日\n本\n");
    /* accents of their own: none; never parted from their letter */
    assert_lines("e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"
                 "e\u0301e\u0301e\u0301e\u0301",
                 24,
                 "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"
                 "e\u0301e\u0301e\u0301\ne\u0301\n");
    /* one picture of several characters: 2 */
    assert_lines("👩‍👩‍👧👩‍👩‍👧 12345678901 x", 24,
                 "👩‍👩‍👧👩‍👩‍👧 12345678901\nx\n");
}

static void nothing_in_a_text_commands_the_terminal(void **state)
{
    (void)state;
    assert_lines("a\033[31mb\x07"
                 "c\x7f\xC2\x9B"
                 "0md\u202Ee\u202Cf\u2066g\u2069h\u200Di",
                 80, "a\uFFFD[31mb\uFFFDc\uFFFD\uFFFD0md\uFFFDe\uFFFDf\uFFFDg\uFFFDh\u200Di\n");
    struct readout_record *record = sample_record("a\0b", 3);
    record->document.meta = (struct readout_meta){.id = "\033]0;x\a", .publisher = "\b"};
    struct written page = page_of(record, false, 80);
    assert_memory_equal(page.data, "\uFFFD]0;x\uFFFD\n\uFFFD\n\n0 st", 20);
    free(page.data);
}

static void lines_are_found_in_both_directions(void **state)
{
    (void)state;
    static const char text[] = "a\nb\nc\n";
    struct span contents[] = {{4, 5}, {0, 1}, {2, 3}, {4, 5}};
    struct statement statements[4];
    for (size_t i = 0; i < 4; i++)
        statements[i] = (struct statement){
            .contents = contents + i, .content_count = 1, .time = RO_NONE, .within = RO_NONE};
    struct readout_record *record = sample_record(text, sizeof text - 1);
    record->document.statements = statements, record->document.statement_count = 4;
    struct written page = page_of(record, false, 80);
    assert_non_null(strstr(page.data, "   3  unnamed\n        c\n\n   1  unnamed\n        a\n\n"
                                      "   2  unnamed\n        b\n\n   3  unnamed\n        c\n\n"));
    free(page.data);
}

static void deep_nesting_and_circles_end(void **state)
{
    (void)state;
    struct span content = {0, 4};
    struct statement statements[7];
    for (uint32_t i = 0; i < 7; i++)
        statements[i] = (struct statement){
            .contents = &content, .content_count = 1, .time = RO_NONE, .within = i ? i - 1 : 6};
    struct readout_record *record = sample_record("deep", 4);
    record->document.statements = statements, record->document.statement_count = 7;
    struct written page = page_of(record, false, 80);
    for (const char *at = page.data; (at = strstr(at, "unnamed\n")); at += strlen("unnamed\n"))
        assert_memory_equal(at - 14, "   1          ", 14);
    free(page.data);
}

static void addressees_are_joined(void **state)
{
    (void)state;
    static const char text[] = "\"Go,\" Roe said to Lund and to Kim.";
    struct span content = sample_span(text, "\"Go,\"");
    struct party parties[2] = {{.span = sample_span(text, "Lund")}, {.span = sample_span(text, "Kim")}};
    struct statement statement = {.contents = &content,
                                  .content_count = 1,
                                  .source.span = sample_span(text, "Roe"),
                                  .cue = sample_span(text, "said"),
                                  .addressees = parties,
                                  .addressee_count = 2,
                                  .time = RO_NONE,
                                  .within = RO_NONE};
    struct readout_record *record = sample_record(text, sizeof text - 1);
    record->document.statements = &statement, record->document.statement_count = 1;
    struct written page = page_of(record, false, 80);
    assert_non_null(strstr(page.data, "   1  Roe · said to Lund and Kim\n        \"Go,\"\n"));
    free(page.data);
}

static void warnings_name_their_line(void **state)
{
    (void)state;
    struct warning warnings[12];
    for (size_t i = 0; i < 12; i++)
        warnings[i] = (struct warning){"code", "a word lost letters and cannot be read", {2, 4}};
    warnings[0].span = RO_NO_SPAN;
    struct readout_record *record = sample_record("a\nly", 4);
    record->document.warnings = warnings, record->document.warning_count = 12;
    struct written page = page_of(record, false, 40);
    assert_non_null(strstr(page.data,
                           ".\nwarning: a word lost letters and cannot\n  be read\n"
                           "warning: line 2 · ly · a word lost\n  letters and cannot be read\nwarning:"));
    assert_non_null(strstr(page.data, "cannot be read\nand 2 more warnings\n\n"));
    free(page.data);
}

static void warnings_show_the_first_words_of_their_place(void **state)
{
    (void)state;
    static const char text[] = "ééééééééé ééééééééé ééééééééé ééééééééé no more";
    struct warning warning = {"code", "odd", {0, sizeof text - 1}};
    struct readout_record *record = sample_record(text, sizeof text - 1);
    record->document.warnings = &warning, record->document.warning_count = 1;
    struct written page = page_of(record, false, 100);
    assert_non_null(strstr(page.data, "warning: line 1 · ééééééééé ééééééééé ééééééééé ééééééééé · odd\n\n"));
    free(page.data);
}

static void events_say_who_did_what_to_whom(void **state)
{
    (void)state;
    struct arena arena;
    ro_arena_init(&arena);
    struct readout_record *record = talks_record(events_coder(&arena));
    record->document.event_count = 4;
    struct written page = page_of(record, false, 80);
    assert_non_null(strstr(page.data, "events\n"
                                      "   1  Ada Lund (FRAGOV), France (FRA) → premier (GRCGOVELI)\n"
                                      "        040 Consult · CONSULT · met · 2019-02-28 · in Paris\n"
                                      "\n"
                                      "   1  France (FRA) → premier (GRCGOVELI)\n"));
    assert_non_null(strstr(page.data, " · possible\n        115 "));
    assert_non_null(strstr(page.data,
                           "   2  Ada Lund (FRAGOV) → the court (~JUD)\n"
                           "        1121 Accuse of crime, corruption · ACCUSE allege · sue the · 2019\n"));
    assert_non_null(strstr(page.data, "0 unnamed. 4 events. 3 sentences"));
    free(page.data);
    ro_arena_release(&arena);
}

static struct readout_record *denial(struct event events[2], struct statement *statement, uint32_t statement_count)
{
    static struct entity entities[2] = {{.name = "Lund"}, {.name = "Roe", .actor = "GBR"}};
    static struct actor lund = {0, NULL}, roe = {1, "GBR"};
    static uint32_t accounts[] = {0};
    static const char text[] = "Lund and Roe never met, it was said.";
    struct readout_record *record = sample_record(text, sizeof text - 1);
    *statement = (struct statement){.cue = sample_span(text, "said"), .time = RO_NONE, .within = RO_NONE};
    events[0] = (struct event){.cameo = "---",
                               .trigger = sample_span(text, "met"),
                               .sources = &lund,
                               .source_count = 1,
                               .targets = &roe,
                               .target_count = 1,
                               .place = RO_NONE,
                               .polarity = RO_NEGATIVE,
                               .modality = RO_HYPOTHETICAL,
                               .attributions = accounts,
                               .attribution_count = statement_count};
    events[1] = events[0];
    events[1].sources = &roe, events[1].targets = &lund;
    struct document *document = &record->document;
    document->entities = entities, document->entity_count = 2;
    document->events = events, document->event_count = 2;
    document->statements = statement, document->statement_count = statement_count;
    return record;
}

static void two_who_do_it_to_one_another_are_one_entry(void **state)
{
    (void)state;
    struct event events[2];
    struct statement statement;
    struct written page = page_of(denial(events, &statement, 0), false, 80);
    assert_non_null(strstr(page.data, "events\n"
                                      "   1  Lund ↔ Roe (GBR) · negative · hypothetical\n"
                                      "        --- · met\n"
                                      "\n"
                                      "0 statements"));
    free(page.data);
}

static void events_name_whose_account_they_are(void **state)
{
    (void)state;
    struct event events[2];
    struct statement statement;
    struct readout_record *record = denial(events, &statement, 1);
    events[1].source_count = 0;
    struct written page = page_of(record, false, 80);
    assert_non_null(strstr(page.data, "   1  Lund → Roe (GBR) · negative · hypothetical\n"
                                      "        --- · met · told by somebody\n"
                                      "\n"
                                      "   1  ? → Lund · negative"));
    free(page.data);
    record = denial(events, &statement, 1);
    statement.source.span = sample_span(record->document.text, "it");
    page = page_of(record, false, 80);
    assert_non_null(strstr(page.data, " · met · told by it\n"));
    free(page.data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_says_who_said_what),
        cmocka_unit_test(a_page_is_wrapped_to_the_width),
        cmocka_unit_test(colours_mark_speakers_and_quotations),
        cmocka_unit_test(a_heading_has_what_is_known),
        cmocka_unit_test(a_page_without_statements_has_totals),
        cmocka_unit_test(blanks_and_lines_become_one_blank),
        cmocka_unit_test(words_fill_a_line_to_its_end),
        cmocka_unit_test(a_word_that_fits_no_line_is_cut),
        cmocka_unit_test(width_is_counted_in_columns),
        cmocka_unit_test(nothing_in_a_text_commands_the_terminal),
        cmocka_unit_test(lines_are_found_in_both_directions),
        cmocka_unit_test(deep_nesting_and_circles_end),
        cmocka_unit_test(addressees_are_joined),
        cmocka_unit_test(warnings_name_their_line),
        cmocka_unit_test(warnings_show_the_first_words_of_their_place),
        cmocka_unit_test(events_say_who_did_what_to_whom),
        cmocka_unit_test(two_who_do_it_to_one_another_are_one_entry),
        cmocka_unit_test(events_name_whose_account_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

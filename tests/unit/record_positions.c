/* record_positions.c: positions and disputes alone: as JSON and tables, and on the page at several widths. */
#include "position_sample.h"

#include <yajl/yajl_tree.h>

static struct written write_part(const struct readout_record *record, enum readout_format format,
                                 enum readout_table table, unsigned width)
{
    return sample_write(record, format, &(struct readout_writing){.table = table, .width = width});
}

static void assert_part(enum readout_format format, enum readout_table table, unsigned width, const char *expected)
{
    struct readout_record *record = quarrel_record();
    struct written written = write_part(record, format, table, width);
    assert_string_equal(written.data, expected);
    free(written.data);
    readout_record_free(record);
}

/* JSON */

#define DOCUMENT "{\"id\":\"quarrel\",\"uri\":null,\"title\":\"The quarrel\",\"published\":\"2024-05-03\","
#define LIFTED "the fees be lifted \\\"to the last cent\\\""

static void positions_have_names_and_words(void **state)
{
    (void)state;
    struct readout_record *record = quarrel_record();
    record->document.position_count = 1;
    struct written written = write_part(record, READOUT_JSON, READOUT_POSITIONS, 0);
    assert_string_equal(
        written.data, DOCUMENT
        "\"positions\":[{\"id\":0,\"holder\":1,\"act\":\"demand\",\"issue\":{\"span\":[51,88],"
        "\"text\":\"" LIFTED "\"},\"extent\":\"all\",\"in_exchange_for\":[1],\"toward\":2,"
        "\"statement\":1,\"score\":0.9,\"about\":\"fee\",\"holder_name\":\"Ben Roe\",\"toward_name\":\"Kelso\","
        "\"source_name\":\"Ben Roe\",\"words\":\"" LIFTED "\"}]}\n");
    free(written.data);
    readout_record_free(record);
}

static void disputes_have_names_and_words(void **state)
{
    (void)state;
    assert_part(READOUT_JSON, READOUT_DISPUTES, 0,
                DOCUMENT
                "\"disputes\":[{\"id\":0,\"about\":\"an end to the fees\",\"kind\":\"extent\",\"sides\":["
                "{\"entity\":0,\"statement\":0,\"position\":0,\"event\":null,\"span\":[51,88],"
                "\"entity_name\":\"Ada Lund\",\"source_name\":\"Ada Lund\",\"words\":\"" LIFTED "\"},"
                "{\"entity\":1,\"statement\":2,\"position\":3,\"event\":null,\"span\":[192,245],"
                "\"entity_name\":\"Ben Roe\",\"source_name\":\"Ben Roe\","
                "\"words\":\"We asked for an end to some fees, not to all of them.\"}],\"score\":0.8625}]}\n");
}

static void a_source_that_is_no_entity_is_named_by_its_words(void **state)
{
    (void)state;
    struct readout_record *record = quarrel_record();
    record->document.parties = NULL;
    struct written written = write_part(record, READOUT_JSON, READOUT_DISPUTES, 0);
    assert_contains(written.data, "\"entity_name\":\"Ada Lund\",\"source_name\":\"Mayor Ada Lund\"");
    free(written.data);
    record->document.disputes[0].sides[0].statement = RO_NONE;
    record->document.disputes[0].sides[1].entity = RO_NONE;
    written = write_part(record, READOUT_JSON, READOUT_DISPUTES, 0);
    assert_contains(written.data, "\"entity_name\":\"Ada Lund\",\"source_name\":null,");
    assert_contains(written.data, "\"entity_name\":null,\"source_name\":\"Roe\",");
    free(written.data);
    readout_record_free(record);
}

static void lists_may_be_empty(void **state)
{
    (void)state;
    struct readout_record *record = sample_record("", 0);
    for (enum readout_table table = READOUT_POSITIONS; table <= READOUT_DISPUTES; table++) {
        const char *name = table == READOUT_POSITIONS ? "positions" : "disputes";
        char expected[100];
        struct written written = write_part(record, READOUT_JSON, table, 0);
        snprintf(expected, sizeof expected,
                 "{\"id\":null,\"uri\":null,\"title\":null,\"published\":null,\"%s\":[]}\n", name);
        assert_string_equal(written.data, expected);
        free(written.data);
        written = write_part(record, READOUT_PAGE, table, 0);
        snprintf(expected, sizeof expected, "no %s.\n\n", name);
        assert_string_equal(written.data, expected);
        free(written.data);
    }
    readout_record_free(record);
}

static void what_is_indented_says_the_same(void **state)
{
    (void)state;
    struct readout_record *record = quarrel_record();
    for (enum readout_table table = READOUT_POSITIONS; table <= READOUT_DISPUTES; table++) {
        struct written written = write_part(record, READOUT_PRETTY, table, 0);
        char why[200] = "";
        yajl_val value = yajl_tree_parse(written.data, why, sizeof why);
        assert_string_equal(why, "");
        assert_true(YAJL_IS_OBJECT(value));
        yajl_tree_free(value);
        free(written.data);
    }
    readout_record_free(record);
}

/* Tables */

static unsigned count_of(const char *text, char c)
{
    unsigned count = 0;
    for (; *text; text++)
        count += *text == c;
    return count;
}

static void a_position_is_a_row(void **state)
{
    (void)state;
    assert_int_equal(count_of(readout_columns(READOUT_CSV, READOUT_POSITIONS), ','), 19);
    assert_part(
        READOUT_CSV, READOUT_POSITIONS, 0,
        "\"quarrel\",\"2024-05-03\",0,\"Ben Roe\",\"\",\"\",\"demand\",\"the fees be lifted \"\"to the last cent\"\"\","
        "\"fee\",\"all\",\"1\",\"Kelso\",\"\",\"\",1,\"Ben Roe\",\"\",0.9,\"the fees be lifted \"\"to the last cent\"\"\",\"51-88\"\n"
        "\"quarrel\",\"2024-05-03\",1,\"Ben Roe\",\"\",\"\",\"offer\",\"a \"\"good part\"\" of the quay\",\"quay\",\"part\",\"0\","
        "\"\",\"\",\"\",1,\"Ben Roe\",\"\",0.75,\"a \"\"good part\"\" of the quay\",\"105-130\"\n"
        "\"quarrel\",\"2024-05-03\",2,\"Kelso\",\"\",\"\",\"reject\",\"the fees be lifted \"\"to the last cent\"\"\","
        "\"fee\",\"\",\"\",\"\",\"\",\"\",0,\"Ada Lund\",\"GBRGOV\",0.5,\"the fees be lifted \"\"to the last cent\"\"\",\"51-88\"\n"
        "\"quarrel\",\"2024-05-03\",3,\"Ben Roe\",\"\",\"\",\"demand\",\"the fees be lifted \"\"to the last cent\"\"\","
        "\"fee\",\"part\",\"\",\"\",\"\",\"\",2,\"Ben Roe\",\"\",0.8,\"an end to some fees\",\"205-224\"\n");
}

static void a_side_is_a_row(void **state)
{
    (void)state;
    assert_int_equal(count_of(readout_columns(READOUT_CSV, READOUT_DISPUTES), ','), 16);
    assert_part(
        READOUT_CSV, READOUT_DISPUTES, 0,
        "\"quarrel\",\"2024-05-03\",0,\"extent\",\"an end to the fees\",0.8625,0,\"Ada Lund\",\"GBR\","
        "\"GBRGOV\",0,\"Ada Lund\",\"GBRGOV\",0,,\"the fees be lifted \"\"to the last cent\"\"\",\"51-88\"\n"
        "\"quarrel\",\"2024-05-03\",0,\"extent\",\"an end to the fees\",0.8625,1,\"Ben Roe\",\"\",\"\",2,"
        "\"Ben Roe\",\"\",3,,\"We asked for an end to some fees, not to all of them.\",\"192-245\"\n");
}

/* The page */

#define HEADING "The quarrel\n2024-05-03 · quarrel\n\n"

static void a_page_has_positions_by_their_issues(void **state)
{
    (void)state;
    static const char wide[] = HEADING "      the fees be lifted \"to the last cent\"\n"
                                       "   1    Ben Roe · demanded all of it · toward Kelso · told by Ada Lund\n"
                                       "          in exchange for a \"good part\" of the quay\n"
                                       "   1    Kelso · rejected · told by Ada Lund\n"
                                       "   3    Ben Roe · demanded part of it\n"
                                       "          an end to some fees\n"
                                       "\n"
                                       "      a \"good part\" of the quay\n"
                                       "   2    Ben Roe · offered part of it · told by Ada Lund\n"
                                       "          in exchange for the fees be lifted \"to the last cent\"\n"
                                       "\n"
                                       "4 positions.\n\n";
    assert_part(READOUT_PAGE, READOUT_POSITIONS, 80, wide);
    assert_part(READOUT_PAGE, READOUT_POSITIONS, 120, wide);
    assert_part(READOUT_PAGE, READOUT_POSITIONS, 60,
                HEADING "      the fees be lifted \"to the last cent\"\n"
                        "   1    Ben Roe · demanded all of it · toward Kelso · told\n"
                        "          by Ada Lund\n"
                        "          in exchange for a \"good part\" of the quay\n"
                        "   1    Kelso · rejected · told by Ada Lund\n"
                        "   3    Ben Roe · demanded part of it\n"
                        "          an end to some fees\n"
                        "\n"
                        "      a \"good part\" of the quay\n"
                        "   2    Ben Roe · offered part of it · told by Ada Lund\n"
                        "          in exchange for the fees be lifted \"to the last\n"
                        "          cent\"\n"
                        "\n"
                        "4 positions.\n\n");
}

static void a_wide_page_has_the_sides_beside_one_another(void **state)
{
    (void)state;
    assert_part(READOUT_PAGE, READOUT_DISPUTES, 80,
                HEADING "                               an end to the fees\n"
                        "                                 extent · 0.86\n"
                        "\n"
                        "   1  Ada Lund                          │   3  Ben Roe\n"
                        "      Ben Roe demanded all of it        │      demanded part of it\n"
                        "        the fees be lifted \"to the last │        \"We asked for an end to some\n"
                        "        cent\"                           │        fees, not to all of them.\"\n"
                        "\n"
                        "1 dispute.\n\n");
    assert_part(
        READOUT_PAGE, READOUT_DISPUTES, 120,
        HEADING
        "                                                   an end to the fees\n"
        "                                                     extent · 0.86\n"
        "\n"
        "   1  Ada Lund                                              │   3  Ben Roe\n"
        "      Ben Roe demanded all of it                            │      demanded part of it\n"
        "        the fees be lifted \"to the last cent\"               │        \"We asked for an end to some fees, not to "
        "all of\n"
        "                                                            │        them.\"\n"
        "\n"
        "1 dispute.\n\n");
}

static void a_narrow_page_has_them_one_under_the_other(void **state)
{
    (void)state;
    assert_part(READOUT_PAGE, READOUT_DISPUTES, 60,
                HEADING "                     an end to the fees\n"
                        "                       extent · 0.86\n"
                        "\n"
                        "   1  Ada Lund\n"
                        "      Ben Roe demanded all of it\n"
                        "        the fees be lifted \"to the last cent\"\n"
                        "\n"
                        "   3  Ben Roe\n"
                        "      demanded part of it\n"
                        "        \"We asked for an end to some fees, not to all of\n"
                        "        them.\"\n"
                        "\n"
                        "1 dispute.\n\n");
}

static void a_third_side_stands_below(void **state)
{
    (void)state;
    struct readout_record *record = quarrel_record();
    record->document.disputes[0].side_count = 3;
    struct written page = write_part(record, READOUT_PAGE, READOUT_DISPUTES, 80);
    assert_contains(page.data, "them.\"\n\n   2  Kelso\n        Kelso could not accept\n\n1 dispute.\n");
    free(page.data);
    readout_record_free(record);
}

static void a_side_names_who_tells_it(void **state)
{
    (void)state;
    struct readout_record *record = quarrel_record();
    struct side *side = &record->document.disputes[0].sides[0];
    side->statement = 1;
    side->entity = RO_NONE;
    side->position = RO_NONE;
    struct written page = write_part(record, READOUT_PAGE, READOUT_DISPUTES, 60);
    assert_contains(page.data, "   1  somebody\n      told by Ben Roe · told by Ada Lund\n");
    free(page.data);
    side->entity = 1;
    page = write_part(record, READOUT_PAGE, READOUT_DISPUTES, 60);
    assert_contains(page.data, "   1  Ben Roe\n      had demanded · told by Ada Lund\n");
    free(page.data);
    readout_record_free(record);
}

/* Whether the marks are in the statement's quotes or around them. */
static void a_quotation_has_its_marks(void **state)
{
    (void)state;
    struct readout_record *record = quarrel_record();
    struct span *quote = record->document.statements[2].quotes;
    *quote = (struct span){quote->begin + 1, quote->end - 1};
    record->document.disputes[0].sides[1].span.end--; /* before the full stop */
    struct written page = write_part(record, READOUT_PAGE, READOUT_DISPUTES, 60);
    assert_contains(page.data, "        \"We asked for an end to some fees, not to all of\n        them.\"\n");
    free(page.data);
    record->document.disputes[0].sides[1].span = quarrel_at("an end to some fees");
    page = write_part(record, READOUT_PAGE, READOUT_DISPUTES, 60);
    assert_contains(page.data, "        an end to some fees\n");
    free(page.data);
    readout_record_free(record);
}

/* Right of the rule colours begin anew, and none is left at the end of a line. */
static void columns_keep_their_colours(void **state)
{
    (void)state;
    struct readout_record *record = quarrel_record();
    struct written page = sample_write(
        record, READOUT_PAGE, &(struct readout_writing){.table = READOUT_DISPUTES, .width = 80, .color = true});
    assert_contains(page.data, "                               \033[0;1man end to the fees\033[0m\n");
    assert_contains(page.data, "\033[0;2m   1\033[0m  \033[0;1mAda Lund\033[0m                         "
                               " │\033[0;2m   3\033[0m  \033[0;1mBen Roe\033[0m\n");
    assert_contains(page.data, "        \033[0;32mcent\"\033[0m                          "
                               " │        \033[0;32mfees, not to all of them.\"\033[0m\n");
    free(page.data);
    readout_record_free(record);
}

static void what_it_is_about_is_wrapped_in_the_middle(void **state)
{
    (void)state;
    struct readout_record *record = quarrel_record();
    record->document.disputes[0].about = " whether all the fees\n of the port are to be lifted 日本語日本語日本語 ";
    struct written page = write_part(record, READOUT_PAGE, READOUT_DISPUTES, 40);
    assert_contains(page.data, "\n\n      whether all the fees of the\n         port are to be lifted\n"
                               "           日本語日本語日本語\n             extent · 0.86\n\n");
    free(page.data);
    record->document.disputes[0].about = "0123456789012345678901234567890123456789";
    page = write_part(record, READOUT_PAGE, READOUT_DISPUTES, 30);
    assert_contains(page.data, "\n\n012345678901234567890123456789\n0123456789\n");
    free(page.data);
    readout_record_free(record);
}

static void the_page_of_a_record_has_both(void **state)
{
    (void)state;
    struct readout_record *record = quarrel_record();
    struct written page = sample_write(record, READOUT_PAGE, NULL);
    assert_contains(page.data, "not to all of them.\"\n\npositions\n      the fees be lifted");
    assert_contains(page.data, "cent\"\n\ndisputes\n                               an end to the fees\n");
    assert_contains(page.data, "fees, not to all of them.\"\n\nwho\n");
    assert_contains(page.data, "0 unnamed. 4 positions. 1 dispute.\n0 sentences");
    free(page.data);
    readout_record_free(record);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(positions_have_names_and_words),
        cmocka_unit_test(disputes_have_names_and_words),
        cmocka_unit_test(a_source_that_is_no_entity_is_named_by_its_words),
        cmocka_unit_test(lists_may_be_empty),
        cmocka_unit_test(what_is_indented_says_the_same),
        cmocka_unit_test(a_position_is_a_row),
        cmocka_unit_test(a_side_is_a_row),
        cmocka_unit_test(a_page_has_positions_by_their_issues),
        cmocka_unit_test(a_wide_page_has_the_sides_beside_one_another),
        cmocka_unit_test(a_narrow_page_has_them_one_under_the_other),
        cmocka_unit_test(a_third_side_stands_below),
        cmocka_unit_test(a_side_names_who_tells_it),
        cmocka_unit_test(a_quotation_has_its_marks),
        cmocka_unit_test(columns_keep_their_colours),
        cmocka_unit_test(what_it_is_about_is_wrapped_in_the_middle),
        cmocka_unit_test(the_page_of_a_record_has_both),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* runner_entities.c: the lines of the text tests that are about entities, against a record made by hand. */
#include "entity_sample.h"
#include "runner_sample.h"

static void what_is_there_is_met(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "entity person \"Ada Lund\" country GBR actor GBRGOV role \"Mayor\" of \"Kelso\" mentions \"Ada Lund\" \"her\" \"she\"",
        "entity person \"Ada Lund\" mentions \"Mayor Ada Lund of Kelso\"",
        "entity person \"Ada Lund\" mentions \"Ada Lund\"#1",
        "entity person \"Olaf Lund\" country none actor none",
        "entity mentions \"Lunds\"",
        "group \"The two Lunds\" members \"Ada Lund\" \"Olaf Lund\"",
        "group \"Lunds\" members \"Olaf Lund\" \"she\"",
        "place \"Kelso\" country GBR geonames 2645822",
        "same \"Ada Lund\" \"her\" \"she\"",
        "apart \"Ada Lund\" \"Olaf Lund\" \"Kelso\"",
        "statement who \"Olaf Lund\"",
        "statement by \"she\" who \"Ada Lund\"",
        "no-entity \"Kelso\" country FRA",
        "no-entity country \"Kelso\" country GBR", /* a type, and a part of the same name */
        "no-entity person \"Kelso\"",
        "no-group \"Ada Lund\"",
        "no-place \"Ada Lund\"",
        "no-same \"Ada Lund\" \"Olaf Lund\"",
        "no-apart \"Ada Lund\" \"she\"",
        "no-statement by \"Olaf Lund\" who \"Ada Lund\"",
        NULL,
    };
    assert_verdicts(lunds_record(), lines, MET);
}

static void what_is_not_there_is_not_met(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "entity organization \"Ada Lund\"",
        "entity person \"Ada\"",
        "entity person \"Ada Lund\" country none",
        "entity person \"Ada Lund\" actor GBRLEG",
        "entity person \"Ada Lund\" role \"Mayor\" of none",
        "entity person \"Ada Lund\" role \"Minister\"",
        "entity person \"Ada Lund\" mentions \"Olaf Lund\"",
        "entity person \"Ada Lund\" mentions \"Ada Lund\"#2",
        "entity person \"Ada Lund\" mentions \"Lund\"",
        "group \"The two Lunds\" members \"Ada Lund\"",
        "group \"The two Lunds\" members \"Ada Lund\" \"Kelso\"",
        "place \"Kelso\" geonames 1",
        "place \"Olaf Lund\"",
        "same \"Ada Lund\" \"Olaf Lund\"",
        "apart \"Ada Lund\" \"she\"",
        "apart \"Ada Lund\" \"later\"",
        "statement by \"she\" who \"Olaf Lund\"",
        "statement by \"she\" who nobody",
        "no-entity person \"Ada Lund\"",
        "no-entity mentions \"she\"",
        "no-entity \"The two Lunds\" country none",
        "no-group \"Lunds\"",
        "no-same \"Ada Lund\" \"she\"",
        "no-apart \"Ada Lund\" \"Olaf Lund\"",
        NULL,
    };
    assert_verdicts(lunds_record(), lines, NOT_MET);
}

static void what_is_not_in_the_passage_cannot_fail(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "no-entity person \"Ben Roe\"",
        "no-entity mentions \"he\"", /* there is "her" and "The" alone */
        "no-entity mentions \"Lund\"#3",
        "no-same \"Ada Lund\" \"he\"",
        "no-apart \"Ada Lund\" \"Kelso\"#2",
        "no-group \"the two Lunds\"",
        NULL,
    };
    assert_verdicts(lunds_record(), lines, CANNOT_FAIL);
}

static void what_is_malformed_is_told(void **state)
{
    (void)state;
    static const struct wrong_line lines[] = {
        {ENTITY, "animal \"Rex\""},
        {ENTITY, "person \"Ada\" by \"Ada\""},
        {ENTITY, "person \"Ada\" country"},
        {ENTITY, "person \"Ada\" country GBR country FRA"},
        {ENTITY, "person \"Ada\" of \"Kelso\""},
        {ENTITY, "person \"Ada\" role mayor"},
        {ENTITY, "person \"Ada\" mentions she"},
        {ENTITY, "person \"Ada\"#2"},
        {ENTITY, "person \"Ada\" mentions \"Ada\"#0"},
        {ENTITY, "person \"Ada\" mentions \"Ada\"#x"},
        {ENTITY, "person \"Ada\" mentions \"Ada\"2"},
        {GROUP, "person \"Ada\""},
        {PLACE, "\"Kelso\" members Ada"},
        {SAME, "\"Ada\""},
        {APART, "\"Ada\""},
        {APART, "\"Ada\" \"Olaf\" country GBR"},
        {STATEMENT, "direct \"We pay.\"#2"},
        {STATEMENT, "direct \"We pay.\" who Ada"},
        {TIME, "DATE \"Friday\"#2"},
    };
    assert_malformed(lines, sizeof lines / sizeof *lines);
}

static void what_was_found_is_written_as_lines(void **state)
{
    (void)state;
    struct readout_record *record = lunds_record();
    struct arena arena;
    struct role roles[] = {{"Mayor", NULL, lunds_at("Mayor")}, {"Chair", "the \"port\"", lunds_at("Mayor")}};
    ro_arena_init(&arena);
    assert_found(
        &arena, record, ENTITY, 0, 4,
        "person \"Ada Lund\" country GBR actor GBRGOV role \"Mayor\" of \"Kelso\" mentions \"Ada Lund\" \"her\" "
        "\"she\"");
    assert_found(&arena, record, GROUP, 0, 1,
                 "\"The two Lunds\" country none actor none members \"Ada Lund\" \"Olaf Lund\" mentions \"Lunds\"");
    assert_found(&arena, record, PLACE, 0, 1,
                 "\"Kelso\" country GBR actor none geonames 2645822 mentions \"Kelso\"");
    assert_found(
        &arena, record, STATEMENT, 2, 4,
        "indirect \"The two Lunds met later\" by \"she\" cue \"said\" lemma say act assert to nobody at none when "
        "none in none who \"Ada Lund\"");
    record->document.entities[1].mentions->head.begin += strlen("Olaf ");
    record->document.entities[1].roles = roles, record->document.entities[1].role_count = 2;
    assert_found(&arena, record, ENTITY, 1, 4,
                 "person \"Olaf Lund\" country none actor none role \"Mayor\" of none mentions \"Lund\"#2\n"
                 "entity      person \"Olaf Lund\" role \"Chair\" of \"the \\\"port\\\"\"");
    ro_arena_release(&arena);
    readout_record_free(record);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_there_is_met),
        cmocka_unit_test(what_is_not_there_is_not_met),
        cmocka_unit_test(what_is_not_in_the_passage_cannot_fail),
        cmocka_unit_test(what_is_malformed_is_told),
        cmocka_unit_test(what_was_found_is_written_as_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

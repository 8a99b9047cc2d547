/* runner_positions.c: the lines of the text tests that are about positions and disputes, against a record made by hand. */
#include "record_sample.h"
#include "runner_sample.h"

static const char fish[] =
    "Premier Ada Lund asked Sudmark to lift all duties on fish. In return she would open half of the "
    "port, her aide said. Talks on quotas are out. Envoy Ben Roe said no boat had been stopped; "
    "Lund counted nine.";

static struct span fish_at(const char *words)
{
    return sample_span(fish, words);
}

enum { LUND, SUDMARK, ROE };

static void fish_statements(struct document *document)
{
    static struct statement statements[2];
    static struct statement_parties parties[] = {{LUND, NULL}, {RO_NONE, NULL}};
    statements[0] = (struct statement){.source.span = fish_at("Premier Ada Lund")};
    statements[1] = (struct statement){.source.span = fish_at("her aide")};
    document->statements = statements, document->statement_count = 2;
    document->parties = parties;
}

static void fish_positions(struct document *document)
{
    static struct position positions[3];
    static uint32_t offer[] = {1}, demand[] = {0};
    positions[0] = (struct position){.act = RO_DEMAND,
                                     .issue = fish_at("lift all duties on fish"),
                                     .extent = RO_ALL,
                                     .exchanges = offer,
                                     .exchange_count = 1,
                                     .toward = SUDMARK};
    positions[1] = (struct position){.act = RO_OFFER,
                                     .issue = fish_at("open half of the port"),
                                     .extent = RO_PART,
                                     .exchanges = demand,
                                     .exchange_count = 1,
                                     .toward = RO_NONE,
                                     .statement = 1};
    positions[2] = (struct position){.act = RO_REJECT,
                                     .holder = ROE,
                                     .issue = fish_at("Talks on quotas"),
                                     .toward = RO_NONE,
                                     .statement = RO_NONE};
    document->positions = positions, document->position_count = 3;
}

/* Give it to readout_record_free. */
static struct readout_record *fish_record(void)
{
    static struct entity entities[] = {
        [LUND] = {.name = "Ada Lund"}, [SUDMARK] = {.name = "Sudmark"}, [ROE] = {.name = "Ben Roe"}};
    static struct side sides[2];
    static struct dispute dispute = {"boats that were stopped", RO_NEGATION, sides, 2, 1};
    struct readout_record *record = sample_record(fish, sizeof fish - 1);
    struct document *document = &record->document;
    sides[0] = (struct side){ROE, RO_NONE, RO_NONE, RO_NONE, fish_at("no boat had been stopped")};
    sides[1] = (struct side){LUND, RO_NONE, RO_NONE, RO_NONE, fish_at("nine")};
    document->entities = entities, document->entity_count = 3;
    document->disputes = &dispute, document->dispute_count = 1;
    fish_statements(document);
    fish_positions(document);
    return record;
}

static void what_is_there_is_met(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "position demand all \"lift all duties on fish\" holder \"Ada Lund\" toward \"Sudmark\" for \"open half of the port\" by \"Ada Lund\"",
        "position demand \"lift all duties on fish\"", /* whatever its extent */
        "position all holder \"Ada Lund\"",
        "position offer part toward nobody by \"her aide\"",
        "position reject unstated \"Talks on quotas\" for none by nobody",
        "position unstated",
        "position for \"lift all duties on fish\"",
        "dispute negation \"no boat had been stopped\" \"nine\" by \"Ben Roe\" \"Ada Lund\" about \"boats that were stopped\"",
        "dispute negation",
        "dispute by \"Ben Roe\" \"Ada Lund\"",
        "no-position offer \"lift all duties on fish\"",
        "no-position demand part",
        "no-position none",
        "no-position by \"Sudmark\"",
        "no-position toward \"Ben Roe\"",
        "no-dispute number",
        "no-dispute \"half of the port\"",
        "no-dispute about \"whales\"",
        NULL,
    };
    assert_verdicts(fish_record(), lines, MET);
}

static void what_is_not_there_is_not_met(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "position propose \"lift all duties on fish\"",
        "position demand unstated \"lift all duties on fish\"",
        "position demand \"lift all duties\"",
        "position demand all holder \"Sudmark\"",
        "position demand toward nobody",
        "position demand for none",
        "position offer part by \"Ada Lund\"",
        "position reject none",
        "dispute number",
        "dispute negation \"nine\" \"no boat had been stopped\"",
        "dispute negation by \"Ada Lund\" \"Ben Roe\"",
        "dispute negation \"no boat had been stopped\"",
        "no-position demand \"duties\"", /* a part of it is too much */
        "no-position unstated",
        "no-position",
        "no-dispute \"boat\"",
        "no-dispute by \"Ben Roe\" \"Ada Lund\"",
        "no-dispute",
        NULL,
    };
    assert_verdicts(fish_record(), lines, NOT_MET);
}

static void what_is_not_in_the_passage_cannot_fail(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "no-position demand \"all duties on meat\"", "no-position holder \"Norland\"",
        "no-position for \"the whole port\"",        "no-dispute \"no boats\"",
        "no-dispute by \"Ben Roe\" \"Norland\"",     NULL,
    };
    assert_verdicts(fish_record(), lines, CANNOT_FAIL);
}

static void nothing_there_meets_a_bare_line(void **state)
{
    (void)state;
    struct readout_record *record = sample_record(fish, sizeof fish - 1);
    assert_verdicts(record, (const char *const[]){"no-position", "no-dispute", "no-position \"half\"", NULL}, MET);
}

static void what_is_malformed_is_told(void **state)
{
    (void)state;
    static const struct wrong_line lines[] = {
        {POSITION, "wish \"a port\""},
        {POSITION, "demand most \"a port\""},
        {POSITION, "all demand \"a port\""},
        {POSITION, "demand all part \"a port\""},
        {POSITION, "demand \"a port\" all"},
        {POSITION, "demand \"a port\" holder Lund"},
        {POSITION, "demand \"a port\" holder nobody"},
        {POSITION, "demand \"a port\" holder \"Lund\" \"Roe\""},
        {POSITION, "demand \"a port\" toward none"},
        {POSITION, "demand \"a port\" for nobody"},
        {POSITION, "demand \"a port\" by \"Lund\" \"Roe\""},
        {POSITION, "demand \"a port\" cue \"said\""},
        {POSITION, "demand \"a port\"#2"},
        {DISPUTE, "quarrel \"a port\" \"none\""},
        {DISPUTE, "extent all \"a port\""},
        {DISPUTE, "extent \"a port\" \"none\" holder \"Lund\""},
        {DISPUTE, "extent by \"Lund\" by \"Roe\""},
        {DISPUTE, "extent about port"},
        {DISPUTE, "extent about \"a port\" \"a boat\""},
        {STATEMENT, "direct \"a port\" by \"Lund\" \"Roe\""},
        {STATEMENT, "direct all \"a port\""},
        {EVENT, "111 \"port\" holder \"Lund\""},
    };
    assert_malformed(lines, sizeof lines / sizeof *lines);
}

static void what_was_found_is_written_as_lines(void **state)
{
    (void)state;
    struct readout_record *record = fish_record();
    struct arena arena;
    ro_arena_init(&arena);
    assert_found(
        &arena, record, POSITION, 0, 3,
        "demand all \"lift all duties on fish\" holder \"Ada Lund\" toward \"Sudmark\" for \"open half of the port\" "
        "by \"Ada Lund\"");
    assert_found(
        &arena, record, POSITION, 1, 3,
        "offer part \"open half of the port\" holder \"Ada Lund\" toward nobody for \"lift all duties on fish\" by "
        "\"her aide\"");
    assert_found(&arena, record, POSITION, 2, 3,
                 "reject unstated \"Talks on quotas\" holder \"Ben Roe\" toward nobody for none by nobody");
    assert_found(
        &arena, record, DISPUTE, 0, 1,
        "negation \"no boat had been stopped\" \"nine\" by \"Ben Roe\" \"Ada Lund\" about \"boats that were stopped\"");
    ro_arena_release(&arena);
    readout_record_free(record);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_there_is_met),
        cmocka_unit_test(what_is_not_there_is_not_met),
        cmocka_unit_test(what_is_not_in_the_passage_cannot_fail),
        cmocka_unit_test(nothing_there_meets_a_bare_line),
        cmocka_unit_test(what_is_malformed_is_told),
        cmocka_unit_test(what_was_found_is_written_as_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* record_names.c: each name of each enumeration, as docs/record.md has it. */
#include "record_sample.h"

static const struct span span = {0, 1};

/* The values that a key has in a line of JSON, one after the other. */
static void assert_values(const struct document *document, const char *key, const char *expected)
{
    struct readout_record *record = sample_record("x", 1);
    struct document own = *document;
    own.arena = record->document.arena;
    own.text = record->document.text;
    own.length = record->document.length;
    record->document = own;
    struct written written = sample_write(record, READOUT_JSON, NULL);
    struct written found = {0};
    char pattern[32];
    int size = snprintf(pattern, sizeof pattern, "\"%s\":", key);
    for (const char *at = written.data; (at = strstr(at, pattern));) {
        at += size;
        sample_sink(&found, at, strcspn(at, ",}"));
        sample_sink(&found, " ", 1);
    }
    assert_string_equal(found.data, expected);
    free(found.data);
    free(written.data);
    readout_record_free(record);
}

static void names_of_entities(void **state)
{
    (void)state;
    struct mention mentions[3];
    struct entity entities[6];
    for (unsigned i = 0; i < 3; i++)
        mentions[i] = (struct mention){.span = span, .head = span, .kind = (enum mention_kind)i};
    for (unsigned i = 0; i < 6; i++)
        entities[i] = (struct entity){
            .type = (enum entity_type)i, .mentions = mentions, .mention_count = i ? 0 : 3};
    struct document document = {.entities = entities, .entity_count = 6};
    assert_values(&document, "type", "\"person\" \"organization\" \"country\" \"place\" \"group\" \"other\" ");
    assert_values(&document, "kind", "\"name\" \"nominal\" \"pronoun\" ");
}

static void names_of_times(void **state)
{
    (void)state;
    struct time_expression times[4];
    for (unsigned i = 0; i < 4; i++)
        times[i] = (struct time_expression){.span = span, .type = (enum time_type)i};
    struct document document = {.times = times, .time_count = 4};
    assert_values(&document, "type", "\"DATE\" \"TIME\" \"DURATION\" \"SET\" ");
}

static void names_of_statements(void **state)
{
    (void)state;
    struct statement statements[13];
    for (unsigned i = 0; i < 13; i++)
        statements[i] = (struct statement){
            .form = (enum readout_form)(i % 3), .cue = span, .act = (enum readout_act)i};
    struct document document = {.statements = statements, .statement_count = 13};
    assert_values(
        &document, "act",
        "\"assert\" \"deny\" \"ask\" \"request\" \"promise\" \"threaten\" \"agree\" \"refuse\" \"praise\" "
        "\"criticize\" \"regret\" \"believe\" \"other\" ");
    document.statement_count = 3;
    assert_values(&document, "form", "\"direct\" \"indirect\" \"mixed\" ");
}

static void names_of_events(void **state)
{
    (void)state;
    struct event events[5];
    for (unsigned i = 0; i < 5; i++)
        events[i] = (struct event){
            .polarity = (enum polarity)(i % 2), .modality = (enum modality)i, .tense = (enum tense)(i % 4)};
    struct document document = {.events = events, .event_count = 5};
    assert_values(&document, "modality", "\"asserted\" \"planned\" \"possible\" \"demanded\" \"hypothetical\" ");
    document.event_count = 4;
    assert_values(&document, "tense", "\"past\" \"present\" \"future\" \"unspecified\" ");
    document.event_count = 2;
    assert_values(&document, "polarity", "\"positive\" \"negative\" ");
}

static void names_of_positions(void **state)
{
    (void)state;
    struct position positions[9];
    for (unsigned i = 0; i < 9; i++)
        positions[i] = (struct position){.act = (enum position_act)i, .extent = (enum extent)(i % 4)};
    struct document document = {.positions = positions, .position_count = 9};
    assert_values(&document, "act",
                  "\"demand\" \"offer\" \"propose\" \"accept\" \"reject\" \"promise\" \"threaten\" \"regret\" "
                  "\"praise\" ");
    document.position_count = 4;
    assert_values(&document, "extent", "null \"all\" \"part\" \"none\" ");
}

static void names_of_disputes(void **state)
{
    (void)state;
    struct dispute disputes[5];
    for (unsigned i = 0; i < 5; i++)
        disputes[i] = (struct dispute){.kind = (enum dispute_kind)i};
    struct document document = {.disputes = disputes, .dispute_count = 5};
    assert_values(&document, "kind", "\"negation\" \"extent\" \"number\" \"denial\" \"attribution\" ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_entities),   cmocka_unit_test(names_of_times),
        cmocka_unit_test(names_of_statements), cmocka_unit_test(names_of_events),
        cmocka_unit_test(names_of_positions),  cmocka_unit_test(names_of_disputes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* record_json.c: a record with something in every list and every field, against record_full.json beside this file
 * (run it in the root of the repository); strings, numbers and failures of the JSON writer. */
#include "record_sample.h"

#include <locale.h>

#include "record/json.h"
#include "record/output.h"

/* A ship stands first, so that code points are fewer than bytes. */
static const char text[] =
    "\xF0\x9F\x9A\xA2 On Friday in Kelso, Mayor Ada Lund and Ben Roe of the dockers told reporters "
    "at the quay that the port would \"never be sold\".\n"
    "Lund said Roe had called for lower fees by May. Roe denied it. Fees cut jobs.";

static struct span at(const char *words)
{
    return sample_span(text, words);
}

/* The first bytes of words that stand somewhere. */
static struct span part(const char *words, uint32_t length)
{
    uint32_t begin = at(words).begin;
    return (struct span){begin, begin + length};
}

#define COUNT(array) ((uint32_t)(sizeof(array) / sizeof *(array)))

static void add_words(struct document *document)
{
    static struct sentence sentences[4];
    static struct word words[4];
    sentences[0].span = (struct span){0, at("\nLund").begin};
    sentences[1].span = at("Lund said Roe had called for lower fees by May.");
    sentences[2].span = at("Roe denied it.");
    sentences[3].span = at("Fees cut jobs.");
    words[0] = (struct word){.span = at("\xF0\x9F\x9A\xA2"), .head = RO_NONE};
    words[1] = (struct word){.span = at("Fees"),
                             .sentence = 3,
                             .head = 2,
                             .lemma = "fee",
                             .upos = "NOUN",
                             .xpos = "NNS",
                             .deprel = "nsubj"};
    words[2] = (struct word){.span = at("cut"),
                             .sentence = 3,
                             .head = 2,
                             .lemma = "cut",
                             .upos = "VERB",
                             .xpos = "VBP",
                             .deprel = "root"};
    words[3] = (struct word){.span = at("jobs"),
                             .sentence = 3,
                             .head = 2,
                             .lemma = "job",
                             .upos = "NOUN",
                             .xpos = "NNS",
                             .deprel = "obj"};
    document->sentences = sentences, document->sentence_count = COUNT(sentences);
    document->words = words, document->word_count = COUNT(words);
}

static void add_entities(struct document *document)
{
    static struct geo kelso = {55.59856, -2.43341, 2645822, NULL, true}, nowhere = {-90, 0.1, RO_NONE, NULL, false};
    static struct role mayor[2];
    static struct mention mentions[6];
    static uint32_t members[] = {0, 1};
    static struct entity entities[6];
    mayor[0] = (struct role){"Mayor", "Kelso", at("Mayor")};
    mayor[1] = (struct role){"Mayor", NULL, at("Mayor")};
    mentions[0] = (struct mention){at("Mayor Ada Lund"), at("Ada Lund"), RO_NAME, 1};
    mentions[1] = (struct mention){part("Lund said", 4), part("Lund said", 4), RO_NAME, 0.98765};
    mentions[2] = (struct mention){at("Ben Roe of the dockers"), at("Ben Roe"), RO_NAME, 0.5};
    mentions[3] = (struct mention){at("Kelso"), at("Kelso"), RO_NAME, 0.00004};
    mentions[4] = (struct mention){at("the dockers"), at("dockers"), RO_NOMINAL, 0.25};
    mentions[5] = (struct mention){part("it.", 2), part("it.", 2), RO_PRONOUN, 0};
    entities[0] = (struct entity){.name = "Ada Lund",
                                  .type = RO_PERSON,
                                  .country = "GBR",
                                  .actor = "GBRGOV",
                                  .roles = mayor,
                                  .role_count = 2,
                                  .mentions = mentions,
                                  .mention_count = 2};
    entities[1] = (struct entity){.name = "Ben Roe", .mentions = mentions + 2, .mention_count = 1};
    entities[2] = (struct entity){
        .name = "Kelso", .type = RO_PLACE, .geo = &kelso, .mentions = mentions + 3, .mention_count = 1};
    entities[3] = (struct entity){.name = "Ada Lund and Ben Roe",
                                  .type = RO_GROUP,
                                  .members = members,
                                  .member_count = 2,
                                  .mentions = mentions + 4,
                                  .mention_count = 1};
    entities[4] = (struct entity){
        .name = "it", .type = RO_OTHER_ENTITY, .geo = &nowhere, .mentions = mentions + 5, .mention_count = 1};
    entities[5] = (struct entity){
        .name = "dockers", .type = RO_ORGANIZATION, .mentions = mentions + 4, .mention_count = 1};
    document->entities = entities, document->entity_count = COUNT(entities);
}

static void add_times(struct document *document)
{
    static struct time_expression times[2];
    times[0] = (struct time_expression){at("Friday"), RO_DATE, "2024-05-03", NULL};
    times[1] = (struct time_expression){at("by May"), RO_DURATION, "P1M", "ON_OR_BEFORE"};
    document->times = times, document->time_count = COUNT(times);
}

static void add_statements(struct document *document)
{
    static struct span contents[4], quotes[1];
    static struct party reporters[2];
    static struct statement statements[3];
    static uint32_t hearers[] = {RO_NONE, 5};
    static struct statement_parties parties[] = {{3, hearers}, {RO_NONE, NULL}, {1, NULL}};
    contents[0] = at("that the port would \"never be sold\"");
    contents[1] = at("Roe had called for lower fees by May");
    contents[2] = at("lower fees");
    contents[3] = at("by May");
    quotes[0] = at("\"never be sold\"");
    reporters[0] = (struct party){at("reporters")};
    reporters[1] = (struct party){at("the dockers")};
    statements[0] = (struct statement){.form = READOUT_MIXED,
                                       .source.span = at("Mayor Ada Lund and Ben Roe of the dockers"),
                                       .cue = at("told"),
                                       .lemma = "tell",
                                       .act = READOUT_PROMISE,
                                       .contents = contents,
                                       .content_count = 1,
                                       .quotes = quotes,
                                       .quote_count = 1,
                                       .addressees = reporters,
                                       .addressee_count = 2,
                                       .setting = at("at the quay"),
                                       .time = 0,
                                       .within = RO_NONE,
                                       .score = 0.95};
    statements[1] = (struct statement){.form = READOUT_INDIRECT,
                                       .contents = contents + 1,
                                       .content_count = 1,
                                       .time = RO_NONE,
                                       .within = RO_NONE,
                                       .score = 0.5};
    statements[2] = (struct statement){.form = READOUT_INDIRECT,
                                       .source.span = part("Roe had", 3),
                                       .cue = at("called"),
                                       .lemma = "call",
                                       .act = READOUT_REQUEST,
                                       .contents = contents + 2,
                                       .content_count = 2,
                                       .time = 1,
                                       .within = 1,
                                       .score = 1};
    document->statements = statements, document->statement_count = COUNT(statements);
    document->parties = parties;
}

static void add_events(struct document *document)
{
    static const char *contexts[] = {"diplomatic", "economic"};
    static struct actor actors[] = {{0, "GBRGOV"}, {1, NULL}};
    static uint32_t accounts[] = {1, 2};
    static struct event events[2];
    events[0] = (struct event){.cameo = "102",
                               .plover_event = "REQUEST",
                               .plover_mode = "assist",
                               .plover_contexts = contexts,
                               .plover_context_count = 2,
                               .quad = 3,
                               .goldstein = "-5.0",
                               .trigger = at("called"),
                               .sentence = 1,
                               .sources = actors + 1,
                               .source_count = 1,
                               .targets = actors,
                               .target_count = 2,
                               .time = 1,
                               .place = 2,
                               .date = "2024-05",
                               .polarity = RO_NEGATIVE,
                               .modality = RO_HYPOTHETICAL,
                               .tense = RO_UNSPECIFIED,
                               .attributions = accounts,
                               .attribution_count = 2,
                               .by = "verbs.txt:7",
                               .score = 0.625};
    events[1] = (struct event){.cameo = "---",
                               .quad = RO_NONE,
                               .trigger = at("cut"),
                               .sentence = 3,
                               .time = RO_NONE,
                               .place = RO_NONE,
                               .by = "model"};
    document->events = events, document->event_count = COUNT(events);
}

static void add_positions(struct document *document)
{
    static uint32_t exchanges[] = {1};
    static struct position positions[3];
    positions[0] = (struct position){0, RO_REJECT, at("sold"), "the sale", "sale", RO_ALL, exchanges, 1, 1, 0, 0.8};
    positions[1] = (struct position){1,    RO_DEMAND, at("lower fees"), "lower fees", "fee", RO_NO_EXTENT,
                                     NULL, 0,         RO_NONE,          RO_NONE,      0.7};
    positions[2] = (struct position){1, RO_PRAISE, at("jobs"), "jobs", "job", RO_NOTHING, NULL, 0, RO_NONE, 2, 0.6};
    document->positions = positions, document->position_count = COUNT(positions);
}

static void add_disputes(struct document *document)
{
    static struct side sides[2];
    static struct dispute disputes[1];
    static struct warning warnings[2];
    sides[0] = (struct side){0, 1, 1, 0, at("Roe had called for lower fees")};
    sides[1] = (struct side){1, RO_NONE, RO_NONE, RO_NONE, at("denied it")};
    disputes[0] = (struct dispute){"lower fees", RO_DENIAL, sides, 2, 0.9};
    warnings[0] = (struct warning){"damaged-text", "a word lost letters", at("quay")};
    warnings[1] = (struct warning){"twice", "this id came before", RO_NO_SPAN};
    document->disputes = disputes, document->dispute_count = COUNT(disputes);
    document->warnings = warnings, document->warning_count = COUNT(warnings);
}

static struct readout_record *full_record(void)
{
    struct readout_record *record = sample_record(text, sizeof text - 1);
    struct document *document = &record->document;
    document->meta = (struct readout_meta){.id = "kelso-1",
                                           .uri = "https://example.org/kelso",
                                           .title = "\"Never\"\tsold",
                                           .publisher = "The Kelso Post",
                                           .author = "Jo \xC3\x85rud",
                                           .published = "2024-05-03T18:30:00+01:00"};
    add_words(document);
    add_entities(document);
    add_times(document);
    add_statements(document);
    add_events(document);
    add_positions(document);
    add_disputes(document);
    return record;
}

static const struct readout_writing everything = {.text = true, .tokens = true};

/* The whole */

static struct written read_expected(void)
{
    struct written expected = {0};
    char buffer[4096];
    FILE *file = fopen("tests/unit/record_full.json", "r");
    assert_non_null(file);
    for (size_t got; (got = fread(buffer, 1, sizeof buffer, file)) > 0;)
        sample_sink(&expected, buffer, got);
    fclose(file);
    return expected;
}

static void a_full_record_has_every_field(void **state)
{
    (void)state;
    struct readout_record *record = full_record();
    struct written expected = read_expected();
    struct written written = sample_write(record, READOUT_PRETTY, &everything);
    assert_string_equal(written.data, expected.data);
    sample_keep(record, "full");
    free(written.data);
    free(expected.data);
    readout_record_free(record);
}

/* Drop what stands between the tokens of JSON. */
static void drop_blanks(struct written *json)
{
    size_t to = 0;
    bool inside = false;
    for (size_t i = 0; i < json->length; i++) {
        char c = json->data[i];
        if (c == '"' && (i == 0 || json->data[i - 1] != '\\'))
            inside = !inside;
        if (inside || (c != ' ' && c != '\n'))
            json->data[to++] = c;
    }
    json->data[json->length = to] = '\0';
}

static void one_line_is_the_same_object(void **state)
{
    (void)state;
    struct readout_record *record = full_record();
    struct written pretty = sample_write(record, READOUT_PRETTY, &everything);
    struct written line = sample_write(record, READOUT_JSON, &everything);
    assert_ptr_equal(strchr(line.data, '\n'), line.data + line.length - 1);
    drop_blanks(&pretty);
    line.data[line.length - 1] = '\0';
    assert_string_equal(line.data, pretty.data);
    free(line.data);
    free(pretty.data);
    readout_record_free(record);
}

static void text_and_tokens_are_written_on_demand(void **state)
{
    (void)state;
    struct readout_record *record = full_record();
    struct written plain = sample_write(record, READOUT_JSON, NULL);
    struct written with_text = sample_write(record, READOUT_JSON, &(struct readout_writing){.text = true});
    struct written with_tokens = sample_write(record, READOUT_JSON, &(struct readout_writing){.tokens = true});
    assert_null(strstr(plain.data, "\"text\":\"\xF0"));
    assert_null(strstr(plain.data, "\"tokens\":"));
    assert_non_null(strstr(with_text.data, "\"text\":\"\xF0"));
    assert_null(strstr(with_text.data, "\"tokens\":"));
    assert_null(strstr(with_tokens.data, "\"text\":\"\xF0"));
    assert_non_null(strstr(with_tokens.data, "\"tokens\":["));
    free(plain.data);
    free(with_text.data);
    free(with_tokens.data);
    readout_record_free(record);
}

static void an_empty_text_has_empty_lists(void **state)
{
    (void)state;
    struct readout_record *record = sample_record("", 0);
    struct written written = sample_write(record, READOUT_JSON, &everything);
    assert_non_null(strstr(written.data,
                           "\"characters\":0,\"text\":\"\",\"tokens\":[],\"sentences\":[],\"entities\":[],"
                           "\"times\":[],\"statements\":[],\"events\":[],\"positions\":[],"
                           "\"disputes\":[],\"warnings\":[]}\n"));
    assert_non_null(strstr(written.data,
                           "\"id\":null,\"uri\":null,\"title\":null,\"publisher\":null,\"author\":null,"
                           "\"published\":null,"));
    sample_keep(record, "empty");
    free(written.data);
    readout_record_free(record);
}

/* Strings and numbers */

static void control_characters_are_escaped(void **state)
{
    (void)state;
    static const char odd[] = "a\0b\x01\x1b[1m\"\\/\n\r\t\x7f\xE2\x80\xA8";
    struct readout_record *record = sample_record(odd, sizeof odd - 1);
    struct written written = sample_write(record, READOUT_JSON, &everything);
    assert_int_equal(strlen(written.data), written.length);
    assert_non_null(strstr(written.data,
                           "\"characters\":16,\"text\":\"a\\u0000b\\u0001\\u001B[1m\\\"\\\\/\\n\\r\\t\x7f"
                           "\xE2\x80\xA8\","));
    sample_keep(record, "odd");
    free(written.data);
    readout_record_free(record);
}

static struct written write_decimal(double value, int places)
{
    struct written written = {0};
    struct output *output = ro_output_open(sample_sink, &written);
    assert_non_null(output);
    struct json json = {.generator = yajl_gen_alloc(NULL)};
    yajl_gen_config(json.generator, yajl_gen_print_callback, ro_output_add, output);
    ro_json_decimal(&json, NULL, value, places);
    yajl_gen_free(json.generator);
    assert_int_equal(ro_output_close(output), READOUT_OK);
    assert_false(json.failed);
    return written;
}

static void decimals_are_rounded_and_short(void **state)
{
    (void)state;
    static const struct {
        double value;
        int places;
        const char *digits;
    } cases[] = {
        {0, 4, "0"},
        {1, 4, "1"},
        {0.95, 4, "0.95"},
        {0.5, 4, "0.5"},
        {0.12345, 4, "0.1235"},
        {0.99996, 4, "1"},
        {0.00004, 4, "0"},
        {0.0123, 4, "0.0123"},
        {-0.00001, 4, "0"},
        {-2.5, 5, "-2.5"},
        {-179.99999, 5, "-179.99999"},
        {100, 5, "100"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct written written = write_decimal(cases[i].value, cases[i].places);
        assert_string_equal(written.data, cases[i].digits);
        free(written.data);
    }
}

static void write_file(const char *folder, const char *name, const char *content)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(content, file);
    assert_int_equal(fclose(file), 0);
}

/* Make a locale that has a comma where ours has a point: a machine need not have one. */
static void set_comma(void)
{
    char folder[] = "/tmp/readout-locale-XXXXXX", command[512], number[8];
    assert_non_null(mkdtemp(folder));
    write_file(folder, "ascii",
               "<code_set_name> ASCII\n<escape_char> /\nCHARMAP\n<U0000>..<U007F> /x00 ASCII\n"
               "END CHARMAP\n");
    write_file(folder, "numbers",
               "LC_NUMERIC\ndecimal_point \",\"\nthousands_sep \"\"\ngrouping -1\nEND LC_NUMERIC\n");
    snprintf(command, sizeof command, "localedef -c -f %s/ascii -i %s/numbers %s/comma >%s/log 2>&1", folder,
             folder, folder, folder);
    if (system(command) == -1) /* NOLINT(cert-env33-c): nothing in it comes from outside */
        fail_msg("%s", command);
    setenv("LOCPATH", folder, 1);
    assert_non_null(setlocale(LC_NUMERIC, "comma"));
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0); /* NOLINT(cert-env33-c) */
    snprintf(number, sizeof number, "%.2f", 0.95);
    assert_string_equal(number, "0,95");
}

static void a_locale_changes_nothing(void **state)
{
    (void)state;
    struct readout_record *record = full_record();
    struct written before = sample_write(record, READOUT_JSON, &everything);
    set_comma();
    struct written after = sample_write(record, READOUT_JSON, &everything);
    setlocale(LC_NUMERIC, "C");
    assert_string_equal(after.data, before.data);
    free(before.data);
    free(after.data);
    readout_record_free(record);
}

static void a_key_out_of_place_is_told(void **state)
{
    (void)state;
    struct json json = {.generator = yajl_gen_alloc(NULL)};
    ro_json_open(&json, NULL);
    assert_false(json.failed);
    ro_json_integer(&json, NULL, 1);
    assert_true(json.failed);
    yajl_gen_free(json.generator);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_full_record_has_every_field),
        cmocka_unit_test(one_line_is_the_same_object),
        cmocka_unit_test(text_and_tokens_are_written_on_demand),
        cmocka_unit_test(an_empty_text_has_empty_lists),
        cmocka_unit_test(control_characters_are_escaped),
        cmocka_unit_test(decimals_are_rounded_and_short),
        cmocka_unit_test(a_locale_changes_nothing),
        cmocka_unit_test(a_key_out_of_place_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

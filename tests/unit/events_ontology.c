/* events_ontology.c: codes of events and what they are in PLOVER; mistakes in the two lexicons. */
#include "example.h"

#include "events/ontology.h"

static struct arena arena;
static const struct ontology *ontology;

static int load(void **state)
{
    (void)state;
    struct readout_error error;
    ro_arena_init(&arena);
    return ro_ontology_read(&arena, lexicon_built_in("plover.txt"), lexicon_built_in("cameo.txt"), &ontology,
                            &error);
}

static int unload(void **state)
{
    (void)state;
    ro_arena_release(&arena);
    return 0;
}

static const struct cameo_code *find(const char *code)
{
    const struct cameo_code *found = ro_ontology_find(ontology, ro_slice(code));
    if (!found)
        fail_msg("no code %s", code);
    return found;
}

static void codes_are_found(void **state)
{
    (void)state;
    const struct cameo_code *call = find("041"), *crime = find("1121"), *root = find("04");
    assert_string_equal(call->name, "Discuss by telephone");
    assert_int_equal(call->quad, 1);
    assert_string_equal(call->goldstein, "1");
    assert_string_equal(call->plover_event, "CONSULT");
    assert_string_equal(call->plover_mode, "phone");
    assert_int_equal(call->plover_context_count, 0);
    assert_string_equal(crime->goldstein, "-2");
    assert_int_equal(crime->plover_context_count, 2);
    assert_string_equal(crime->plover_contexts[0], "crime");
    assert_string_equal(crime->plover_contexts[1], "corruption");
    assert_string_equal(root->plover_event, "CONSULT");
    assert_null(root->plover_mode);
    assert_null(ro_ontology_find(ontology, RO_SLICE("0")));
    assert_null(ro_ontology_find(ontology, RO_SLICE("0419")));
    assert_null(ro_ontology_find(ontology, RO_SLICE("")));
}

static void statements_have_no_event_and_appeals_are_requests(void **state)
{
    (void)state;
    assert_null(find("010")->plover_event);
    assert_null(find("01")->plover_event);
    assert_string_equal(find("02")->plover_event, "REQUEST");
    assert_string_equal(find("0256")->plover_event, "REQUEST");
    assert_null(find("0256")->plover_mode);
}

static void every_code_has_its_values(void **state)
{
    (void)state;
    unsigned events = 0;
    for (uint32_t i = 0; i < ontology->code_count; i++) {
        const struct cameo_code *code = &ontology->codes[i];
        assert_in_range(code->quad, 1, 4);
        assert_non_null(code->goldstein);
        assert_non_null(code->description);
        assert_true((strncmp(code->code, "01", 2) == 0) == !code->plover_event);
    }
    for (uint32_t i = 0; i < ontology->term_count; i++)
        events += ontology->terms[i].event && !ontology->terms[i].name;
    assert_int_equal(events, 16);
}

/* Every mode and context is that of some code: what nothing uses is deleted. */
static bool is_used(const struct plover_term *term)
{
    for (uint32_t i = 0; i < ontology->code_count; i++) {
        const struct cameo_code *code = &ontology->codes[i];
        if (code->plover_event == NULL)
            continue;
        if (term->event && strcmp(code->plover_event, term->event) == 0 &&
            (!term->name || (code->plover_mode && strcmp(code->plover_mode, term->name) == 0)))
            return true;
        for (uint32_t c = 0; !term->event && c < code->plover_context_count; c++)
            if (strcmp(code->plover_contexts[c], term->name) == 0)
                return true;
    }
    return false;
}

static void every_term_is_that_of_a_code(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < ontology->term_count; i++)
        if (!is_used(&ontology->terms[i]))
            fail_msg("plover.txt: no code is %s %s", ontology->terms[i].event, ontology->terms[i].name);
}

static void expect_error(const char *plover, const char *cameo, const char *message)
{
    const struct lexicon_file terms = {"plover.txt", ro_slice(plover)}, codes = {"cameo.txt", ro_slice(cameo)};
    struct arena own;
    const struct ontology *read;
    struct readout_error error;
    ro_arena_init(&own);
    assert_int_equal(ro_ontology_read(&own, &terms, &codes, &read, &error), READOUT_BAD_LEXICON);
    assert_contains(error.message, message);
    ro_arena_release(&own);
}

static void errors_name_file_line_and_column(void **state)
{
    (void)state;
    static const char terms[] = "AID | - | Give\n* | legal | Law\n";
    expect_error("AID | -\n", "", "plover.txt:1:1: 2 fields; write event | mode | what it is");
    expect_error("AID | money | Money\n", "", "plover.txt:1:1: no event \"AID\" stands above");
    expect_error("AID | - | Give\nAID | - | Give\n", "", "plover.txt:2:1: AID - stands here twice");
    expect_error("* | - | Law\n", "", "plover.txt:1:5: nothing stands here");
    expect_error(terms, "07 | Aid | 2\n", "cameo.txt:1:1: 3 fields; write code | name");
    expect_error(terms, "7 | Aid | 2 | 7 | AID | - | - | Give\n", "cameo.txt:1:1: \"7\" is no code");
    expect_error(terms, "070 | Aid | 2 | 7 | AID | - | - | Give\n", "cameo.txt:1:1: no 07 stands above");
    expect_error(terms, "07 | Aid | 2 | 7 | AID | - | - | Give\n07 | Aid | 2 | 7 | AID | - | - | Give\n",
                 "cameo.txt:2:1: 07 stands here twice");
    expect_error(terms, "07 | Aid | 5 | 7 | AID | - | - | Give\n", "cameo.txt:1:12: \"5\" is no quad class");
    expect_error(terms, "07 | Aid | 2 | 7 | GIVE | - | - | Give\n",
                 "cameo.txt:1:20: plover.txt has no \"GIVE | -\"");
    expect_error(terms, "07 | Aid | 2 | 7 | AID | cash | - | Give\n",
                 "cameo.txt:1:26: plover.txt has no \"AID | cash\"");
    expect_error(terms, "07 | Aid | 2 | 7 | AID | - | legal; law | Give\n",
                 "cameo.txt:1:37: plover.txt has no \"* | law\"");
}

static void a_goldstein_value_is_a_number(void **state)
{
    (void)state;
    static const char *const wrong[] = {"x", "1.", ".5", "01", "1,5", "11", "10.5", "1e3", "+1", "nan", "1.5x"};
    char line[64];
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        snprintf(line, sizeof line, "07 | Aid | 2 | %s | AID | - | - | Give\n", wrong[i]);
        expect_error("AID | - | Give\n", line, "is no Goldstein value");
    }
}

static void the_library_tells_them(void **state)
{
    (void)state;
    struct readout *readout;
    struct readout_code code;
    struct readout_term term;
    assert_int_equal(readout_open(&(const struct readout_settings){.model = "none"}, &readout, NULL), READOUT_OK);
    assert_int_equal(readout_code_count(readout), ontology->code_count);
    assert_true(readout_code(readout, 0, &code));
    assert_string_equal(code.code, "01");
    assert_null(code.event);
    assert_false(readout_code(readout, readout_code_count(readout), &code));
    assert_true(readout_term(readout, 0, &term));
    assert_string_equal(term.event, "AGREE");
    assert_null(term.name);
    assert_false(readout_term(readout, readout_term_count(readout), &term));
    readout_free(readout);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_found),
        cmocka_unit_test(statements_have_no_event_and_appeals_are_requests),
        cmocka_unit_test(every_code_has_its_values),
        cmocka_unit_test(every_term_is_that_of_a_code),
        cmocka_unit_test(errors_name_file_line_and_column),
        cmocka_unit_test(a_goldstein_value_is_a_number),
        cmocka_unit_test(the_library_tells_them),
    };
    return cmocka_run_group_tests(tests, load, unload);
}

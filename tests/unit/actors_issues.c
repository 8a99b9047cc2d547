/* actors_issues.c: issues of a PETRARCH dictionary, and how often each sentence speaks of them. */
#include "text_stages.h"

#include "actors/dictionary.h"
#include "actors/issues.h"
#include "base/file.h"

struct fixture {
    struct stages stages;
    struct arena arena;
    struct dictionary *dictionary;
    struct dictionary_problems problems;
};

static void open_fixture(struct fixture *fixture, const char *text)
{
    const struct lexicon_file file = {"my.issues.txt", {text, strlen(text)}};
    *fixture = (struct fixture){.dictionary = NULL};
    stages_open(&fixture->stages);
    ro_arena_init(&fixture->arena);
    fixture->dictionary = ro_dictionary_new(&fixture->arena);
    assert_non_null(fixture->dictionary);
    assert_int_equal(ro_dictionary_read_issues(fixture->dictionary, &file, &fixture->problems), READOUT_OK);
    fixture->stages.resources.dictionary = fixture->dictionary;
}

static void close_fixture(struct fixture *fixture)
{
    stages_close(&fixture->stages);
    ro_arena_release(&fixture->arena);
}

/* The issues of a text: "0 OIL 2; 1 COURTS 1". */
static const char *issues(struct fixture *fixture, const char *text)
{
    static char out[256];
    size_t length = 0;
    const struct document *document = stages_read(&fixture->stages, text, strlen(text));
    assert_int_equal(ro_issues_read(&fixture->stages.context, &fixture->stages.document), READOUT_OK);
    out[0] = '\0';
    for (uint32_t i = 0; i < document->issue_count; i++) {
        const struct issue *issue = &document->issues[i];
        length += (size_t)snprintf(out + length, sizeof out - length, "%s%u %s %u", length ? "; " : "",
                                   (unsigned)issue->sentence, issue->name, (unsigned)issue->count);
        assert_in_range(length, 1, sizeof out - 1);
    }
    return out;
}

static void phrases_are_counted_in_each_sentence(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture, "# energy\n<ISSUE CATEGORY=\"ENERGY\" TYPE=\"ALL\">\noil [OIL]\noil price [PRICES]\n"
                           "crude [OIL]\n</ISSUE>\ncourt [COURTS] and what follows\n");
    assert_string_equal(issues(&fixture, "Oil, crude and the oil price rose. The court slept. Nobody came."),
                        "0 OIL 2; 0 PRICES 1; 1 COURTS 1");
    assert_string_equal(issues(&fixture, "Oilmen slept."), "");
    assert_int_equal(fixture.problems.total, 0);
    close_fixture(&fixture);
}

static void nouns_and_verbs_have_their_forms(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture,
                 "n:country house [HOMES]\nv:charge a n:fee [FEES]\npre+school [SCHOOLS]\nN:city hall [HALLS]\n"
                 "v:carry+n:bag [BAGS]\n");
    assert_string_equal(issues(&fixture, "A country house. Countries house. Country houses."),
                        "0 HOMES 1; 1 HOMES 1");
    assert_string_equal(
        issues(&fixture, "They charge a fee. They charged a fee. Charging a fees. It charges a fee."),
        "0 FEES 1; 1 FEES 1; 2 FEES 1; 3 FEES 1");
    assert_string_equal(issues(&fixture, "A pre-school. Pre school. Preschool."), "0 SCHOOLS 1; 1 SCHOOLS 1");
    assert_string_equal(issues(&fixture, "He carried bags. Carrying-bag. Cities hall."),
                        "0 BAGS 1; 1 BAGS 1; 2 HALLS 1");
    close_fixture(&fixture);
}

static void what_is_to_be_ignored_leaves_the_sentence_without(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture, "oil [OIL]\n~olive oil\n~~ opera\n");
    assert_string_equal(issues(&fixture, "Oil and olive oil. Oil. The opera bought oil."), "1 OIL 1");
    close_fixture(&fixture);
}

static void expect_problem(const char *line, const char *message)
{
    struct fixture fixture;
    open_fixture(&fixture, line);
    assert_int_equal(fixture.problems.total, 1);
    assert_string_equal(fixture.problems.messages[0], message);
    close_fixture(&fixture);
}

static void wrong_lines_are_told(void **state)
{
    (void)state;
    char text[320];
    expect_problem("oil\n", "my.issues.txt:1:1: no issue; write [ISSUE] behind the words");
    expect_problem("oil [OIL\n", "my.issues.txt:1:5: this bracket is never closed; end the issue with ]");
    expect_problem("oil [ ]\n", "my.issues.txt:1:5: no issue; write its name in the brackets");
    expect_problem("oil [A,B]\n", "my.issues.txt:1:7: a comma or semicolon parts issues; leave it out of the name");
    expect_problem("[OIL]\n", "my.issues.txt:1:1: no words; write what is counted");
    expect_problem("~\n", "my.issues.txt:1:1: no words; write what is counted");
    expect_problem("v:a v:b v:c [X]\n",
                   "my.issues.txt:1:1: more than 32 forms, or 256 letters; write several lines");
    memset(text, 'x', 300);
    memcpy(text + 300, " [X]\n", 6);
    expect_problem(text, "my.issues.txt:1:1: more than 32 forms, or 256 letters; write several lines");
}

/* Thirteen of its lines have no issue. It is beside the repository where its data are. */
static void issues_of_phoenix(void **state)
{
    (void)state;
    const char *shared = getenv("SHARED");
    char path[1024];
    struct fixture fixture;
    struct arena arena;
    struct slice text;
    snprintf(path, sizeof path, "%s/data/petrarch/dictionaries/Phoenix.IssueCoding.txt", shared ? shared : ".");
    ro_arena_init(&arena);
    if (ro_file_read(&arena, path, 1 << 24, &text) != READOUT_OK) {
        ro_arena_release(&arena);
        print_message("%s: not there, so it is not read\n", path);
        skip();
    }
    open_fixture(&fixture, text.data);
    assert_int_equal(fixture.problems.total, 13);
    assert_string_equal(issues(&fixture, "Teachers and pupils left the kindergarten."),
                        "0 TEACHERS 1; 0 STUDENTS 1; 0 EARLY_CHILDHOOD_EDUCATION 1");
    close_fixture(&fixture);
    ro_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases_are_counted_in_each_sentence),
        cmocka_unit_test(nouns_and_verbs_have_their_forms),
        cmocka_unit_test(what_is_to_be_ignored_leaves_the_sentence_without),
        cmocka_unit_test(wrong_lines_are_told),
        cmocka_unit_test(issues_of_phoenix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

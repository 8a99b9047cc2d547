/* events_petrarch.c: verb dictionaries of PETRARCH: what is read from them, and what is told of wrong lines. */
#include "unit.h"

#include "actors/dictionary_fold.h"
#include "base/file.h"
#include "events/petrarch_store.h"

struct fixture {
    struct arena arena;
    struct petrarch_verbs *verbs;
    struct dictionary_problems problems;
};

static void read_text(struct fixture *fixture, const char *text)
{
    const struct lexicon_file file = {"own/my.verbs.txt", {text, strlen(text)}};
    assert_int_equal(ro_petrarch_read(fixture->verbs, &file, &fixture->problems), READOUT_OK);
}

static void open_fixture(struct fixture *fixture, const char *text)
{
    *fixture = (struct fixture){.verbs = NULL};
    ro_arena_init(&fixture->arena);
    fixture->verbs = ro_petrarch_new(&fixture->arena);
    assert_non_null(fixture->verbs);
    read_text(fixture, text);
}

static void close_fixture(struct fixture *fixture)
{
    ro_arena_release(&fixture->arena);
}

/* A word by its number. */
static const char *spelling(const struct petrarch_verbs *verbs, uint32_t word)
{
    static char text[64];
    for (uint32_t i = 0; i < verbs->words.size; i++)
        if (verbs->words.entries[i].key.data && verbs->words.entries[i].value == word)
            snprintf(text, sizeof text, "%.*s", (int)verbs->words.entries[i].key.length,
                     verbs->words.entries[i].key.data);
    return text;
}

static size_t put_words(const struct petrarch_verbs *verbs, struct petrarch_list words, char *out, size_t room)
{
    size_t length = 0;
    for (uint32_t i = 0; i < words.count && length < room; i++)
        length += (size_t)snprintf(out + length, room - length, "%s ",
                                   spelling(verbs, verbs->list_words[words.first + i]));
    return length;
}

/* All verbs of a form: "070 from line 2; 071 behind: over". */
static const char *verbs_of(const struct fixture *fixture, const char *form)
{
    static char out[512];
    const struct petrarch_verbs *verbs = fixture->verbs;
    size_t length = 0;
    out[0] = '\0';
    uint32_t word = ro_petrarch_word(verbs, ro_slice(form));
    for (uint32_t at = word == RO_TABLE_NONE ? RO_NONE : verbs->first_verb[word]; at != RO_NONE;
         at = verbs->verbs[at].next) {
        const struct petrarch_verb *verb = &verbs->verbs[at];
        length += (size_t)snprintf(out + length, sizeof out - length, "%s", length ? "; " : "");
        length += put_words(verbs, verb->before, out + length, sizeof out - length);
        length += (size_t)snprintf(out + length, sizeof out - length, "* ");
        length += put_words(verbs, verb->behind, out + length, sizeof out - length);
        length += (size_t)snprintf(out + length, sizeof out - length, "%s:%s line %u",
                                   verb->code.there ? verb->code.there : "-",
                                   verb->code.back ? verb->code.back : "-", (unsigned)verb->line);
    }
    return out;
}

static size_t put_elements(const struct petrarch_verbs *verbs, struct petrarch_list list, char *out, size_t room)
{
    static const char *const marks[] = {[RO_PETRARCH_SOURCE] = "$",
                                        [RO_PETRARCH_TARGET] = "+",
                                        [RO_PETRARCH_COMPOUND] = "%",
                                        [RO_PETRARCH_REST] = "^"};
    static const char *const links[] = {
        [RO_PETRARCH_ANYWHERE] = " ", [RO_PETRARCH_NEXT] = " _", [RO_PETRARCH_PHRASE] = " ~"};
    size_t length = 0;
    for (uint32_t i = 0; i < list.count && length < room; i++) {
        const struct petrarch_element *element = &verbs->elements[list.first + i];
        char set[16];
        snprintf(set, sizeof set, "&%u", (unsigned)element->value);
        length += (size_t)snprintf(out + length, room - length, "%s%s", links[element->link],
                                   element->kind == RO_PETRARCH_WORD  ? spelling(verbs, element->value)
                                   : element->kind == RO_PETRARCH_SET ? set
                                                                      : marks[element->kind]);
    }
    return length;
}

/* A pattern from the verb outwards: " _must |  for &0 023:-". */
static const char *pattern(const struct fixture *fixture, uint32_t number)
{
    static char out[512];
    const struct petrarch_verbs *verbs = fixture->verbs;
    assert_in_range(number, 0, verbs->pattern_count - 1);
    const struct petrarch_pattern *own = &verbs->patterns[number];
    size_t length = put_elements(verbs, own->before, out, sizeof out);
    length += (size_t)snprintf(out + length, sizeof out - length, " |");
    length += put_elements(verbs, own->behind, out + length, sizeof out - length);
    snprintf(out + length, sizeof out - length, " %s:%s", own->code.there ? own->code.there : "-",
             own->code.back ? own->code.back : "-");
    return out;
}

/* The words of a set: "food, foods, legal aid". */
static const char *members(const struct fixture *fixture, uint32_t set)
{
    static char out[512];
    const struct petrarch_verbs *verbs = fixture->verbs;
    size_t length = 0;
    out[0] = '\0';
    for (uint32_t i = 0; i < verbs->sets[set].count; i++) {
        length += put_words(verbs, verbs->members[verbs->sets[set].first + i].words, out + length,
                            sizeof out - length);
        out[--length] = ',';
        length++;
    }
    out[length ? length - 1 : 0] = '\0';
    return out;
}

/* What is read */

static void verbs_have_forms(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture, "# a note\n"
                           "--- GIVE [070] --- # as a gift\n"
                           "GIVE {GIVES GAVE GIVEN}  # all of them\n"
                           "GRANT [081]\n"
                           "HURRY\nPASS\nBASE\nFREE\nMATCH\nENJOY\n"
                           "---  THE OTHERS   ---\n"
                           "GIVE\n");
    assert_int_equal(fixture.problems.total, 0);
    assert_string_equal(verbs_of(&fixture, "gave"), "* 070:- line 3");
    assert_string_equal(verbs_of(&fixture, "gived"), "* -:- line 12");
    assert_string_equal(verbs_of(&fixture, "give"), "* 070:- line 3; * -:- line 12");
    assert_string_equal(verbs_of(&fixture, "granting"), "* 081:- line 4");
    static const char *const forms[] = {"hurries", "hurried", "hurrying", "passes",  "passed", "based",
                                        "basing",  "freeing", "matches",  "enjoyed", "enjoys", "frees"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (!*verbs_of(&fixture, forms[i]))
            fail_msg("no verb %s", forms[i]);
    close_fixture(&fixture);
}

static void verbs_of_several_words(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture, "--- BREAK [1] ---\n"
                           "+BREAK_DOWN {+BREAKS_DOWN +BROKE_DOWN} [2]\n"
                           "WIRE_+TAP\n"
                           "LASH OUT [3]\n"
                           "+ANGERED_BY {}\n"
                           "GET_+FED_UP {}\n");
    assert_int_equal(fixture.problems.total, 0);
    assert_string_equal(verbs_of(&fixture, "broke"), "* down 2:- line 2");
    assert_string_equal(verbs_of(&fixture, "break"), "* down 2:- line 2");
    assert_string_equal(verbs_of(&fixture, "breaked"), "");
    assert_string_equal(verbs_of(&fixture, "taps"), "wire * 1:- line 3");
    assert_string_equal(verbs_of(&fixture, "lashed"), "* out 3:- line 4");
    assert_string_equal(verbs_of(&fixture, "angered"), "* by 1:- line 5");
    assert_string_equal(verbs_of(&fixture, "fed"), "get * up 1:- line 6");
    close_fixture(&fixture);
}

static void codes_may_be_two_or_none(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(
        &fixture,
        "--- MEET [---] ---\nMEET\nVISIT [042:043]\nAPPEAR [:173]\nCALL [ 010 ]\nSAY [025?]\nEND [102b]\n");
    assert_int_equal(fixture.problems.total, 0);
    assert_string_equal(verbs_of(&fixture, "meets"), "* -:- line 2");
    assert_string_equal(verbs_of(&fixture, "visits"), "* 042:043 line 3");
    assert_string_equal(verbs_of(&fixture, "appears"), "* -:173 line 4");
    assert_string_equal(verbs_of(&fixture, "calls"), "* 010:- line 5");
    assert_string_equal(verbs_of(&fixture, "says"), "* 025?:- line 6");
    assert_string_equal(verbs_of(&fixture, "ended"), "* 102b:- line 7");
    close_fixture(&fixture);
}

static void patterns_of_words_in_a_row(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture, "&AID\n+FOOD\n--- GIVE ---\nGIVE\n"
                           "- MUST_* FOR &AID [1]\n"
                           "- NOW HAS_ * NOT_UP [2]\n"
                           "- $ ^ FOR * [3]\n"
                           "- + WAS * IN_ $ [4]\n"
                           "- % * [5:5]\n"
                           "- IN_AND_*_OUT AGAIN [6]\n"
                           "- * PEACE-KEEPING N'T [7]\n"
                           "-*[8]\n");
    assert_int_equal(fixture.problems.total, 0);
    assert_false(fixture.verbs->second);
    static const char *const right[] = {
        " _must | for &0 1:-",        " has now | not _up 2:-",   " for ^ $ | 3:-", " was + | in $ 4:-", " % | 5:5",
        " _and _in | _out again 6:-", " | peace _keeping nt 7:-", " | 8:-",
    };
    for (uint32_t i = 0; i < sizeof right / sizeof *right; i++)
        assert_string_equal(pattern(&fixture, i), right[i]);
    assert_int_equal(fixture.verbs->blocks[0].count, 8);
    close_fixture(&fixture);
}

static void patterns_of_phrases(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture, "&AID_OF_ALL\n+FOOD\n--- GIVE ---\nGIVE\n"
                           "- * {BIG &AID_OF_ALL} (TO +) [1]\n"
                           "- OLD (OF {NEW ARMY}) * (ON STATE) ALERT [2]\n"
                           "- * NEW_&AID_OF_ALL_PLAN [3]\n"
                           "- * (FOR {AIR_STRIKE}) [4]\n");
    assert_int_equal(fixture.problems.total, 0);
    assert_true(fixture.verbs->second);
    assert_string_equal(pattern(&fixture, 0), " | big ~&0 to ~+ 1:-");
    assert_string_equal(pattern(&fixture, 1), " army ~new ~of old | on ~state alert 2:-");
    assert_string_equal(pattern(&fixture, 2), " | new _&0 _plan 3:-");
    assert_string_equal(pattern(&fixture, 3), " | for ~air _strike 4:-");
    close_fixture(&fixture);
}

static void sets_have_plurals(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture, "&AID  # what is given\n+FOOD\n+RICE_\n+LEGAL_AID\n+ARMY\n"
                           "<!-- +NOTHING -->\n"
                           "&TIE_\n+CLOSE TIE\n"
                           "&ALL\n+&TIE\n+MEDICINE\n");
    assert_int_equal(fixture.problems.total, 0);
    assert_string_equal(members(&fixture, 0), "food,foods,rice,legal aid,legal aids,army,armies");
    assert_string_equal(members(&fixture, 1), "close tie");
    assert_string_equal(members(&fixture, 2), "close tie,medicine,medicines");
    close_fixture(&fixture);
}

static void a_later_set_of_a_name_counts(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture, "&AID\n+FOOD_\n--- GIVE ---\nGIVE\n- * &AID [1]\n");
    read_text(&fixture, "&AID\n+RICE_\n--- SEND ---\nSEND\n- * &AID [2]\n");
    assert_int_equal(fixture.problems.total, 0);
    assert_string_equal(members(&fixture, 0), "rice");
    assert_string_equal(pattern(&fixture, 1), " | &0 2:-");
    close_fixture(&fixture);
}

static void transformations(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture, "--- SAY [010] ---\nSAY {SAID}\n--- FIGHT [190] ---\nFIGHT\n"
                           "~ a (b . FIGHT) SAY = a b 112 # blame\n"
                           "~ a (a b Q) SAY = a b Q\n");
    assert_int_equal(fixture.problems.total, 0);
    const struct petrarch_transformation *made = fixture.verbs->transformations;
    assert_int_equal(fixture.verbs->transformation_count, 2);
    assert_true(made[0].outer == 'a' && made[0].source == 'b' && made[0].target == '.' &&
                made[0].new_source == 'a' && made[0].new_target == 'b');
    assert_string_equal(made[0].inner_code, "190");
    assert_string_equal(made[0].outer_code, "010");
    assert_string_equal(made[0].code, "112");
    assert_true(made[1].inner_code == NULL && made[1].code == NULL);
    assert_true(fixture.verbs->second);
    close_fixture(&fixture);
}

/* Mistakes */

static void expect_problem(const char *text, const char *problem)
{
    struct fixture fixture;
    open_fixture(&fixture, text);
    if (fixture.problems.total != 1 || strcmp(fixture.problems.messages[0], problem) != 0)
        fail_msg("%s -> %u problems: %s", text, (unsigned)fixture.problems.total,
                 fixture.problems.total ? fixture.problems.messages[0] : "none");
    close_fixture(&fixture);
}

#define HEAD "--- A [1] ---\nA\n"

static void mistakes_have_a_place(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"GIVE\n", "1:1: no block stands above; begin one with --- NAME [CODE] ---, or a set with &NAME"},
        {"- * X [1]\n", "1:1: no block stands above; begin one with --- NAME [CODE] ---"},
        {"--- GIVE [1 ---\n", "1:10: this bracket is never closed; end the code with ]"},
        {"--- GIVE [1!] ---\n",
         "1:11: \"1!\" is no code; write letters and digits, or two codes with a : between them"},
        {HEAD "B [1\n", "3:3: this bracket is never closed; end the code with ]"},
        {HEAD "B [1] x\n", "3:7: nothing goes behind a code; begin a note with #"},
        {HEAD "B {C\n", "3:3: this brace is never closed; end the forms with }"},
        {HEAD "B C}\n", "3:4: a stray }; remove it"},
        {HEAD "B {C} D\n", "3:6: nothing but the code goes behind the forms; move it"},
        {HEAD "_+ [2]\n", "3:1: no words; write a verb"},
        {HEAD "- * X\n", "3:1: this pattern has no code; write [CODE] behind it"},
        {HEAD "- X [1]\n", "3:1: this pattern has no *; write one where the verb stands"},
        {HEAD "- * X * [1]\n", "3:7: a second *; a verb stands in one place"},
        {HEAD "- * &X_Y [1]\n", "3:5: no set &X stands above; write it there"},
        {HEAD "- * X [+++]\n",
         "3:8: \"+++\" is no code; write letters and digits, or two codes with a : between them"},
        {HEAD "- * A A A A A A A A A A A A A A A A A A A A A A A A A [1]\n",
         "3:1: more than 24 words on one side of the *; shorten the pattern"},
        {"&\n", "1:1: the set has no name; write it behind the &"},
        {"&A\n+\n", "2:1: no words; write them behind the +"},
        {"&A\n+&B\n", "2:2: no set &B stands above; write it there"},
        {HEAD "~ a (a b A) = a b 1\n",
         "3:1: write a transformation as ~ a (a b VERB) VERB = a b CODE, with letters for the actors"},
        {HEAD "~ a (a b B) A = a b 1\n", "3:10: no verb B with a code stands above; write it there"},
        {HEAD "\xFF\n", "3:1: this is no UTF-8; save the file as UTF-8"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char problem[256];
        snprintf(problem, sizeof problem, "own/my.verbs.txt:%s", cases[i][1]);
        expect_problem(cases[i][0], problem);
    }
}

static void the_rest_is_read(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture, HEAD "- * &NONE [2]\n- * SOME [3]\nB {C\nD [4]\n");
    assert_int_equal(fixture.problems.total, 2);
    assert_string_equal(pattern(&fixture, 0), " | some 3:-");
    assert_string_equal(verbs_of(&fixture, "d"), "* 4:- line 6");
    close_fixture(&fixture);
}

/* PETRARCH's own */

static void dictionaries_of_petrarch(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        uint32_t problems, patterns;
    } files[] = {
        {"CAMEO.2.0.txt", 4, 4665}, /* a code with a "!", two sets that are not there, a verb without a code */
        {"PETR.Validate.verbs.txt", 3, 472}, /* "[+++]" of a block and a pattern, "[###]" */
    };
    const char *shared = getenv("SHARED");
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct fixture fixture;
        char path[1024];
        struct slice text;
        open_fixture(&fixture, "");
        snprintf(path, sizeof path, "%s/data/petrarch/dictionaries/%s", shared ? shared : ".", files[i].name);
        if (ro_file_read(&fixture.arena, path, 1 << 24, &text) != READOUT_OK) {
            print_message("%s: not there, so it is not read\n", path);
            close_fixture(&fixture);
            skip();
        }
        read_text(&fixture, text.data);
        if (fixture.problems.total != files[i].problems || fixture.verbs->pattern_count != files[i].patterns)
            fail_msg("%s: %u problems, %u patterns", files[i].name, (unsigned)fixture.problems.total,
                     (unsigned)fixture.verbs->pattern_count);
        close_fixture(&fixture);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(verbs_have_forms),
        cmocka_unit_test(verbs_of_several_words),
        cmocka_unit_test(codes_may_be_two_or_none),
        cmocka_unit_test(patterns_of_words_in_a_row),
        cmocka_unit_test(patterns_of_phrases),
        cmocka_unit_test(sets_have_plurals),
        cmocka_unit_test(a_later_set_of_a_name_counts),
        cmocka_unit_test(transformations),
        cmocka_unit_test(mistakes_have_a_place),
        cmocka_unit_test(the_rest_is_read),
        cmocka_unit_test(dictionaries_of_petrarch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

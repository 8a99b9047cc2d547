/* names_lexicons.c: lexicons of names: every example is found with what its line says; facts; mistakes in them. */
#include "example.h"

#include "names/first_names.h"
#include "names/gazetteer.h"
#include "names/holders.h"
#include "names/lexicons.h"
#include "names/role_words.h"
#include "record/record.h"

static struct arena arena;
static struct resources resources;
static struct readout *readout;
static struct readout_reader *reader;

static int load(void **state)
{
    (void)state;
    struct readout_error error;
    const struct readout_settings settings = {.model = "none"};
    ro_arena_init(&arena);
    assert_int_equal(ro_name_lexicons_read(&arena, ro_builtin_lexicons, NULL, 0, &resources, &error), READOUT_OK);
    assert_int_equal(readout_open(&settings, &readout, NULL), READOUT_OK);
    assert_int_equal(readout_reader_open(readout, &reader), READOUT_OK);
    return 0;
}

static int unload(void **state)
{
    (void)state;
    readout_reader_free(reader);
    readout_free(readout);
    ro_arena_release(&arena);
    return 0;
}

/* Examples */

typedef bool found_check(const struct document *document, uint32_t word, uint32_t length,
                         const struct lexicon_row *row);

static uint32_t word_at(const struct document *document, uint32_t byte)
{
    uint32_t word = 0;
    while (word < document->word_count && document->words[word].span.end <= byte)
        word++;
    return word;
}

/* Where an example's brackets stood, in bytes, and how many words are inside. */
static uint32_t bracketed(const struct document *document, struct slice field, uint32_t *length)
{
    uint32_t begin = (uint32_t)((const char *)memchr(field.data, '[', field.length) - field.data);
    uint32_t end = (uint32_t)((const char *)memchr(field.data, ']', field.length) - field.data) - 1;
    uint32_t word = word_at(document, begin), last = word_at(document, end - 1);
    *length = last + 1 - word;
    return word;
}

static bool example_fails(const struct lexicon_row *row, found_check *check)
{
    struct slice field = row->fields[row->field_count - 1];
    struct example example = example_read(field);
    struct readout_record *record;
    uint32_t length;
    assert_int_equal(readout_read(reader, example.text, example.length, NULL, &record), READOUT_OK);
    uint32_t word = bracketed(&record->document, field, &length);
    bool found = word < record->document.word_count && check(&record->document, word, length, row);
    readout_record_free(record);
    return !found;
}

static void check_examples(const char *name, found_check *check)
{
    struct lexicon_reader rows;
    struct lexicon_row row;
    unsigned missed = 0;
    ro_lexicon_start(&rows, lexicon_built_in(name));
    while (ro_lexicon_next(&rows, &row)) {
        if (!example_fails(&row, check))
            continue;
        struct slice example = row.fields[row.field_count - 1];
        missed++;
        print_error("%s:%u: what is in brackets is not found: %.*s\n", name, (unsigned)rows.line,
                    (int)example.length, example.data);
    }
    assert_int_equal(missed, 0);
}

/* Whether a string is a field; "-" is NULL. */
static bool is_field(const char *string, struct slice field)
{
    return ro_slice_equal(string ? ro_slice(string) : RO_SLICE("-"), field);
}

static bool is_organization(const struct document *document, uint32_t word, uint32_t length,
                            const struct lexicon_row *row)
{
    struct gazetteer_term term = ro_gazetteer_find(resources.gazetteer, document, word);
    return term.length == length && is_field(term.country, row->fields[2]) && is_field(term.actor, row->fields[3]);
}

static bool is_role(const struct document *document, uint32_t word, uint32_t length, const struct lexicon_row *row)
{
    struct role_term term = ro_role_find(resources.roles, document, word);
    const char gender[] = {term.gender ? term.gender : '-', '\0'};
    return term.length == length && is_field(term.sector, row->fields[1]) && is_field(gender, row->fields[2]) &&
           (row->field_count < 5 ? !term.country : is_field(term.country, row->fields[3]));
}

static void examples_of_organizations_are_found(void **state)
{
    (void)state;
    check_examples("organizations.txt", is_organization);
}

static void examples_of_roles_are_found(void **state)
{
    (void)state;
    check_examples("roles.txt", is_role);
}

/* Facts */

static void check_name(const char *name, const char *country, const char *actor, enum term_kind kind)
{
    struct gazetteer_term term = ro_gazetteer_named(resources.gazetteer, ro_slice(name));
    assert_int_equal(term.length, 1);
    assert_int_equal(term.kind, kind);
    assert_true(is_field(term.country, ro_slice(country)));
    assert_true(is_field(term.actor, ro_slice(actor)));
}

static void names_are_found_however_they_are_written(void **state)
{
    (void)state;
    static const char *const states[] = {"US", "U.S.", "the United States", "The United States of America",
                                         "UNITED STATES"};
    uint32_t entry = ro_gazetteer_named(resources.gazetteer, RO_SLICE("America")).entry;
    for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
        check_name(states[i], "USA", "USA", RO_TERM_NAME);
        assert_int_equal(ro_gazetteer_named(resources.gazetteer, ro_slice(states[i])).entry, entry);
    }
    check_name("Côte d’Ivoire", "CIV", "CIV", RO_TERM_NAME);
    check_name("Cote d'Ivoire", "CIV", "CIV", RO_TERM_NAME);
    check_name("Al-Qaeda", "-", "IMGMUSALQ", RO_TERM_NAME);
    check_name("North Korean", "PRK", "PRK", RO_TERM_DEMONYM);
    check_name("Britons", "GBR", "GBR", RO_TERM_PEOPLE);
    check_name("Pyongyang", "PRK", "PRK", RO_TERM_CAPITAL);
    check_name("Soviet Union", "SUN", "SUN", RO_TERM_NAME);
    assert_int_equal(ro_gazetteer_named(resources.gazetteer, RO_SLICE("us")).length, 0);
    assert_int_equal(ro_gazetteer_named(resources.gazetteer, RO_SLICE("polish")).length, 0);
    assert_int_equal(ro_gazetteer_named(resources.gazetteer, RO_SLICE("")).length, 0);
}

static void some_names_are_ambiguous(void **state)
{
    (void)state;
    assert_true(ro_gazetteer_named(resources.gazetteer, RO_SLICE("Chad")).ambiguous);
    assert_true(ro_gazetteer_named(resources.gazetteer, RO_SLICE("GEORGIA")).ambiguous);
    assert_false(ro_gazetteer_named(resources.gazetteer, RO_SLICE("South Korea")).ambiguous);
}

static void countries_have_actor_codes(void **state)
{
    (void)state;
    assert_string_equal(ro_gazetteer_country_code(resources.gazetteer, "KOR"), "KOR");
    assert_string_equal(ro_gazetteer_country_code(resources.gazetteer, "XKX"), "KSV");
    assert_null(ro_gazetteer_country_code(resources.gazetteer, "QQQ"));
}

/* What is found at the first word of a text: how many words it has. */
static uint32_t length_of_first(const char *text, const char **actor)
{
    struct readout_record *record;
    assert_int_equal(readout_read(reader, text, strlen(text), NULL, &record), READOUT_OK);
    struct gazetteer_term term = ro_gazetteer_find(resources.gazetteer, &record->document, 0);
    readout_record_free(record);
    *actor = term.actor;
    return term.length;
}

static void the_longest_name_wins(void **state)
{
    (void)state;
    const char *actor;
    assert_int_equal(length_of_first("Washington Post reporters left.", &actor), 2);
    assert_string_equal(actor, "USAMED");
    assert_int_equal(length_of_first("Washington, D.C., was cold.", &actor), 3);
    assert_int_equal(length_of_first("Washington, Seoul and Tokyo agreed.", &actor), 1);
    assert_int_equal(length_of_first("U.S.-led talks failed.", &actor), 1);
    assert_int_equal(length_of_first("NORTH KOREA SAYS NO", &actor), 2);
    assert_int_equal(length_of_first("People's Bank of China officials left.", &actor), 5);
    assert_int_equal(length_of_first("- 7", &actor), 0);
}

static void holders_are_found_by_name_and_day(void **state)
{
    (void)state;
    uint32_t at = 0;
    const struct holder *holder = ro_holder_next(resources.holders, RO_SLICE("Moon"), "2019-02-28", &at);
    assert_non_null(holder);
    assert_string_equal(holder->title, "president");
    assert_string_equal(holder->actor, "KORGOV");
    assert_null(ro_holder_next(resources.holders, RO_SLICE("Moon"), "2019-02-28", &at));
    at = 0;
    assert_null(ro_holder_next(resources.holders, RO_SLICE("Moon Jae-in"), "2023-01-01", &at));
    at = 0;
    holder = ro_holder_next(resources.holders, RO_SLICE("Joe Biden"), NULL, &at);
    assert_string_equal(holder->title, "president");
    holder = ro_holder_next(resources.holders, RO_SLICE("Joe Biden"), NULL, &at);
    assert_string_equal(holder->title, "vice president");
    assert_null(ro_holder_next(resources.holders, RO_SLICE("Joe Biden"), NULL, &at));
}

static void first_names_tell_a_gender(void **state)
{
    (void)state;
    assert_int_equal(ro_first_name_gender(resources.first_names, RO_SLICE("Sarah")), 'f');
    assert_int_equal(ro_first_name_gender(resources.first_names, RO_SLICE("JOHN")), 'm');
    assert_int_equal(ro_first_name_gender(resources.first_names, RO_SLICE("Jean-Philippe")), '\0');
    assert_int_equal(ro_first_name_gender(resources.first_names, RO_SLICE("Hans-Ulrich")), 'm');
    assert_int_equal(ro_first_name_gender(resources.first_names, RO_SLICE("Kim")), '\0');
}

/* Mistakes */

static const struct lexicon_file good[] = {
    {"codes.txt", RO_SLICE("GOV | government\n")},
    {"countries.txt", RO_SLICE("KOR | South Korea | Korea? | South Korean | South Koreans | Seoul\n")},
    {"organizations.txt", RO_SLICE("Blue House | organization | KOR | KORGOV | The [Blue House] denied it.\n")},
    {"roles.txt", RO_SLICE("mayor | GOV | - | The [mayor] left.\n")},
    {"holders.txt", RO_SLICE("Ada Lind | mayor | KOR | KORGOV | 2001-02-03 | - | a book\n")},
    {"first-names.txt", RO_SLICE("f | Ada\n")},
};
enum { GOOD = sizeof good / sizeof *good };

static enum readout_status read_with(const struct lexicon_file *instead, const struct lexicon_file *own,
                                     struct resources *out, struct arena *memory, struct readout_error *error)
{
    struct lexicon_file files[GOOD + 1] = {0};
    memcpy(files, good, sizeof good);
    for (size_t i = 0; instead && i < GOOD; i++)
        if (strcmp(files[i].name, instead->name) == 0)
            files[i] = *instead;
    return ro_name_lexicons_read(memory, files, own, own ? 1 : 0, out, error);
}

static void expect_error(const char *name, const char *text, const char *message)
{
    const struct lexicon_file file = {name, ro_slice(text)};
    struct arena memory;
    struct resources out = {0};
    struct readout_error error;
    ro_arena_init(&memory);
    assert_int_equal(read_with(&file, NULL, &out, &memory, &error), READOUT_BAD_LEXICON);
    assert_contains(error.message, message);
    ro_arena_release(&memory);
}

static void errors_name_file_line_and_column(void **state)
{
    (void)state;
    expect_error("codes.txt", "gov | government", "codes.txt:1:1: \"gov\" is no code");
    expect_error("codes.txt", "GOV | a\nGOV | b", "codes.txt:2:1: GOV stands here twice");
    expect_error("codes.txt", "GOV", "codes.txt:1:1: 1 field; write code | meaning");
    expect_error("countries.txt", "Korea | Korea | - | - | - | -",
                 "countries.txt:1:1: this is no code of a country");
    expect_error("countries.txt", "KOR | Korea | - | - | - | - | korea", "countries.txt:1:31: this is no code");
    expect_error("countries.txt", "KOR | Korea | -", "countries.txt:1:1: 3 fields; write alpha-3");
    expect_error("countries.txt", "KOR | A | - | - | - | -\nKOR | B | - | - | - | -",
                 "countries.txt:2:1: KOR stands here");
    expect_error("countries.txt", "KOR | A | - | - | - | -\nPRK | B | Bb; A | - | - | -",
                 "countries.txt:2:15: \"A\" is a name of \"A\" too");
    expect_error("organizations.txt", "Hall | palace | KOR | KORGOV", "organizations.txt:1:8: no type \"palace\"");
    expect_error("organizations.txt", "Hall | organization | KOX | KORGOV",
                 "organizations.txt:1:23: no country \"KOX\"");
    expect_error("organizations.txt", "Hall | organization | KOR | KORGVO",
                 "organizations.txt:1:32: no code \"GVO\"");
    expect_error("organizations.txt", "Hall | organization | KOR | KORGO",
                 "organizations.txt:1:29: \"KORGO\" is no actor");
    expect_error("organizations.txt", "Hall | organization | KOR", "organizations.txt:1:1: 3 fields");
    expect_error("organizations.txt", " | organization | KOR | KOR", "organizations.txt:1:2: nothing stands here");
    expect_error("organizations.txt", "'Hall | place | - | -", "organizations.txt:1:1: \"'Hall\" is no name");
    expect_error("organizations.txt", "Hall; Seoul | place | - | -",
                 "organizations.txt:1:7: \"Seoul\" is a name of \"South");
    expect_error("roles.txt", "mayor | GOV | x | The [mayor] left.", "roles.txt:1:15: no gender \"x\"");
    expect_error("roles.txt", "mayor | GOV | m | XXX | The [mayor] left.", "roles.txt:1:19: no country \"XXX\"");
    expect_error("roles.txt", "mayor | GVO | m | The [mayor] left.", "roles.txt:1:9: no code \"GVO\"");
    expect_error("roles.txt", "mayor; Mayor | GOV | m | The [mayor] left.",
                 "roles.txt:1:8: \"Mayor\" stands here twice");
    expect_error("roles.txt", "... | GOV | m | The [mayor] left.", "roles.txt:1:1: \"...\" is too long or has no");
    expect_error("roles.txt", "; | GOV | m | The [mayor] left.", "roles.txt:1:1: no phrase");
    expect_error("holders.txt", "Ada | mayor | KOR | KORGOV | 2001-02-30 | - | a book",
                 "holders.txt:1:30: \"2001-02-30\" is no");
    expect_error("holders.txt", "Ada | mayor | KOR | KORGOV | - | - | a book",
                 "holders.txt:1:30: no day of taking office");
    expect_error("holders.txt", "Ada | mayor | KOR | KORGOV | 2001-02-03 | 2000-01-01 | a book",
                 "holders.txt:1:43: 2000-01-01 is before 2001-02-03");
    expect_error("holders.txt", "; | mayor | KOR | KORGOV | 2001-02-03 | - | a book", "holders.txt:1:1: no name");
    expect_error("first-names.txt", "x | Ada", "first-names.txt:1:1: no gender \"x\"");
    expect_error("first-names.txt", "f | Ada Eve ada", "first-names.txt:1:13: \"ada\" stands here twice");
}

static void names_of_ones_own_win(void **state)
{
    (void)state;
    const struct lexicon_file own = {"own.txt", RO_SLICE("Seoul; Hall | organization | KOR | KORGOV\n")};
    struct arena memory;
    struct resources out = {0};
    struct readout_error error;
    ro_arena_init(&memory);
    assert_int_equal(read_with(NULL, &own, &out, &memory, &error), READOUT_OK);
    struct gazetteer_term term = ro_gazetteer_named(out.gazetteer, RO_SLICE("Seoul"));
    assert_string_equal(term.actor, "KORGOV");
    assert_int_equal(term.type, RO_ORGANIZATION);
    assert_int_equal(ro_gazetteer_named(out.gazetteer, RO_SLICE("SEOUL")).entry, term.entry);
    assert_int_equal(ro_gazetteer_named(out.gazetteer, RO_SLICE("South Korea")).type, RO_COUNTRY);
    ro_arena_release(&memory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_of_organizations_are_found),
        cmocka_unit_test(examples_of_roles_are_found),
        cmocka_unit_test(names_are_found_however_they_are_written),
        cmocka_unit_test(some_names_are_ambiguous),
        cmocka_unit_test(countries_have_actor_codes),
        cmocka_unit_test(the_longest_name_wins),
        cmocka_unit_test(holders_are_found_by_name_and_day),
        cmocka_unit_test(first_names_tell_a_gender),
        cmocka_unit_test(errors_name_file_line_and_column),
        cmocka_unit_test(names_of_ones_own_win),
    };
    return cmocka_run_group_tests(tests, load, unload);
}

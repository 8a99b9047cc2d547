/* names_places.c: which place a name means, and where it is. */
#include "unit.h"

#include "names/places_table.h"
#include "readout/readout.h"

static const struct lexicon_file *places_file(void)
{
    const struct lexicon_file *file = ro_builtin_lexicons;
    while (strcmp(file->name, "places.txt") != 0)
        file++;
    return file;
}

/* "FRA" or "USA Texas", as a place is told below; "" where there is none. */
static const char *told(const struct place *place, char line[64])
{
    snprintf(line, 64, "%s%s%s", place->country ? place->country : "none", place->region ? " " : "",
             place->region ? place->region : "");
    return line;
}

/* Which place is chosen of a name, of what stands behind the comma, of the countries that the text names. */
static void each_is(const char *const cases[][4], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *countries[4];
        char codes[16], line[64] = "";
        uint32_t country_count = 0;
        struct place place;
        snprintf(codes, sizeof codes, "%s", cases[i][2]);
        for (char *code = codes; *code; code += strlen(code) < 4 ? strlen(code) : 4) {
            countries[country_count++] = code;
            if (code[3] == ' ')
                code[3] = '\0';
        }
        if (ro_places_choose(&ro_builtin_places, ro_slice(cases[i][0]), countries, country_count,
                             ro_slice(cases[i][1]), &place))
            told(&place, line);
        if (strcmp(line, cases[i][3]) != 0)
            fail_msg("%s, %s (%s): \"%s\", not \"%s\"", cases[i][0], cases[i][1], cases[i][2], line, cases[i][3]);
    }
}

#define EACH_IS(...)                                                                                               \
    do {                                                                                                           \
        static const char *const cases[][4] = {__VA_ARGS__};                                                       \
        each_is(cases, sizeof cases / sizeof *cases);                                                              \
    } while (0)

static void the_largest_is_meant(void **state)
{
    (void)state;
    EACH_IS({"Paris", "", "", "FRA"}, {"London", "", "", "GBR England"}, {"Birmingham", "", "", "GBR England"},
            {"Alexandria", "", "", "EGY"}, {"Tripoli", "", "", "LBY"}, {"San Jose", "", "", "USA California"},
            {"Santiago", "", "", "CHL"}, {"Hyderabad", "", "", "IND Telangana"}, {"Victoria", "", "", "AUS"},
            {"Washington", "", "", "USA District of Columbia"}, {"New York", "", "", "USA New York State"},
            {"Moscow", "", "", "RUS"}, {"Quebec", "", "", "CAN"}, {"Georgetown", "", "", "GUY"});
}

static void what_stands_behind_the_comma_decides(void **state)
{
    (void)state;
    EACH_IS({"Paris", "Texas", "FRA", "USA Texas"}, {"Paris", "Tex.", "", "USA Texas"},
            {"Paris", "TX", "", "USA Texas"}, {"Paris", "France", "USA", "FRA"},
            {"London", "Ontario", "GBR", "CAN Ontario"}, {"London", "Ont.", "GBR", "CAN Ontario"},
            {"Cambridge", "Mass.", "GBR", "USA Massachusetts"}, {"Springfield", "Ill.", "", "USA Illinois"},
            {"Springfield", "Illinois", "", "USA Illinois"}, {"Birmingham", "Ala.", "", "USA Alabama"},
            {"Birmingham", "AL", "", "USA Alabama"}, {"Alexandria", "Va.", "EGY", "USA Virginia"},
            {"Washington", "D.C.", "", "USA District of Columbia"},
            {"Victoria", "British Columbia", "", "CAN British Columbia"},
            {"Victoria", "B.C.", "", "CAN British Columbia"}, {"Hyderabad", "Pakistan", "IND", "PAK Sindh"},
            {"Valencia", "Spain", "VEN", "ESP"}, {"Reading", "Pa.", "", "USA Pennsylvania"},
            {"Tripoli", "Lebanon", "LBY", "LBN"}, {"Athens", "Georgia", "GRC", "USA Georgia"},
            {"Tbilisi", "Georgia", "USA", "GEO"}, {"Nablus", "West Bank", "", "PSE"},
            {"Portland", "Maine", "", "USA Maine"}, {"Portland", "Ore.", "", "USA Oregon"});
}

static void none_is_in_that_region(void **state)
{
    (void)state;
    EACH_IS({"Paris", "Ontario", "", ""}, {"Seoul", "Kentucky", "KOR", ""});
}

/* "from London, Rome and Oslo" */
static void other_things_behind_the_comma_do_not(void **state)
{
    (void)state;
    EACH_IS({"London", "Rome", "", "GBR England"}, {"Paris", "Monday", "", "FRA"});
}

static void countries_of_the_text_decide(void **state)
{
    (void)state;
    EACH_IS({"Tripoli", "", "LBN", "LBN"}, {"San Jose", "", "CRI", "CRI"}, {"Hyderabad", "", "PAK", "PAK Sindh"},
            {"Valencia", "", "ESP", "ESP"}, {"Valencia", "", "VEN ESP", "VEN"}, {"Santiago", "", "DOM", "CHL"},
            {"Cambridge", "", "USA", "USA Massachusetts"}, {"Cambridge", "", "GBR", "GBR England"},
            {"Birmingham", "", "USA", "USA Alabama"}, {"Victoria", "", "CAN", "CAN British Columbia"});
}

static void not_against_one_far_larger(void **state)
{
    (void)state;
    EACH_IS({"Paris", "", "USA", "FRA"}, {"Moscow", "", "USA", "RUS"}, {"London", "", "GBR CAN", "GBR England"},
            {"Alexandria", "", "USA", "EGY"});
}

static void no_telling_is_no_place(void **state)
{
    (void)state;
    EACH_IS({"Springfield", "", "", ""}, {"Springfield", "", "USA", ""}, {"Cambridge", "", "", ""},
            {"London", "", "CAN", ""});
}

static void words_need_a_country(void **state)
{
    (void)state;
    EACH_IS({"Nice", "", "", ""}, {"Nice", "", "FRA", "FRA"}, {"Mobile", "", "", ""},
            {"Mobile", "", "USA", "USA Alabama"}, {"Police", "", "", ""}, {"Police", "", "POL", "POL"},
            {"Of", "", "", ""}, {"OF", "", "TUR", ""}, {"Reading", "", "", ""},
            {"Reading", "", "GBR", "GBR England"});
}

static void names_of_old_and_of_elsewhere(void **state)
{
    (void)state;
    EACH_IS({"Kiev", "", "", "UKR"}, {"Kharkov", "", "", "UKR"}, {"Peking", "", "", "CHN"},
            {"Bombay", "", "", "IND Maharashtra"}, {"Rangoon", "", "", "MMR"}, {"Saigon", "", "", "VNM"},
            {"Mecca", "", "", "SAU"}, {"Raqqa", "", "", "SYR"}, {"Fallujah", "", "", "IRQ Anbar"},
            {"Hodeidah", "", "", "YEM"}, {"Frankfurt", "", "", "DEU"}, {"Mazar-i-Sharif", "", "", "AFG"},
            {"Donetsk", "", "", "UKR"}, {"Panmunjom", "", "", ""});
}

static void regions_and_seas(void **state)
{
    (void)state;
    EACH_IS({"Crimea", "", "", "UKR"}, {"Gaza Strip", "", "", "PSE"}, {"South China Sea", "", "", "none"},
            {"Texas", "", "", "USA"}, {"Tex.", "", "", ""}, {"Middle East", "", "", "none"},
            {"Punjab", "", "IND", "IND"}, {"Punjab", "", "PAK", "PAK"}, {"France", "", "", ""});
}

static void writing_does_not_matter(void **state)
{
    (void)state;
    EACH_IS({"PARIS", "", "", "FRA"}, {"HO CHI MINH CITY", "", "", "VNM"}, {"Montreal", "", "", "CAN Quebec"},
            {"MONTRÉAL", "", "", "CAN Quebec"}, {"Saint-Louis", "", "", "SEN"},
            {"St. Louis", "", "", "USA Missouri"}, {"Sana'a", "", "", "YEM"}, {"Sana’a", "", "", "YEM"},
            {"Rio de\nJaneiro", "", "", "BRA"}, {"L.A.", "", "", "USA California"},
            {"LA", "", "", "USA California"}, {"La", "", "", ""}, {"paris", "", "", ""}, {"nice", "", "FRA", ""},
            {"", "", "", ""}, {"\xff", "", "", ""});
}

static void a_place_has_coordinates(void **state)
{
    (void)state;
    struct place place;
    assert_true(ro_places_choose(&ro_builtin_places, RO_SLICE("Hanoi"), NULL, 0, RO_SLICE(""), &place));
    assert_string_equal(place.name, "Hanoi");
    assert_true(place.latitude > 20.5 && place.latitude < 21.5 && place.longitude > 105.5 &&
                place.longitude < 106.5);
    assert_int_equal(place.geonames, 1581130);
    assert_in_range(place.population, 1000000, 20000000);
    assert_true(ro_places_choose(&ro_builtin_places, RO_SLICE("Falklands"), NULL, 0, RO_SLICE(""), &place));
    assert_true(place.latitude < -51 && place.longitude < -59 && place.kind == RO_PLACE_REGION);
    assert_int_equal(place.geonames, RO_NONE);
}

static void all_of_a_name_are_found(void **state)
{
    (void)state;
    uint32_t first = 0, count = ro_places_find(&ro_builtin_places, RO_SLICE("Birmingham"), &first);
    assert_int_equal(count, 3);
    for (uint32_t i = 1; i < count; i++)
        assert_true(ro_places_at(&ro_builtin_places, first + i - 1).population >
                    ro_places_at(&ro_builtin_places, first + i).population);
    assert_int_equal(ro_places_find(&ro_builtin_places, RO_SLICE("France"), &first), 1);
    assert_int_equal(ro_places_at(&ro_builtin_places, first).kind, RO_PLACE_COUNTRY);
    assert_int_equal(ro_places_find(&ro_builtin_places, RO_SLICE("Nowhereville"), &first), 0);
}

static void tables_built_in_are_those_of_the_text(void **state)
{
    (void)state;
    struct arena arena;
    const struct places *read, *built_in = &ro_builtin_places;
    ro_arena_init(&arena);
    assert_int_equal(ro_places_read(&arena, places_file(), &read, NULL), READOUT_OK);
    assert_int_equal(read->row_count, built_in->row_count);
    assert_int_equal(read->key_count, built_in->key_count);
    assert_int_equal(read->name_bytes, built_in->name_bytes);
    assert_memory_equal(read->names, built_in->names, read->name_bytes);
    assert_memory_equal(read->buckets, built_in->buckets, (RO_PLACE_BUCKETS + 1) * sizeof *read->buckets);
    for (uint32_t i = 0; i < read->key_count; i++) {
        assert_true(read->keys[i].hash == built_in->keys[i].hash);
        assert_int_equal(read->keys[i].row, built_in->keys[i].row);
        assert_int_equal(read->keys[i].weight, built_in->keys[i].weight);
    }
    assert_memory_equal(read->rows, built_in->rows, read->row_count * sizeof *read->rows);
    ro_arena_release(&arena);
}

static void expect_error(const char *text, const char *message)
{
    const struct lexicon_file file = {"places.txt", {text, strlen(text)}};
    struct arena arena;
    const struct places *places;
    struct readout_error error;
    ro_arena_init(&arena);
    assert_int_equal(ro_places_load(&arena, &file, &places, &error), READOUT_BAD_LEXICON);
    assert_contains(error.message, message);
    ro_arena_release(&arena);
}

static void errors_name_file_line_and_column(void **state)
{
    (void)state;
    expect_error("# head\nOslo | NOR\n", "places.txt:2:1: 2 fields; write name");
    expect_error(" | NOR | | 1 | 1 | 1 | 1\n", "places.txt:1:2: 7 fields; write name");
    expect_error("oslo | NOR | | 59.9 | 10.7 | 1 | 1\n", "places.txt:1:1: \"oslo\" is no name");
    expect_error("Oslo; oslo | NOR | | 59.9 | 10.7 | 1 | 1\n", "places.txt:1:1: \"oslo\" is no name");
    expect_error("Oslo | NO | | 59.9 | 10.7 | 1 | 1\n", "places.txt:1:8: \"NO\" is no country");
    expect_error("Oslo | NORW | | 59.9 | 10.7 | 1 | 1\n", "places.txt:1:8: \"NORW\" is no country");
    expect_error("Oslo | | | 59.9 | 10.7 | 1 | 1\n", "places.txt:1:8: \"\" is no country");
    expect_error("Oslo | NOR | Viken | 59.9 | 10.7 | 1 | 1\n", "places.txt:1:14: no region \"Viken\" above");
    expect_error("Oslo | NOR | | 95.9 | 10.7 | 1 | 1\n", "places.txt:1:16: \"95.9\" is no latitude");
    expect_error("Oslo | NOR | | 59.91234 | 10.7 | 1 | 1\n", "places.txt:1:16: \"59.91234\" is no latitude");
    expect_error("Oslo | NOR | | | 10.7 | 1 | 1\n", "places.txt:1:16: \"\" is no latitude");
    expect_error("Oslo | NOR | | 59.9 | 10e7 | 1 | 1\n", "places.txt:1:23: \"10e7\" is no longitude");
    expect_error("Oslo | NOR | | 59.9 | 99999999999999999999 | 1 | 1\n",
                 "places.txt:1:23: \"99999999999999999999\"");
    expect_error("Oslo | NOR | | 59.9 | 10.7 | many | 1\n", "places.txt:1:30: \"many\" is no number");
    expect_error("Oslo | NOR | | 59.9 | 10.7 | 1 | 99999999999\n", "places.txt:1:34: \"99999999999\" is no number");
    expect_error("Oslo | NOR | | 59.9 | 10.7 | 1 | 1 | town\n", "places.txt:1:38: no note \"town\"");
}

/* A lexicon of one's own is read in place of the other. */
static void own_places_are_read(void **state)
{
    (void)state;
    static const char text[] =
        "Borduria | BOR | | | | 1 | | country\nWest Szohod | BOR | | 45 | -20.0625 | | | region\n"
        "Szohod; Zohod|BOR|West Szohod|-45.5|20|500000|\n";
    const struct lexicon_file file = {"places.txt", RO_SLICE(text)};
    struct arena arena;
    const struct places *places;
    struct place place;
    ro_arena_init(&arena);
    assert_int_equal(ro_places_load(&arena, &file, &places, NULL), READOUT_OK);
    assert_true(ro_places_choose(places, RO_SLICE("Zohod"), NULL, 0, RO_SLICE("West Szohod"), &place));
    assert_string_equal(place.name, "Szohod");
    assert_string_equal(place.region, "West Szohod");
    assert_true(place.latitude == -45.5 && place.longitude == 20);
    assert_true(ro_places_choose(places, RO_SLICE("West Szohod"), NULL, 0, RO_SLICE("Borduria"), &place));
    assert_true(place.longitude == -20.0625);
    ro_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_largest_is_meant),
        cmocka_unit_test(what_stands_behind_the_comma_decides),
        cmocka_unit_test(none_is_in_that_region),
        cmocka_unit_test(other_things_behind_the_comma_do_not),
        cmocka_unit_test(countries_of_the_text_decide),
        cmocka_unit_test(not_against_one_far_larger),
        cmocka_unit_test(no_telling_is_no_place),
        cmocka_unit_test(words_need_a_country),
        cmocka_unit_test(names_of_old_and_of_elsewhere),
        cmocka_unit_test(regions_and_seas),
        cmocka_unit_test(writing_does_not_matter),
        cmocka_unit_test(a_place_has_coordinates),
        cmocka_unit_test(all_of_a_name_are_found),
        cmocka_unit_test(tables_built_in_are_those_of_the_text),
        cmocka_unit_test(errors_name_file_line_and_column),
        cmocka_unit_test(own_places_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* record_entities.c: entities, and who made a statement, through the public header, on the page and in a table. */
#include "entity_sample.h"

static void assert_says(const struct readout_record *record, struct readout_span span, const char *words)
{
    size_t length = 0;
    const char *found = readout_record_text(record, span, &length);
    assert_int_equal(length, strlen(words));
    assert_memory_equal(found, words, length);
}

static void entities_are_walked(void **state)
{
    (void)state;
    struct readout_record *record = lunds_record();
    sample_keep(record, "lunds");
    assert_int_equal(readout_entity_count(record), 4);
    assert_string_equal(readout_entity_name(record, 0), "Ada Lund");
    assert_string_equal(readout_entity_type(record, 0), "person");
    assert_string_equal(readout_entity_country(record, 0), "GBR");
    assert_string_equal(readout_entity_actor(record, 0), "GBRGOV");
    assert_null(readout_entity_country(record, 1));
    assert_null(readout_entity_actor(record, 1));
    assert_int_equal(readout_entity_role_count(record, 0), 1);
    assert_string_equal(readout_entity_role_title(record, 0, 0), "Mayor");
    assert_string_equal(readout_entity_role_of(record, 0, 0), "Kelso");
    assert_says(record, readout_entity_role_span(record, 0, 0), "Mayor");
    readout_record_free(record);
}

static void mentions_are_walked(void **state)
{
    (void)state;
    struct readout_record *record = lunds_record();
    assert_int_equal(readout_entity_mention_count(record, 0), 3);
    assert_int_equal(readout_entity_mention(record, 0, 0).begin, 2);
    assert_says(record, readout_entity_mention(record, 0, 0), "Mayor Ada Lund of Kelso");
    assert_says(record, readout_entity_mention_head(record, 0, 0), "Ada Lund");
    assert_string_equal(readout_entity_mention_kind(record, 0, 0), "name");
    assert_string_equal(readout_entity_mention_kind(record, 3, 0), "nominal");
    assert_string_equal(readout_entity_mention_kind(record, 0, 2), "pronoun");
    assert_true(readout_entity_mention_score(record, 0, 1) == 0.75);
    readout_record_free(record);
}

static void places_and_groups_are_walked(void **state)
{
    (void)state;
    struct readout_record *record = lunds_record();
    struct readout_geo geo = {0};
    size_t member = 7;
    assert_true(readout_entity_geo(record, 2, &geo));
    assert_true(geo.latitude == 55.59856 && geo.longitude == -2.43341);
    assert_int_equal(geo.geonames, 2645822);
    record->document.entities[2].geo->geonames = RO_NONE;
    assert_true(readout_entity_geo(record, 2, &geo));
    assert_int_equal(geo.geonames, 0);
    assert_false(readout_entity_geo(record, 0, &geo));
    assert_int_equal(readout_entity_member_count(record, 3), 2);
    assert_true(readout_entity_member(record, 3, 1, &member));
    assert_int_equal(member, 1);
    assert_false(readout_entity_member(record, 3, 2, &member));
    assert_int_equal(member, 1);
    readout_record_free(record);
}

static void parties_are_entities(void **state)
{
    (void)state;
    struct readout_record *record = lunds_record();
    size_t entity = 7;
    assert_true(readout_statement_source_entity(record, 1, &entity));
    assert_int_equal(entity, 1);
    assert_true(readout_statement_addressee_entity(record, 1, 0, &entity));
    assert_int_equal(entity, 0);
    entity = 7;
    assert_false(readout_statement_addressee_entity(record, 1, 1, &entity));
    assert_false(readout_statement_addressee_entity(record, 0, 0, &entity));
    assert_false(readout_statement_source_entity(record, 4, &entity));
    record->document.parties = NULL; /* no actors were read */
    assert_false(readout_statement_source_entity(record, 1, &entity));
    assert_false(readout_statement_addressee_entity(record, 1, 0, &entity));
    assert_int_equal(entity, 7);
    readout_record_free(record);
}

static void indices_past_the_end_give_nothing(void **state)
{
    (void)state;
    struct readout_record *record = lunds_record();
    for (size_t index = 4; index; index = index == 4 ? SIZE_MAX : 0) {
        assert_null(readout_entity_name(record, index));
        assert_null(readout_entity_type(record, index));
        assert_null(readout_entity_country(record, index));
        assert_null(readout_entity_actor(record, index));
        assert_false(readout_entity_geo(record, index, &(struct readout_geo){0}));
        assert_int_equal(readout_entity_role_count(record, index), 0);
        assert_null(readout_entity_role_title(record, 0, index));
        assert_null(readout_entity_role_of(record, index, 0));
        assert_int_equal(readout_entity_role_span(record, 0, index).end, 0);
        assert_int_equal(readout_entity_member_count(record, index), 0);
        assert_false(readout_entity_member(record, index, 0, &(size_t){0}));
        assert_int_equal(readout_entity_mention_count(record, index), 0);
        assert_int_equal(readout_entity_mention(record, 0, index).end, 0);
        assert_int_equal(readout_entity_mention_head(record, index, 0).end, 0);
        assert_null(readout_entity_mention_kind(record, 0, index));
        assert_true(readout_entity_mention_score(record, index, 0) == 0);
    }
    readout_record_free(record);
}

static void assert_holds(struct readout_record *record, enum readout_format format, const char *part)
{
    struct written written = sample_write(record, format, NULL);
    if (!strstr(written.data, part))
        fail_msg("no \"%s\" in:\n%s", part, written.data);
    free(written.data);
}

static void a_page_says_who_she_is(void **state)
{
    (void)state;
    struct readout_record *record = lunds_record();
    assert_holds(record, READOUT_PAGE,
                 "\n   1  Mayor Ada Lund of Kelso · said · Friday\n"
                 "        that Olaf Lund had told her: \"We pay.\"\n"
                 "\n"
                 "   1    Olaf Lund · told her (Ada Lund)\n"
                 "          \"We pay.\"\n"
                 "\n"
                 "   2  she (Ada Lund) · said\n"
                 "        The two Lunds met later\n"
                 "\n"
                 "   2    The two Lunds (Ada Lund, Olaf Lund)\n"
                 "          met … later\n"
                 "\n"
                 "who\n"
                 "      Ada Lund · Mayor of Kelso · GBRGOV · 3 mentions\n"
                 "      Olaf Lund · 1 mention\n"
                 "      Kelso · GBR · 1 mention\n"
                 "\n"
                 "4 statements: ");
    readout_record_free(record);
}

static void a_page_names_those_that_are_mentioned_most(void **state)
{
    (void)state;
    static struct mention mentions[30];
    static struct entity entities[30];
    static char names[30][4];
    struct readout_record *record = sample_record("x", 1);
    for (uint32_t i = 0; i < 30; i++) {
        mentions[i] = (struct mention){.span = {0, 1}, .head = {0, 1}, .kind = RO_NAME};
        snprintf(names[i], sizeof names[i], "N%u", (unsigned)i);
        entities[i] = (struct entity){.name = names[i], .mentions = mentions, .mention_count = 1 + i % 3};
    }
    for (uint32_t i = 0; i < 30; i += 3)
        entities[i].country = "GBR";
    record->document.entities = entities, record->document.entity_count = 30;
    assert_holds(record, READOUT_PAGE, "who\n      N2 · 3 mentions\n      N5 · 3 mentions\n");
    assert_holds(record, READOUT_PAGE, "      N29 · 3 mentions\n      N1 · 2 mentions\n");
    assert_holds(record, READOUT_PAGE, "      N28 · 2 mentions\n\n0 statements");
    for (uint32_t i = 0; i < 30; i++)
        mentions[i].kind = RO_PRONOUN;
    assert_holds(record, READOUT_PAGE, "who\n      N0 · GBR · 1 mention\n      N3 · GBR · 1 mention\n");
    readout_record_free(record);
}

static void a_long_name_is_cut(void **state)
{
    (void)state;
    static char name[401];
    struct readout_record *record = lunds_record();
    for (size_t i = 0; i + 2 < sizeof name; i += 2)
        memcpy(name + i, "\xC3\xA9", 2);
    memcpy(name, "ab", 1); /* so that 200 bytes end inside of a letter */
    memmove(name + 1, name + 2, 399);
    const char *before = record->document.entities[0].name;
    record->document.entities[0].name = name;
    struct written written = sample_write(record, READOUT_PAGE, &(struct readout_writing){.width = 1000});
    char expected[260];
    snprintf(expected, sizeof expected, "she (%.199s) · said", name);
    assert_non_null(strstr(written.data, expected));
    record->document.entities[0].name = before;
    free(written.data);
    readout_record_free(record);
}

static void an_explanation_has_the_mentions_of_each_sentence(void **state)
{
    (void)state;
    static struct sentence sentences[2];
    struct readout_record *record = lunds_record();
    sentences[0].span = (struct span){0, lunds_at(" The two").begin};
    sentences[1].span = (struct span){lunds_at("The two").begin, record->document.length};
    record->document.sentences = sentences, record->document.sentence_count = 2;
    assert_holds(record, READOUT_EXPLANATION,
                 "        Mayor Ada Lund of Kelso · name · 0.90 · Ada Lund\n"
                 "        Kelso · name · 1.00 · Kelso\n"
                 "        Olaf Lund · name · 1.00 · Olaf Lund\n"
                 "        her · pronoun · 0.75 · Ada Lund\n"
                 "\n"
                 "      no event: the lexicon has no pattern of a word here\n"
                 "\n"
                 "   2  The two Lunds met later, she said.\n"
                 "\n"
                 "\n"
                 "        The two Lunds · nominal · 1.00 · The two Lunds\n"
                 "        she · pronoun · 0.50 · Ada Lund\n"
                 "\n");
    struct written written = sample_write(record, READOUT_EXPLANATION, &(struct readout_writing){.sentence = 2});
    assert_null(strstr(written.data, "Kelso"));
    assert_non_null(strstr(written.data, "she · pronoun"));
    free(written.data);
    readout_record_free(record);
}

static void a_row_has_its_source(void **state)
{
    (void)state;
    struct readout_record *record = lunds_record();
    assert_holds(record, READOUT_CSV, "\"she\",\"Ada Lund\",\"GBR\",\"GBRGOV\",\"said\"");
    assert_holds(record, READOUT_CSV, "\"Olaf Lund\",\"Olaf Lund\",\"\",\"\",\"told\"");
    record->document.parties = NULL;
    assert_holds(record, READOUT_CSV, "\"she\",\"\",\"\",\"\",\"said\"");
    readout_record_free(record);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entities_are_walked),
        cmocka_unit_test(mentions_are_walked),
        cmocka_unit_test(places_and_groups_are_walked),
        cmocka_unit_test(parties_are_entities),
        cmocka_unit_test(indices_past_the_end_give_nothing),
        cmocka_unit_test(a_page_says_who_she_is),
        cmocka_unit_test(a_page_names_those_that_are_mentioned_most),
        cmocka_unit_test(a_long_name_is_cut),
        cmocka_unit_test(an_explanation_has_the_mentions_of_each_sentence),
        cmocka_unit_test(a_row_has_its_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

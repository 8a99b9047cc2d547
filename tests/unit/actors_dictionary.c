/* actors_dictionary.c: PETRARCH dictionaries: what is read from them, and how it is found in a text. */
#include "text_stages.h"

#include "actors/dictionary.h"
#include "actors/discards.h"
#include "base/file.h"

struct fixture {
    struct stages stages;
    struct arena arena;
    struct dictionary *dictionary;
    struct dictionary_problems problems;
};

static void open_fixture(struct fixture *fixture)
{
    *fixture = (struct fixture){.dictionary = NULL};
    stages_open(&fixture->stages);
    ro_arena_init(&fixture->arena);
    fixture->dictionary = ro_dictionary_new(&fixture->arena);
    assert_non_null(fixture->dictionary);
}

static void close_fixture(struct fixture *fixture)
{
    stages_close(&fixture->stages);
    ro_arena_release(&fixture->arena);
}

static void read_actors(struct fixture *fixture, const char *text)
{
    const struct lexicon_file file = {"own/my.actors.txt", {text, strlen(text)}};
    assert_int_equal(ro_dictionary_read_actors(fixture->dictionary, &file, &fixture->problems), READOUT_OK);
}

static void read_agents(struct fixture *fixture, const char *text)
{
    const struct lexicon_file file = {"my.agents.txt", {text, strlen(text)}};
    assert_int_equal(ro_dictionary_read_agents(fixture->dictionary, &file, &fixture->problems), READOUT_OK);
}

static void read_discards(struct fixture *fixture, const char *text)
{
    const struct lexicon_file file = {"my.discards.txt", {text, strlen(text)}};
    assert_int_equal(ro_dictionary_read_discards(fixture->dictionary, &file, &fixture->problems), READOUT_OK);
}

/* All actors and agents of a text, the longest first, each with the words it covers: "UNA=Ulla Land GOV~=...". */
static const char *found(struct fixture *fixture, const char *text)
{
    static char out[512];
    size_t length = 0;
    const struct document *document = stages_read(&fixture->stages, text, strlen(text));
    out[0] = '\0';
    for (uint32_t word = 0, words; word < document->word_count; word += words ? words : 1) {
        const struct dictionary_actor *actor = ro_dictionary_actor(fixture->dictionary, document, word, &words);
        const struct dictionary_agent *agent = NULL;
        if (!actor)
            agent = ro_dictionary_agent(fixture->dictionary, document, word, &words);
        if (!actor && !agent)
            continue;
        const char *code = actor ? ro_dictionary_code(actor, 20190301) : agent->code;
        struct span span = {document->words[word].span.begin, document->words[word + words - 1].span.end};
        length += (size_t)snprintf(out + length, sizeof out - length, "%s%s=%.*s", length ? " " : "",
                                   code ? code : "-", (int)ro_span_length(span), document->text + span.begin);
        assert_in_range(length, 1, sizeof out - 1);
    }
    return out;
}

/* Actors */

static void phrases_and_synonyms(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture);
    read_actors(&fixture, "# notes\n"
                          "NORTH_ULLA_ [NUN] ; a note\n"
                          "ULLA_  [UNA]\n"
                          "+ULLAN # its people\n"
                          "+U.L._ <!-- Ulla Land -->\n"
                          "\n"
                          "+LAND OF_ULLA\n"
                          "MARA-UL-HAK_ [UNAREB]\n"
                          "PEOPLE'S_UNION_OF_ULLA_ [UNAOPP]\n"
                          "ABU_BAKRI_(AB)_ [XXX]\n"
                          "R&D_WORKS [UNABUS]\n"
                          "C\xC3\x94TE_D'OR [CDO]\n"
                          "WORKERS_UNION [ULALAB]\n");
    assert_int_equal(fixture.problems.total, 0);
    assert_string_equal(found(&fixture, "North Ulla left ulla alone."), "NUN=North Ulla UNA=ulla");
    assert_string_equal(found(&fixture, "Ulla's plan; the Land of Ulla."), "UNA=Ulla UNA=Land of Ulla");
    assert_string_equal(found(&fixture, "An Ullan envoy, not an Ullanite, saw the U.L. fleet."),
                        "UNA=Ullan UNA=U.L.");
    assert_string_equal(found(&fixture, "UL-backed men of Mara ul-Hak came."), "UNA=UL UNAREB=Mara ul-Hak");
    assert_string_equal(found(&fixture, "The Peoples Union. The People's Union of Ulla."),
                        "UNAOPP=People's Union of Ulla");
    assert_string_equal(found(&fixture, "The workers' union spoke."), "ULALAB=workers' union");
    assert_string_equal(found(&fixture, "Abu Bakri (AB) met R&D Works."), "XXX=Abu Bakri (AB) UNABUS=R&D Works");
    assert_string_equal(found(&fixture, "Cote d'Or and C\xC3\xB4te d\xE2\x80\x99Or"),
                        "CDO=Cote d'Or CDO=C\xC3\xB4te d\xE2\x80\x99Or");
    assert_string_equal(found(&fixture, "They went north. Ulla stayed."), "UNA=Ulla");
    assert_string_equal(found(&fixture, "North, Ulla and South"), "UNA=Ulla");
    close_fixture(&fixture);
}

static void pronouns_are_no_names(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture);
    read_actors(&fixture, "US_ [USA]\nWHO_ [IGOWHO]\nARNO_ [ARN]\n");
    assert_string_equal(found(&fixture, "Who told us? The US and the U.S. and the WHO."),
                        "USA=US USA=U.S. IGOWHO=WHO");
    struct document *document = &fixture.stages.document;
    uint32_t words;
    static const struct {
        const char *text, *xpos;
        bool is;
    } cases[] = {{"US", "NNP", true},  {"us", "NN", true},   {"US", "PRP", true},   {"Us", "PRP", false},
                 {"us", "PRP", false}, {"Arno", "IN", true}, {"arno", "IN", false}, {"Arno", "VBZ", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        stages_read(&fixture.stages, cases[i].text, strlen(cases[i].text));
        document->words[0].xpos = cases[i].xpos;
        assert_true((ro_dictionary_actor(fixture.dictionary, document, 0, &words) != NULL) == cases[i].is);
    }
    close_fixture(&fixture);
}

static void codes_hold_on_their_days(void **state)
{
    (void)state;
    static const struct {
        const char *day, *code;
    } days[] = {{"1978-12-31", "UNAELI"},
                {"1999-05-01", "UNAELI"},
                {"1999-05-02", "UNA"},
                {"2001-06-01", "UNAGOV"},
                {"2001-06-30T10:00:00+01:00", "UNAGOV"},
                {"2001-07-01", "UNA"},
                {"2005-02", "UNAOPP"},
                {"2010-01-01", "UNAREB"},
                {"2031-01-01", "UNAREB"},
                {NULL, "UNA"},
                {"some day", "UNA"}};
    struct fixture fixture;
    uint32_t words;
    open_fixture(&fixture);
    read_actors(&fixture, "OLA_BERG_ [UNA]\n"
                          "+MAJOR_BERG\n"
                          "\t[UNAELI <990501]\n"
                          "  [UNAGOV 010601 - 20010630]\n"
                          "\t[UNAOPP 20050101-051231] [UNAREB > 100101]\n");
    assert_int_equal(fixture.problems.total, 0);
    const struct document *document = stages_read(&fixture.stages, "Major Berg", 10);
    const struct dictionary_actor *actor = ro_dictionary_actor(fixture.dictionary, document, 0, &words);
    assert_non_null(actor);
    assert_int_equal(words, 2);
    assert_string_equal(actor->root, "OLA_BERG_");
    assert_string_equal(actor->file, "my.actors.txt");
    assert_int_equal(actor->line, 1);
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        assert_string_equal(ro_dictionary_code(actor, ro_dictionary_day(days[i].day)), days[i].code);
    close_fixture(&fixture);
}

static void an_actor_may_be_without_a_code(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture);
    read_actors(&fixture, "THE_SHADE [---]\nDOLA_\n\t[--- <950630]\n\t[DOL]\nKNOT_ [UNAGOV 010101-020202]\n"
                          "BOTH_ [UNA/DOL]\nNOW [XXX]\n");
    assert_int_equal(fixture.problems.total, 0);
    assert_string_equal(found(&fixture, "The Shade, Dola, Knot and Both"),
                        "-=The Shade DOL=Dola -=Knot UNA/DOL=Both");
    close_fixture(&fixture);
}

static void the_later_file_wins(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture);
    read_actors(&fixture, "ULLA_ [OLD]\nDOLA_ [DOL]\n");
    read_actors(&fixture, "ULLA_ [NEW]\n");
    assert_string_equal(found(&fixture, "Ulla and Dola"), "NEW=Ulla DOL=Dola");
    close_fixture(&fixture);
}

/* Agents */

static void agents_and_their_plurals(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture);
    read_agents(&fixture, "!PERSON! = MAN, MEN, WOMAN\n"
                          "ENVOY [~GOV]\nDEPUTY [~LEG]\nBOSS [~BUS]\n"
                          "GOOSE_HERD {GEESE_HERDS} [ ~AGR ]\n"
                          "POLICE {} [~COP]\nARMY_ [~MIL]\n"
                          "FISHER!PERSON! [~AGR]\n"
                          "AID_GROUP [NGO~]\n");
    assert_int_equal(fixture.problems.total, 0);
    assert_string_equal(found(&fixture, "envoys and an envoy, deputies, bosses"),
                        "~GOV=envoys ~GOV=envoy ~LEG=deputies ~BUS=bosses");
    assert_string_equal(found(&fixture, "goose herds, a goose herd, geese herds"),
                        "~AGR=goose herd ~AGR=geese herds");
    assert_string_equal(found(&fixture, "polices and armies, Police and Army"), "~COP=Police ~MIL=Army");
    assert_string_equal(found(&fixture, "fishermen, a fisherwoman, a fisher"), "~AGR=fishermen ~AGR=fisherwoman");
    assert_string_equal(found(&fixture, "aid groups"), "NGO~=aid groups");
    close_fixture(&fixture);
}

static void verbs_are_no_agents(void **state)
{
    (void)state;
    struct fixture fixture;
    uint32_t words;
    open_fixture(&fixture);
    read_agents(&fixture, "FORCE [~MIL]\nFORCE_OF_PEACE [~MIL]\n");
    stages_read(&fixture.stages, "forces of peace", 15);
    struct document *document = &fixture.stages.document;
    document->words[0].xpos = "VBZ";
    assert_null(ro_dictionary_agent(fixture.dictionary, document, 0, &words));
    stages_read(&fixture.stages, "force of peace", 14);
    document->words[0].xpos = "VB";
    assert_non_null(ro_dictionary_agent(fixture.dictionary, document, 0, &words));
    assert_int_equal(words, 3);
    close_fixture(&fixture);
}

static void actors_and_agents_are_combined(void **state)
{
    (void)state;
    static const struct dictionary_agent gov = {.code = "~GOV"}, mil = {.code = "~MIL"}, people = {.code = "~PPL"},
                                         aid = {.code = "NGO~"}, minister = {.code = "~GOVFRM"},
                                         worlds = {.code = "~WGO"},
                                         longest = {.code = "~ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFG"
                                                            "HIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOP"};
    static const struct {
        const char *actor;
        const struct dictionary_agent *agents[3];
        uint32_t count;
        const char *combined;
    } cases[] = {
        {"USA", {&gov}, 1, "USAGOV"},
        {"USAGOV", {&gov}, 1, "USAGOV"},
        {"USA", {&gov, &mil}, 2, "USAGOVMIL"},
        {"USA", {&aid}, 1, "NGOUSA"},
        {"USA", {&people}, 1, "USAPPL"},
        {"USA", {&people, &mil}, 2, "USAMIL"},
        {"USAGOV", {&minister}, 1, "USAGOVFRM"},
        {"GMWGOV", {&worlds}, 1, "GMWGOVWGO"},
        {"USA", {&gov, &aid}, 2, "NGOUSAGOV"},
        {"NGOUSA", {&aid}, 1, "NGOUSA"},
        {NULL, {&gov, &aid}, 2, "NGO~GOV"},
        {NULL, {&gov}, 1, "~GOV"},
        {NULL, {&aid}, 1, "NGO~"},
        {"USA", {&longest}, 1, "USA"},
        {"USA", {&longest, &gov}, 2, "USAGOV"},
        {"USA", {NULL}, 0, "USA"},
        {"", {NULL}, 0, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char combined[RO_COMBINED];
        ro_dictionary_combine(combined, cases[i].actor, cases[i].agents, cases[i].count);
        assert_string_equal(combined, cases[i].combined);
    }
}

static void codes_of_several_actors(void **state)
{
    (void)state;
    char code[RO_COMBINED];
    const char *rest = "FRO/BIL", *none = NULL;
    assert_true(ro_dictionary_next(&rest, code));
    assert_string_equal(code, "FRO");
    assert_true(ro_dictionary_next(&rest, code));
    assert_string_equal(code, "BIL");
    assert_false(ro_dictionary_next(&rest, code));
    assert_false(ro_dictionary_next(&none, code));
}

/* Discards */

static void discards_of_sentences_and_stories(void **state)
{
    (void)state;
    struct fixture fixture;
    uint32_t words;
    open_fixture(&fixture);
    read_discards(&fixture, "# sport\nCHESS\n+CHESS CUP # all of it\n+ Rowing\n1914\n");
    assert_int_equal(fixture.problems.total, 0);
    const struct document *document = stages_read(&fixture.stages, "The chess cup, chess, rowing in 1914", 36);
    const struct dictionary_discard *cup = ro_dictionary_discard(fixture.dictionary, document, 1, &words);
    assert_non_null(cup);
    assert_true(cup->story && words == 2 && cup->line == 3);
    const struct dictionary_discard *chess = ro_dictionary_discard(fixture.dictionary, document, 4, &words);
    assert_non_null(chess);
    assert_true(!chess->story && words == 1 && chess->line == 2);
    assert_true(ro_dictionary_discard(fixture.dictionary, document, 6, &words)->story);
    assert_false(ro_dictionary_discard(fixture.dictionary, document, 8, &words)->story);
    assert_null(ro_dictionary_discard(fixture.dictionary, document, 0, &words));
    assert_int_equal(words, 0);
    close_fixture(&fixture);
}

/* Which sentences of "Chess began. Moon left. Rowing, chess." events pass over, by their places. */
static void expect_discarded(const char *discards, const bool expected[3])
{
    struct fixture fixture;
    open_fixture(&fixture);
    read_discards(&fixture, discards);
    const char *text = "Chess began.\n\nMoon left.\n\nRowing, chess.";
    stages_read(&fixture.stages, text, strlen(text));
    struct document *document = &fixture.stages.document;
    const struct resources resources = {.dictionary = fixture.dictionary};
    struct context context = {.resources = &resources};
    assert_int_equal(ro_discards_mark(&context, document), READOUT_OK);
    assert_int_equal(document->sentence_count, 3);
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(document->sentences[i].discarded, expected[i]);
    close_fixture(&fixture);
}

static void sentences_of_discards_are_marked(void **state)
{
    (void)state;
    expect_discarded("DRAUGHTS\n", (const bool[]){false, false, false});
    expect_discarded("CHESS\n", (const bool[]){true, false, true});
    expect_discarded("CHESS\n+ROWING\n", (const bool[]){true, true, true});
}

static void there_may_be_no_dictionary(void **state)
{
    (void)state;
    struct fixture fixture;
    uint32_t words;
    open_fixture(&fixture);
    const struct document *document = stages_read(&fixture.stages, "Ulla", 4);
    assert_null(ro_dictionary_actor(NULL, document, 0, &words));
    assert_null(ro_dictionary_agent(NULL, document, 0, &words));
    assert_null(ro_dictionary_discard(NULL, document, 0, &words));
    assert_null(ro_dictionary_actor(fixture.dictionary, document, 0, &words));
    close_fixture(&fixture);
}

/* Comments and problems */

static void comments(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture);
    read_actors(&fixture, "\xEF\xBB\xBF<!-- ONE_ [ONE]\nTWO_ [TWO]\n# --> THREE_ [THR]\n"
                          "FOUR_ <!-- [NOT] --> [FOU]\r\n"
                          "<! -- FIVE_ [FIV]\n"
                          "SIX_ [SIX] <!-- to the\nend --> \n"
                          "SEVEN_ [SEV]");
    assert_int_equal(fixture.problems.total, 0);
    assert_string_equal(found(&fixture, "Onex Two Three Four Five Six Seven"),
                        "THR=Three FOU=Four SIX=Six SEV=Seven");
    close_fixture(&fixture);
}

static void expect_problem(void read(struct fixture *, const char *), const char *text, const char *message)
{
    struct fixture fixture;
    open_fixture(&fixture);
    read(&fixture, text);
    if (fixture.problems.total != 1)
        fail_msg("%u problems in \"%s\"", (unsigned)fixture.problems.total, text);
    assert_string_equal(fixture.problems.messages[0], message);
    close_fixture(&fixture);
}

static void problems_of_actors(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"ULLA_ [UNA\n", "own/my.actors.txt:1:7: this bracket is never closed; end the code with ]"},
        {"ULLA_ [UNA] note\n", "own/my.actors.txt:1:13: nothing goes behind a code; begin a note with #"},
        {"UL]A_ [UNA]\n", "own/my.actors.txt:1:3: a stray ]; remove it"},
        {"ULLA_ {ULLAS} [UNA]\n", "own/my.actors.txt:1:7: a stray {; remove it"},
        {"\n\t[UNA]\n", "own/my.actors.txt:2:2: no actor stands above this line; write one there"},
        {"+ULLAN\n", "own/my.actors.txt:1:1: no actor stands above this line; write one there"},
        {"ULLA_ [UNA]\n+_\n", "own/my.actors.txt:2:2: no words; write the name of an actor"},
        {"ULLA_\nDOLA_ [DOL]\n",
         "own/my.actors.txt:1:1: this actor has no code; write [CODE] behind it, or a + before "
         "it if it is a synonym"},
        {"ULLA_ []\n",
         "own/my.actors.txt:1:8: \"\" is no code; write letters and digits, and a blank before the dates"},
        {"ULLA_ [U!]\n",
         "own/my.actors.txt:1:8: \"U!\" is no code; write letters and digits, and a blank before the "
         "dates"},
        {"ULLA_ [UNA]\n\t[UNAGOV 20121204]\n", "own/my.actors.txt:2:10: this date says neither from when nor until "
                                               "when; write >DATE, <DATE or DATE-DATE"},
        {"ULLA_ [UNA]\n\t[UNAGOV >2012120]\n",
         "own/my.actors.txt:2:11: \"2012120\" is no date; write it as YYYYMMDD or "
         "YYMMDD"},
        {"ULLA_ [UNA]\n\t[UNAGOV <010229]\n",
         "own/my.actors.txt:2:11: the calendar has no 010229; correct the month or "
         "the day"},
        {"ULLA_ [UNA]\n\t[UNAGOV 050101-20040101]\n",
         "own/my.actors.txt:2:10: 20040101 is before 20050101; put the "
         "earlier date first, or write years with four digits"},
        {"ULLA_ [UNA] <!-- a note\n", "own/my.actors.txt:1:13: this comment is never closed; end it with -->"},
        {"ULLA_ [UNA]\n+U\xFFN\n", "own/my.actors.txt:2:3: this is no UTF-8; save the file as UTF-8"},
        {"ULLA_ [UNA]\n+U\xEF\xBF\xBDN\n", "own/my.actors.txt:2:3: a letter was lost here; write it again"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_problem(read_actors, cases[i][0], cases[i][1]);
}

static void problems_of_agents(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"ENVOY\n", "my.agents.txt:1:1: this agent has no code; write [~CODE] behind it"},
        {"ENVOY [~GOV}\n", "my.agents.txt:1:7: this bracket is never closed; end the code with ]"},
        {"ENVOY [GOV]\n",
         "my.agents.txt:1:8: the code has no ~; write ~CODE where it goes behind the actor's, CODE~ "
         "before it"},
        {"ENVOY [~G V]\n", "my.agents.txt:1:8: \"~G V\" is no code; write letters and digits"},
        {"ENVOY [~GOV] note\n", "my.agents.txt:1:14: nothing goes behind a code; begin a note with #"},
        {"ENVOY {ENVOYS [~GOV]\n", "my.agents.txt:1:7: this brace is never closed; end the plural with }"},
        {"ENVOY ENVOYS} [~GOV]\n", "my.agents.txt:1:13: a stray }; remove it"},
        {"ENVOY {} S [~GOV]\n", "my.agents.txt:1:9: nothing but the code goes behind the plural; move it"},
        {"{} [~GOV]\n", "my.agents.txt:1:1: no words; write a noun"},
        {"FISHER!PERSON! [~AGR]\n",
         "my.agents.txt:1:7: no set !PERSON! stands above; write !PERSON! = ONE, TWO there"},
        {"FISHER!PERSON [~AGR]\n",
         "my.agents.txt:1:7: a set stands between two !, as in !PERSON!; add the other one"},
        {"!A! = B\nX!A!Y!A! [~AGR]\n", "my.agents.txt:2:6: a phrase has one set; write out the other one"},
        {"!PERSON = MAN\n", "my.agents.txt:1:1: write a set as !NAME! = ONE, TWO"},
        {"!PERSON! =\n", "my.agents.txt:1:10: the set has no words; write them behind the ="},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_problem(read_agents, cases[i][0], cases[i][1]);
}

static void problems_of_discards(void **state)
{
    (void)state;
    expect_problem(read_discards, "+ #\n", "my.discards.txt:1:1: no words; write what is left out");
    expect_problem(read_discards, "CHESS [###]\n",
                   "my.discards.txt:1:7: a discard has no code or plural; remove what "
                   "begins with [");
}

static void the_rest_of_an_actor_is_read(void **state)
{
    (void)state;
    struct fixture fixture;
    open_fixture(&fixture);
    read_actors(
        &fixture,
        "ULLA_ [UNA]\n+UN[AN\n+ULLAL\n\t[UNAGOV >20121399]\n\t[UNAOPP >20100101]\nBAD} [BAD]\n+SAD\n\t[SAD]\n");
    assert_int_equal(fixture.problems.total, 3);
    assert_string_equal(found(&fixture, "Ulla Ullal Bad Sad"), "UNAOPP=Ulla UNAOPP=Ullal SAD=Sad");
    close_fixture(&fixture);
}

static void problems_are_counted_without_end_and_kept_to_one(void **state)
{
    (void)state;
    enum { LINES = RO_PROBLEM_LIMIT + 5 };
    static char text[2 * LINES + 1];
    struct fixture fixture;
    open_fixture(&fixture);
    for (size_t i = 0; i < LINES; i++)
        memcpy(text + 2 * i, "+\n", 2);
    read_discards(&fixture, text);
    assert_int_equal(fixture.problems.total, LINES);
    assert_int_equal(fixture.problems.count, RO_PROBLEM_LIMIT);
    close_fixture(&fixture);
}

static void long_phrases(void **state)
{
    (void)state;
    char text[2 * 256 + 64];
    memset(text, 'X', 300);
    memcpy(text + 300, " [~XXX]\n", 9);
    expect_problem(read_agents, text, "my.agents.txt:1:1: this phrase is longer than 256 letters; shorten it");
    memcpy(text + 300, " [XXX]\n", 8);
    expect_problem(read_actors, text, "own/my.actors.txt:1:1: this phrase is longer than 256 letters; shorten it");
    text[300] = '\0';
    expect_problem(read_discards, text, "my.discards.txt:1:1: this phrase is longer than 256 letters; shorten it");
}

/* The dictionaries of PETRARCH2 have these faults, and no others; they are beside the repository where its data are. */
static void dictionaries_of_petrarch(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        void (*read)(struct fixture *, const char *);
        uint32_t problems;
    } files[] = {
        {"Phoenix.Countries.actors.txt", read_actors,
         49}, /* 37 actors without a code, 8 dates, 3 lost letters, a ] */
        {"Phoenix.International.actors.txt", read_actors, 7}, /* notes without #, no codes, a date */
        {"Phoenix.MilNonState.actors.txt", read_actors, 0},
        {"Phoenix.agents.txt", read_agents, 8}, /* "AD!MINIST!RATION", no code, a brace for a bracket */
        {"Phoenix.discards.txt", read_discards, 0},
        {"PETR.Validate.actors.txt", read_actors, 0},
        {"PETR.Validate.agents.txt", read_agents, 0},
        {"PETR.Validate.discards.txt", read_discards, 0},
    };
    const char *shared = getenv("SHARED");
    struct fixture fixture;
    open_fixture(&fixture);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char path[1024];
        struct slice text;
        uint32_t before = fixture.problems.total;
        snprintf(path, sizeof path, "%s/data/petrarch/dictionaries/%s", shared ? shared : ".", files[i].name);
        if (ro_file_read(&fixture.arena, path, 1 << 24, &text) != READOUT_OK) {
            print_message("%s: not there, so it is not read\n", path);
            close_fixture(&fixture);
            skip();
        }
        files[i].read(&fixture, text.data);
        if (fixture.problems.total - before != files[i].problems)
            fail_msg("%s: %u problems", files[i].name, (unsigned)(fixture.problems.total - before));
    }
    assert_string_equal(found(&fixture, "U.S. ministers met al-Qaeda"),
                        "USA=U.S. ~GOV=ministers IMGMOSALQ=al-Qaeda");
    close_fixture(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases_and_synonyms),
        cmocka_unit_test(pronouns_are_no_names),
        cmocka_unit_test(codes_hold_on_their_days),
        cmocka_unit_test(an_actor_may_be_without_a_code),
        cmocka_unit_test(the_later_file_wins),
        cmocka_unit_test(agents_and_their_plurals),
        cmocka_unit_test(verbs_are_no_agents),
        cmocka_unit_test(actors_and_agents_are_combined),
        cmocka_unit_test(codes_of_several_actors),
        cmocka_unit_test(discards_of_sentences_and_stories),
        cmocka_unit_test(sentences_of_discards_are_marked),
        cmocka_unit_test(there_may_be_no_dictionary),
        cmocka_unit_test(comments),
        cmocka_unit_test(problems_of_actors),
        cmocka_unit_test(problems_of_agents),
        cmocka_unit_test(problems_of_discards),
        cmocka_unit_test(the_rest_of_an_actor_is_read),
        cmocka_unit_test(problems_are_counted_without_end_and_kept_to_one),
        cmocka_unit_test(long_phrases),
        cmocka_unit_test(dictionaries_of_petrarch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* event_sample.h: records with events between a president, a country, a minister and a court. */
#ifndef EVENT_SAMPLE_H
#define EVENT_SAMPLE_H

#include "example.h"
#include "record_sample.h"

static const char talks[] = "President Ada Lund of France met the Greek premier in Paris, Texas.\n"
                            "She \"may\" sue\tthe court. France met Greece.";

static inline struct span talks_at(const char *words)
{
    return sample_span(talks, words);
}

/* The names of codes and countries, as they are built in. */
static inline const struct coder *events_coder(struct arena *arena)
{
    static struct coder coder;
    coder = sample_coder;
    struct readout_error error;
    assert_int_equal(ro_ontology_read(arena, lexicon_built_in("plover.txt"), lexicon_built_in("cameo.txt"),
                                      &coder.ontology, &error),
                     READOUT_OK);
    assert_true(ro_countries_read(&coder.countries, arena, lexicon_built_in("countries.txt")));
    return &coder;
}

static inline void talks_entities(struct document *document)
{
    static struct geo paris = {33.66094, -95.55551, 4717560, "Texas", true};
    static struct role president;
    static struct mention lund[2], france[2], premier[1], place[1], court[1];
    static struct entity entities[5];
    struct span second = talks_at("France met Greece");
    president = (struct role){"President", "France", talks_at("President")};
    lund[0] = (struct mention){talks_at("President Ada Lund of France"), talks_at("Ada Lund"), RO_NAME, 1};
    lund[1] = (struct mention){talks_at("She"), talks_at("She"), RO_PRONOUN, 1};
    france[0] = (struct mention){talks_at("France"), talks_at("France"), RO_NAME, 1};
    france[1] = (struct mention){{second.begin, second.begin + 6}, {second.begin, second.begin + 6}, RO_NAME, 1};
    premier[0] = (struct mention){talks_at("the Greek premier"), talks_at("premier"), RO_NOMINAL, 1};
    place[0] = (struct mention){talks_at("Paris"), talks_at("Paris"), RO_NAME, 1};
    court[0] = (struct mention){talks_at("the court"), talks_at("court"), RO_NOMINAL, 1};
    entities[0] = (struct entity){.name = "Ada Lund",
                                  .country = "FRA",
                                  .actor = "FRAGOV",
                                  .roles = &president,
                                  .role_count = 1,
                                  .mentions = lund,
                                  .mention_count = 2};
    entities[1] = (struct entity){.name = "France",
                                  .country = "FRA",
                                  .actor = "FRA",
                                  .type = RO_COUNTRY,
                                  .mentions = france,
                                  .mention_count = 2};
    entities[2] = (struct entity){
        .name = "premier", .country = "GRC", .actor = "GRCGOVELI", .mentions = premier, .mention_count = 1};
    entities[3] = (struct entity){
        .name = "Paris", .country = "USA", .type = RO_PLACE, .geo = &paris, .mentions = place, .mention_count = 1};
    entities[4] = (struct entity){
        .name = "the court", .actor = "~JUD", .type = RO_ORGANIZATION, .mentions = court, .mention_count = 1};
    document->entities = entities, document->entity_count = 5;
}

static inline void talks_events(struct document *document)
{
    static const char *contexts[] = {"crime", "corruption"};
    static struct actor lund = {0, "FRAGOV"}, premier = {2, "GRCGOVELI"}, court = {4, "~JUD"};
    static struct actor both[] = {{0, "FRAGOV"}, {1, "FRA"}};
    static struct event events[5];
    events[0] = (struct event){.cameo = "040",
                               .plover_event = "CONSULT",
                               .quad = 1,
                               .goldstein = "1",
                               .trigger = talks_at("met"),
                               .sources = both,
                               .source_count = 2,
                               .targets = &premier,
                               .target_count = 1,
                               .time = RO_NONE,
                               .place = 3,
                               .date = "2019-02-28",
                               .by = "verbs.txt:1",
                               .score = 0.75};
    events[1] = events[0]; /* the same once more, in the third sentence */
    events[1].sentence = 2;
    events[1].place = RO_NONE;
    events[1].sources = &both[1], events[1].source_count = 1;
    events[2] = events[1]; /* what did not happen */
    events[2].modality = RO_POSSIBLE;
    events[2].sentence = 1;
    events[2].cameo = "115";
    events[3] = (struct event){.cameo = "1121",
                               .plover_event = "ACCUSE",
                               .plover_mode = "allege",
                               .plover_contexts = contexts,
                               .plover_context_count = 2,
                               .quad = 3,
                               .goldstein = "-2",
                               .trigger = talks_at("sue\tthe"),
                               .sentence = 1,
                               .sources = &lund,
                               .source_count = 1,
                               .targets = &court,
                               .target_count = 1,
                               .time = RO_NONE,
                               .place = RO_NONE,
                               .date = "2019",
                               .by = "verbs.txt:2",
                               .score = 1};
    events[4] = events[3]; /* a statement, without a target */
    events[4].cameo = "010", events[4].plover_event = events[4].plover_mode = NULL,
    events[4].plover_context_count = 0;
    events[4].quad = 1, events[4].goldstein = "0", events[4].target_count = 0;
    document->events = events, document->event_count = 5;
}

/* Give it to readout_record_free. */
static inline struct readout_record *talks_record(const struct coder *coder)
{
    static struct sentence sentences[3];
    static struct issue issues[] = {{0, "OIL", 2}, {1, "COURTS", 1}, {2, "OIL", 1}, {2, "TALKS", 1}};
    struct readout_record *record = sample_record(talks, sizeof talks - 1);
    struct document *document = &record->document;
    record->coder = coder;
    document->meta = (struct readout_meta){
        .id = "talks", .uri = "https://example.org/1", .publisher = "AP", .published = "2019-03-01T08:00:00+01:00"};
    sentences[0].span = talks_at("President Ada Lund of France met the Greek premier in Paris, Texas.");
    sentences[1].span = talks_at("She \"may\" sue\tthe court.");
    sentences[2].span = talks_at("France met Greece.");
    document->sentences = sentences, document->sentence_count = 3;
    document->issues = issues, document->issue_count = 4;
    talks_entities(document);
    talks_events(document);
    return record;
}

#endif

/* entity_sample.h: a record with persons, a place and a group, and with statements that they make. */
#ifndef ENTITY_SAMPLE_H
#define ENTITY_SAMPLE_H

#include "record_sample.h"

/* A ship stands first, so that code points are fewer than bytes. */
static const char lunds[] = "\xF0\x9F\x9A\xA2 Mayor Ada Lund of Kelso said on Friday that Olaf Lund had told her: "
                            "\"We\npay.\" The two Lunds met later, she said.";

static inline struct span lunds_at(const char *words)
{
    return sample_span(lunds, words);
}

static inline void lunds_entities(struct document *document)
{
    static struct geo kelso = {55.59856, -2.43341, 2645822, "Scotland", true};
    static struct role mayor;
    static struct mention ada[3], olaf[1], place[1], group[1];
    static uint32_t members[] = {0, 1};
    static struct entity entities[4];
    mayor = (struct role){"Mayor", "Kelso", lunds_at("Mayor")};
    ada[0] = (struct mention){lunds_at("Mayor Ada Lund of Kelso"), lunds_at("Ada Lund"), RO_NAME, 0.9};
    ada[1] = (struct mention){lunds_at("her"), lunds_at("her"), RO_PRONOUN, 0.75};
    ada[2] = (struct mention){lunds_at("she"), lunds_at("she"), RO_PRONOUN, 0.5};
    olaf[0] = (struct mention){lunds_at("Olaf Lund"), lunds_at("Olaf Lund"), RO_NAME, 1};
    place[0] = (struct mention){lunds_at("Kelso"), lunds_at("Kelso"), RO_NAME, 1};
    group[0] = (struct mention){lunds_at("The two Lunds"), lunds_at("Lunds"), RO_NOMINAL, 1};
    entities[0] = (struct entity){.name = "Ada Lund",
                                  .country = "GBR",
                                  .actor = "GBRGOV",
                                  .roles = &mayor,
                                  .role_count = 1,
                                  .mentions = ada,
                                  .mention_count = 3};
    entities[1] = (struct entity){.name = "Olaf Lund", .mentions = olaf, .mention_count = 1};
    entities[2] = (struct entity){
        .name = "Kelso", .country = "GBR", .type = RO_PLACE, .geo = &kelso, .mentions = place, .mention_count = 1};
    entities[3] = (struct entity){.name = "The two Lunds",
                                  .type = RO_GROUP,
                                  .members = members,
                                  .member_count = 2,
                                  .mentions = group,
                                  .mention_count = 1};
    document->entities = entities, document->entity_count = 4;
}

static inline void lunds_statements(struct document *document)
{
    static struct time_expression friday;
    static struct span contents[5];
    static struct party her;
    static uint32_t hearers[] = {0};
    static struct statement_parties parties[] = {{0, NULL}, {1, hearers}, {0, NULL}, {3, NULL}, {RO_NONE, NULL}};
    static struct statement statements[5];
    friday = (struct time_expression){lunds_at("Friday"), RO_DATE, "2024-05-03", NULL};
    contents[0] = lunds_at("that Olaf Lund had told her: \"We\npay.\"");
    contents[1] = lunds_at("\"We\npay.\"");
    contents[2] = lunds_at("The two Lunds met later");
    contents[3] = lunds_at("met");
    contents[4] = lunds_at("later");
    her.span = lunds_at("her");
    statements[0] = (struct statement){.form = READOUT_MIXED,
                                       .source.span = lunds_at("Mayor Ada Lund of Kelso"),
                                       .cue = lunds_at("said"),
                                       .lemma = "say",
                                       .contents = contents,
                                       .content_count = 1,
                                       .time = 0,
                                       .within = RO_NONE,
                                       .score = 0.9};
    statements[1] = (struct statement){.source.span = lunds_at("Olaf Lund"),
                                       .cue = lunds_at("told"),
                                       .lemma = "tell",
                                       .act = READOUT_PROMISE,
                                       .contents = contents + 1,
                                       .content_count = 1,
                                       .addressees = &her,
                                       .addressee_count = 1,
                                       .time = RO_NONE,
                                       .score = 0.8};
    statements[2] = (struct statement){.form = READOUT_INDIRECT,
                                       .source.span = lunds_at("she"),
                                       .cue = lunds_at("said."),
                                       .lemma = "say",
                                       .contents = contents + 2,
                                       .content_count = 1,
                                       .time = RO_NONE,
                                       .within = RO_NONE,
                                       .score = 0.7};
    statements[2].cue.end--;
    statements[3] = (struct statement){.form = READOUT_INDIRECT,
                                       .source.span = lunds_at("The two Lunds"),
                                       .contents = contents + 3,
                                       .content_count = 2,
                                       .time = RO_NONE,
                                       .within = 2,
                                       .score = 0.6};
    statements[4] = statements[3]; /* nothing in it can be shown in brat */
    statements[4].source.span = statements[4].cue = RO_NO_SPAN;
    statements[4].content_count = 0;
    document->times = &friday, document->time_count = 1;
    document->statements = statements, document->statement_count = 4;
    document->parties = parties;
}

/* Give it to readout_record_free. */
static inline struct readout_record *lunds_record(void)
{
    struct readout_record *record = sample_record(lunds, sizeof lunds - 1);
    record->document.meta = (struct readout_meta){.id = "lunds"};
    lunds_entities(&record->document);
    lunds_statements(&record->document);
    return record;
}

#endif

/* position_sample.h: a record with positions and a dispute between a mayor, a docker and a town. */
#ifndef POSITION_SAMPLE_H
#define POSITION_SAMPLE_H

#include "record_sample.h"

static const char quarrel[] =
    "Mayor Ada Lund said that Ben Roe had demanded that the fees be lifted \"to the last cent\" in exchange\n"
    "for a \"good part\" of the quay, which Kelso could not accept.\n"
    "However, Roe told the press: \"We asked for an end to some fees, not to all of them.\"\n";

static inline struct span quarrel_at(const char *words)
{
    return sample_span(quarrel, words);
}

static inline void quarrel_entities(struct document *document)
{
    static struct mention lund[1], roe[2], kelso[1];
    static struct entity entities[3];
    lund[0] = (struct mention){quarrel_at("Mayor Ada Lund"), quarrel_at("Ada Lund"), RO_NAME, 1};
    roe[0] = (struct mention){quarrel_at("Ben Roe"), quarrel_at("Ben Roe"), RO_NAME, 1};
    roe[1] = (struct mention){quarrel_at("Roe told"), quarrel_at("Roe told"), RO_NAME, 1};
    roe[1].span.end = roe[1].head.end = roe[1].span.begin + 3;
    kelso[0] = (struct mention){quarrel_at("Kelso"), quarrel_at("Kelso"), RO_NAME, 1};
    entities[0] = (struct entity){
        .name = "Ada Lund", .country = "GBR", .actor = "GBRGOV", .mentions = lund, .mention_count = 1};
    entities[1] = (struct entity){.name = "Ben Roe", .mentions = roe, .mention_count = 2};
    entities[2] = (struct entity){.name = "Kelso", .type = RO_PLACE, .mentions = kelso, .mention_count = 1};
    document->entities = entities, document->entity_count = 3;
}

static inline void quarrel_statements(struct document *document)
{
    static struct span contents[3], quotes[3];
    static struct statement statements[3];
    static struct statement_parties parties[] = {{0, NULL}, {1, NULL}, {1, NULL}};
    contents[0] = (struct span){quarrel_at("that Ben Roe").begin, quarrel_at("accept").end};
    contents[1] = (struct span){quarrel_at("that the fees").begin, quarrel_at("of the quay").end};
    contents[2] = quotes[2] = quarrel_at("\"We asked for an end to some fees, not to all of them.\"");
    quotes[0] = quarrel_at("\"to the last cent\"");
    quotes[1] = quarrel_at("\"good part\"");
    statements[0] = (struct statement){.form = READOUT_MIXED,
                                       .source.span = quarrel_at("Mayor Ada Lund"),
                                       .cue = quarrel_at("said"),
                                       .contents = contents,
                                       .content_count = 1,
                                       .quotes = quotes,
                                       .quote_count = 2,
                                       .time = RO_NONE,
                                       .within = RO_NONE};
    statements[1] = statements[0];
    statements[1].source.span = quarrel_at("Ben Roe"), statements[1].cue = quarrel_at("had demanded");
    statements[1].contents = contents + 1, statements[1].within = 0;
    statements[2] = statements[0];
    statements[2].source.span = document->entities[1].mentions[1].span, statements[2].cue = quarrel_at("told");
    statements[2].contents = contents + 2, statements[2].quotes = quotes + 2, statements[2].quote_count = 1;
    document->statements = statements, document->statement_count = 3;
    document->parties = parties;
}

static inline void quarrel_positions(struct document *document)
{
    static uint32_t fees[] = {0}, quay[] = {1};
    static struct position positions[4];
    struct span lifted = {quarrel_at("the fees").begin, quarrel_at("cent\"").end};
    const char *issue = "the fees be lifted \"to the last cent\"";
    positions[0] = (struct position){1, RO_DEMAND, lifted, issue, "fee", RO_ALL, quay, 1, 2, 1, 0.9};
    positions[1] = (struct position){1,
                                     RO_OFFER,
                                     quarrel_at("a \"good part\" of the quay"),
                                     "a \"good part\" of the quay",
                                     "quay",
                                     RO_PART,
                                     fees,
                                     1,
                                     RO_NONE,
                                     1,
                                     0.75};
    positions[2] = (struct position){2, RO_REJECT, lifted, issue, "fee", RO_NO_EXTENT, NULL, 0, RO_NONE, 0, 0.5};
    positions[3] = (struct position){
        1, RO_DEMAND, quarrel_at("an end to some fees"), issue, "fee", RO_PART, NULL, 0, RO_NONE, 2, 0.8};
    document->positions = positions, document->position_count = 4;
}

static inline void quarrel_disputes(struct document *document)
{
    static struct side sides[3];
    static struct dispute disputes[1];
    sides[0] = (struct side){0, 0, 0, RO_NONE, document->positions[0].issue};
    sides[1] = (struct side){1, 2, 3, RO_NONE, quarrel_at("We asked for an end to some fees, not to all of them.")};
    sides[2] = (struct side){2, RO_NONE, RO_NONE, RO_NONE, quarrel_at("Kelso could not accept")};
    disputes[0] = (struct dispute){"an end to the fees", RO_EXTENT, sides, 2, 0.8625};
    document->disputes = disputes, document->dispute_count = 1;
}

/* Give it to readout_record_free. */
static inline struct readout_record *quarrel_record(void)
{
    struct readout_record *record = sample_record(quarrel, sizeof quarrel - 1);
    record->document.meta = (struct readout_meta){
        .id = "quarrel", .title = "The quarrel", .published = "2024-05-03"};
    quarrel_entities(&record->document);
    quarrel_statements(&record->document);
    quarrel_positions(&record->document);
    quarrel_disputes(&record->document);
    return record;
}

#endif

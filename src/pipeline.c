/* pipeline.c: the line. Each stage reads what the rows above it appended, and appends its own arrays. */
#include "pipeline.h"

#include "actors/actors.h"
#include "events/events.h"
#include "model/encoder.h"
#include "names/names.h"
#include "positions/disputes.h"
#include "positions/positions.h"
#include "statements/statements.h"
#include "syntax/syntax.h"
#include "text/text.h"
#include "times/times.h"

const struct pipeline_row ro_pipeline[] = {
    {"blocks", ro_blocks_stage},         /* text -> paragraphs: headline, byline, dateline, body, credit */
    {"words", ro_words_stage},           /* text, blocks -> words, contractions split */
    {"starts", ro_starts_stage},         /* blocks, words -> words that start sentences, by rule */
    {"encoder", ro_encoder_stage},       /* blocks, words, starts -> vectors, where there is a model */
    {"sentences", ro_sentences_stage},   /* blocks, words, starts, vectors -> sentences; words know theirs */
    {"syntax", ro_syntax_stage},         /* sentences, vectors -> tags, lemmas, trees of words */
    {"mentions", ro_mentions_stage},     /* words, trees, vectors -> phrases: names, nouns, pronouns */
    {"times", ro_times_stage},           /* words, trees, date of publication -> times */
    {"statements", ro_statements_stage}, /* blocks, words, sentences -> statements: quotations */
    {"actors", ro_actors_stage},         /* phrases, statements -> entities, parties of statements */
    {"events", ro_events_stage},         /* trees, entities, statements, times -> events */
    {"positions", ro_positions_stage},   /* trees, entities, statements, events -> positions */
    {"disputes", ro_disputes_stage},     /* statements, events, positions -> disputes */
    {NULL, NULL},
};

/* record.c: a record's life, the walk over it, and the choice of its writer. */
#include "record/record.h"

#include "record/event_row.h"
#include "record/output.h"
#include "record/values.h"

enum readout_status ro_record_finish(struct readout_record *record, struct readout_error *error)
{
    const struct document *document = &record->document;
    ro_sha256(&(struct slice){document->text, document->length}, 1, record->sha256);
    if (!ro_record_count(record))
        return ro_error_set(error, READOUT_NO_MEMORY, "record: no memory for the offsets of %u bytes; split it",
                            document->length);
    return READOUT_OK;
}

void readout_record_free(struct readout_record *record)
{
    if (!record)
        return;
    ro_arena_release(&record->document.arena);
    free(record);
}

/* The walk */

static bool give_span(const struct readout_record *record, struct span span, struct readout_span *out)
{
    if (!ro_span_is(span))
        return false;
    *out = ro_record_span(record, span);
    return true;
}

static const struct statement *statement_at(const struct readout_record *record, size_t index)
{
    return index < record->document.statement_count ? &record->document.statements[index] : NULL;
}

static const struct time_expression *time_at(const struct readout_record *record, size_t index)
{
    return index < record->document.time_count ? &record->document.times[index] : NULL;
}

static const struct word *word_at(const struct readout_record *record, size_t index)
{
    return index < record->document.word_count ? &record->document.words[index] : NULL;
}

static const struct warning *warning_at(const struct readout_record *record, size_t index)
{
    return index < record->document.warning_count ? &record->document.warnings[index] : NULL;
}

uint32_t readout_record_characters(const struct readout_record *record)
{
    return record->characters;
}

const char *readout_record_text(const struct readout_record *record, struct readout_span span, size_t *length)
{
    uint32_t begin = ro_record_byte(record, span.begin), end = ro_record_byte(record, span.end);
    *length = end > begin ? end - begin : 0;
    return record->document.text + begin;
}

size_t readout_sentence_count(const struct readout_record *record)
{
    return record->document.sentence_count;
}

struct readout_span readout_sentence(const struct readout_record *record, size_t index)
{
    const struct document *document = &record->document;
    return ro_record_span(record, index < document->sentence_count ? document->sentences[index].span : RO_NO_SPAN);
}

size_t readout_token_count(const struct readout_record *record)
{
    return record->document.word_count;
}

struct readout_span readout_token(const struct readout_record *record, size_t index)
{
    const struct document *document = &record->document;
    return ro_record_span(record, index < document->word_count ? document->words[index].span : RO_NO_SPAN);
}

size_t readout_token_sentence(const struct readout_record *record, size_t index)
{
    const struct document *document = &record->document;
    return index < document->word_count ? document->words[index].sentence : 0;
}

const char *readout_token_lemma(const struct readout_record *record, size_t index)
{
    const struct word *word = word_at(record, index);
    return word ? word->lemma : NULL;
}

const char *readout_token_upos(const struct readout_record *record, size_t index)
{
    const struct word *word = word_at(record, index);
    return word ? word->upos : NULL;
}

const char *readout_token_xpos(const struct readout_record *record, size_t index)
{
    const struct word *word = word_at(record, index);
    return word ? word->xpos : NULL;
}

bool readout_token_head(const struct readout_record *record, size_t index, size_t *out)
{
    const struct word *word = word_at(record, index);
    if (!word || word->head == RO_NONE || word->head == index)
        return false;
    *out = word->head;
    return true;
}

const char *readout_token_deprel(const struct readout_record *record, size_t index)
{
    const struct word *word = word_at(record, index);
    return word ? word->deprel : NULL;
}

size_t readout_time_count(const struct readout_record *record)
{
    return record->document.time_count;
}

struct readout_span readout_time_span(const struct readout_record *record, size_t index)
{
    const struct time_expression *time = time_at(record, index);
    return ro_record_span(record, time ? time->span : RO_NO_SPAN);
}

const char *readout_time_type(const struct readout_record *record, size_t index)
{
    const struct time_expression *time = time_at(record, index);
    return time ? ro_time_types[time->type] : NULL;
}

const char *readout_time_value(const struct readout_record *record, size_t index)
{
    const struct time_expression *time = time_at(record, index);
    return time ? time->value : NULL;
}

const char *readout_time_mod(const struct readout_record *record, size_t index)
{
    const struct time_expression *time = time_at(record, index);
    return time ? time->mod : NULL;
}

size_t readout_statement_count(const struct readout_record *record)
{
    return record->document.statement_count;
}

enum readout_form readout_statement_form(const struct readout_record *record, size_t index)
{
    const struct statement *statement = statement_at(record, index);
    return statement ? statement->form : READOUT_DIRECT;
}

double readout_statement_score(const struct readout_record *record, size_t index)
{
    const struct statement *statement = statement_at(record, index);
    return statement ? statement->score : 0;
}

bool readout_statement_source(const struct readout_record *record, size_t index, struct readout_span *out)
{
    const struct statement *statement = statement_at(record, index);
    return statement && give_span(record, statement->source.span, out);
}

bool readout_statement_cue(const struct readout_record *record, size_t index, struct readout_span *out)
{
    const struct statement *statement = statement_at(record, index);
    return statement && give_span(record, statement->cue, out);
}

const char *readout_statement_lemma(const struct readout_record *record, size_t index)
{
    const struct statement *statement = statement_at(record, index);
    return statement && ro_span_is(statement->cue) ? statement->lemma : NULL;
}

enum readout_act readout_statement_act(const struct readout_record *record, size_t index)
{
    const struct statement *statement = statement_at(record, index);
    return statement && ro_span_is(statement->cue) ? statement->act : READOUT_OTHER;
}

size_t readout_statement_content_count(const struct readout_record *record, size_t index)
{
    const struct statement *statement = statement_at(record, index);
    return statement ? statement->content_count : 0;
}

struct readout_span readout_statement_content(const struct readout_record *record, size_t index, size_t part)
{
    const struct statement *statement = statement_at(record, index);
    bool is = statement && part < statement->content_count;
    return ro_record_span(record, is ? statement->contents[part] : RO_NO_SPAN);
}

size_t readout_statement_quote_count(const struct readout_record *record, size_t index)
{
    const struct statement *statement = statement_at(record, index);
    return statement ? statement->quote_count : 0;
}

struct readout_span readout_statement_quote(const struct readout_record *record, size_t index, size_t part)
{
    const struct statement *statement = statement_at(record, index);
    bool is = statement && part < statement->quote_count;
    return ro_record_span(record, is ? statement->quotes[part] : RO_NO_SPAN);
}

size_t readout_statement_addressee_count(const struct readout_record *record, size_t index)
{
    const struct statement *statement = statement_at(record, index);
    return statement ? statement->addressee_count : 0;
}

struct readout_span readout_statement_addressee(const struct readout_record *record, size_t index, size_t part)
{
    const struct statement *statement = statement_at(record, index);
    bool is = statement && part < statement->addressee_count;
    return ro_record_span(record, is ? statement->addressees[part].span : RO_NO_SPAN);
}

bool readout_statement_setting(const struct readout_record *record, size_t index, struct readout_span *out)
{
    const struct statement *statement = statement_at(record, index);
    return statement && give_span(record, statement->setting, out);
}

bool readout_statement_time(const struct readout_record *record, size_t index, size_t *out)
{
    const struct statement *statement = statement_at(record, index);
    if (!statement || statement->time == RO_NONE)
        return false;
    *out = statement->time;
    return true;
}

bool readout_statement_within(const struct readout_record *record, size_t index, size_t *out)
{
    const struct statement *statement = statement_at(record, index);
    if (!statement || statement->within == RO_NONE)
        return false;
    *out = statement->within;
    return true;
}

size_t readout_issue_count(const struct readout_record *record)
{
    return record->document.issue_count;
}

bool readout_issue(const struct readout_record *record, size_t index, struct readout_issue *out)
{
    if (index >= record->document.issue_count)
        return false;
    const struct issue *issue = &record->document.issues[index];
    *out = (struct readout_issue){issue->name, issue->sentence, issue->count};
    return true;
}

size_t readout_warning_count(const struct readout_record *record)
{
    return record->document.warning_count;
}

const char *readout_warning_code(const struct readout_record *record, size_t index)
{
    const struct warning *warning = warning_at(record, index);
    return warning ? warning->code : NULL;
}

const char *readout_warning_message(const struct readout_record *record, size_t index)
{
    const struct warning *warning = warning_at(record, index);
    return warning ? warning->message : NULL;
}

bool readout_warning_span(const struct readout_record *record, size_t index, struct readout_span *out)
{
    const struct warning *warning = warning_at(record, index);
    return warning && give_span(record, warning->span, out);
}

/* Writing */

enum readout_status readout_record_write(const struct readout_record *record, enum readout_format format,
                                         const struct readout_writing *writing, readout_sink *sink, void *user)
{
    static const struct readout_writing defaults = {0};
    writing = writing ? writing : &defaults;
    struct output *output = ro_output_open(sink, user);
    if (!output)
        return READOUT_NO_MEMORY;
    enum readout_status status = READOUT_OK;
    if (format == READOUT_PAGE)
        status = ro_write_page(record, writing, output);
    else if (format == READOUT_CONLLU)
        ro_write_conllu(record, output);
    else if (format == READOUT_EXPLANATION)
        status = ro_write_explanation(record, writing, output);
    else if (ro_event_form(format, writing->table))
        status = ro_write_events(record, format, writing, output);
    else if (format == READOUT_CSV)
        ro_write_csv(record, writing->table, output);
    else if (format == READOUT_BRAT)
        status = ro_write_brat(record, output);
    else
        status = ro_write_json(record, writing, format == READOUT_PRETTY, output);
    enum readout_status written = ro_output_close(output);
    return status == READOUT_OK ? written : status;
}

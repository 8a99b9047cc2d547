/* line.c: the whole line, from bytes to what is written, and what must hold of every record (docs/record.md): spans
 * are in the text and in order, words cover it, quotes lie in their contents, statements do not overlap, heads lie in
 * their mentions, references find what they name, disputes have two sides. */
#include "fuzz.h"

#include <string.h>
#include <utf8proc.h>
#include <yajl/yajl_tree.h>

#include "record/record.h"

struct buffer {
    char *data;
    size_t length, room;
};

static int to_buffer(void *user, const char *bytes, size_t length)
{
    struct buffer *buffer = user;
    if (buffer->length + length >= buffer->room)
        buffer->data = realloc(buffer->data, buffer->room = 2 * (buffer->length + length) + 1);
    BELIEVE(buffer->data);
    memcpy(buffer->data + buffer->length, bytes, length);
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
    return 0;
}

/* UTF-8, without any control character but newlines and, in columns, tabs. */
static void check_characters(const struct buffer *buffer, bool columns)
{
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)buffer->data;
    utf8proc_ssize_t length = (utf8proc_ssize_t)buffer->length, taken;
    for (utf8proc_ssize_t at = 0; at < length; at += taken) {
        utf8proc_int32_t code;
        taken = utf8proc_iterate(bytes + at, length - at, &code);
        BELIEVE(taken > 0 && (code >= ' ' || code == '\n' || (columns && code == '\t')));
    }
}

static void check_object(const struct buffer *buffer)
{
    char error[256] = "";
    yajl_val tree = yajl_tree_parse(buffer->data, error, sizeof error);
    BELIEVE(YAJL_IS_OBJECT(tree));
    yajl_tree_free(tree);
}

/* Whether there is nothing that a format would write. */
static bool is_empty(const struct readout_record *record, enum readout_format format)
{
    size_t items = readout_entity_count(record) + readout_time_count(record) + readout_statement_count(record);
    return (format == READOUT_CONLLU && !readout_sentence_count(record)) || (format == READOUT_BRAT && !items);
}

/* JSON is one object, on one line where it is not pretty. */
static void check_writing(const struct readout_record *record, enum readout_format format)
{
    const struct readout_writing writing = {.text = true, .tokens = true, .width = 40};
    struct buffer buffer = {0};
    BELIEVE(readout_record_write(record, format, &writing, to_buffer, &buffer) == READOUT_OK);
    if (is_empty(record, format)) {
        BELIEVE(buffer.length == 0);
        return;
    }
    BELIEVE(buffer.length && buffer.data[buffer.length - 1] == '\n');
    check_characters(&buffer, format == READOUT_CONLLU || format == READOUT_BRAT);
    if (format <= READOUT_PRETTY)
        check_object(&buffer);
    BELIEVE(format != READOUT_JSON || strchr(buffer.data, '\n') == buffer.data + buffer.length - 1);
    free(buffer.data);
}

static void check_span(const struct readout_record *record, struct readout_span span)
{
    size_t length;
    BELIEVE(span.begin < span.end && span.end <= readout_record_characters(record));
    BELIEVE(readout_record_text(record, span, &length) && length >= span.end - span.begin);
}

static bool inside(struct readout_span inner, struct readout_span outer)
{
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

static bool is_blank(const struct readout_record *record, uint32_t at)
{
    size_t length;
    utf8proc_int32_t code;
    const char *text = readout_record_text(record, (struct readout_span){at, at + 1}, &length);
    utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &code);
    utf8proc_category_t category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP || (code >= '\t' && code <= '\r') || (code >= 0x1c && code <= 0x1f) ||
           code == 0x85; /* as in Python */
}

static void check_blank(const struct readout_record *record, uint32_t begin, uint32_t end)
{
    for (uint32_t at = begin; at < end; at++)
        BELIEVE(is_blank(record, at));
}

/* Words stand in order, inside of their sentences, and nothing but blanks is between them. */
static void check_words(const struct readout_record *record)
{
    uint32_t end = 0;
    size_t sentence = 0;
    for (size_t i = 0; i < readout_token_count(record); i++) {
        struct readout_span span = readout_token(record, i);
        check_span(record, span);
        BELIEVE(span.begin >= end);
        check_blank(record, end, span.begin);
        end = span.end;
        BELIEVE(readout_token_sentence(record, i) >= sentence);
        sentence = readout_token_sentence(record, i);
        BELIEVE(sentence < readout_sentence_count(record) && inside(span, readout_sentence(record, sentence)));
    }
    check_blank(record, end, readout_record_characters(record));
}

static void check_sentences(const struct readout_record *record)
{
    uint32_t end = 0;
    for (size_t i = 0; i < readout_sentence_count(record); i++) {
        struct readout_span span = readout_sentence(record, i);
        check_span(record, span);
        BELIEVE(span.begin >= end);
        end = span.end;
    }
}

static bool inside_content(const struct readout_record *record, size_t index, struct readout_span quote)
{
    for (size_t part = 0; part < readout_statement_content_count(record, index); part++)
        if (inside(quote, readout_statement_content(record, index, part)))
            return true;
    return false;
}

/* The spans of a content stand in order. */
static void check_content(const struct readout_record *record, size_t index)
{
    uint32_t end = 0;
    BELIEVE(readout_statement_content_count(record, index) > 0);
    for (size_t part = 0; part < readout_statement_content_count(record, index); part++) {
        struct readout_span span = readout_statement_content(record, index, part);
        check_span(record, span);
        BELIEVE(span.begin >= end);
        end = span.end;
    }
}

/* Of a top-level statement no other has the characters; a nested one lies in the content of an earlier one. */
static void check_place(const struct readout_record *record, size_t index, char *claimed)
{
    uint32_t within = record->document.statements[index].within;
    BELIEVE(within == RO_NONE || within < index);
    for (size_t part = 0; part < readout_statement_content_count(record, index); part++) {
        struct readout_span span = readout_statement_content(record, index, part);
        BELIEVE(within == RO_NONE || inside_content(record, within, span));
        for (uint32_t at = span.begin; at < span.end && within == RO_NONE; at++)
            BELIEVE(!claimed[at]++);
    }
}

static void check_statement(const struct readout_record *record, size_t index, char *claimed)
{
    struct readout_span span;
    uint32_t end = 0;
    check_content(record, index);
    check_place(record, index, claimed);
    for (size_t part = 0; part < readout_statement_quote_count(record, index); part++) {
        span = readout_statement_quote(record, index, part);
        check_span(record, span);
        BELIEVE(span.begin >= end && inside_content(record, index, span));
        end = span.end;
    }
    if (readout_statement_source(record, index, &span))
        check_span(record, span);
    bool has_cue = readout_statement_cue(record, index, &span);
    if (has_cue)
        check_span(record, span);
    BELIEVE(has_cue == (readout_statement_lemma(record, index) != NULL));
    BELIEVE(readout_statement_score(record, index) >= 0 && readout_statement_score(record, index) <= 1);
}

/* With a model the words of each sentence are one tree, whose root alone is called so. */
static void check_tree(const struct document *document, const struct sentence *sentence)
{
    uint32_t roots = 0, end = sentence->first_word + sentence->word_count;
    for (uint32_t i = sentence->first_word; i < end; i++) {
        const struct word *word = &document->words[i];
        uint32_t at = i;
        BELIEVE(word->upos && word->xpos && word->deprel);
        BELIEVE((word->head == i) == (strcmp(word->deprel, "root") == 0));
        roots += word->head == i;
        for (uint32_t steps = 0; document->words[at].head != at; at = document->words[at].head)
            BELIEVE(++steps < sentence->word_count && document->words[at].head >= sentence->first_word &&
                    document->words[at].head < end);
    }
    BELIEVE(roots == 1);
}

static void check_trees(const struct readout_record *record)
{
    const struct document *document = &record->document;
    bool read = document->word_count && document->words[0].head != RO_NONE;
    for (uint32_t i = 0; read && i < document->sentence_count; i++)
        check_tree(document, &document->sentences[i]);
}

static void check_statements(const struct readout_record *record)
{
    char *claimed = calloc(readout_record_characters(record) + 1, 1);
    BELIEVE(claimed);
    for (size_t i = 0; i < readout_statement_count(record); i++)
        check_statement(record, i, claimed);
    free(claimed);
}

/* The mentions of an entity stand in order. */
static void check_mentions(const struct readout_record *record, size_t index)
{
    uint32_t begin = 0;
    BELIEVE(readout_entity_mention_count(record, index) > 0);
    for (size_t part = 0; part < readout_entity_mention_count(record, index); part++) {
        struct readout_span span = readout_entity_mention(record, index, part);
        struct readout_span head = readout_entity_mention_head(record, index, part);
        double score = readout_entity_mention_score(record, index, part);
        check_span(record, span);
        check_span(record, head);
        BELIEVE(inside(head, span) && span.begin >= begin && score >= 0 && score <= 1);
        begin = span.begin;
    }
}

static void check_entity(const struct readout_record *record, size_t index)
{
    size_t member;
    const char *country = readout_entity_country(record, index), *actor = readout_entity_actor(record, index);
    BELIEVE(readout_entity_name(record, index)[0]);
    BELIEVE((!country || strlen(country) == 3) && (!actor || *actor));
    check_mentions(record, index);
    for (size_t part = 0; part < readout_entity_role_count(record, index); part++) {
        BELIEVE(readout_entity_role_title(record, index, part)[0]);
        check_span(record, readout_entity_role_span(record, index, part));
    }
    for (size_t part = 0; part < readout_entity_member_count(record, index); part++)
        BELIEVE(readout_entity_member(record, index, part, &member) && member < readout_entity_count(record) &&
                member != index);
}

static void check_entities(const struct readout_record *record)
{
    size_t entity;
    for (size_t i = 0; i < readout_entity_count(record); i++)
        check_entity(record, i);
    for (size_t i = 0; i < readout_statement_count(record); i++) {
        BELIEVE(!readout_statement_source_entity(record, i, &entity) || entity < readout_entity_count(record));
        for (size_t part = 0; part < readout_statement_addressee_count(record, i); part++)
            BELIEVE(!readout_statement_addressee_entity(record, i, part, &entity) ||
                    entity < readout_entity_count(record));
    }
}

/* Where bytes of the text begin and end a letter each. */
static void check_bytes(const struct document *document, struct span span)
{
    BELIEVE(span.begin < span.end && span.end <= document->length);
    BELIEVE(((unsigned char)document->text[span.begin] & 0xC0) != 0x80);
    BELIEVE(((unsigned char)document->text[span.end] & 0xC0) != 0x80);
}

static bool is_index(uint32_t index, uint32_t count)
{
    return index == RO_NONE || index < count;
}

static void check_position(const struct document *document, uint32_t index)
{
    const struct position *position = &document->positions[index];
    check_bytes(document, position->issue);
    BELIEVE(position->issue_text && position->act <= RO_PRAISE && position->extent <= RO_NOTHING);
    BELIEVE(position->holder < document->entity_count && is_index(position->toward, document->entity_count));
    BELIEVE(is_index(position->statement, document->statement_count));
    for (uint32_t i = 0; i < position->exchange_count; i++)
        BELIEVE(position->exchanges[i] < document->position_count && position->exchanges[i] != index);
    BELIEVE(position->score >= 0 && position->score <= 1);
}

static void check_side(const struct document *document, const struct side *side)
{
    check_bytes(document, side->span);
    BELIEVE(side->entity < document->entity_count && is_index(side->statement, document->statement_count));
    BELIEVE(is_index(side->position, document->position_count) && is_index(side->event, document->event_count));
}

/* Nobody disputes with himself. */
static void check_dispute(const struct document *document, const struct dispute *dispute)
{
    BELIEVE(dispute->about && *dispute->about && dispute->kind <= RO_ATTRIBUTION);
    BELIEVE(dispute->side_count > 1 && dispute->score >= 0 && dispute->score <= 1);
    for (uint32_t i = 0; i < dispute->side_count; i++) {
        check_side(document, &dispute->sides[i]);
        for (uint32_t other = 0; other < i; other++)
            BELIEVE(dispute->sides[other].entity != dispute->sides[i].entity);
    }
}

static void check_positions(const struct document *document)
{
    for (uint32_t i = 0; i < document->position_count; i++)
        check_position(document, i);
    for (uint32_t i = 0; i < document->dispute_count; i++)
        check_dispute(document, &document->disputes[i]);
}

static void check_warnings(const struct readout_record *record)
{
    for (size_t i = 0; i < readout_warning_count(record); i++) {
        struct readout_span span;
        BELIEVE(readout_warning_code(record, i)[0] && readout_warning_message(record, i)[0]);
        if (readout_warning_span(record, i, &span))
            check_span(record, span);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct readout *readout; /* loaded once: inputs share it as threads do */
    struct readout_reader *reader;
    struct readout_record *record;
    const struct readout_settings settings = {.model = fuzz_model()};
    if (!readout)
        BELIEVE(readout_open(&settings, &readout, NULL) == READOUT_OK);
    BELIEVE(readout_reader_open(readout, &reader) == READOUT_OK);
    BELIEVE(readout_read(reader, (const char *)data, size, NULL, &record) == READOUT_OK);
    check_sentences(record);
    check_words(record);
    check_trees(record);
    check_statements(record);
    check_entities(record);
    check_positions(&record->document);
    check_warnings(record);
    for (enum readout_format format = READOUT_JSON; format <= READOUT_CONLLU; format++)
        check_writing(record, format);
    check_writing(record, READOUT_BRAT);
    readout_record_free(record);
    readout_reader_free(reader);
    return 0;
}

/* json_record.c: the record, or its positions or disputes alone, as one JSON object, keys in the order of docs/record.md. */
#include "record/json.h"
#include "record/output.h"

#include <stdalign.h>

/* yajl does not look whether it got its memory. It needs two small pieces, which it gets from here. */
struct pool {
    size_t used;
    alignas(max_align_t) unsigned char bytes[4096];
};

static void *pool_alloc(void *user, size_t size)
{
    struct pool *pool = user;
    const size_t unit = alignof(max_align_t);
    size = (size + unit - 1) / unit * unit;
    if (size > sizeof pool->bytes - pool->used)
        return NULL;
    pool->used += size;
    return pool->bytes + pool->used - size;
}

static void *pool_grow(void *user, void *memory, size_t size)
{
    return memory ? NULL : pool_alloc(user, size);
}

static void pool_free(void *user, void *memory)
{
    (void)user;
    (void)memory;
}

static void print(void *user, const char *bytes, size_t length)
{
    ro_output_add(user, bytes, length);
}

static void write_options(struct json *json)
{
    const struct coder *coder = json->record->coder;
    if (!coder->min_score && !coder->extend) {
        ro_json_raw(json, "options", "{}");
        return;
    }
    ro_json_open(json, "options");
    if (coder->min_score)
        ro_json_string(json, "min-score", coder->min_score);
    if (coder->extend)
        ro_json_raw(json, "extend", "true");
    ro_json_close(json);
}

static void write_dictionary(struct json *json, const void *items, uint32_t index)
{
    const struct coder_dictionary *dictionary = (const struct coder_dictionary *)items + index;
    ro_json_open(json, NULL);
    ro_json_string(json, "name", dictionary->name);
    ro_json_string(json, "sha256", dictionary->sha256);
    ro_json_close(json);
}

static void write_coder(struct json *json)
{
    ro_json_open(json, "coder");
    ro_json_string(json, "version", readout_version());
    ro_json_string(json, "model", json->record->coder->model);
    ro_json_string(json, "lexicon", json->record->coder->lexicon);
    ro_json_list(json, "dictionaries", json->record->coder->dictionaries, json->record->coder->dictionary_count,
                 write_dictionary);
    write_options(json);
    ro_json_close(json);
}

static void write_meta(struct json *json, const struct readout_meta *meta)
{
    ro_json_string(json, "id", meta->id);
    ro_json_string(json, "uri", meta->uri);
    ro_json_string(json, "title", meta->title);
    ro_json_string(json, "publisher", meta->publisher);
    ro_json_string(json, "author", meta->author);
    ro_json_string(json, "published", meta->published);
}

/* The root of a sentence is its own head. */
static void write_head(struct json *json, const struct word *word, uint32_t index)
{
    if (word->head == index)
        ro_json_integer(json, "head", -1);
    else
        ro_json_index(json, "head", word->head);
}

static void write_token(struct json *json, const void *items, uint32_t index)
{
    const struct word *word = (const struct word *)items + index;
    ro_json_open(json, NULL);
    ro_json_span(json, "span", word->span);
    ro_json_integer(json, "sentence", word->sentence);
    ro_json_slice(json, "form", ro_document_slice(&json->record->document, word->span));
    ro_json_string(json, "lemma", word->lemma);
    ro_json_string(json, "upos", word->upos);
    ro_json_string(json, "xpos", word->xpos);
    write_head(json, word, index);
    ro_json_string(json, "deprel", word->deprel);
    ro_json_close(json);
}

static void write_sentence(struct json *json, const void *items, uint32_t index)
{
    ro_json_span(json, NULL, ((const struct sentence *)items)[index].span);
}

static void write_record(struct json *json, const struct readout_writing *writing)
{
    const struct readout_record *record = json->record;
    const struct document *document = &record->document;
    ro_json_open(json, NULL);
    ro_json_string(json, "schema", "readout/1");
    write_coder(json);
    write_meta(json, &document->meta);
    ro_json_string(json, "language", "en");
    ro_json_string(json, "sha256", record->sha256);
    ro_json_integer(json, "characters", record->characters);
    if (writing->text)
        ro_json_slice(json, "text", (struct slice){document->text, document->length});
    if (writing->tokens)
        ro_json_list(json, "tokens", document->words, document->word_count, write_token);
    ro_json_list(json, "sentences", document->sentences, document->sentence_count, write_sentence);
    ro_json_items(json);
    ro_json_close(json);
}

/* Positions or disputes, with no more of the document than what it is called. */
static void write_part(struct json *json, enum readout_table table)
{
    const struct readout_meta *meta = &json->record->document.meta;
    json->told = true;
    ro_json_open(json, NULL);
    ro_json_string(json, "id", meta->id);
    ro_json_string(json, "uri", meta->uri);
    ro_json_string(json, "title", meta->title);
    ro_json_string(json, "published", meta->published);
    if (table == READOUT_POSITIONS)
        ro_json_positions(json);
    else
        ro_json_disputes(json);
    ro_json_close(json);
}

enum readout_status ro_write_json(const struct readout_record *record, const struct readout_writing *writing,
                                  bool pretty, struct output *output)
{
    struct pool pool = {.used = 0};
    yajl_alloc_funcs memory = {pool_alloc, pool_grow, pool_free, &pool};
    struct json json = {.record = record, .generator = yajl_gen_alloc(&memory)};
    if (!json.generator)
        return READOUT_NO_MEMORY;
    yajl_gen_config(json.generator, yajl_gen_print_callback, print, output);
    yajl_gen_config(json.generator, yajl_gen_beautify, (int)pretty);
    yajl_gen_config(json.generator, yajl_gen_indent_string, "  ");
    if (ro_is_part(writing))
        write_part(&json, writing->table);
    else
        write_record(&json, writing);
    if (!pretty) /* the generator ends an indented object with a newline itself */
        ro_output_add(output, "\n", 1);
    yajl_gen_free(json.generator);
    return json.failed ? READOUT_INTERNAL : READOUT_OK;
}

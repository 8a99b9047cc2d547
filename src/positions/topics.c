/* topics.c: reads lexicon/topics.txt; cuts words to their stems. */
#include "positions/topics.h"

enum { FIELD_NAME, FIELD_KIND, FIELD_WORDS, FIELD_OPPOSITE, FIELD_EXAMPLE, FIELD_COUNT };

struct topics {
    struct table words, stems; /* to indices of items */
    struct topic *items;
    uint32_t count;
};

static const char *const kind_names[] = {"state", "people", "act", "word"};
enum { KINDS = sizeof kind_names / sizeof *kind_names };

static bool take_ending(struct slice *word, const char *ending, size_t least)
{
    size_t length = strlen(ending);
    if (word->length < length + least || memcmp(word->data + word->length - length, ending, length) != 0)
        return false;
    word->length -= length;
    return true;
}

struct slice ro_stem(struct slice lemma, char stem[RO_LONGEST_STEM])
{
    static const char *const endings[] = {"ization", "isation", "ation", "ition", "ion", "ment",
                                          "ance",    "ence",    "ize",   "ise",   "ate", "ing",
                                          "al",      "er",      "or",    "ed",    "y",   NULL};
    enum { LEAST = 4 };
    if (lemma.length >= RO_LONGEST_STEM)
        return (struct slice){NULL, 0};
    for (size_t i = 0; i < lemma.length; i++)
        stem[i] = (char)(lemma.data[i] >= 'A' && lemma.data[i] <= 'Z' ? lemma.data[i] + 32 : lemma.data[i]);
    struct slice word = {stem, lemma.length};
    for (const char *const *ending = endings; *ending; ending++)
        if (take_ending(&word, *ending, LEAST))
            break;
    while (take_ending(&word, "e", LEAST - 1))
        ;
    return word;
}

static uint32_t kind_of(struct slice name)
{
    uint32_t kind = 0;
    while (kind < KINDS && !ro_slice_equal(name, ro_slice(kind_names[kind])))
        kind++;
    return kind;
}

static bool put_word(struct topics *topics, struct arena *arena, struct slice word, uint32_t topic)
{
    char buffer[RO_LONGEST_STEM];
    struct slice stem = ro_stem(word, buffer);
    const char *copy = ro_arena_copy(arena, stem);
    return copy && ro_table_put(&topics->words, arena, word, topic) != RO_TABLE_NONE &&
           ro_table_put(&topics->stems, arena, (struct slice){copy, stem.length}, topic) != RO_TABLE_NONE;
}

static bool put_words(struct topics *topics, struct arena *arena, struct slice words, uint32_t topic)
{
    for (size_t at = 0; at < words.length;) {
        const char *blank = memchr(words.data + at, ' ', words.length - at);
        size_t end = blank ? (size_t)(blank - words.data) : words.length;
        if (end > at && !put_word(topics, arena, (struct slice){words.data + at, end - at}, topic))
            return false;
        at = end + 1;
    }
    return true;
}

static enum readout_status read_row(struct topics *topics, struct arena *arena, const struct lexicon_reader *reader,
                                    const struct lexicon_row *row, struct readout_error *error)
{
    if (row->field_count != FIELD_COUNT)
        return ro_lexicon_error(reader, row, 0, error, "%u fields; write name | kind | words | opposite | example",
                                (unsigned)row->field_count);
    uint32_t kind = kind_of(row->fields[FIELD_KIND]);
    if (kind == KINDS)
        return ro_lexicon_error(reader, row, FIELD_KIND, error,
                                "no kind \"%.*s\"; write state, people, act or word",
                                (int)row->fields[FIELD_KIND].length, row->fields[FIELD_KIND].data);
    struct topic *topic = ro_arena_push(arena, topics->items, topics->count);
    if (topic)
        *topic = (struct topic){.name = ro_arena_copy(arena, row->fields[FIELD_NAME]),
                                .kind = (enum topic_kind)kind,
                                .opposite = row->fields[FIELD_OPPOSITE]};
    if (!topic || !topic->name || !put_words(topics, arena, row->fields[FIELD_WORDS], topics->count - 1))
        return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to read it", reader->file->name);
    return READOUT_OK;
}

enum readout_status ro_topics_read(struct arena *arena, const struct lexicon_file *file, const struct topics **out,
                                   struct readout_error *error)
{
    struct topics *topics = ro_arena_alloc(arena, 1, sizeof *topics);
    struct lexicon_reader reader;
    struct lexicon_row row;
    enum readout_status status = READOUT_OK;
    *out = topics;
    if (!topics)
        return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to read it", file->name);
    ro_lexicon_start(&reader, file);
    while (status == READOUT_OK && ro_lexicon_next(&reader, &row))
        status = read_row(topics, arena, &reader, &row, error);
    return status;
}

const struct topic *ro_topic_named(const struct topics *topics, struct slice word)
{
    uint32_t topic = ro_table_get(&topics->words, word);
    return topic == RO_TABLE_NONE ? NULL : &topics->items[topic];
}

const struct topic *ro_topic_of(const struct topics *topics, struct slice lemma)
{
    char buffer[RO_LONGEST_STEM];
    uint32_t topic = ro_table_get(&topics->words, lemma);
    if (topic == RO_TABLE_NONE)
        topic = ro_table_get(&topics->stems, ro_stem(lemma, buffer));
    return topic == RO_TABLE_NONE ? NULL : &topics->items[topic];
}

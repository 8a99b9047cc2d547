/* conllu.c: the words as CoNLL-U (universaldependencies.org/format.html), a sentence after the other. The words of a
 * contraction stand under a line of their own: "1-2 don't", "1 do", "2 n't". What is not known is "_". */
#include "record/output.h"
#include "record/record.h"
#include "text/chars.h"

struct conllu {
    const struct document *document;
    struct output *output;
};

static void put(const struct conllu *conllu, const char *string)
{
    ro_output_add(conllu->output, string, strlen(string));
}

static void put_number(const struct conllu *conllu, uint32_t number)
{
    char digits[16];
    snprintf(digits, sizeof digits, "%u", (unsigned)number);
    put(conllu, digits);
}

/* What stands for a character that would end a field or a line, or command a terminal; NULL: itself. */
static const char *substitute(uint32_t code)
{
    if (code == '\t' || code == '\n' || code == '\r')
        return " ";
    bool control = code < ' ' || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029;
    return control ? "\xEF\xBF\xBD" : NULL;
}

static void put_text(const struct conllu *conllu, struct slice text)
{
    uint32_t length = (uint32_t)text.length, from = 0;
    for (uint32_t at = 0, next; at < length; at = next) {
        struct character c = ro_char_at(text.data, length, at);
        const char *other = substitute(c.code);
        next = c.end;
        if (!other)
            continue;
        ro_output_add(conllu->output, text.data + from, at - from);
        put(conllu, other);
        from = next;
    }
    ro_output_add(conllu->output, text.data + from, length - from);
}

static void put_field(const struct conllu *conllu, const char *value)
{
    put(conllu, "\t");
    put_text(conllu, ro_slice(value && *value ? value : "_")); /* no field may be empty */
}

/* Contractions */

static bool is_clitic(struct slice word)
{
    uint32_t length = (uint32_t)word.length;
    bool letters = false;
    for (uint32_t at = 0, next; at < length; at = next) {
        struct character c = ro_char_at(word.data, length, at);
        bool apostrophe = ro_char_is_apostrophe(c.code) || c.code == 0x2018;
        letters |= c.kind == CHAR_LETTER;
        if (c.kind != CHAR_LETTER && c.kind != CHAR_JOIN && !apostrophe)
            return false;
        next = c.end;
    }
    return letters;
}

/* Whether a word goes on a contraction: "n't" of "don't", "'" of "workers'", "'s" of "the U.S.'s". */
static bool continues(const struct document *document, uint32_t index)
{
    const struct word *word = &document->words[index];
    if (!word->glued || index == document->sentences[word->sentence].first_word)
        return false;
    if (word->apostrophe)
        return true;
    struct character before = ro_char_before(document->text, document->length, word->span.begin);
    struct character first = ro_char_at(document->text, document->length, word->span.begin);
    bool behind = before.kind == CHAR_LETTER || before.kind == CHAR_JOIN ||
                  (first.kind == CHAR_QUOTE && (before.kind == CHAR_DIGIT || before.code == '.'));
    return behind && is_clitic(ro_document_word(document, index));
}

/* Behind the last word of the contraction that begins with a word; behind the word itself where none does. */
static uint32_t contraction_end(const struct document *document, const struct sentence *sentence, uint32_t word)
{
    uint32_t end = word + 1;
    while (end < sentence->first_word + sentence->word_count && continues(document, end))
        end++;
    return end;
}

/* Lines */

static void put_misc(const struct conllu *conllu, uint32_t end)
{
    bool glued = end < conllu->document->word_count && conllu->document->words[end].glued;
    put(conllu, glued ? "\tSpaceAfter=No\n" : "\t_\n");
}

static void put_range(const struct conllu *conllu, const struct sentence *sentence, uint32_t first, uint32_t end)
{
    put_number(conllu, first - sentence->first_word + 1);
    put(conllu, "-");
    put_number(conllu, end - sentence->first_word);
    put(conllu, "\t");
    put_text(conllu, ro_document_words(conllu->document, (struct range){first, end}));
    put(conllu, "\t_\t_\t_\t_\t_\t_\t_");
    put_misc(conllu, end);
}

static void put_word(const struct conllu *conllu, const struct sentence *sentence, uint32_t index)
{
    const struct word *word = &conllu->document->words[index];
    put_number(conllu, index - sentence->first_word + 1);
    put(conllu, "\t");
    put_text(conllu, ro_document_slice(conllu->document, word->span));
    put_field(conllu, word->lemma);
    put_field(conllu, word->upos);
    put_field(conllu, word->xpos);
    put(conllu, "\t_\t");
    if (word->head == RO_NONE)
        put(conllu, "_");
    else
        put_number(conllu, word->head == index ? 0 : word->head - sentence->first_word + 1);
    put_field(conllu, word->deprel);
    put(conllu, "\t_");
}

static void put_words(const struct conllu *conllu, const struct sentence *sentence)
{
    uint32_t word = sentence->first_word;
    while (word < sentence->first_word + sentence->word_count) {
        uint32_t end = contraction_end(conllu->document, sentence, word);
        bool alone = end == word + 1;
        if (!alone)
            put_range(conllu, sentence, word, end);
        for (; word < end; word++) {
            put_word(conllu, sentence, word);
            if (alone)
                put_misc(conllu, end);
            else
                put(conllu, "\t_\n");
        }
    }
    put(conllu, "\n");
}

/* As the words below make it: one blank where there is whitespace. */
static void put_sentence_text(const struct conllu *conllu, const struct sentence *sentence)
{
    put(conllu, "# text = ");
    for (uint32_t i = 0; i < sentence->word_count; i++) {
        uint32_t word = sentence->first_word + i;
        if (i && !conllu->document->words[word].glued)
            put(conllu, " ");
        put_text(conllu, ro_document_word(conllu->document, word));
    }
    put(conllu, "\n");
}

static void put_id(const struct conllu *conllu, const char *key)
{
    const char *id = conllu->document->meta.id;
    put(conllu, key);
    if (id)
        put_text(conllu, ro_slice(id));
}

void ro_write_conllu(const struct readout_record *record, struct output *output)
{
    const struct conllu conllu = {&record->document, output};
    const struct document *document = &record->document;
    for (uint32_t i = 0; i < document->sentence_count; i++) {
        if (i == 0) {
            put_id(&conllu, document->meta.id ? "# newdoc id = " : "# newdoc");
            put(&conllu, "\n");
        }
        put_id(&conllu, "# sent_id = ");
        put(&conllu, document->meta.id ? "-" : "");
        put_number(&conllu, i + 1);
        put(&conllu, "\n");
        put_sentence_text(&conllu, &document->sentences[i]);
        put_words(&conllu, &document->sentences[i]);
    }
}

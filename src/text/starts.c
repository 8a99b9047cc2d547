/* starts.c: where sentences begin, by marks, capitals and a few words.
 * "He left (at 5 p.m.). \"Why?\" she asked." -> He left (at 5 p.m.). | "Why?" she asked. */
#include "text/breaks.h"
#include "text/chars.h"
#include "text/marks.h"
#include "text/text.h"

/* The sentence that is being read: words from `first`; its block ends before `end`. */
struct reader {
    struct document *document;
    uint32_t first, end;
    bool open; /* a double quotation mark that looks the same on both sides is open */
};

static struct slice form_of(const struct reader *reader, uint32_t word)
{
    return ro_document_word(reader->document, word);
}

static char first_char(const struct reader *reader, uint32_t word)
{
    return reader->document->text[reader->document->words[word].span.begin];
}

static uint32_t first_code(const struct reader *reader, uint32_t word)
{
    const struct document *document = reader->document;
    return ro_char_at(document->text, document->length, document->words[word].span.begin).code;
}

static bool glued(const struct reader *reader, uint32_t word)
{
    return reader->document->words[word].glued;
}

/* ".", "...", "?!" and their like. */
static bool is_stop(const struct reader *reader, uint32_t word)
{
    char last = reader->document->text[reader->document->words[word].span.end - 1];
    char first = first_char(reader, word);
    return ((first == '.' || first == '!' || first == '?') && (last == '.' || last == '!' || last == '?')) ||
           first_code(reader, word) == 0x2026;
}

static bool is_ellipsis(const struct reader *reader, uint32_t word)
{
    return (first_char(reader, word) == '.' && form_of(reader, word).length > 1) ||
           first_code(reader, word) == 0x2026;
}

/* "1." before an item of a list. */
static bool is_item_number(const struct reader *reader, uint32_t word)
{
    return word == reader->first + 1 && first_char(reader, word) == '.' && glued(reader, word) &&
           form_of(reader, word).length == 1 && form_of(reader, word - 1).length <= 3 &&
           ro_char_at(reader->document->text, reader->document->length,
                      reader->document->words[word - 1].span.begin)
                   .kind == CHAR_DIGIT;
}

/* Keep count of the double marks that open and close with one form. */
static void note_mark(struct reader *reader, uint32_t word)
{
    if (first_char(reader, word) != '"')
        return; /* nearly every word */
    struct mark mark = ro_mark(reader->document, word);
    if (mark.kind == RO_STRAIGHT_DOUBLE)
        reader->open = mark.spacing == RO_OPENS || (mark.spacing == RO_EITHER && !reader->open);
}

static bool closes_quotation(const struct reader *reader, uint32_t word)
{
    struct mark mark = ro_mark(reader->document, word);
    if (mark.kind == RO_NO_MARK || mark.glyph == RO_OPENS || mark.spacing == RO_OPENS)
        return false;
    return glued(reader, word) || mark.glyph == RO_CLOSES || (mark.kind == RO_STRAIGHT_DOUBLE && reader->open);
}

/* "[8]": behind the last word of a reference to a note, or `word`. */
static uint32_t note_end(const struct reader *reader, uint32_t word)
{
    bool is = word + 2 < reader->end && first_char(reader, word) == '[' && first_char(reader, word + 2) == ']' &&
              first_char(reader, word + 1) >= '0' && first_char(reader, word + 1) <= '9';
    return is ? word + 3 : word;
}

/* Behind what still belongs to a sentence whose last stop is before `word`: marks that close, notes. */
static uint32_t tail_end(struct reader *reader, uint32_t word)
{
    for (uint32_t next; word < reader->end; word = next) {
        next = note_end(reader, word);
        if (next > word)
            continue;
        bool closer = closes_quotation(reader, word) || ro_is_emoticon(form_of(reader, word)) ||
                      (glued(reader, word) &&
                       (first_char(reader, word) == ')' || first_char(reader, word) == ']')) ||
                      is_stop(reader, word);
        if (!closer)
            break;
        note_mark(reader, word);
        next = word + 1;
    }
    return word;
}

/* "Inc.", "p.m.": whether the full stop inside a word ends the sentence too. */
static bool stops_inside(const struct reader *reader, uint32_t word)
{
    struct slice form = form_of(reader, word);
    return form.length > 2 && form.data[form.length - 1] == '.' && form.data[0] != '.' && word + 1 < reader->end &&
           ro_starts_sentences(form_of(reader, word + 1));
}

/* Whether a sentence ends between a stop and the word `next`, which stands behind it and its tail. */
static bool ends_at(const struct reader *reader, uint32_t stop, uint32_t next)
{
    bool low = ro_begins_lower(form_of(reader, next));
    bool closed = next > stop + 1;
    if (is_item_number(reader, stop))
        return false;
    if (glued(reader, next))
        return !closed && ro_begins_upper(form_of(reader, next));
    if (!low)
        return true;
    return !closed && !is_ellipsis(reader, stop) &&
           !(first_char(reader, stop) == '!' && form_of(reader, stop).length == 1);
}

/* Behind the last word of the sentence. */
static uint32_t sentence_end(struct reader *reader)
{
    for (uint32_t word = reader->first; word + 1 < reader->end; word++) {
        note_mark(reader, word);
        if (is_stop(reader, word)) {
            uint32_t next = tail_end(reader, word + 1);
            if (next == reader->end || ends_at(reader, word, next))
                return next;
            word = next - 1;
        } else if (stops_inside(reader, word) ||
                   ro_breaks_unmarked(reader->document, reader->first, word, reader->end)) {
            return word + 1;
        }
    }
    return reader->end;
}

static void read_block(struct reader *reader)
{
    while (reader->first < reader->end) {
        uint32_t end = sentence_end(reader);
        reader->document->words[reader->first].starts = true;
        reader->first = end;
    }
}

enum readout_status ro_starts_stage(struct context *context, struct document *document)
{
    (void)context;
    for (uint32_t word = 0, end; word < document->word_count; word = end) {
        end = word + 1;
        while (end < document->word_count && document->words[end].block == document->words[word].block)
            end++;
        read_block(&(struct reader){.document = document, .first = word, .end = end});
    }
    return READOUT_OK;
}

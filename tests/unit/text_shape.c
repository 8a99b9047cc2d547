/* text_shape.c: what holds for every text: blocks, sentences and words stand in order inside each other, words do
 * not overlap, and leave out nothing but whitespace. Held on texts put together by chance, and on large ones of
 * one piece, which a quadratic stage would not get through. */
#include "text_stages.h"

#include "text/chars.h"
#include "text/marks.h"

static void check_gap(const struct document *document, uint32_t begin, uint32_t end)
{
    while (begin < end) {
        struct character c = ro_char_at(document->text, document->length, begin);
        assert_int_equal(c.kind, CHAR_SPACE);
        begin = c.end;
    }
}

static void check_words(const struct document *document)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < document->word_count; i++) {
        const struct word *word = &document->words[i];
        assert_true(word->span.begin >= at && word->span.begin < word->span.end);
        check_gap(document, at, word->span.begin);
        assert_int_equal(word->glued, i > 0 && word->span.begin == at);
        assert_true(!word->apostrophe || ro_mark_kind(document, i) == RO_NO_MARK);
        at = word->span.end;
    }
    check_gap(document, at, document->length);
}

static void check_sentence(const struct document *document, uint32_t index, uint32_t block, uint32_t first)
{
    const struct sentence *sentence = &document->sentences[index];
    assert_int_equal(sentence->block, block);
    assert_int_equal(sentence->first_word, first);
    assert_in_range(sentence->word_count, 1, document->word_count - first);
    assert_int_equal(sentence->span.begin, document->words[first].span.begin);
    assert_int_equal(sentence->span.end, document->words[first + sentence->word_count - 1].span.end);
    assert_true(ro_span_covers(document->blocks[block].span, sentence->span));
    for (uint32_t i = 0; i < sentence->word_count; i++)
        assert_int_equal(document->words[first + i].sentence, index);
}

static void check_blocks(const struct document *document)
{
    uint32_t sentence = 0, word = 0, at = 0;
    for (uint32_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        assert_true(block->span.begin >= at && ro_span_is(block->span));
        assert_true(!ro_span_is(block->dateline) || ro_span_covers(block->span, block->dateline));
        assert_int_equal(block->first_sentence, sentence);
        assert_true(block->sentence_count > 0);
        for (uint32_t j = 0; j < block->sentence_count; j++, sentence++) {
            check_sentence(document, sentence, i, word);
            word += document->sentences[sentence].word_count;
        }
        at = block->span.end;
    }
    assert_int_equal(sentence, document->sentence_count);
    assert_int_equal(word, document->word_count);
}

static void check(struct stages *stages, const char *text, size_t length)
{
    const struct document *document = stages_read(stages, text, length);
    check_words(document);
    check_blocks(document);
}

static const char *const pieces[] = {"Moon",
                                     "the",
                                     "The",
                                     "said",
                                     "didn't",
                                     "I'd've",
                                     "workers'",
                                     "'90s",
                                     "'",
                                     "''",
                                     "\"",
                                     "`",
                                     "\xE2\x80\x9C",
                                     "\xE2\x80\x9D",
                                     "\xE2\x80\x98",
                                     "\xE2\x80\x99",
                                     "\xC2\xAB",
                                     "\xC2\xBB",
                                     "(",
                                     ")",
                                     "[8]",
                                     "{",
                                     ".",
                                     "..",
                                     "...",
                                     "!",
                                     "?!",
                                     "\xE2\x80\xA6",
                                     ",",
                                     ";",
                                     ":",
                                     ":-)",
                                     "-",
                                     "--",
                                     "\xE2\x80\x94",
                                     "U.S.",
                                     "a.m.",
                                     "Inc.",
                                     "No. 2",
                                     "No.",
                                     "etc.",
                                     "J.",
                                     "A.",
                                     "co-founder",
                                     "well-known",
                                     "713-853-3989",
                                     "3,000.5",
                                     "1,2",
                                     "5pm",
                                     "$5",
                                     "US$",
                                     "6'2\"",
                                     "AT&T",
                                     "and/or",
                                     "9/11",
                                     "07/14/2000 03:58 PM",
                                     "https://example.org/a?b",
                                     "www.x.org.",
                                     "a@b.c",
                                     "@",
                                     "#tag",
                                     "close ly",
                                     "Thanks, Ann",
                                     "Figure 1.3 The",
                                     "Image: Ann",
                                     "HANOI (AP) --",
                                     "By Jane Doe",
                                     "=====",
                                     "\n",
                                     "\n\n",
                                     "\r\n",
                                     "\t",
                                     "    ",
                                     "\xC2\xA0",
                                     "\xC2\x85",
                                     "\xE2\x80\xA8",
                                     "\xE2\x80\x8B",
                                     "\xE2\x80\x8D",
                                     "\xCC\x81",
                                     "\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD",
                                     "\xF0\x9F\x87\xB0\xF0\x9F\x87\xB7",
                                     "\xD7\xA9\xD7\x9C",
                                     "\xE4\xB8\xAD",
                                     "\xC3\xA9",
                                     "\xFF",
                                     "\xE2\x80",
                                     "\xED\xA0\x80",
                                     "\xEF\xBB\xBF"};

static uint32_t next_number(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void texts_by_chance(void **state)
{
    (void)state;
    struct stages stages;
    char text[2048];
    uint32_t seed = 1;
    stages_open(&stages);
    for (int i = 0; i < 3000; i++) {
        size_t length = 0;
        for (uint32_t left = next_number(&seed) % 60; left > 0; left--) {
            const char *piece = pieces[next_number(&seed) % (sizeof pieces / sizeof *pieces)];
            size_t size = strlen(piece);
            memcpy(text + length, piece, size);
            length += size;
            if (next_number(&seed) % 2)
                text[length++] = ' ';
        }
        check(&stages, text, length);
    }
    stages_close(&stages);
}

static void bytes_by_chance(void **state)
{
    (void)state;
    struct stages stages;
    char text[200];
    uint32_t seed = 2;
    stages_open(&stages);
    for (int i = 0; i < 3000; i++) {
        size_t length = next_number(&seed) % sizeof text;
        for (size_t at = 0; at < length; at++)
            text[at] = (char)next_number(&seed);
        check(&stages, text, length);
    }
    stages_close(&stages);
}

static void one_piece_again_and_again(void **state)
{
    (void)state;
    static const char *const repeated[] = {
        "a",   "a-",  "a.",       "a'",           "1,", "1-", "\n",        "a\n",       "\"",      "\" ",
        "' ",  "s' ", ".",        ". ",           ".)", "(",  "[8] ",      "a@",        "http://", "U.S.",
        "A. ", " ",   "\xCC\x81", "\xE2\x80\x8D", "'a", "\r", "HANOI (\n", "Thanks, A "};
    enum { SIZE = 1 << 20 };
    struct stages stages;
    char *text = malloc(SIZE);
    assert_non_null(text);
    stages_open(&stages);
    for (size_t i = 0; i < sizeof repeated / sizeof *repeated; i++) {
        size_t size = strlen(repeated[i]), length = SIZE / size * size;
        for (size_t at = 0; at < length; at += size)
            memcpy(text + at, repeated[i], size);
        check(&stages, text, length);
    }
    stages_close(&stages);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_by_chance),
        cmocka_unit_test(bytes_by_chance),
        cmocka_unit_test(one_piece_again_and_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

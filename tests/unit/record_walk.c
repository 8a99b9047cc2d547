/* record_walk.c: offsets in code points, and the walk over a record through the public header. */
#include "position_sample.h"

/* Offsets */

static bool begins_point(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

/* Both directions, for each byte, against a count from the start. */
static void check_offsets(const char *text, size_t length)
{
    struct readout_record *record = sample_record(text, length);
    uint32_t points = 0;
    for (uint32_t byte = 0; byte < length; byte++) {
        if (begins_point(text[byte])) {
            assert_int_equal(ro_record_offset(record, byte), points);
            assert_int_equal(ro_record_byte(record, points), byte);
            points++;
        }
    }
    assert_int_equal(ro_record_offset(record, (uint32_t)length), points);
    assert_int_equal(ro_record_byte(record, points), length);
    assert_int_equal(ro_record_byte(record, UINT32_MAX), length);
    assert_int_equal(readout_record_characters(record), points);
    readout_record_free(record);
}

static void offsets_of_ascii_are_bytes(void **state)
{
    (void)state;
    struct readout_record *record = sample_record("a b\0c", 5);
    assert_null(record->counts);
    readout_record_free(record);
    check_offsets("", 0);
    check_offsets("a b\0c", 5);
}

static void offsets_count_code_points(void **state)
{
    (void)state;
    static const char *const letters[] = {"a", "\xC3\xA9", "\xE2\x80\x9C", "\xF0\x9F\x9A\xA2"}; /* 1 to 4 bytes */
    char text[700];
    for (size_t shift = 0; shift < 4; shift++) {
        size_t length = 0;
        for (size_t i = shift; length + 4 <= sizeof text; i += i % 7 + 1) {
            const char *letter = letters[(i * i + i / 3) % 4];
            memcpy(text + length, letter, strlen(letter));
            length += strlen(letter);
            if (length > 60)
                check_offsets(text, length); /* ends before, at and behind a multiple of 64 */
        }
    }
}

static void the_hash_is_of_the_text(void **state)
{
    (void)state;
    struct readout_record *record = sample_record("abc", 3);
    assert_string_equal(record->sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    readout_record_free(record);
}

/* The walk */

static const char text[] = "\xF0\x9F\x9A\xA2 Ada Lund: \xE2\x80\x9CWe stay.\xE2\x80\x9D She left.";

static struct readout_record *two_statements(void)
{
    static struct span contents[1], quotes[1];
    static struct statement statements[2];
    static struct sentence sentences[2];
    static struct word words[2];
    static struct warning warnings[2];
    contents[0] = quotes[0] = sample_span(text, "\xE2\x80\x9CWe stay.\xE2\x80\x9D");
    statements[0] = (struct statement){
        .form = READOUT_MIXED,
        .source.span = sample_span(text, "Ada Lund"),
        .cue = sample_span(text, ":"),
        .lemma = "say",
        .act = READOUT_PROMISE,
        .contents = contents,
        .content_count = 1,
        .quotes = quotes,
        .quote_count = 1,
        .score = 0.75,
    };
    statements[1] = (struct statement){.contents = contents, .content_count = 1, .act = READOUT_DENY};
    sentences[0].span = (struct span){0, quotes[0].end};
    sentences[1].span = sample_span(text, "She left.");
    words[0] = (struct word){.span = sample_span(text, "She"),
                             .sentence = 1,
                             .lemma = "she",
                             .upos = "PRON",
                             .xpos = "PRP",
                             .head = 1,
                             .deprel = "nsubj"};
    words[1] = (struct word){.span = sample_span(text, "left"), .sentence = 1, .head = 1, .deprel = "root"};
    warnings[0] = (struct warning){.code = "a", .message = "b", .span = sample_span(text, "She")};
    warnings[1] = (struct warning){.code = "c", .message = "d"};
    struct readout_record *record = sample_record(text, sizeof text - 1);
    struct document *document = &record->document;
    document->statements = statements, document->statement_count = 2;
    document->sentences = sentences, document->sentence_count = 2;
    document->words = words, document->word_count = 2;
    document->warnings = warnings, document->warning_count = 2;
    return record;
}

static void assert_says(const struct readout_record *record, struct readout_span span, const char *words)
{
    size_t length = 0;
    const char *found = readout_record_text(record, span, &length);
    assert_int_equal(length, strlen(words));
    assert_memory_equal(found, words, length);
}

static void assert_none(struct readout_span span)
{
    assert_int_equal(span.begin, 0);
    assert_int_equal(span.end, 0);
}

static void statements_are_walked(void **state)
{
    (void)state;
    struct readout_record *record = two_statements();
    struct readout_span span;
    assert_int_equal(readout_statement_count(record), 2);
    assert_int_equal(readout_statement_form(record, 0), READOUT_MIXED);
    assert_true(readout_statement_score(record, 0) == 0.75);
    assert_true(readout_statement_source(record, 0, &span));
    assert_int_equal(span.begin, 2);
    assert_int_equal(span.end, 10);
    assert_says(record, span, "Ada Lund");
    assert_true(readout_statement_cue(record, 0, &span));
    assert_says(record, span, ":");
    assert_string_equal(readout_statement_lemma(record, 0), "say");
    assert_int_equal(readout_statement_act(record, 0), READOUT_PROMISE);
    assert_int_equal(readout_statement_content_count(record, 0), 1);
    assert_says(record, readout_statement_content(record, 0, 0), "\xE2\x80\x9CWe stay.\xE2\x80\x9D");
    assert_int_equal(readout_statement_quote_count(record, 0), 1);
    assert_says(record, readout_statement_quote(record, 0, 0), "\xE2\x80\x9CWe stay.\xE2\x80\x9D");
    readout_record_free(record);
}

static void what_is_not_stated_is_not_given(void **state)
{
    (void)state;
    struct readout_record *record = two_statements();
    struct readout_span span = {7, 9};
    assert_false(readout_statement_source(record, 1, &span));
    assert_false(readout_statement_cue(record, 1, &span));
    assert_false(readout_warning_span(record, 1, &span));
    assert_int_equal(span.begin, 7);
    assert_int_equal(span.end, 9);
    assert_null(readout_statement_lemma(record, 1));
    assert_int_equal(readout_statement_act(record, 1), READOUT_OTHER);
    assert_int_equal(readout_statement_quote_count(record, 1), 0);
    readout_record_free(record);
}

static void the_other_lists_are_walked(void **state)
{
    (void)state;
    struct readout_record *record = two_statements();
    struct readout_span span;
    assert_int_equal(readout_sentence_count(record), 2);
    assert_says(record, readout_sentence(record, 1), "She left.");
    assert_int_equal(readout_token_count(record), 2);
    assert_says(record, readout_token(record, 1), "left");
    assert_int_equal(readout_token_sentence(record, 1), 1);
    assert_int_equal(readout_warning_count(record), 2);
    assert_string_equal(readout_warning_code(record, 1), "c");
    assert_string_equal(readout_warning_message(record, 1), "d");
    assert_true(readout_warning_span(record, 0, &span));
    assert_says(record, span, "She");
    readout_record_free(record);
}

static void trees_are_walked(void **state)
{
    (void)state;
    struct readout_record *record = two_statements();
    size_t head = 7;
    assert_string_equal(readout_token_lemma(record, 0), "she");
    assert_string_equal(readout_token_upos(record, 0), "PRON");
    assert_string_equal(readout_token_xpos(record, 0), "PRP");
    assert_string_equal(readout_token_deprel(record, 0), "nsubj");
    assert_true(readout_token_head(record, 0, &head));
    assert_int_equal(head, 1);
    assert_false(readout_token_head(record, 1, &head));
    assert_string_equal(readout_token_deprel(record, 1), "root");
    assert_null(readout_token_lemma(record, 1));
    record->document.words[0].head = RO_NONE;
    assert_false(readout_token_head(record, 0, &head));
    assert_int_equal(head, 1);
    readout_record_free(record);
}

static void indices_past_the_end_give_nothing(void **state)
{
    (void)state;
    struct readout_record *record = two_statements();
    struct readout_span span;
    for (size_t index = 2; index; index = index == 2 ? SIZE_MAX : 0) {
        assert_int_equal(readout_statement_form(record, index), READOUT_DIRECT);
        assert_true(readout_statement_score(record, index) == 0);
        assert_false(readout_statement_source(record, index, &span));
        assert_false(readout_statement_cue(record, index, &span));
        assert_null(readout_statement_lemma(record, index));
        assert_int_equal(readout_statement_act(record, index), READOUT_OTHER);
        assert_int_equal(readout_statement_content_count(record, index), 0);
        assert_int_equal(readout_statement_quote_count(record, index), 0);
        assert_none(readout_statement_content(record, index, 0));
        assert_none(readout_statement_quote(record, index, 0));
        assert_none(readout_statement_content(record, 0, index - 1));
        assert_none(readout_statement_quote(record, 0, index - 1));
        assert_none(readout_sentence(record, index));
        assert_none(readout_token(record, index));
        assert_int_equal(readout_token_sentence(record, index), 0);
        assert_null(readout_token_lemma(record, index));
        assert_null(readout_token_upos(record, index));
        assert_null(readout_token_xpos(record, index));
        assert_null(readout_token_deprel(record, index));
        assert_false(readout_token_head(record, index, &(size_t){0}));
        assert_null(readout_warning_code(record, index));
        assert_null(readout_warning_message(record, index));
        assert_false(readout_warning_span(record, index, &span));
    }
    readout_record_free(record);
}

static void spans_outside_the_text_are_cut(void **state)
{
    (void)state;
    struct readout_record *record = sample_record("caf\xC3\xA9", 5);
    assert_says(record, (struct readout_span){3, 100}, "\xC3\xA9");
    assert_says(record, (struct readout_span){50, 100}, "");
    assert_says(record, (struct readout_span){3, 1}, "");
    readout_record_free(record);
    readout_record_free(NULL);
}

static void positions_are_walked(void **state)
{
    (void)state;
    struct readout_record *record = quarrel_record();
    size_t index = 7;
    assert_int_equal(readout_position_count(record), 4);
    assert_true(readout_position_holder(record, 0, &index));
    assert_int_equal(index, 1);
    assert_string_equal(readout_position_act(record, 0), "demand");
    assert_string_equal(readout_position_extent(record, 0), "all");
    assert_null(readout_position_extent(record, 2));
    assert_says(record, readout_position_issue(record, 3), "an end to some fees");
    assert_string_equal(readout_position_issue_text(record, 3), "the fees be lifted \"to the last cent\"");
    assert_string_equal(readout_position_about(record, 1), "quay");
    assert_int_equal(readout_position_exchange_count(record, 1), 1);
    assert_true(readout_position_exchange(record, 1, 0, &index));
    assert_int_equal(index, 0);
    assert_true(readout_position_toward(record, 0, &index));
    assert_int_equal(index, 2);
    assert_false(readout_position_toward(record, 1, &index));
    assert_true(readout_position_statement(record, 0, &index));
    assert_int_equal(index, 1);
    assert_true(readout_position_score(record, 1) == 0.75);
    readout_record_free(record);
}

static void disputes_are_walked(void **state)
{
    (void)state;
    struct readout_record *record = quarrel_record();
    size_t index = 7;
    assert_int_equal(readout_dispute_count(record), 1);
    assert_string_equal(readout_dispute_about(record, 0), "an end to the fees");
    assert_string_equal(readout_dispute_kind(record, 0), "extent");
    assert_true(readout_dispute_score(record, 0) == 0.8625);
    assert_int_equal(readout_dispute_side_count(record, 0), 2);
    assert_says(record, readout_dispute_side(record, 0, 0), "the fees be lifted \"to the last cent\"");
    assert_false(readout_dispute_side_event(record, 0, 1, &index));
    assert_int_equal(index, 7);
    assert_true(readout_dispute_side_entity(record, 0, 1, &index));
    assert_int_equal(index, 1);
    assert_true(readout_dispute_side_statement(record, 0, 1, &index));
    assert_int_equal(index, 2);
    assert_true(readout_dispute_side_position(record, 0, 1, &index));
    assert_int_equal(index, 3);
    readout_record_free(record);
}

/* Of positions, disputes and sides that are not there, and of a position's other halves. */
static void what_is_behind_the_last_is_nothing(void **state)
{
    (void)state;
    struct readout_record *record = quarrel_record();
    size_t index = 7;
    assert_false(readout_position_holder(record, 4, &index));
    assert_false(readout_position_exchange(record, 0, 1, &index));
    assert_false(readout_position_exchange(record, 4, 0, &index));
    assert_false(readout_position_toward(record, 4, &index));
    assert_false(readout_position_statement(record, 4, &index));
    assert_null(readout_position_act(record, 4));
    assert_null(readout_position_extent(record, 4));
    assert_null(readout_position_issue_text(record, 4));
    assert_null(readout_position_about(record, 4));
    assert_none(readout_position_issue(record, 4));
    assert_int_equal(readout_position_exchange_count(record, 4), 0);
    assert_true(readout_position_score(record, 4) == 0);
    assert_null(readout_dispute_about(record, 1));
    assert_null(readout_dispute_kind(record, 1));
    assert_true(readout_dispute_score(record, 1) == 0);
    assert_int_equal(readout_dispute_side_count(record, 1), 0);
    assert_none(readout_dispute_side(record, 0, 2));
    assert_false(readout_dispute_side_entity(record, 1, 0, &index));
    assert_false(readout_dispute_side_statement(record, 0, 2, &index));
    assert_false(readout_dispute_side_position(record, 0, 2, &index));
    assert_false(readout_dispute_side_event(record, 0, 2, &index));
    assert_int_equal(index, 7);
    readout_record_free(record);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(offsets_of_ascii_are_bytes),
        cmocka_unit_test(offsets_count_code_points),
        cmocka_unit_test(the_hash_is_of_the_text),
        cmocka_unit_test(statements_are_walked),
        cmocka_unit_test(what_is_not_stated_is_not_given),
        cmocka_unit_test(the_other_lists_are_walked),
        cmocka_unit_test(trees_are_walked),
        cmocka_unit_test(indices_past_the_end_give_nothing),
        cmocka_unit_test(spans_outside_the_text_are_cut),
        cmocka_unit_test(positions_are_walked),
        cmocka_unit_test(disputes_are_walked),
        cmocka_unit_test(what_is_behind_the_last_is_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

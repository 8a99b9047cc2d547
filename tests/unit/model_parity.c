/* model_parity.c: the program against the network that was trained, on examples/summit.txt. PyTorch computed in single
 * precision what is read here with weights and vectors of 8 bits. Bounds, beside what is measured: */
#include "readout.c" // NOLINT(bugprone-suspicious-include): the stages are the engine's own

#include "unit.h"

#include <math.h>

#include "syntax/heads.h"

#define MEAN_BOUND 0.15   /* of a score's difference; scores range over some 20 */
#define LARGEST_BOUND 1.5 /* of any */
#define TAG_BOUND 0.99    /* of the tags are the same */
#define TREE_BOUND 0.96   /* of the heads with their relations; PyTorch's best heads need be no tree */

enum { LINE_LIMIT = 1 << 12 };

/* How far the program is from the network. */
struct distance {
    double sum, largest;
    size_t scores, words, tags, arcs;
};

static void compare_scores(struct distance *distance, char *at, const float *outputs, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        double difference = fabs(strtod(at, &at) - (double)outputs[i == 0 ? RO_ROOT : RO_UPOS + i - 1]);
        distance->sum += difference;
        distance->largest = difference > distance->largest ? difference : distance->largest;
        distance->scores++;
    }
}

/* One word and its line. */
static void compare_word(struct distance *distance, const struct document *document, uint32_t index, char *line,
                         const struct syntax *syntax, const int8_t *vector)
{
    float outputs[1024];
    char upos[16], xpos[16], deprel[32];
    int head = 0, read = 0;
    const struct word *word = &document->words[index];
    assert_int_equal(sscanf(line, "%15s %15s %d %31s%n", upos, xpos, &head, deprel, &read), 4);
    assert_true(syntax->product.padded <= sizeof outputs / sizeof *outputs);
    syntax->model->kernels->product(outputs, &syntax->product, vector, 0, 1);
    compare_scores(distance, line + read, outputs, 1 + syntax->upos.count);
    distance->words++;
    distance->tags += strcmp(word->upos, upos) == 0 && strcmp(word->xpos, xpos) == 0;
    uint32_t expected = head < 0 ? index : (uint32_t)head;
    distance->arcs += word->head == expected && strcmp(word->deprel, deprel) == 0;
}

static void compare(struct distance *distance, struct readout_reader *reader, const struct document *document)
{
    const struct resources *resources = &reader->readout->resources;
    char line[LINE_LIMIT];
    uint32_t index = 0;
    FILE *file = fopen("tests/data/parity.txt", "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        if (*line == '#')
            continue;
        assert_true(index < document->word_count);
        compare_word(distance, document, index, line, resources->syntax,
                     reader->context.vectors + (size_t)index * resources->model->width);
        index++;
    }
    fclose(file);
    assert_int_equal(index, document->word_count);
}

/* Read the text by the model that ships, whatever READOUT_MODEL names: it is its numbers that are in the file. */
static void measure(struct distance *distance)
{
    struct readout *readout = NULL;
    struct readout_reader *reader = NULL;
    struct readout_record *record = NULL;
    struct readout_error error;
    char *text = file_text("examples/summit.txt");
    if (readout_open(NULL, &readout, &error) != READOUT_OK)
        fail_msg("%s", error.message);
    assert_int_equal(readout_reader_open(readout, &reader), READOUT_OK);
    assert_int_equal(readout_read(reader, text, strlen(text), NULL, &record), READOUT_OK);
    assert_non_null(record);
    if (record)
        compare(distance, reader, &record->document);
    readout_record_free(record);
    readout_reader_free(reader);
    readout_free(readout);
    free(text);
}

static void test_the_program_is_near_the_network(void **state)
{
    (void)state;
    struct distance distance = {0};
    measure(&distance);
    print_message("mean difference %.3f, largest %.3f, tags %.4f, trees %.4f\n",
                  distance.sum / (double)distance.scores, distance.largest,
                  (double)distance.tags / (double)distance.words, (double)distance.arcs / (double)distance.words);
    assert_true(distance.sum < MEAN_BOUND * (double)distance.scores);
    assert_true(distance.largest < LARGEST_BOUND);
    assert_true((double)distance.tags >= TAG_BOUND * (double)distance.words);
    assert_true((double)distance.arcs >= TREE_BOUND * (double)distance.words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_the_program_is_near_the_network)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* statements_parity.c: the program's heads of statements against those that were trained, on examples/summit.txt. PyTorch
 * computed in single precision what is read here in 8 bits. Bounds, beside what is measured: */
#include "readout.c" // NOLINT(bugprone-suspicious-include): the stages are the engine's own

#include "unit.h"

#include <math.h>

#include "statements/learned.h"
#include "statements/statements.h"

#define MEAN_BOUND 0.1    /* of a score's difference; scores range over some 20 */
#define LARGEST_BOUND 0.5 /* of any */

enum { FEWEST = 10 /* cues */ };

struct distance {
    double sum, largest;
    size_t scores;
};

static void add(struct distance *distance, double expected, double found)
{
    double difference = fabs(expected - found);
    distance->sum += difference;
    distance->largest = difference > distance->largest ? difference : distance->largest;
    distance->scores++;
}

/* The candidate of a word; each line of the file must have one. */
static const struct candidate *candidate_at(const struct candidates *candidates, uint32_t word)
{
    for (uint32_t i = 0; i < candidates->count; i++)
        if (candidates->items[i].word == word)
            return &candidates->items[i];
    return NULL;
}

static void compare(struct distance *distance, const struct candidates *candidates)
{
    char line[128];
    FILE *file = fopen("tests/data/parity-statements.txt", "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        unsigned word;
        double first, valid;
        if (*line == '#')
            continue;
        assert_int_equal(sscanf(line, "%u %lf %lf", &word, &first, &valid), 3);
        const struct candidate *candidate = candidate_at(candidates, word);
        if (!candidate) {
            fail_msg("word %u may be a cue to the network (%.2f), but not to the program", word, first);
            return;
        }
        add(distance, first, (double)candidate->features[RO_FEATURE_WORD]);
        add(distance, valid, (double)candidate->features[RO_FEATURE_VALID]);
    }
    fclose(file);
}

/* Read the text by the model that ships, whatever READOUT_MODEL names. */
static void test_the_program_is_near_the_network(void **state)
{
    (void)state;
    struct readout *readout = NULL;
    struct readout_reader *reader = NULL;
    struct document document = {0};
    struct candidates candidates;
    struct distance distance = {0};
    struct scene scene;
    char *text = file_text("examples/summit.txt");
    assert_int_equal(readout_open(NULL, &readout, NULL), READOUT_OK);
    assert_int_equal(readout_reader_open(readout, &reader), READOUT_OK);
    ro_arena_init(&document.arena);
    struct context *context = &reader->context;
    assert_int_equal(ro_text_decode(context, &document, text, strlen(text)), READOUT_OK);
    for (const struct pipeline_row *row = ro_pipeline; row->run != ro_statements_stage; row++)
        assert_int_equal(row->run(context, &document), READOUT_OK);
    assert_int_equal(ro_scene_read(context, &document, &scene), READOUT_OK);
    struct learned *learned;
    assert_int_equal(ro_learned_open(&scene, &learned), READOUT_OK);
    assert_int_equal(ro_learned_read(learned, (struct range){0, document.word_count}, &candidates), READOUT_OK);
    compare(&distance, &candidates);
    print_message("%zu scores, mean difference %.3f, largest %.3f\n", distance.scores,
                  distance.sum / (double)distance.scores, distance.largest);
    assert_in_range(distance.scores, 2 * FEWEST, SIZE_MAX);
    assert_true(distance.sum < MEAN_BOUND * (double)distance.scores);
    assert_true(distance.largest < LARGEST_BOUND);
    ro_arena_release(&document.arena);
    readout_reader_free(reader);
    readout_free(readout);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_the_program_is_near_the_network)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

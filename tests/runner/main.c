/* main.c: runs text tests: readout-cases FOLDER [STAGE | STAGE/NAME | STAGE/NAME:NUMBER]...
 * "readout-cases tests statements/quotes:1" is one case alone; without a name all are run. Where the environment has
 * READOUT_TEST_RECORDS, the records go to that folder, a file for each file of tests. */
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "runner/found.h"
#include "runner/match.h"

static struct readout *readout;
static const char *record_folder;

/* Running */

/* Append the record to RECORDS/STAGE-NAME.jsonl. */
static int to_file(void *file, const char *bytes, size_t length)
{
    return fwrite(bytes, 1, length, file) != length;
}

static void keep_record(const struct test_case *test, const struct readout_record *record)
{
    char path[4096];
    const char *number = strrchr(test->name, ':');
    int length = snprintf(path, sizeof path, "%s/%.*s.jsonl", record_folder, (int)(number - test->name),
                          test->name);
    assert_in_range(length, 1, sizeof path - 1);
    *strchr(path + strlen(record_folder) + 1, '/') = '-';
    FILE *file = fopen(path, test->number == 1 ? "w" : "a");
    assert_non_null(file);
    const struct readout_writing writing = {.text = true, .tokens = true};
    assert_int_equal(readout_record_write(record, READOUT_JSON, &writing, to_file, file), READOUT_OK);
    assert_int_equal(fclose(file), 0);
}

/* Print the items of a kind as lines that a test could have. */
static void print_found(struct arena *arena, const struct readout_record *record, enum item item)
{
    if (item == SAME || item == APART)
        item = ENTITY;
    struct found found = found_items(arena, record, item);
    print_error("  found%s\n", found.count ? ":" : " none");
    for (size_t i = 0; i < found.count; i++)
        print_error("%-11s %.*s\n", item_names[item], (int)found.lines[i].length, found.lines[i].data);
}

static unsigned print_unmet(struct arena *arena, const struct test_case *test, const struct readout_record *record)
{
    unsigned unmet_count = 0;
    bool printed[ITEM_COUNT] = {false};
    for (size_t i = 0; i < test->count; i++) {
        const struct expectation *expectation = &test->expectations[i];
        const char *why = unmet(arena, record, expectation);
        if (!why)
            continue;
        unmet_count++;
        print_error("%s:%u: %s:\n%s%-*s %.*s\n", test->path, expectation->number, why,
                    expectation->absent ? "no-" : "", expectation->absent ? 8 : 11, item_names[expectation->item],
                    (int)expectation->line.length, expectation->line.data);
        if (!printed[expectation->item])
            print_found(arena, record, expectation->item);
        printed[expectation->item] = true;
    }
    return unmet_count;
}

/* Whether a case asks what a model alone can tell. */
static bool needs_model(const struct test_case *test)
{
    for (size_t i = 0; i < test->count; i++)
        for (enum part part = 0; part < PART_COUNT; part++)
            if (test->expectations[i].item == WORD && part != CONTENT && test->expectations[i].is.parts[part].count)
                return true;
    return false;
}

static void run_case(void **state)
{
    const struct test_case *test = *state;
    if (needs_model(test) && !readout_model_hash(readout)) {
        print_message("%s:%u: needs a model, but READOUT_MODEL is none\n", test->path, test->line);
        skip();
    }
    const struct readout_meta meta = {.id = test->name, .title = test->headline, .published = test->published};
    struct readout_reader *reader;
    struct readout_record *record;
    assert_int_equal(readout_reader_open(readout, &reader), READOUT_OK);
    if (readout_read(reader, test->text.data, test->text.length, &meta, &record) != READOUT_OK)
        fail_msg("%s:%u: %s", test->path, test->line, readout_reader_error(reader)->message);
    if (record_folder)
        keep_record(test, record);
    struct arena arena;
    ro_arena_init(&arena);
    unsigned unmet_count = print_unmet(&arena, test, record);
    ro_arena_release(&arena);
    readout_record_free(record);
    readout_reader_free(reader);
    if (unmet_count)
        fail_msg("%u of the case's %zu lines are not met", unmet_count, test->count);
}

/* Finding the tests */

/* Read the file FOLDER/NAME.test. */
static bool read_file(struct test_cases *cases, const char *folder, const char *path)
{
    const char *name = path + strlen(folder) + 1;
    size_t length = strlen(name) - strlen(".test");
    return cases_read(cases, path, ro_arena_copy(&cases->arena, (struct slice){name, length}));
}

/* Read what is called STAGE, STAGE/NAME or STAGE/NAME:NUMBER; only that case remains then. */
static bool read_named(struct test_cases *cases, const char *folder, const char *name)
{
    char pattern[4096];
    int length = (int)strcspn(name, ":");
    snprintf(pattern, sizeof pattern, strchr(name, '/') ? "%s/%.*s.test" : "%s/%.*s/*.test", folder, length, name);
    glob_t paths;
    size_t before = cases->count;
    bool good = glob(pattern, 0, NULL, &paths) == 0;
    for (size_t i = 0; good && i < paths.gl_pathc; i++)
        good = read_file(cases, folder, paths.gl_pathv[i]);
    if (!cases->count)
        fprintf(stderr, "%s: no tests\n", pattern);
    globfree(&paths);
    unsigned long number = name[length] ? strtoul(name + length + 1, NULL, 10) : 0;
    if (good && name[length] && (number < 1 || number > cases->count - before)) {
        fprintf(stderr, "%s: the file has %zu cases\n", name, cases->count - before);
        return false;
    }
    if (good && number) {
        cases->items[before] = cases->items[before + number - 1];
        cases->count = before + 1;
    }
    return good;
}

static int run_cases(const struct test_cases *cases)
{
    struct CMUnitTest *tests = calloc(cases->count, sizeof *tests);
    if (!tests)
        return EXIT_FAILURE;
    for (size_t i = 0; i < cases->count; i++)
        tests[i] = (struct CMUnitTest){
            .name = cases->items[i].name, .test_func = run_case, .initial_state = (void *)&cases->items[i]};
    int failed = _cmocka_run_group_tests("cases", tests, cases->count, NULL, NULL);
    free(tests);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    const char *model = getenv("READOUT_MODEL");
    const struct readout_settings settings = {.model = model && *model ? model : NULL};
    struct readout_error error;
    struct test_cases cases = {0};
    ro_arena_init(&cases.arena);
    record_folder = getenv("READOUT_TEST_RECORDS");
    bool good = argc > 1;
    if (!good)
        fprintf(stderr, "readout-cases FOLDER [STAGE | STAGE/NAME | STAGE/NAME:NUMBER]...\n");
    for (int i = 2; good && i < argc; i++)
        good = read_named(&cases, argv[1], argv[i]);
    if (good && argc == 2)
        good = read_named(&cases, argv[1], "*");
    if (good && readout_open(&settings, &readout, &error) != READOUT_OK) {
        fprintf(stderr, "%s\n", error.message);
        good = false;
    }
    int status = good ? run_cases(&cases) : EXIT_FAILURE;
    readout_free(readout);
    ro_arena_release(&cases.arena);
    return status;
}

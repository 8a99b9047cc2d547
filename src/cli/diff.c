/* diff.c: readout diff A B: what changed between two runs' records, for a new model or lexicon. Records are paired by their
 * ids, the items of their lists by what they say; of items that are not in both, those about the same words are one that
 * changed. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yajl/yajl_tree.h>

#include "base/arena.h"
#include "base/table.h"
#include "cli/cli.h"
#include "cli/items.h"

enum { SUMMARY = 256, EVERY_SCORE, DEEPEST = 32 };

struct request {
    char **paths;
    bool summary;     /* no items */
    bool every_score; /* a score alone is a change */
};

/* A file of records, and the places of its lines. */
struct records {
    const char *path;
    const char *data;
    size_t size;
    struct slice *lines;
    const char **ids;
    bool *paired;
    uint32_t count, id_count, paired_count;
    struct table by_id;
};

struct totals {
    unsigned same, changed, only_a, only_b;
    unsigned item_changed, item_removed, item_added;
};

/* Reading */

static bool map(struct records *records)
{
    struct stat state;
    int file = open(records->path, O_RDONLY | O_CLOEXEC);
    bool good = file >= 0 && fstat(file, &state) == 0;
    records->size = good ? (size_t)state.st_size : 0;
    void *data = good && records->size ? mmap(NULL, records->size, PROT_READ, MAP_PRIVATE, file, 0) : NULL;
    good = good && data != MAP_FAILED;
    if (!good)
        ro_say("%s: cannot be read: %s", records->path, strerror(errno));
    if (file >= 0)
        close(file);
    records->data = good ? data : NULL;
    return good;
}

/* Whether brackets stand in brackets so often that no record has it: who reads such a value may run out of stack. */
static bool is_deep(struct slice text)
{
    int depth = 0;
    bool string = false;
    for (size_t i = 0; i < text.length && depth <= DEEPEST; i++) {
        char c = text.data[i];
        i += string && c == '\\';
        string ^= c == '"';
        depth += !string && (c == '[' || c == '{');
        depth -= !string && (c == ']' || c == '}');
    }
    return depth > DEEPEST;
}

/* A line as JSON; NULL where it is none, which has been said. */
static yajl_val parse(const struct records *records, uint32_t line)
{
    char why[256] = "";
    struct slice text = records->lines[line];
    char *copy = is_deep(text) ? NULL : strndup(text.data, text.length);
    yajl_val value = copy ? yajl_tree_parse(copy, why, sizeof why) : NULL;
    free(copy);
    if (value && YAJL_IS_OBJECT(value))
        return value;
    yajl_tree_free(value);
    ro_say(
        "%s:%u: no record of readout: a line should be one JSON object, as \"readout code --format jsonl\" writes it",
        records->path, line + 1);
    return NULL;
}

static const char *text_at(yajl_val record, const char *key)
{
    const char *path[] = {key, NULL};
    return YAJL_GET_STRING(yajl_tree_get(record, path, yajl_t_string));
}

/* What a record is paired by: its id, else the hash of its text; the second of the same gets "#2". */
static const char *key_of(struct records *records, struct arena *arena, yajl_val record)
{
    const char *id = text_at(record, "id"), *name = id ? id : text_at(record, "sha256");
    char key[1024];
    snprintf(key, sizeof key, "%s", name ? name : "");
    for (unsigned times = 2; ro_table_get(&records->by_id, ro_slice(key)) != RO_TABLE_NONE; times++)
        snprintf(key, sizeof key, "%.1000s#%u", name ? name : "", times);
    return ro_arena_copy(arena, ro_slice(key));
}

static bool add_line(struct records *records, struct arena *arena, struct slice line)
{
    uint32_t number = records->count;
    struct slice *place = ro_arena_push(arena, records->lines, records->count);
    const char **id = ro_arena_push(arena, records->ids, records->id_count);
    bool *paired = ro_arena_push(arena, records->paired, records->paired_count);
    if (!place || !id || !paired)
        return false;
    *place = line;
    yajl_val record = line.length ? parse(records, number) : NULL;
    if (!record)
        return line.length == 0;
    *id = key_of(records, arena, record);
    yajl_tree_free(record);
    return *id && ro_table_put(&records->by_id, arena, ro_slice(*id), number) == number;
}

static bool read_records(struct records *records, struct arena *arena)
{
    if (!map(records))
        return false;
    for (size_t at = 0, length; at < records->size; at += length + 1) {
        const char *end = memchr(records->data + at, '\n', records->size - at);
        length = end ? (size_t)(end - records->data) - at : records->size - at;
        if (!add_line(records, arena, (struct slice){records->data + at, length}))
            return false;
    }
    return true;
}

/* Comparing */

static void count(struct totals *totals, const struct changes *changes)
{
    bool same = !changes->changed && !changes->removed && !changes->added;
    totals->same += same;
    totals->changed += !same;
    totals->item_changed += changes->changed;
    totals->item_removed += changes->removed;
    totals->item_added += changes->added;
}

static bool compare_record(const struct request *request, struct records *a, struct records *b, uint32_t line,
                           struct totals *totals)
{
    uint32_t other = ro_table_get(&b->by_id, ro_slice(a->ids[line]));
    if (other == RO_TABLE_NONE || !b->paired) {
        totals->only_a++;
        return request->summary || ro_items_say("- %s: only in %s\n", a->ids[line], a->path);
    }
    b->paired[other] = true;
    yajl_val left = parse(a, line), right = parse(b, other);
    struct changes changes = {.quiet = request->summary, .every_score = request->every_score, .id = a->ids[line]};
    bool good = left && right && ro_items_compare(left, right, &changes);
    count(totals, &changes);
    yajl_tree_free(left);
    yajl_tree_free(right);
    return good;
}

static bool compare(const struct request *request, struct records *a, struct records *b)
{
    struct totals totals = {0};
    for (uint32_t line = 0; line < a->count; line++)
        if (a->ids[line] && !compare_record(request, a, b, line, &totals))
            return false;
    for (uint32_t line = 0; line < b->count; line++) {
        if (!b->ids[line] || b->paired[line])
            continue;
        totals.only_b++;
        if (!request->summary && !ro_items_say("+ %s: only in %s\n", b->ids[line], b->path))
            return false;
    }
    return ro_items_say(
        "%u documents the same, %u changed, %u only in %s, %u only in %s; items: %u changed, %u gone, "
        "%u new\n",
        totals.same, totals.changed, totals.only_a, a->path, totals.only_b, b->path, totals.item_changed,
        totals.item_removed, totals.item_added);
}

// NOLINTNEXTLINE(readability-non-const-parameter): as argp has it
static error_t take(int key, char *argument, struct argp_state *state)
{
    struct request *request = state->input;
    (void)argument;
    switch (key) {
    case SUMMARY:
        request->summary = true;
        return 0;
    case EVERY_SCORE:
        request->every_score = true;
        return 0;
    case ARGP_KEY_ARGS:
        request->paths = state->argv + state->next;
        if (state->argc - state->next != 2)
            argp_error(state, "name two files of records");
        return 0;
    case ARGP_KEY_NO_ARGS:
        argp_error(state, "name two files of records");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

int ro_diff(int argc, char **argv)
{
    static const struct argp_option rows[] = {
        {"summary", SUMMARY, NULL, 0, "Tell how much changed alone", 0},
        {"scores", EVERY_SCORE, NULL, 0, "An item of which the score alone changed is a change, too", 0},
        {0}};
    static const struct argp argp = {
        .options = rows,
        .parser = take,
        .args_doc = "A B",
        .doc =
            "Tell what changed between two runs' records, as \"readout code --format jsonl\" writes them."
            "\vRecords are paired by their ids. An item that is in A alone has a \"-\", one in B alone a \"+\", one that "
            "changed a \"~\" and what changed of it. Records with --text show the words.",
    };
    struct request request = {0};
    struct arena arena;
    ro_parse(&argp, 0, argc, argv, &request);
    struct records a = {.path = request.paths[0]}, b = {.path = request.paths[1]};
    ro_arena_init(&arena);
    bool good = read_records(&a, &arena) && read_records(&b, &arena) && compare(&request, &a, &b);
    ro_arena_release(&arena);
    return good ? RO_EXIT_DONE : RO_EXIT_ENVIRONMENT;
}

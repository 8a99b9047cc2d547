/* antecedents.c: what pronouns are resolved by, for training: train-antecedents MODEL <LIST >OUT
 * Reads paths of texts, a line each. Writes a line "TEXT path", then for each pronoun that has candidates
 *     PRONOUN kind begin end        kind 0: he, she; 1: it; 2: they
 *     feature ... | begin end ...   a line a candidate: its features, and the heads of its earlier mentions, pronouns left out
 * Offsets are bytes. So training and reading share one code. */
#include "readout.c" // NOLINT(bugprone-suspicious-include): the stages are the engine's own

#include "actors/actors.h"
#include "actors/antecedents.h"
#include "actors/resolve.h"
#include "load.h"
#include "statements/statements.h"

enum { MENTIONS = 8 /* of a candidate, the last before the pronoun */ };

static void write_mentions(const struct resolving *resolving, uint32_t cluster, uint32_t before)
{
    const struct document *document = resolving->document;
    uint32_t written = 0;
    for (uint32_t at = before; at > 0 && written < MENTIONS; at--) {
        const struct phrase *phrase = &document->phrases[at - 1];
        if (resolving->places[at - 1].cluster != cluster || phrase->kind == RO_PRONOUN)
            continue;
        written++;
        printf(" %u %u", (unsigned)document->words[phrase->core.begin].span.begin,
               (unsigned)document->words[phrase->core.end - 1].span.end);
    }
}

static void write_choice(void *user, const struct resolving *resolving, uint32_t number, const uint32_t *candidates,
                         uint32_t count, const float *features)
{
    const struct document *document = resolving->document;
    const struct phrase *pronoun = &document->phrases[number];
    struct span span = document->words[pronoun->head].span;
    (void)user;
    printf("PRONOUN %d %u %u\n", pronoun->gender == 'n' ? 1 : pronoun->plural ? 2 : 0, (unsigned)span.begin,
           (unsigned)span.end);
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t k = 0; k < RO_ANTE_FEATURES; k++)
            printf("%g ", (double)features[i * RO_ANTE_FEATURES + k]);
        printf("|");
        write_mentions(resolving, candidates[i], number);
        printf("\n");
    }
}

static bool read_text(struct readout_reader *reader, const char *path)
{
    struct slice text;
    struct document document = {0};
    struct resolving resolving = {.watch = write_choice};
    ro_arena_init(&document.arena);
    ro_arena_clear(&reader->context.scratch);
    printf("TEXT %s\n", path);
    bool good = load_text(&document.arena, path, &text) &&
                read_until(&reader->context, &document, text, ro_actors_stage) &&
                ro_resolve(&resolving, &reader->context, &document) == READOUT_OK;
    ro_arena_release(&document.arena);
    return good;
}

static bool read_list(const char *model)
{
    const struct readout_settings settings = {.model = model};
    struct readout *readout = NULL;
    struct readout_reader *reader = NULL;
    char path[PATH_MAX];
    bool good = readout_open(&settings, &readout, NULL) == READOUT_OK && readout &&
                readout_reader_open(readout, &reader) == READOUT_OK && readout->resources.name_heads;
    while (good && fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = '\0';
        good = read_text(reader, path);
    }
    readout_reader_free(reader);
    readout_free(readout);
    return good;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "train-antecedents MODEL <LIST >OUT\n");
        return 2;
    }
    bool good = read_list(argv[1]) && fflush(stdout) == 0;
    if (!good)
        fprintf(stderr, "train-antecedents: stopped before the end of the list\n");
    return good ? 0 : 1;
}

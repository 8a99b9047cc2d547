/* texts.h: what the programs of train/ have in common: texts of a list of paths, read by the stages before one. */
#ifndef TEXTS_H
#define TEXTS_H

#include "load.h"

/* Write what was read of a document to standard output; false where that failed. */
typedef bool write_text(struct context *context, struct document *document);

static bool read_text(struct readout_reader *reader, const char *path, stage *end, write_text *write)
{
    struct slice text;
    struct document document = {0};
    ro_arena_init(&document.arena);
    ro_arena_clear(&reader->context.scratch);
    bool good = load_text(&document.arena, path, &text) && read_until(&reader->context, &document, text, end) &&
                write(&reader->context, &document);
    ro_arena_release(&document.arena);
    return good;
}

static bool read_list(const char *model, stage *end, write_text *write)
{
    const struct readout_settings settings = {.model = model};
    struct readout *readout = NULL;
    struct readout_reader *reader = NULL;
    char path[PATH_MAX];
    bool good = readout_open(&settings, &readout, NULL) == READOUT_OK && readout &&
                readout_reader_open(readout, &reader) == READOUT_OK && readout->resources.syntax;
    while (good && fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = '\0';
        good = read_text(reader, path, end, write);
    }
    readout_reader_free(reader);
    readout_free(readout);
    return good;
}

/* PROGRAM MODEL <LIST >OUT: the status to exit with. */
static int run_texts(int argc, char **argv, stage *end, write_text *write)
{
    if (argc != 2) {
        fprintf(stderr, "%s MODEL <LIST >OUT\n", argv[0]);
        return 2;
    }
    bool good = read_list(argv[1], end, write) && fflush(stdout) == 0;
    if (!good)
        fprintf(stderr, "%s: stopped before the end of the list\n", argv[0]);
    return good ? 0 : 1;
}

#endif

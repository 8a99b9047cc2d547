/* load.h: the text of a file, for tools that include readout.c. */
#ifndef LOAD_H
#define LOAD_H

/* Read a file into the arena; where it cannot be read, that has been said. */
static bool load_text(struct arena *arena, const char *path, struct slice *out)
{
    bool good = ro_file_read(arena, path, READOUT_DOCUMENT_LIMIT, out) == READOUT_OK;
    if (!good)
        fprintf(stderr, "%s: cannot be read\n", path);
    return good;
}

/* Decode a text and run the stages before one. */
static inline bool read_until(struct context *context, struct document *document, struct slice text, stage *end)
{
    enum readout_status status = ro_text_decode(context, document, text.data, text.length);
    for (const struct pipeline_row *row = ro_pipeline; row->run != end; row++)
        status = status == READOUT_OK ? row->run(context, document) : status;
    return status == READOUT_OK;
}

#endif

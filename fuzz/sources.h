/* sources.h: any bytes are a file of documents: each document, failure and note has what sources/source.h promises. The bytes
 * come by standard input, as in a pipe. */
#ifndef FUZZ_SOURCES_H
#define FUZZ_SOURCES_H

#include "fuzz.h"

#include <string.h>
#include <unistd.h>

#include "sources/source.h"

enum { LIMIT = 4096 }; /* low, so that some documents are too long */

static void give_to_standard_input(const uint8_t *data, size_t size)
{
    static FILE *file;
    if (!file)
        file = tmpfile();
    BELIEVE(file && ftruncate(fileno(file), 0) == 0);
    BELIEVE(pwrite(fileno(file), data, size, 0) == (ssize_t)size);
    BELIEVE(dup2(fileno(file), STDIN_FILENO) == STDIN_FILENO && lseek(STDIN_FILENO, 0, SEEK_SET) == 0);
}

static void check_item(const struct source_item *item)
{
    if (item->kind == RO_SOURCE_DOCUMENT)
        BELIEVE(item->text && item->text[item->length] == '\0' && item->length <= LIMIT && item->place);
    else
        BELIEVE(item->error.message[0] && !strchr(item->error.message, '\n'));
}

static void read_source(const uint8_t *data, size_t size, enum source_form form)
{
    char *paths[] = {"-"};
    const struct source_settings settings = {.paths = paths, .path_count = 1, .form = form, .limit = LIMIT};
    struct source *source;
    struct source_item item = {0};
    give_to_standard_input(data, size);
    BELIEVE(ro_source_open(&settings, &source) == READOUT_OK);
    while (ro_source_next(source, &item))
        check_item(&item);
    ro_source_item_release(&item);
    ro_source_free(source);
}

#endif

/* walk.c: a program that uses the installed library: reads a text from standard input, walks over what was said in
 * it, and writes the record. Built and run by check.sh. */
#include <readout/readout.h>

#include <stdio.h>
#include <stdlib.h>

enum { LARGEST = 1 << 16 };

static int to_file(void *file, const char *bytes, size_t length)
{
    return fwrite(bytes, 1, length, file) != length;
}

static void print_span(const struct readout_record *record, struct readout_span span)
{
    size_t length;
    const char *words = readout_record_text(record, span, &length);
    printf("%.*s", (int)length, words);
}

static void print_statement(const struct readout_record *record, size_t index)
{
    struct readout_span source;
    if (readout_statement_source(record, index, &source))
        print_span(record, source);
    else
        printf("nobody");
    const char *lemma = readout_statement_lemma(record, index);
    printf(" [%s]", lemma ? lemma : "no cue");
    for (size_t part = 0; part < readout_statement_content_count(record, index); part++) {
        printf(" ");
        print_span(record, readout_statement_content(record, index, part));
    }
    printf("\n");
}

static int print_record(const struct readout_record *record)
{
    printf("%u characters, %zu sentences\n", (unsigned)readout_record_characters(record),
           readout_sentence_count(record));
    for (size_t i = 0; i < readout_statement_count(record); i++)
        print_statement(record, i);
    return readout_record_write(record, READOUT_JSON, NULL, to_file, stdout) != READOUT_OK;
}

static int read_text(struct readout_reader *reader)
{
    static char text[LARGEST];
    const struct readout_meta meta = {.id = "walk"};
    struct readout_record *record;
    size_t length = fread(text, 1, sizeof text, stdin);
    if (readout_read(reader, text, length, &meta, &record) != READOUT_OK) {
        fprintf(stderr, "%s\n", readout_reader_error(reader)->message);
        return 1;
    }
    int failed = print_record(record);
    readout_record_free(record);
    return failed;
}

int main(void)
{
    const char *model = getenv("READOUT_MODEL");
    const struct readout_settings settings = {.model = model && *model ? model : NULL};
    struct readout *readout;
    struct readout_reader *reader;
    struct readout_error error;
    if (readout_open(&settings, &readout, &error) != READOUT_OK) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    int failed = readout_reader_open(readout, &reader) != READOUT_OK;
    if (!failed)
        failed = read_text(reader);
    readout_reader_free(reader);
    readout_free(readout);
    return failed;
}

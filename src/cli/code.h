/* code.h: what `readout code`, or a command that reads documents as it does, was asked for. */
#ifndef RO_CODE_H
#define RO_CODE_H

#include "sources/source.h"

enum { RO_MOST_GAZETTEERS = 32 };
enum { RO_MOST_DICTIONARIES = 64 };

struct code_options {
    struct source_settings source;
    struct readout_settings readout;
    struct readout_dictionary dictionaries[RO_MOST_DICTIONARIES]; /* those of the settings */
    enum readout_format format;
    struct readout_writing writing;
    const char *gazetteers[RO_MOST_GAZETTEERS + 1]; /* what `readout` points at; ends with NULL */
    const char *output;                             /* the folder for brat's files; NULL: standard output */
    unsigned jobs;
    bool one_a_day; /* the events of all documents are one table */
    bool quiet;
};

/* Read the arguments of a command that `doc` tells of; wrong ones end the program. `options` are zeros, or say what is
 * written where no argument does: a format, or the table (positions, disputes) that is all that the command writes. */
void ro_code_options(int argc, char **argv, const char *doc, struct code_options *options);

/* Do the same, and code all documents that they name: the exit code. */
int ro_code_documents(int argc, char **argv, const char *doc, struct code_options *options);

/* The end of such a `doc`. */
#define RO_CODE_INPUTS                                                                                               \
    "\vA file is one text, a .jsonl file an article a line, as {\"id\", \"text\", \"title\", \"published\", "        \
    "\"uri\"}, an .xml file sentences as PETRARCH has them; of a folder all such files are read. \"-\", or nothing " \
    "where that is no terminal, is standard input."

#endif

/* positions.c: readout positions: the positions of documents, read as readout code reads them. */
#include "cli/cli.h"
#include "cli/code.h"

int ro_positions(int argc, char **argv)
{
    static const char doc[] =
        "Tell who wants, offers and refuses what: a page on a terminal, issue by issue; elsewhere a line of JSON for each "
        "document, with names and words that can be read without its text." RO_CODE_INPUTS;
    struct code_options options = {.writing.table = READOUT_POSITIONS};
    return ro_code_documents(argc, argv, doc, &options);
}

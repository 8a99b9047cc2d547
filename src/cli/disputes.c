/* disputes.c: readout disputes: the disputes of documents, read as readout code reads them. */
#include "cli/cli.h"
#include "cli/code.h"

int ro_disputes(int argc, char **argv)
{
    static const char doc[] =
        "Tell which accounts contradict one another: a page on a terminal, with the sides beside one another; elsewhere a "
        "line of JSON for each document, with names and words that can be read without its text." RO_CODE_INPUTS;
    struct code_options options = {.writing.table = READOUT_DISPUTES};
    return ro_code_documents(argc, argv, doc, &options);
}

/* code.h: what `readout code` was asked for. */
#ifndef RO_CODE_H
#define RO_CODE_H

#include "sources/source.h"

struct code_options {
    struct source_settings source;
    struct readout_settings readout;
    enum readout_format format;
    struct readout_writing writing;
    unsigned jobs;
    bool quiet;
};

/* Read the arguments; wrong ones end the program. */
void ro_code_options(int argc, char **argv, struct code_options *options);

#endif

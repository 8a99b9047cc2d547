/* jsonl.c: any bytes are JSON Lines, of which some are broken. */
#include "sources.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    read_source(data, size, RO_FORM_JSONL);
    return 0;
}

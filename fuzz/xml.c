/* xml.c: any bytes are PETRARCH's XML, some of it damaged. */
#include "sources.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    read_source(data, size, RO_FORM_XML);
    return 0;
}

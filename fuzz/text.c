/* text.c: any bytes are a document: readout_read takes them all. */
#include "fuzz.h"

#include "readout/readout.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct readout *readout; /* loaded once: inputs share it as threads do */
    struct readout_reader *reader;
    struct readout_record *record;
    const struct readout_settings settings = {.model = fuzz_model()};
    if (!readout)
        BELIEVE(readout_open(&settings, &readout, NULL) == READOUT_OK);
    BELIEVE(readout_reader_open(readout, &reader) == READOUT_OK);
    BELIEVE(readout_read(reader, (const char *)data, size, NULL, &record) == READOUT_OK);
    readout_record_free(record);
    readout_reader_free(reader);
    return 0;
}

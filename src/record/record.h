/* record.h: what was read from one document, and how it is written (docs/record.md). Offsets are bytes in the
 * document; here, and only here, they become code points. */
#ifndef RO_RECORD_H
#define RO_RECORD_H

#include "base/document.h"
#include "base/hash.h"
#include "base/status.h"

/* What made the records: the same for every document of a struct readout. */
struct coder {
    char lexicon[RO_SHA256_HEX];
};

struct readout_record {
    struct document document; /* owns the arena in which the record itself lives, too */
    const struct coder *coder; /* in the struct readout, which outlives its records */
    char sha256[RO_SHA256_HEX];
    uint32_t *counts;    /* code points before each 64 bytes of the text */
    uint32_t characters; /* code points in the text */
};

/* Complete a record whose document has been read: hash and code points. Fails with READOUT_NO_MEMORY. */
enum readout_status ro_record_finish(struct readout_record *record, struct readout_error *error);

/* Code points before a byte of the text, and for the whole of a span. Any order, O(1). */
uint32_t ro_record_offset(const struct readout_record *record, uint32_t byte);
struct readout_span ro_record_span(const struct readout_record *record, struct span span);

/* The writers behind readout_record_write. */
enum readout_status ro_write_json(const struct readout_record *record, const struct readout_writing *writing,
                                  bool pretty, readout_sink *sink, void *user);
enum readout_status ro_write_page(const struct readout_record *record, const struct readout_writing *writing,
                                  readout_sink *sink, void *user);

#endif

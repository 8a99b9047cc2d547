/* features.h: what the encoder sees of a word: rows of its embedding matrix, which are added up.
 * "Kim" at the start of a paragraph -> piece "kim"; buckets of "kim", "kim...", "...im", "...kim", "Xx"; its layout. */
#ifndef RO_FEATURES_H
#define RO_FEATURES_H

#include "base/document.h"
#include "model/pieces.h"

/* Buckets of hashed features, a table after the other behind the pieces in the embedding matrix. */
enum {
    RO_FORM_ROWS = 16384, /* small letters, digits made 0 */
    RO_PREFIX_ROWS = 4096,
    RO_SUFFIX2_ROWS = 2048,
    RO_SUFFIX3_ROWS = 4096,
    RO_SHAPE_ROWS = 1024,
    RO_LAYOUT_ROWS = 128,
    RO_HASHED_ROWS = RO_FORM_ROWS + RO_PREFIX_ROWS + RO_SUFFIX2_ROWS + RO_SUFFIX3_ROWS + RO_SHAPE_ROWS +
                     RO_LAYOUT_ROWS,
    RO_FEATURES = 6 /* such tables */
};

struct word_features {
    uint16_t rows[RO_FEATURES]; /* of the embedding matrix, each in its table */
    uint16_t pieces[RO_PIECES]; /* rows whose mean counts */
    uint16_t piece_count;
};

/* The features of all words of a document whose words, and where they start sentences, are known, into `out`, which has room for
 * word_count of them. */
void ro_features_read(const struct vocabulary *vocabulary, const struct document *document,
                      struct word_features *out);

#endif

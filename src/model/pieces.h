/* pieces.h: words to the pieces of a vocabulary, longest first (WordPiece, Wu et al. 2016).
 * "Unsanctioned" -> un ##san ##ction ##ed. Small letters, no accents, as the encoder's vectors were made. */
#ifndef RO_PIECES_H
#define RO_PIECES_H

#include "base/arena.h"
#include "base/table.h"

enum { RO_PIECES = 6 }; /* of a word; what is behind them is left out */

struct vocabulary {
    struct table first, inner; /* pieces that begin a word, those that go on ("ing" of "##ing") to their line */
    uint32_t count;            /* lines */
    uint32_t unknown;          /* the line of "[UNK]" */
};

/* The lines of a vocabulary; the last needs no newline. */
uint32_t ro_vocabulary_lines(struct slice text);

/* Read a vocabulary: a piece a line, "##" before those that go on, "[UNK]" among them. `text` is borrowed and must
 * outlive it. False where there is no room or no "[UNK]" (unknown is then RO_TABLE_NONE). */
bool ro_vocabulary_read(struct vocabulary *vocabulary, struct arena *arena, struct slice text);

/* Cut a word: writes at most RO_PIECES lines of the vocabulary to `pieces`, returns how many, one at least. */
uint32_t ro_pieces(const struct vocabulary *vocabulary, struct slice word, uint32_t pieces[RO_PIECES]);

#endif

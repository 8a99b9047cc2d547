/* columns.h: two texts beside one another on a page, each wrapped to its own width. Each is written into memory first.
 *
 *     struct cell left = {0}, right = {0};
 *     struct wrap narrow = ro_cell_open(&left, &page->wrap, 38);
 *     if (narrow.output) ...write..., ro_cell_close(&left);
 *     ...
 *     ro_cells_put(&page->wrap, &left, &right);
 */
#ifndef RO_COLUMNS_H
#define RO_COLUMNS_H

#include "record/row.h"
#include "record/wrap.h"

enum { RO_GUTTER = 2 /* the columns between them: a blank and a rule */ };

/* Begin with zeros. */
struct cell {
    struct row lines;
    struct output *output;
    uint32_t width;
};

/* What writes into a cell, in the colours of another wrap; without memory its output is NULL. */
struct wrap ro_cell_open(struct cell *cell, const struct wrap *wrap, uint32_t width);

/* False where its text is not whole, for want of memory. */
bool ro_cell_close(struct cell *cell);

/* Write two cells beside one another with a rule between them, and release them. */
void ro_cells_put(struct wrap *wrap, struct cell *left, struct cell *right);

#endif

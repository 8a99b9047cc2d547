/* stack.h: residual gated convolutions over words, one after the other (Dauphin et al. 2017): h += value * sigmoid(gate),
 * both a product of the words at -dilation, 0 and +dilation. */
#ifndef RO_STACK_H
#define RO_STACK_H

#include "model/kernels.h"

enum { RO_LAYERS = 32, RO_FARTHEST = 64 /* dilation */ };

struct stack {
    const struct kernels *kernels;
    uint32_t width;                  /* channels of a word */
    struct matrix layers[RO_LAYERS]; /* width -> 2 width: value and gate */
    uint32_t dilations[RO_LAYERS];
    uint32_t layer_count;
    uint32_t reach; /* words to each side that a word's row depends on: the sum of dilations */
};

/* Read the layers "NAME.0", "NAME.1" ... as many as the metadata "KEY" has dilations. Fails with READOUT_BAD_MODEL,
 * READOUT_NO_MEMORY. */
enum readout_status ro_stack_read(struct stack *stack, struct arena *arena, const struct weights *weights,
                                  const char *name, const char *key, struct readout_error *error);

/* Rows of words of a text, `first` the first; what is not there is as zeros. */
struct window {
    const struct stack *stack;
    struct range text; /* the words that are there */
    uint32_t first;
    float *h;   /* [rows][width] */
    int8_t *in; /* [RO_FARTHEST + rows + RO_FARTHEST][width]: what goes into a layer */
    float *z;   /* what comes out of a few products */
};

/* Memory for a window of so many rows; false where there is none. */
bool ro_window_init(struct window *window, struct arena *arena, const struct stack *stack, size_t rows);

/* These words and so many to each side, where the text has them. */
struct range ro_window_widen(const struct window *window, struct range range, uint32_t by);

static inline float *ro_window_row(const struct window *window, uint32_t word)
{
    return window->h + (size_t)(word - window->first) * window->stack->width;
}

/* Run all layers. Before, the rows of `range` and of `reach` words around it (ro_window_widen) hold what goes in, and
 * `first` is the first of them; after, the rows of `range` hold what comes out, the others are spoilt. */
void ro_stack_run(const struct stack *stack, struct window *window, struct range range);

#endif

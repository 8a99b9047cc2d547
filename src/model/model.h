/* model.h: the weights file as the stages use it: the vocabulary, the encoder, label sets. Heads read their own tensors. */
#ifndef RO_MODEL_H
#define RO_MODEL_H

#include "model/kernels.h"
#include "model/pieces.h"
#include "model/stack.h"
#include "model/weights.h"

/* Names of classes, in the order of a head's outputs. */
struct labels {
    const char **names; /* NUL-terminated; they live as long as the model */
    uint32_t count;
};

struct model {
    struct weights weights;
    const struct kernels *kernels;
    struct vocabulary vocabulary;
    const int8_t *rows;        /* [vocabulary and buckets of features.h][embedding] */
    const float *scales;       /* one a row */
    uint32_t embedding;        /* channels of a row */
    uint32_t width;            /* channels of a word in the encoder */
    struct matrix input;       /* embedding -> width */
    const float *output_quant; /* [width]: of the vectors that heads read ("syntax.quant") */
    struct stack stack;
};

/* Load a model; all of it lies in the arena or the mapped file. `path` NULL: the shipped one. `kernels` NULL: the best
 * that runs here. *out is NULL on failure: READOUT_BAD_MODEL, READOUT_BAD_ARGUMENT (kernels), READOUT_IO,
 * READOUT_NO_MEMORY. The arena must outlive it. */
enum readout_status ro_model_open(struct model **out, struct arena *arena, const char *path, const char *kernels,
                                  struct readout_error *error);

/* The same from memory, which is borrowed and aligned for any type; for tests and fuzzers. */
enum readout_status ro_model_read(struct model **out, struct arena *arena, struct slice file, const char *path,
                                  const char *kernels, struct readout_error *error);

void ro_model_close(struct model *model); /* NULL is fine */

/* The label set of this name ("upos"). Fails with READOUT_BAD_MODEL, READOUT_NO_MEMORY. */
enum readout_status ro_model_labels(const struct model *model, struct arena *arena, const char *name,
                                    struct labels *out, struct readout_error *error);

#endif

/* model_sample.h: a small model with random weights, whole or spoilt in one place. */
#ifndef MODEL_SAMPLE_H
#define MODEL_SAMPLE_H

#include "model_file.h"

#include <xxhash.h>

struct sample_recipe {
    const char *vocabulary; /* a multiple of four bytes */
    const char *dilations;  /* NULL: none are told */
    const char *upos;
    uint32_t pieces, embedding, width, layers;
};

/* clang-format off */
static const struct sample_recipe sample_good = {
    .vocabulary = "[UNK]\nkim\n##s\nsaid\n\n\n\n\n\n", .dilations = "1 2", .upos = "NOUN VERB",
    .pieces = 9, .embedding = 16, .width = 32, .layers = 2,
};
/* clang-format on */

/* The bytes of its file; free them. */
static inline struct slice sample_model(const struct sample_recipe *recipe)
{
    enum { TAGS = 535 + 4, RELATIONS = 2, ARC = 128 };
    struct model_file *file = malloc(sizeof *file);
    uint32_t state = 1;
    const uint32_t relation[] = {RELATIONS, ARC};
    assert_non_null(file);
    model_file_start(file);
    model_file_metadata(file, "schema", RO_MODEL_SCHEMA);
    if (recipe->dilations)
        model_file_metadata(file, "dilations", recipe->dilations);
    model_file_metadata(file, "labels.upos", recipe->upos);
    model_file_metadata(file, "labels.xpos", "NN VB");
    model_file_metadata(file, "labels.deprel", "root nsubj");
    float *weights = calloc((size_t)RELATIONS * ARC, sizeof *weights);
    assert_non_null(weights);
    model_file_tensor(file, "syntax.root", "F32", 1, &relation[1], weights);
    model_file_tensor(file, "syntax.relation.weight", "F32", 2, relation, weights);
    model_file_tensor(file, "syntax.relation.bias", "F32", 1, relation, weights);
    free(weights);
    model_file_matrix(file, "start", 1, 1, recipe->width, &state);
    model_file_matrix(file, "syntax", TAGS, 1, recipe->width, &state);
    model_file_encoder(file, ro_slice(recipe->vocabulary), recipe->pieces, recipe->embedding, recipe->width,
                       recipe->layers, &state);
    struct slice bytes = model_file_end(file, XXH3_64bits);
    free(file);
    return bytes;
}

#endif

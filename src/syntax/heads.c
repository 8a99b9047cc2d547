/* heads.c: the heads of a model. The score of a tree's arc is a product of two parts of the words' outputs, and what the
 * dependent says of the distance. */
#include "syntax/heads.h"

#include "syntax/syntax.h"

/* A bucket begins at each distance. */
static const uint8_t edges[RO_EDGES] = {1, 2, 3, 4, 5, 6, 8, 10, 14, 20, 32};

/* Reading */

static void set_buckets(uint8_t buckets[RO_TREE_WORDS])
{
    uint8_t bucket = 0;
    for (uint32_t distance = 1; distance < RO_TREE_WORDS; distance++) {
        bucket += bucket + 1 < RO_EDGES && distance == edges[bucket + 1];
        buckets[distance] = bucket;
    }
}

static enum readout_status find_root(struct syntax *syntax, struct readout_error *error)
{
    const struct labels *labels = &syntax->deprel;
    for (uint32_t i = 0; i < labels->count; i++)
        if (strcmp(labels->names[i], "root") == 0) {
            syntax->root_label = i;
            if (labels->count > 1)
                return READOUT_OK;
        }
    return ro_error_set(error, READOUT_BAD_MODEL, "%s: labels.deprel: no \"root\" among others; get the model anew",
                        syntax->model->weights.path);
}

static enum readout_status read_labels(struct syntax *syntax, struct arena *arena, struct readout_error *error)
{
    const struct {
        const char *name;
        struct labels *out;
    } sets[] = {{"upos", &syntax->upos}, {"xpos", &syntax->xpos}, {"deprel", &syntax->deprel}};
    enum readout_status status = READOUT_OK;
    for (size_t i = 0; i < sizeof sets / sizeof *sets && status == READOUT_OK; i++)
        status = ro_model_labels(syntax->model, arena, sets[i].name, sets[i].out, error);
    return status == READOUT_OK ? find_root(syntax, error) : status;
}

static const float *find_floats(const struct syntax *syntax, const char *name, uint32_t rank, const uint32_t *shape,
                                struct readout_error *error)
{
    const struct tensor *tensor = ro_weights_tensor(&syntax->model->weights, name, RO_F32, rank, shape, error);
    return tensor ? tensor->data : NULL;
}

static enum readout_status read_tensors(struct syntax *syntax, struct arena *arena, struct readout_error *error)
{
    const struct model *model = syntax->model;
    const uint32_t width[] = {RO_RELATION}, relations[] = {syntax->deprel.count, RO_RELATION};
    syntax->root = find_floats(syntax, "syntax.root", 1, width, error);
    if (syntax->root)
        syntax->relation = find_floats(syntax, "syntax.relation.weight", 2, relations, error);
    if (syntax->relation)
        syntax->relation_bias = find_floats(syntax, "syntax.relation.bias", 1, relations, error);
    if (!syntax->relation_bias)
        return READOUT_BAD_MODEL;
    enum readout_status status = ro_matrix_read(&syntax->start, arena, &model->weights, "start", 1, 1, model->width,
                                                error);
    if (status != READOUT_OK)
        return status;
    return ro_matrix_read(&syntax->product, arena, &model->weights, "syntax",
                          RO_UPOS + syntax->upos.count + syntax->xpos.count, 1, model->width, error);
}

/* A model may be without rules of lemmas, but not with some of them. */
static enum readout_status read_lemmas(struct syntax *syntax, struct arena *arena, struct readout_error *error)
{
    static const char prefix[] = "lemma.";
    const struct weights *weights = &syntax->model->weights;
    for (uint32_t i = 0; i < weights->tensor_count; i++)
        if (strncmp(weights->tensors[i].name, prefix, sizeof prefix - 1) == 0)
            return ro_lemmas_read(&syntax->lemmas, arena, weights, syntax->upos.count, syntax->xpos.count, error);
    return READOUT_OK;
}

enum readout_status ro_syntax_read(const struct syntax **out, struct arena *arena, const struct model *model,
                                   struct readout_error *error)
{
    *out = NULL;
    struct syntax *syntax = ro_arena_alloc(arena, 1, sizeof *syntax);
    if (!syntax)
        return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to load it", model->weights.path);
    syntax->model = model;
    set_buckets(syntax->buckets);
    enum readout_status status = read_labels(syntax, arena, error);
    if (status == READOUT_OK)
        status = read_tensors(syntax, arena, error);
    if (status == READOUT_OK)
        status = read_lemmas(syntax, arena, error);
    if (status == READOUT_OK)
        *out = syntax;
    return status;
}

/* Scores */

uint32_t ro_heads_best(const float *scores, uint32_t count)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < count; i++)
        if (scores[i] > scores[best])
            best = i;
    return best;
}

/* What is no number is the lowest. */
static float held(float score)
{
    if (!(score > -(float)RO_TREE_SCORE))
        return -(float)RO_TREE_SCORE;
    return score < (float)RO_TREE_SCORE ? score : (float)RO_TREE_SCORE;
}

void ro_heads_arcs(const struct syntax *syntax, const float *outputs, uint32_t count, float *scores)
{
    size_t stride = syntax->product.padded;
    for (uint32_t i = 0; i < count; i++) {
        const float *own = outputs + i * stride, *left = own + RO_DISTANCE, *right = left + RO_EDGES;
        float *row = scores + (size_t)i * count;
        syntax->model->kernels->dots(row, own + RO_QUERY, outputs + RO_KEY, RO_ARC, stride, count);
        for (uint32_t j = 0; j < i; j++)
            row[j] = held(row[j] + left[syntax->buckets[i - j]]);
        for (uint32_t j = i + 1; j < count; j++)
            row[j] = held(row[j] + right[syntax->buckets[j - i]]);
        row[i] = held(own[RO_ROOT]);
    }
}

uint32_t ro_heads_relation(const struct syntax *syntax, const float *outputs, const float *head, float *scores)
{
    uint32_t count = syntax->deprel.count, best = syntax->root_label ? 0 : 1;
    float both[RO_RELATION];
    for (uint32_t i = 0; i < RO_RELATION; i++) {
        float sum = outputs[RO_DEPENDENT + i] + head[i];
        both[i] = sum > 0 ? sum : 0;
    }
    syntax->model->kernels->dots(scores, both, syntax->relation, RO_RELATION, RO_RELATION, count);
    for (uint32_t i = 0; i < count; i++)
        scores[i] += syntax->relation_bias[i];
    for (uint32_t i = best + 1; i < count; i++)
        if (scores[i] > scores[best] && i != syntax->root_label)
            best = i;
    return best;
}

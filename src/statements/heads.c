/* heads.c: the tensors of the heads, held to each other. */
#include "statements/heads.h"

#include <inttypes.h>

#include "base/scores.h"

struct reading {
    struct statement_heads *heads;
    struct arena *arena;
    struct readout_error *error;
};

static enum readout_status read_floats(const struct reading *reading, const float **out, const char *name,
                                       uint32_t rank, uint32_t first, uint32_t second)
{
    const uint32_t shape[] = {first, second};
    const struct tensor *tensor = ro_weights_tensor(&reading->heads->model->weights, name, RO_F32, rank, shape,
                                                    reading->error);
    *out = tensor ? tensor->data : NULL;
    return tensor ? READOUT_OK : READOUT_BAD_MODEL;
}

static enum readout_status read_tables(const struct reading *reading)
{
    struct statement_heads *heads = reading->heads;
    const uint32_t width = heads->width, sides = heads->sides;
    const struct {
        const float **out;
        const char *name;
        uint32_t rank, first, second;
    } tables[] = {
        {&heads->left, "roles.left", 2, sides, width},
        {&heads->right, "roles.right", 2, sides, width},
        {&heads->quotation, "roles.quotation", 2, RO_PAIR_QUOTATIONS, width},
        {&heads->distance, "roles.distance", 2, RO_PAIR_DISTANCES, width},
        {&heads->pair, "roles.pair", 2, sides * sides, RO_ROLE_COUNT},
        {&heads->role, "roles.weight", 2, RO_ROLE_COUNT, width},
        {&heads->role_bias, "roles.bias", 1, RO_ROLE_COUNT, 0},
        {&heads->valid, "roles.valid.weight", 1, 2 * width, 0},
        {&heads->valid_bias, "roles.valid.bias", 1, 1, 0},
        {&heads->score, "statements.score", 1, RO_STATEMENT_FEATURES + 1, 0},
    };
    enum readout_status status = READOUT_OK;
    for (size_t i = 0; i < sizeof tables / sizeof *tables && status == READOUT_OK; i++)
        status = read_floats(reading, tables[i].out, tables[i].name, tables[i].rank, tables[i].first,
                             tables[i].second);
    return status;
}

/* The width of the second stack is that of what tells its roles. */
static enum readout_status read_width(const struct reading *reading)
{
    struct statement_heads *heads = reading->heads;
    const uint32_t shape[] = {RO_ROLE_COUNT, 0};
    const struct tensor *role = ro_weights_tensor(&heads->model->weights, "roles.weight", RO_F32, 2, shape,
                                                  reading->error);
    if (!role)
        return READOUT_BAD_MODEL;
    heads->width = role->shape[1];
    return ro_width_check(&heads->model->weights, role->name, heads->width, reading->error);
}

static enum readout_status read_least(const struct reading *reading)
{
    struct statement_heads *heads = reading->heads;
    const char *text = ro_weights_metadata(&heads->model->weights, "min-score.statement");
    if (text && ro_share_read(ro_slice(text), &heads->least))
        return READOUT_OK;
    return ro_error_set(
        reading->error, READOUT_BAD_MODEL,
        "%s: its metadata should have \"min-score.statement\", a number from 0 to 1; take the model "
        "that came with this readout",
        heads->model->weights.path);
}

static enum readout_status read_stacks(const struct reading *reading)
{
    struct statement_heads *heads = reading->heads;
    const struct model *model = heads->model;
    heads->words.kernels = heads->roles.kernels = model->kernels;
    heads->words.width = model->width;
    heads->roles.width = heads->width;
    enum readout_status status = ro_stack_read(&heads->words, reading->arena, &model->weights, "statements.layer",
                                               "statements.dilations", reading->error);
    if (status == READOUT_OK)
        status = ro_stack_read(&heads->roles, reading->arena, &model->weights, "roles.layer", "roles.dilations",
                               reading->error);
    if (status == READOUT_OK)
        status = ro_matrix_read(&heads->word, reading->arena, &model->weights, "statements.word", model->width, 1,
                                model->embedding, reading->error);
    if (status == READOUT_OK)
        status = ro_matrix_read(&heads->product, reading->arena, &model->weights, "statements",
                                1 + 2 * heads->width, 1, model->width, reading->error);
    return status;
}

enum readout_status ro_statement_heads_read(const struct statement_heads **out, struct arena *arena,
                                            const struct syntax *syntax, struct readout_error *error)
{
    *out = NULL;
    if (!ro_weights_metadata(&syntax->model->weights, "statements.dilations"))
        return READOUT_OK;
    const struct reading reading = {ro_arena_alloc(arena, 1, sizeof *reading.heads), arena, error};
    if (!reading.heads)
        return ro_error_set(error, READOUT_NO_MEMORY, "%s: no memory to load it", syntax->model->weights.path);
    reading.heads->model = syntax->model;
    reading.heads->quant = syntax->model->output_quant;
    reading.heads->sides = 1 + 2 * syntax->deprel.count + RO_PAIR_OFFSETS;
    enum readout_status status = read_width(&reading);
    if (status == READOUT_OK)
        status = read_stacks(&reading);
    if (status == READOUT_OK)
        status = read_tables(&reading);
    if (status == READOUT_OK)
        status = read_least(&reading);
    if (status == READOUT_OK)
        *out = reading.heads;
    return status;
}

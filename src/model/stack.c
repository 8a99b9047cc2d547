/* stack.c: the layers of a window, fewer words with each. */
#include "model/stack.h"

#include <inttypes.h>
#include <stdio.h>

enum { STRIP = 24 /* words whose products are kept before they are used */, LAYER_NAME = 64 };

/* Reading */

/* A whole number from 1 to RO_FARTHEST; *at moves behind it. 0 where there is none. */
static uint32_t read_dilation(const char **at)
{
    uint32_t value = 0;
    while (**at >= '0' && **at <= '9' && value <= RO_FARTHEST)
        value = value * 10 + (uint32_t)(*(*at)++ - '0');
    return value <= RO_FARTHEST ? value : 0;
}

/* "1 2 4": a layer a number. */
static enum readout_status read_dilations(struct stack *stack, const struct weights *weights, const char *key,
                                          struct readout_error *error)
{
    const char *text = ro_weights_metadata(weights, key), *at = text;
    while (text && stack->layer_count < RO_LAYERS) {
        uint32_t dilation = read_dilation(&at);
        if (!dilation)
            break;
        stack->dilations[stack->layer_count++] = dilation;
        stack->reach += dilation;
        if (*at == '\0')
            return READOUT_OK;
        if (*at++ != ' ')
            break;
    }
    return ro_error_set(
        error, READOUT_BAD_MODEL,
        "%s: its metadata should have \"%s\", 1 to %d numbers from 1 to %d between blanks; take the "
        "model that came with this readout",
        weights->path, key, RO_LAYERS, RO_FARTHEST);
}

enum readout_status ro_stack_read(struct stack *stack, struct arena *arena, const struct weights *weights,
                                  const char *name, const char *key, struct readout_error *error)
{
    enum readout_status status = read_dilations(stack, weights, key, error);
    for (uint32_t i = 0; i < stack->layer_count && status == READOUT_OK; i++) {
        char layer[LAYER_NAME];
        snprintf(layer, sizeof layer, "%s.%" PRIu32, name, i);
        status = ro_matrix_read(&stack->layers[i], arena, weights, layer, 2 * stack->width, 3, stack->width, error);
    }
    return status;
}

/* Running */

bool ro_window_init(struct window *window, struct arena *arena, const struct stack *stack, size_t rows)
{
    window->stack = stack;
    window->h = ro_arena_alloc(arena, rows * stack->width, sizeof *window->h);
    window->in = ro_arena_alloc(arena, (rows + (size_t)2 * RO_FARTHEST) * stack->width, sizeof *window->in);
    window->z = ro_arena_alloc(arena, (size_t)STRIP * 2 * stack->width, sizeof *window->z);
    return window->h && window->in && window->z;
}

struct range ro_window_widen(const struct window *window, struct range range, uint32_t by)
{
    uint32_t before = range.begin - window->text.begin, behind = window->text.end - range.end;
    return (struct range){range.begin - (by < before ? by : before), range.end + (by < behind ? by : behind)};
}

static int8_t *row_in(const struct window *window, uint32_t word)
{
    return window->in + (size_t)(word - window->first + RO_FARTHEST) * window->stack->width;
}

/* h += value * sigmoid(gate) for these words; what goes in is there for those around them too. */
static void run_layer(const struct stack *stack, const struct window *window, uint32_t layer, struct range range)
{
    for (uint32_t word = range.begin, end; word < range.end; word = end) {
        end = range.end - word < STRIP ? range.end : word + STRIP;
        stack->kernels->product(window->z, &stack->layers[layer], row_in(window, word), stack->dilations[layer],
                                end - word);
        for (uint32_t i = word; i < end; i++)
            stack->kernels->gate(ro_window_row(window, i), window->z + (size_t)(i - word) * 2 * stack->width,
                                 stack->width);
    }
}

void ro_stack_run(const struct stack *stack, struct window *window, struct range range)
{
    uint32_t margin = stack->reach;
    struct range wide = ro_window_widen(window, range, margin);
    memset(row_in(window, wide.end), 0,
           (size_t)RO_FARTHEST * stack->width); /* beyond the text, where it ends here */
    for (uint32_t layer = 0; layer < stack->layer_count; layer++) {
        for (uint32_t word = wide.begin; word < wide.end; word++)
            stack->kernels->quantise(row_in(window, word), ro_window_row(window, word), stack->layers[layer].quant,
                                     stack->width);
        margin -= stack->dilations[layer];
        wide = ro_window_widen(window, range, margin);
        run_layer(stack, window, layer, wide);
    }
}

/* columns.c: two texts beside one another, line by line. Lines of a cell are filled to its width, so that only what stands at the
 * end of a line of the page has to be cut. */
#include "record/columns.h"

static int keep(void *user, const char *bytes, size_t length)
{
    struct row *lines = user;
    ro_row_add(lines, (struct slice){bytes, length});
    return lines->failed ? -1 : 0;
}

struct wrap ro_cell_open(struct cell *cell, const struct wrap *wrap, uint32_t width)
{
    cell->output = ro_output_open(keep, &cell->lines);
    cell->width = width;
    return (struct wrap){.output = cell->output, .color = wrap->color, .width = width, .filled = true};
}

bool ro_cell_close(struct cell *cell)
{
    return ro_output_close(cell->output) == READOUT_OK;
}

/* The next line, without its end; nothing behind the last. */
static struct slice take_line(struct slice *lines)
{
    const char *end = lines->length ? memchr(lines->data, '\n', lines->length) : NULL;
    size_t length = end ? (size_t)(end - lines->data) : lines->length;
    struct slice line = {lines->data, length};
    lines->data += length + (end != NULL);
    lines->length -= length + (end != NULL);
    return line;
}

static void put(struct wrap *wrap, struct slice text)
{
    ro_output_add(wrap->output, text.data, text.length);
}

/* A line, or the blanks of one that is not there. */
static void put_left(struct wrap *wrap, struct slice line, uint32_t width)
{
    put(wrap, line);
    for (uint32_t i = 0; !line.length && i < width; i++)
        put(wrap, RO_SLICE(" "));
}

/* The other one, without the blanks at its end. */
static void put_right(struct wrap *wrap, struct slice line)
{
    while (line.length && line.data[line.length - 1] == ' ')
        line.length--;
    put(wrap, line);
}

void ro_cells_put(struct wrap *wrap, struct cell *left, struct cell *right)
{
    struct slice lines = {left->lines.data, left->lines.length}, others = {right->lines.data, right->lines.length};
    while (lines.length || others.length) {
        struct slice line = take_line(&lines), other = take_line(&others);
        put_left(wrap, line, left->width);
        put(wrap, RO_SLICE(" │"));
        put_right(wrap, other);
        ro_wrap_end(wrap);
    }
    ro_row_release(&left->lines);
    ro_row_release(&right->lines);
}

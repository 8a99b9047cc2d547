/* offsets.c: bytes of the text to code points and back. "né!": bytes 0 1 3 are code points 0 1 2. A table has
 * the code points before every 64th byte, so that no more than 63 bytes are counted; text that is all ASCII
 * needs none. */
#include "record/record.h"

enum { STEP = 64 };

/* How many code points begin in a stretch of bytes. */
static uint32_t count_points(const char *text, uint32_t length)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < length; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

bool ro_record_count(struct readout_record *record)
{
    struct document *document = &record->document;
    record->characters = count_points(document->text, document->length);
    if (record->characters == document->length)
        return true;
    uint32_t steps = document->length / STEP + 1, before = 0;
    record->counts = ro_arena_alloc(&document->arena, steps, sizeof *record->counts);
    if (!record->counts)
        return false;
    for (uint32_t i = 0; i + 1 < steps; i++) {
        record->counts[i] = before;
        before += count_points(document->text + (size_t)i * STEP, STEP);
    }
    record->counts[steps - 1] = before;
    return true;
}

uint32_t ro_record_offset(const struct readout_record *record, uint32_t byte)
{
    if (!record->counts)
        return byte;
    uint32_t step = byte / STEP;
    return record->counts[step] + count_points(record->document.text + (size_t)step * STEP, byte % STEP);
}

struct readout_span ro_record_span(const struct readout_record *record, struct span span)
{
    return (struct readout_span){ro_record_offset(record, span.begin), ro_record_offset(record, span.end)};
}

/* The last step before which there are no more than so many code points. */
static uint32_t step_of(const struct readout_record *record, uint32_t offset)
{
    uint32_t low = 0, high = record->document.length / STEP + 1;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (record->counts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

uint32_t ro_record_byte(const struct readout_record *record, uint32_t offset)
{
    const struct document *document = &record->document;
    if (offset >= record->characters)
        return document->length;
    if (!record->counts)
        return offset;
    uint32_t step = step_of(record, offset), byte = step * STEP, before = record->counts[step];
    while (before < offset || ((unsigned char)document->text[byte] & 0xC0) == 0x80)
        before += ((unsigned char)document->text[byte++] & 0xC0) != 0x80;
    return byte;
}

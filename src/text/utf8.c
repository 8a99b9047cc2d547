/* utf8.c: decodes what was given, UTF-8 or UTF-16 with a byte order mark, in two passes over its characters:
 * one to measure, one to write. "\xff" -> U+FFFD and a warning. */
#include "text/utf8.h"

enum { REPLACEMENT = 0xFFFD };

uint32_t ro_utf8_next(const char *text, uint32_t length, uint32_t *at)
{
    const unsigned char *bytes = (const unsigned char *)text + *at;
    uint32_t lead = bytes[0];
    uint32_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (size > length - *at) /* never in well-formed text */
        size = 1;
    *at += size;
    switch (size) {
    case 1:
        return lead;
    case 2:
        return (lead & 0x1F) << 6 | (bytes[1] & 0x3F);
    case 3:
        return (lead & 0x0F) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3F);
    default:
        return (lead & 0x07) << 18 | (bytes[1] & 0x3Fu) << 12 | (bytes[2] & 0x3Fu) << 6 | (bytes[3] & 0x3F);
    }
}

/* Bytes in their encoding. */
struct source {
    const unsigned char *bytes;
    size_t length, at;
    uint32_t (*next)(struct source *source); /* the character at `at`, or U+FFFD and ill_formed + 1 */
    uint32_t ill_formed;
    const char *code, *encoding; /* of the warning */
};

static uint32_t replace(struct source *source)
{
    source->ill_formed++;
    return REPLACEMENT;
}

/* How many bytes follow a lead byte, and where the first of them may lie: Unicode's table 3-7. */
static unsigned following(unsigned lead, unsigned *low, unsigned *high)
{
    *low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    *high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 1;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 2;
    return lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
}

static uint32_t next_utf8(struct source *source)
{
    unsigned low, high, lead = source->bytes[source->at++];
    if (lead < 0x80)
        return lead;
    unsigned rest = following(lead, &low, &high);
    if (rest == 0)
        return replace(source);
    uint32_t code = lead & (0x3Fu >> rest);
    for (; rest > 0; rest--) {
        if (source->at == source->length || source->bytes[source->at] < low || source->bytes[source->at] > high)
            return replace(source);
        code = code << 6 | (source->bytes[source->at++] & 0x3F);
        low = 0x80;
        high = 0xBF;
    }
    return code;
}

static uint32_t utf16_unit(const struct source *source, size_t at, bool big)
{
    uint32_t first = source->bytes[at], second = source->bytes[at + 1];
    return big ? first << 8 | second : second << 8 | first;
}

static uint32_t next_utf16(struct source *source, bool big)
{
    if (source->length - source->at < 2) {
        source->at = source->length;
        return replace(source);
    }
    uint32_t unit = utf16_unit(source, source->at, big);
    source->at += 2;
    if (unit < 0xD800 || unit > 0xDFFF)
        return unit;
    if (unit > 0xDBFF)
        return replace(source);
    if (source->length - source->at < 2) { /* one character cut off, be it in one place or two */
        source->at = source->length;
        return replace(source);
    }
    uint32_t low = utf16_unit(source, source->at, big);
    if (low < 0xDC00 || low > 0xDFFF)
        return replace(source);
    source->at += 2;
    return 0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF);
}

static uint32_t next_utf16_little(struct source *source)
{
    return next_utf16(source, false);
}

static uint32_t next_utf16_big(struct source *source)
{
    return next_utf16(source, true);
}

/* The source behind its byte order mark. */
static struct source source_of(const char *bytes, size_t length)
{
    struct source source = {.bytes = (const unsigned char *)bytes,
                            .length = length,
                            .next = next_utf8,
                            .code = "ill-formed-utf8",
                            .encoding = "UTF-8"};
    if (length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0)) {
        source.next = source.bytes[0] == 0xFE ? next_utf16_big : next_utf16_little;
        source.at = 2;
        source.code = "ill-formed-utf16";
        source.encoding = "UTF-16";
    } else if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        source.at = 3;
    }
    return source;
}

static size_t utf8_size(uint32_t code)
{
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

static char *write_utf8(char *out, uint32_t code)
{
    size_t size = utf8_size(code);
    if (size == 1) {
        *out = (char)code;
        return out + 1;
    }
    for (size_t i = size - 1; i > 0; i--, code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3F));
    out[0] = (char)(0xF00u >> size | code);
    return out + size;
}

/* What the first pass finds: the decoded size, and where the first repair and the first NUL come to stand. */
struct measure {
    size_t size;
    struct span repair, nul;
};

/* Skip what stands for itself in UTF-8: ASCII but NUL. */
static size_t skip_ascii(struct source *source)
{
    size_t begin = source->at;
    if (source->next == next_utf8)
        while (source->at < source->length && source->bytes[source->at] - 1u < 0x7F)
            source->at++;
    return source->at - begin;
}

static struct measure measure(struct source *source)
{
    struct measure found = {.size = skip_ascii(source)};
    for (; source->at < source->length && found.size <= UINT32_MAX; found.size += skip_ascii(source)) {
        uint32_t before = source->ill_formed;
        uint32_t code = source->next(source);
        struct span span = {(uint32_t)found.size, (uint32_t)(found.size + utf8_size(code))};
        if (source->ill_formed == 1 && before == 0)
            found.repair = span;
        if (code == 0 && !ro_span_is(found.nul))
            found.nul = span;
        found.size += utf8_size(code);
    }
    return found;
}

static enum readout_status warn_repairs(struct context *context, struct document *document,
                                        const struct source *source, struct span first)
{
    char message[120];
    snprintf(message, sizeof message, "%u ill-formed part%s of %s made U+FFFD; the first is here",
             (unsigned)source->ill_formed, source->ill_formed == 1 ? "" : "s", source->encoding);
    const char *kept = ro_arena_copy(&document->arena, ro_slice(message));
    if (!kept)
        return ro_no_memory(context, "text", 0);
    return ro_warn(context, document, source->code, first, kept);
}

static enum readout_status warn(struct context *context, struct document *document, const struct source *source,
                                const struct measure *found)
{
    enum readout_status status = READOUT_OK;
    if (source->ill_formed)
        status = warn_repairs(context, document, source, found->repair);
    if (status == READOUT_OK && ro_span_is(found->nul))
        status = ro_warn(context, document, "nul-character", found->nul,
                         "the text holds NUL characters, kept as they are; the first is here");
    return status;
}

enum readout_status ro_text_decode(struct context *context, struct document *document, const char *bytes,
                                   size_t length)
{
    struct source source = source_of(bytes, length);
    size_t begin = source.at;
    struct measure found = measure(&source);
    if (found.size > UINT32_MAX)
        return ro_fail(context, READOUT_TOO_LARGE, "the text is over 4 GB of UTF-8; split it");
    char *text = ro_arena_alloc(&document->arena, found.size + 1, 1);
    if (!text)
        return ro_no_memory(context, "text", 0);
    document->text = text;
    document->length = (uint32_t)found.size;
    enum readout_status status = warn(context, document, &source, &found);
    if (source.next == next_utf8 && !source.ill_formed) {
        memcpy(text, bytes + begin, found.size);
        return status;
    }
    for (source.at = begin; source.at < source.length;)
        text = write_utf8(text, source.next(&source));
    return status;
}

char *ro_utf8_copy(struct arena *arena, struct slice string)
{
    struct source source = {
        .bytes = (const unsigned char *)string.data, .length = string.length, .next = next_utf8};
    size_t size = measure(&source).size;
    char *copy = size <= UINT32_MAX ? ro_arena_alloc(arena, size + 1, 1) : NULL;
    char *end = copy;
    for (source.at = 0; copy && source.at < source.length;)
        end = write_utf8(end, source.next(&source));
    return copy;
}

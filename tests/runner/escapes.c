/* escapes.c: what \n \t \\ \" \xHH \uHHHH stand for. */
#include "runner/notation.h"

#include <stdio.h>
#include <utf8proc.h>

static bool read_hex(const char *digits, size_t count, size_t room, utf8proc_int32_t *out)
{
    static const char all[] = "0123456789abcdef";
    *out = 0;
    if (room < count)
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *digit = memchr(all, digits[i] >= 'A' && digits[i] <= 'F' ? digits[i] | 0x20 : digits[i], 16);
        if (!digit)
            return false;
        *out = 16 * *out + (utf8proc_int32_t)(digit - all);
    }
    return true;
}

/* Write what the escape at `at` (behind the backslash) stands for; returns how long it is, 0 where it is none. */
static size_t unescape_one(const char *at, size_t room, char *to, size_t *length)
{
    static const char letters[] = "nt\\\"", meanings[] = "\n\t\\\"";
    const char *letter = room ? memchr(letters, *at, sizeof letters - 1) : NULL;
    utf8proc_int32_t code;
    if (letter) {
        to[(*length)++] = meanings[letter - letters];
        return 1;
    }
    if (room && *at == 'x' && read_hex(at + 1, 2, room - 1, &code)) {
        to[(*length)++] = (char)code;
        return 3;
    }
    if (room && *at == 'u' && read_hex(at + 1, 4, room - 1, &code)) {
        *length += (size_t)utf8proc_encode_char(code, (utf8proc_uint8_t *)to + *length);
        return 5;
    }
    return 0;
}

struct slice notation_unescape(struct arena *arena, struct slice escaped)
{
    char *plain = ro_arena_alloc(arena, escaped.length + 1, 1);
    size_t length = 0;
    for (size_t at = 0; plain && at < escaped.length;) {
        if (escaped.data[at] != '\\') {
            plain[length++] = escaped.data[at++];
            continue;
        }
        size_t taken = unescape_one(escaped.data + at + 1, escaped.length - at - 1, plain, &length);
        if (!taken)
            return (struct slice){0};
        at += 1 + taken;
    }
    return (struct slice){plain, length};
}

struct slice notation_escape(struct arena *arena, struct slice plain, char special)
{
    char *escaped = ro_arena_alloc(arena, 4 * plain.length + 1, 1);
    size_t length = 0;
    for (size_t i = 0; escaped && i < plain.length; i++) {
        unsigned char c = (unsigned char)plain.data[i];
        char *to = escaped + length;
        if (c == '\\' || (c == '"' && special == '"'))
            length += (size_t)snprintf(to, 5, "\\%c", c);
        else if (c == '\n' || c == '\t')
            length += (size_t)snprintf(to, 5, c == '\n' ? "\\n" : "\\t");
        else if (c < ' ' || c == (unsigned char)special)
            length += (size_t)snprintf(to, 5, "\\x%02x", c);
        else
            escaped[length++] = (char)c;
    }
    return (struct slice){escaped, length};
}

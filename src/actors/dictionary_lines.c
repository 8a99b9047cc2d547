/* dictionary_lines.c: takes lines from a copy of the file. */
#include "actors/dictionary_lines.h"

#include <stdarg.h>
#include <utf8proc.h>

#include "base/status.h"

bool ro_lines_start(struct dictionary_lines *lines, struct arena *arena, const struct lexicon_file *file,
                    struct dictionary_problems *problems)
{
    const char *slash = strrchr(file->name, '/');
    *lines = (struct dictionary_lines){.arena = arena,
                                       .problems = problems,
                                       .path = file->name,
                                       .name = slash ? slash + 1 : file->name,
                                       .length = file->text.length};
    lines->text = ro_arena_copy(arena, file->text);
    if (lines->length >= 3 && memcmp(file->text.data, "\xEF\xBB\xBF", 3) == 0)
        lines->next = 3;
    return lines->text != NULL;
}

/* Problems */

static void keep(struct dictionary_lines *lines, const char *message)
{
    struct dictionary_problems *problems = lines->problems;
    if (problems->total++ >= RO_PROBLEM_LIMIT)
        return;
    const char *copy = ro_arena_copy(lines->arena, ro_slice(message));
    const char **kept = copy ? ro_arena_push(lines->arena, problems->messages, problems->count) : NULL;
    if (kept)
        *kept = copy;
    else
        lines->failed = true;
}

bool ro_lines_wrong(struct dictionary_lines *lines, const char *at, const char *format, ...)
{
    char what[512], message[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    snprintf(message, sizeof message, "%s:%u:%zu: %s", lines->path, (unsigned)lines->number,
             (size_t)(at - lines->text) - lines->begin + 1, what);
    keep(lines, message);
    return false;
}

/* Comments */

/* Behind the end of a comment that has begun before `from`, or `to` where it does not end there. */
static size_t comment_end(const struct dictionary_lines *lines, size_t from, size_t to)
{
    while (from < to) {
        const char *dash = memchr(lines->text + from, '-', to - from);
        if (!dash)
            return to;
        from = (size_t)(dash - lines->text) + 1;
        if (to - from >= 2 && dash[1] == '-' && dash[2] == '>')
            return from + 2;
    }
    return to;
}

static bool ends_at(const struct dictionary_lines *lines, size_t from, size_t to)
{
    return to - from >= 3 && memcmp(lines->text + to - 3, "-->", 3) == 0;
}

/* A comment opens at a byte of a line: blank it out, or leave it open to a later line. Where the line ends. */
static size_t skip_comment(struct dictionary_lines *lines, size_t at, size_t end)
{
    size_t close = comment_end(lines, at + 4, end);
    if (ends_at(lines, at + 4, close)) {
        memset(lines->text + at, ' ', close - at);
        return end;
    }
    size_t later = lines->unclosed ? lines->length : comment_end(lines, end, lines->length);
    lines->in_comment = ends_at(lines, end, later);
    if (!lines->in_comment && !lines->unclosed) {
        lines->unclosed = true;
        ro_lines_wrong(lines, lines->text + at, "this comment is never closed; end it with -->");
    }
    return at;
}

/* Blank out the comments of a line; where it ends without them. */
static size_t skip_comments(struct dictionary_lines *lines, size_t begin, size_t end)
{
    static const char open[] = "<!--";
    const char *text = lines->text;
    for (size_t at = begin; at < end; at++) {
        if (text[at] == '#' || text[at] == ';')
            return at;
        if (text[at] != '<' || end - at < 2 || text[at + 1] != '!')
            continue;
        if (end - at >= 4 && memcmp(text + at, open, 4) == 0)
            end = skip_comment(lines, at, end);
        else if (at == begin)
            return at; /* "<! -- note -->", as PETRARCH has it */
    }
    return end;
}

/* Lines */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\0';
}

struct slice ro_lines_trim(struct slice s)
{
    while (s.length && is_blank(s.data[0]))
        s = (struct slice){s.data + 1, s.length - 1};
    while (s.length && is_blank(s.data[s.length - 1]))
        s.length--;
    return s;
}

struct slice ro_lines_after(struct slice line, const char *end)
{
    return ro_lines_trim((struct slice){end, line.length - (size_t)(end - line.data)});
}

struct slice ro_lines_until(struct slice s, const char *characters)
{
    for (; *characters && s.length; characters++) {
        const char *found = memchr(s.data, *characters, s.length);
        if (found)
            s.length = (size_t)(found - s.data);
    }
    return s;
}

static struct slice take_line(struct dictionary_lines *lines)
{
    size_t begin = lines->next;
    const char *newline = memchr(lines->text + begin, '\n', lines->length - begin);
    size_t end = newline ? (size_t)(newline - lines->text) : lines->length;
    lines->begin = begin;
    lines->next = newline ? end + 1 : end;
    lines->number++;
    if (lines->in_comment) {
        size_t close = comment_end(lines, begin, end);
        lines->in_comment = !ends_at(lines, begin, close);
        begin = close;
    }
    if (!lines->in_comment)
        end = skip_comments(lines, begin, end);
    return ro_lines_trim((struct slice){lines->text + begin, end - begin});
}

/* Whether the line is sound UTF-8; if not, it has been told. */
static bool check(struct dictionary_lines *lines, struct slice line)
{
    for (size_t at = 0; at < line.length;) {
        utf8proc_int32_t code;
        if ((unsigned char)line.data[at] < 0x80) {
            at++;
            continue;
        }
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)line.data + at,
                                                 (utf8proc_ssize_t)(line.length - at), &code);
        if (size <= 0)
            return ro_lines_wrong(lines, line.data + at, "this is no UTF-8; save the file as UTF-8");
        if (code == 0xFFFD)
            return ro_lines_wrong(lines, line.data + at, "a letter was lost here; write it again");
        at += (size_t)size;
    }
    return true;
}

bool ro_lines_next(struct dictionary_lines *lines, struct slice *line)
{
    while (lines->next < lines->length && !lines->failed) {
        *line = take_line(lines);
        if (line->length && check(lines, *line))
            return true;
    }
    return false;
}

const char *ro_lines_string(struct dictionary_lines *lines, struct slice part)
{
    char *string = lines->text + (part.data - lines->text);
    string[part.length] = '\0';
    return string;
}

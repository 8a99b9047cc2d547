/* addresses.c: addresses, handles and emoticons: what is one word although marks stand in it. */
#include "text/chars.h"
#include "text/cuts.h"
#include "text/forms.h"

enum { LONGEST_NAME = 256 }; /* bytes of a mail address or a file name */

static const char OPENING[] = "<([\"'";

static bool starts(const struct stretch *stretch, uint32_t at, const char *with)
{
    return ro_begins_with((struct slice){stretch->text + at, stretch->end - at}, with);
}

static bool is_name_char(char c)
{
    return ((c >= '0' && c <= '9') || (ro_lower(c) >= 'a' && ro_lower(c) <= 'z') || c == '.' || c == '_' ||
            c == '-' || c == '+' || c == '%' || c == '&');
}

static uint32_t name_end(const struct stretch *stretch, uint32_t at)
{
    uint32_t most = stretch->end - at > LONGEST_NAME ? at + LONGEST_NAME : stretch->end;
    while (at < most && is_name_char(stretch->text[at]))
        at++;
    return at;
}

/* Without the marks of the sentence around it. */
static uint32_t without_marks(const struct stretch *stretch, uint32_t begin, uint32_t end)
{
    while (end > begin && strchr(".,;:!?'\")]>", stretch->text[end - 1]))
        end--;
    return end;
}

static uint32_t url_end(const struct stretch *stretch, uint32_t at)
{
    static const char *const schemes[] = {"http://", "https://", "ftp://", "www.", "mailto:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        if (!starts(stretch, at, schemes[i]))
            continue;
        uint32_t end = at;
        while (end < stretch->end && !strchr("<>\"", stretch->text[end]))
            end++;
        return without_marks(stretch, at, end);
    }
    return at;
}

static uint32_t mail_end(const struct stretch *stretch, uint32_t at)
{
    uint32_t name = name_end(stretch, at);
    if (name == at || name == stretch->end || stretch->text[name] != '@')
        return at;
    uint32_t end = without_marks(stretch, name + 1, name_end(stretch, name + 1));
    return end > name + 1 ? end : at;
}

static uint32_t handle_end(const struct stretch *stretch, uint32_t at)
{
    if (stretch->text[at] != '@' && stretch->text[at] != '#')
        return at;
    struct character first = ro_char_at(stretch->text, stretch->end, at + 1);
    if (first.kind != CHAR_LETTER && first.code != '_')
        return at;
    uint32_t end = first.end;
    for (struct character next = ro_char_at(stretch->text, stretch->end, end);
         next.kind == CHAR_LETTER || next.kind == CHAR_DIGIT || next.kind == CHAR_JOIN || next.code == '_';
         next = ro_char_at(stretch->text, stretch->end, end))
        end = next.end;
    return end;
}

/* "ld2d-#69366-1.DOC" */
static uint32_t file_end(const struct stretch *stretch, uint32_t at)
{
    static const char *const suffixes[] = {".doc", ".xls", ".pdf", ".txt", ".htm", ".html", ".jpg", ".url"};
    bool first = at == stretch->begin || strchr(OPENING, stretch->text[at - 1]);
    if (!first || strchr(OPENING, stretch->text[at]) || stretch->end - at > LONGEST_NAME)
        return at;
    uint32_t end = without_marks(stretch, at, stretch->end);
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        uint32_t length = (uint32_t)strlen(suffixes[i]);
        if (end - at >= length && starts(stretch, end - length, suffixes[i]))
            return end;
    }
    return at;
}

uint32_t ro_address_end(const struct stretch *stretch, uint32_t at)
{
    uint32_t end = url_end(stretch, at);
    if (end == at)
        end = file_end(stretch, at);
    if (end == at)
        end = mail_end(stretch, at);
    return end == at ? handle_end(stretch, at) : end;
}

uint32_t ro_emoticon_end(const struct stretch *stretch, uint32_t at)
{
    static const char *const emoticons[] = {":-)", ":-(", ";-)", ":-d", ":-p", ":-/", ":)", ":(",
                                            ";)",  ";(",  ":d",  ":p",  "=)",  "=(",  "(:", ":/",
                                            ":'(", ":o",  ";p",  ">:(", "<3",  "^_^", "-_-"};
    if (!strchr(":;=(><^-", stretch->text[at]) || stretch->end - at < 2)
        return at;
    for (size_t i = 0; i < sizeof emoticons / sizeof *emoticons; i++) {
        uint32_t end = at + (uint32_t)strlen(emoticons[i]);
        if (!starts(stretch, at, emoticons[i]))
            continue;
        struct character next = ro_char_at(stretch->text, stretch->end, end);
        if (next.kind != CHAR_LETTER && next.kind != CHAR_DIGIT && next.code != '/')
            return end;
    }
    return at;
}

/* forms.c: words and lines against short lists. */
#include "text/forms.h"

bool ro_begins_with(struct slice text, const char *with)
{
    size_t at = 0;
    while (with[at] && at < text.length && ro_lower(text.data[at]) == with[at])
        at++;
    return !with[at];
}

bool ro_ends_with(struct slice text, const char *with)
{
    size_t length = strlen(with);
    return length <= text.length && ro_begins_with((struct slice){text.data + text.length - length, length}, with);
}

bool ro_is_one_of(struct slice word, const char *const *list, size_t count)
{
    char first = word.length ? ro_lower(word.data[0]) : '\0';
    for (size_t i = 0; i < count; i++)
        if (list[i][0] == first && ro_begins_with(word, list[i]) && strlen(list[i]) == word.length)
            return true;
    return false;
}

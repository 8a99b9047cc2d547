/* dictionary.c: what a dictionary is, and what is wrong with it.
 * readout lexicon check mine.actors.txt -> "readout: mine.actors.txt:12:30: ..." for each wrong line */
#include "cli/dictionary.h"

#include <limits.h>

#include "base/banned.h"

static const char *const names[] = {[READOUT_ACTORS] = "actors",
                                    [READOUT_AGENTS] = "agents",
                                    [READOUT_DISCARDS] = "discards",
                                    [READOUT_VERBS] = "verbs",
                                    [READOUT_ISSUES] = "issues"};
enum { FORMS = sizeof names / sizeof *names };

bool ro_dictionary_form(const char *name, enum readout_dictionary_form *form)
{
    for (int i = 0; i < FORMS; i++) {
        if (strcmp(names[i], name) == 0) {
            *form = (enum readout_dictionary_form)i;
            return true;
        }
    }
    return false;
}

static bool guess_by_name(const char *path, enum readout_dictionary_form *form)
{
    const char *slash = strrchr(path, '/');
    for (int i = 0; i < FORMS; i++) {
        if (strstr(slash ? slash + 1 : path, names[i])) {
            *form = (enum readout_dictionary_form)i;
            return true;
        }
    }
    return false;
}

/* Of verbs there are sets, or blocks of them; issues are in sections; agents have codes with ~, actors those without. */
static bool guess_by_line(const char *line, enum readout_dictionary_form *form)
{
    if (*line == '&' || strncmp(line, "---", 3) == 0) {
        *form = READOUT_VERBS;
        return true;
    }
    const char *open = strchr(line, '['), *close = open ? strchr(open, ']') : NULL;
    const char *wave = open ? strchr(open, '~') : NULL;
    bool section = strncmp(line, "<ISSUE", strlen("<ISSUE")) == 0;
    if (*line == '#' || !(close || section))
        return false;
    *form = section ? READOUT_ISSUES : wave && wave < close ? READOUT_AGENTS : READOUT_ACTORS;
    return true;
}

bool ro_dictionary_guess(const char *path, enum readout_dictionary_form *form)
{
    FILE *file = fopen(path, "re");
    char *line = NULL;
    size_t room = 0;
    if (!file)
        return false;
    bool known = guess_by_name(path, form);
    while (!known && getline(&line, &room, file) >= 0)
        known = guess_by_line(line, form);
    free(line);
    fclose(file);
    return known;
}

static int print_count(const char *path, size_t errors)
{
    char line[PATH_MAX + 32];
    int length = errors
                     ? snprintf(line, sizeof line, "%s: %zu %s\n", path, errors, errors == 1 ? "error" : "errors")
                     : snprintf(line, sizeof line, "%s: no errors\n", path);
    return ro_print(line, length < (int)sizeof line ? (size_t)length : sizeof line - 1);
}

int ro_dictionary_check(const char *path, enum readout_dictionary_form form)
{
    const struct readout_dictionary dictionary = {form, path};
    const struct readout_settings settings = {.model = "none", .dictionaries = &dictionary, .dictionary_count = 1};
    struct readout *readout;
    enum readout_status status = ro_open(&settings, &readout);
    if (status != READOUT_OK)
        return status == READOUT_NO_MEMORY ? RO_EXIT_ENVIRONMENT : RO_EXIT_DOCUMENTS;
    const char *problem;
    size_t errors = readout_problem_count(readout);
    for (size_t i = 0; (problem = readout_problem(readout, i)); i++)
        ro_say("%s", problem);
    readout_free(readout);
    int code = print_count(path, errors);
    return code == RO_EXIT_DONE && errors ? RO_EXIT_DOCUMENTS : code;
}

/* lexicon.c: readout lexicon check|show: tells where a lexicon is wrong, or a dictionary; prints those built in.
 * readout lexicon check lexicon/cues.txt -> "readout: lexicon/cues.txt:5:13: ..." */
#include <limits.h>
#include <sys/stat.h>

#include "base/lexicon.h"
#include "cli/cli.h"
#include "cli/dictionary.h"

enum { LEXICON = 256, FORM };

struct request {
    char *folder;
    char **operands; /* the first says what to do */
    size_t operand_count;
    bool show; /* not check */
    bool has_form;
    enum readout_dictionary_form form; /* of the files */
};

static void check_operands(struct request *request, struct argp_state *state)
{
    const char *action = request->operands[0];
    request->show = strcmp(action, "show") == 0;
    if (!request->show && strcmp(action, "check") != 0)
        argp_error(state, "\"%s\" is neither check nor show", action);
    if (request->show && request->folder)
        argp_error(state, "show prints the lexicons built in, not those of a folder");
    if (request->show && request->operand_count > 2)
        argp_error(state, "show prints one lexicon");
    if (request->has_form && (request->show || request->folder || request->operand_count == 1))
        argp_error(state, "--form tells what the files named after check are");
}

static error_t take(int key, char *argument, struct argp_state *state)
{
    struct request *request = state->input;
    switch (key) {
    case LEXICON:
        request->folder = argument;
        return 0;
    case FORM:
        request->has_form = true;
        if (!ro_dictionary_form(argument, &request->form))
            argp_error(state, "--form: \"%s\" is none of actors, agents, discards, verbs, issues", argument);
        return 0;
    case ARGP_KEY_ARGS:
        request->operands = state->argv + state->next;
        request->operand_count = (size_t)(state->argc - state->next);
        return 0;
    case ARGP_KEY_NO_ARGS:
        argp_error(state, "say what to do: check or show");
        return 0;
    case ARGP_KEY_END:
        check_operands(request, state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static const struct lexicon_file *built_in(const char *name)
{
    const struct lexicon_file *file = ro_builtin_lexicons;
    while (file->name && strcmp(file->name, name) != 0)
        file++;
    return file->name ? file : NULL;
}

static bool is_lexicon(const char *name)
{
    if (built_in(name))
        return true;
    ro_say("no lexicon is called \"%s\"; \"readout lexicon show\" names them", name);
    return false;
}

/* Load the lexicons of a folder, NULL for those built in, and tell what is wrong with them. */
static int check_folder(const char *folder)
{
    const struct readout_settings settings = {.lexicon_folder = folder, .model = "none"};
    struct readout *readout;
    char line[PATH_MAX + 32];
    enum readout_status status = ro_open(&settings, &readout);
    readout_free(readout);
    if (status != READOUT_OK)
        return status == READOUT_NO_MEMORY ? RO_EXIT_ENVIRONMENT : RO_EXIT_DOCUMENTS;
    int length = snprintf(line, sizeof line, "%s: no errors\n", folder ? folder : "lexicons built in");
    return ro_print(line, (size_t)length);
}

/* A folder; a dictionary; or a lexicon, which is checked with those beside it. */
static int check(const struct request *request, char *path)
{
    struct stat state;
    char *slash = strrchr(path, '/');
    enum readout_dictionary_form form = request->form;
    if (request->has_form)
        return ro_dictionary_check(path, form);
    if (stat(path, &state) == 0 && S_ISDIR(state.st_mode))
        return check_folder(path);
    if (!built_in(slash ? slash + 1 : path) && ro_dictionary_guess(path, &form))
        return ro_dictionary_check(path, form);
    if (!is_lexicon(slash ? slash + 1 : path))
        return RO_EXIT_USAGE;
    if (slash)
        *slash = '\0';
    return check_folder(!slash ? "." : slash == path ? "/" : path);
}

static int check_all(const struct request *request)
{
    int worst = RO_EXIT_DONE;
    if (request->folder || request->operand_count == 1)
        worst = check_folder(request->folder);
    for (size_t i = 1; i < request->operand_count; i++) {
        int code = check(request, request->operands[i]);
        worst = code > worst ? code : worst;
    }
    return worst;
}

static int show(const char *name)
{
    if (!is_lexicon(name))
        return RO_EXIT_USAGE;
    struct slice text = built_in(name)->text;
    return ro_print(text.data, text.length);
}

static int show_names(void)
{
    int code = RO_EXIT_DONE;
    for (const struct lexicon_file *file = ro_builtin_lexicons; file->name && code == RO_EXIT_DONE; file++) {
        char line[NAME_MAX];
        code = ro_print(line, (size_t)snprintf(line, sizeof line, "%s\n", file->name));
    }
    return code;
}

int ro_lexicon(int argc, char **argv)
{
    static const struct argp_option rows[] = {
        {"lexicon", LEXICON, "DIR", 0, "Check the lexicons in this folder instead of those built in", 0},
        {"form", FORM, "FORM", 0,
         "The files are PETRARCH dictionaries: actors, agents, discards, verbs or issues; otherwise their names or what is in them tells",
         0},
        {0}};
    static const struct argp argp = {
        .options = rows,
        .parser = take,
        .args_doc = "check [FILE|DIR]...\nshow [NAME]",
        .doc =
            "Check lexicons, or show those built in."
            "\vcheck loads the lexicons of the folder, or those beside the file, and tells the file, line and "
            "column of the first error; of a PETRARCH dictionary (actors, agents, discards, verbs, issues) those of every error. show prints a lexicon, or the names of all.",
    };
    struct request request = {0};
    ro_parse(&argp, 0, argc, argv, &request);
    if (!request.show)
        return check_all(&request);
    return request.operand_count > 1 ? show(request.operands[1]) : show_names();
}

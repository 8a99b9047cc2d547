/* main.c: readout COMMAND [ARGUMENT]...: finds the command and hands over to it. */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/banned.h"
#include "cli/cli.h"

struct command {
    const char *name;
    int (*run)(int argc, char **argv);
};

static const struct command commands[] = {
    {"code", ro_code},         {"explain", ro_explain}, {"positions", ro_positions},
    {"disputes", ro_disputes}, {"diff", ro_diff},       {"lexicon", ro_lexicon},
    {"codes", ro_codes},       {"version", ro_version}, {"help", ro_help},
};

struct call {
    const struct command *command;
    int first; /* its name among the arguments */
};

static const struct command *command_named(const char *name)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static error_t take(int key, char *argument, struct argp_state *state)
{
    struct call *call = state->input;
    switch (key) {
    case ARGP_KEY_ARG:
        call->command = command_named(argument);
        if (!call->command)
            argp_error(state, "no command is called \"%s\"", argument);
        call->first = state->next - 1;
        state->next = state->argc; /* the rest is the command's */
        return 0;
    case ARGP_KEY_NO_ARGS:
        argp_error(state, "name a command, such as code");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

void ro_parse(const struct argp *argp, unsigned flags, int argc, char **argv, void *options)
{
    error_t failed = argp_parse(argp, argc, argv, flags, NULL, options);
    if (!failed)
        return;
    ro_say("cannot read the arguments: %s", strerror(failed));
    exit(RO_EXIT_ENVIRONMENT);
}

static const char *environment(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

void ro_settings_complete(struct readout_settings *settings)
{
    if (!settings->model)
        settings->model = environment("READOUT_MODEL");
    if (!settings->kernel)
        settings->kernel = environment("READOUT_KERNEL");
}

/* Whether an error is about a gazetteer, which it names by its path. */
static bool is_about_gazetteer(const struct readout_settings *settings, const char *message)
{
    for (const char *const *path = settings->gazetteers; path && *path; path++) {
        size_t length = strlen(*path);
        if (strncmp(message, *path, length) == 0 && message[length] == ':')
            return true;
    }
    return false;
}

enum readout_status ro_open(const struct readout_settings *settings, struct readout **out)
{
    struct readout_error error;
    enum readout_status status = readout_open(settings, out, &error);
    const char *folder = settings ? settings->lexicon_folder : NULL;
    if (status == READOUT_BAD_LEXICON && folder && !is_about_gazetteer(settings, error.message))
        ro_say("%s/%s", folder, error.message);
    else if (status != READOUT_OK)
        ro_say("%s", error.message);
    return status;
}

int ro_run(int argc, char **argv)
{
    static const struct argp argp = {
        .parser = take,
        .args_doc = "COMMAND [ARGUMENT]...",
        .doc = "Reads news text and writes down the record behind it: who said what, and where it says so.\n\n"
               "  code       Read articles and write down who said what\n"
               "  explain    Tell why articles are read as they are\n"
               "  positions  Tell who wants, offers and refuses what\n"
               "  disputes   Tell which accounts contradict one another\n"
               "  diff       Tell what changed between two runs' records\n"
               "  lexicon    Check the lexicons, or show them\n"
               "  codes      Tell what the codes of events mean\n"
               "  version    Tell which readout, lexicons and model these are\n"
               "  help       Tell what a command does\n"
               "\v\"readout COMMAND --help\" tells more.",
    };
    static char own_name[] = "readout";
    char name[64];
    struct call call = {NULL, 0};
    argv[0] = own_name;
    ro_parse(&argp, ARGP_IN_ORDER, argc, argv, &call);
    snprintf(name, sizeof name, "%s %s", own_name, call.command->name);
    argv[call.first] = name; /* what argp calls the command in its messages */
    return call.command->run(argc - call.first, argv + call.first);
}

/* argp writes its help by stdio and does not look whether it got out. */
static void check_help(void)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return;
    ro_say("standard output: %s", strerror(errno));
    _exit(RO_EXIT_ENVIRONMENT);
}

static void print_version(FILE *stream, struct argp_state *state)
{
    (void)state;
    fprintf(stream, "readout %s\n", readout_version());
}

/* A closed standard stream must not become one of the files that are opened; it goes on to fail. */
static void hold_closed_streams(void)
{
    for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++)
        if (fcntl(file, F_GETFD) < 0)
            open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

int main(int argc, char **argv)
{
    hold_closed_streams();
    argp_err_exit_status = RO_EXIT_USAGE;
    argp_program_version_hook = print_version;
    atexit(check_help);
    return ro_run(argc, argv);
}

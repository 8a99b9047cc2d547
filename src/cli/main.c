/* main.c: readout COMMAND [ARGUMENT]...: finds the command and hands over to it. */
#include <errno.h>
#include <unistd.h>

#include "base/banned.h"
#include "cli/cli.h"
#include "readout/readout.h"

const struct command ro_commands[] = {
    {"code", "read articles and write down who said what", ro_code},
    {NULL, NULL, NULL},
};

const struct command *ro_command_named(const char *name)
{
    for (const struct command *command = ro_commands; command->name; command++)
        if (strcmp(command->name, name) == 0)
            return command;
    return NULL;
}

void ro_parse(const struct argp *argp, unsigned flags, int argc, char **argv, void *options)
{
    error_t failed = argp_parse(argp, argc, argv, flags, NULL, options);
    if (!failed)
        return;
    ro_say("cannot read the arguments: %s", strerror(failed));
    exit(RO_EXIT_ENVIRONMENT);
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

struct call {
    const struct command *command;
    int first; /* its name among the arguments */
};

static error_t take_argument(int key, char *argument, struct argp_state *state)
{
    struct call *call = state->input;
    switch (key) {
    case ARGP_KEY_ARG:
        call->command = ro_command_named(argument);
        if (!call->command)
            argp_error(state, "no command is called \"%s\"", argument);
        call->first = state->next - 1;
        state->next = state->argc; /* the rest is the command's */
        return 0;
    case ARGP_KEY_NO_ARGS:
        argp_usage(state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

int main(int argc, char **argv)
{
    static const struct argp_option options[] = {
        {"code", 0, NULL, OPTION_DOC, "Read articles and write down who said what", 1},
        {0},
    };
    static const struct argp argp = {
        .options = options,
        .parser = take_argument,
        .args_doc = "COMMAND [ARGUMENT]...",
        .doc = "Reads news text and writes down the record behind it: who said what, and where it says so."
               "\vReadout COMMAND --help tells more of a command.",
    };
    static char own_name[] = "readout";
    char name[64];
    struct call call = {NULL, 0};
    argp_err_exit_status = RO_EXIT_USAGE;
    argp_program_version_hook = print_version;
    atexit(check_help);
    argv[0] = own_name;
    ro_parse(&argp, ARGP_IN_ORDER, argc, argv, &call);
    snprintf(name, sizeof name, "readout %s", call.command->name);
    argv[call.first] = name; /* what argp calls the command in its messages */
    return call.command->run(argc - call.first, argv + call.first);
}

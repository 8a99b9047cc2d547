/* help.c: readout help [COMMAND]: the same as readout [COMMAND] --help. */
#include "base/banned.h"
#include "cli/cli.h"

static error_t take(int key, char *argument, struct argp_state *state)
{
    char **command = state->input;
    if (key != ARGP_KEY_ARG || *command)
        return ARGP_ERR_UNKNOWN;
    *command = argument;
    return 0;
}

int ro_help(int argc, char **argv)
{
    static const struct argp argp = {
        .parser = take, .args_doc = "[COMMAND]", .doc = "Tell what a command does, or which commands there are."};
    static char program[] = "readout", option[] = "--help";
    char *command = NULL;
    ro_parse(&argp, 0, argc, argv, &command);
    char *arguments[] = {program, command ? command : option, command ? option : NULL, NULL};
    return ro_run(command ? 3 : 2, arguments);
}

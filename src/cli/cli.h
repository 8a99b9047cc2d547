/* cli.h: what the commands share. Each command is a function that takes its arguments, the first of which is
 * "readout COMMAND", and returns the exit code. */
#ifndef RO_CLI_H
#define RO_CLI_H

#include <argp.h>
#include <stdbool.h>
#include <stddef.h>

#include "readout/readout.h"

enum exit_code {
    RO_EXIT_DONE,
    RO_EXIT_DOCUMENTS,  /* some documents failed; each was named */
    RO_EXIT_USAGE,      /* wrong usage */
    RO_EXIT_ENVIRONMENT /* an internal failure, or one of the environment */
};

/* What main does with the program's arguments. */
int ro_run(int argc, char **argv);

int ro_code(int argc, char **argv);
int ro_explain(int argc, char **argv);
int ro_positions(int argc, char **argv);
int ro_disputes(int argc, char **argv);
int ro_diff(int argc, char **argv);
int ro_lexicon(int argc, char **argv);
int ro_codes(int argc, char **argv);
int ro_version(int argc, char **argv);
int ro_help(int argc, char **argv);

/* Parse a command's arguments. Wrong usage ends the program with a line that points at --help. */
void ro_parse(const struct argp *argp, unsigned flags, int argc, char **argv, void *options);

/* Where settings name no model or kernel, take those of READOUT_MODEL and READOUT_KERNEL. */
void ro_settings_complete(struct readout_settings *settings);

/* readout_open; a failure has been said. */
enum readout_status ro_open(const struct readout_settings *settings, struct readout **out);

/* Write a line to standard error: ro_say("%s: cannot read it: %s", path, reason). Control characters, which
 * names may hold, become question marks. */
void ro_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Write to a file, all of it. On failure false, and errno says why. */
bool ro_write_to(int file, const char *bytes, size_t length);

/* Write to standard output, all of it. On failure false, and errno says why. */
bool ro_write(const char *bytes, size_t length);

/* The same; on failure it has been said. The exit code. */
int ro_print(const char *bytes, size_t length);

#endif

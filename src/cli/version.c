/* version.c: readout version [--json]: what made the records, as they name it themselves. */
#include "base/banned.h"
#include "cli/cli.h"

enum { JSON = 256 };

static error_t take(int key, char *argument, struct argp_state *state)
{
    bool *json = state->input;
    if (key == ARGP_KEY_ARG)
        argp_error(state, "nothing to do with \"%s\"", argument);
    if (key != JSON)
        return ARGP_ERR_UNKNOWN;
    *json = true;
    return 0;
}

int ro_version(int argc, char **argv)
{
    static const struct argp_option rows[] = {{"json", JSON, NULL, 0, "As a JSON object", 0}, {0}};
    static const struct argp argp = {
        .options = rows, .parser = take, .doc = "Tell the version and the hash of the lexicons built in."};
    bool json = false;
    struct readout *readout;
    char text[256];
    ro_parse(&argp, 0, argc, argv, &json);
    if (ro_open(NULL, &readout) != READOUT_OK)
        return RO_EXIT_ENVIRONMENT;
    int length = snprintf(text, sizeof text,
                          json ? "{\"version\": \"%s\", \"lexicon\": \"%s\"}\n" : "readout %s\nlexicon %s\n",
                          readout_version(), readout_lexicon_hash(readout));
    readout_free(readout);
    return ro_print(text, (size_t)length);
}

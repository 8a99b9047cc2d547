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

/* Neither has a character that JSON would escape. */
static int print_json(const struct readout *readout)
{
    char text[512], model[80] = "null", kernel[40] = "null";
    if (readout_model_hash(readout)) {
        snprintf(model, sizeof model, "\"%s\"", readout_model_hash(readout));
        snprintf(kernel, sizeof kernel, "\"%s\"", readout_kernel(readout));
    }
    int length = snprintf(text, sizeof text,
                          "{\"version\": \"%s\", \"lexicon\": \"%s\", \"model\": %s, \"kernel\": %s}\n",
                          readout_version(), readout_lexicon_hash(readout), model, kernel);
    return ro_print(text, (size_t)length);
}

static int print_lines(const struct readout *readout)
{
    char text[512];
    const char *model = readout_model_hash(readout), *kernel = readout_kernel(readout);
    int length = snprintf(text, sizeof text, "readout %s\nlexicon %s\nmodel %s\n%s%s%s", readout_version(),
                          readout_lexicon_hash(readout), model ? model : "none", kernel ? "kernel " : "",
                          kernel ? kernel : "", kernel ? "\n" : "");
    return ro_print(text, (size_t)length);
}

int ro_version(int argc, char **argv)
{
    static const struct argp_option rows[] = {{"json", JSON, NULL, 0, "As a JSON object", 0}, {0}};
    static const struct argp argp = {
        .options = rows,
        .parser = take,
        .doc = "Tell the version and the hashes of the lexicons built in and of the model."};
    bool json = false;
    struct readout *readout;
    struct readout_settings settings = {0};
    ro_parse(&argp, 0, argc, argv, &json);
    ro_settings_complete(&settings);
    if (ro_open(&settings, &readout) != READOUT_OK)
        return RO_EXIT_ENVIRONMENT;
    int code = json ? print_json(readout) : print_lines(readout);
    readout_free(readout);
    return code;
}

/* codes.c: readout codes [CODE]: what the codes of events mean, in CAMEO and in PLOVER.
 *
 *     $ readout codes 041
 *     041  Discuss by telephone
 *          Talk by telephone or another line
 *          ...
 */
#include <stdarg.h>
#include <strings.h>

#include "base/banned.h"
#include "cli/cli.h"

enum { JSON = 256, LINE = 1024 };

struct request {
    const char *wanted; /* NULL: all */
    bool json;
    const struct readout *readout;
    bool failed; /* standard output */
};

static error_t take(int key, char *argument, struct argp_state *state)
{
    struct request *request = state->input;
    switch (key) {
    case JSON:
        request->json = true;
        return 0;
    case ARGP_KEY_ARG:
        if (request->wanted)
            argp_error(state, "name one code, not \"%s\", too", argument);
        request->wanted = argument;
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* What is wanted */

static bool is_number(const char *wanted)
{
    return *wanted && strspn(wanted, "0123456789") == strlen(wanted);
}

static bool is_same(const char *name, const char *wanted)
{
    return name && strcasecmp(name, wanted) == 0;
}

/* A code by its number or the beginning of it, or by an event, a mode or a context of PLOVER's. */
static bool wants_code(const struct request *request, const struct readout_code *code)
{
    const char *wanted = request->wanted;
    if (!wanted || is_number(wanted))
        return !wanted || strncmp(code->code, wanted, strlen(wanted)) == 0;
    bool found = is_same(code->event, wanted) || is_same(code->mode, wanted);
    for (size_t i = 0; i < code->context_count && !found; i++)
        found = is_same(code->contexts[i], wanted);
    return found;
}

/* An event with all its modes; a mode or context alone. */
static bool wants_term(const struct request *request, const struct readout_term *term)
{
    return !request->wanted || is_same(term->event, request->wanted) || is_same(term->name, request->wanted);
}

static bool is_known(const struct request *request)
{
    struct readout_code code;
    struct readout_term term;
    bool found = false;
    for (size_t i = 0; !found && readout_code(request->readout, i, &code); i++)
        found = wants_code(request, &code);
    for (size_t i = 0; !found && readout_term(request->readout, i, &term); i++)
        found = wants_term(request, &term);
    return found;
}

/* As text */

static void __attribute__((format(printf, 2, 3))) put(struct request *request, const char *format, ...)
{
    char line[LINE];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    size_t size = length < LINE ? (size_t)length : sizeof line - 1;
    request->failed = request->failed || ro_print(line, size) != RO_EXIT_DONE;
}

/* "CONSULT, phone", or "-". */
static void name_event(char name[64], const struct readout_code *code)
{
    snprintf(name, 64, "%s%s%s", code->event ? code->event : "-", code->mode ? ", " : "",
             code->mode ? code->mode : "");
}

static void put_detail(struct request *request, const struct readout_code *code)
{
    static const char *const quads[] = {"-", "1, verbal cooperation", "2, material cooperation",
                                        "3, verbal conflict", "4, material conflict"};
    char event[64];
    name_event(event, code);
    put(request, "%-4s  %s\n      %s\n", code->code, code->name, code->description);
    put(request, "      quad class %s; Goldstein %s\n", quads[code->quad], code->goldstein ? code->goldstein : "-");
    put(request, "      PLOVER %s", event);
    for (size_t i = 0; i < code->context_count; i++)
        put(request, "%s%s", i > 0 ? ", " : "; contexts ", code->contexts[i]);
    put(request, "\n");
}

static void put_row(struct request *request, const struct readout_code *code, bool first)
{
    char event[64];
    name_event(event, code);
    if (first)
        put(request, "%-4s  %-4s  %-9s  %-23s  %s\n", "code", "quad", "Goldstein", "PLOVER", "name");
    put(request, "%-4s  %-4u  %-9s  %-23s  %s\n", code->code, code->quad, code->goldstein ? code->goldstein : "-",
        event, code->name);
}

static void put_codes(struct request *request)
{
    struct readout_code code;
    bool first = true;
    for (size_t i = 0; readout_code(request->readout, i, &code); i++) {
        if (!wants_code(request, &code))
            continue;
        if (request->wanted && strcmp(code.code, request->wanted) == 0) {
            put_detail(request, &code);
            continue;
        }
        if (first && request->wanted)
            put(request, "\n");
        put_row(request, &code, first);
        first = false;
    }
}

/* An event at the margin, its modes below it and further in; a mode alone behind its event. */
static void put_term(struct request *request, const struct readout_term *term)
{
    char name[64];
    bool alone = term->event && term->name && request->wanted && !is_same(term->event, request->wanted);
    const char *before = alone ? term->event : term->name ? "" : term->event;
    snprintf(name, sizeof name, "%s%s%s", before,
             alone        ? ", "
             : term->name ? "  "
                          : "",
             term->name ? term->name : "");
    put(request, "%-21s  %s\n", name, term->description);
}

static void put_terms(struct request *request)
{
    struct readout_term term;
    bool contexts = false;
    for (size_t i = 0; readout_term(request->readout, i, &term); i++) {
        if (!wants_term(request, &term))
            continue;
        if (!term.event && !contexts)
            put(request, "contexts\n");
        contexts = contexts || !term.event;
        put_term(request, &term);
    }
}

static void put_text(struct request *request)
{
    if (!request->wanted) {
        put_codes(request);
        put(request, "\n");
        put_terms(request);
        return;
    }
    put_terms(request);
    put_codes(request);
}

/* As JSON: {"cameo": [...], "plover": [...], "contexts": [...]}. What is built in has no character that JSON would escape. */

enum { QUOTED = 256 };

static const char *quoted(char text[QUOTED], const char *string)
{
    if (!string)
        return "null";
    snprintf(text, QUOTED, "\"%s\"", string);
    return text;
}

static void put_json_code(struct request *request, const struct readout_code *code, bool first)
{
    char mode[QUOTED];
    put(request, "%s\n  {\"code\": \"%s\", \"name\": \"%s\", \"description\": \"%s\", ", first ? "" : ",",
        code->code, code->name, code->description);
    put(request, "\"quad\": %u, \"goldstein\": %s, \"plover\": ", code->quad, code->goldstein);
    if (!code->event) {
        put(request, "null}");
        return;
    }
    put(request, "{\"event\": \"%s\", \"mode\": %s, \"contexts\": [", code->event, quoted(mode, code->mode));
    for (size_t i = 0; i < code->context_count; i++)
        put(request, "%s\"%s\"", i > 0 ? ", " : "", code->contexts[i]);
    put(request, "]}}");
}

static void put_json_terms(struct request *request, bool contexts)
{
    struct readout_term term;
    bool first = true;
    for (size_t i = 0; readout_term(request->readout, i, &term); i++) {
        char mode[QUOTED];
        if (!wants_term(request, &term) || contexts != !term.event)
            continue;
        put(request, "%s\n  {", first ? "" : ",");
        if (contexts)
            put(request, "\"context\": \"%s\", ", term.name);
        else
            put(request, "\"event\": \"%s\", \"mode\": %s, ", term.event, quoted(mode, term.name));
        put(request, "\"description\": \"%s\"}", term.description);
        first = false;
    }
}

static void put_json(struct request *request)
{
    struct readout_code code;
    bool first = true;
    put(request, "{\"cameo\": [");
    for (size_t i = 0; readout_code(request->readout, i, &code); i++) {
        if (!wants_code(request, &code))
            continue;
        put_json_code(request, &code, first);
        first = false;
    }
    put(request, "],\n \"plover\": [");
    put_json_terms(request, false);
    put(request, "],\n \"contexts\": [");
    put_json_terms(request, true);
    put(request, "]}\n");
}

int ro_codes(int argc, char **argv)
{
    static const struct argp_option rows[] = {{"json", JSON, NULL, 0, "As a JSON object", 0}, {0}};
    static const struct argp argp = {
        .options = rows,
        .parser = take,
        .args_doc = "[CODE]",
        .doc =
            "Tell what the codes of events mean, in CAMEO and in PLOVER."
            "\vCODE is a code of CAMEO (041), the beginning of some (04), or the name of an event, a mode or a context "
            "of PLOVER (CONSULT, phone, military). Without it all are told."};
    struct request request = {0};
    struct readout *readout;
    const struct readout_settings settings = {.model = "none"};
    ro_parse(&argp, 0, argc, argv, &request);
    if (ro_open(&settings, &readout) != READOUT_OK)
        return RO_EXIT_ENVIRONMENT;
    request.readout = readout;
    bool known = is_known(&request);
    if (!known)
        ro_say(
            "\"%s\" begins no code of CAMEO and is no event, mode or context of PLOVER; \"readout codes\" lists them",
            request.wanted);
    else if (request.json)
        put_json(&request);
    else
        put_text(&request);
    readout_free(readout);
    return !known ? RO_EXIT_USAGE : request.failed ? RO_EXIT_ENVIRONMENT : RO_EXIT_DONE;
}

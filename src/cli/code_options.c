/* code_options.c: the arguments of `readout code`, and of the commands that read documents as it does. */
#include <errno.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/date.h"
#include "base/scores.h"
#include "base/status.h"
#include "cli/cli.h"
#include "cli/code.h"

enum { MOST_JOBS = 1024, WIDEST = 10000 };

enum key {
    DATE = 256,
    ID,
    FORMAT,
    TABLE,
    ONE_A_DAY,
    PETRARCH_FIELDS,
    OUTPUT,
    TEXT,
    TOKENS,
    JOBS,
    MAX_DOCUMENT,
    INPUT,
    LEXICON,
    GAZETTEER,
    MODEL,
    ACTORS,
    AGENTS,
    DISCARDS,
    VERBS,
    ISSUES,
    EXTEND,
    MIN_SCORE,
    COLOR,
    WIDTH,
    SENTENCE,
    QUIET
};

/* Of all commands that read documents. */
static const struct argp_option rows[] = {
    {NULL, 0, NULL, 0, "What is read:", 1},
    {"input", INPUT, "FORM", 0,
     "Read the files named as text, jsonl or xml, whatever their suffix; auto: by the suffix", 1},
    {"date", DATE, "YYYY-MM-DD", 0, "Publication date of documents that carry none", 1},
    {"id", ID, "ID", 0, "Id of the document, if it carries none", 1},
    {"max-document", MAX_DOCUMENT, "SIZE", 0, "Leave out documents larger than this: 500k, 10M (the default), 1G",
     1},
    {"lexicon", LEXICON, "DIR", 0, "Use the lexicons in this folder instead of those built in", 1},
    {"gazetteer", GAZETTEER, "FILE", 0,
     "Names of your own, as organizations.txt has them (readout lexicon show organizations.txt); they win over those "
     "built in. May be given several times",
     1},
    {"model", MODEL, "FILE", 0, "Use this model instead of the one installed; none: read by rules alone", 1},
    {"actors", ACTORS, "FILE", 0,
     "Take the codes of actors from this PETRARCH dictionary instead of those built in; of several the later wins",
     1},
    {"agents", AGENTS, "FILE", 0, "The same for agents", 1},
    {"discards", DISCARDS, "FILE", 0,
     "The same for words whose sentence (with a +: story) no events come from: a warning names them, the rest is read",
     1},
    {"verbs", VERBS, "FILE", 0,
     "Code events by this PETRARCH verb dictionary, of PETRARCH2 or the earlier ones, instead of what is built in",
     1},
    {"extend", EXTEND, NULL, 0, "The dictionaries add to what is built in", 1},
    {NULL, 0, NULL, 0, "What is written:", 2},
    {"min-score", MIN_SCORE, "[KIND=]X", 0,
     "Leave out what is less sure than X, from 0 to 1; with a kind (statement), of that kind alone; several with commas. "
     "Otherwise what suits the model",
     2},
    {"color", COLOR, "WHEN", 0, "Colour the page: auto (on a terminal, unless NO_COLOR is set), always, never", 2},
    {"width", WIDTH, "COLUMNS", 0, "Width of the page; otherwise that of the terminal, or 80", 2},
    {"quiet", QUIET, NULL, 0, "No notes and no progress on standard error; failures are still told", 2},
    {NULL, 0, NULL, 0, "How:", 3},
    {"jobs", JOBS, "N", 0, "Read N documents at once; otherwise as many as there are processors", 3},
    {0},
};

/* Beside them, of commands that write whole records. */
static const struct argp_option record_rows[] = {
    {"issues", ISSUES, "FILE", 0,
     "Count the issues of this PETRARCH dictionary in each sentence that has an event, for the tables of events",
     1},
    {"format", FORMAT, "FORMAT", 0,
     "text: a page to read (the default on a terminal); jsonl: a record a line (the default elsewhere); json: "
     "indented records; conllu: the words and, with a model, their tags and trees as CoNLL-U; explanation: what "
     "readout explain writes; csv: a --table; brat: annotations for brat; petrarch, phoenix, icews, polecat: the events "
     "as PETRARCH2, Phoenix, ICEWS and POLECAT have them",
     2},
    {"table", TABLE, "TABLE", 0,
     "With --format csv: statements (the default), a row a statement; events, a row for each two parties of an event; positions, a "
     "row a position; disputes, a row a side of a dispute",
     2},
    {"one-a-day", ONE_A_DAY, NULL, 0,
     "With --format petrarch and --table events: of all documents, one row for each day, source, target and code, with the "
     "ids, URLs and publishers of the others; phoenix always has it so",
     2},
    {"petrarch-fields", PETRARCH_FIELDS, NULL, 0,
     "With --format petrarch: the texts of actors and event, too, and the roots of the actors", 2},
    {"output", OUTPUT, "DIR", 0,
     "With --format brat: write NAME.txt and NAME.ann of each document into this folder; otherwise the .ann of one "
     "document goes to standard output",
     2},
    {"text", TEXT, NULL, 0, "Put the text into the record", 2},
    {"tokens", TOKENS, NULL, 0, "Put the words into the record", 2},
    {"sentence", SENTENCE, "N", 0, "Explain the Nth sentence of each document alone", 2},
    {0},
};

/* Of those that write positions or disputes alone. */
static const struct argp_option part_rows[] = {
    {"format", FORMAT, "FORMAT", 0,
     "text: a page to read (the default on a terminal); jsonl: a line of JSON for each document (the default elsewhere); "
     "json: the same, indented; csv: a table",
     2},
    {0},
};

/* What the arguments say, before it is known what is left out. */
struct arguments {
    struct code_options *options;
    bool part; /* positions or disputes alone are written */
    bool has_format, has_table;
    enum { AUTO, ALWAYS, NEVER } color;
};

/* The position of a word among names such as "auto, always, never"; wrong usage where it is none of them. */
static int choose(struct argp_state *state, const char *option, const char *word, const char *names)
{
    int position = 0;
    size_t length = strlen(word);
    for (const char *name = names; *name; position++) {
        size_t end = strcspn(name, ",");
        if (end == length && memcmp(name, word, length) == 0)
            return position;
        name += end + strspn(name + end, ", ");
    }
    argp_error(state, "--%s: \"%s\" is none of %s", option, word, names);
    return 0;
}

static unsigned long number(struct argp_state *state, const char *option, const char *argument,
                            unsigned long largest)
{
    char *end;
    errno = 0;
    unsigned long value = strtoul(argument, &end, 10);
    if (argument[0] < '0' || argument[0] > '9' || *end || errno || value < 1 || value > largest)
        argp_error(state, "--%s: \"%s\" is no number from 1 to %lu", option, argument, largest);
    return value;
}

/* "500k" -> 512000. */
static size_t size(struct argp_state *state, const char *argument)
{
    static const char units[] = "kMG";
    char *end;
    errno = 0;
    unsigned long value = strtoul(argument, &end, 10);
    const char *unit = *end ? strchr(units, *end) : NULL;
    unsigned shift = unit ? 10 * (unsigned)(unit - units + 1) : 0;
    bool whole = argument[0] >= '0' && argument[0] <= '9' && !errno && !*(unit ? end + 1 : end);
    if (!whole || value < 1 || value > (UINT32_MAX >> shift))
        argp_error(state, "--max-document: \"%s\" is no size such as 800000, 500k, 10M or 1G, below 4G", argument);
    return (size_t)value << shift;
}

static void check_scores(struct argp_state *state, const char *argument)
{
    struct min_scores scores;
    struct readout_error error;
    if (ro_min_scores_read(&scores, argument, &error) != READOUT_OK)
        argp_error(state, "--%s", error.message);
}

static void add_gazetteer(struct code_options *options, const char *path, struct argp_state *state)
{
    size_t count = 0;
    while (options->gazetteers[count])
        count++;
    if (count == RO_MOST_GAZETTEERS)
        argp_error(state, "--gazetteer: more than %d files; put several into one", RO_MOST_GAZETTEERS);
    options->gazetteers[count] = path;
    options->readout.gazetteers = options->gazetteers;
}

/* --actors, --agents, --discards, --verbs, --issues or --extend */
static void take_dictionary(struct code_options *options, int key, const char *path, struct argp_state *state)
{
    struct readout_settings *settings = &options->readout;
    if (key == EXTEND) {
        settings->extend = true;
        return;
    }
    if (settings->dictionary_count == RO_MOST_DICTIONARIES)
        argp_error(state, "more than %d dictionaries; put some into one file", RO_MOST_DICTIONARIES);
    options->dictionaries[settings->dictionary_count++] = (struct readout_dictionary){
        (enum readout_dictionary_form)(key - ACTORS), path}; /* as the enum has them */
    settings->dictionaries = options->dictionaries;
}

static const char formats[] =
    "jsonl, json, text, conllu, explanation, csv, brat, petrarch, phoenix, icews, polecat"; /* as the enum has them */

static const char tables[] = "statements, events, positions, disputes"; /* as the enum has them */

static void take_date(struct code_options *options, const char *date, struct argp_state *state)
{
    if (!ro_date_is(date))
        argp_error(state, "--date: \"%s\" is no date: write YYYY-MM-DD", date);
    options->source.published = date;
}

static void take_format(struct arguments *arguments, const char *format, struct argp_state *state)
{
    static const enum readout_format of_parts[] = {READOUT_JSON, READOUT_PRETTY, READOUT_PAGE, READOUT_CSV};
    struct code_options *options = arguments->options;
    arguments->has_format = true;
    if (arguments->part)
        options->format = of_parts[choose(state, "format", format, "jsonl, json, text, csv")];
    else
        options->format = choose(state, "format", format, formats);
}

/* What is written; false where the option is another. */
static bool take_writing(struct arguments *arguments, int key, char *argument, struct argp_state *state)
{
    struct code_options *options = arguments->options;
    switch (key) {
    case FORMAT:
        take_format(arguments, argument, state);
        return true;
    case TABLE:
        options->writing.table = (enum readout_table)choose(state, "table", argument, tables);
        arguments->has_table = true;
        return true;
    case ONE_A_DAY:
        options->one_a_day = true;
        return true;
    case PETRARCH_FIELDS:
        options->writing.petrarch_fields = true;
        return true;
    case OUTPUT:
        options->output = argument;
        return true;
    case TEXT:
        options->writing.text = true;
        return true;
    case TOKENS:
        options->writing.tokens = true;
        return true;
    case COLOR:
        arguments->color = choose(state, "color", argument, "auto, always, never");
        return true;
    case WIDTH:
        options->writing.width = (unsigned)number(state, "width", argument, WIDEST);
        return true;
    case SENTENCE:
        options->writing.sentence = (uint32_t)number(state, "sentence", argument, UINT32_MAX);
        return true;
    default:
        return false;
    }
}

/* What is read, and how. */
static void take_reading(struct code_options *options, int key, char *argument, struct argp_state *state)
{
    switch (key) {
    case DATE:
        take_date(options, argument, state);
        break;
    case ID:
        options->source.id = argument;
        break;
    case JOBS:
        options->jobs = (unsigned)number(state, "jobs", argument, MOST_JOBS);
        break;
    case MAX_DOCUMENT:
        options->source.limit = options->readout.document_limit = size(state, argument);
        break;
    case INPUT:
        options->source.form = choose(state, "input", argument, "auto, text, jsonl, xml");
        break;
    case LEXICON:
        options->readout.lexicon_folder = argument;
        break;
    case GAZETTEER:
        add_gazetteer(options, argument, state);
        break;
    case MODEL:
        options->readout.model = argument;
        break;
    case MIN_SCORE:
        check_scores(state, argument);
        options->readout.min_score = argument;
        break;
    default:
        options->quiet = true;
    }
}

static bool is_folder(const char *path)
{
    struct stat state;
    return stat(path, &state) == 0 && S_ISDIR(state.st_mode);
}

static void check_paths(const struct code_options *options, struct argp_state *state)
{
    const struct source_settings *source = &options->source;
    size_t standard_inputs = 0;
    for (size_t i = 0; i < source->path_count; i++)
        standard_inputs += strcmp(source->paths[i], "-") == 0;
    if (standard_inputs > 1)
        argp_error(state, "\"-\" is named twice, but standard input can be read once");
    bool several = source->path_count > 1 || is_folder(source->paths[0]);
    if (source->id && several)
        argp_error(state, "--id names one document, but there are several");
    if (options->format == READOUT_BRAT && !options->output && several)
        argp_error(state, "--format brat with several documents needs --output DIR");
}

/* Whether events may become one row a day. */
static bool has_days(const struct code_options *options)
{
    return options->format == READOUT_PETRARCH || options->format == READOUT_PHOENIX ||
           (options->format == READOUT_CSV && options->writing.table == READOUT_EVENTS);
}

/* Options that go with others alone. */
static void check_together(const struct arguments *arguments, struct argp_state *state)
{
    const struct code_options *options = arguments->options;
    if (arguments->has_table && options->format != READOUT_CSV)
        argp_error(state, "--table goes with --format csv");
    if (options->one_a_day && !has_days(options))
        argp_error(state, "--one-a-day goes with --format petrarch, phoenix, or csv --table events");
    if (options->writing.petrarch_fields && options->format != READOUT_PETRARCH)
        argp_error(state, "--petrarch-fields goes with --format petrarch");
    if (options->output && options->format != READOUT_BRAT)
        argp_error(state, "--output goes with --format brat");
    if (options->readout.extend && !options->readout.dictionary_count)
        argp_error(state, "--extend goes with --actors, --agents, --discards or --verbs");
}

static void take_paths(struct source_settings *source, struct argp_state *state)
{
    static char standard_input[] = "-";
    static char *const alone[] = {standard_input};
    source->paths = state->argv + state->next;
    source->path_count = (size_t)(state->argc - state->next);
    if (source->path_count == 0 && isatty(STDIN_FILENO))
        argp_error(state, "name a file or a folder, or \"-\" for standard input");
    if (source->path_count == 0) {
        source->paths = alone;
        source->path_count = 1;
    }
}

static error_t take_option(int key, char *argument, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    if (key < DATE || key > QUIET)
        return ARGP_ERR_UNKNOWN;
    if (key >= ACTORS && key <= EXTEND)
        take_dictionary(arguments->options, key, argument, state);
    else if (!take_writing(arguments, key, argument, state))
        take_reading(arguments->options, key, argument, state);
    return 0;
}

static error_t take(int key, char *argument, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = arguments;
        return 0;
    case ARGP_KEY_ARGS:
    case ARGP_KEY_NO_ARGS:
        take_paths(&arguments->options->source, state);
        return 0;
    case ARGP_KEY_END:
        check_paths(arguments->options, state);
        check_together(arguments, state);
        return 0;
    default:
        return take_option(key, argument, state);
    }
}

static unsigned processors(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > MOST_JOBS ? MOST_JOBS : (unsigned)count;
}

static bool wants_color(void)
{
    const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return isatty(STDOUT_FILENO) && !(no_color && *no_color) && !(terminal && strcmp(terminal, "dumb") == 0);
}

/* Columns of the terminal; 0 where they are not known. */
static unsigned terminal_width(void)
{
    struct winsize window;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col)
        return window.ws_col;
    const char *columns = getenv("COLUMNS");
    unsigned long width = columns ? strtoul(columns, NULL, 10) : 0;
    return width <= WIDEST ? (unsigned)width : 0;
}

void ro_code_options(int argc, char **argv, const char *doc, struct code_options *options)
{
    bool part = options->writing.table != READOUT_STATEMENTS;
    const struct argp own = {.options = part ? part_rows : record_rows, .parser = take_option};
    const struct argp_child children[] = {{.argp = &own}, {0}};
    const struct argp argp = {
        .options = rows, .parser = take, .args_doc = "[FILE|DIR|-]...", .doc = doc, .children = children};
    struct arguments arguments = {.options = options, .part = part};
    options->source.limit = READOUT_DOCUMENT_LIMIT;
    ro_parse(&argp, 0, argc, argv, &arguments);
    ro_settings_complete(&options->readout);
    if (!options->jobs)
        options->jobs = processors();
    if (!arguments.has_format && options->format != READOUT_EXPLANATION)
        options->format = isatty(STDOUT_FILENO) ? READOUT_PAGE : READOUT_JSON;
    options->one_a_day |= options->format == READOUT_PHOENIX;
    options->writing.color = arguments.color == ALWAYS || (arguments.color == AUTO && wants_color());
    if (!options->writing.width)
        options->writing.width = terminal_width();
}

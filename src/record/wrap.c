/* wrap.c: words wrapped to a width, cluster by cluster: a cluster is what a reader takes for one character. */
#include "record/wrap.h"

#include <utf8proc.h>

#include "text/utf8.h"

enum { DEFAULT_WIDTH = 80, LEAST_WIDTH = 24 /* columns */ };

struct cluster {
    uint32_t end, columns;
    bool space;
    bool safe; /* to give to a terminal */
};

/* Where a line may be broken: no-break spaces are none. */
static bool is_space(uint32_t code)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);
    if (category == UTF8PROC_CATEGORY_ZS)
        return code != 0xA0 && code != 0x2007 && code != 0x202F;
    return (code >= '\t' && code <= '\r') || code == 0x85 || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

/* Control characters command the terminal; those of writing direction reorder what stands around them. */
static bool is_safe(uint32_t code)
{
    return utf8proc_category((utf8proc_int32_t)code) != UTF8PROC_CATEGORY_CC &&
           !(code >= 0x202A && code <= 0x202E) && !(code >= 0x2066 && code <= 0x2069);
}

/* The cluster at a byte; `end` is behind it. Terminals give none more than two columns. */
static struct cluster cluster_at(const char *text, uint32_t end, uint32_t at)
{
    struct cluster cluster = {.end = at};
    uint32_t code = ro_utf8_next(text, end, &cluster.end);
    cluster.space = is_space(code);
    cluster.safe = is_safe(code);
    cluster.columns = cluster.safe ? (uint32_t)utf8proc_charwidth((utf8proc_int32_t)code) : 1;
    utf8proc_int32_t state = 0;
    while (cluster.end < end) {
        uint32_t next = cluster.end, following = ro_utf8_next(text, end, &next);
        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)code, (utf8proc_int32_t)following, &state))
            break;
        cluster.columns += (uint32_t)utf8proc_charwidth((utf8proc_int32_t)following);
        cluster.end = next;
        code = following;
    }
    if (cluster.columns > 2)
        cluster.columns = 2;
    return cluster;
}

static void put(struct wrap *wrap, const char *string)
{
    ro_output_add(wrap->output, string, strlen(string));
}

static void set_style(struct wrap *wrap, enum style style)
{
    static const char *const codes[] = {
        [RO_PLAIN] = "\033[0m",     [RO_BOLD] = "\033[0;1m",   [RO_DIM] = "\033[0;2m",
        [RO_QUOTED] = "\033[0;32m", [RO_ALERT] = "\033[0;33m",
    };
    if (wrap->color && style != wrap->style)
        put(wrap, codes[style]);
    wrap->style = style;
}

static void put_blanks(struct wrap *wrap, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        put(wrap, " ");
    wrap->column += count;
}

void ro_wrap_end(struct wrap *wrap)
{
    set_style(wrap, RO_PLAIN); /* pagers forget a style at the end of a line */
    if (wrap->filled && wrap->column < wrap->width)
        put_blanks(wrap, wrap->width - wrap->column);
    put(wrap, "\n");
    wrap->column = 0;
    wrap->started = false;
}

void ro_wrap_begin(struct wrap *wrap, uint32_t number, uint32_t margin)
{
    if (number) {
        char label[16];
        wrap->column = (uint32_t)snprintf(label, sizeof label, "%4u", (unsigned)number);
        set_style(wrap, RO_DIM);
        put(wrap, label);
        set_style(wrap, RO_PLAIN);
    }
    put_blanks(wrap, margin > wrap->column ? margin - wrap->column : number > 0);
    wrap->indent = margin;
}

void ro_wrap_column(struct wrap *wrap, uint32_t column)
{
    put_blanks(wrap, column > wrap->column ? column - wrap->column : wrap->started);
    wrap->started = false;
}

static void next_line(struct wrap *wrap)
{
    ro_wrap_end(wrap);
    put_blanks(wrap, wrap->indent);
}

static enum style style_at(struct run *run, uint32_t at)
{
    while (run->mark_count && run->marks->end <= at) {
        run->marks++;
        run->mark_count--;
    }
    return run->mark_count && run->marks->begin <= at ? run->mark_style : run->style;
}

/* The columns of the word at *at, which moves behind it. */
static uint32_t pass_word(const struct run *run, uint32_t *at)
{
    uint32_t columns = 0;
    while (*at < run->span.end) {
        struct cluster cluster = cluster_at(run->text, run->span.end, *at);
        if (cluster.space)
            break;
        columns += cluster.columns;
        *at = cluster.end;
    }
    return columns;
}

static void put_cluster(struct wrap *wrap, struct run *run, uint32_t at, struct cluster cluster)
{
    if (wrap->started && wrap->column + cluster.columns > wrap->width)
        next_line(wrap);
    set_style(wrap, style_at(run, at));
    if (cluster.safe)
        ro_output_add(wrap->output, run->text + at, cluster.end - at);
    else
        put(wrap, "\xEF\xBF\xBD");
    wrap->column += cluster.columns;
    wrap->started = true;
}

/* Put the word at a byte; returns the byte behind it. */
static uint32_t put_word(struct wrap *wrap, struct run *run, uint32_t at)
{
    uint32_t end = at, columns = pass_word(run, &end);
    if (wrap->started && wrap->column + 1 + columns > wrap->width)
        next_line(wrap);
    else if (wrap->started)
        put_blanks(wrap, 1);
    while (at < run->span.end) {
        struct cluster cluster = cluster_at(run->text, run->span.end, at);
        if (cluster.space)
            break;
        put_cluster(wrap, run, at, cluster);
        at = cluster.end;
    }
    return at;
}

void ro_wrap_run(struct wrap *wrap, struct run *run)
{
    uint32_t at = run->span.begin;
    while (at < run->span.end) {
        struct cluster cluster = cluster_at(run->text, run->span.end, at);
        at = cluster.space ? cluster.end : put_word(wrap, run, at);
    }
}

void ro_wrap_words(struct wrap *wrap, enum style style, const char *words)
{
    struct run run = {.text = words, .span = {0, (uint32_t)strlen(words)}, .style = style};
    ro_wrap_run(wrap, &run);
}

void ro_wrap_span(struct wrap *wrap, enum style style, const char *text, struct span span)
{
    struct run run = {.text = text, .span = span, .style = style};
    ro_wrap_run(wrap, &run);
}

void ro_wrap_line(struct wrap *wrap, uint32_t margin, enum style style, const char *words)
{
    ro_wrap_begin(wrap, 0, margin);
    ro_wrap_words(wrap, style, words);
    ro_wrap_end(wrap);
}

/* Behind the blanks at a byte. */
static uint32_t pass_blanks(const struct run *run, uint32_t at)
{
    while (at < run->span.end) {
        struct cluster cluster = cluster_at(run->text, run->span.end, at);
        if (!cluster.space)
            break;
        at = cluster.end;
    }
    return at;
}

/* Cut a run after the words that fit on a line of so many columns, one at least; the columns that they take. */
static uint32_t cut_line(struct run *run, uint32_t width)
{
    uint32_t at = run->span.begin, columns = pass_word(run, &at), end = at;
    while ((at = pass_blanks(run, at)) < run->span.end) {
        uint32_t more = pass_word(run, &at) + 1;
        if (columns + more > width)
            break;
        columns += more;
        end = at;
    }
    run->span.end = end;
    return columns;
}

void ro_wrap_middle(struct wrap *wrap, enum style style, const char *words)
{
    struct run run = {.text = words, .span = {0, (uint32_t)strlen(words)}, .style = style};
    uint32_t end = run.span.end;
    while ((run.span.begin = pass_blanks(&run, run.span.begin)) < end) {
        uint32_t columns = cut_line(&run, wrap->width - wrap->width / 4);
        put_blanks(wrap, columns < wrap->width ? (wrap->width - columns) / 2 : 0);
        ro_wrap_run(wrap, &run);
        ro_wrap_end(wrap);
        run.span = (struct span){run.span.end, end};
    }
}

struct wrap ro_wrap_open(const struct readout_writing *writing, struct output *output)
{
    uint32_t width = writing->width ? writing->width : DEFAULT_WIDTH;
    return (struct wrap){
        .output = output, .color = writing->color, .width = width > LEAST_WIDTH ? width : LEAST_WIDTH};
}

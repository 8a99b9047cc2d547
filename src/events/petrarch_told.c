/* petrarch_told.c: verbs that tell of others, in PETRARCH2's way. "Norland promised to help Sudland": 030 over 070 is 033. "Norland said
 * that Sudland attacked": a transformation of the dictionary makes 112 of it. */
#include "events/petrarch_coding.h"

enum { ROOT = 2 /* digits */ };

/* Whether a code is that of a pattern, or one of its root where the pattern is the whole root's: "114" of "110". */
static bool is_of(const char *code, const char *pattern)
{
    size_t length = strlen(pattern);
    bool whole = length == 3 && pattern[2] == '0';
    return code && strncmp(code, pattern, whole ? ROOT : length) == 0;
}

/* What is said, wanted or done to words over an event leaves its code as it is, of what is deed alone something else is made. */
static bool is_deed(const char *code)
{
    static const char *const roots[] = {"05", "06", "07", "08", "16", "18", "19", "20", NULL};
    return ro_begins_with_one_of(code, roots);
}

static const char *combine(const struct petrarch_text *text, const char *outer, const char *inner)
{
    if (!outer || is_deed(outer) || !is_deed(inner))
        return inner;
    const char *whole = ro_verbs_compose(text->tree->verbs, outer, inner);
    return whole ? whole : outer;
}

static bool means_same(const struct petrarch_noun *one, const struct petrarch_noun *other)
{
    return one && other && (one == other || strcmp(one->parties[0].code, other->parties[0].code) == 0);
}

/* Transformations */

/* Whether a variable of the inner event may stand for somebody: "_" and "." are nobody and anybody. */
static bool may_be(char variable, char outer, const struct petrarch_noun *noun,
                   const struct petrarch_coding *teller)
{
    if (variable == '.')
        return true;
    if (variable == '_')
        return !noun;
    if (variable == outer)
        return !noun || means_same(noun, teller->source);
    return noun && !means_same(noun, teller->source);
}

static const struct petrarch_noun *bound(const struct petrarch_transformation *made, char variable,
                                         const struct petrarch_coding *teller, const struct petrarch_coding *inner,
                                         const struct petrarch_noun *source)
{
    if (variable == made->outer)
        return teller->source;
    if (variable == made->source)
        return source;
    return variable == made->target ? inner->target : NULL;
}

/* Take an inner event over by a transformation; false where none fits. */
static bool transform(const struct petrarch_text *text, struct petrarch_coding *teller,
                      const struct petrarch_coding *inner, const struct petrarch_noun *source)
{
    for (uint32_t i = 0; i < text->verbs->transformation_count; i++) {
        const struct petrarch_transformation *made = &text->verbs->transformations[i];
        if (!is_of(teller->code.there, made->outer_code) ||
            (made->inner_code && !is_of(inner->code.there, made->inner_code)) ||
            !may_be(made->source, made->outer, source, teller) ||
            !may_be(made->target, made->outer, inner->target, teller))
            continue;
        const struct petrarch_noun *new_source = bound(made, made->new_source, teller, inner, source);
        teller->target = bound(made, made->new_target, teller, inner, source);
        teller->source = new_source;
        teller->code = (struct petrarch_code){made->code ? made->code : inner->code.there, NULL};
        return true;
    }
    return false;
}

/* Telling */

/* Whose deed the inner event is, NULL: the teller's own. */
static const struct petrarch_noun *source_of(const struct petrarch_coding *inner)
{
    return inner->has_subject ? inner->source : NULL;
}

/* What is told becomes the teller's; false where both are events of their own. */
static bool take(const struct petrarch_text *text, struct petrarch_coding *teller, struct petrarch_coding *inner)
{
    const struct petrarch_noun *source = source_of(inner);
    if (!inner->code.there || (inner->has_subject && !source))
        return false;
    if (!teller->code.there) { /* "began to [help] Sudland" */
        if (source && !means_same(source, teller->source))
            return false;
        teller->code = inner->code;
        teller->target = inner->target;
        return true;
    }
    if (transform(text, teller, inner, source))
        return true;
    bool others = source && !means_same(source, teller->source);
    if (others && !is_deed(inner->code.there))
        return false;
    teller->target = others ? source : inner->target;
    teller->code = (struct petrarch_code){combine(text, teller->code.there, inner->code.there),
                                          others ? NULL : inner->code.back};
    return true;
}

static bool is_told(const struct word *word)
{
    return ro_hangs_by(word, "xcomp") || ro_hangs_by(word, "ccomp");
}

void ro_petrarch_tell(const struct petrarch_text *text, struct petrarch_coding *codings, uint32_t count,
                      const uint32_t *at)
{
    for (uint32_t i = count; i > 0; i--) { /* what is told stands behind */
        struct petrarch_coding *inner = &codings[i - 1];
        const struct word *word = &text->document->words[inner->word];
        uint32_t outer = is_told(word) && ro_range_has(text->sentence, word->head)
                             ? at[word->head - text->sentence.begin]
                             : RO_NONE;
        if (outer == RO_NONE || codings[outer].told || outer == i - 1 || inner->told)
            continue;
        struct petrarch_coding *teller = &codings[outer];
        inner->told = take(text, teller, inner);
        if (!inner->told)
            continue;
        teller->words.begin = inner->words.begin < teller->words.begin ? inner->words.begin : teller->words.begin;
        teller->words.end = inner->words.end > teller->words.end ? inner->words.end : teller->words.end;
        teller->denied |= inner->denied;
    }
}

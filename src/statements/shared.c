/* shared.c: two cues with one source: either both are of the same level, or both are told by somebody. */
#include "statements/shared.h"

#include "statements/build.h"
#include "statements/parts.h"

static const double sure = 0.6; /* of a source that another statement has, too */

static struct range source_of(const struct scene *scene, const struct proposal *proposal)
{
    struct span span = proposal->statement.source.span;
    return ro_span_is(span) ? ro_span_words(scene->document, span) : RO_NO_RANGE;
}

static bool is_same(struct range a, struct range b)
{
    return ro_range_is(a) && a.begin == b.begin && a.end == b.end;
}

static bool joins(const struct scene *scene, uint32_t word)
{
    return ro_word_has(scene, word, RO_CONJUNCTION | RO_CONTRAST) || ro_word_in(scene, word, ",;");
}

/* The first word of what goes on with a cue: | and promised, | , but has never said. */
static uint32_t first_of(const struct scene *scene, uint32_t cue)
{
    while (cue > 0 && (ro_upos_is(scene, cue - 1, "AUX") || ro_upos_is(scene, cue - 1, "ADV")))
        cue--;
    while (cue > 0 && joins(scene, cue - 1))
        cue--;
    return cue;
}

/* The stretch of a proposal's content that has a word, or NULL. */
static struct range *stretch_with(const struct proposal *proposal, uint32_t word)
{
    for (uint32_t i = 0; i < proposal->content_count; i++)
        if (ro_range_has(proposal->contents[i], word))
            return &proposal->contents[i];
    return NULL;
}

/* Where "| to leave at once |, but Costa refused" goes on with another's statement: the first word of that, or RO_NONE. */
static uint32_t other_clause(const struct scene *scene, const struct range *stretch, const struct proposal *next)
{
    struct range source = source_of(scene, next);
    const char *xpos = scene->document->words[stretch->begin].xpos;
    bool verbal = ro_word_is(scene, stretch->begin, "to") || (xpos && strcmp(xpos, "VBG") == 0);
    if (!verbal || !ro_range_is(source) || source.begin < stretch->begin + 3 || source.end > next->cue ||
        !ro_word_has(scene, source.begin - 1, RO_CONJUNCTION | RO_CONTRAST) ||
        !ro_word_in(scene, source.begin - 2, ",;"))
        return RO_NONE;
    return source.begin - 2;
}

/* What of a content stands before another cue of the same source, or of another one's clause. */
static void cut(const struct scene *scene, struct proposal *own, const struct proposal *next)
{
    struct range *stretch = stretch_with(own, next->cue);
    if (next->statement.score < sure || own->cue >= next->cue || !stretch || stretch->begin < own->cue ||
        scene->owner[next->cue] != RO_NONE)
        return;
    uint32_t first = is_same(source_of(scene, own), source_of(scene, next)) ? first_of(scene, next->cue)
                                                                            : other_clause(scene, stretch, next);
    if (first == RO_NONE || first <= stretch->begin || !joins(scene, first))
        return;
    stretch->end = first;
    own->content_count = (uint32_t)(stretch - own->contents) + 1;
}

/* Whether behind "| Lund agreed |, Costa said" another cue goes on with the content. */
static bool goes_on(const struct scene *scene, const struct proposal *own, const struct proposal *next)
{
    const struct word *words = scene->document->words;
    struct range source = source_of(scene, next), all = ro_proposal_words(own);
    return own->learned && !own->outer && ro_range_is(source) && all.end <= own->cue && own->cue < next->cue &&
           words[own->cue].sentence == words[next->cue].sentence && ro_range_has(all, source.begin) &&
           scene->owner[source.begin] == RO_NONE && scene->owner[next->cue] == RO_NONE &&
           next->contents[0].begin > next->cue && first_of(scene, next->cue) > own->cue;
}

static bool add(struct proposals *proposals, struct proposal *own, const struct proposal *next)
{
    uint32_t first = first_of(proposals->scene, next->cue);
    struct range *more = ro_arena_push(&proposals->scene->context->scratch, own->contents, own->content_count);
    if (more)
        *more = (struct range){first, ro_proposal_words(next).end};
    return more != NULL;
}

bool ro_settle_shared(struct proposals *proposals, struct level level, double least)
{
    enum { REACH = 100 };
    for (uint32_t i = 0; i < level.count; i++)
        for (uint32_t k = i + 1; k < level.count && level.items[k]->cue != RO_NONE &&
                                 level.items[k]->cue - level.items[i]->cue <= REACH;
             k++) {
            struct proposal *own = level.items[i], *next = level.items[k];
            if (next->statement.score < least || !next->content_count || !own->content_count)
                continue;
            cut(proposals->scene, own, next);
            if (goes_on(proposals->scene, own, next) && !add(proposals, own, next))
                return false;
        }
    return true;
}

/* parts.c: phrases by the tree: "told | the families of the miners | on Friday". */
#include "statements/parts.h"

#include "statements/build.h"
#include "text/marks.h"

enum { CLIMB = 64 /* steps up a tree */ };

/* The word of a cue that is above the others. */
static uint32_t highest(const struct document *document, struct range cue)
{
    for (uint32_t word = cue.begin; word < cue.end; word++) {
        uint32_t head = document->words[word].head;
        bool inside = head != word && head >= cue.begin && head < cue.end;
        if (head != RO_NONE && !inside)
            return word;
    }
    return cue.begin;
}

struct range ro_near(struct range words, uint32_t word)
{
    enum { NEAR = 256 };
    return ro_range_common(words, (struct range){word > NEAR ? word - NEAR : 0, word + NEAR});
}

struct parts ro_parts(const struct scene *scene, struct range source, struct range cue,
                      const struct range *contents, uint32_t content_count)
{
    const struct document *document = scene->document;
    struct parts parts = {
        .source = source, .cue = cue, .contents = contents, .content_count = content_count, .head = RO_NONE};
    if (!ro_range_is(cue))
        return parts;
    parts.head = highest(document, cue);
    const struct cue *listed = ro_scene_listed(scene, parts.head);
    parts.cue = (struct range){parts.head, parts.head + 1 + (listed ? listed->rest_count : 0)};
    const struct sentence *sentence = &document->sentences[document->words[parts.head].sentence];
    parts.sentence = (struct range){sentence->first_word, sentence->first_word + sentence->word_count};
    parts.sentence = ro_near(parts.sentence, parts.head);
    return parts;
}

bool ro_parts_free(const struct parts *parts, uint32_t word)
{
    for (uint32_t i = 0; i < parts->content_count; i++)
        if (ro_range_has(parts->contents[i], word))
            return false;
    return !ro_range_has(parts->source, word) && !ro_range_has(parts->cue, word);
}

bool ro_upos_is(const struct scene *scene, uint32_t word, const char *upos)
{
    const char *own = scene->document->words[word].upos;
    return own && strcmp(own, upos) == 0;
}

bool ro_relation_is(const struct scene *scene, uint32_t word, const char *relation)
{
    return ro_hangs_by(&scene->document->words[word], relation);
}

bool ro_hangs_on(const struct scene *scene, uint32_t word, uint32_t head)
{
    const struct word *words = scene->document->words;
    for (uint32_t steps = 0; steps < CLIMB && words[word].head != RO_NONE; steps++) {
        if (word == head)
            return true;
        if (words[word].head == word)
            return false;
        word = words[word].head;
    }
    return word == head;
}

bool ro_is_finite(const struct scene *scene, uint32_t word)
{
    static const char *const tags[] = {"VBD", "VBZ", "VBP", "MD", NULL};
    const char *xpos = scene->document->words[word].xpos;
    for (const char *const *tag = tags; xpos && *tag; tag++)
        if (strcmp(xpos, *tag) == 0)
            return true;
    return false;
}

bool ro_looks_ahead(const struct cue *cue)
{
    return cue && (cue->act == READOUT_PROMISE || cue->act == READOUT_THREATEN || cue->act == READOUT_REQUEST);
}

bool ro_is_past_clause(const struct scene *scene, uint32_t that)
{
    const struct word *words = scene->document->words;
    uint32_t verb = words[that].head, word = that + 1;
    if (verb == RO_NONE || verb <= that)
        return false;
    while (word < verb && !(ro_is_finite(scene, word) && words[word].head == verb))
        word++;
    return words[word].xpos && strcmp(words[word].xpos, "VBD") == 0;
}

bool ro_is_in_writing(const struct scene *scene, uint32_t word)
{
    return word > 0 && ro_word_is(scene, word, "writing") && ro_word_is(scene, word - 1, "in");
}

bool ro_object_hears(const struct scene *scene, uint32_t word)
{
    const struct cue *cue = ro_scene_listed(scene, word);
    return cue && (cue->frame == RO_FRAME_TELL || cue->act == READOUT_REQUEST || cue->act == READOUT_PROMISE ||
                   cue->act == READOUT_ASK);
}

bool ro_calls_on(const struct cue *cue)
{
    const char *rest = cue && cue->act == READOUT_REQUEST && cue->rest_count == 1 ? strchr(cue->lemma, ' ') : NULL;
    return rest && (strcmp(rest, " on") == 0 || strcmp(rest, " to") == 0);
}

bool ro_time_begins(const struct scene *scene, uint32_t word)
{
    const uint32_t time = RO_TIME_WORD | RO_PRECEDING;
    uint32_t count = scene->document->word_count;
    if (ro_word_has(scene, word, RO_PREPOSITION | RO_DETERMINER) && word + 1 < count &&
        ro_word_has(scene, word + 1, RO_TIME_WORD))
        return true;
    return ro_word_has(scene, word, time);
}

/* Whether a mark stands within a phrase: "Moon Jae-in", "Kim (69)", but not at its end. */
static bool is_inner_mark(const struct scene *scene, uint32_t word, uint32_t noun)
{
    return !ro_word_in(scene, word, ",;:.") && !ro_word_is_dash(scene, word) && ro_hangs_on(scene, word, noun);
}

static bool goes_with(const struct scene *scene, const struct parts *parts, uint32_t word, uint32_t noun)
{
    bool mark = !ro_has_letter(ro_document_word(scene->document, word));
    return ro_parts_free(parts, word) && (mark ? is_inner_mark(scene, word, noun) : ro_hangs_on(scene, word, noun));
}

/* ", the harbour's owner," and ", who had waited": what a comma does not end. */
static bool goes_on(const struct scene *scene, const struct parts *parts, uint32_t comma, uint32_t noun,
                    uint32_t limit)
{
    const struct word *words = scene->document->words;
    uint32_t word = comma + 1;
    if (!ro_word_in(scene, comma, ",") || word >= limit || !goes_with(scene, parts, word, noun) ||
        ro_time_begins(scene, word))
        return false;
    while (words[word].head != noun && words[word].head != word)
        word = words[word].head;
    return ro_relation_is(scene, word, "appos") || ro_relation_is(scene, word, "conj") ||
           ro_relation_is(scene, word, "acl");
}

struct range ro_phrase(const struct scene *scene, const struct parts *parts, uint32_t noun, uint32_t limit)
{
    const struct document *document = scene->document;
    const struct sentence *sentence = &document->sentences[document->words[noun].sentence];
    uint32_t begin = noun, end = noun + 1, last = sentence->first_word + sentence->word_count;
    limit = limit < last ? limit : last;
    while (begin > sentence->first_word && goes_with(scene, parts, begin - 1, noun))
        begin--;
    while (end < limit && ((goes_with(scene, parts, end, noun) && !ro_time_begins(scene, end)) ||
                           goes_on(scene, parts, end, noun, limit)))
        end++;
    while (begin < noun &&
           (ro_relation_is(scene, begin, "case") || ro_relation_is(scene, begin, "cc") ||
            ro_relation_is(scene, begin, "mark") || !ro_has_letter(ro_document_word(document, begin))))
        begin++;
    while (end > noun + 1 && ro_mark_kind(document, end - 1) == RO_NO_MARK &&
           !ro_has_letter(ro_document_word(document, end - 1)))
        end--;
    return (struct range){begin, end};
}

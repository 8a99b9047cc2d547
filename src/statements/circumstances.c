/* circumstances.c: "Costa | told | the drivers | in a letter to their union | that": the drivers and their union hear it, in a
 * letter. What hangs on the cue is its circumstance, and what hangs on "speaking" beside it, or opens the sentence before the
 * first of several cues. */
#include "statements/circumstances.h"

#include "statements/build.h"
#include "statements/settings.h"

static uint32_t head_of(const struct scene *scene, uint32_t word)
{
    return scene->document->words[word].head;
}

static bool ends_in_time(const struct scene *scene, uint32_t word)
{
    return ro_word_has(scene, word, RO_TIME_WORD | RO_PRECEDING);
}

/* Settings */

/* Whether what hangs on a verb before the cue's holds for the cue as well: "In a speech he thanked them and promised". */
static bool is_shared(const struct scene *scene, const struct parts *parts, uint32_t verb, uint32_t noun)
{
    uint32_t word = parts->head;
    bool before = noun < parts->cue.begin && noun < verb;
    while (before && word != verb && head_of(scene, word) != word &&
           (ro_relation_is(scene, word, "conj") || ro_relation_is(scene, word, "advcl")))
        word = head_of(scene, word);
    return before && word == verb;
}

/* Whether a noun hangs on the cue, by nouns and by verbs such as "speaking". */
static bool goes_with_cue(const struct scene *scene, const struct parts *parts, uint32_t noun)
{
    uint32_t word = noun;
    while (head_of(scene, word) != word && head_of(scene, word) != RO_NONE) {
        word = head_of(scene, word);
        if (word == parts->head || is_shared(scene, parts, word, noun))
            return true;
        if (!ro_parts_free(parts, word) && !ro_word_has(scene, word, RO_APPEARING))
            return ro_range_has(parts->source, word);
        if (ro_upos_is(scene, word, "VERB") && !ro_word_has(scene, word, RO_APPEARING))
            return false;
    }
    return false;
}

/* Where a setting ends: behind its noun's phrase, and the place that follows it: "at a rally | in Dayton". */
static uint32_t setting_end(const struct scene *scene, const struct parts *parts, uint32_t noun)
{
    uint32_t end = ro_phrase(scene, parts, noun, parts->sentence.end).end;
    while (end < parts->sentence.end && ro_parts_free(parts, end) && ro_upos_is(scene, end, "ADP") &&
           !ro_time_begins(scene, end)) {
        uint32_t place = head_of(scene, end);
        bool local = ro_word_is(scene, end, "in") || ro_word_is(scene, end, "at") || ro_word_is(scene, end, "of") ||
                     ro_word_is(scene, end, "outside") || ro_word_is(scene, end, "near");
        if (!local || place <= end || place >= parts->sentence.end || !ro_parts_free(parts, place) ||
            ends_in_time(scene, place) || !(ro_upos_is(scene, place, "NOUN") || ro_upos_is(scene, place, "PROPN")))
            break;
        end = ro_phrase(scene, parts, place, parts->sentence.end).end;
    }
    return end;
}

static bool is_nominal(const struct scene *scene, uint32_t word)
{
    return ro_upos_is(scene, word, "NOUN") || ro_upos_is(scene, word, "PROPN");
}

/* The preposition before a noun, "writing" among them. */
static uint32_t noun_preposition(const struct scene *scene, uint32_t word)
{
    return ro_is_in_writing(scene, word) ? word - 1 : scene->preposition[word];
}

/* The first noun of the cue's sentence that is its setting, or RO_NONE. */
static uint32_t setting_noun(const struct scene *scene, const struct parts *parts, const struct setting_kind **kind)
{
    for (uint32_t word = parts->sentence.begin; word < parts->sentence.end; word++) {
        bool noun = is_nominal(scene, word) || ro_is_in_writing(scene, word);
        if (!noun || !ro_parts_free(parts, word))
            continue;
        uint32_t preposition = noun_preposition(scene, word);
        *kind = preposition == RO_NONE || !ro_parts_free(parts, preposition)
                    ? NULL
                    : ro_setting_kind(scene, word, preposition);
        if (*kind && goes_with_cue(scene, parts, word))
            return word;
    }
    return RO_NONE;
}

/* Hearers */

static void add_hearer(const struct scene *scene, const struct parts *parts, uint32_t noun, uint32_t limit,
                       struct circumstances *out)
{
    bool person = is_nominal(scene, noun) || ro_upos_is(scene, noun, "PRON") || ro_upos_is(scene, noun, "NUM") ||
                  ro_upos_is(scene, noun, "ADJ") || ro_upos_is(scene, noun, "DET");
    if (!person || ends_in_time(scene, noun) || !ro_parts_free(parts, noun) || out->hearer_count == RO_HEARERS)
        return;
    struct range range = ro_phrase(scene, parts, noun, limit);
    for (uint32_t i = 0; i < out->hearer_count; i++)
        if (out->hearers[i].begin < range.end && range.begin < out->hearers[i].end)
            return;
    out->hearers[out->hearer_count++] = range;
}

/* Whether a word that hangs on the cue by "to", by the cue's own last word ("called on") or by what goes with such a verb hears it. */
static bool is_reached(const struct scene *scene, const struct parts *parts, uint32_t word)
{
    static const char *const by_lemma[][2] = {
        {"shout", "at"},  {"yell", "at"},        {"scream", "at"}, {"plead", "with"},
        {"demand", "of"}, {"testify", "before"}, {"call", "on"},
    };
    uint32_t preposition = scene->preposition[word];
    if (preposition == RO_NONE)
        return false;
    if (ro_word_is(scene, preposition, "to"))
        return true;
    for (size_t i = 0; i < sizeof by_lemma / sizeof *by_lemma; i++)
        if (strcmp(scene->document->words[parts->head].lemma, by_lemma[i][0]) == 0 &&
            ro_word_is(scene, preposition, by_lemma[i][1]))
            return preposition > parts->head;
    return false;
}

/* Whether an object is what is said rather than who hears it: "sought assurances that". */
static bool is_told(const struct scene *scene, uint32_t word)
{
    const struct cue *cue = ro_scene_listed(scene, word);
    return cue && strcmp(cue->lemma, scene->document->words[word].lemma) == 0;
}

static bool hears(const struct scene *scene, const struct parts *parts, uint32_t word, bool object)
{
    if (ro_relation_is(scene, word, "iobj"))
        return true;
    if (ro_relation_is(scene, word, "obj"))
        return object && !is_told(scene, word) && !ro_word_is(scene, word, "it");
    if (ro_relation_is(scene, word, "nsubj:pass"))
        return object;
    return (ro_relation_is(scene, word, "obl") || ro_relation_is(scene, word, "nmod")) &&
           is_reached(scene, parts, word);
}

/* "the judge, whom he told that": who stands before the clause. */
static void add_antecedent(const struct scene *scene, const struct parts *parts, uint32_t pronoun,
                           struct circumstances *out)
{
    if (ro_relation_is(scene, parts->head, "acl"))
        add_hearer(scene, parts, head_of(scene, parts->head), pronoun, out);
}

/* "The envoy called and was informed that": the subject of a passive cue that stands before another verb. */
static void add_shared_subject(const struct scene *scene, const struct parts *parts, struct circumstances *out)
{
    bool passive = false;
    for (uint32_t word = parts->sentence.begin; word < parts->head; word++)
        passive |= head_of(scene, word) == parts->head && ro_relation_is(scene, word, "aux:pass");
    if (!passive || out->hearer_count || !ro_relation_is(scene, parts->head, "conj"))
        return;
    for (uint32_t word = parts->sentence.begin; word < parts->head; word++)
        if (head_of(scene, word) == head_of(scene, parts->head) && ro_relation_is(scene, word, "nsubj"))
            add_hearer(scene, parts, word, parts->head, out);
}

/* "Asked whether he would go, | the envoy | said": the subject that a participle before it goes with. */
static void add_subject_behind(const struct scene *scene, const struct parts *parts, struct circumstances *out)
{
    const char *xpos = scene->document->words[parts->head].xpos;
    bool participle = strcmp(xpos, "VBN") == 0 || strcmp(xpos, "VBD") == 0;
    if (out->hearer_count || !participle || !ro_relation_is(scene, parts->head, "advcl"))
        return;
    for (uint32_t word = parts->sentence.begin; word < parts->sentence.end; word++) {
        uint32_t head = head_of(scene, word);
        if (head == parts->head && (ro_relation_is(scene, word, "nsubj") || ro_relation_is(scene, word, "aux") ||
                                    ro_relation_is(scene, word, "mark")))
            return;
        if (head == head_of(scene, parts->head) && word > parts->head && ro_relation_is(scene, word, "nsubj"))
            add_hearer(scene, parts, word, head, out);
    }
}

/* Without a tree that tells, what stands between a telling cue and its content: "told | the press | that". */
static void add_between(const struct scene *scene, const struct parts *parts, struct circumstances *out)
{
    const struct cue *cue = ro_scene_listed(scene, parts->head);
    uint32_t begin = parts->cue.end, end = begin;
    if (!cue || (cue->frame != RO_FRAME_TELL && !ro_calls_on(cue)) || out->hearer_count)
        return;
    while (end < parts->sentence.end && ro_parts_free(parts, end) && !ro_time_begins(scene, end) &&
           !ro_word_in(scene, end, ",;:.") && !ro_upos_is(scene, end, "SCONJ") && !ro_upos_is(scene, end, "ADV") &&
           (!ro_upos_is(scene, end, "ADP") || ro_word_is(scene, end, "of")))
        end++;
    if (end > begin && parts->content_count && parts->contents[0].begin >= end && end - begin <= 12)
        out->hearers[out->hearer_count++] = (struct range){begin, end};
}

/* A letter | to the mayor, an interview | with the paper. */
static void add_of_setting(const struct scene *scene, const struct parts *parts, const struct setting_kind *kind,
                           struct circumstances *out)
{
    for (uint32_t word = out->setting.begin + 1; word < out->setting.end; word++) {
        uint32_t noun = head_of(scene, word);
        if (ro_relation_is(scene, word, "case") && noun > word && noun < out->setting.end &&
            ro_setting_hears(kind, scene, word))
            add_hearer(scene, parts, noun, out->setting.end, out);
    }
}

/* Times */

/* The word of a time that the others hang on. */
static uint32_t time_head(const struct document *document, struct range words)
{
    for (uint32_t word = words.begin; word < words.end; word++)
        if (!ro_range_has(words, document->words[word].head))
            return word;
    return words.begin;
}

/* The first of the document's times that does not begin before a byte. */
static uint32_t first_time(const struct document *document, uint32_t byte)
{
    uint32_t low = 0, high = document->time_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (document->times[middle].span.begin < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether a time hangs on the cue, by itself or by who hears it or where: "told reporters | on Monday |". */
static bool is_said_then(const struct scene *scene, const struct parts *parts, const struct circumstances *out,
                         uint32_t word)
{
    uint32_t top = head_of(scene, word);
    bool inside = true;
    while (inside && top != parts->head && top != RO_NONE && top != head_of(scene, top)) {
        inside = ro_range_has(out->setting, top);
        for (uint32_t i = 0; i < out->hearer_count; i++)
            inside |= ro_range_has(out->hearers[i], top);
        inside &= !ro_upos_is(scene, top, "VERB"); /* "in a letter dated | Friday" */
        if (inside)
            top = head_of(scene, top);
    }
    if (top == RO_NONE)
        return false;
    bool subject = head_of(scene, top) == parts->head &&
                   ro_relation_is(scene, top, "nsubj"); /* Lima on Monday said */
    return top == parts->head || subject || is_shared(scene, parts, top, word);
}

static uint32_t time_of(const struct scene *scene, const struct parts *parts, const struct circumstances *out)
{
    const struct document *document = scene->document;
    struct span sentence = ro_words_span(document, parts->sentence);
    for (uint32_t i = first_time(document, sentence.begin);
         i < document->time_count && document->times[i].span.end <= sentence.end; i++) {
        const struct time_expression *time = &document->times[i];
        struct range words = ro_span_words(document, time->span);
        uint32_t word = time_head(document, words);
        bool point = (time->type == RO_DATE || time->type == RO_TIME) && strstr(time->value, "_REF") == NULL;
        bool part = ro_relation_is(scene, word, "nmod:poss") || ro_relation_is(scene, word, "compound");
        bool behind = ro_range_has(parts->source, word) &&
                      words.end == parts->source.end; /* "Lima on Monday | said" */
        bool free = ro_parts_free(parts, word) || behind;
        if (point && !part && free && is_said_then(scene, parts, out, word))
            return i;
    }
    return RO_NONE;
}

void ro_circumstances_read(const struct scene *scene, const struct parts *parts, struct circumstances *out)
{
    const struct setting_kind *kind;
    *out = (struct circumstances){.setting = RO_NO_RANGE, .time = RO_NONE};
    if (parts->head == RO_NONE || !scene->document->words[parts->head].deprel)
        return;
    uint32_t noun = setting_noun(scene, parts, &kind), limit = parts->sentence.end;
    if (noun != RO_NONE) {
        out->setting = (struct range){noun_preposition(scene, noun), setting_end(scene, parts, noun)};
        limit = out->setting.begin;
    }
    bool object = ro_object_hears(scene, parts->head);
    for (uint32_t word = parts->sentence.begin; word < parts->sentence.end; word++) {
        if (head_of(scene, word) != parts->head || word == parts->head || !hears(scene, parts, word, object))
            continue;
        if (ro_word_has(scene, word, RO_RELATIVE))
            add_antecedent(scene, parts, word, out);
        else
            add_hearer(scene, parts, word, word < limit ? limit : parts->sentence.end, out);
    }
    if (object) {
        add_shared_subject(scene, parts, out);
        add_subject_behind(scene, parts, out);
    }
    add_between(scene, parts, out);
    if (noun != RO_NONE)
        add_of_setting(scene, parts, kind, out);
    out->time = time_of(scene, parts, out);
}

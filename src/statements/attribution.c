/* attribution.c: reads outwards from a quotation to the cue that governs it and the source that speaks. */
#include "statements/attribution.h"

#include "statements/clause.h"
#include "statements/source.h"
#include "text/marks.h"

enum { REACH = 60, FAR = 256, LABEL_WORDS = 12 };

static uint32_t cue_length(const struct cue_entry *entry)
{
    return 1 + entry->cue->rest_count;
}

static bool is_finite(const struct cue_entry *entry)
{
    return entry->form == RO_CUE_PAST || entry->form == RO_CUE_PRESENT;
}

static bool takes_speech(const struct cue_entry *entry)
{
    return entry->cue->frame != RO_FRAME_CALL && entry->cue->frame != RO_FRAME_SOURCE;
}

/* The word before, adverbs aside, or RO_NONE. */
static uint32_t word_before(const struct scene *scene, uint32_t from, uint32_t word)
{
    while (word > from && ro_word_has(scene, word - 1, RO_ADVERB))
        word--;
    return word > from ? word - 1 : RO_NONE;
}

static bool is_passive(const struct scene *scene, uint32_t from, uint32_t verb)
{
    uint32_t before = word_before(scene, from, verb);
    return scene->entries[verb]->form == RO_CUE_PAST && before != RO_NONE && ro_word_has(scene, before, RO_BEING);
}

/* Whether a form that may be a noun ("remarks", "a call") is a verb here, and the verb is active. */
static bool is_cue(const struct scene *scene, uint32_t from, uint32_t verb)
{
    const struct cue_entry *entry = scene->entries[verb];
    if (entry->cue->frame == RO_FRAME_SOURCE)
        return true;
    if (scene->capital[verb] || is_passive(scene, from, verb))
        return false;
    if (entry->form == RO_CUE_PAST || entry->form == RO_CUE_PARTICIPLE)
        return verb == from || !ro_word_has(scene, verb - 1, RO_DETERMINER) ||
               ro_word_has(scene, verb - 1, RO_QUANTIFIER);
    uint32_t before = word_before(scene, from, verb);
    if (before == RO_NONE ||
        ro_word_has(scene, verb - 1, RO_DETERMINER | RO_PREPOSITION | RO_INNER | RO_CONJUNCTION) ||
        ro_word_is(scene, before, "'s") || ro_word_is(scene, before, "\u2019s"))
        return ro_word_is(scene, before == RO_NONE ? verb : before, "to");
    if (entry->form == RO_CUE_PRESENT)
        return true;
    struct slice text = ro_document_word(scene->document, before);
    return ro_word_has(scene, before, RO_AUXILIARY | RO_SUBJECT_PRONOUN | RO_RELATIVE) ||
           text.data[text.length - 1] == 's';
}

static void set_cue(struct draft *draft, uint32_t word, const struct cue_entry *entry)
{
    draft->cue = (struct range){word, word + cue_length(entry)};
    draft->entry = entry->cue;
}

/* Behind the quotation */

/* "...," said Moon */
static bool verb_first(const struct scene *scene, uint32_t from, uint32_t to, struct draft *draft)
{
    uint32_t verb = from;
    while (verb < to && !scene->entries[verb] && ro_word_has(scene, verb, RO_ADVERB | RO_AUXILIARY))
        verb++;
    const struct cue_entry *entry = verb < to ? scene->entries[verb] : NULL;
    if (!entry || !(entry->cue->frame == RO_FRAME_SOURCE || (is_finite(entry) && takes_speech(entry))))
        return false;
    set_cue(draft, verb, entry);
    draft->source = ro_source_after(scene, draft->cue.end, to);
    if (ro_range_is(draft->source) && entry->cue->frame != RO_FRAME_SOURCE &&
        ro_word_has(scene, draft->source.begin, RO_PREPOSITION | RO_INNER | RO_SUBORDINATOR))
        return false;
    draft->rule = entry->cue->frame == RO_FRAME_SOURCE ? RO_RULE_ACCOUNT : RO_RULE_AFTER;
    return ro_range_is(draft->source);
}

/* "...," Moon said */
static bool verb_last(const struct scene *scene, uint32_t from, uint32_t to, struct draft *draft)
{
    for (uint32_t verb = from + 1; verb < to && verb - from < FAR; verb++) {
        const struct cue_entry *entry = scene->entries[verb];
        if (!entry || !takes_speech(entry) || !is_cue(scene, from, verb) || entry->form == RO_CUE_PARTICIPLE)
            continue;
        draft->source = ro_source_before(scene, from, verb);
        if (!ro_range_is(draft->source))
            continue;
        set_cue(draft, verb, entry);
        draft->rule = RO_RULE_AFTER;
        return true;
    }
    return false;
}

/* "..." -- Moon, a judge */
static bool dash_label(const struct scene *scene, uint32_t from, uint32_t to, struct draft *draft)
{
    if (from + 1 >= to || !ro_word_is_dash(scene, from) || to - from > LABEL_WORDS || !scene->capital[from + 1])
        return false;
    draft->source = (struct range){from + 1, to};
    draft->cue = (struct range){from, from + 1};
    draft->entry = NULL;
    draft->rule = RO_RULE_LABEL;
    return true;
}

/* A label after a finished quotation has the rest of the paragraph for itself. */
static bool label_behind(const struct scene *scene, const struct quotation *quotation, uint32_t to,
                         struct draft *draft)
{
    uint32_t end = ro_block_words(scene->document, quotation->block).end;
    bool alone = to == end || (to + 1 == end && ro_word_in(scene, to, "."));
    if (!alone || !dash_label(scene, quotation->words.end, to, draft))
        return false;
    draft->content = quotation->words;
    draft->end = to;
    return true;
}

bool ro_attribution_after(const struct scene *scene, const struct quotation *quotation, struct draft *draft)
{
    uint32_t from = quotation->words.end;
    uint32_t to = ro_clause_limit(scene, from);
    bool full = ro_quotation_is_full(scene, quotation);
    struct range sentence = ro_sentence_words(scene, quotation->words.begin);
    uint32_t start = ro_content_start(scene, sentence.begin, quotation->words.begin);
    bool opens = start == quotation->words.begin;
    if (full && !ro_quotation_asks(scene, quotation))
        return label_behind(scene, quotation, to, draft);
    while (from < to && (ro_word_in(scene, from, ",") || ro_mark_kind(scene->document, from) != RO_NO_MARK))
        from++;
    if (!verb_first(scene, from, to, draft) && !verb_last(scene, from, to, draft) &&
        !dash_label(scene, from, to, draft))
        return false;
    draft->content = (struct range){sentence.begin < start ? sentence.begin : start, quotation->words.end};
    if (!opens && draft->rule == RO_RULE_AFTER) {
        draft->rule = RO_RULE_AFTER_MIXED;
        bool comma = ro_word_in(scene, from - 1, ",") || ro_word_in(scene, quotation->inside.end - 1, ",");
        bool near = draft->source.begin == from || draft->cue.begin == from;
        if (!comma || !near || draft->entry->frame == RO_FRAME_QUOTE)
            return false;
    }
    draft->end = to;
    return true;
}

bool ro_attribution_outer(const struct scene *scene, const struct draft *inner, struct draft *outer)
{
    uint32_t from = inner->content.end, to = ro_clause_limit(scene, from);
    struct range sentence = ro_sentence_words(scene, inner->content.begin);
    bool before = inner->cue.begin < inner->content.begin && inner->source.begin >= sentence.begin;
    if (!before || from >= to || !ro_word_in(scene, from, ",") ||
        !(verb_first(scene, from + 1, to, outer) || verb_last(scene, from + 1, to, outer)))
        return false;
    bool alone = outer->source.begin == from + 1 || outer->cue.begin == from + 1;
    uint32_t begin = ro_content_start(scene, sentence.begin, inner->content.begin);
    uint32_t front = inner->source.begin < inner->cue.begin ? inner->source.begin : inner->cue.begin;
    outer->content = (struct range){begin, from};
    outer->rule = outer->rule == RO_RULE_AFTER ? RO_RULE_AFTER_MIXED : outer->rule;
    outer->end = to;
    return alone && begin <= front;
}

/* Before the quotation */

static bool has_verb(const struct scene *scene, struct range range)
{
    for (uint32_t word = range.begin; word < range.end; word++)
        if (ro_word_has(scene, word, RO_VERB | RO_AUXILIARY) && !scene->capital[word])
            return true;
    return false;
}

/* Moon: "..." */
static bool colon_label(const struct scene *scene, const struct quotation *quotation, uint32_t from,
                        struct draft *draft)
{
    uint32_t colon = quotation->words.begin - 1;
    if (quotation->words.begin < from + 2 || !ro_word_in(scene, colon, ":") || colon - from > LABEL_WORDS ||
        !scene->capital[from])
        return false;
    draft->source = (struct range){from, colon};
    if (has_verb(scene, draft->source)) /* "Bolton told another story: ..." */
        draft->source = ro_source_subject(scene, from, colon);
    draft->cue = (struct range){colon, colon + 1};
    draft->entry = NULL;
    draft->rule = RO_RULE_LABEL;
    draft->content = quotation->words;
    draft->end = quotation->words.end;
    return ro_range_is(draft->source);
}

/* Who speaks by a verb before the quotation. */
static struct range source_of(const struct scene *scene, uint32_t from, uint32_t verb, const struct draft *last)
{
    const struct cue_entry *entry = scene->entries[verb];
    uint32_t before = word_before(scene, from, verb);
    bool helped = before != RO_NONE && ro_word_has(scene, before, RO_AUXILIARY) && !ro_word_is(scene, before, "to");
    if (is_finite(entry) || helped) {
        struct range source = ro_source_before(scene, from, verb);
        if (ro_range_is(source) || entry->form == RO_CUE_PRESENT) /* without a subject "remarks" is a noun */
            return source;
    }
    bool same_sentence = last && ro_range_is(last->cue) && last->cue.begin >= from && last->cue.begin < verb;
    if (same_sentence)
        return last->source;
    for (uint32_t other = verb; other > from; other--) { /* "Moon said that it was late, adding" */
        const struct cue_entry *outer = scene->entries[other - 1];
        if (outer && is_finite(outer) && takes_speech(outer) && is_cue(scene, from, other - 1))
            return ro_source_before(scene, from, other - 1);
    }
    return ro_source_subject(scene, from, verb);
}

/* The stretch that the quotation is part of, as far as the verb governs it. */
static struct range content_of(const struct scene *scene, const struct quotation *quotation,
                               const struct cue_entry *entry, uint32_t behind, enum rule *rule)
{
    uint32_t open = quotation->words.begin;
    struct range content = quotation->words;
    bool colon = ro_word_in(scene, open - 1, ":") && ro_quotation_is_full(scene, quotation);
    bool call = entry->cue->frame == RO_FRAME_CALL && !colon;
    content.begin = call ? behind : colon ? open : ro_complement_start(scene, entry, behind, open);
    *rule = call ? RO_RULE_CALL : content.begin == open ? RO_RULE_BEFORE : RO_RULE_MIXED;
    bool comma = ro_range_is(quotation->inside) && ro_word_in(scene, quotation->inside.end - 1, ",");
    bool ends = comma && (*rule == RO_RULE_BEFORE || ro_content_breaks(scene, quotation->words.end));
    if (!ends && !ro_quotation_is_full(scene, quotation))
        content.end = ro_content_end(scene, quotation->words.end);
    return content;
}

/* The next comma, or `to`. */
static uint32_t comma_from(const struct scene *scene, uint32_t from, uint32_t to)
{
    while (from < to && !ro_word_in(scene, from, ","))
        from++;
    return from;
}

/* According to Moon, it was "..." */
static bool account_before(const struct scene *scene, const struct quotation *quotation, uint32_t cue,
                           struct draft *draft)
{
    set_cue(draft, cue, scene->entries[cue]);
    draft->source = ro_source_after(scene, draft->cue.end, quotation->words.begin);
    uint32_t comma = comma_from(scene, draft->cue.end, quotation->words.begin);
    bool short_of = draft->source.end < comma && comma - draft->cue.end <= LABEL_WORDS; /* "some on Twitter," */
    if (comma < quotation->words.begin && (short_of || draft->source.end >= quotation->words.begin))
        draft->source.end = comma;
    draft->rule = RO_RULE_ACCOUNT;
    if (!ro_range_is(draft->source) || draft->source.end >= quotation->words.begin)
        return false;
    draft->content = (struct range){draft->source.end + ro_word_in(scene, draft->source.end, ","),
                                    ro_content_end(scene, quotation->words.end)};
    draft->end = draft->content.end;
    return true;
}

static bool verb_before(const struct scene *scene, const struct quotation *quotation, uint32_t from, uint32_t verb,
                        const struct draft *last, struct draft *draft)
{
    const struct cue_entry *entry = scene->entries[verb];
    draft->source = source_of(scene, from, verb, last);
    if (!ro_range_is(draft->source))
        return false;
    set_cue(draft, verb, entry);
    draft->content = content_of(scene, quotation, entry, draft->cue.end, &draft->rule);
    draft->end = draft->content.end;
    return true;
}

/* Whether the complement of the cue at a word reaches to the quotation. */
static bool reaches(const struct scene *scene, const struct quotation *quotation, uint32_t verb)
{
    const struct cue_entry *entry = scene->entries[verb];
    uint32_t behind = verb + cue_length(entry), open = quotation->words.begin;
    if (behind > open)
        return false;
    if (entry->cue->frame == RO_FRAME_QUOTE)
        return ro_complement_start(scene, entry, behind, open) == open;
    if (entry->cue->frame == RO_FRAME_SOURCE) /* "According to Moon, | Kim said" */
        behind = comma_from(scene, behind, open - 1) + 1;
    return ro_content_end(scene, behind) >= open;
}

/* The outermost cue of the sentence that governs the quotation comes first: "Sanders said that Trump called it". */
bool ro_attribution_before(const struct scene *scene, const struct quotation *quotation, const struct draft *last,
                           struct draft *draft)
{
    uint32_t open = quotation->words.begin;
    uint32_t from = ro_sentence_words(scene, open).begin;
    if (open - from > REACH)
        from = open - REACH;
    for (uint32_t word = from; word < open; word++) {
        const struct cue_entry *entry = scene->entries[word];
        if (!entry || scene->owner[word] != RO_NONE || !is_cue(scene, from, word) ||
            (last && ro_range_is(last->cue) && word < last->cue.end) || !reaches(scene, quotation, word))
            continue;
        if (entry->cue->frame == RO_FRAME_SOURCE ? account_before(scene, quotation, word, draft)
                                                 : verb_before(scene, quotation, from, word, last, draft))
            return true;
    }
    return colon_label(scene, quotation, from, draft);
}

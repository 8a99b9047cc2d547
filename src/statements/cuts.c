/* cuts.c: where a source, a cue and a content end: before marks, words that lead on to the next phrase, other cues. */
#include "statements/borders.h"
#include "statements/settings.h"

struct range ro_trim(const struct scene *scene, struct range words)
{
    static const char marks[] = ",:;.-";
    while (ro_range_is(words) && words.end - words.begin > 1 && ro_word_in(scene, words.end - 1, marks))
        words.end--;
    while (ro_range_is(words) && words.end - words.begin > 1 && ro_word_in(scene, words.begin, marks))
        words.begin++;
    return words;
}

/* Whether a word belongs to a phrase behind it: "on", "while", "the". */
static bool leads(const struct scene *scene, uint32_t word)
{
    return ro_relation_is(scene, word, "case") || ro_relation_is(scene, word, "mark") ||
           ro_relation_is(scene, word, "cc") || ro_relation_is(scene, word, "det");
}

struct range ro_trim_leads(const struct scene *scene, struct range words)
{
    while (ro_range_is(words) && words.end - words.begin > 1) {
        uint32_t head = scene->document->words[words.end - 1].head;
        if (!leads(scene, words.end - 1) || head < words.end || head == RO_NONE)
            break;
        words.end--;
    }
    return words;
}

/* ", adding": what follows is another statement of the same source. */
static bool adds(const struct scene *scene, const struct candidate *candidate, uint32_t word, uint32_t end)
{
    const struct cue_entry *entry = word + 1 < end ? scene->entries[word + 1] : NULL;
    const struct cue_entry *own = scene->entries[candidate->word];
    bool same = own && own->form == RO_CUE_PARTICIPLE; /* conceding that it was late | and thanking them */
    bool joins = ro_word_in(scene, word, ",") || (same && ro_word_has(scene, word, RO_CONJUNCTION));
    return joins && entry && entry->form == RO_CUE_PARTICIPLE &&
           ro_owner_in(scene, candidate->part, word) == RO_NONE;
}

/* What of a stretch of content is before another cue that goes on from it. */
static struct range before_addition(const struct scene *scene, const struct candidate *candidate,
                                    struct range content)
{
    for (uint32_t word = content.begin + 1; word < content.end; word++)
        if (adds(scene, candidate, word, content.end))
            content.end = word;
    return content;
}

/* Whether a word, by itself or by what it hangs on, is a hearer of the cue, or tells where or when it was said. */
static bool is_beside(const struct scene *scene, uint32_t cue, uint32_t word)
{
    const struct word *words = scene->document->words;
    while (words[word].head != cue && words[word].head != word && words[word].head != RO_NONE)
        word = words[word].head;
    return words[word].head == cue &&
           (ro_relation_is(scene, word, "iobj") || ro_relation_is(scene, word, "obl") ||
            ro_relation_is(scene, word, "advmod") || ro_relation_is(scene, word, "punct") ||
            (ro_relation_is(scene, word, "obj") && ro_object_hears(scene, cue)));
}

/* Whether a clause is what a cue's hearer is told, or told to do: "ordered the guard, who stood by, | to leave". */
static bool is_governed(const struct scene *scene, uint32_t cue, uint32_t clause)
{
    const char *xpos = scene->document->words[clause].xpos;
    if (ro_relation_is(scene, clause, "advcl"))
        return clause > 0 && strcmp(xpos, "VB") == 0 && ro_word_is(scene, clause - 1, "to") &&
               ro_object_hears(scene, cue);
    return ro_relation_is(scene, clause, "ccomp") ||
           (ro_relation_is(scene, clause, "xcomp") && strcmp(xpos, "VBG") != 0);
}

/* The clause that the cue governs within a stretch of content, or RO_NONE. */
static uint32_t governed(const struct scene *scene, uint32_t cue, struct range content)
{
    for (uint32_t word = content.begin; word < content.end; word++)
        if (scene->document->words[word].head == cue && is_governed(scene, cue, word))
            return word;
    return RO_NONE;
}

/* Of "told the press that it was over" where no tree has the clause: the "that" before any verb. */
static uint32_t that_behind(const struct scene *scene, uint32_t head, struct range content)
{
    const struct cue *cue = ro_scene_listed(scene, head);
    uint32_t word = content.begin;
    bool hearer = cue && (cue->frame == RO_FRAME_TELL || cue->act == READOUT_PROMISE);
    while (hearer && word < content.end && !ro_word_in(scene, word, ".;:") &&
           (!ro_upos_is(scene, word, "VERB") || ro_is_in_writing(scene, word)))
        if (ro_word_is(scene, word++, "that") && word > content.begin + 1)
            return word - 1;
    return content.begin;
}

/* Of "called on the senate to act" the "to" before its verb, where the cue ends in who hears it. */
static uint32_t to_behind(const struct scene *scene, uint32_t head, struct range content)
{
    uint32_t word = content.begin;
    if (!ro_calls_on(ro_scene_listed(scene, head)))
        return word;
    while (word < content.end && !ro_upos_is(scene, word, "VERB") && !ro_word_in(scene, word, ",.;:"))
        if (ro_word_is(scene, word++, "to") && ro_relation_is(scene, word - 1, "mark"))
            return word - 1;
    return content.begin;
}

/* "to be shut". */
static bool is_done(const struct scene *scene, uint32_t clause)
{
    const struct word *words = scene->document->words;
    bool to = false, passive = false;
    for (uint32_t word = clause > 4 ? clause - 4 : 0; word < clause; word++) {
        to |= words[word].head == clause && ro_word_is(scene, word, "to");
        passive |= words[word].head == clause && ro_relation_is(scene, word, "aux:pass");
    }
    return to && passive;
}

struct range ro_border_hearer(const struct scene *scene, struct range cue, struct range content)
{
    struct parts parts = ro_parts(scene, RO_NO_RANGE, cue, NULL, 0);
    if (content.begin < cue.end || content.begin > cue.end + 1 || parts.head == RO_NONE ||
        !scene->document->words[parts.head].deprel)
        return content;
    uint32_t begin = to_behind(scene, parts.head, content);
    if (begin > content.begin)
        return (struct range){begin, content.end};
    uint32_t clause = governed(scene, parts.head, content);
    if (clause != RO_NONE && is_done(scene, clause)) /* asked | the gates to be shut */
        return content;
    if (clause == RO_NONE)
        return (struct range){that_behind(scene, parts.head, content), content.end};
    while (begin < clause && !ro_hangs_on(scene, begin, clause))
        if (!is_beside(scene, parts.head, begin++))
            return content;
    return (struct range){begin, content.end};
}

/* What a content has before another cue of the same source: "said | that it was over | and promised to pay". */
static struct range before_conjunct(const struct scene *scene, const struct candidate *candidate,
                                    struct range content)
{
    const struct word *words = scene->document->words;
    uint32_t head = ro_cue_head(scene, candidate);
    for (uint32_t word = content.begin + 1; word < content.end && content.begin >= candidate->cue.end; word++) {
        uint32_t top = word;
        while (words[top].head != head && words[top].head != top && words[top].head != RO_NONE)
            top = words[top].head;
        if (words[top].head == head && top > word && top < content.end && ro_relation_is(scene, top, "conj") &&
            ro_scene_listed(scene, top) && ro_owner_in(scene, candidate->part, word) == RO_NONE)
            return ro_trim_leads(scene, ro_trim(scene, (struct range){content.begin, word}));
    }
    return content;
}

/* Behind a semicolon the reporter goes on. */
static struct range before_semicolon(const struct scene *scene, const struct candidate *candidate,
                                     struct range content)
{
    for (uint32_t word = content.begin + 1; content.begin >= candidate->cue.end && word + 1 < content.end; word++)
        if (ro_word_in(scene, word, ";") && ro_owner_in(scene, candidate->part, word) == RO_NONE)
            content.end = word;
    return content;
}

/* Whether what a content is cut from goes on: "that she told her that it was late|, and that", "that he hoped to go | and that",
 * "that she told her that it was late|, that". */
static bool is_resumed(const struct scene *scene, struct range part, struct range content, uint32_t word)
{
    bool joins = ro_word_has(scene, word, RO_CONJUNCTION | RO_CONTRAST), lists = ro_word_in(scene, word, ",");
    if (!(joins || lists) || !ro_word_is(scene, word + 1, "that") || !ro_relation_is(scene, word + 1, "mark") ||
        !ro_word_is(scene, part.begin, "that"))
        return false;
    return lists || ro_word_in(scene, word - 1, ",") || !ro_word_is(scene, content.begin, "that");
}

/* "that Lund had promised that he would pay|, and that he had called": what is past is not promised, but told beside it. */
static bool is_no_promise(const struct scene *scene, const struct candidate *candidate, uint32_t word)
{
    return ro_word_has(scene, word, RO_CONJUNCTION | RO_CONTRAST) && ro_word_is(scene, word + 1, "that") &&
           ro_relation_is(scene, word + 1, "mark") && ro_looks_ahead(ro_scene_listed(scene, candidate->word)) &&
           ro_is_past_clause(scene, word + 1);
}

/* What is told within another content ends where that goes on. */
static struct range before_resumption(const struct scene *scene, const struct candidate *candidate,
                                      struct range content)
{
    bool within = ro_is_within(scene, candidate) && content.begin >= candidate->cue.end;
    for (uint32_t word = content.begin + 1; within && word + 1 < content.end; word++)
        if (is_resumed(scene, candidate->part, content, word) || is_no_promise(scene, candidate, word))
            content.end = word - ro_word_in(scene, word - 1, ",");
    return content;
}

struct range ro_cut_relative(const struct scene *scene, const struct candidate *candidate, struct range content)
{
    const struct word *words = scene->document->words;
    uint32_t head = ro_cue_head(scene, candidate), relative = RO_NONE;
    if (head == RO_NONE || content.begin < candidate->cue.end)
        return content;
    uint32_t from = ro_near((struct range){0, head}, head).begin;
    for (uint32_t word = head;
         word-- > from && words[word].sentence == words[head].sentence && relative == RO_NONE;) {
        if (ro_word_has(scene, word, RO_RELATIVE) && !ro_word_is(scene, word, "that") && words[word].head == head)
            relative = word;
        if (ro_word_in(scene, word, ".,;:"))
            break;
    }
    for (uint32_t word = content.begin + 1; relative != RO_NONE && word + 1 < content.end; word++) {
        uint32_t owner = ro_owner_in(scene, candidate->part, word), end = word;
        if (owner != RO_NONE && scene->quotations[owner].words.end == word + 2) /* "it is late," | said */
            end = word + 2;
        uint32_t verb = end == word ? word + 1 : end;
        while (verb + 1 < content.end && ro_upos_is(scene, verb, "ADV"))
            verb++;
        if (ro_word_in(scene, word, ",") && (owner == RO_NONE || end > word) && verb < content.end &&
            ro_is_finite(scene, verb))
            content.end = end;
    }
    return content;
}

/* What a noun tells ends before its verb: "his plan | to sell | had failed". */
static struct range before_own_verb(const struct scene *scene, const struct candidate *candidate,
                                    struct range content)
{
    uint32_t noun = candidate->word, verb = scene->document->words[noun].head;
    if (content.begin != candidate->cue.end || verb == RO_NONE || !ro_range_has(content, verb) ||
        !ro_word_is(scene, content.begin, "to") || !ro_relation_is(scene, noun, "nsubj") ||
        !ro_upos_is(scene, noun, "NOUN"))
        return content;
    for (uint32_t word = content.begin + 1; word <= verb; word++)
        if (!ro_hangs_on(scene, word, noun))
            return (struct range){content.begin, word};
    return content;
}

/* What another says to the contrary is not of what is told: "that it was late|, although the driver swears that". */
static struct range before_contrary(const struct scene *scene, const struct candidate *candidate,
                                    struct range content)
{
    for (uint32_t word = content.begin + 1; content.begin >= candidate->cue.end && word + 1 < content.end; word++) {
        if (!ro_word_in(scene, word, ",") || ro_owner_in(scene, candidate->part, word) != RO_NONE ||
            !(ro_word_is(scene, word + 1, "although") || ro_word_is(scene, word + 1, "though")))
            continue;
        for (uint32_t cue = word + 2; cue < content.end; cue++)
            if (scene->entries[cue] && scene->entries[cue]->form != RO_CUE_BASE)
                content.end = word;
    }
    return content;
}

/* "called the vote a sham | in an email": where something is said is no part of it. */
static struct range before_occasion(const struct scene *scene, const struct candidate *candidate,
                                    struct range content)
{
    uint32_t head = ro_cue_head(scene, candidate);
    for (uint32_t noun = content.begin + 1;
         head != RO_NONE && content.begin >= candidate->cue.end && noun < content.end; noun++) {
        uint32_t preposition = scene->preposition[noun], end = preposition;
        if (scene->document->words[noun].head != head || !ro_relation_is(scene, noun, "obl") ||
            preposition == RO_NONE || preposition <= content.begin || preposition > noun ||
            !ro_setting_kind(scene, noun, preposition))
            continue;
        while (end < content.end && (end == noun || ro_hangs_on(scene, end, noun)))
            end++;
        if (end == content.end)
            return ro_trim(scene, (struct range){content.begin, preposition});
    }
    return content;
}

struct range ro_cut_content(const struct scene *scene, const struct candidate *candidate, struct range content)
{
    content = ro_trim_leads(scene, before_addition(scene, candidate, content));
    content = before_conjunct(scene, candidate, ro_border_hearer(scene, candidate->cue, content));
    content = before_resumption(scene, candidate, before_semicolon(scene, candidate, content));
    content = before_own_verb(scene, candidate, content);
    content = before_contrary(scene, candidate, content);
    return before_occasion(scene, candidate, ro_cut_relative(scene, candidate, content));
}

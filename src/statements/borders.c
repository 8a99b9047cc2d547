/* borders.c: the parts of a statement that a model has seen word by word, made whole: phrases, clauses, names. */
#include "statements/borders.h"

#include "statements/build.h"
#include "statements/settings.h"

/* Whether a word that the content has cannot stand in it without its head: "had", "the last". */
static bool needs_head(const struct scene *scene, uint32_t word)
{
    static const char *const relations[] = {"aux", "cop", "det", "amod", "compound", "nummod", "nmod:poss", NULL};
    for (const char *const *relation = relations; *relation; relation++)
        if (ro_relation_is(scene, word, *relation))
            return true;
    return false;
}

/* Whether there is a cue between words of the content: what follows is of another statement. */
static bool has_cue(const struct scene *scene, const struct candidate *candidate, uint32_t from, uint32_t to)
{
    for (uint32_t word = from; word < to; word++)
        if (scene->entries[word] && ro_owner_in(scene, candidate->part, word) == RO_NONE &&
            scene->entries[word]->form != RO_CUE_BASE)
            return true;
    return false;
}

/* Whether what is between two stretches of content is left out by mistake: a few words of the same sentence without a cue. */
static bool is_gap(const struct scene *scene, const struct candidate *candidate, uint32_t from, uint32_t to)
{
    enum { LONGEST_GAP = 20 };
    const struct word *words = scene->document->words;
    const struct range own[] = {candidate->cue, candidate->source};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (ro_range_is(own[i]) && own[i].begin < to && own[i].end > from)
            return false;
    return to - from <= LONGEST_GAP && words[from].sentence == words[to].sentence &&
           ((to < candidate->cue.begin && !ro_word_in(scene, from, ",")) || !has_cue(scene, candidate, from, to));
}

static bool has_words(const struct scene *scene, struct range words)
{
    return ro_has_letter(ro_document_slice(scene->document, ro_words_span(scene->document, words)));
}

/* Whether what a word hangs on, by one step or more, is one of these words before it. */
static bool hangs_on(const struct document *document, uint32_t word, struct range words)
{
    uint32_t at = document->words[word].head;
    while (at != RO_NONE && at >= words.end && document->words[at].head != at)
        at = document->words[at].head;
    return at != RO_NONE && at >= words.begin && at < words.end;
}

static bool opens_clause(const struct scene *scene, uint32_t word)
{
    uint32_t head = scene->document->words[word].head;
    bool joins_verbs = ro_word_has(scene, word, RO_CONJUNCTION) && head != RO_NONE &&
                       ro_upos_is(scene, head, "VERB");
    return joins_verbs || ro_word_has(scene, word, RO_SUBORDINATOR | RO_CONTRAST);
}

/* Whether a word goes on with the phrase before it: no mark, and not the first word of another clause. */
static bool goes_on(const struct scene *scene, uint32_t word)
{
    const struct document *document = scene->document;
    bool inner = document->words[word].glued && ro_word_in(scene, word, "-'/"); /* Jae | -in */
    return (inner || ro_has_letter(ro_document_word(document, word))) && !opens_clause(scene, word);
}

/* Whether behind a comma an apposition of the words before it follows. */
static bool adds_name(const struct document *document, uint32_t comma, uint32_t limit, struct range words)
{
    uint32_t word = comma + 1;
    if (word >= limit || !hangs_on(document, word, words))
        return false;
    while (document->words[word].head >= words.end)
        word = document->words[word].head;
    return word < limit && document->words[word].deprel && strcmp(document->words[word].deprel, "appos") == 0;
}

/* How far a content may go on: to the statement's cue or source, or the end of what of the sentence is near. */
static uint32_t limit_of(const struct scene *scene, const struct candidate *candidate, uint32_t end)
{
    const struct document *document = scene->document;
    const struct sentence *sentence = &document->sentences[document->words[end - 1].sentence];
    struct range words = {sentence->first_word, sentence->first_word + sentence->word_count};
    uint32_t limit = ro_near(words, end - 1).end;
    if (limit > candidate->part.end)
        limit = candidate->part.end;
    const struct range own[] = {candidate->cue, candidate->source};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (ro_range_is(own[i]) && own[i].begin >= end && own[i].begin < limit)
            limit = own[i].begin;
    return limit;
}

/* A content that breaks off within a phrase goes on to its end: "that Moon had | spoken to Abe and his aides". */
static struct range whole_phrase(const struct scene *scene, const struct candidate *candidate, struct range content)
{
    const struct document *document = scene->document;
    uint32_t limit = limit_of(scene, candidate, content.end), end = content.end;
    uint32_t head = document->words[end - 1].head;
    if (opens_clause(scene, end - 1))
        return content;
    if (needs_head(scene, end - 1) && head >= end && head < limit && goes_on(scene, end))
        end = head + 1;
    for (; end < limit && ro_owner_in(scene, candidate->part, end - 1) == RO_NONE; end++) {
        struct range words = {content.begin, end};
        if (!(goes_on(scene, end) && hangs_on(document, end, words)) &&
            !(ro_word_in(scene, end, ",") && adds_name(document, end, limit, words)))
            break;
    }
    return (struct range){content.begin, end};
}

/* Whether a clause may begin behind a word. */
static bool ends_clause(const struct scene *scene, const struct candidate *candidate, uint32_t word)
{
    return ro_owner_in(scene, candidate->part, word) != RO_NONE || ro_word_in(scene, word, ",:;()") ||
           ro_word_is_dash(scene, word) || ro_range_has(candidate->source, word) ||
           ro_range_has(candidate->cue, word);
}

/* A content before its cue begins where its clause does. */
static struct range whole_clause(const struct scene *scene, const struct candidate *candidate, struct range content)
{
    const struct word *words = scene->document->words;
    uint32_t begin = content.begin, first = content.begin;
    if (content.begin >= candidate->cue.begin || ro_owner_in(scene, candidate->part, content.begin) != RO_NONE)
        return content;
    uint32_t from = ro_near(candidate->part, first).begin;
    while (begin > from && words[begin - 1].sentence == words[first].sentence &&
           !ends_clause(scene, candidate, begin - 1))
        begin--;
    while (begin < first && ro_word_has(scene, begin, RO_CONTRAST | RO_CONJUNCTION))
        begin++;
    return (struct range){begin, content.end};
}

/* What nobody tells goes on with the next clause of its kind: "told her | that it was late | and that he would go". */
static struct range with_next_that(const struct scene *scene, const struct candidate *candidate,
                                   struct range content)
{
    const struct word *words = scene->document->words;
    uint32_t limit = limit_of(scene, candidate, content.end), least = content.end + 2; /* ", and that" */
    if (ro_word_is(scene, content.begin, "that"))
        least = content.end + 1;
    while (!ro_is_within(scene, candidate) && content.begin >= candidate->cue.end) {
        uint32_t that = content.end;
        that += that < limit && ro_word_in(scene, that, ",");
        that += that < limit && ro_word_has(scene, that, RO_CONJUNCTION | RO_CONTRAST);
        if (that >= limit || that < least || !ro_word_is(scene, that, "that") || words[that].head <= that ||
            words[that].head >= limit)
            return content;
        uint32_t head = words[that].head, end = head + 1;
        while (end < limit && ro_hangs_on(scene, end, head) && !ro_word_in(scene, end, ",;:.()"))
            end++;
        content.end = end;
        least = end + 1;
    }
    return content;
}

/* Of ", adding that" only what stands behind is content, where anything does. */
static bool adds_behind(const struct scene *scene, const struct candidate *candidate)
{
    const struct cue_entry *entry = scene->entries[candidate->word];
    return entry && entry->form == RO_CUE_PARTICIPLE &&
           candidate->contents[candidate->content_count - 1].begin >= candidate->cue.end;
}

/* "I | told | them that it was over", "they | were told | that": the subject of the cue is no content. */
static bool is_subject(const struct scene *scene, const struct candidate *candidate, struct range content,
                       bool passive)
{
    uint32_t head = ro_cue_head(scene, candidate);
    const char *relation = passive ? "nsubj:pass" : "nsubj";
    const struct word *words = scene->document->words;
    bool subject = false, close = passive ? ro_object_hears(scene, head) : ro_is_within(scene, candidate);
    for (uint32_t word = content.begin; close && word < content.end && content.end <= candidate->cue.begin; word++)
        subject |= words[word].head == head && words[word].deprel && strcmp(words[word].deprel, relation) == 0;
    return subject;
}

/* "Asked whether he would go, the envoy | said | no": what he was asked is not what he said. */
static bool is_before_answer(const struct scene *scene, const struct candidate *candidate, struct range content)
{
    const struct word *words = scene->document->words;
    uint32_t head = ro_cue_head(scene, candidate), asked = content.begin;
    while (words[asked].head != head && words[asked].head != asked && words[asked].head != RO_NONE)
        asked = words[asked].head;
    return content.end <= candidate->cue.begin && words[asked].head == head && asked < head &&
           ro_relation_is(scene, asked, "advcl") && ro_scene_listed(scene, asked) && asked <= content.begin;
}

static bool is_content(const struct candidate *candidate, uint32_t word)
{
    for (uint32_t i = 0; i < candidate->content_count; i++)
        if (ro_range_has(candidate->contents[i], word))
            return true;
    return false;
}

/* "It is late, Lund said, after talks that ended | without a deal |": what is left of a clause beside that is no content. */
static bool is_scrap(const struct scene *scene, const struct candidate *candidate, struct range content)
{
    const struct word *words = scene->document->words;
    uint32_t head = ro_cue_head(scene, candidate), top = content.begin;
    bool outside = false;
    if (candidate->contents[0].end > candidate->cue.begin)
        return false;
    for (uint32_t word = content.begin; word < content.end; word++)
        if (ro_upos_is(scene, word, "VERB"))
            return false;
    while (words[top].head != head && words[top].head != top && words[top].head != RO_NONE) {
        top = words[top].head;
        outside |= !is_content(candidate, top);
    }
    return outside && words[top].head == head && top >= candidate->cue.end && !is_content(candidate, top);
}

/* The stretches that the model saw, up to the next cue, gaps closed. Returns how many. */
static uint32_t join_stretches(const struct scene *scene, const struct candidate *candidate,
                               struct range contents[RO_CONTENTS])
{
    uint32_t count = 0, first = 0;
    while (first + 1 < candidate->content_count && candidate->contents[first].end <= candidate->cue.begin &&
           (adds_behind(scene, candidate) || is_subject(scene, candidate, candidate->contents[first], false) ||
            is_subject(scene, candidate, candidate->contents[first], true) ||
            is_before_answer(scene, candidate, candidate->contents[first])))
        first++;
    for (uint32_t i = first; i < candidate->content_count; i++) {
        struct range words = candidate->contents[i];
        uint32_t last = i > first ? candidate->contents[i - 1].end : words.begin;
        if (last < candidate->cue.end)
            last = candidate->cue.end;
        if (has_cue(scene, candidate, last, words.begin) || is_scrap(scene, candidate, words))
            break;
        words = whole_phrase(scene, candidate, words);
        if (count > 0 && contents[count - 1].end < words.begin &&
            is_gap(scene, candidate, contents[count - 1].end, words.begin))
            contents[count - 1].end = words.end;
        else
            contents[count++] = words;
    }
    return count;
}

/* Of "denied | reports that it was over" the noun that a clause hangs on: what is denied is the report. */
static uint32_t denied_noun(const struct scene *scene, uint32_t cue, struct range content)
{
    const struct word *words = scene->document->words;
    const struct cue *listed = ro_scene_listed(scene, cue);
    bool denies = listed && (listed->act == READOUT_DENY || listed->act == READOUT_REFUSE);
    if (!denies || !ro_word_is(scene, content.begin, "that") || words[content.begin].head == RO_NONE)
        return RO_NONE;
    uint32_t noun = words[words[content.begin].head].head;
    return noun != RO_NONE && noun > cue && noun < content.begin && words[noun].head == cue &&
                   ro_relation_is(scene, noun, "obj")
               ? noun
               : RO_NONE;
}

struct candidate ro_border_parts(const struct scene *scene, const struct candidate *candidate)
{
    const struct cue *listed = ro_scene_listed(scene, candidate->word);
    struct candidate split = *candidate;
    bool alone = listed && split.cue.end == candidate->word + 1;
    bool takes = alone && listed->rest_count &&
                 ro_relation_is(scene, split.cue.end, "case"); /* hoped | for | peace */
    if (alone && (takes || ro_calls_on(listed)))
        split.cue.end += listed->rest_count;
    struct range cue = split.cue;
    split.content_count = 0;
    for (uint32_t i = 0; i < candidate->content_count; i++) {
        struct range words = candidate->contents[i];
        if (denied_noun(scene, candidate->word, words) != RO_NONE) {
            words.begin = candidate->word + 1;
            cue.end = split.cue.end = words.begin;
        }
        bool over = words.begin < cue.end && cue.begin < words.end;
        const struct range parts[] = {{words.begin, over ? cue.begin : words.end},
                                      {over ? cue.end : words.end, words.end}};
        for (size_t k = 0; k < sizeof parts / sizeof *parts && split.content_count < RO_CONTENTS; k++)
            if (parts[k].end > parts[k].begin)
                split.contents[split.content_count++] = parts[k];
    }
    return split.content_count ? split : *candidate;
}

/* Of "Her uncle, she says, had warned her" where only the subject is seen: where its verb begins, or RO_NONE. */
static uint32_t verb_behind(const struct scene *scene, const struct candidate *candidate, struct range subject)
{
    const struct word *words = scene->document->words;
    uint32_t end = candidate->cue.end < subject.end ? subject.end : limit_of(scene, candidate, candidate->cue.end);
    for (uint32_t word = subject.begin; word < subject.end; word++)
        if (!words[word].upos || ro_upos_is(scene, word, "VERB") || ro_upos_is(scene, word, "AUX"))
            return RO_NONE;
    for (uint32_t word = candidate->cue.end; word + 1 < end; word++) {
        uint32_t verb = word + 1;
        while (verb + 1 < end && ro_upos_is(scene, verb, "ADV"))
            verb++;
        if (ro_word_in(scene, word, ",") && ro_owner_in(scene, candidate->part, word) == RO_NONE &&
            ro_is_finite(scene, verb))
            return word + 1;
    }
    return RO_NONE;
}

/* A content without the dateline before it: "HANOI (AP) -- | It was over |, Lund said." */
static struct range behind_dateline(const struct scene *scene, struct range content)
{
    const struct document *document = scene->document;
    uint32_t behind = document->blocks[document->words[content.begin].block].dateline.end;
    while (content.begin < content.end && document->words[content.begin].span.begin < behind)
        content.begin++;
    return content;
}

uint32_t ro_border_contents(const struct scene *scene, const struct candidate *candidate,
                            struct range contents[RO_CONTENTS])
{
    uint32_t joined = join_stretches(scene, candidate, contents), count = 0;
    for (uint32_t i = 0; i < joined; i++) {
        struct range words = ro_cut_content(scene, candidate, contents[i]);
        if (i + 1 == joined && has_words(scene, words))
            words = with_next_that(scene, candidate, words);
        if (i == 0)
            words = whole_clause(scene, candidate, words);
        words = behind_dateline(scene, words);
        if (has_words(scene, words))
            contents[count++] = words;
    }
    uint32_t verb = count == 1 ? verb_behind(scene, candidate, contents[0]) : RO_NONE;
    if (verb != RO_NONE)
        contents[count++] = ro_trim(scene, (struct range){verb, limit_of(scene, candidate, verb + 1)});
    return count;
}

/* Sources and cues */

/* Whether a word is whom a participle before asks or tells: "Asked whether he would go, the | envoy | said". */
static bool is_asked(const struct scene *scene, uint32_t cue, uint32_t word)
{
    const struct word *words = scene->document->words;
    return word > cue && words[word].head == words[cue].head && ro_relation_is(scene, word, "nsubj") &&
           ro_relation_is(scene, cue, "advcl") && strcmp(words[cue].xpos, "VBG") != 0 &&
           ro_object_hears(scene, cue);
}

/* "people | who had been told | that": whom a passive relative clause follows. */
static bool is_passive_antecedent(const struct scene *scene, uint32_t cue, uint32_t word)
{
    const struct word *words = scene->document->words;
    if (words[cue].head != word || !ro_relation_is(scene, cue, "acl"))
        return false;
    for (uint32_t who = word + 1; who < cue; who++)
        if (words[who].head == cue && words[who].deprel && strcmp(words[who].deprel, "nsubj:pass") == 0)
            return ro_word_has(scene, who, RO_RELATIVE);
    return false;
}

/* Who is told, or is said to do something, does not say it: the subject of a passive cue is no source. */
static bool is_passive_subject(const struct scene *scene, const struct candidate *candidate)
{
    const struct word *words = scene->document->words;
    for (uint32_t word = candidate->source.begin; ro_range_is(candidate->source) && word < candidate->source.end;
         word++)
        if ((words[word].head == candidate->word && ro_relation_is(scene, word, "nsubj:pass")) ||
            is_asked(scene, candidate->word, word) || is_passive_antecedent(scene, candidate->word, word))
            return true;
    return false;
}

/* A name that ends within a name or within marks goes on: Ri Yong | Ho, Dwayne "The Rock" | Johnson. */
static struct range whole_name(const struct scene *scene, struct range words)
{
    const struct document *document = scene->document;
    while (ro_range_is(words) && words.end < document->word_count && ro_relation_is(scene, words.end, "flat") &&
           ro_range_has(words, document->words[words.end].head))
        words.end++;
    uint32_t owner = ro_range_is(words) ? scene->owner[words.end - 1] : RO_NONE;
    if (owner == RO_NONE || !scene->quotations[owner].name || scene->quotations[owner].words.begin < words.begin)
        return words;
    words.end = scene->quotations[owner].words.end;
    while (words.end < document->word_count && scene->capital[words.end] && ro_upos_is(scene, words.end, "PROPN"))
        words.end++;
    return words;
}

/* Where something is said is not who says it: "The envoy|, in her weekly briefing,"; nobody in "by letter". */
static struct range before_setting(const struct scene *scene, struct range source)
{
    for (uint32_t noun = source.begin; ro_range_is(source) && noun < source.end; noun++) {
        uint32_t preposition = scene->preposition[noun];
        if (preposition == RO_NONE || !ro_setting_kind(scene, noun, preposition))
            continue;
        if (preposition + 1 == source.begin && noun == source.begin)
            return RO_NO_RANGE;
        if (preposition > source.begin + 1 && ro_word_in(scene, preposition - 1, ","))
            return (struct range){source.begin, preposition - 1};
    }
    return source;
}

/* A source that breaks off within a phrase has all of it: "| the | clerk", "the | clerk |". */
static struct range whole_source(const struct scene *scene, const struct candidate *candidate, struct range source)
{
    const struct word *words = scene->document->words;
    uint32_t head = ro_range_is(source) ? words[source.end - 1].head : RO_NONE;
    if (!ro_range_is(source))
        return source;
    if (ro_relation_is(scene, source.end - 1, "det") && head != RO_NONE && head >= source.end &&
        head < source.end + 3 && head < candidate->part.end && !ro_range_has(candidate->cue, head))
        source.end = head + 1;
    while (source.begin > candidate->part.begin && ro_relation_is(scene, source.begin - 1, "det") &&
           ro_range_has(source, words[source.begin - 1].head))
        source.begin--;
    return source;
}

/* "Lund, who | said" -> Lund, within another statement; elsewhere the pronoun, as PolNeAR has it. */
static struct range antecedent(const struct scene *scene, const struct candidate *candidate, struct range source)
{
    const struct word *words = scene->document->words;
    uint32_t verb = words[source.begin].head;
    if (source.end > source.begin + 1 && ro_word_has(scene, source.end - 1, RO_RELATIVE))
        return (struct range){source.begin, source.end - 1};
    if (source.end != source.begin + 1 || !ro_word_has(scene, source.begin, RO_RELATIVE) || verb == RO_NONE ||
        !ro_relation_is(scene, verb, "acl") || !ro_range_has(candidate->part, words[verb].head) ||
        words[verb].head >= source.begin)
        return source;
    struct parts parts = ro_parts(scene, RO_NO_RANGE, candidate->cue, candidate->contents,
                                  candidate->content_count);
    return ro_phrase(scene, &parts, words[verb].head, source.begin);
}

struct range ro_border_source(const struct scene *scene, const struct candidate *candidate)
{
    struct range source = candidate->source;
    if (is_passive_subject(scene, candidate))
        return RO_NO_RANGE;
    if (!ro_range_is(source) && candidate->content_count > 1 &&
        is_subject(scene, candidate, candidate->contents[0], false))
        source = candidate->contents[0];
    if (ro_range_is(source) && ro_is_within(scene, candidate))
        source = antecedent(scene, candidate, source);
    source = whole_source(scene, candidate, source);
    return whole_name(scene, before_setting(scene, ro_trim_leads(scene, ro_trim(scene, source))));
}

struct range ro_border_cue(const struct scene *scene, const struct candidate *candidate)
{
    return ro_trim(scene, candidate->cue);
}

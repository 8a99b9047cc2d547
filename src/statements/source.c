/* source.c: noun phrases by their small words and commas; no parser yet.
 * "On Thursday, Ri Yong Ho, the foreign minister, later said" -> "Ri Yong Ho, the foreign minister" */
#include "statements/source.h"

static bool is_comma(const struct scene *scene, uint32_t word)
{
    return ro_word_in(scene, word, ",");
}

/* What no noun phrase reaches over. */
static bool is_wall(const struct scene *scene, uint32_t word)
{
    if (ro_word_in(scene, word, ";:!?[") || ro_word_is_dash(scene, word))
        return true;
    uint32_t owner = scene->owner[word];
    return owner != RO_NONE && !scene->quotations[owner].name;
}

static bool is_joint(const struct scene *scene, uint32_t word)
{
    return ro_word_has(scene, word, RO_CONJUNCTION);
}

/* Whether "A and B" joins two names or two nouns rather than two clauses. */
static bool joins_nouns(const struct scene *scene, uint32_t word, uint32_t from, uint32_t to)
{
    if (word <= from || word + 1 >= to)
        return false;
    uint32_t before = word - 1, after = word + 1;
    if (ro_word_has(scene, after, RO_SUBJECT_PRONOUN | RO_SUBORDINATOR | RO_ADVERB))
        return false;
    if (scene->capital[before] || ro_word_in(scene, before, "."))
        return scene->capital[after] || ro_word_has(scene, after, RO_DETERMINER);
    return !ro_word_has(scene, before, RO_VERB | RO_ADVERB | RO_TIME_WORD) && !scene->capital[after] &&
           !ro_word_in(scene, before, ",") && !scene->entries[before];
}

static bool is_participle(const struct scene *scene, uint32_t word)
{
    struct slice text = ro_document_word(scene->document, word);
    return text.length > 4 && memcmp(text.data + text.length - 3, "ing", 3) == 0;
}

/* Whether a stretch before a comma opens the sentence rather than names somebody: "On Thursday,", "Asked why,". */
static bool is_opening(const struct scene *scene, struct range range)
{
    if (!ro_range_is(range))
        return true;
    uint32_t first = range.begin;
    if (ro_word_has(scene, first, RO_CONJUNCTION | RO_CONTRAST) && first + 1 < range.end)
        first++;
    if (ro_word_has(scene, first, RO_SUBJECT_PRONOUN) && first + 1 < range.end)
        return true; /* a clause of its own */
    if (ro_word_has(scene, first,
                    RO_PREPOSITION | RO_INNER | RO_SUBORDINATOR | RO_ADVERB | RO_TIME_WORD | RO_PRECEDING |
                        RO_VERB))
        return true;
    return is_participle(scene, first) && first + 1 < range.end;
}

/* Cut what opens a sentence, up to its comma, off the front. */
static struct range skip_openings(const struct scene *scene, struct range range)
{
    for (uint32_t word = range.begin; word < range.end; word++)
        if (is_comma(scene, word) && is_opening(scene, (struct range){range.begin, word}))
            range.begin = word + 1;
    return range;
}

/* Cut conjunctions, "as" and times off the front: "but on Thursday Moon". */
static struct range trim_front(const struct scene *scene, struct range range)
{
    const uint32_t light = RO_CONJUNCTION | RO_CONTRAST | RO_SUBORDINATOR | RO_ADVERB | RO_TIME_WORD | RO_PRECEDING;
    while (ro_range_is(range)) {
        uint32_t first = range.begin;
        bool of_time = ro_word_has(scene, first, RO_PREPOSITION | RO_DETERMINER) && first + 1 < range.end &&
                       ro_word_has(scene, first + 1, RO_TIME_WORD);
        if (!of_time && !is_comma(scene, first) &&
            (!ro_word_has(scene, first, light) ||
             (ro_word_has(scene, first, RO_DETERMINER) && !ro_word_has(scene, first, RO_TIME_WORD))))
            break;
        range.begin += of_time ? 2 : 1;
    }
    return range;
}

/* Whether a word may stand between a subject and its verb: "also", "on Tuesday"; but not in "Theresa May". */
static bool is_light(const struct scene *scene, uint32_t from, uint32_t word)
{
    bool timed = ro_word_has(scene, word, RO_TIME_WORD) && word > from &&
                 ro_word_has(scene, word - 1, RO_PREPOSITION | RO_PRECEDING | RO_TIME_WORD);
    if (timed)
        return true;
    if (ro_word_has(scene, word, RO_PREPOSITION))
        return ro_word_has(scene, word + 1, RO_TIME_WORD) && scene->capital[word + 1];
    return !scene->capital[word] && ro_word_has(scene, word, RO_AUXILIARY | RO_ADVERB) &&
           !ro_word_has(scene, word, RO_DETERMINER);
}

/* Step back over what stands between a subject and its verb: "Moon, however, has also | said". Sets *closed where
 * a comma ends an apposition: "Moon, the host, | said". */
static uint32_t skip_back(const struct scene *scene, uint32_t from, uint32_t verb, bool *closed)
{
    uint32_t end = verb, commas = 0;
    while (end > from) {
        uint32_t last = end - 1;
        if (is_comma(scene, last))
            commas++;
        else if (!is_light(scene, from, last))
            break;
        end = last;
    }
    *closed = commas % 2 == 1;
    return end;
}

static uint32_t opening_bracket(const struct scene *scene, uint32_t from, uint32_t word)
{
    enum { LONGEST = 12 };
    uint32_t open = word;
    while (open > from && word - open < LONGEST && !ro_word_in(scene, open, "("))
        open--;
    return ro_word_in(scene, open, "(") ? open : word;
}

/* The first word of the clause that ends before `end`: behind a wall, a subordinator or a joint of clauses. */
static uint32_t clause_start(const struct scene *scene, uint32_t from, uint32_t end, bool closed)
{
    uint32_t begin = end;
    while (begin > from) {
        uint32_t word = begin - 1;
        if (is_wall(scene, word) || ro_word_in(scene, word, "(") ||
            (ro_word_has(scene, word, RO_SUBORDINATOR) && !(closed && ro_word_is(scene, word, "that"))))
            break;
        if (ro_word_in(scene, word, ")")) { /* "Rubio (R-Fla.)" */
            uint32_t open = opening_bracket(scene, from, word);
            begin = open;
            continue;
        }
        if (is_joint(scene, word) && !joins_nouns(scene, word, from, end))
            break;
        begin = word;
    }
    return begin;
}

static uint32_t last_comma(const struct scene *scene, struct range range)
{
    uint32_t word = range.end;
    while (word > range.begin && !is_comma(scene, word - 1))
        word--;
    return word; /* the word behind it, or the beginning */
}

static bool is_past_cue(const struct scene *scene, uint32_t word)
{
    return scene->entries[word] && scene->entries[word]->form == RO_CUE_PAST;
}

/* The last verb of a stretch that has no "who" before it: what stands before it belongs to another clause. */
static uint32_t behind_verbs(const struct scene *scene, struct range range)
{
    uint32_t begin = range.begin;
    bool relative = false;
    for (uint32_t word = range.begin; word + 1 < range.end; word++) {
        if (ro_word_has(scene, word, RO_RELATIVE))
            relative = true;
        else if (!relative && !scene->capital[word] && word > range.begin &&
                 !ro_word_has(scene, word - 1, RO_DETERMINER) && !ro_word_has(scene, word, RO_ADVERB) &&
                 (is_past_cue(scene, word) || ro_word_has(scene, word, RO_VERB | RO_AUXILIARY)))
            begin = word + 1;
    }
    return begin;
}

/* The comma before the last "who" clause that ends at a comma: "Moon|, who said it was late, said"; or `end`. */
static uint32_t relative_comma(const struct scene *scene, uint32_t from, uint32_t end)
{
    for (uint32_t word = end; word > from + 1; word--)
        if (ro_word_has(scene, word - 1, RO_RELATIVE) && !ro_word_is(scene, word - 1, "that") &&
            is_comma(scene, word - 2))
            return word - 2;
    return end;
}

/* Cut a place or time between commas off the end, "Moon|, in a speech on Monday, said" or "Moon|, speaking in Oslo, said". */
static struct range cut_setting(const struct scene *scene, struct range range)
{
    for (uint32_t word = range.begin + 1; word + 1 < range.end; word++)
        if (is_comma(scene, word) &&
            (is_participle(scene, word + 1) ||
             (ro_word_has(scene, word + 1, RO_PREPOSITION) && !ro_word_has(scene, word + 1, RO_INNER))))
            range.end = word;
    return range;
}

struct range ro_source_before(const struct scene *scene, uint32_t from, uint32_t verb)
{
    bool closed;
    uint32_t end = skip_back(scene, from, verb, &closed), whole = end;
    if (closed) {
        uint32_t core = relative_comma(scene, from, end);
        closed = core == end; /* what is left is no longer closed by a comma */
        end = core;
    }
    if (end > from && ro_word_has(scene, end - 1, RO_CONJUNCTION | RO_CONTRAST))
        return RO_NO_RANGE; /* "Moon laughed and said": the subject stands before another verb */
    bool relative = end > from + 1 && ro_word_has(scene, end - 1, RO_RELATIVE);
    if (relative) { /* "Moon, who said" */
        end -= 1;
        end -= is_comma(scene, end - 1);
        whole = end;
    }
    if (end <= from)
        return RO_NO_RANGE;
    if (ro_word_has(scene, end - 1, RO_SUBJECT_PRONOUN))
        return (struct range){end - 1, end};
    struct range range = {clause_start(scene, from, end, closed), end};
    range = skip_openings(scene, range);
    if (!closed)
        range.begin = last_comma(scene, range);
    range = trim_front(scene, range);
    if (!closed && ro_range_is(range))
        range.begin = behind_verbs(scene, range);
    range = trim_front(scene, range);
    if (ro_range_is(range) && ro_word_has(scene, range.begin, RO_PREPOSITION | RO_INNER)) {
        if (!relative) /* "in a series of remarks" */
            return RO_NO_RANGE;
        range.begin++; /* "a law by Moon, who said" */
    }
    if (!ro_range_is(range))
        return RO_NO_RANGE;
    return cut_setting(scene, (struct range){range.begin, whole});
}

/* Whether what follows a comma goes on with the noun phrase: an apposition, "who", an age, another name. */
static bool goes_on(const struct scene *scene, uint32_t comma, uint32_t to)
{
    uint32_t next = comma + 1;
    if (next >= to || is_wall(scene, next))
        return false;
    if (ro_word_has(scene, next, RO_RELATIVE))
        return true;
    if (ro_word_has(scene, next,
                    RO_CLOSER | RO_SUBJECT_PRONOUN | RO_CONTRAST | RO_SUBORDINATOR | RO_CONJUNCTION | RO_TIME_WORD |
                        RO_ADVERB | RO_AUXILIARY))
        return false;
    const struct cue_entry *entry = scene->entries[next];
    if (entry && entry->form != RO_CUE_BASE)
        return false;
    return !is_participle(scene, next);
}

/* Whether a word ends the noun phrase before it: "Moon | in an interview", but "the | printed card". */
static bool ends_phrase(const struct scene *scene, uint32_t word)
{
    if (ro_word_has(scene, word, RO_CLOSER | RO_TIME_WORD | RO_SUBORDINATOR | RO_ADVERB))
        return !scene->capital[word] || ro_word_has(scene, word, RO_TIME_WORD);
    return ro_word_has(scene, word, RO_VERB) && !scene->capital[word] && !scene->document->words[word].glued &&
           !ro_word_has(scene, word - 1, RO_DETERMINER);
}

struct range ro_source_after(const struct scene *scene, uint32_t from, uint32_t to)
{
    uint32_t end = from;
    bool apposition = false;
    if (from < to && ro_word_has(scene, from, RO_SUBJECT_PRONOUN))
        return (struct range){from, from + 1};
    for (; end < to && !is_wall(scene, end); end++) {
        if (is_comma(scene, end)) {
            if (!goes_on(scene, end, to))
                break;
            apposition = true;
        } else if (end > from && ro_word_has(scene, end, RO_RELATIVE) && !ro_word_is(scene, end, "that")) {
            apposition = true; /* "the man who built it" */
        } else if (!apposition && end > from && ends_phrase(scene, end)) {
            break;
        }
    }
    return end > from ? (struct range){from, end} : RO_NO_RANGE;
}

/* Whether a word is a finite verb as far as its form tells. */
static bool is_verb(const struct scene *scene, uint32_t word)
{
    const struct cue_entry *entry = scene->entries[word];
    if (scene->capital[word] || (word > 0 && ro_word_has(scene, word - 1, RO_DETERMINER)))
        return false;
    return ro_word_has(scene, word, RO_VERB | RO_AUXILIARY) ||
           (entry && (entry->form == RO_CUE_PAST || entry->form == RO_CUE_PRESENT));
}

struct range ro_source_subject(const struct scene *scene, uint32_t from, uint32_t to)
{
    struct range range = trim_front(scene, skip_openings(scene, (struct range){from, to}));
    uint32_t end = range.begin;
    while (end < range.end && !is_wall(scene, end) && !is_verb(scene, end) &&
           !(end > range.begin && ro_word_has(scene, end, RO_ADVERB)))
        end++;
    while (end > range.begin && (is_comma(scene, end - 1) || ro_word_has(scene, end - 1, RO_RELATIVE)))
        end--;
    return end > range.begin ? (struct range){range.begin, end} : RO_NO_RANGE;
}

/* petrarch_match.c: puts the elements of a pattern on the words beside a verb, from the verb outwards: each on the first word that fits
 * behind the one before, and on a later one where what follows finds no place. */
#include "events/petrarch_match.h"

enum { MOST_STEPS = 2000 };

/* One side. */
struct laying {
    const struct petrarch_text *text;
    const struct petrarch_row *row;
    const struct petrarch_element *elements;
    uint32_t count;
    bool backwards;
    uint32_t at[RO_PETRARCH_LONGEST], end[RO_PETRARCH_LONGEST]; /* places in the row */
};

static bool is_word(const struct petrarch_text *text, uint32_t word, uint32_t value)
{
    const struct petrarch_word *own = ro_petrarch_at(text, word);
    return own->form == value || (own->lemma == value && value != RO_NONE);
}

static uint32_t past_slight(const struct petrarch_text *text, const struct petrarch_row *row, uint32_t place)
{
    while (place < row->count && ro_petrarch_at(text, row->words[place])->slight)
        place++;
    return place;
}

uint32_t ro_petrarch_matches(const struct petrarch_text *text, const struct petrarch_row *row, uint32_t place,
                             struct petrarch_list words, bool backwards)
{
    uint32_t at = place;
    for (uint32_t i = 0; i < words.count; i++) {
        uint32_t value = text->verbs->list_words[words.first + (backwards ? words.count - 1 - i : i)];
        if (i && (at >= row->count || !is_word(text, row->words[at], value)))
            at = past_slight(text, row, at);
        if (at >= row->count || !is_word(text, row->words[at], value))
            return 0;
        at++;
    }
    return at - place;
}

static uint32_t matches_set(const struct laying *laying, uint32_t place, uint32_t set)
{
    const struct petrarch_verbs *verbs = laying->text->verbs;
    struct petrarch_list members = verbs->sets[set];
    uint32_t longest = 0;
    for (uint32_t i = 0; i < members.count; i++) {
        struct petrarch_list words = verbs->members[members.first + i].words;
        if (laying->text->seen[verbs->list_words[words.first]] != laying->text->number)
            continue;
        uint32_t length = ro_petrarch_matches(laying->text, laying->row, place, words, laying->backwards);
        longest = length > longest ? length : longest;
    }
    return longest;
}

/* How many words from a place on are of the same noun phrase, without what hangs on it by prepositions. */
static uint32_t rest_of_phrase(const struct laying *laying, uint32_t place)
{
    const struct document *document = laying->text->document;
    uint32_t top = ro_dictionary_near(document, laying->row->words[place]), length = 1;
    while (place + length < laying->row->count &&
           ro_dictionary_near(document, laying->row->words[place + length]) == top)
        length++;
    return length;
}

static bool is_in_noun(const struct laying *laying, uint32_t place)
{
    const struct document *document = laying->text->document;
    const struct word *top = &document->words[ro_dictionary_near(document, laying->row->words[place])];
    return top->upos && (strcmp(top->upos, "NOUN") == 0 || strcmp(top->upos, "PROPN") == 0);
}

/* How many words of the row an element takes at a place; 0: it does not fit. */
static uint32_t fits_at(const struct laying *laying, const struct petrarch_element *element, uint32_t place)
{
    uint32_t word = laying->row->words[place];
    const struct petrarch_noun *noun = ro_petrarch_close_at(laying->text, word);
    bool fits = noun != NULL;
    switch (element->kind) {
    case RO_PETRARCH_WORD:
        return is_word(laying->text, word, element->value);
    case RO_PETRARCH_SET:
        return matches_set(laying, place, element->value);
    case RO_PETRARCH_COMPOUND:
        fits = noun && noun->party_count > 1;
        break;
    case RO_PETRARCH_REST:
        fits = is_in_noun(laying, place);
        break;
    case RO_PETRARCH_SOURCE:
    case RO_PETRARCH_TARGET:
        break;
    }
    return fits ? rest_of_phrase(laying, place) : 0;
}

/* Whether what an element takes is for others to take, too: the words of an actor. */
static bool is_actor(const struct petrarch_element *element)
{
    return element->kind == RO_PETRARCH_SOURCE || element->kind == RO_PETRARCH_TARGET ||
           element->kind == RO_PETRARCH_COMPOUND;
}

static bool in_one_phrase(const struct laying *laying, uint32_t one, uint32_t other)
{
    enum { FAR = 4 };
    const struct document *document = laying->text->document;
    uint32_t a = laying->row->words[one], b = laying->row->words[other];
    return other - one <= 1 ||
           (other - one <= FAR && ro_dictionary_top(document, a) == ro_dictionary_top(document, b));
}

/* Where the search for an element begins and ends, behind the one before it. */
static struct range places_of(const struct laying *laying, uint32_t i)
{
    const struct petrarch_element *element = &laying->elements[i];
    const struct petrarch_row *row = laying->row;
    uint32_t end = i ? laying->end[i - 1] : 0;
    if (element->link == RO_PETRARCH_NEXT)
        return (struct range){end, past_slight(laying->text, row, end) + 1};
    if (i && is_actor(&laying->elements[i - 1])) /* the noun of an actor may have the next word in it */
        end = laying->at[i - 1];
    return (struct range){end, row->count};
}

/* Put an element on the first place from here on; false where there is none. */
static bool put(struct laying *laying, uint32_t i, uint32_t from)
{
    const struct petrarch_element *element = &laying->elements[i];
    struct range places = places_of(laying, i);
    places.begin = from > places.begin ? from : places.begin;
    places.end = places.end < laying->row->count ? places.end : laying->row->count;
    for (uint32_t place = places.begin; place < places.end; place++) {
        uint32_t length = fits_at(laying, element, place);
        if (!length ||
            (element->link == RO_PETRARCH_PHRASE && i && !in_one_phrase(laying, laying->at[i - 1], place)))
            continue;
        laying->at[i] = place;
        laying->end[i] = place + length;
        return true;
    }
    return false;
}

/* Put all elements, or none. */
static bool lay(struct laying *laying)
{
    uint32_t i = 0, from = 0;
    for (int steps = 0; i < laying->count; steps++) {
        if (steps == MOST_STEPS)
            return false;
        if (put(laying, i, from)) {
            from = 0;
            i++;
            continue;
        }
        if (i == 0)
            return false;
        from = laying->at[--i] + 1;
    }
    return true;
}

/* Whether the sentence has the words of a side at all. */
static bool may_fit(const struct petrarch_text *text, struct petrarch_list side)
{
    for (uint32_t i = 0; i < side.count; i++) {
        const struct petrarch_element *element = &text->verbs->elements[side.first + i];
        if (element->kind == RO_PETRARCH_WORD && text->seen[element->value] != text->number)
            return false;
    }
    return true;
}

/* Whom a mark stands on: with all that hangs on the noun or that it hangs on, "the ministers of | Norland |", unless that is first
 * somebody else. */
static const struct petrarch_noun *marked(const struct petrarch_text *text, uint32_t word)
{
    const struct petrarch_noun *close = ro_petrarch_close_at(text, word), *wide = ro_petrarch_noun_at(text, word);
    return close && wide && close->parties[0].actor == wide->parties[0].actor ? wide : close;
}

/* What a side that was laid tells. */
static void take_side(const struct laying *laying, struct petrarch_match *match)
{
    const struct petrarch_text *text = laying->text;
    for (uint32_t i = 0; i < laying->count; i++) {
        const struct petrarch_element *element = &laying->elements[i];
        uint32_t first = laying->row->words[laying->at[i]], last = laying->row->words[laying->end[i] - 1];
        const struct petrarch_noun *noun = marked(text, first);
        if (element->kind == RO_PETRARCH_SOURCE || element->kind == RO_PETRARCH_COMPOUND)
            match->source = noun;
        if (element->kind == RO_PETRARCH_TARGET || element->kind == RO_PETRARCH_COMPOUND)
            match->target = noun;
        bool is_said = element->kind == RO_PETRARCH_WORD || element->kind == RO_PETRARCH_SET;
        match->weight += is_said ? 2 * (laying->end[i] - laying->at[i]) : 1;
        match->weight += element->link == RO_PETRARCH_NEXT;
        if (!is_said)
            continue;
        for (uint32_t place = laying->at[i]; place < laying->end[i]; place++)
            match->denies |= ro_lemma_is(&text->document->words[laying->row->words[place]], "not");
        match->words.begin = last < match->words.begin ? last : match->words.begin;
        match->words.begin = first < match->words.begin ? first : match->words.begin;
        match->words.end = first >= match->words.end ? first + 1 : match->words.end;
        match->words.end = last >= match->words.end ? last + 1 : match->words.end;
    }
}

static bool lay_pattern(const struct petrarch_text *text, const struct petrarch_pattern *pattern,
                        const struct petrarch_row *before, const struct petrarch_row *behind,
                        struct petrarch_match *match)
{
    const struct petrarch_element *elements = text->verbs->elements;
    struct laying left = {.text = text, .row = before, .backwards = true}, right = {.text = text, .row = behind};
    left.elements = elements + pattern->before.first;
    left.count = pattern->before.count;
    right.elements = elements + pattern->behind.first;
    right.count = pattern->behind.count;
    if (!may_fit(text, pattern->before) || !may_fit(text, pattern->behind) || !lay(&right) || !lay(&left))
        return false;
    match->pattern = pattern;
    take_side(&left, match);
    take_side(&right, match);
    return true;
}

bool ro_petrarch_match(const struct petrarch_text *text, uint32_t block, struct range verb,
                       const struct petrarch_row *before, const struct petrarch_row *behind,
                       struct petrarch_match *match)
{
    struct petrarch_list patterns = text->verbs->blocks[block];
    *match = (struct petrarch_match){.pattern = NULL};
    for (uint32_t i = 0; i < patterns.count; i++) {
        struct petrarch_match one = {.words = verb};
        if (lay_pattern(text, &text->verbs->patterns[patterns.first + i], before, behind, &one) &&
            (!match->pattern || one.weight > match->weight))
            *match = one;
    }
    return match->pattern != NULL;
}

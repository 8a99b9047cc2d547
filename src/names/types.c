/* types.c: what a name names. Its words are not always enough ("Athens declined"), so that what is said of the name anywhere in
 * the document counts everywhere, and what lexicons know counts beside it. */
#include "names/doers.h"
#include "names/naming.h"

#include "base/table.h"
#include "names/first_names.h"
#include "names/keys.h"
#include "names/places.h"
#include "text/chars.h"

#include <math.h>

/* What counts beside the model's word, in logarithms. */
static const float by_head = 0.7f, by_title = 4, by_term = 8, by_ambiguous_term = 4, by_ambiguous_capital = 6,
                   by_place = 2, by_first_name = 1.5f, by_family_name = 5, by_longer_place = 4, by_others = 0.7f,
                   by_noun = 2, by_acronym = 4, by_institution = 2, by_long_term = 4, by_state = 4, doubt = 0.7f;

struct vote {
    float sums[RO_NAME_CLASSES];
};

struct votes {
    struct table keys; /* of whole names, or of parts of longer ones */
    struct vote *items;
    uint32_t count;
};

static enum name_class class_of_term(const struct gazetteer_term *term)
{
    switch (term->type) {
    case RO_PERSON:
        return RO_IS_PERSON;
    case RO_COUNTRY:
    case RO_PLACE:
        return RO_IS_PLACE;
    case RO_ORGANIZATION:
    case RO_GROUP:
        return RO_IS_ORGANIZATION;
    default:
        return RO_IS_OTHER;
    }
}

/* What its own words say: the mean of those with a capital, and its head as that of a phrase, or its first word where the head has none. */
static void score_words(const struct naming *naming, struct unit *unit)
{
    for (uint32_t class = 0; class < RO_NAME_CLASSES; class ++) {
        float sum = 0, best = -INFINITY;
        uint32_t count = 0;
        for (uint32_t word = unit->core.begin; word < unit->core.end; word++) {
            const struct name_shares *shares = &naming->shares[word];
            if (word > unit->core.begin && !ro_begins_upper(ro_document_word(naming->document, word)))
                continue; /* "Moon Jae-in", "Bank of England" */
            count++;
            sum += shares->name[class];
            best = word == unit->head || best == -INFINITY ? shares->head[class] : best;
        }
        unit->scores[class] = sum / (float)count;
        unit->scores[class] += by_head * (class == RO_IS_NOTHING ? naming->shares[unit->head].head[class] : best);
    }
}

static bool is_single(const struct unit *unit)
{
    return unit->core.end - unit->core.begin == 1;
}

/* "Fishing [Federation]", "[Ministry] of Trade" */
static bool names_institution(const struct naming *naming, const struct unit *unit)
{
    const struct role_words *roles = naming->context->resources->roles;
    const struct document *document = naming->document;
    uint32_t last = unit->core.begin;
    if (is_single(unit))
        return false;
    for (uint32_t word = unit->core.begin; word < unit->core.end; word++)
        if (ro_begins_upper(ro_document_word(document, word)))
            last = word;
    const struct role_term end = ro_role_find(roles, document, last),
                           head = ro_role_find(roles, document, unit->head);
    return ro_role_is_of_institution(&end) || ro_role_is_of_institution(&head);
}

/* "[Chad]'s government", which no Chad but a state has. */
static bool has_state(const struct naming *naming, const struct unit *unit)
{
    const struct document *document = naming->document;
    const struct word *own = &document->words[unit->head];
    struct role_term role = ro_role_find(naming->context->resources->roles, document, own->head);
    return ro_hangs_by(own, "nmod:poss") && ro_role_is_of_institution(&role) && role.sector;
}

static bool is_state(const struct naming *naming, uint32_t word)
{
    const struct unit *unit = naming->unit_at[word] == RO_NONE ? NULL : &naming->units[naming->unit_at[word]];
    return unit && unit->head == word && unit->term.length && unit->term.type == RO_COUNTRY &&
           unit->term.kind == RO_TERM_NAME && !unit->term.ambiguous;
}

/* "Sudan and [Chad]", "[Chad], Niger and Mali" */
static bool is_beside_state(const struct naming *naming, const struct unit *unit)
{
    enum { BEHIND = 8 };
    const struct document *document = naming->document;
    const struct word *own = &document->words[unit->head];
    uint32_t last = document->word_count - unit->head > BEHIND ? unit->head + BEHIND : document->word_count;
    if (ro_hangs_by(own, "conj") && is_state(naming, own->head))
        return true;
    for (uint32_t word = unit->core.end; word < last; word++)
        if (document->words[word].head == unit->head && ro_hangs_by(&document->words[word], "conj") &&
            is_state(naming, word))
            return true;
    return false;
}

static void score_lexicons(const struct naming *naming, struct unit *unit)
{
    const struct resources *resources = naming->context->resources;
    struct slice first = ro_document_word(naming->document, unit->core.begin);
    uint32_t number;
    if (unit->role.length) {
        unit->scores[RO_IS_PERSON] += by_title;
        unit->scores[RO_IS_NOTHING] -= by_title;
    }
    if (unit->held_office)
        unit->scores[RO_IS_PERSON] += by_term;
    if (unit->term.length)
        unit->scores[class_of_term(&unit->term)] += !unit->term.ambiguous                ? by_term
                                                    : unit->term.kind == RO_TERM_CAPITAL ? by_ambiguous_capital
                                                                                         : by_ambiguous_term;
    else if (ro_places_find(resources->places, ro_document_words(naming->document, unit->core), &number))
        unit->scores[RO_IS_PLACE] += by_place;
    if (unit->term.ambiguous && unit->term.type == RO_COUNTRY &&
        (has_state(naming, unit) || is_beside_state(naming, unit)))
        unit->scores[RO_IS_PLACE] += by_state;
    if (unit->term.length && (unit->term.type == RO_COUNTRY || unit->term.type == RO_GROUP) &&
        !unit->term.ambiguous)
        unit->scores[RO_IS_NOTHING] -= by_term;
    bool lower = !ro_begins_upper(ro_document_word(naming->document, unit->core.end - 1));
    if (unit->term.length > 1 && !unit->term.ambiguous && lower)
        unit->scores[RO_IS_NOTHING] -= by_long_term; /* "the Sudanese government" */
    if (names_institution(naming, unit))
        unit->scores[RO_IS_ORGANIZATION] += by_institution;
    if (!is_single(unit) && ro_first_name_gender(resources->first_names, first))
        unit->scores[RO_IS_PERSON] += by_first_name;
}

/* "the company", "her counterpart" */
static bool is_determined(const struct document *document, uint32_t noun)
{
    for (uint32_t word = noun; word > 0 && document->words[word - 1].sentence == document->words[noun].sentence;
         word--) {
        const struct word *own = &document->words[word - 1];
        if (own->head == noun && (ro_hangs_by(own, "det") || ro_hangs_by(own, "nmod:poss")))
            return true;
        if (own->head != noun && document->words[own->head].head != noun)
            return false;
    }
    return false;
}

/* Whether an apposition behind a name that hangs on this word is one of the name: on the name itself, or, as it may seem to a parser, on
 * what the name hangs on: "an appeal by Marisma Sur, the company". */
static bool is_at(const struct document *document, uint32_t head, const struct unit *unit)
{
    bool comma = ro_slice_equal(ro_document_word(document, unit->core.end), RO_SLICE(","));
    return head == unit->head || (comma && head == document->words[unit->head].head);
}

/* What the noun says that a name stands beside: "Marisma Sur, the [company]", "a [spokesman], Piet Halleweyn". */
static void score_beside(const struct naming *naming, struct unit *unit)
{
    enum { BEHIND = 8 };
    const struct document *document = naming->document;
    const struct sentence *sentence = &document->sentences[document->words[unit->head].sentence];
    uint32_t end = sentence->first_word + sentence->word_count, beside = RO_NONE;
    if (ro_hangs_by(&document->words[unit->head], "appos"))
        beside = document->words[unit->head].head;
    for (uint32_t word = unit->core.end; word < end && word < unit->core.end + BEHIND && beside == RO_NONE; word++)
        if (ro_hangs_by(&document->words[word], "appos") && is_at(document, document->words[word].head, unit))
            beside = word;
    if (beside == RO_NONE || strcmp(document->words[beside].upos, "NOUN") != 0 ||
        ro_likeliest(naming->shares[beside].head) == RO_IS_NOTHING || !is_determined(document, beside))
        return;
    struct role_term role = ro_role_find(naming->context->resources->roles, document, beside);
    for (uint32_t class = 0; class < RO_NAME_CLASSES; class ++)
        unit->scores[class] += by_noun * naming->shares[beside].head[class];
    if (role.length)
        unit->scores[RO_IS_PERSON] += ro_role_is_of_person(&role) ? by_title : -by_title;
}

/* Where the votes of a key are; NULL without memory. */
static float *votes_of(struct votes *votes, struct naming *naming, struct range range)
{
    struct name_key key = ro_name_key_words(naming->document, range);
    struct arena *scratch = &naming->context->scratch;
    uint32_t at = ro_table_get(&votes->keys, ro_name_key_slice(&key));
    if (at != RO_TABLE_NONE)
        return votes->items[at].sums;
    struct slice own = {ro_arena_copy(scratch, ro_name_key_slice(&key)), key.length};
    struct vote *vote = ro_arena_push(scratch, votes->items, votes->count);
    if (!own.data || !vote || ro_table_put(&votes->keys, scratch, own, votes->count - 1) == RO_TABLE_NONE)
        return NULL;
    return vote->sums;
}

/* "the Gulf of Cadiz Fishing Federation (GCFF)": what is said of one is said of both; people and places have no acronyms. */
static void score_acronym(const struct naming *naming, struct unit *unit, struct unit *acronym)
{
    if (names_institution(naming, unit))
        unit->scores[RO_IS_NOTHING] -= by_acronym;
    unit->scores[RO_IS_PERSON] -= by_acronym;
    unit->scores[RO_IS_PLACE] -= by_acronym;
    for (uint32_t class = 0; class < RO_NAME_CLASSES; class ++)
        unit->scores[class] = acronym->scores[class] = unit->scores[class] + acronym->scores[class];
}

static bool is_shortened(const struct naming *naming, uint32_t unit)
{
    return naming->units[unit].shortened && unit + 1 < naming->unit_count &&
           naming->units[unit + 1].core.begin == naming->units[unit].core.end + 1;
}

/* What the votes of a unit are called by: itself, or its acronym. */
static struct range called_by(const struct naming *naming, uint32_t unit)
{
    return naming->units[is_shortened(naming, unit) ? unit + 1 : unit].core;
}

static void score_all(const struct naming *naming)
{
    for (uint32_t i = 0; i < naming->unit_count; i++) {
        score_words(naming, &naming->units[i]);
        score_lexicons(naming, &naming->units[i]);
        score_beside(naming, &naming->units[i]);
    }
    for (uint32_t i = 0; i < naming->unit_count; i++)
        if (is_shortened(naming, i))
            score_acronym(naming, &naming->units[i], &naming->units[i + 1]);
}

/* "Ada Roe" says that "Roe" is a person, "Coron Island" that "Coron" is a place, "the World Health Organization (WHO)" that "WHO" is
 * an organization. */
static bool vote_for_part(struct naming *naming, uint32_t number, struct votes *parts)
{
    const struct unit *unit = &naming->units[number];
    enum name_class class = ro_likeliest(unit->scores);
    uint32_t word = class == RO_IS_PERSON ? unit->core.end - 1 : unit->core.begin;
    if (class == RO_IS_ORGANIZATION && is_shortened(naming, number))
        word = naming->units[number + 1].core.begin;
    else if (class != RO_IS_PERSON && class != RO_IS_PLACE)
        return true;
    float *sums = votes_of(parts, naming, (struct range){word, word + 1});
    if (sums)
        sums[class] = class == RO_IS_PERSON ? by_family_name : class == RO_IS_PLACE ? by_longer_place : by_acronym;
    return sums != NULL;
}

/* All names vote for what they are, and those of several words for what a part of them is. */
static bool collect(struct naming *naming, struct votes *names, struct votes *parts)
{
    for (uint32_t i = 0; i < naming->unit_count; i++) {
        const struct unit *unit = &naming->units[i];
        float *sums = votes_of(names, naming, called_by(naming, i));
        if (!sums)
            return false;
        for (uint32_t class = 0; class < RO_NAME_CLASSES; class ++)
            sums[class] += unit->scores[class];
        if (!is_single(unit) && !vote_for_part(naming, i, parts))
            return false;
    }
    return true;
}

static void decide(struct unit *unit, const float *sums, const float *part, bool acts)
{
    float total[RO_NAME_CLASSES], sum = 0;
    for (uint32_t class = 0; class < RO_NAME_CLASSES; class ++)
        total[class] = unit->scores[class] + by_others * (sums[class] - unit->scores[class]);
    for (uint32_t class = 0; is_single(unit) && class < RO_NAME_CLASSES; class ++)
        total[class] += part[class];
    total[RO_IS_ORGANIZATION] -= doubt;
    total[RO_IS_NOTHING] += doubt;
    if (acts) /* whoever refuses is somebody */
        total[RO_IS_NOTHING] = total[RO_IS_OTHER] = -100;
    unit->class = ro_likeliest(total);
    for (uint32_t class = 0; class < RO_NAME_CLASSES; class ++)
        sum += expf(total[class] - total[unit->class]);
    unit->share = 1 / (double)sum;
}

/* What a word is as a part of a longer name: of a person, or an acronym of an organization; nothing where it is not known. */
static enum name_class class_of_part(const struct naming *naming, const struct votes *parts, uint32_t word)
{
    struct name_key key = ro_name_key_words(naming->document, (struct range){word, word + 1});
    struct slice text = ro_document_word(naming->document, word);
    uint32_t at = ro_table_get(&parts->keys, ro_name_key_slice(&key));
    if (at == RO_TABLE_NONE)
        return RO_IS_NOTHING;
    bool acronym = text.length > 1 && ro_begins_upper((struct slice){text.data + 1, text.length - 1});
    if (parts->items[at].sums[RO_IS_PERSON] > 0)
        return RO_IS_PERSON;
    return parts->items[at].sums[RO_IS_ORGANIZATION] > 0 && acronym ? RO_IS_ORGANIZATION : RO_IS_NOTHING;
}

/* "Roe" is a name where somebody is called Ada Roe, whatever its tag, and "WHO" where the text has said of what. */
static bool add_parts(struct naming *naming, struct votes *parts)
{
    const struct document *document = naming->document;
    for (uint32_t word = 0; word < document->word_count && parts->count; word++) {
        if (naming->unit_at[word] != RO_NONE || !ro_begins_upper(ro_document_word(document, word)))
            continue;
        enum name_class class = class_of_part(naming, parts, word);
        if (class == RO_IS_NOTHING)
            continue;
        struct unit *unit = ro_arena_push(&naming->context->scratch, naming->units, naming->unit_count);
        if (!unit)
            return false;
        *unit = (struct unit){.core = {word, word + 1}, .head = word, .class = class, .share = 0.8};
        naming->unit_at[word] = naming->unit_count - 1;
    }
    return true;
}

bool ro_units_type(struct naming *naming)
{
    struct votes names = {.count = 0}, parts = {.count = 0};
    score_all(naming);
    bool memory = collect(naming, &names, &parts);
    for (uint32_t i = 0; i < naming->unit_count && memory; i++) {
        struct unit *unit = &naming->units[i];
        const float *sums = votes_of(&names, naming, called_by(naming, i));
        const float *part = votes_of(&parts, naming, unit->core);
        memory = sums && part;
        if (memory)
            decide(unit, sums, part, ro_is_doer(naming->document, unit->head));
    }
    return memory && add_parts(naming, &parts);
}

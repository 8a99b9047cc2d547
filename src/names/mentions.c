/* mentions.c: the phrases that stand for someone or something: names, nouns ("the two leaders"), pronouns. */
#include "names/names.h"

#include <math.h>

#include "names/doers.h"
#include "names/naming.h"
#include "names/places.h"
#include "names/pronouns.h"
#include "text/chars.h"

static const float least_noun =
    -0.7f; /* the logarithm of the share from which a noun is a person, an organization or a place */
static const float least_doer = -8;    /* and one that does what only somebody can do */
static const float least_role = -2.3f; /* and one that the lexicon of roles has a person */

static struct phrase *add_phrase(struct naming *naming, struct range core, uint32_t head, enum mention_kind kind)
{
    struct document *document = naming->document;
    struct phrase *phrase = ro_arena_push(&document->arena, document->phrases, document->phrase_count);
    if (!phrase)
        return NULL;
    phrase->core = core;
    phrase->head = head;
    phrase->kind = kind;
    phrase->words = ro_extent(naming, core, head, kind);
    phrase->entry = RO_NONE;
    phrase->person = 3;
    return phrase;
}

static void set_role(struct phrase *phrase, struct range title, const struct role_term *role)
{
    phrase->title = title;
    phrase->role = role->title;
    phrase->sector = role->sector;
    phrase->title_country = role->country;
    phrase->gender = ro_role_is_of_person(role) ? role->gender : '\0';
}

/* What an organization is by its name: "Commercial [Court] of Tangier". "The [Government]" is a title. */
static void set_institution(const struct naming *naming, struct phrase *phrase)
{
    struct role_term role = ro_role_find(naming->context->resources->roles, naming->document, phrase->head);
    if (ro_role_is_of_institution(&role))
        set_role(phrase, role.length == phrase->core.end - phrase->core.begin ? phrase->core : (struct range){0, 0},
                 &role);
}

static void set_term(struct phrase *phrase, const struct gazetteer_term *term)
{
    phrase->country = term->country;
    phrase->actor = term->actor;
    phrase->entry = term->entry;
    phrase->capital = term->kind == RO_TERM_CAPITAL;
    phrase->doubtful = term->ambiguous;
}

/* Names */

static enum entity_type type_of(const struct unit *unit)
{
    static const enum entity_type types[] = {
        [RO_IS_PERSON] = RO_PERSON, [RO_IS_ORGANIZATION] = RO_ORGANIZATION, [RO_IS_PLACE] = RO_PLACE};
    bool country = unit->term.length && unit->term.type == RO_COUNTRY && unit->term.kind == RO_TERM_NAME;
    return country && unit->class != RO_IS_PERSON ? RO_COUNTRY : types[unit->class];
}

/* Whether what the gazetteer knows is what this name names here. */
static bool fits(const struct unit *unit)
{
    bool person = unit->term.type == RO_PERSON;
    return unit->term.length && person == (unit->class == RO_IS_PERSON);
}

static bool add_people(struct naming *naming, const struct unit *unit)
{
    const struct word *head = &naming->document->words[unit->head];
    bool modifies = ro_hangs_by(head, "amod") || ro_hangs_by(head, "compound");
    bool adjective = unit->term.kind == RO_TERM_DEMONYM && (modifies || strncmp(head->xpos, "NN", 2) != 0);
    struct phrase *phrase = add_phrase(naming, unit->core, unit->head, adjective ? RO_NOMINAL : RO_NAME);
    if (!phrase)
        return false;
    set_term(phrase, &unit->term);
    phrase->demonym = adjective;
    phrase->type = adjective ? RO_COUNTRY : RO_GROUP;
    phrase->plural = !adjective;
    phrase->score = 0.9;
    if (adjective)
        phrase->words = unit->core;
    return true;
}

/* A place that begins at a word and ends before another: one of the gazetteer, or a large city. The longest wins. */
static uint32_t place_at(const struct naming *naming, uint32_t word, uint32_t end, struct gazetteer_term *term)
{
    enum { LARGE = 300000 /* people */, LONGEST = 3 };
    const struct resources *resources = naming->context->resources;
    uint32_t number;
    for (uint32_t length = end - word < LONGEST ? end - word : LONGEST; length > 0; length--) {
        struct slice name = ro_document_words(naming->document, (struct range){word, word + length});
        *term = ro_gazetteer_named(resources->gazetteer, name);
        bool is_place = term->length && (term->type == RO_COUNTRY || term->type == RO_PLACE) && !term->ambiguous &&
                        (term->kind == RO_TERM_NAME || term->kind == RO_TERM_CAPITAL);
        if (is_place || (ro_places_find(resources->places, name, &number) &&
                         ro_places_at(resources->places, number).population >= LARGE)) {
            term->length = is_place;
            return length;
        }
    }
    return 0;
}

static bool add_inner_place(struct naming *naming, struct range core, const struct gazetteer_term *term)
{
    struct phrase *phrase = add_phrase(naming, core, ro_highest(naming->document, core), RO_NAME);
    if (!phrase)
        return false;
    phrase->words = core;
    phrase->type = term ? term->type : RO_PLACE;
    phrase->score = 0.7;
    if (term)
        set_term(phrase, term);
    phrase->capital = false; /* of which it is a part does not act */
    return true;
}

/* "Oslo County", "Mexico City": one place, not one inside of another; nor is one where it has the head of the name. */
static bool is_whole(const struct document *document, const struct unit *unit, struct range place)
{
    static const char *const kinds[] = {"City",     "County",  "Province",  "State",  "River",
                                        "Island",   "Islands", "Sea",       "Region", "District",
                                        "Republic", "Area",    "Peninsula", "Coast",  NULL};
    if (ro_range_has(place, unit->head))
        return true;
    if (place.begin != unit->core.begin || place.end + 1 != unit->core.end)
        return false;
    for (const char *const *kind = kinds; *kind; kind++)
        if (ro_slice_equal(ro_document_word(document, place.end), ro_slice(*kind)))
            return true;
    return false;
}

/* A country inside of a name; at its begin and behind "of" any place: "the [U.S.] Congress", "University of [Oslo]". How many words
 * are done with in *length. */
static bool add_inner(struct naming *naming, const struct unit *unit, uint32_t word, bool first, uint32_t *length)
{
    struct gazetteer_term term;
    uint32_t found = place_at(naming, word, word == unit->core.begin ? unit->core.end - 1 : unit->core.end, &term);
    bool taken = found && (first || (term.length && term.type == RO_COUNTRY)) &&
                 !is_whole(naming->document, unit, (struct range){word, word + found});
    *length = taken ? found : 1;
    return !taken || add_inner_place(naming, (struct range){word, word + found}, term.length ? &term : NULL);
}

static bool add_all_inner(struct naming *naming, const struct unit *unit)
{
    bool memory = true, first = true;
    struct range core = unit->core;
    for (uint32_t word = core.begin, length; word < core.end && memory; word += length) {
        memory = add_inner(naming, unit, word, first, &length);
        first = ro_slice_equal(ro_document_word(naming->document, word), RO_SLICE("of"));
    }
    return memory;
}

static bool add_name(struct naming *naming, const struct unit *unit)
{
    if (unit->term.length && (unit->term.kind == RO_TERM_DEMONYM || unit->term.kind == RO_TERM_PEOPLE))
        return add_people(naming, unit);
    if (unit->class == RO_IS_NOTHING || unit->class == RO_IS_OTHER)
        return true;
    bool noun = unit->term.length > 1 && !ro_begins_upper(ro_document_word(naming->document, unit->core.end - 1));
    noun |= unit->term.type == RO_GROUP && ro_hangs_by(&naming->document->words[unit->head], "amod"); /* Kurdish */
    struct phrase *phrase = add_phrase(naming, unit->core, unit->head, noun ? RO_NOMINAL : RO_NAME);
    if (!phrase)
        return false;
    phrase->type = type_of(unit);
    phrase->score = unit->share;
    if (fits(unit))
        set_term(phrase, &unit->term);
    if (unit->class == RO_IS_PERSON)
        set_role(phrase, unit->title, &unit->role);
    else if (unit->class == RO_IS_ORGANIZATION)
        set_institution(naming, phrase);
    if (ro_range_is(unit->title) && unit->title.begin < phrase->words.begin)
        phrase->words.begin = unit->title.begin;
    bool whole = unit->class == RO_IS_PERSON || phrase->type == RO_COUNTRY;
    return whole || add_all_inner(naming, unit);
}

/* Nouns */

static bool is_plural(const struct word *word)
{
    return strcmp(word->xpos, "NNS") == 0 || strcmp(word->xpos, "NNPS") == 0;
}

static bool is_tagged(const struct word *word, const char *upos)
{
    return strcmp(word->upos, upos) == 0;
}

/* The longest role that ends with a noun: "foreign [minister]", "[ministry]"; its first word in *from. */
static struct role_term role_ending_at(const struct naming *naming, uint32_t word, uint32_t *from)
{
    enum { LONGEST = 5 };
    const struct document *document = naming->document;
    uint32_t first = document->sentences[document->words[word].sentence].first_word;
    first = word - first > LONGEST ? word - LONGEST : first;
    for (uint32_t at = first; at <= word; at++) {
        struct role_term role = ro_role_find(naming->context->resources->roles, document, at);
        *from = at;
        if (role.length && at + role.length == word + 1)
            return role;
    }
    return (struct role_term){.length = 0};
}

/* "the two": a number that stands for those that were named. */
static bool is_number_of_some(const struct document *document, uint32_t word)
{
    static const char *const numbers[] = {"two", "three", "four", "five", NULL};
    const struct word *own = &document->words[word];
    return word > 0 && is_tagged(own, "NUM") && ro_lemma_in(own, numbers) && own[-1].head == word &&
           ro_hangs_by(own - 1, "det") && ro_lemma_is(own - 1, "the") && !ro_hangs_by(own, "nummod");
}

static bool is_noun(const struct naming *naming, uint32_t word, const struct role_term *role)
{
    const struct word *own = &naming->document->words[word];
    bool part = ro_hangs_by(own, "flat") || ro_hangs_by(own, "fixed") || ro_hangs_by(own, "goeswith");
    return !part && (is_tagged(own, "NOUN") || is_number_of_some(naming->document, word) ||
                     (role->length && is_tagged(own, "PROPN")));
}

/* "the two sides", "both countries": who is meant, members tell. */
static bool is_counted_group(const struct document *document, uint32_t word)
{
    static const char *const groups[] = {"side",     "party",     "country", "nation", "government",
                                         "neighbor", "neighbour", "ally",    "rival",  "foe",
                                         "capital",  "power",     "state",   NULL};
    static const char *const counts[] = {"two", "three", "four", "both", NULL};
    const struct word *own = &document->words[word];
    return word > 0 && ro_lemma_in(own, groups) && ro_lemma_in(own - 1, counts) && is_plural(own);
}

/* "the President", "our Nation", "the Democrats": a name, by its capital, where no other capital or sign stands before it. */
static bool is_capital_name(const struct document *document, uint32_t word, const struct role_term *role)
{
    const struct word *own = &document->words[word];
    bool before = word > 0 && own[-1].sentence == own->sentence && !is_tagged(own - 1, "PUNCT") &&
                  !ro_begins_upper(ro_document_word(document, word - 1));
    bool party = role->length && role->sector && strcmp(role->sector, "PTY") == 0;
    return ro_begins_upper(ro_document_word(document, word)) && (is_tagged(own, "PROPN") || before) &&
           (!is_plural(own) || party);
}

/* What a noun is, by the lexicon where the heads do not say otherwise; nothing where it is none. */
static enum name_class class_of_noun(const struct naming *naming, uint32_t word, const struct role_term *role)
{
    const float *shares = naming->shares[word].head;
    enum name_class class = ro_likeliest(shares);
    if (ro_role_is_of_person(role) && shares[RO_IS_PERSON] > least_role &&
        shares[RO_IS_PERSON] >= shares[RO_IS_ORGANIZATION])
        return RO_IS_PERSON;
    if ((ro_role_is_of_institution(role) && class != RO_IS_PLACE && shares[RO_IS_ORGANIZATION] > least_role) ||
        is_counted_group(naming->document, word))
        return RO_IS_ORGANIZATION;
    bool known = class != RO_IS_OTHER && class != RO_IS_NOTHING && shares[class] >= least_noun;
    float somebody = shares[RO_IS_PERSON] > shares[RO_IS_ORGANIZATION] ? shares[RO_IS_PERSON]
                                                                       : shares[RO_IS_ORGANIZATION];
    if (!known && somebody > least_doer && ro_is_doer(naming->document, word))
        return shares[RO_IS_PERSON] > shares[RO_IS_ORGANIZATION] ? RO_IS_PERSON : RO_IS_ORGANIZATION;
    return known ? class : RO_IS_NOTHING;
}

static bool add_noun(struct naming *naming, uint32_t word)
{
    uint32_t from = word;
    struct role_term role = role_ending_at(naming, word, &from);
    enum name_class class = is_noun(naming, word, &role) ? class_of_noun(naming, word, &role) : RO_IS_NOTHING;
    if (class == RO_IS_NOTHING)
        return true;
    bool name = is_capital_name(naming->document, word, &role);
    struct phrase *phrase = add_phrase(naming, (struct range){word, word + 1}, word, name ? RO_NAME : RO_NOMINAL);
    if (!phrase)
        return false;
    phrase->type = class == RO_IS_PERSON ? RO_PERSON : class == RO_IS_PLACE ? RO_PLACE : RO_ORGANIZATION;
    phrase->score = exp((double)naming->shares[word].head[class]);
    phrase->plural = is_plural(&naming->document->words[word]) || is_number_of_some(naming->document, word);
    if (role.length)
        set_role(phrase, (struct range){from, word + 1}, &role);
    return true;
}

/* Pronouns */

static bool add_pronoun(struct naming *naming, uint32_t word)
{
    const struct word *own = &naming->document->words[word];
    const struct pronoun *pronoun = ro_pronoun(ro_document_word(naming->document, word));
    if (!pronoun || !is_tagged(own, "PRON") || ro_hangs_by(own, "expl"))
        return true;
    const float *shares = naming->shares[word].head;
    struct phrase *phrase = add_phrase(naming, (struct range){word, word + 1}, word, RO_PRONOUN);
    if (!phrase)
        return false;
    phrase->words = phrase->core;
    phrase->type = pronoun->gender == 'n' || (pronoun->plural && shares[RO_IS_PERSON] < shares[RO_IS_ORGANIZATION])
                       ? RO_ORGANIZATION
                       : RO_PERSON;
    phrase->score = exp((double)shares[RO_IS_PERSON]) + exp((double)shares[RO_IS_ORGANIZATION]) +
                    exp((double)shares[RO_IS_PLACE]);
    phrase->person = pronoun->person;
    phrase->gender = pronoun->gender;
    phrase->plural = pronoun->plural;
    return true;
}

/* All */

static bool add_all(struct naming *naming)
{
    bool memory = true;
    for (uint32_t word = 0; word < naming->document->word_count && memory; word++) {
        uint32_t at = naming->unit_at[word];
        if (at == RO_NONE)
            memory = add_noun(naming, word) && add_pronoun(naming, word);
        else if (naming->units[at].core.begin == word)
            memory = add_name(naming, &naming->units[at]);
    }
    return memory;
}

static bool naming_init(struct naming *naming)
{
    struct arena *scratch = &naming->context->scratch;
    uint32_t count = naming->document->word_count;
    naming->subtrees = ro_arena_alloc(scratch, count, sizeof *naming->subtrees);
    naming->unit_at = ro_arena_alloc(scratch, count, sizeof *naming->unit_at);
    if (!naming->subtrees || !naming->unit_at)
        return false;
    memset(naming->unit_at, 0xFF, count * sizeof *naming->unit_at);
    ro_subtrees_read(naming);
    return true;
}

enum readout_status ro_mentions_stage(struct context *context, struct document *document)
{
    struct naming naming = {.context = context, .document = document};
    struct name_shares *shares;
    enum readout_status status = ro_name_shares_read(context, document, &shares);
    if (status != READOUT_OK || !shares)
        return status;
    naming.shares = shares;
    if (naming_init(&naming) && ro_units_read(&naming) && ro_units_type(&naming) && add_all(&naming))
        return READOUT_OK;
    return ro_no_memory(context, "mentions", document->phrase_count);
}

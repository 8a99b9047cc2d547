/* units.c: finds names, and the roles that stand before them. "White House Press Secretary Sarah Sanders": "White House", and
 * "Sarah Sanders", whose title is "Press Secretary". */
#include "names/naming.h"

#include "names/first_names.h"
#include "names/holders.h"
#include "text/chars.h"

struct scan {
    struct naming *naming;
    const struct document *document;
    uint32_t end;                /* of the sentence */
    struct range title;          /* that was read last */
    struct role_term title_role; /* its role */
    struct range shortened;      /* the next name that an acronym shortens */
    struct range portfolio;      /* what stands before a role and is part of it: "Energy" Minister */
};

enum name_class ro_likeliest(const float scores[RO_NAME_CLASSES])
{
    enum name_class best = RO_IS_NOTHING;
    for (enum name_class class = RO_IS_PERSON; class < RO_NAME_CLASSES; class ++)
        best = scores[class] > scores[best] ? class : best;
    return best;
}

static enum name_class class_of(const struct scan *scan, uint32_t word)
{
    return ro_likeliest(scan->naming->shares[word].name);
}

static bool is_text(const struct scan *scan, uint32_t word, const char *text)
{
    return word < scan->end && ro_slice_equal(ro_document_word(scan->document, word), ro_slice(text));
}

static bool is_one_of(const struct scan *scan, uint32_t word, const char *const *texts)
{
    for (; *texts; texts++)
        if (is_text(scan, word, *texts))
            return true;
    return false;
}

static struct gazetteer_term term_at(const struct scan *scan, uint32_t word)
{
    struct gazetteer_term term = ro_gazetteer_find(scan->naming->context->resources->gazetteer, scan->document,
                                                   word);
    return word + term.length <= scan->end ? term : (struct gazetteer_term){.length = 0};
}

static bool names_people(const struct gazetteer_term *term)
{
    return term->length && (term->kind == RO_TERM_DEMONYM || term->kind == RO_TERM_PEOPLE);
}

/* "Court", "Ministry" in the name of one. */
static bool is_institution(const struct scan *scan, uint32_t word)
{
    struct role_term role = ro_role_find(scan->naming->context->resources->roles, scan->document, word);
    return role.length == 1 && ro_role_is_of_institution(&role) && word < scan->end &&
           ro_begins_upper(ro_document_word(scan->document, word)) && class_of(scan, word) == RO_IS_ORGANIZATION;
}

/* "[Commercial] Court", but not as the first word of a sentence. */
static bool is_before_institution(const struct scan *scan, uint32_t word)
{
    const struct word *own = &scan->document->words[word];
    return word > scan->document->sentences[own->sentence].first_word && ro_hangs_by(own, "amod") &&
           own->head == word + 1 && is_institution(scan, word + 1);
}

/* Whether a word is tagged as part of a name, or a model is sure of it. */
static bool is_name_word(const struct scan *scan, uint32_t word)
{
    static const float sure = -0.5f;
    if (word >= scan->end || !ro_begins_upper(ro_document_word(scan->document, word)))
        return false;
    const struct word *own = &scan->document->words[word];
    enum name_class class = class_of(scan, word);
    return strncmp(own->xpos, "NNP", 3) == 0 || strcmp(own->upos, "PROPN") == 0 ||
           is_before_institution(scan, word) ||
           (class != RO_IS_NOTHING && class != RO_IS_OTHER && scan->naming->shares[word].name[class] > sure);
}

/* A hyphen that joins what stands before and behind it. */
static bool is_joint(const struct scan *scan, uint32_t word)
{
    return is_text(scan, word, "-") && word + 1 < scan->end && scan->document->words[word].glued &&
           scan->document->words[word + 1].glued;
}

/* "Jae-in", but not "U.S.-led". */
static bool joins(const struct scan *scan, uint32_t word)
{
    static const char *const others[] = {"VERB", "ADJ", "NOUN", NULL};
    if (is_name_word(scan, word))
        return true;
    for (const char *const *upos = others; *upos; upos++)
        if (strcmp(scan->document->words[word].upos, *upos) == 0)
            return class_of(scan, word) == RO_IS_PERSON;
    return true;
}

/* Whether "of", "for" or "and" go on with a name: "Bank of England". */
static bool is_link(const struct scan *scan, uint32_t word)
{
    static const char *const links[] = {"of", "for", "and", "&", NULL};
    enum name_class class = class_of(scan, word), before = class_of(scan, word - 1);
    uint32_t next = is_text(scan, word + 1, "the") ? word + 2 : word + 1;
    if (is_text(scan, word, "of") && is_institution(scan, word - 1) && is_name_word(scan, next))
        return true;
    return is_one_of(scan, word, links) && class == before && class != RO_IS_NOTHING && class != RO_IS_PERSON &&
           is_name_word(scan, next) && class_of(scan, next) == class;
}

/* "Simon van der Berg", "Nuri al-Maliki" */
static bool is_particle(const struct scan *scan, uint32_t word)
{
    static const char *const particles[] = {"de",  "du",   "da",  "do",  "dos", "del", "della", "di",
                                            "van", "von",  "der", "den", "la",  "le",  "el",    "al",
                                            "bin", "bint", "ibn", "ben", "ul",  NULL};
    uint32_t next = word + 1;
    while (is_one_of(scan, next, particles))
        next++;
    return is_one_of(scan, word, particles) && is_name_word(scan, is_joint(scan, next) ? next + 1 : next);
}

static struct role_term role_at(const struct scan *scan, uint32_t word)
{
    static const float organization = -0.7f;
    struct role_term role = ro_role_find(scan->naming->context->resources->roles, scan->document, word);
    const struct word *own = &scan->document->words[word];
    bool is_verb = role.length == 1 && strcmp(own->upos, "VERB") == 0; /* "the alliance [accused] Roe" */
    if (!ro_role_is_of_person(&role) || word + role.length > scan->end || is_verb)
        return (struct role_term){.length = 0};
    uint32_t next = word + role.length;
    bool inside = ro_begins_upper(ro_document_word(scan->document, word)) &&
                  scan->naming->shares[word].name[RO_IS_ORGANIZATION] > organization &&
                  ((is_name_word(scan, next) && class_of(scan, next) == RO_IS_ORGANIZATION) ||
                   is_text(scan, next, "of"));
    return inside ? (struct role_term){.length = 0} : role;
}

/* "Robin [Cook]", who is no cook. */
static bool is_family_name(const struct scan *scan, uint32_t word, const struct role_term *role)
{
    const struct first_names *first_names = scan->naming->context->resources->first_names;
    return role->length == 1 && !is_name_word(scan, word + 1) &&
           ro_first_name_gender(first_names, ro_document_word(scan->document, word - 1)) &&
           class_of(scan, word - 1) == RO_IS_PERSON;
}

/* Whether a name that has come to `word` ends before it since something of another kind begins. */
static bool changes(const struct scan *scan, uint32_t word)
{
    enum name_class before = class_of(scan, word - 1), class = class_of(scan, word);
    struct role_term role = role_at(scan, word);
    if (role.length)
        return !is_family_name(scan, word, &role);
    return before != class && before != RO_IS_NOTHING && class == RO_IS_PERSON && before != RO_IS_OTHER;
}

/* "Israel | Friday | reopened the road" */
static bool is_weekday(const struct scan *scan, uint32_t word)
{
    static const char *const days[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday",    NULL};
    return is_one_of(scan, word, days) && !is_name_word(scan, word + 1);
}

/* "Rupert [III]" */
static bool is_regnal(const struct scan *scan, uint32_t word)
{
    struct slice text = ro_document_word(scan->document, word);
    return text.length > 1 && strspn(text.data, "IVX") >= text.length && class_of(scan, word - 1) == RO_IS_PERSON;
}

/* The words that a name has more at `word`; 0: it ends there. */
static uint32_t more_at(const struct scan *scan, uint32_t word)
{
    if (word >= scan->end || is_weekday(scan, word))
        return 0;
    if (is_regnal(scan, word))
        return 1;
    if (is_joint(scan, word))
        return joins(scan, word + 1) ? 2 : 0;
    if (is_name_word(scan, word) && !changes(scan, word)) {
        struct gazetteer_term term = term_at(scan, word);
        return names_people(&term) && strcmp(scan->document->words[word].upos, "ADJ") == 0 ? 0 : 1;
    }
    if (is_link(scan, word))
        return is_text(scan, word + 1, "the") ? 3 : 2;
    return is_particle(scan, word) ? 1 : 0;
}

static uint32_t grow(const struct scan *scan, uint32_t from)
{
    for (uint32_t more; (more = more_at(scan, from)) > 0;)
        from += more;
    return from;
}

static bool add(struct scan *scan, struct range core, const struct gazetteer_term *term)
{
    struct naming *naming = scan->naming;
    struct unit *unit = ro_arena_push(&naming->context->scratch, naming->units, naming->unit_count);
    if (!unit)
        return false;
    unit->core = core;
    unit->head = ro_highest(scan->document, core);
    if (term->length == core.end - core.begin)
        unit->term = *term;
    if (scan->title.end == core.begin && ro_range_is(scan->title)) {
        unit->title = scan->title;
        unit->role = scan->title_role;
    }
    uint32_t first = ro_range_is(unit->title) ? unit->title.begin : core.begin;
    for (uint32_t word = first; word < core.end; word++)
        naming->unit_at[word] = naming->unit_count - 1;
    return true;
}

/* A demonym or people: "South Korean", "Americans"; unless it begins a name ("American Airlines"). */
static bool begins_people(const struct scan *scan, uint32_t word, const struct gazetteer_term *term)
{
    uint32_t next = word + term->length;
    enum name_class class = class_of(scan, word);
    bool longer = is_name_word(scan, next) && !role_at(scan, next).length && class == class_of(scan, next) &&
                  (class == RO_IS_ORGANIZATION || class == RO_IS_PLACE);
    return names_people(term) && !longer;
}

/* "White House Press Secretary" is a role of its own in the lexicon, but also one of the White House. */
static bool is_split(const struct scan *scan, uint32_t word, const struct gazetteer_term *term,
                     const struct role_term *role)
{
    return term->length && term->length < role->length && term->type != RO_GROUP &&
           role_at(scan, word + term->length).length == role->length - term->length;
}

static bool is_acronym(const struct scan *scan, uint32_t word)
{
    struct slice text = ro_document_word(scan->document, word);
    return text.length > 2 && ro_begins_upper((struct slice){text.data + 1, 1}) &&
           ro_begins_upper((struct slice){text.data + text.length - 1, 1});
}

/* The end of a name that begins at a word. What stands between a name that is known and a role is part of the role: "U.K. | Energy
 * Minister"; and where no name is known, and none seen or one before it, all of it is: "Moroccan | Fisheries Minister". */
static uint32_t end_of_name(struct scan *scan, uint32_t word, uint32_t known)
{
    uint32_t end = grow(scan, word + (known ? known : 1));
    if (end == word + known || end >= scan->end || !role_at(scan, end).length)
        return end;
    enum name_class class = class_of(scan, word + known);
    const struct naming *naming = scan->naming;
    bool follows = naming->unit_count && naming->units[naming->unit_count - 1].core.end == word;
    if (!known && ((!follows && class != RO_IS_NOTHING && class != RO_IS_OTHER) || is_acronym(scan, word)))
        return end;
    scan->portfolio = (struct range){word + known, end};
    return known ? word + known : end;
}

/* The words of a full name at a word that somebody in office has had: "John Major"; 0: none. */
static uint32_t holder_at(const struct scan *scan, uint32_t word)
{
    enum { LONGEST = 6 };
    const struct holders *holders = scan->naming->context->resources->holders;
    uint32_t most = scan->end - word < LONGEST ? scan->end - word : LONGEST;
    if (!ro_begins_upper(ro_document_word(scan->document, word)) && !is_particle(scan, word))
        return 0;
    for (uint32_t length = most; length > 1; length--) {
        uint32_t at = 0;
        struct range words = {word, word + length};
        if (ro_begins_upper(ro_document_word(scan->document, words.end - 1)) &&
            ro_holder_next(holders, ro_document_words(scan->document, words), NULL, &at))
            return length;
    }
    return 0;
}

/* What begins at a word; its length, at least 1. */
static uint32_t read_at(struct scan *scan, uint32_t word, bool *memory)
{
    struct gazetteer_term term = term_at(scan, word);
    struct role_term role = role_at(scan, word);
    if (word == scan->shortened.begin) {
        struct range name = scan->shortened;
        scan->shortened = ro_shortened_name(scan->document, name.end, scan->end);
        *memory = add(scan, name, &term);
        if (*memory)
            scan->naming->units[scan->naming->unit_count - 1].shortened = true;
        return name.end - name.begin;
    }
    if (role.length > term.length && !is_split(scan, word, &term, &role)) {
        bool wider = ro_range_is(scan->portfolio) && scan->portfolio.end == word;
        scan->title = (struct range){wider ? scan->portfolio.begin : word, word + role.length};
        scan->title_role = role;
        return role.length;
    }
    if (ro_range_has(scan->portfolio, word))
        return scan->portfolio.end - word;
    bool people = begins_people(scan, word, &term);
    uint32_t person = people ? 0 : holder_at(scan, word);
    bool begins = is_name_word(scan, word) || (scan->title.end == word && is_particle(scan, word));
    if (!people && !person && !begins && (!term.length || names_people(&term) || term.ambiguous))
        return 1;
    bool whole = term.length && !names_people(&term);
    uint32_t known = person > term.length ? person : whole ? term.length : 0;
    uint32_t end = people ? word + term.length : end_of_name(scan, word, known);
    if (ro_range_has(scan->portfolio, word))
        return end - word;
    *memory = add(scan, (struct range){word, end}, &term);
    if (*memory)
        scan->naming->units[scan->naming->unit_count - 1].held_office = person == end - word;
    return end - word;
}

bool ro_units_read(struct naming *naming)
{
    const struct document *document = naming->document;
    bool memory = true;
    for (uint32_t i = 0; i < document->sentence_count && memory; i++) {
        const struct sentence *sentence = &document->sentences[i];
        struct scan scan = {.naming = naming, .document = document};
        scan.end = sentence->first_word + sentence->word_count;
        scan.shortened = ro_shortened_name(document, sentence->first_word, scan.end);
        for (uint32_t word = sentence->first_word; word < scan.end && memory;)
            word += read_at(&scan, word, &memory);
    }
    return memory;
}

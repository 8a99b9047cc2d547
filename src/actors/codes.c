/* codes.c: countries and actor codes (CAMEO) of who is in a text: country, then sector. */
#include "actors/dictionary_nouns.h"
#include "actors/dictionary_store.h"
#include "actors/home.h"

#include "names/gazetteer.h"
#include "names/holders.h"
#include "names/places.h"

enum { DEEPEST = 3 /* "a spokesman for the minister of ..." */, LONGEST_CODE = 16, COUNTRY_CODE = 3 };

struct affiliation {
    const char *country, *actor;
};

/* What a text tells of itself. */
struct scope {
    struct table named; /* countries that it names, of whatever is in it */
    const char *home;   /* the country where it is at home, or NULL */
    bool dated;         /* its dateline says so; else it is the only one that it names */
};

static const char *join(struct resolving *resolving, const char *country, const char *sector)
{
    char code[LONGEST_CODE];
    int length = snprintf(code, sizeof code, "%s%s", country, sector ? sector : "");
    const char *own = ro_arena_copy(&resolving->document->arena, (struct slice){code, (size_t)length});
    resolving->failed |= !own;
    return own;
}

static const char *code_of_country(const struct resolving *resolving, const char *country)
{
    return ro_gazetteer_country_code(resolving->context->resources->gazetteer, country);
}

/* Whether an actor is an office of a state, its bank and its spies too: "USASPY", "RUSGOVBUS". */
static bool is_office(const char *actor)
{
    static const char *const sectors[] = {"GOV", "LEG", "JUD", "MIL", "COP", "SPY", NULL};
    return ro_begins_with_one_of(actor + COUNTRY_CODE, sectors);
}

/* What somebody is who has a role with these: a minister of theirs is of the government, whoever speaks for them has their code. */
static struct affiliation with_role(struct resolving *resolving, const struct said_role *role,
                                    struct affiliation of, bool of_state)
{
    const char *country = of.country ? code_of_country(resolving, of.country) : NULL;
    bool has_sector = of.actor && strlen(of.actor) > COUNTRY_CODE;
    if (role->speaks && of.actor && has_sector)
        return of;
    if (!country)
        return (struct affiliation){NULL, of.actor}; /* the secretary general of the Arab League */
    if (!role->sector && !role->speaks)
        return (struct affiliation){of.country, has_sector && !of_state ? of.actor : country};
    if (role->former && has_sector && is_office(of.actor))
        return (struct affiliation){of.country, join(resolving, country, "ELI")};
    if (has_sector && role->sector && strcmp(role->sector, "GOV") == 0)
        return of;
    if (has_sector && role->sector && strcmp(role->sector, "BUS") == 0 && is_office(of.actor))
        return of; /* director of the FBI */
    return (struct affiliation){of.country, join(resolving, country, role->sector ? role->sector : "GOV")};
}

/* The first that is known, unless a later one has a sector and it has none: "her Spanish counterpart ... the Spanish minister". */
static bool says_more(const struct affiliation *one, const struct affiliation *known)
{
    if (!known->country && !known->actor)
        return true;
    return known->actor && strlen(known->actor) == COUNTRY_CODE && one->actor &&
           strncmp(known->actor, one->actor, COUNTRY_CODE) == 0 && strlen(one->actor) > COUNTRY_CODE;
}

static struct affiliation from_roles(struct resolving *resolving, const struct scope *scope, uint32_t number)
{
    (void)scope;
    struct said_role roles[RO_ROLES];
    struct affiliation best = {NULL, NULL};
    uint32_t count = ro_roles_of(resolving, number, roles);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t of = ro_cluster_of(resolving, roles[i].of);
        if (of == RO_NONE || of == number)
            continue;
        const struct cluster *whose = &resolving->clusters[of];
        struct affiliation known = {whose->country, whose->actor};
        known = with_role(resolving, &roles[i], known, whose->type == RO_COUNTRY);
        if ((known.country || known.actor) && says_more(&known, &best))
            best = known;
    }
    return best;
}

static struct table countries_named(struct resolving *resolving)
{
    struct table named = {0};
    for (uint32_t i = 0; i < resolving->cluster_count; i++)
        if (resolving->clusters[i].country)
            resolving->failed |= ro_table_put(&named, &resolving->context->scratch,
                                              ro_slice(resolving->clusters[i].country), 0) == RO_TABLE_NONE;
    return named;
}

/* The role of a title that one country alone has; NULL where the text tells of where somebody's role is. */
static const struct said_role *telling_role(const struct resolving *resolving, const struct said_role *roles,
                                            uint32_t count)
{
    const struct said_role *telling = NULL;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t of = ro_cluster_of(resolving, roles[i].of);
        if (of != RO_NONE &&
            (resolving->clusters[of].type == RO_COUNTRY || resolving->clusters[of].type == RO_PLACE))
            return NULL;
        if (!telling && roles[i].country)
            telling = &roles[i];
    }
    return telling;
}

/* Persons whose title tells their country: "Foreign Secretary Ada Roe". India has one, too: the text is to speak of Britain, or of
 * no country at all. */
static struct affiliation from_titles(struct resolving *resolving, const struct scope *scope, uint32_t number)
{
    struct said_role roles[RO_ROLES];
    const struct said_role *role = telling_role(resolving, roles, ro_roles_of(resolving, number, roles));
    if (!role || (scope->named.count && ro_table_get(&scope->named, ro_slice(role->country)) == RO_TABLE_NONE))
        return (struct affiliation){NULL, NULL};
    return with_role(resolving, role, (struct affiliation){role->country, NULL}, true);
}

/* Whether two offices tell the same: of one actor, or of one person in one state, who was first of its forces, then its head. */
static bool agree(const struct holder *holder, const struct holder *other)
{
    bool actor = holder->actor && other->actor && strcmp(holder->actor, other->actor) == 0;
    bool person = holder->country && other->country && strcmp(holder->country, other->country) == 0 &&
                  strcmp(holder->name, other->name) == 0;
    return actor || person;
}

/* Whether a text calls somebody what a holder of an office is: by its title, or by one of the same sector. */
static bool is_called(const struct document *document, const struct holder *holder, const struct said_role *role)
{
    struct name_key said = ro_name_key_words(document, role->words),
                    title = ro_name_key(ro_slice(holder->title), true);
    const char *sector = holder->country && holder->actor ? holder->actor + COUNTRY_CODE : NULL;
    return ro_slice_equal(ro_name_key_slice(&said), ro_name_key_slice(&title)) ||
           (sector && role->sector && strcmp(role->sector, sector) == 0);
}

/* Who held an office under a name on a day (NULL: ever), such as a role tells (NULL: any); NULL where several may be meant. */
static const struct holder *holder_of(const struct resolving *resolving, struct slice name, const char *day,
                                      const struct said_role *role)
{
    const struct holders *holders = resolving->context->resources->holders;
    const struct holder *found = NULL, *holder;
    uint32_t at = 0;
    while ((holder = ro_holder_next(holders, name, day, &at))) {
        if (role && !is_called(resolving->document, holder, role))
            continue;
        if (found && !agree(found, holder))
            return NULL;
        found = holder;
    }
    return found;
}

/* What a text that is not of the time of an office says of who held it once: "President Ada Roe" of an old text holds it, "former
 * minister Ada Roe" does no more. */
static struct affiliation from_former(struct resolving *resolving, uint32_t number, struct slice name)
{
    struct said_role roles[RO_ROLES];
    uint32_t count = ro_roles_of(resolving, number, roles);
    const struct holder *holder = NULL;
    for (uint32_t i = 0; i < count; i++)
        if ((holder = holder_of(resolving, name, NULL, &roles[i])))
            return (struct affiliation){holder->country, holder->actor};
    holder = holder_of(resolving, name, NULL, NULL);
    for (uint32_t i = 0; holder && holder->country && i < count; i++)
        if (roles[i].sector)
            return with_role(resolving, &roles[i], (struct affiliation){holder->country, NULL}, true);
    const char *day = resolving->document->meta.published;
    if (!holder || !day)
        return holder ? (struct affiliation){holder->country, holder->actor} : (struct affiliation){NULL, NULL};
    bool of_state = holder->country && holder->actor && ro_is_of_state(holder->actor + COUNTRY_CODE);
    bool ended = of_state && holder->to && strncmp(holder->to, day, strlen(holder->to)) < 0;
    const char *code = ended ? code_of_country(resolving, holder->country) : NULL;
    return code ? (struct affiliation){holder->country, join(resolving, code, "ELI")}
                : (struct affiliation){NULL, NULL};
}

/* Who held an office under this name on the day of publication; on another or an unknown day whoever has the full name. */
static struct affiliation from_holders(struct resolving *resolving, const struct scope *scope, uint32_t number)
{
    (void)scope;
    const struct document *document = resolving->document;
    struct range words = document->phrases[resolving->clusters[number].name].core;
    struct slice name = ro_document_words(document, words);
    const char *day = document->meta.published;
    const struct holder *holder = day ? holder_of(resolving, name, day, NULL) : NULL;
    if (holder)
        return (struct affiliation){holder->country, holder->actor};
    bool full = words.end - words.begin > 1;
    return full || !day ? from_former(resolving, number, name) : (struct affiliation){NULL, NULL};
}

static struct affiliation from_institutions(struct resolving *resolving, const struct scope *scope, uint32_t number)
{
    (void)scope;
    struct said_role institution;
    uint32_t of = ro_institution_of(resolving, number, &institution) ? ro_cluster_of(resolving, institution.of)
                                                                     : RO_NONE;
    if (of == RO_NONE || of == number)
        return (struct affiliation){NULL, NULL};
    const struct cluster *whose = &resolving->clusters[of];
    return with_role(resolving, &institution, (struct affiliation){whose->country, whose->actor},
                     whose->type == RO_COUNTRY);
}

/* People and organizations of a state: "Croatian authorities", "two Iraqi youths". */
static struct affiliation from_people(struct resolving *resolving, const struct scope *scope, uint32_t number)
{
    (void)scope;
    struct said_role people;
    uint32_t of = ro_people_of(resolving, number, &people) ? ro_cluster_of(resolving, people.of) : RO_NONE;
    bool of_state = of != RO_NONE && ro_is_of_state(people.sector);
    if (of == RO_NONE || of == number || (resolving->clusters[of].type == RO_PERSON && !of_state))
        return (struct affiliation){NULL, NULL};
    const struct cluster *whose = &resolving->clusters[of];
    return with_role(resolving, &people, (struct affiliation){whose->country, whose->actor},
                     whose->type != RO_ORGANIZATION);
}

/* The first state or people that a name has in it, or that stands before a noun: "[Turkish] Airlines", "[Syrian] government forces". */
static struct affiliation from_words(struct resolving *resolving, const struct scope *scope, uint32_t number)
{
    (void)scope;
    const struct document *document = resolving->document;
    const struct gazetteer *gazetteer = resolving->context->resources->gazetteer;
    const struct phrase *phrase = &document->phrases[resolving->clusters[number].name];
    uint32_t first = ro_is_named(phrase) ? phrase->core.begin : phrase->words.begin;
    for (uint32_t word = first; word + 1 < phrase->core.end; word++) {
        struct gazetteer_term term = ro_gazetteer_find(gazetteer, document, word);
        bool state = term.kind == RO_TERM_DEMONYM || (term.kind == RO_TERM_NAME && term.type == RO_COUNTRY);
        if (term.length && term.type == RO_ORGANIZATION && !term.ambiguous && term.actor &&
            word + term.length < phrase->core.end)
            return (struct affiliation){term.country, term.actor}; /* "the [U.N.] war crimes court" */
        const char *code = term.length && state && !term.ambiguous && term.country
                               ? code_of_country(resolving, term.country)
                               : NULL;
        if (code)
            return (struct affiliation){term.country, join(resolving, code, phrase->sector)};
    }
    return (struct affiliation){NULL, NULL};
}

static bool is_one_of(const struct document *document, uint32_t word, const char *const *words)
{
    for (; *words; words++)
        if (ro_slice_equal(ro_document_word(document, word), ro_slice(*words)))
            return true;
    return false;
}

/* Parts of states and of regions that are known: "South [Lebanon]", "West [Darfur] State". */
static struct affiliation from_parts(struct resolving *resolving, const struct scope *scope, uint32_t number)
{
    static const char *const sides[] = {"South",     "North",     "East",      "West",      "Southern", "Northern",
                                        "Eastern",   "Western",   "Central",   "Upper",     "Lower",    "Greater",
                                        "Southwest", "Northwest", "Southeast", "Northeast", NULL};
    static const char *const kinds[] = {"State", "Province", "Region", "District", "County", "Governorate", NULL};
    (void)scope;
    const struct document *document = resolving->document;
    const struct resources *resources = resolving->context->resources;
    const struct phrase *phrase = &document->phrases[resolving->clusters[number].name];
    struct range words = phrase->core;
    struct place place;
    if (!ro_is_named(phrase) || words.end - words.begin < 2)
        return (struct affiliation){NULL, NULL};
    words.begin += is_one_of(document, words.begin, sides);
    words.end -= words.end - words.begin > 1 && is_one_of(document, words.end - 1, kinds);
    if (words.begin == phrase->core.begin && words.end == phrase->core.end)
        return (struct affiliation){NULL, NULL};
    struct slice name = ro_document_words(document, words);
    struct gazetteer_term term = ro_gazetteer_named(resources->gazetteer, name);
    const char *country = term.length && term.type == RO_COUNTRY && term.kind == RO_TERM_NAME ? term.country : NULL;
    if (!country && ro_places_choose(resources->places, name, NULL, 0, (struct slice){"", 0}, &place))
        country = place.country;
    return (struct affiliation){country, country ? code_of_country(resolving, country) : NULL};
}

/* Persons and institutions of a state that are said to be of no country are of the text's own. */
static struct affiliation from_home(struct resolving *resolving, const struct scope *scope, uint32_t number)
{
    bool person = resolving->clusters[number].type == RO_PERSON;
    if (person && !scope->dated)
        return (struct affiliation){NULL, NULL};
    const char *code = scope->home ? code_of_country(resolving, scope->home) : NULL;
    const char *sector = !code    ? NULL
                         : person ? ro_sector_at_home(resolving, number)
                                  : ro_sector_of_institution(resolving, number);
    return sector ? (struct affiliation){scope->home, join(resolving, code, sector)}
                  : (struct affiliation){NULL, NULL};
}

/* Set what is not known yet of those of a type (many persons are a group) by one of the ways. */
static void affiliate_all(struct resolving *resolving, const struct scope *scope, enum entity_type type,
                          struct affiliation (*from)(struct resolving *, const struct scope *, uint32_t))
{
    for (uint32_t i = 0; i < resolving->cluster_count && !resolving->failed; i++) {
        struct cluster *cluster = &resolving->clusters[i];
        bool people = cluster->plural && cluster->type == RO_PERSON;
        if (cluster->country || cluster->actor || (people ? RO_GROUP : cluster->type) != type)
            continue;
        struct affiliation known = from(resolving, scope, i);
        cluster->country = known.country;
        cluster->actor = known.actor;
    }
}

/* A people or believers of one state: "[Malaysian] Muslims" are MYSMUS. */
static void place_peoples(struct resolving *resolving)
{
    static const char *const peoples[] = {"MUS", "CHR", "CTH", "PRO", "ORT", "JEW",
                                          "HIN", "SIK", "BUD", "ARB", "KUR", NULL};
    struct said_role people;
    for (uint32_t i = 0; i < resolving->cluster_count && !resolving->failed; i++) {
        struct cluster *cluster = &resolving->clusters[i];
        bool known = !cluster->country && ro_begins_with_one_of(cluster->actor, peoples) &&
                     ro_people_of(resolving, i, &people);
        uint32_t of = known ? ro_cluster_of(resolving, people.of) : RO_NONE;
        const char *country = of == RO_NONE ? NULL : resolving->clusters[of].country;
        const char *code = country ? code_of_country(resolving, country) : NULL;
        if (!code)
            continue;
        cluster->country = country;
        cluster->actor = join(resolving, code, cluster->actor);
    }
}

/* Of a state's organizations that are known by a name of many, "High Court", those of a country that the text does not speak of are of
 * the text's own, or of none. */
static void doubt_organizations(struct resolving *resolving, const char *home)
{
    for (uint32_t i = 0; i < resolving->cluster_count && !resolving->failed; i++) {
        struct cluster *cluster = &resolving->clusters[i];
        const char *code = cluster->country ? code_of_country(resolving, cluster->country) : NULL;
        bool of_state = cluster->type == RO_ORGANIZATION && code && cluster->actor &&
                        strncmp(cluster->actor, code, COUNTRY_CODE) == 0 &&
                        ro_is_of_state(cluster->actor + COUNTRY_CODE);
        if (!of_state || !ro_is_doubtful(resolving, cluster))
            continue;
        const char *own = home ? code_of_country(resolving, home) : NULL;
        cluster->actor = own ? join(resolving, own, cluster->actor + COUNTRY_CODE) : NULL;
        cluster->country = own ? home : NULL;
    }
}

/* A researcher's own dictionaries */

/* The code that they have for a name of a cluster, with its title or without; NULL where they have none. */
static const char *code_of_name(const struct resolving *resolving, const struct cluster *cluster, int day)
{
    const struct dictionary *dictionary = resolving->context->resources->dictionary;
    const struct document *document = resolving->document;
    for (uint32_t at = cluster->first; at != RO_NONE; at = resolving->places[at].next) {
        const struct phrase *phrase = &document->phrases[at];
        for (uint32_t word = phrase->words.begin, words; ro_is_named(phrase) && word <= phrase->core.begin;
             word++) {
            const struct dictionary_actor *actor = ro_dictionary_actor(dictionary, document, word, &words);
            const char *code = actor && word + words >= phrase->core.end ? ro_dictionary_code(actor, day) : NULL;
            if (code)
                return code;
        }
    }
    return NULL;
}

/* And for all that a phrase says of it: "Norland's [soldiers]", "Norland's Prime [Minister] Ada Roe"; `name` is what they have for the
 * name, or NULL. */
static const char *code_of_phrase(struct resolving *resolving, uint32_t number, const char *name, int day)
{
    const struct resources *resources = resolving->context->resources;
    const struct cluster *cluster = &resolving->clusters[number];
    struct document *document = resolving->document;
    uint32_t looked = 0;
    for (uint32_t at = cluster->first; at != RO_NONE && looked < RO_SAID;
         at = resolving->places[at].next, looked++) {
        struct dictionary_party party;
        if (document->phrases[at].kind == RO_PRONOUN ||
            !ro_dictionary_party(resources->dictionary, document, document->phrases[at].head, day, &party) ||
            party.actor == RO_NONE || (name && strncmp(party.code, name, strlen(name)) != 0))
            continue;
        const char *own = ro_arena_copy(&document->arena, ro_slice(party.code));
        resolving->failed |= !own;
        return own;
    }
    return name;
}

/* And for a title: the agent that ends with it, behind the code of whom it is of. */
static const char *code_of_role(struct resolving *resolving, const struct said_role *role)
{
    const struct dictionary *dictionary = resolving->context->resources->dictionary;
    const struct document *document = resolving->document;
    uint32_t of = ro_cluster_of(resolving, role->of);
    const char *actor = of == RO_NONE ? NULL : resolving->clusters[of].actor;
    for (uint32_t word = role->words.begin, words; actor && word < role->words.end; word++) {
        const struct dictionary_agent *agent = ro_dictionary_agent(dictionary, document, word, &words);
        if (!agent || word + words != role->words.end)
            continue;
        char combined[RO_COMBINED];
        ro_dictionary_combine(combined, actor, &agent, 1);
        const char *own = ro_arena_copy(&resolving->document->arena, ro_slice(combined));
        resolving->failed |= !own;
        return own;
    }
    return NULL;
}

static const char *code_of_roles(struct resolving *resolving, uint32_t number)
{
    struct said_role roles[RO_ROLES];
    uint32_t count = ro_roles_of(resolving, number, roles);
    for (uint32_t i = 0; i < count; i++) {
        const char *code = code_of_role(resolving, &roles[i]);
        if (code)
            return code;
    }
    return NULL;
}

/* Their codes in place of those built in, or before them. */
static void take_own_codes(struct resolving *resolving)
{
    const struct resources *resources = resolving->context->resources;
    bool replaces = !resources->extend && resources->dictionary->actor_count;
    int day = ro_dictionary_day(resolving->document->meta.published);
    for (uint32_t i = 0; i < resolving->cluster_count; i++) {
        const char *code = code_of_name(resolving, &resolving->clusters[i], day);
        if (code || replaces || !resolving->clusters[i].actor)
            code = code_of_phrase(resolving, i, code, day);
        if (code || replaces)
            resolving->clusters[i].actor = code;
    }
    for (uint32_t i = 0; i < resolving->cluster_count; i++)
        if (!resolving->clusters[i].actor && resolving->clusters[i].type == RO_PERSON)
            resolving->clusters[i].actor = code_of_roles(resolving, i);
}

void ro_affiliate(struct resolving *resolving)
{
    struct scope scope = {.home = NULL};
    scope.home = ro_home_country(resolving, &scope.dated);
    doubt_organizations(resolving, scope.home);
    affiliate_all(resolving, &scope, RO_ORGANIZATION, from_institutions);
    for (int depth = 0; depth < DEEPEST; depth++)
        affiliate_all(resolving, &scope, RO_PERSON, from_roles);
    affiliate_all(resolving, &scope, RO_PERSON, from_holders);
    scope.named = countries_named(resolving);
    affiliate_all(resolving, &scope, RO_PERSON, from_titles);
    affiliate_all(resolving, &scope, RO_PERSON, from_home);
    affiliate_all(resolving, &scope, RO_ORGANIZATION, from_home);
    affiliate_all(resolving, &scope, RO_PERSON, from_roles);
    affiliate_all(resolving, &scope, RO_ORGANIZATION, from_people);
    affiliate_all(resolving, &scope, RO_GROUP, from_people);
    affiliate_all(resolving, &scope, RO_PERSON, from_people);
    affiliate_all(resolving, &scope, RO_ORGANIZATION, from_words);
    affiliate_all(resolving, &scope, RO_GROUP, from_words);
    affiliate_all(resolving, &scope, RO_PLACE, from_parts);
    affiliate_all(resolving, &scope, RO_PLACE, from_words);
    place_peoples(resolving);
    if (resolving->context->resources->dictionary)
        take_own_codes(resolving);
}

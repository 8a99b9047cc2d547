/* opposed.c: who may contradict whom: no ministry its spokesman, no firm its director. */
#include "positions/accounts.h"
#include "statements/build.h"

enum { MENTIONS = 20 /* who somebody is, the first of them tell */ };

/* Whether who is somebody's is on his side: his lawyer; but not his rival, his employer, his victim. */
static bool is_with(const struct accounts *accounts, uint32_t noun)
{
    static const char *const sides[] = {
        "lawyer",   "attorney",       "counsel",        "solicitor", "barrister", "spokesman",  "spokeswoman",
        "agent",    "spokesperson",   "representative", "office",    "aide",      "adviser",    "advisor",
        "team",     "administration", "government",     "ministry",  "campaign",  "party",      "staff",
        "company",  "firm",           "group",          "secretary", "assistant", "manager",    "department",
        "movement", "organization",   "organisation",   "agency",    "deputy",    "ally",       "supporter",
        "man",      "people",         "troop",          "force",     "army",      "commander",  "follower",
        "family",   "parent",         "child",          "son",       "daughter",  "brother",    "sister",
        "cabinet",  "club",           "defender",       "defence",   "defense",   "publicist",  "chief",
        "estate",   "mission",        "delegation",     "embassy",   "newspaper", "foundation", NULL};
    return ro_lemma_in(ro_tree_word(accounts->tree, noun), sides);
}

/* Who owns, leads or speaks for whom, as the text has it. */
static bool belongs(const struct accounts *accounts, uint32_t one, uint32_t other)
{
    static const struct slice of[] = {RO_SLICE("of"), RO_SLICE("for"), RO_SLICE("from"), RO_SLICE("at"), {NULL, 0}};
    const struct document *document = accounts->document;
    const struct entity *entity = &document->entities[one], *owner = &document->entities[other];
    for (uint32_t i = 0; i < entity->role_count; i++)
        if (entity->roles[i].of && owner->name && strcmp(entity->roles[i].of, owner->name) == 0)
            return true;
    for (uint32_t i = 0; i < entity->mention_count && i < MENTIONS; i++) {
        struct range words = ro_span_words(document, entity->mentions[i].span);
        for (uint32_t word = words.begin; word < words.end; word++) {
            const struct word *own = &document->words[word];
            bool hangs = ro_hangs_by(own, "nmod:poss") || ro_hangs_by(own, "compound") ||
                         ro_hangs_by(own, "amod") ||
                         (ro_hangs_by(own, "nmod") && ro_tree_has_case(accounts->tree, word, of));
            bool his = owner->type == RO_PERSON && ro_hangs_by(own, "nmod:poss") && !is_with(accounts, own->head);
            if (hangs && !his && accounts->who[word] == other)
                return true;
        }
    }
    return false;
}

static bool has_member(const struct entity *group, uint32_t member)
{
    for (uint32_t i = 0; i < group->member_count; i++)
        if (group->members[i] == member)
            return true;
    return false;
}

/* Two of one government: a president and his ministry. */
static bool share_actor(const struct entity *one, const struct entity *other)
{
    return one->actor && other->actor && strlen(one->actor) > 3 && strcmp(one->actor, other->actor) == 0;
}

static bool is_spokesman(const struct entity *entity)
{
    static const char *const spokes[] = {"spokesman", "spokeswoman", "spokesperson", "press secretary", "lawyer",
                                         "attorney",  NULL};
    for (uint32_t i = 0; i < entity->role_count; i++)
        for (const char *const *each = spokes; *each; each++)
            if (entity->roles[i].title && strstr(entity->roles[i].title, *each))
                return true;
    return false;
}

/* Both with an owner that is the same: the ministry's spokesman, the ministry's secretary. */
static bool share_owner(const struct entity *one, const struct entity *other)
{
    for (uint32_t i = 0; i < one->role_count; i++)
        for (uint32_t j = 0; j < other->role_count; j++)
            if (one->roles[i].of && other->roles[j].of && strcmp(one->roles[i].of, other->roles[j].of) == 0)
                return is_spokesman(one) || is_spokesman(other);
    return false;
}

/* Whether a name is only a noun with its article: "the police", "The ministry". */
static struct slice bare_noun(const struct entity *entity)
{
    struct slice name = ro_slice(entity->name);
    const char *blank = name.length ? memchr(name.data, ' ', name.length) : NULL;
    size_t first = blank ? (size_t)(blank - name.data) : 0;
    bool article = first == 3 && (name.data[0] == 't' || name.data[0] == 'T') &&
                   memcmp(name.data + 1, "he", 2) == 0;
    struct slice rest = {name.data + first + 1, article ? name.length - first - 1 : 0};
    return rest.length && !memchr(rest.data, ' ', rest.length) ? rest : (struct slice){NULL, 0};
}

/* Whether a name has a noun: "Police", "the border police" - "police". */
static bool has_noun(const struct entity *entity, struct slice noun)
{
    struct slice name = ro_slice(entity->name);
    for (size_t at = 0; noun.length && at + noun.length <= name.length; at++) {
        bool begins = at == 0 || name.data[at - 1] == ' ' || noun.length > 4; /* newspaper | paper | */
        bool ends = at + noun.length == name.length || name.data[at + noun.length] == ' ';
        if (begins && ends && (name.data[at] | 0x20) == (noun.data[0] | 0x20) &&
            memcmp(name.data + at + 1, noun.data + 1, noun.length - 1) == 0)
            return true;
    }
    return false;
}

static bool has_name(const struct entity *entity)
{
    for (uint32_t i = 0; i < entity->mention_count && i < MENTIONS; i++)
        if (entity->mentions[i].kind == RO_NAME)
            return true;
    return false;
}

/* "The agency", "the group", of a document that names one: likely that one. */
static bool may_be(const struct entity *bare, const struct entity *named)
{
    bool behind = bare->mention_count && named->mention_count &&
                  bare->mentions[0].span.begin > named->mentions[0].span.begin;
    return behind && bare_noun(bare).length && !has_name(bare) && has_name(named) &&
           bare->type == RO_ORGANIZATION && named->type == RO_ORGANIZATION;
}

static bool is_one(const struct accounts *accounts, uint32_t one, uint32_t other)
{
    const struct entity *entities = accounts->document->entities;
    return one == other || may_be(&entities[one], &entities[other]) || may_be(&entities[other], &entities[one]) ||
           has_member(&entities[one], other) || has_member(&entities[other], one) ||
           has_noun(&entities[one], bare_noun(&entities[other])) ||
           has_noun(&entities[other], bare_noun(&entities[one])) || belongs(accounts, one, other) ||
           belongs(accounts, other, one);
}

bool ro_are_opposed(const struct accounts *accounts, uint32_t one, uint32_t other)
{
    const struct entity *entities = accounts->document->entities;
    return one != RO_NONE && other != RO_NONE && !is_one(accounts, one, other) &&
           !share_actor(&entities[one], &entities[other]) && !share_owner(&entities[one], &entities[other]);
}

bool ro_accounts_opposed(const struct accounts *accounts, const struct account *one, const struct account *other)
{
    if (!ro_are_opposed(accounts, one->source, other->source))
        return false;
    uint32_t first[] = {one->source, one->told}, second[] = {other->source, other->told};
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 0; j < 2; j++)
            if (first[i] != RO_NONE && second[j] != RO_NONE && is_one(accounts, first[i], second[j]))
                return false;
    return true;
}

/* home.c: the country in which a text is at home: where its dateline is, and of which it speaks most. There a minister or a court
 * of no named country is of that one: "NAIROBI (AP) - Kenya's tea growers ... Judge Roe": KENJUD. */
#include "actors/home.h"

#include "text/chars.h"

/* How often a text speaks of a country or of places in it. */
static uint32_t count_of(const struct resolving *resolving, const char *country)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < resolving->cluster_count; i++) {
        const struct cluster *cluster = &resolving->clusters[i];
        bool located = (cluster->type == RO_COUNTRY || cluster->type == RO_PLACE) && cluster->country;
        count += located && strcmp(cluster->country, country) == 0 ? cluster->count : 0;
    }
    return count;
}

/* The country of the first dateline; NULL where none is known. */
static const char *country_of_dateline(const struct resolving *resolving)
{
    const struct document *document = resolving->document;
    for (uint32_t i = 0; i < document->phrase_count; i++) {
        const struct word *head = &document->words[document->phrases[i].head];
        uint32_t cluster = resolving->places[i].cluster;
        if (cluster != RO_NONE && ro_span_covers(document->blocks[head->block].dateline, head->span) &&
            resolving->clusters[cluster].country)
            return resolving->clusters[cluster].country;
    }
    return NULL;
}

/* Whether the text names a country itself, not its capital alone, which may be where a minister of another state speaks. */
static bool names(const struct resolving *resolving, const char *country)
{
    for (uint32_t i = 0; i < resolving->document->phrase_count; i++) {
        const struct phrase *phrase = &resolving->document->phrases[i];
        if (phrase->type == RO_COUNTRY && !phrase->capital && phrase->country &&
            strcmp(phrase->country, country) == 0)
            return true;
    }
    return false;
}

/* The only country that a text names; NULL where there are several. */
static const char *only_country(const struct resolving *resolving)
{
    const char *only = NULL;
    for (uint32_t i = 0; i < resolving->cluster_count; i++) {
        const char *country = resolving->clusters[i].country;
        if (country && only && strcmp(country, only) != 0)
            return NULL;
        only = country ? country : only;
    }
    return only;
}

const char *ro_home_country(const struct resolving *resolving, bool *dated)
{
    enum { LOOKED = 64 /* countries */ };
    const char *home = country_of_dateline(resolving);
    *dated = home != NULL;
    if (!home)
        return only_country(resolving);
    if (home && !names(resolving, home))
        return NULL;
    uint32_t count = home ? count_of(resolving, home) : 0, looked = 0;
    for (uint32_t i = 0; i < resolving->cluster_count && home && looked < LOOKED; i++) {
        const struct cluster *cluster = &resolving->clusters[i];
        if (cluster->type != RO_COUNTRY || !cluster->country || strcmp(cluster->country, home) == 0)
            continue;
        looked++;
        if (count_of(resolving, cluster->country) >= count)
            return NULL;
    }
    return home;
}

bool ro_is_of_state(const char *sector)
{
    static const char *const sectors[] = {"GOV", "LEG", "JUD", "MIL", "COP"};
    for (size_t i = 0; sector && i < sizeof sectors / sizeof *sectors; i++)
        if (strcmp(sector, sectors[i]) == 0)
            return true;
    return false;
}

static bool names_countries(const struct resolving *resolving)
{
    for (uint32_t i = 0; i < resolving->cluster_count; i++)
        if (resolving->clusters[i].type == RO_COUNTRY && resolving->clusters[i].country)
            return true;
    return false;
}

bool ro_is_doubtful(const struct resolving *resolving, const struct cluster *cluster)
{
    uint32_t looked = 0;
    for (uint32_t at = cluster->first; at != RO_NONE && looked < RO_SAID;
         at = resolving->places[at].next, looked++) {
        const struct phrase *phrase = &resolving->document->phrases[at];
        if (phrase->entry != RO_NONE && !phrase->doubtful)
            return false;
    }
    return cluster->entry != RO_NONE && names_countries(resolving) && count_of(resolving, cluster->country) == 0;
}

const char *ro_sector_at_home(const struct resolving *resolving, uint32_t number)
{
    const struct document *document = resolving->document;
    struct said_role roles[RO_ROLES];
    uint32_t count = ro_roles_of(resolving, number, roles);
    const char *sector = NULL;
    for (uint32_t i = 0; i < count; i++) {
        bool title = ro_begins_upper(ro_document_word(document, roles[i].words.begin));
        if (roles[i].of != RO_NONE)
            return NULL;
        if (!sector && title && ro_is_of_state(roles[i].sector))
            sector = roles[i].sector;
    }
    return sector;
}

bool ro_is_foreign(const struct document *document, const struct phrase *phrase)
{
    static const char *const words[] = {"foreign", "international", "western", "overseas", NULL};
    for (uint32_t word = phrase->words.begin; word < phrase->head; word++)
        if (ro_lemma_in(&document->words[word], words))
            return true;
    return false;
}

static bool is_indefinite(const struct document *document, const struct phrase *phrase)
{
    static const char *const words[] = {"a", "an", "any", "some", "another", "no", "each", "every", NULL};
    return ro_hangs_by(&document->words[phrase->head], "compound") ||
           (phrase->words.begin < phrase->core.begin && ro_lemma_in(&document->words[phrase->words.begin], words));
}

const char *ro_sector_of_institution(const struct resolving *resolving, uint32_t number)
{
    const struct phrase *phrase = &resolving->document->phrases[resolving->clusters[number].first];
    bool definite = phrase->kind != RO_PRONOUN && !is_indefinite(resolving->document, phrase) &&
                    !ro_is_foreign(resolving->document, phrase);
    return definite && ro_is_of_state(phrase->sector) ? phrase->sector : NULL;
}

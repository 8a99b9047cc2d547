/* roles.c: titles, and whom they are of. "White House Press Secretary Sarah Sanders", "spokesman for President Moon", "his
 * spokesman". */
#include "actors/roles.h"

#include "actors/home.h"

/* The phrase that ends before a word of its sentence, or before the 's between them. */
static uint32_t ends_before(const struct resolving *resolving, uint32_t word)
{
    enum { LONGEST = 8 };
    const struct document *document = resolving->document;
    uint32_t first = document->sentences[document->words[word].sentence].first_word;
    first = word - first > LONGEST ? word - LONGEST : first;
    while (word > first && strcmp(document->words[word - 1].xpos, "POS") == 0)
        word--;
    for (uint32_t at = word; at > first; at--) {
        uint32_t phrase = resolving->phrase_at[at - 1];
        if (phrase != RO_NONE && document->phrases[phrase].core.end == word)
            return phrase;
    }
    return RO_NONE;
}

static const char *const only_of[] = {"of", NULL}, *const any[] = {"of", "for",  "to",   "at",
                                                                   "in", "with", "from", NULL};

/* Whether a word stands behind one of some prepositions. */
static bool is_by(const struct document *document, uint32_t word, const char *const *links)
{
    for (uint32_t at = word, first = ro_around(document, word).begin; at > first; at--) {
        const struct word *own = &document->words[at - 1];
        if (own->head == word && ro_hangs_by(own, "case"))
            return ro_lemma_in(own, links);
    }
    return false;
}

/* Whether the country before a noun tells more than what stands behind it: "the [U.S.] envoy for the Balkans", but not "the German head
 * of [the bank]". */
static bool is_sent(const struct resolving *resolving, uint32_t before, uint32_t behind)
{
    return before != RO_NONE && resolving->document->phrases[before].type == RO_COUNTRY &&
           !is_by(resolving->document, behind, only_of);
}

/* Whether a word before a noun belongs to it, or to a noun before it that tells of nobody: "the [Rwandan] army spokesman"; not a people:
 * "[ethnic] Albanians". */
static bool is_before(const struct resolving *resolving, uint32_t word, uint32_t noun)
{
    const struct document *document = resolving->document;
    const struct word *own = &document->words[word];
    uint32_t between = own->head, next = word + 1;
    while (next < noun && document->words[next].head == noun)
        next++;
    if (next == noun && ro_hangs_by(&document->words[noun], "compound") && ro_hangs_by(own, "amod") &&
        own->head == document->words[noun].head)
        return true; /* the [Spanish] air force planes */
    if (word >= noun || ro_hangs_by(own, "conj") ||
        (word > 0 && ro_lemma_is(own - 1, "ethnic") && own[-1].sentence == own->sentence))
        return false;
    return between == noun || (between > word && between < noun && resolving->phrase_at[between] == RO_NONE &&
                               document->words[between].head == noun);
}

/* The place right behind people and institutions that are of no other: "officials in [Ankara]". A tree may have it on the verb. */
static uint32_t place_behind(const struct resolving *resolving, const struct phrase *phrase)
{
    const struct document *document = resolving->document;
    uint32_t in = phrase->head + 1, end = ro_around(document, phrase->head).end;
    if (!phrase->sector || in + 1 >= end || !ro_lemma_is(&document->words[in], "in"))
        return RO_NONE;
    for (uint32_t word = in + 1; word < end; word++) {
        uint32_t other = resolving->phrase_at[word];
        if (other != RO_NONE && document->phrases[other].words.begin <= in + 1)
            return document->phrases[other].type == RO_COUNTRY || document->phrases[other].type == RO_PLACE
                       ? other
                       : RO_NONE;
    }
    return RO_NONE;
}

/* Whom a noun is of: what stands behind it ("leader of [the DPRK]"), else what stands before ("the [Blue House] spokesman"). */
static uint32_t of_noun(const struct resolving *resolving, const struct phrase *phrase)
{
    const struct document *document = resolving->document;
    uint32_t before = RO_NONE;
    for (uint32_t word = phrase->words.begin; word < phrase->words.end; word++) {
        const struct word *own = &document->words[word];
        uint32_t other = resolving->phrase_at[word];
        if (other == RO_NONE || word == phrase->head)
            continue;
        if (word > phrase->head && own->head == phrase->head && ro_hangs_by(own, "nmod") &&
            is_by(document, word, any))
            return is_sent(resolving, before, word) ? before : other;
        if (is_before(resolving, word, phrase->head))
            before = other;
    }
    uint32_t place = before == RO_NONE || !document->phrases[before].country ? place_behind(resolving, phrase)
                                                                             : RO_NONE;
    return place == RO_NONE ? before : place;
}

static bool speaks(const struct phrase *phrase)
{
    return phrase->role &&
           (strncmp(phrase->role, "spokes", 6) == 0 || strcmp(phrase->role, "press secretary") == 0);
}

/* Whom the title before a name is of: what stands before it, "[South Korean] President Moon Jae-in", else what "of" behind the name
 * leads to: "President Ada Roe of [Norland]". */
static uint32_t of_title(const struct resolving *resolving, const struct phrase *phrase)
{
    const struct document *document = resolving->document;
    uint32_t end = ro_around(document, phrase->head).end, of = ends_before(resolving, phrase->title.begin);
    for (uint32_t word = phrase->core.end + 1; of == RO_NONE && word < end; word++) {
        uint32_t other = resolving->phrase_at[word];
        bool first = other != RO_NONE && ro_lemma_is(&document->words[phrase->core.end], "of") &&
                     document->phrases[other].words.begin == phrase->core.end + 1;
        if (first && ro_range_has(phrase->core, document->words[word].head))
            return other;
    }
    return of;
}

/* "former minister", "the ousted president" */
static bool is_former(const struct document *document, const struct phrase *phrase)
{
    static const char *const words[] = {"former",  "ex",     "ousted",  "oust",     "deposed",   "depose",
                                        "toppled", "topple", "onetime", "one-time", "erstwhile", NULL};
    uint32_t first = ro_around(document, phrase->head).begin;
    for (uint32_t word = phrase->title.begin; word > first && word + 4 > phrase->title.begin; word--)
        if (document->words[word - 1].head >= word && ro_lemma_in(&document->words[word - 1], words))
            return true;
    return false;
}

static bool read_role(const struct resolving *resolving, const struct phrase *phrase, struct said_role *role)
{
    if (phrase->kind == RO_PRONOUN || phrase->plural || phrase->type != RO_PERSON || !ro_range_is(phrase->title))
        return false;
    uint32_t of = phrase->title.end == phrase->core.begin ? of_title(resolving, phrase)
                                                          : of_noun(resolving, phrase);
    bool former = is_former(resolving->document, phrase);
    const char *sector = former && ro_is_of_state(phrase->sector) ? "ELI" : phrase->sector;
    *role = (struct said_role){phrase->title, sector, phrase->title_country, speaks(phrase), former, of};
    return true;
}

uint32_t ro_roles_of(const struct resolving *resolving, uint32_t cluster, struct said_role roles[RO_ROLES])
{
    uint32_t count = 0;
    for (uint32_t at = resolving->clusters[cluster].first; at != RO_NONE && count < RO_ROLES;
         at = resolving->places[at].next)
        count += read_role(resolving, &resolving->document->phrases[at], &roles[count]);
    return count;
}

bool ro_institution_of(const struct resolving *resolving, uint32_t cluster, struct said_role *institution)
{
    uint32_t looked = 0;
    for (uint32_t at = resolving->clusters[cluster].first; at != RO_NONE && looked < RO_SAID;
         at = resolving->places[at].next, looked++) {
        const struct phrase *phrase = &resolving->document->phrases[at];
        uint32_t of = phrase->type == RO_ORGANIZATION && phrase->role && !phrase->plural
                          ? of_noun(resolving, phrase)
                          : RO_NONE;
        *institution = (struct said_role){phrase->core, phrase->sector, NULL, false, false, of};
        if (of != RO_NONE)
            return true;
    }
    return false;
}

/* Whether a phrase is one of several that are named together: leaders of | Ghana | and Togo. */
static bool is_one_of_several(const struct document *document, uint32_t word)
{
    enum { LOOKED = 16 };
    for (uint32_t at = word + 1; at < document->word_count && at < word + LOOKED; at++)
        if (document->words[at].head == word && ro_hangs_by(&document->words[at], "conj"))
            return true;
    return ro_hangs_by(&document->words[word], "conj");
}

bool ro_people_of(const struct resolving *resolving, uint32_t cluster, struct said_role *people)
{
    uint32_t looked = 0;
    for (uint32_t at = resolving->clusters[cluster].first; at != RO_NONE && looked < RO_SAID;
         at = resolving->places[at].next, looked++) {
        const struct phrase *phrase = &resolving->document->phrases[at];
        uint32_t of = phrase->kind == RO_PRONOUN ? RO_NONE : of_noun(resolving, phrase);
        if (of == RO_NONE || is_one_of_several(resolving->document, resolving->document->phrases[of].head))
            continue;
        *people = (struct said_role){phrase->core, phrase->sector, NULL, false, false, of};
        return true;
    }
    return false;
}

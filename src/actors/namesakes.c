/* namesakes.c: which names are of one thing. "Kim Jong Un" and "Kim", but not "Kim Eui-keum"; "World Health Organization" and
 * "WHO"; "U.S." and "the United States". */
#include "actors/resolve.h"

#include "names/first_names.h"
#include "text/chars.h"

enum { NAMESAKES = 24 /* of one word that are looked at */ };

static struct slice entry_text(char text[12], uint32_t entry)
{
    uint32_t length = 0;
    for (; entry || !length; entry /= 10)
        text[length++] = (char)('0' + entry % 10);
    return (struct slice){text, length};
}

/* Persons */

static char gender_of(const struct resolving *resolving, const struct phrase *phrase)
{
    const struct document *document = resolving->document;
    if (phrase->gender || phrase->core.end - phrase->core.begin < 2)
        return phrase->gender;
    return ro_first_name_gender(resolving->context->resources->first_names,
                                ro_document_word(document, phrase->core.begin));
}

static bool has_word(const struct document *document, struct range range, uint32_t word)
{
    struct slice text = ro_document_word(document, word);
    for (uint32_t at = range.begin; at < range.end; at++)
        if (ro_slice_equal(ro_document_word(document, at), text))
            return true;
    return false;
}

/* An initial, as in "Donald J. Trump", says nothing against another name. */
static bool is_initial(struct slice word)
{
    return word.length == 1 || (word.length == 2 && word.data[1] == '.');
}

/* Whether all words of one name are in the other. */
static bool is_part(const struct document *document, struct range part, struct range whole)
{
    for (uint32_t word = part.begin; word < part.end; word++)
        if (!has_word(document, whole, word) && !is_initial(ro_document_word(document, word)))
            return false;
    return true;
}

static bool may_be(const struct resolving *resolving, const struct phrase *phrase, uint32_t number)
{
    const struct cluster *cluster = &resolving->clusters[number];
    struct range known = resolving->document->phrases[cluster->name].core;
    char gender = gender_of(resolving, phrase);
    if (gender && cluster->gender && gender != cluster->gender)
        return false;
    return is_part(resolving->document, phrase->core, known) || is_part(resolving->document, known, phrase->core);
}

/* Where a person was named by this one word before, that person; else who was mentioned last. */
static bool is_nearer(const struct resolving *resolving, uint32_t one, uint32_t other, bool single)
{
    const struct cluster *a = &resolving->clusters[one], *b = &resolving->clusters[other];
    if (single && (a->short_name != RO_NONE) != (b->short_name != RO_NONE))
        return a->short_name != RO_NONE;
    return a->last > b->last;
}

static uint32_t find_person(struct resolving *resolving, const struct phrase *phrase)
{
    uint32_t best = RO_NONE, words[] = {phrase->core.end - 1, phrase->core.begin};
    bool single = phrase->core.end - phrase->core.begin == 1;
    for (size_t i = 0; i < 2; i++) {
        struct name_key key = ro_name_key_words(resolving->document, (struct range){words[i], words[i] + 1});
        const uint32_t *first = ro_value_of(resolving, 'w', ro_name_key_slice(&key));
        uint32_t at = first ? *first : RO_NONE;
        for (int steps = 0; at != RO_NONE && steps < NAMESAKES; at = resolving->namesakes[at].next, steps++) {
            uint32_t number = resolving->namesakes[at].cluster;
            if (may_be(resolving, phrase, number) &&
                (best == RO_NONE || is_nearer(resolving, number, best, single)))
                best = number;
        }
    }
    return best;
}

static void add_namesake(struct resolving *resolving, uint32_t word, uint32_t cluster)
{
    struct name_key key = ro_name_key_words(resolving->document, (struct range){word, word + 1});
    uint32_t *first = ro_value_of(resolving, 'w', ro_name_key_slice(&key));
    if (!first || (*first != RO_NONE && resolving->namesakes[*first].cluster == cluster))
        return;
    uint32_t next = *first, number = resolving->namesake_count;
    *first = number;
    struct namesake *added = ro_arena_push(&resolving->context->scratch, resolving->namesakes,
                                           resolving->namesake_count);
    if (!added) {
        *first = next;
        resolving->failed = true;
        return;
    }
    *added = (struct namesake){cluster, next};
}

/* Organizations and places */

/* "World Health Organization" -> "who" */
static struct name_key acronym_of(const struct document *document, struct range range)
{
    struct name_key key = {.lower = true};
    for (uint32_t word = range.begin; word < range.end; word++) {
        struct slice text = ro_document_word(document, word);
        if (ro_begins_upper(text))
            ro_name_key_add(&key, (struct slice){text.data, ro_char_at(text.data, (uint32_t)text.length, 0).end},
                            true);
    }
    return key;
}

/* "the Commission" */
static bool is_definite(const struct document *document, const struct phrase *phrase)
{
    return phrase->words.begin < phrase->core.begin && ro_lemma_is(&document->words[phrase->words.begin], "the");
}

static bool is_of_type(const struct resolving *resolving, uint32_t number, enum entity_type type)
{
    enum entity_type known = resolving->clusters[number].type;
    return known == type || (type != RO_PERSON && known != RO_PERSON && (known != RO_PLACE || type == RO_COUNTRY) &&
                             (type != RO_PLACE || known == RO_COUNTRY));
}

static uint32_t find_by(struct resolving *resolving, char kind, struct slice text, enum entity_type type)
{
    const uint32_t *value = ro_value_of(resolving, kind, text);
    return value && *value != RO_NONE && is_of_type(resolving, *value, type) ? *value : RO_NONE;
}

static bool is_by_entry(const struct resolving *resolving, const struct phrase *phrase)
{
    return phrase->entry != RO_NONE && phrase->type != RO_PERSON &&
           (!phrase->capital || ro_capital_acts(resolving->document, phrase)) && phrase->type != RO_GROUP;
}

uint32_t ro_resolve_name(struct resolving *resolving, uint32_t number)
{
    struct phrase *phrase = &resolving->document->phrases[number];
    char digits[12];
    struct name_key key = ro_name_key_words(resolving->document, phrase->core);
    enum entity_type type = is_by_entry(resolving, phrase) && phrase->capital ? RO_COUNTRY : phrase->type;
    uint32_t found = RO_NONE;
    if (is_by_entry(resolving, phrase))
        found = find_by(resolving, 'e', entry_text(digits, phrase->entry), type);
    else
        found = find_by(resolving, phrase->type == RO_PLACE ? 'p' : 'n', ro_name_key_slice(&key), type);
    if (found == RO_NONE && phrase->type == RO_PERSON)
        found = find_person(resolving, phrase);
    if (found == RO_NONE && phrase->type == RO_ORGANIZATION)
        found = find_by(resolving, 'a', ro_name_key_slice(&key), type);
    if (found == RO_NONE && phrase->type == RO_ORGANIZATION && phrase->core.end - phrase->core.begin == 1)
        found = find_by(resolving, 'f', ro_name_key_slice(&key), type);
    if (found == RO_NONE && phrase->type == RO_ORGANIZATION && is_definite(resolving->document, phrase))
        found = find_by(resolving, 'h', ro_name_key_slice(&key), type);
    if (found != RO_NONE && phrase->core.end - phrase->core.begin == 1 && phrase->type == RO_PERSON)
        resolving->clusters[found].short_name = number;
    return found;
}

static void remember(struct resolving *resolving, char kind, struct slice text, uint32_t cluster)
{
    uint32_t *value = ro_value_of(resolving, kind, text);
    if (value)
        *value = cluster;
}

/* By what a longer name of an organization is found: "WHO", "Shell" of "Shell Plc", "the Commission". */
static void remember_short_forms(struct resolving *resolving, const struct phrase *phrase, uint32_t cluster)
{
    struct name_key acronym = acronym_of(resolving->document, phrase->core);
    struct name_key head = ro_name_key_words(resolving->document, (struct range){phrase->head, phrase->head + 1});
    struct name_key first = ro_name_key_words(resolving->document,
                                              (struct range){phrase->core.begin, phrase->core.begin + 1});
    remember(resolving, 'a', ro_name_key_slice(&acronym), cluster);
    remember(resolving, 'f', ro_name_key_slice(&first), cluster);
    remember(resolving, 'h', ro_name_key_slice(&head), cluster);
}

static void remember_person(struct resolving *resolving, const struct phrase *phrase, uint32_t cluster)
{
    char gender = gender_of(resolving, phrase);
    if (!resolving->clusters[cluster].gender)
        resolving->clusters[cluster].gender = gender;
    add_namesake(resolving, phrase->core.end - 1, cluster);
    add_namesake(resolving, phrase->core.begin, cluster);
}

void ro_remember_name(struct resolving *resolving, uint32_t number, uint32_t cluster)
{
    const struct phrase *phrase = &resolving->document->phrases[number];
    char digits[12];
    struct name_key key = ro_name_key_words(resolving->document, phrase->core);
    if (phrase->type == RO_ORGANIZATION && phrase->core.end - phrase->core.begin > 1)
        remember_short_forms(resolving, phrase, cluster);
    if (is_by_entry(resolving, phrase)) {
        remember(resolving, 'e', entry_text(digits, phrase->entry), cluster);
        if (phrase->capital)
            resolving->clusters[cluster].type = RO_COUNTRY;
        return;
    }
    remember(resolving, phrase->type == RO_PLACE ? 'p' : 'n', ro_name_key_slice(&key), cluster);
    if (phrase->type == RO_PERSON)
        remember_person(resolving, phrase, cluster);
}

/* petrarch_sets.c: reads sets of words: "&AID", then "+MONEY", "+RICE_", "+LEGAL_AID", "+&FOOD". Plurals are made of what does not end
 * with "_", unless the name of the set does. A set may have another one in it that was read before. */
#include "events/petrarch_reading.h"

uint32_t ro_petrarch_set_at(const struct petrarch_verbs *verbs, struct slice text, size_t *length)
{
    size_t end = text.length;
    while (end > 0) {
        uint32_t set = ro_table_get(&verbs->set_names, (struct slice){text.data, end});
        *length = end;
        if (set != RO_TABLE_NONE)
            return set;
        for (end--; end > 0 && text.data[end] != '_';)
            end--;
    }
    return RO_NONE;
}

bool ro_petrarch_read_set(struct petrarch_reading *reading, struct slice line)
{
    struct petrarch_verbs *verbs = reading->verbs;
    struct slice name = ro_lines_until(line, " \t");
    reading->singular = name.data[name.length - 1] == '_';
    while (name.length && name.data[name.length - 1] == '_')
        name.length--;
    if (name.length < 2)
        return ro_lines_wrong(&reading->lines, line.data, "the set has no name; write it behind the &");
    struct petrarch_list *set = ro_arena_push(verbs->arena, verbs->sets, verbs->set_count);
    const char *key = ro_arena_copy(verbs->arena, name);
    reading->set = set ? verbs->set_count - 1 : RO_NONE;
    reading->lines.failed |= !set || !key;
    if (!set || !key)
        return false;
    *set = (struct petrarch_list){verbs->member_count, 0};
    uint32_t known = ro_table_put(&verbs->set_names, verbs->arena, (struct slice){key, name.length}, reading->set);
    reading->lines.failed |= known == RO_TABLE_NONE;
    if (known == RO_TABLE_NONE)
        return false;
    verbs->sets[known] = *set; /* a later set of a name is what the name means from here on */
    reading->set = known;
    return true;
}

/* Members */

static bool add_member(struct petrarch_reading *reading, const struct petrarch_list *words)
{
    struct petrarch_verbs *verbs = reading->verbs;
    struct petrarch_member *member = ro_arena_push(verbs->arena, verbs->members, verbs->member_count);
    reading->lines.failed |= !member;
    if (!member)
        return false;
    member->words = *words;
    verbs->sets[reading->set].count++;
    return true;
}

static bool add_words(struct petrarch_reading *reading, const struct folded *folded)
{
    struct petrarch_verbs *verbs = reading->verbs;
    struct petrarch_list list = {verbs->list_word_count, 0};
    for (size_t at = 0; at < folded->length;) {
        struct slice rest = {folded->text + at, folded->length - at}, word = ro_lines_until(rest, " ");
        uint32_t number = ro_petrarch_add_word(reading, word);
        uint32_t *place = ro_arena_push(verbs->arena, verbs->list_words, verbs->list_word_count);
        reading->lines.failed |= !place;
        if (!place || number == RO_NONE)
            return false;
        *place = number;
        list.count++;
        at += word.length + 1;
    }
    return add_member(reading, &list);
}

/* "+&FOOD": the words of another set. */
static bool add_set(struct petrarch_reading *reading, struct slice name)
{
    struct petrarch_verbs *verbs = reading->verbs;
    size_t length;
    uint32_t set = ro_petrarch_set_at(verbs, name, &length);
    if (set == RO_NONE || set == reading->set)
        return ro_lines_wrong(&reading->lines, name.data, "no set %.*s stands above; write it there",
                              (int)name.length, name.data);
    for (uint32_t i = 0; i < verbs->sets[set].count; i++) {
        struct petrarch_list words = verbs->members[verbs->sets[set].first + i].words;
        if (!add_member(reading, &words))
            return false;
    }
    return true;
}

bool ro_petrarch_read_member(struct petrarch_reading *reading, struct slice line)
{
    struct slice phrase = ro_lines_after(line, line.data + 1);
    struct folded folded;
    folded.length = 0;
    if (phrase.length && *phrase.data == '&')
        return add_set(reading, phrase);
    bool singular = reading->singular || (phrase.length && phrase.data[phrase.length - 1] == '_');
    if (!ro_fold(&folded, phrase))
        return ro_lines_wrong(&reading->lines, phrase.data, "this phrase is longer than %d letters; shorten it",
                              RO_LONGEST_PHRASE);
    if (!folded.length)
        return ro_lines_wrong(&reading->lines, line.data, "no words; write them behind the +");
    if (!add_words(reading, &folded))
        return false;
    return singular || !ro_fold_plural(&folded) || add_words(reading, &folded);
}

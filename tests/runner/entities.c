/* entities.c: a string names each mention that has it as its head or its span; "Lund"#2 that one alone which is the second
 * place of these words in the passage. */
#include <stdio.h>
#include <utf8proc.h>

#include "runner/entities.h"

#include "record/values.h"

bool is_about_entities(enum item item)
{
    return item == ENTITY || item == GROUP || item == PLACE || item == SAME || item == APART;
}

bool entity_is(const struct entity *entity, enum item item)
{
    return item == GROUP ? entity->type == RO_GROUP : item == PLACE ? entity->type == RO_PLACE : true;
}

/* Places of words */

static bool is_letter(const char *at, const char *end)
{
    utf8proc_int32_t code;
    if (utf8proc_iterate((const utf8proc_uint8_t *)at, end - at, &code) <= 0)
        return false;
    utf8proc_category_t category = utf8proc_category(code);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           category == UTF8PROC_CATEGORY_ND;
}

static const char *before(const char *begin, const char *at)
{
    for (at--; at > begin && ((unsigned char)*at & 0xC0) == 0x80;)
        at--;
    return at;
}

/* Whether a word neither begins before a place nor goes on behind it. */
static bool is_whole(const struct document *document, struct span span)
{
    const char *text = document->text, *end = text + document->length;
    const char *first = text + span.begin, *behind = text + span.end;
    bool cut = span.begin && is_letter(first, end) && is_letter(before(text, first), end);
    return !cut && !(behind < end && is_letter(behind, end) && is_letter(before(text, behind), end));
}

/* The next place of words from a byte on; an empty span: there is none. */
static struct span next_place(const struct document *document, struct slice words, uint32_t from)
{
    for (; words.length && from + words.length <= document->length; from++) {
        struct span span = {from, from + (uint32_t)words.length};
        if (ro_slice_equal(ro_document_slice(document, span), words) && is_whole(document, span))
            return span;
    }
    return RO_NO_SPAN;
}

/* How many places words have up to one. */
static unsigned count_places(const struct document *document, struct slice words, uint32_t last)
{
    unsigned count = 0;
    struct span place = next_place(document, words, 0);
    for (; ro_span_is(place) && place.begin <= last; place = next_place(document, words, place.begin + 1))
        count++;
    return count;
}

/* Whether a token says a span. */
static bool says(const struct document *document, const struct token *token, struct span span)
{
    return ro_slice_equal(ro_document_slice(document, span), token->text) &&
           (!token->nth || count_places(document, token->text, span.begin) == token->nth);
}

/* Comparing */

static bool has_mention(const struct document *document, const struct entity *entity, const struct token *token)
{
    for (uint32_t i = 0; i < entity->mention_count; i++)
        if (says(document, token, entity->mentions[i].head) || says(document, token, entity->mentions[i].span))
            return true;
    return false;
}

static bool is_called(const struct document *document, const struct entity *entity, const struct token *token)
{
    return ro_slice_equal(ro_slice(entity->name), token->text) || has_mention(document, entity, token);
}

static bool has_name(const struct document *document, const struct entity *entity,
                     const struct expectation *expected)
{
    const struct tokens *names = &expected->is.parts[CONTENT];
    if (!names->count || ro_slice_equal(ro_slice(entity->name), names->items->text))
        return true;
    return (entity->type == RO_GROUP || expected->absent) && has_mention(document, entity, names->items);
}

/* Whether a string is what a line says; "none" is no string. */
static bool has_value(const struct tokens *expected, const char *value)
{
    if (!expected->count)
        return true;
    bool none = !expected->items->quoted && ro_slice_equal(expected->items->text, RO_SLICE("none"));
    return none ? !value : value && ro_slice_equal(expected->items->text, ro_slice(value));
}

static bool has_geonames(const struct tokens *expected, const struct geo *geo)
{
    char digits[16];
    bool is = geo && geo->geonames != RO_NONE;
    snprintf(digits, sizeof digits, "%u", is ? (unsigned)geo->geonames : 0);
    return has_value(expected, is ? digits : NULL);
}

static bool has_role(const struct notation *expected, const struct entity *entity)
{
    bool any = !expected->parts[ROLE].count;
    for (uint32_t i = 0; i < entity->role_count && !any; i++)
        any = has_value(&expected->parts[ROLE], entity->roles[i].title) &&
              has_value(&expected->parts[OF], entity->roles[i].of);
    return any;
}

static bool has_mentions(const struct document *document, const struct entity *entity, const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++)
        if (!has_mention(document, entity, &tokens->items[i]))
            return false;
    return true;
}

static bool has_member(const struct document *document, const struct entity *entity, const struct token *token)
{
    for (uint32_t i = 0; i < entity->member_count; i++)
        if (is_called(document, &document->entities[entity->members[i]], token))
            return true;
    return false;
}

/* Whether the members are those that a line names, and no others. */
static bool has_members(const struct document *document, const struct entity *entity, const struct tokens *tokens)
{
    if (tokens->count && tokens->count != entity->member_count)
        return false;
    for (size_t i = 0; i < tokens->count; i++)
        if (!has_member(document, entity, &tokens->items[i]))
            return false;
    return true;
}

static bool entity_matches(const struct document *document, const struct entity *entity,
                           const struct expectation *expected)
{
    const struct tokens *parts = expected->is.parts;
    return entity_is(entity, expected->item) && has_value(&parts[FORM], ro_entity_types[entity->type]) &&
           has_name(document, entity, expected) && has_value(&parts[COUNTRY], entity->country) &&
           has_value(&parts[ACTOR], entity->actor) && has_geonames(&parts[GEONAMES], entity->geo) &&
           has_role(&expected->is, entity) && has_members(document, entity, &parts[MEMBERS]) &&
           has_mentions(document, entity, &parts[MENTIONS]);
}

/* How many of some strings are mentions of an entity. */
static size_t count_mentioned(const struct document *document, const struct entity *entity,
                              const struct tokens *tokens)
{
    size_t count = 0;
    for (size_t i = 0; i < tokens->count; i++)
        count += has_mention(document, entity, &tokens->items[i]);
    return count;
}

/* Whether each string is a mention of something, and no two are mentions of the same. */
static bool are_apart(const struct document *document, const struct tokens *tokens)
{
    size_t sum = 0;
    for (uint32_t i = 0; i < document->entity_count; i++) {
        size_t count = count_mentioned(document, &document->entities[i], tokens);
        if (count > 1)
            return false;
        sum += count;
    }
    return sum >= tokens->count;
}

bool entities_match(const struct document *document, const struct expectation *expected)
{
    const struct tokens *tokens = &expected->is.parts[CONTENT];
    if (expected->item == APART)
        return are_apart(document, tokens);
    for (uint32_t i = 0; i < document->entity_count; i++) {
        const struct entity *entity = &document->entities[i];
        if (expected->item == SAME ? count_mentioned(document, entity, tokens) == tokens->count
                                   : entity_matches(document, entity, expected))
            return true;
    }
    return false;
}

bool entities_could_match(const struct document *document, const struct expectation *expected)
{
    for (enum part part = 0; part < PART_COUNT; part++) {
        const struct tokens *tokens = &expected->is.parts[part];
        for (size_t i = 0; i < tokens->count; i++) {
            const struct token *token = &tokens->items[i];
            unsigned least = token->nth ? token->nth : 1;
            if (token->quoted && count_places(document, token->text, document->length) < least)
                return false;
        }
    }
    return true;
}

/* Writing */

struct line {
    struct arena *arena;
    const struct document *document;
    FILE *out;
};

static void put_string(const struct line *line, const char *before, struct slice string)
{
    struct slice escaped = notation_escape(line->arena, string, '"');
    fprintf(line->out, "%s\"%.*s\"", before, (int)escaped.length, escaped.data);
}

static void put_head(const struct line *line, struct span head)
{
    struct slice words = ro_document_slice(line->document, head);
    unsigned nth = count_places(line->document, words, head.begin);
    put_string(line, " ", words);
    if (nth > 1)
        fprintf(line->out, "#%u", nth);
}

static void put_role(const struct line *line, const struct role *role)
{
    fputs(" role", line->out);
    put_string(line, " ", ro_slice(role->title));
    fputs(role->of ? " of" : " of none", line->out);
    if (role->of)
        put_string(line, " ", ro_slice(role->of));
}

static void put_beginning(const struct line *line, enum item item, const struct entity *entity)
{
    if (item == ENTITY)
        fprintf(line->out, "%s ", ro_entity_types[entity->type]);
    put_string(line, "", ro_slice(entity->name));
}

void entity_write(struct arena *arena, const struct document *document, enum item item, uint32_t index, FILE *out)
{
    const struct entity *entity = &document->entities[index];
    const struct line line = {arena, document, out};
    put_beginning(&line, item, entity);
    fprintf(out, " country %s actor %s", entity->country ? entity->country : "none",
            entity->actor ? entity->actor : "none");
    if (entity->geo && entity->geo->geonames != RO_NONE)
        fprintf(out, " geonames %u", (unsigned)entity->geo->geonames);
    if (entity->role_count)
        put_role(&line, entity->roles);
    fputs(entity->member_count ? " members" : "", out);
    for (uint32_t i = 0; i < entity->member_count; i++)
        put_string(&line, " ", ro_slice(document->entities[entity->members[i]].name));
    fputs(" mentions", out);
    for (uint32_t i = 0; i < entity->mention_count; i++)
        put_head(&line, entity->mentions[i].head);
    for (uint32_t i = 1; i < entity->role_count; i++) {
        fprintf(out, "\n%-11s ", item_names[item]);
        put_beginning(&line, item, entity);
        put_role(&line, &entity->roles[i]);
    }
}

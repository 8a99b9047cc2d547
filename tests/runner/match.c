/* match.c: what was found is written as lines, the lines are read as a test's are, and parts compared. */
#include "runner/match.h"

#include "runner/entities.h"
#include "runner/found.h"

#include <stdlib.h>

static bool same_tokens(const struct token *a, const struct token *b, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (a[i].quoted != b[i].quoted || !ro_slice_equal(a[i].text, b[i].text))
            return false;
    return true;
}

static bool has_sequence(const struct tokens *all, const struct tokens *part)
{
    for (size_t i = 0; i + part->count <= all->count; i++)
        if (same_tokens(all->items + i, part->items, part->count))
            return true;
    return false;
}

static bool contains(struct slice whole, struct slice part)
{
    for (size_t i = 0; i + part.length <= whole.length; i++)
        if (ro_slice_equal((struct slice){whole.data + i, part.length}, part))
            return true;
    return false;
}

/* Whether each string is inside of one of the other list. */
static bool each_inside(const struct tokens *all, const struct tokens *parts)
{
    for (size_t i = 0; i < parts->count; i++) {
        size_t at = 0;
        while (at < all->count && !contains(all->items[at].text, parts->items[i].text))
            at++;
        if (at == all->count)
            return false;
    }
    return true;
}

/* What must be there must be there exactly; of what must not, a part is too much. */
static bool content_matches(const struct expectation *expected, const struct notation *found)
{
    const struct tokens *theirs = &found->parts[CONTENT], *ours = &expected->is.parts[CONTENT];
    if (expected->item == WORDS)
        return has_sequence(theirs, ours);
    if (expected->absent && expected->item != SENTENCE && expected->item != WORD)
        return each_inside(theirs, ours);
    return !ours->count || (ours->count == theirs->count && same_tokens(ours->items, theirs->items, ours->count));
}

static bool matches(const struct expectation *expected, const struct notation *found)
{
    for (enum part part = 0; part < PART_COUNT; part++) {
        const struct tokens *theirs = &found->parts[part], *ours = &expected->is.parts[part];
        if (part != CONTENT && ours->count &&
            (ours->count != theirs->count || !same_tokens(ours->items, theirs->items, ours->count)))
            return false;
    }
    return content_matches(expected, found);
}

/* A copy without whitespace. */
static struct slice squeezed(struct arena *arena, struct slice from)
{
    char *to = ro_arena_alloc(arena, from.length + 1, 1);
    if (!to)
        abort();
    size_t length = 0;
    for (size_t i = 0; i < from.length; i++)
        if (!memchr(" \n\t\r", from.data[i], 4))
            to[length++] = from.data[i];
    return (struct slice){to, length};
}

/* Whether the passage has the strings of a line at all; if not, "no-words xyz" could never fail. */
static bool could_be_there(struct arena *arena, const struct document *document,
                           const struct expectation *expectation)
{
    struct slice text = squeezed(arena, (struct slice){document->text, document->length});
    for (enum part part = 0; part < PART_COUNT; part++) {
        const struct tokens *tokens = &expectation->is.parts[part];
        for (size_t i = 0; i < tokens->count; i++)
            if ((part == CONTENT || part == HEAD || tokens->items[i].quoted) && part != LEMMA && part != ABOUT &&
                !contains(text, squeezed(arena, tokens->items[i].text)))
                return false;
    }
    return true;
}

/* Whether the record has what a line says; a fault where what was found cannot be written as one. */
static const char *look_for(struct arena *arena, const struct readout_record *record,
                            const struct expectation *expectation, bool *out)
{
    struct found found = found_items(arena, record, expectation->item);
    bool there = false;
    for (size_t i = 0; i < found.count && !there; i++) {
        struct notation notation;
        if (notation_read(arena, expectation->item, found.lines[i], &notation))
            return "what was found cannot be written in the notation";
        there = matches(expectation, &notation);
    }
    *out = there;
    return NULL;
}

const char *unmet(struct arena *arena, const struct readout_record *record, const struct expectation *expectation)
{
    const struct document *document = &record->document;
    bool entities = is_about_entities(expectation->item), there = false;
    const char *fault = NULL;
    if (entities)
        there = entities_match(document, expectation);
    else
        fault = look_for(arena, record, expectation, &there);
    if (fault)
        return fault;
    if (expectation->absent &&
        !(entities ? entities_could_match(document, expectation) : could_be_there(arena, document, expectation)))
        return "cannot fail: the passage has no such words";
    if (there == expectation->absent)
        return there ? "is there and must not be" : "is not there";
    return NULL;
}

/* extents.c: how far a phrase reaches, as its sentence's tree tells. "the [spokesman] for Moon": all of it. */
#include "names/naming.h"

enum { HIGHEST = 128 /* steps up a tree */ };

static void widen(struct range *range, uint32_t word)
{
    range->begin = word < range->begin ? word : range->begin;
    range->end = word + 1 > range->end ? word + 1 : range->end;
}

void ro_subtrees_read(struct naming *naming)
{
    const struct document *document = naming->document;
    for (uint32_t word = 0; word < document->word_count; word++)
        naming->subtrees[word] = (struct range){word, word + 1};
    for (uint32_t word = 0; word < document->word_count; word++)
        for (uint32_t at = word, steps = 0; document->words[at].head != at && steps < HIGHEST; steps++) {
            at = document->words[at].head;
            widen(&naming->subtrees[at], word);
        }
}

/* Whether what hangs on a noun by this relation is part of its phrase. */
static bool is_inside(const struct word *word)
{
    static const char *const relations[] = {"det",  "amod", "compound", "nmod",   "nummod",
                                            "flat", "acl",  "fixed",    "advmod", "goeswith"};
    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
        if (ro_hangs_by(word, relations[i]))
            return true;
    return false;
}

static bool is_comma(const struct document *document, uint32_t word)
{
    return strcmp(document->words[word].upos, "PUNCT") == 0;
}

/* How far to the left: everything between the first word that belongs to the head and the head. */
static uint32_t begin_of(const struct naming *naming, struct range core, uint32_t head)
{
    const struct document *document = naming->document;
    uint32_t begin = core.begin, first = document->sentences[document->words[head].sentence].first_word;
    for (uint32_t word = core.begin; word > first; word--) {
        const struct word *own = &document->words[word - 1];
        if (own->head == head && is_inside(own) && !ro_hangs_by(own, "acl"))
            begin = naming->subtrees[word - 1].begin < begin ? naming->subtrees[word - 1].begin : begin;
        else if (!ro_range_has(naming->subtrees[head], word - 1))
            break;
    }
    return begin < first ? first : begin;
}

/* How far to the right: one dependent after the other, as long as no mark parts them. */
static uint32_t end_of(const struct naming *naming, struct range core, uint32_t head)
{
    const struct document *document = naming->document;
    uint32_t end = core.end;
    for (uint32_t word = core.end; word < naming->subtrees[head].end; word++) {
        const struct word *own = &document->words[word];
        if (own->head == head && !is_inside(own))
            break;
        if (own->head == head && !is_comma(document, naming->subtrees[word].begin))
            end = naming->subtrees[word].end > end ? naming->subtrees[word].end : end;
    }
    while (end > core.end && is_comma(document, end - 1))
        end--;
    return end;
}

struct range ro_extent(const struct naming *naming, struct range core, uint32_t head, enum mention_kind kind)
{
    return (struct range){begin_of(naming, core, head), kind == RO_NAME ? core.end : end_of(naming, core, head)};
}

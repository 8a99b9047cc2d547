/* acronyms.c: names that a text itself shortens: "the Gulf of Cadiz Fishing Federation (GCFF)". Their letters tell where the name
 * begins. After Schwartz and Hearst, A simple algorithm for identifying abbreviation definitions in biomedical text, 2003. */
#include "names/naming.h"

#include "text/chars.h"

enum { SHORTEST = 2, LONGEST = 8 /* letters */, BETWEEN = 3 /* small words: "of the", "for" */ };

/* The letters of an acronym in brackets, of which the first bracket is at `word`; length 0: none stands there. */
static struct slice acronym_at(const struct document *document, uint32_t word, uint32_t end)
{
    struct slice none = {"", 0};
    if (word + 2 >= end || !ro_slice_equal(ro_document_word(document, word), RO_SLICE("(")) ||
        !ro_slice_equal(ro_document_word(document, word + 2), RO_SLICE(")")))
        return none;
    struct slice letters = ro_document_word(document, word + 1);
    if (letters.length < SHORTEST || letters.length > LONGEST)
        return none;
    for (size_t i = 0; i < letters.length; i++)
        if (letters.data[i] < 'A' || letters.data[i] > 'Z')
            return none;
    return letters;
}

/* Where the words begin that end before a word and have these letters as their capitals, in their order; RO_NONE: they do not. */
static uint32_t begin_of(const struct document *document, uint32_t word, uint32_t first, struct slice letters)
{
    size_t left = letters.length;
    uint32_t between = 0;
    while (word > first && left > 0 && between <= BETWEEN) {
        struct slice text = ro_document_word(document, --word);
        bool next = text.data[0] == letters.data[left - 1];
        if (!next && ro_begins_upper(text))
            return RO_NONE;
        left -= next;
        between = next ? 0 : between + 1;
    }
    return left == 0 ? word : RO_NONE;
}

struct range ro_shortened_name(const struct document *document, uint32_t first, uint32_t end)
{
    for (uint32_t word = first; word < end; word++) {
        struct slice letters = acronym_at(document, word, end);
        uint32_t begin = letters.length ? begin_of(document, word, first, letters) : RO_NONE;
        if (begin != RO_NONE)
            return (struct range){begin, word};
    }
    return RO_NO_RANGE;
}

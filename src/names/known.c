/* known.c: looks each word up in all lexicons of names. */
#include "names/known.h"

#include "names/first_names.h"
#include "names/gazetteer.h"
#include "names/places.h"
#include "names/role_words.h"
#include "text/chars.h"

static void mark(uint16_t *out, uint32_t word, uint32_t length, unsigned bits)
{
    for (uint32_t i = 0; i < length; i++)
        out[word + i] |= (uint16_t)bits;
}

static unsigned bits_of(const struct gazetteer_term *term)
{
    unsigned doubtful = term->ambiguous ? RO_KNOWN_DOUBTFUL : 0;
    if (term->kind == RO_TERM_CAPITAL)
        return doubtful | RO_KNOWN_CAPITAL;
    if (term->kind == RO_TERM_DEMONYM || term->kind == RO_TERM_PEOPLE)
        return doubtful | RO_KNOWN_PEOPLE;
    return doubtful | (term->type == RO_COUNTRY ? RO_KNOWN_COUNTRY
                       : term->type == RO_PLACE ? RO_KNOWN_PLACE
                                                : RO_KNOWN_ORGANIZATION);
}

/* The words of the longest place that begins at a word. */
static uint32_t city_at(const struct context *context, const struct document *document, uint32_t word)
{
    enum { LONGEST = 3 };
    uint32_t best = 0, number;
    for (uint32_t length = 1; length <= LONGEST && word + length <= document->word_count; length++) {
        struct slice name = ro_document_words(document, (struct range){word, word + length});
        if (document->words[word + length - 1].sentence != document->words[word].sentence)
            break;
        if (ro_places_find(context->resources->places, name, &number))
            best = length;
    }
    return best;
}

void ro_known_read(const struct context *context, const struct document *document, uint16_t *out)
{
    const struct resources *resources = context->resources;
    memset(out, 0, document->word_count * sizeof *out);
    for (uint32_t word = 0; word < document->word_count; word++) {
        struct role_term role = ro_role_find(resources->roles, document, word);
        mark(out, word, role.length, ro_role_is_of_person(&role) ? RO_KNOWN_ROLE : RO_KNOWN_INSTITUTION);
        if (!ro_begins_upper(ro_document_word(document, word)))
            continue;
        struct gazetteer_term term = ro_gazetteer_find(resources->gazetteer, document, word);
        mark(out, word, term.length, bits_of(&term));
        mark(out, word, city_at(context, document, word), RO_KNOWN_CITY);
        if (ro_first_name_gender(resources->first_names, ro_document_word(document, word)))
            out[word] |= RO_KNOWN_GIVEN_NAME;
    }
}

/* petrarch_text.c: numbers the words of a sentence and finds the nouns in it that mean somebody. */
#include "events/petrarch_text.h"

#include <stdio.h>

#include "actors/dictionary_fold.h"
#include "events/circumstances.h"

bool ro_petrarch_text_open(struct petrarch_text *text, struct context *context, struct document *document,
                           const struct tree *tree, const struct petrarch_verbs *verbs)
{
    *text = (struct petrarch_text){.context = context, .document = document, .tree = tree, .verbs = verbs};
    for (uint32_t i = 0; i < document->sentence_count; i++)
        if (document->sentences[i].word_count > text->longest)
            text->longest = document->sentences[i].word_count;
    text->day = ro_dictionary_day(document->meta.published);
    text->words = ro_arena_alloc(&context->scratch, text->longest, sizeof *text->words);
    text->seen = ro_arena_alloc(&context->scratch, verbs->word_count, sizeof *text->seen);
    text->accounts = ro_event_accounts(document, &context->scratch);
    return text->words && text->seen && text->accounts;
}

/* Words */

static bool is_one_of(struct slice word, const char *const *words)
{
    for (; *words; words++)
        if (ro_slice_equal(word, ro_slice(*words)))
            return true;
    return false;
}

/* What PETRARCH passes over between words that are side by side. */
static bool is_slight(struct slice folded)
{
    static const char *const words[] = {
        "the",   "a",    "an",   "it",    "he",      "they",     "her",     "has",     "had",     "have",
        "some",  "few",  "that", "dozen", "hundred", "thousand", "million", "billion", "one",     "two",
        "three", "four", "five", "six",   "seven",   "eight",    "nine",    "dollar",  "dollars", NULL};
    bool number = folded.length > 0;
    for (size_t i = 0; i < folded.length; i++)
        number &= folded.data[i] >= '0' && folded.data[i] <= '9';
    return number || is_one_of(folded, words);
}

static uint32_t number_of(const struct petrarch_verbs *verbs, struct slice word, struct folded *folded)
{
    folded->length = 0;
    if (!ro_fold(folded, word))
        return RO_NONE;
    uint32_t number = ro_petrarch_word(verbs, (struct slice){folded->text, folded->length});
    return number == RO_TABLE_NONE ? RO_NONE : number;
}

/* Nouns and verbs are also what their lemma is; "will" and "have" are what they are. */
static bool has_forms(const struct word *word)
{
    return word->upos && (strcmp(word->upos, "NOUN") == 0 || strcmp(word->upos, "VERB") == 0);
}

static void mark_seen(struct petrarch_text *text, uint32_t number)
{
    if (number != RO_NONE)
        text->seen[number] = text->number;
}

static void read_word(struct petrarch_text *text, uint32_t word)
{
    struct petrarch_word *own = &text->words[word - text->sentence.begin];
    const struct word *known = &text->document->words[word];
    struct folded folded;
    uint32_t form = number_of(text->verbs, ro_document_word(text->document, word), &folded);
    *own = (struct petrarch_word){.form = form, .lemma = RO_NONE, .noun = RO_NONE, .close = RO_NONE};
    own->silent = folded.length == 0;
    own->slight = is_slight((struct slice){folded.text, folded.length});
    if (has_forms(known) && known->lemma)
        own->lemma = number_of(text->verbs, ro_slice(known->lemma), &folded);
    mark_seen(text, own->form);
    mark_seen(text, own->lemma);
}

/* Nouns */

static struct range around(const struct petrarch_text *text, uint32_t word)
{
    enum { NEAR = 64 };
    return ro_range_common((struct range){word > NEAR ? word - NEAR : 0, word + NEAR}, text->sentence);
}

static const char *actor_at(const struct petrarch_text *text, uint32_t word)
{
    uint32_t entity = text->tree->entity_at[word];
    bool possessive = ro_hangs_by(&text->document->words[word], "nmod:poss") &&
                      strcmp(text->document->words[word].upos, "PRON") == 0;
    return entity == RO_NONE || possessive ? NULL : text->document->entities[entity].actor;
}

/* Somebody whom no dictionary knows by these words, but the text by others, or what is built in: "he". */
static bool known_party(const struct petrarch_text *text, uint32_t word, struct dictionary_party *party)
{
    const char *code = actor_at(text, word);
    if (!code)
        return false;
    *party = (struct dictionary_party){.actor = word, .word = word};
    for (uint32_t top = ro_dictionary_top(text->document, word); word != top;) {
        word = text->document->words[word].head;
        const char *above = actor_at(text, word);
        if (!above || strncmp(above, code, 3) != 0) /* "the Norland [minister]" */
            break;
        code = above;
        party->word = word;
    }
    snprintf(party->code, sizeof party->code, "%s", code);
    return true;
}

/* And those with whom he is coordinated. */
static uint32_t known_parties(const struct petrarch_text *text, uint32_t word,
                              struct dictionary_party parties[RO_DICTIONARY_PARTIES])
{
    uint32_t count = known_party(text, word, parties);
    if (!count)
        return 0;
    uint32_t first = ro_dictionary_first(text->document, parties->word);
    struct range words = around(text, first);
    for (uint32_t other = first; other < words.end && count < RO_DICTIONARY_PARTIES; other++)
        if (other != parties->word && ro_dictionary_first(text->document, other) == first)
            count += known_party(text, other, &parties[count]);
    return count;
}

/* Keep the phrase of a noun. */
static bool keep_noun(struct petrarch_text *text, uint32_t top, const struct dictionary_party *parties,
                      uint32_t count)
{
    if (text->noun_count == text->noun_room) { /* the room is used again for the next sentence */
        const struct petrarch_noun *added = ro_arena_push(&text->context->scratch, text->nouns, text->noun_room);
        if (!added)
            return false;
    }
    struct petrarch_noun *noun = &text->nouns[text->noun_count];
    *noun = (struct petrarch_noun){.top = top, .party_count = count, .nobody = parties[0].actor == RO_NONE};
    noun->parties = ro_arena_alloc(&text->context->scratch, count, sizeof *noun->parties);
    if (!noun->parties)
        return false;
    memcpy(noun->parties, parties, count * sizeof *parties);
    text->noun_count++;
    return true;
}

/* Let the words of a noun's phrase know of it, which was kept last. */
static void mark_words(struct petrarch_text *text, uint32_t top, bool closely)
{
    struct range window = around(text, top);
    for (uint32_t word = window.begin; word < window.end; word++) {
        struct petrarch_word *own = &text->words[word - text->sentence.begin];
        if (closely && ro_dictionary_near(text->document, word) == top)
            own->close = text->noun_count - 1;
        if (!closely && ro_dictionary_has(text->document, top, word))
            own->noun = text->noun_count - 1;
    }
}

/* Who is meant by the phrase that a word is in, by the dictionaries or by what else is known; 0: the word does not tell. */
static uint32_t parties_at(const struct petrarch_text *text, uint32_t word, bool closely, bool by_dictionary,
                           struct dictionary_party parties[RO_DICTIONARY_PARTIES], uint32_t *top)
{
    const struct dictionary *dictionary = text->context->resources->dictionary;
    const struct document *document = text->document;
    uint32_t count = 1;
    if (by_dictionary && !ro_dictionary_actor(dictionary, document, word, &count) &&
        !ro_dictionary_agent(dictionary, document, word, &count))
        return 0;
    *top = closely ? ro_dictionary_near(document, word) : ro_dictionary_top(document, word + count - 1);
    if (!by_dictionary)
        return known_parties(text, word, parties);
    count = ro_dictionary_parties(dictionary, document, *top, text->day, parties);
    if (count == 1 && parties->actor == RO_NONE)
        known_party(text, parties->word, parties); /* "the minister", who was named before */
    return count;
}

/* Find the nouns, with all that hangs on them or without what does so by a preposition. */
static bool read_nouns(struct petrarch_text *text, bool closely, bool by_dictionary)
{
    struct dictionary_party parties[RO_DICTIONARY_PARTIES];
    for (uint32_t word = text->sentence.begin, top; word < text->sentence.end; word++) {
        const struct petrarch_word *own = ro_petrarch_at(text, word);
        if ((closely ? own->close : own->noun) != RO_NONE)
            continue;
        uint32_t found = parties_at(text, word, closely, by_dictionary, parties, &top);
        if (found && !keep_noun(text, top, parties, found))
            return false;
        if (found)
            mark_words(text, top, closely);
    }
    return true;
}

bool ro_petrarch_text_read(struct petrarch_text *text, uint32_t sentence)
{
    const struct sentence *own = &text->document->sentences[sentence];
    text->sentence = (struct range){own->first_word, own->first_word + own->word_count};
    text->number = sentence + 1;
    for (uint32_t word = text->sentence.begin; word < text->sentence.end; word++)
        read_word(text, word);
    text->noun_count = 0;
    return read_nouns(text, false, true) && read_nouns(text, false, false) && read_nouns(text, true, true) &&
           read_nouns(text, true, false);
}

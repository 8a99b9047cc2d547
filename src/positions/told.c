/* told.c: what statements leave out: the rest of their sentences, cues that nobody heard, accounts that go on. */
#include "positions/told.h"

#include "statements/build.h"
#include "statements/cues.h"

static struct range words_of(const struct sentence *sentence)
{
    return (struct range){sentence->first_word, sentence->first_word + sentence->word_count};
}

static bool is_mark(const struct accounts *accounts, uint32_t word)
{
    return ro_tree_has_upos(accounts->tree, word, "PUNCT");
}

bool ro_claim_words(struct accounts *accounts, add_account *add, struct range words, struct account like)
{
    bool any = false;
    for (uint32_t word = words.begin; word <= words.end && words.begin < words.end; word++) {
        bool taken = word == words.end || accounts->at[word] != RO_NONE;
        if (!taken) {
            any |= !is_mark(accounts, word);
            continue;
        }
        while (words.begin < word && is_mark(accounts, words.begin))
            words.begin++;
        like.words = (struct range){words.begin, word};
        if (any && !add(accounts, like))
            return false;
        words.begin = word + 1;
        any = false;
    }
    return true;
}

/* Whether a verb is one that tells. */
static bool has_cue(const struct accounts *accounts, uint32_t verb)
{
    char lower[32];
    struct slice word = ro_document_word(accounts->document, verb);
    if (word.length >= sizeof lower || !ro_tree_has_upos(accounts->tree, verb, "VERB"))
        return false;
    for (size_t i = 0; i < word.length; i++)
        lower[i] = (char)(word.data[i] >= 'A' && word.data[i] <= 'Z' ? word.data[i] + 32 : word.data[i]);
    for (const struct cue_entry *entry = ro_cues_get(accounts->cues, (struct slice){lower, word.length}); entry;
         entry = entry->next)
        if (!entry->cue->rest_count &&
            (entry->cue->act == READOUT_ASSERT || entry->cue->act == READOUT_CRITICIZE ||
             entry->cue->act == READOUT_DENY) &&
            (entry->cue->frame == RO_FRAME_SAY || entry->cue->frame == RO_FRAME_TELL ||
             entry->cue->frame == RO_FRAME_QUOTE))
            return true;
    return false;
}

/* The rest of sentences */

static void join(struct range *all, struct range words)
{
    if (!ro_range_is(words))
        return;
    bool none = !ro_range_is(*all);
    all->begin = none || words.begin < all->begin ? words.begin : all->begin;
    all->end = none || words.end > all->end ? words.end : all->end;
}

/* The words from cue to source, with those who hear it. */
static struct range telling_of(const struct document *document, const struct statement *statement)
{
    struct range all = {0, 0};
    join(&all, ro_span_words(document, statement->source.span));
    join(&all, ro_span_words(document, statement->cue));
    for (uint32_t i = 0; i < statement->addressee_count; i++)
        join(&all, ro_span_words(document, statement->addressees[i].span));
    return all;
}

/* Whether a clause of its own begins behind a mark: "; neither party can end it", ", and | nobody had come". */
static bool begins_clause(const struct accounts *accounts, uint32_t mark, uint32_t end)
{
    const struct document *document = accounts->document;
    static const char *const joints[] = {"and", "but", "nor", "neither", NULL};
    struct slice text = ro_document_word(document, mark);
    bool strong = ro_slice_equal(text, RO_SLICE(";")) || ro_slice_equal(text, RO_SLICE(":"));
    bool weak = ro_slice_equal(text, RO_SLICE(",")) && mark + 1 < end &&
                ro_lemma_in(&document->words[mark + 1], joints);
    bool subject = false;
    for (uint32_t word = mark + 1; (strong || weak) && word < end; word++) {
        const struct word *own = &document->words[word];
        if (ro_slice_equal(ro_document_word(document, word), RO_SLICE(",")))
            return false;
        subject |= ro_hangs_by(own, "nsubj");
        if (ro_tree_has_upos(accounts->tree, word, "VERB") || ro_tree_has_upos(accounts->tree, word, "AUX"))
            return subject;
    }
    return false;
}

static bool add_rest_of(struct accounts *accounts, add_account *add, struct account like)
{
    const struct document *document = accounts->document;
    struct range sentence = words_of(&document->sentences[document->words[like.words.begin].sentence]);
    struct range telling = ro_range_common(telling_of(document, &document->statements[like.statement]), sentence);
    if (!ro_range_is(telling) || telling.begin <= like.words.begin)
        return true;
    if (!ro_claim_words(accounts, add, (struct range){sentence.begin, telling.begin}, like))
        return false;
    for (uint32_t word = telling.end; word < sentence.end; word++)
        if (has_cue(accounts, word)) /* "; it was the union, | countered | Roe" */
            return true;
    for (uint32_t word = telling.end; word < sentence.end; word++)
        if (accounts->at[word] == RO_NONE && begins_clause(accounts, word, sentence.end))
            return ro_claim_words(accounts, add, (struct range){word + 1, sentence.end}, like);
    return true;
}

/* Whether another statement that stands alone begins in the same sentence. */
static bool is_alone(const struct accounts *accounts, uint32_t number)
{
    const struct document *document = accounts->document;
    const struct account *own = &accounts->items[number];
    struct range words = words_of(&document->sentences[document->words[own->words.begin].sentence]);
    for (uint32_t word = words.begin; word < words.end; word++) {
        uint32_t other = accounts->at[word];
        if (other != RO_NONE && accounts->items[other].statement != own->statement &&
            document->statements[accounts->items[other].statement].within == RO_NONE)
            return false;
    }
    return true;
}

bool ro_add_rest(struct accounts *accounts, add_account *add)
{
    const struct document *document = accounts->document;
    for (uint32_t i = 0, count = accounts->count; i < count; i++) {
        struct account like = accounts->items[i];
        uint32_t first = document->sentences[document->words[like.words.begin].sentence].first_word;
        uint32_t length = document->sentences[document->words[like.words.begin].sentence].word_count;
        bool opens = like.words.begin <= first + 1 && length <= RO_REACH;
        if (opens && document->statements[like.statement].within == RO_NONE && is_alone(accounts, i) &&
            !add_rest_of(accounts, add, like))
            return false;
    }
    return true;
}

/* Cues that nobody heard */

/* | Let | it be known, | let | its customers know. */
static bool lets_know(const struct accounts *accounts, uint32_t verb)
{
    uint32_t known = ro_tree_child(accounts->tree, verb, "xcomp", RO_NONE);
    known = known == RO_NONE ? ro_tree_child(accounts->tree, verb, "ccomp", RO_NONE) : known;
    return ro_lemma_is(ro_tree_word(accounts->tree, verb), "let") && known != RO_NONE &&
           ro_lemma_is(ro_tree_word(accounts->tree, known), "know");
}

static void mark_heard(const struct document *document, bool *heard)
{
    for (uint32_t i = 0; i < document->statement_count; i++) {
        struct range cue = ro_span_words(document, document->statements[i].cue);
        for (uint32_t word = cue.begin; word < cue.end; word++)
            heard[word] = true;
    }
}

static bool add_heard(struct accounts *accounts, add_account *add, uint32_t verb, uint32_t subject)
{
    const struct tree *tree = accounts->tree;
    struct range sentence = words_of(&accounts->document->sentences[ro_tree_word(tree, verb)->sentence]);
    struct account like = {.statement = RO_NONE, .way = RO_UNHEARD, .source = ro_account_who(accounts, subject)};
    like.told = like.source;
    if (like.source == RO_NONE)
        return true;
    uint32_t clause = ro_tree_child(tree, verb, "ccomp", RO_NONE);
    if (clause != RO_NONE && clause > verb && subject < verb &&
        ro_tree_child(tree, verb, "mark", RO_NONE) == RO_NONE)
        return ro_claim_words(accounts, add, ro_words_under(tree, clause), like);
    bool inverted = verb - sentence.begin <= RO_REACH && subject > verb &&
                    (verb == sentence.begin || verb > sentence.begin + 1) && verb > sentence.begin &&
                    is_mark(accounts, verb - 1);
    if (!inverted)
        return true;
    uint32_t behind = ro_words_under(tree, subject).end;
    while (behind < sentence.end && !begins_clause(accounts, behind, sentence.end))
        behind++;
    return ro_claim_words(accounts, add, (struct range){sentence.begin, verb}, like) &&
           ro_claim_words(accounts, add, (struct range){behind, sentence.end}, like);
}

/* Verbs that tell where all is told before them: "It was loose, Roe | scribbled | on her slip". */
static bool may_tell(const struct accounts *accounts, uint32_t verb)
{
    static const char *const verbs[] = {"scribble",  "scrawl",  "jot",   "recall", "remember", "reckon",
                                        "calculate", "note",    "cable", "blog",   "tweet",    "post",
                                        "email",     "radio",   "phone", "signal", "record",   "reason",
                                        "confide",   "whisper", NULL};
    return ro_tree_has_upos(accounts->tree, verb, "VERB") && ro_lemma_in(ro_tree_word(accounts->tree, verb), verbs);
}

static bool has_tag(const struct accounts *accounts, struct range words, const char *const *tags)
{
    for (uint32_t word = words.begin; word < words.end; word++)
        for (const char *const *tag = tags; *tag; tag++)
            if (ro_tree_tagged(accounts->tree, word, *tag))
                return true;
    return false;
}

/* Whether words tell by themselves: "The dam had burst"; but not "When the dam burst", "who held the northern end". */
static bool is_clause(const struct accounts *accounts, struct range words)
{
    static const char *const finite[] = {"VBD", "VBZ", "VBP", "MD", NULL}, *const joints[] = {"WP", "WDT", "WRB",
                                                                                              NULL};
    if (!ro_range_is(words) || !has_tag(accounts, words, finite))
        return false;
    return !has_tag(accounts, (struct range){words.begin, words.begin + 1}, joints) &&
           !ro_tree_has_upos(accounts->tree, words.begin, "SCONJ") &&
           !ro_tree_has_upos(accounts->tree, words.begin, "CCONJ");
}

static bool says_more(const struct accounts *accounts, uint32_t verb, uint32_t end)
{
    static const char *const parts[] = {"ccomp", "obj", NULL};
    for (const char *const *part = parts; *part; part++) {
        uint32_t child = ro_tree_child(accounts->tree, verb, *part, RO_NONE);
        if (child != RO_NONE && child > verb && !lets_know(accounts, verb))
            return true;
    }
    for (uint32_t word = verb + 1; word < end; word++)
        if (ro_lemma_is(ro_tree_word(accounts->tree, word), "that") ||
            ro_lemma_is(ro_tree_word(accounts->tree, word), ":"))
            return true;
    return false;
}

/* What stands before a speaker and his verb: "| The dam had burst |, the engineer, Ada Lund, concluded in her report". */
static bool add_before(struct accounts *accounts, add_account *add, uint32_t verb)
{
    const struct document *document = accounts->document;
    struct range sentence = words_of(&document->sentences[ro_tree_word(accounts->tree, verb)->sentence]);
    struct account like = {.statement = RO_NONE, .way = RO_UNHEARD, .source = RO_NONE};
    struct range piece = {verb, verb};
    if (sentence.end - sentence.begin > RO_REACH || says_more(accounts, verb, sentence.end))
        return true;
    for (uint32_t word = verb; word-- > sentence.begin;) {
        if (accounts->at[word] != RO_NONE)
            return true;
        bool comma = ro_slice_equal(ro_document_word(document, word), RO_SLICE(","));
        if (!comma && word > sentence.begin)
            continue;
        piece.begin = comma ? word + 1 : word;
        if (is_clause(accounts, piece))
            return like.source == RO_NONE || piece.end == verb ||
                   ro_claim_words(accounts, add, (struct range){sentence.begin, piece.end}, like);
        uint32_t who = ro_range_is(piece) ? ro_account_who(accounts, ro_highest(document, piece)) : RO_NONE;
        if (who != RO_NONE && (like.source == RO_NONE || document->entities[who].type == RO_PERSON))
            like.source = like.told = who;
        piece.end = word;
    }
    return true;
}

/* The subject that a cue has: of two the one next to it. */
static uint32_t speaker_of(const struct accounts *accounts, uint32_t verb)
{
    uint32_t nearest = RO_NONE;
    for (uint32_t child = RO_NONE; (child = ro_tree_child(accounts->tree, verb, "nsubj", child)) != RO_NONE;)
        nearest = child;
    if (nearest == RO_NONE && verb > 0 &&
        is_mark(accounts, verb - 1)) /* ", countered | Roe |", read as its object */
        nearest = ro_tree_child(accounts->tree, verb, "obj", RO_NONE);
    return nearest != RO_NONE && ro_hangs_by(ro_tree_word(accounts->tree, nearest), "nsubj:pass") ? RO_NONE
                                                                                                  : nearest;
}

bool ro_add_unheard(struct accounts *accounts, add_account *add)
{
    const struct document *document = accounts->document;
    bool *heard = ro_arena_alloc(&accounts->context->scratch, document->word_count + 1, sizeof *heard);
    if (!heard)
        return false;
    mark_heard(document, heard);
    for (uint32_t verb = 0; verb < document->word_count; verb++) {
        bool known = lets_know(accounts, verb) || may_tell(accounts, verb);
        if (heard[verb] || accounts->at[verb] != RO_NONE || !(known || has_cue(accounts, verb)))
            continue;
        uint32_t subject = known ? RO_NONE : speaker_of(accounts, verb);
        if ((subject != RO_NONE && !add_heard(accounts, add, verb, subject)) ||
            (accounts->at[verb] == RO_NONE && !add_before(accounts, add, verb)))
            return false;
    }
    return true;
}

/* Accounts that go on */

/* Whether a sentence tells in the past perfect: had rung, had been shut. */
static bool is_past_perfect(const struct accounts *accounts, uint32_t root)
{
    uint32_t had = ro_tree_child_lemma(accounts->tree, root, "aux", "have");
    return had != RO_NONE && ro_tree_tagged(accounts->tree, had, "VBD");
}

/* The last account of a sentence that no other tells; RO_NONE. */
static uint32_t last_account(const struct accounts *accounts, struct range words)
{
    uint32_t last = RO_NONE;
    for (uint32_t word = words.begin; word < words.end; word++) {
        uint32_t account = accounts->at[word];
        uint32_t statement = account == RO_NONE ? RO_NONE : accounts->items[account].statement;
        if (statement != RO_NONE && accounts->document->statements[statement].within == RO_NONE)
            last = account;
    }
    return last;
}

/* Whether a sentence tells a number of what its teller did: "said Roe. | He counted forty carcasses |". */
static bool is_of_teller(const struct accounts *accounts, struct range words, uint32_t account)
{
    uint32_t subject = ro_tree_child(accounts->tree, ro_highest(accounts->document, words), "nsubj", RO_NONE);
    bool counts = false;
    for (uint32_t word = words.begin; word < words.end; word++)
        counts |= ro_tree_has_upos(accounts->tree, word, "NUM");
    return counts && subject != RO_NONE && ro_tree_has_upos(accounts->tree, subject, "PRON") &&
           accounts->who[subject] == accounts->items[account].source;
}

bool ro_add_going_on(struct accounts *accounts, add_account *add)
{
    const struct document *document = accounts->document;
    for (uint32_t i = 1; i < document->sentence_count; i++) {
        const struct sentence *own = &document->sentences[i];
        struct range words = words_of(own);
        bool plain = own->block == own[-1].block && document->blocks[own->block].kind == RO_BODY;
        for (uint32_t word = words.begin; plain && word < words.end; word++)
            plain = accounts->at[word] == RO_NONE;
        uint32_t before = plain ? last_account(accounts, words_of(&own[-1])) : RO_NONE;
        if (before == RO_NONE || !ro_range_is(words) ||
            (!is_past_perfect(accounts, ro_highest(document, words)) && !is_of_teller(accounts, words, before)))
            continue;
        struct account like = accounts->items[before];
        like.way = RO_GOING_ON;
        if (!ro_claim_words(accounts, add, words, like))
            return false;
    }
    return true;
}

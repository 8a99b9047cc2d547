/* accounts.c: the accounts that statements are, and who answers for each: of "Sanders said that Trump had told Moon of a gap" Trump; of
 * "Trump said that Kim demanded relief" Trump, since it is he who says what Kim wants. */
#include "positions/accounts.h"

#include "positions/told.h"
#include "statements/build.h"

enum { STEPS = 64 };

bool ro_is_under(const struct tree *tree, uint32_t word, uint32_t above)
{
    for (int step = 0; step < STEPS && word != above && ro_tree_hangs(tree, word); step++)
        word = ro_tree_word(tree, word)->head;
    return word == above;
}

struct range ro_words_under(const struct tree *tree, uint32_t word)
{
    const struct sentence *sentence = &tree->document->sentences[ro_tree_word(tree, word)->sentence];
    uint32_t first = sentence->first_word, last = first + sentence->word_count;
    first = word > first + RO_REACH ? word - RO_REACH : first;
    last = last > word + RO_REACH ? word + RO_REACH : last;
    while (first < word && !ro_is_under(tree, first, word))
        first++;
    while (last > word + 1 && !ro_is_under(tree, last - 1, word))
        last--;
    return (struct range){first, last};
}

/* Who */

static uint32_t owner_of(const struct accounts *accounts, uint32_t noun)
{
    static const struct slice of[] = {RO_SLICE("of"), RO_SLICE("by"), RO_SLICE("from"), {NULL, 0}};
    const struct tree *tree = accounts->tree;
    uint32_t owner = ro_tree_child(tree, noun, "nmod:poss", RO_NONE);
    for (uint32_t child = RO_NONE;
         owner == RO_NONE && (child = ro_tree_child(tree, noun, "nmod", child)) != RO_NONE;)
        if (ro_tree_has_case(tree, child, of))
            owner = child;
    return owner == RO_NONE ? RO_NONE : accounts->who[owner];
}

/* The subject of the sentence before, which an "it" that is nobody yet may stand for: "The auditor's report appeared. No more than a third,
 * | it | says, ..." */
static uint32_t subject_before(const struct accounts *accounts, uint32_t word)
{
    const struct tree *tree = accounts->tree;
    const struct sentence *sentence = &accounts->document->sentences[ro_tree_word(tree, word)->sentence];
    if (sentence->first_word == 0)
        return RO_NONE;
    const struct sentence *before = sentence - 1;
    if (before->block != sentence->block)
        return RO_NONE;
    uint32_t root = ro_highest(accounts->document,
                               (struct range){before->first_word, before->first_word + before->word_count});
    uint32_t subject = ro_tree_child(tree, root, "nsubj", RO_NONE);
    if (subject == RO_NONE || ro_tree_has_upos(tree, subject, "PRON"))
        return RO_NONE;
    return accounts->who[subject] != RO_NONE ? accounts->who[subject] : owner_of(accounts, subject);
}

/* The last person named before a "he" that is nobody yet, in its block. */
static uint32_t person_before(const struct accounts *accounts, uint32_t word)
{
    enum { FAR = 60 };
    uint32_t block = ro_tree_word(accounts->tree, word)->block, last = word > FAR ? word - FAR : 0;
    while (word-- > last && ro_tree_word(accounts->tree, word)->block == block)
        if (accounts->who[word] != RO_NONE && accounts->document->entities[accounts->who[word]].type == RO_PERSON)
            return accounts->who[word];
    return RO_NONE;
}

uint32_t ro_account_who(const struct accounts *accounts, uint32_t head)
{
    uint32_t flat = RO_NONE; /* | Brother | Fintan, where the title is the head */
    if (accounts->who[head] == RO_NONE)
        flat = ro_tree_child(accounts->tree, head, "flat", RO_NONE);
    if (accounts->who[head] == RO_NONE && flat == RO_NONE) /* the third-year student | Ada Lund | */
        flat = ro_tree_child(accounts->tree, head, "appos", RO_NONE);
    if (accounts->who[head] != RO_NONE || (flat != RO_NONE && accounts->who[flat] != RO_NONE))
        return flat == RO_NONE ? accounts->who[head] : accounts->who[flat];
    if (ro_lemma_is(ro_tree_word(accounts->tree, head), "it"))
        return subject_before(accounts, head);
    if (ro_lemma_is(ro_tree_word(accounts->tree, head), "he") ||
        ro_lemma_is(ro_tree_word(accounts->tree, head), "she"))
        return person_before(accounts, head);
    return ro_tree_has_upos(accounts->tree, head, "PRON") ? RO_NONE : owner_of(accounts, head);
}

static bool place_entities(struct accounts *accounts)
{
    const struct document *document = accounts->document;
    accounts->who = ro_arena_alloc(&accounts->context->scratch, document->word_count + 1, sizeof *accounts->who);
    if (!accounts->who)
        return false;
    memset(accounts->who, 0xff, (document->word_count + 1) * sizeof *accounts->who);
    for (uint32_t number = 0; number < document->entity_count; number++) {
        const struct entity *entity = &document->entities[number];
        for (uint32_t i = 0; i < entity->mention_count; i++) {
            struct range words = ro_span_words(document, entity->mentions[i].head);
            for (uint32_t word = words.begin; ro_range_has(words, word); word++)
                accounts->who[word] = number;
        }
    }
    return true;
}

/* The word of a source that its cue has as its subject: "The government, | he | had said"; else its highest. */
static uint32_t source_word(const struct accounts *accounts, const struct statement *statement)
{
    const struct document *document = accounts->document;
    struct range source = ro_span_words(document, statement->source.span);
    struct range cue = ro_span_words(document, statement->cue);
    uint32_t subject = !ro_range_is(cue)
                           ? RO_NONE
                           : ro_tree_child(accounts->tree, ro_highest(document, cue), "nsubj", RO_NONE);
    if (!ro_range_is(source))
        return subject != RO_NONE && accounts->who[subject] != RO_NONE ? subject : RO_NONE;
    bool own = subject != RO_NONE && ro_range_has(source, subject) && accounts->who[subject] != RO_NONE;
    return own ? subject : ro_highest(document, source);
}

static uint32_t source_of(const struct accounts *accounts, uint32_t statement)
{
    const struct document *document = accounts->document;
    uint32_t word = source_word(accounts, &document->statements[statement]);
    uint32_t told = document->parties[statement].source;
    if (word == RO_NONE || (told != RO_NONE && !ro_tree_has_upos(accounts->tree, word, "PRON")))
        return told;
    uint32_t own = ro_account_who(accounts, word);
    return own == RO_NONE ? told : own;
}

/* Whoever says a thing answers for it; who only wants, promises or thinks it, does so in the account of who tells it. */
static bool answers(const struct statement *statement)
{
    return statement->act == READOUT_ASSERT || statement->act == READOUT_DENY || statement->act == READOUT_AGREE;
}

static uint32_t answering(const struct accounts *accounts, uint32_t statement)
{
    const struct document *document = accounts->document;
    uint32_t source = source_of(accounts, statement), within = document->statements[statement].within;
    for (uint32_t outer = RO_NONE;
         within != RO_NONE && !(source != RO_NONE && answers(&document->statements[statement]));) {
        outer = source_of(accounts, within);
        source = outer == RO_NONE ? source : outer;
        statement = within;
        within = document->statements[statement].within;
    }
    return source;
}

/* Accounts of statements */

const char *ro_last_time_in(const struct document *document, struct span span, enum time_type type)
{
    uint32_t low = 0, high = document->time_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (document->times[middle].span.begin < span.end)
            low = middle + 1;
        else
            high = middle;
    }
    while (low-- > 0 && document->times[low].span.begin >= span.begin)
        if (document->times[low].type == type)
            return document->times[low].value;
    return NULL;
}

static bool add(struct accounts *accounts, struct account account)
{
    struct account *added = ro_arena_push(&accounts->context->scratch, accounts->items, accounts->count);
    if (!added)
        return false;
    *added = account;
    added->date = ro_last_time_in(accounts->document, ro_words_span(accounts->document, account.words), RO_DATE);
    for (uint32_t word = account.words.begin; word < account.words.end; word++)
        accounts->at[word] = accounts->count - 1;
    return true;
}

/* Where a content begins with adverbs that its words have before them: said | only about | two thirds had it. */
static uint32_t begin_of(const struct accounts *accounts, struct range words)
{
    static const char *const kinds[] = {"ADV", "ADJ", "NUM", "ADP", NULL};
    while (ro_range_is(words) && words.begin > 0) {
        uint32_t before = words.begin - 1, head = ro_tree_word(accounts->tree, before)->head;
        bool modifies = false;
        for (const char *const *kind = kinds; *kind; kind++)
            modifies |= ro_tree_has_upos(accounts->tree, before, *kind);
        if (!modifies || head < words.begin || head >= words.end)
            break;
        words.begin--;
    }
    return words.begin;
}

/* Add a content, sentence by sentence; of one that does not end, stretch by stretch. */
static bool add_content(struct accounts *accounts, uint32_t statement, struct span content)
{
    const struct document *document = accounts->document;
    struct range words = ro_span_words(document, content);
    struct account account = {.statement = statement,
                              .source = answering(accounts, statement),
                              .told = source_of(accounts, statement),
                              .way = RO_STATED};
    words.begin = begin_of(accounts, words);
    while (ro_range_is(words)) {
        const struct sentence *sentence = &document->sentences[document->words[words.begin].sentence];
        uint32_t end = sentence->first_word + sentence->word_count;
        end = end < words.end ? end : words.end;
        account.words = (struct range){words.begin, end > words.begin + RO_REACH ? words.begin + RO_REACH : end};
        if (!add(accounts, account))
            return false;
        words.begin = account.words.end;
    }
    return true;
}

/* The outer before the inner, which then has its words. */
static bool add_statements(struct accounts *accounts)
{
    const struct document *document = accounts->document;
    uint32_t deepest = 0;
    for (uint32_t depth = 0; depth <= deepest; depth++)
        for (uint32_t i = 0; i < document->statement_count; i++) {
            const struct statement *statement = &document->statements[i];
            uint32_t own = 0;
            for (uint32_t outer = statement->within; outer != RO_NONE; outer = document->statements[outer].within)
                own++;
            deepest = own > deepest && own < STEPS ? own : deepest;
            for (uint32_t j = 0; own == depth && j < statement->content_count; j++)
                if (!add_content(accounts, i, statement->contents[j]))
                    return false;
        }
    return true;
}

bool ro_accounts_read(struct accounts *accounts, struct context *context, struct document *document,
                      struct tree *tree)
{
    *accounts = (struct accounts){
        .context = context, .document = document, .tree = tree, .cues = context->resources->cues};
    accounts->at = ro_arena_alloc(&context->scratch, document->word_count + 1, sizeof *accounts->at);
    if (!accounts->at || !place_entities(accounts))
        return false;
    memset(accounts->at, 0xff, (document->word_count + 1) * sizeof *accounts->at);
    return add_statements(accounts) && ro_add_rest(accounts, add) && ro_add_unheard(accounts, add) &&
           ro_add_views(accounts, add) && ro_add_announced(accounts, add) && ro_add_figured(accounts, add) &&
           ro_add_going_on(accounts, add);
}

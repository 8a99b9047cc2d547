/* pairs.c: two words' paths to where they meet in the tree: "Moon" is the nsubj of "said", which is above "Moon" itself;
 * "met" hangs on "said" as its ccomp, and "Kim" deeper. */
#include "statements/pairs.h"

enum { CLIMB = 64 /* steps up a tree */ };

/* A distance from which each bucket begins. */
static const uint8_t edges[RO_PAIR_EDGES] = {1, 2, 3, 4, 5, 6, 8, 10, 14, 20, 32, 48, 80};

static uint8_t relation_of(const struct labels *labels, const char *name)
{
    uint32_t label = 0;
    while (label + 1 < labels->count && labels->names[label] != name)
        label++;
    return (uint8_t)label;
}

enum readout_status ro_pairs_init(struct pairs *pairs, const struct scene *scene, const struct syntax *syntax)
{
    const struct document *document = scene->document;
    struct arena *scratch = &scene->context->scratch;
    *pairs = (struct pairs){.scene = scene, .relation_count = (uint16_t)syntax->deprel.count};
    pairs->relations = ro_arena_alloc(scratch, document->word_count, 1);
    pairs->steps = ro_arena_alloc(scratch, document->word_count, 1);
    if (!pairs->relations || !pairs->steps)
        return ro_no_memory(scene->context, "statements", 0);
    for (uint32_t word = 0; word < document->word_count; word++)
        pairs->relations[word] = relation_of(&syntax->deprel, document->words[word].deprel);
    return READOUT_OK;
}

/* The row of a word that hangs by its relation on where the paths meet; or is deeper, below a word that does. */
static uint16_t side(const struct pairs *pairs, uint32_t word, bool deeper)
{
    return (uint16_t)(1 + 2 * pairs->relations[word] + deeper);
}

/* A cue's path to the root. */
struct path {
    uint32_t words[CLIMB];
    uint32_t count;
};

/* The head of a word within a part of the text: the word itself at the root, and where its head is elsewhere. */
static uint32_t head_in(const struct pairs *pairs, struct range part, uint32_t word)
{
    uint32_t head = pairs->scene->document->words[word].head;
    return ro_range_has(part, head) ? head : word;
}

static void climb(const struct pairs *pairs, struct range part, uint32_t cue, struct path *path)
{
    path->count = 0;
    for (uint32_t word = cue, head; path->count < CLIMB; word = head) {
        path->words[path->count++] = word;
        pairs->steps[word] = (uint8_t)path->count;
        head = head_in(pairs, part, word);
        if (head == word)
            break;
    }
}

static void set_tree(const struct pairs *pairs, struct range part, const struct path *path, uint32_t word,
                     struct pair *pair)
{
    uint32_t at = word, below = word, steps = 0;
    for (uint32_t head; !pairs->steps[at] && steps < CLIMB && (head = head_in(pairs, part, at)) != at; steps++) {
        below = at;
        at = head;
    }
    uint32_t above = pairs->steps[at]; /* 1: the cue itself */
    if (!above)
        return;
    pair->left = above == 1 ? 0 : side(pairs, path->words[above - 2], above > 2);
    pair->right = steps == 0 ? 0 : side(pairs, below, steps > 1);
}

/* Of a word of another sentence: how many sentences before or behind, three at most; and whether in the same block. */
static void set_offset(const struct pairs *pairs, const struct word *cue, const struct word *word,
                       struct pair *pair)
{
    uint16_t first = (uint16_t)(1 + 2 * pairs->relation_count);
    uint32_t before = cue->sentence > word->sentence ? cue->sentence - word->sentence : 0;
    uint32_t behind = word->sentence > cue->sentence ? word->sentence - cue->sentence : 0;
    uint32_t offset = before ? 3 - (before < 3 ? before : 3) : 2 + (behind < 3 ? behind : 3);
    pair->left = (uint16_t)(first + offset);
    pair->right = (uint16_t)(first + (word->block == cue->block));
}

/* Not quoted; quoted; in a quotation that has a part in the cue's sentence; in that of the cue. The same again for a cue
 * that is itself quoted. */
static uint8_t quotation(const struct scene *scene, struct range part, uint32_t cue, uint32_t word)
{
    const struct document *document = scene->document;
    uint32_t own = ro_owner_in(scene, part, cue), owner = ro_owner_in(scene, part, word);
    uint8_t row = own == RO_NONE ? 0 : RO_PAIR_QUOTATIONS / 2;
    if (owner == RO_NONE)
        return row;
    if (owner == own)
        return row + 3;
    const struct sentence *sentence = &document->sentences[document->words[cue].sentence];
    const struct quotation *quotation = &scene->quotations[owner];
    bool near = quotation->words.begin < sentence->first_word + sentence->word_count &&
                quotation->words.end > sentence->first_word;
    return row + (near ? 2 : 1);
}

static uint8_t distance(uint32_t cue, uint32_t word)
{
    uint32_t far = word > cue ? word - cue : cue - word;
    uint8_t bucket = 0;
    while (bucket < RO_PAIR_EDGES && far >= edges[bucket])
        bucket++;
    return (uint8_t)(bucket + (word > cue ? RO_PAIR_EDGES : 0));
}

void ro_pairs_read(const struct pairs *pairs, struct range part, struct range around, uint32_t cue,
                   struct pair *out)
{
    const struct scene *scene = pairs->scene;
    const struct word *words = scene->document->words;
    struct path path;
    climb(pairs, part, cue, &path);
    for (uint32_t word = around.begin; word < around.end; word++) {
        struct pair *pair = &out[word - around.begin];
        *pair = (struct pair){.quotation = quotation(scene, part, cue, word), .distance = distance(cue, word)};
        if (words[word].sentence == words[cue].sentence)
            set_tree(pairs, part, &path, word, pair);
        else
            set_offset(pairs, &words[cue], &words[word], pair);
    }
    for (uint32_t i = 0; i < path.count; i++)
        pairs->steps[path.words[i]] = 0;
}

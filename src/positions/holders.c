/* holders.c: who holds a position: "| Norland |'s spokesman said that | it | was ready to talk". */
#include "positions/stands.h"
#include "statements/build.h"

/* The subject before a word, in its sentence or the one before, that is no person where the word is "it"; RO_NONE. */
static uint32_t subject_before(const struct stands *stands, uint32_t word, bool things)
{
    const struct tree *tree = &stands->stakes.tree;
    const struct document *document = tree->document;
    uint32_t sentence = document->words[word].sentence;
    for (uint32_t before = word; before-- > 0 && document->words[before].sentence + 1 >= sentence;) {
        uint32_t entity = tree->entity_at[before];
        if (!ro_hangs_by(ro_tree_word(tree, before), "nsubj") || entity == RO_NONE)
            continue;
        enum entity_type type = document->entities[entity].type;
        if (!things || type == RO_ORGANIZATION || type == RO_COUNTRY || type == RO_GROUP)
            return entity;
    }
    return RO_NONE;
}

uint32_t ro_stand_speaker(const struct stands *stands, uint32_t word)
{
    const struct document *document = stands->stakes.tree.document;
    uint32_t statement = stands->stakes.tree.accounts[word];
    if (statement == RO_NONE || !document->parties)
        return RO_NONE;
    uint32_t speaker = document->parties[statement].source;
    if (speaker != RO_NONE || !ro_span_is(document->statements[statement].source.span))
        return speaker;
    struct range source = ro_span_words(document, document->statements[statement].source.span);
    bool it = ro_lemma_is(&document->words[source.begin], "it");
    return it ? subject_before(stands, source.begin, true) : RO_NONE;
}

uint32_t ro_stand_spoken_for(const struct stands *stands, uint32_t word)
{
    static const char *const relations[] = {"nmod:poss", "nmod", "compound", NULL};
    const struct tree *tree = &stands->stakes.tree;
    uint32_t statement = tree->accounts[word];
    if (statement == RO_NONE || !ro_span_is(tree->document->statements[statement].source.span))
        return RO_NONE;
    struct range source = ro_span_words(tree->document, tree->document->statements[statement].source.span);
    uint32_t head = ro_highest(tree->document, source);
    for (const char *const *relation = relations; *relation; relation++)
        for (uint32_t child = RO_NONE; (child = ro_tree_child(tree, head, *relation, child)) != RO_NONE;)
            if (tree->entity_at[child] != RO_NONE && tree->entity_at[child] != tree->entity_at[head])
                return tree->entity_at[child];
    return RO_NONE;
}

uint32_t ro_stand_holder(const struct stands *stands, uint32_t subject)
{
    const struct tree *tree = &stands->stakes.tree;
    if (subject == RO_NONE)
        return RO_NONE;
    const struct word *word = ro_tree_word(tree, subject);
    uint32_t holder = ro_holder_at(&stands->stakes, subject);
    bool it = ro_lemma_is(word, "it"), they = ro_lemma_is(word, "they");
    bool wrong = it && holder != RO_NONE && holder == ro_stand_speaker(stands, subject) &&
                 tree->document->entities[holder].type == RO_PERSON;
    uint32_t named = ro_tree_child(tree, subject, "appos", RO_NONE);
    if (named != RO_NONE && ro_tree_has_upos(tree, named, "PROPN") && tree->entity_at[named] != RO_NONE &&
        tree->document->entities[tree->entity_at[named]].type == RO_PERSON &&
        !ro_tree_has_upos(tree, subject, "PROPN"))
        return tree->entity_at[named]; /* the chairman, | Ada Roe |, said */
    if (holder != RO_NONE && !wrong)
        return holder;
    if (ro_lemma_is(word, "we") || ro_lemma_is(word, "I"))
        return ro_stand_speaker(stands, subject);
    if (!it && !they) {
        uint32_t other = ro_tree_child(tree, subject, "appos", RO_NONE);
        return other == RO_NONE ? RO_NONE : tree->entity_at[other];
    }
    uint32_t speaker = ro_stand_speaker(stands, subject);
    bool itself = speaker != RO_NONE && tree->document->entities[speaker].type != RO_PERSON &&
                  tree->document->entities[speaker].type != RO_OTHER_ENTITY;
    holder = itself ? speaker : ro_stand_spoken_for(stands, subject); /* | the council | said that it would */
    if (holder == RO_NONE)
        holder = subject_before(stands, subject, it);
    return holder == RO_NONE && it ? subject_before(stands, subject, false) : holder;
}

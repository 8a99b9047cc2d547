/* complements.c: "Trump | told | them that it was over": of the verb "told" the subject is the source, the clause the content.
 * So with "her plan to leave", "afraid that it is late", "fears a war", "called the vote a sham". */
#include "statements/complements.h"

#include "statements/build.h"
#include "statements/governed.h"

/* "said on Meet the Press that": a word with a capital behind one without is of a name. */
static bool is_in_name(const struct scene *scene, uint32_t word)
{
    const struct sentence *sentence = &scene->document->sentences[scene->document->words[word].sentence];
    return scene->capital[word] && word > sentence->first_word && !scene->capital[word - 1] &&
           ro_has_letter(ro_document_word(scene->document, word - 1));
}

static bool is_cue(const struct clause *clause)
{
    if (is_in_name(clause->scene, clause->cue))
        return false;
    return ro_is_pos(clause, clause->cue, "VERB") || ro_is_pos(clause, clause->cue, "NOUN") ||
           ro_is_pos(clause, clause->cue, "ADJ");
}

bool ro_complement_read(const struct scene *scene, struct range part, uint32_t word, struct candidate *candidate)
{
    struct clause clause = {.scene = scene,
                            .part = ro_near(part, word),
                            .cue = word,
                            .entry = ro_scene_listed(scene, word),
                            .that = ro_range_is(part) && ro_word_is(scene, part.begin, "that")};
    if (!clause.entry || !is_cue(&clause))
        return false;
    struct range content = ro_governed_content(&clause);
    struct range cue = {word, word + 1 + clause.entry->rest_count};
    if (content.begin > word && content.begin < cue.end) /* "agreed | to talk" */
        cue.end = content.begin;
    if (!ro_range_is(content) || (content.begin < cue.end && content.end > cue.begin) || cue.end > clause.part.end)
        return false;
    bool nobody = clause.entry->act == READOUT_BELIEVE && ro_child(&clause, word, "nsubj") == RO_NONE &&
                  strcmp(scene->document->words[word].xpos, "VB") == 0;
    if (nobody || ro_is_in_writing(scene, word)) /* "not to believe that", "promised in writing that" */
        return false;
    *candidate = (struct candidate){.word = word, .part = part, .cue = cue, .content_count = 1};
    candidate->score = content.end <= cue.begin && ro_governed_account(&clause) ? RO_ACCOUNT : RO_COMPLEMENT;
    candidate->contents[0] = content;
    candidate->source = ro_governed_source(&clause, content);
    candidate->other_source = RO_NO_RANGE;
    return true;
}

static bool opens_complement(const struct scene *scene, uint32_t word)
{
    return ro_word_has(scene, word, RO_SUBORDINATOR | RO_RELATIVE) || ro_word_is(scene, word, "to") ||
           ro_word_is(scene, word, "what");
}

bool ro_complement_across(const struct scene *scene, struct range part, struct range before, struct range behind,
                          struct candidate *candidate)
{
    enum { HEARER = 6 };
    uint32_t word = before.end, first = before.end > before.begin + HEARER ? before.end - HEARER : before.begin;
    struct clause clause = {.scene = scene, .part = part};
    if (!opens_complement(scene, behind.begin))
        return false;
    do {
        if (word == first)
            return false;
        clause.cue = --word;
    } while (!ro_is_pos(&clause, word, "VERB") && !ro_is_pos(&clause, word, "ADJ"));
    clause.entry = ro_scene_listed(scene, word);
    if (!clause.entry || clause.entry->frame == RO_FRAME_CALL || word + 1 + clause.entry->rest_count > before.end)
        return false;
    *candidate = (struct candidate){.word = word, .part = part, .content_count = 1, .score = RO_ACCOUNT};
    candidate->cue = (struct range){word, word + 1 + clause.entry->rest_count};
    candidate->contents[0] = behind;
    candidate->source = ro_governed_source(&clause, behind);
    candidate->other_source = RO_NO_RANGE;
    return true;
}

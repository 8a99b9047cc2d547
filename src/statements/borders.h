/* borders.h: where the parts of a statement end that a model has seen word by word. */
#ifndef RO_BORDERS_H
#define RO_BORDERS_H

#include "statements/parts.h"
#include "statements/roles.h"

/* A candidate with the whole of a cue such as "called on" and contents that stop before the cue and go on behind it, as the others
 * take it. */
struct candidate ro_border_parts(const struct scene *scene, const struct candidate *candidate);

/* The source: a whole name, without marks around it; none where the model's is the subject of a passive cue. */
struct range ro_border_source(const struct scene *scene, const struct candidate *candidate);

/* The word of a candidate's cue that is highest in the tree, or RO_NONE. */
static inline uint32_t ro_cue_head(const struct scene *scene, const struct candidate *candidate)
{
    return ro_parts(scene, RO_NO_RANGE, candidate->cue, NULL, 0).head;
}

/* Whether a candidate was read in the content of another statement. */
static inline bool ro_is_within(const struct scene *scene, const struct candidate *candidate)
{
    return candidate->part.begin > 0 || candidate->part.end < scene->document->word_count;
}

/* Words without marks around them: "Ana Costa," "wrote:". */
struct range ro_trim(const struct scene *scene, struct range words);

/* Words without those at the end that belong to what is behind them: "was over | because of the". */
struct range ro_trim_leads(const struct scene *scene, struct range words);

/* The cue without marks around it. */
struct range ro_border_cue(const struct scene *scene, const struct candidate *candidate);

/* A content without who is told, and where, before it: told | the drivers in a letter | that it was over. */
struct range ro_border_hearer(const struct scene *scene, struct range cue, struct range content);

/* In a relative clause content ends where the main clause goes on: "Lund, who had said that it was late|, went home". */
struct range ro_cut_relative(const struct scene *scene, const struct candidate *candidate, struct range content);

/* A content up to where the next statement, the main clause or the teller goes on. */
struct range ro_cut_content(const struct scene *scene, const struct candidate *candidate, struct range content);

/* The stretches of the content, each up to what belongs to the next phrase, none behind another cue. Returns how many. */
uint32_t ro_border_contents(const struct scene *scene, const struct candidate *candidate,
                            struct range contents[RO_CONTENTS]);

#endif

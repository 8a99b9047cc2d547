/* borders.h: where the parts of a statement end that a model has seen word by word. */
#ifndef RO_BORDERS_H
#define RO_BORDERS_H

#include "statements/roles.h"

/* A candidate with the whole of a cue such as "called on" and contents that stop before the cue and go on behind it, as the others
 * take it. */
struct candidate ro_border_parts(const struct scene *scene, const struct candidate *candidate);

/* The source: a whole name, without marks around it; none where the model's is the subject of a passive cue. */
struct range ro_border_source(const struct scene *scene, const struct candidate *candidate);

/* The cue without marks around it. */
struct range ro_border_cue(const struct scene *scene, const struct candidate *candidate);

/* A content without who is told, and where, before it: told | the drivers in a letter | that it was over. */
struct range ro_border_hearer(const struct scene *scene, struct range cue, struct range content);

/* The stretches of the content, each up to what belongs to the next phrase, none behind another cue. Returns how many. */
uint32_t ro_border_contents(const struct scene *scene, const struct candidate *candidate,
                            struct range contents[RO_CONTENTS]);

#endif

/* acts.h: what somebody does by saying something: the act of a cue, which its complement may decide. */
#ifndef RO_ACTS_H
#define RO_ACTS_H

#include "model/model.h"
#include "statements/scene.h"

struct acts;

/* What the model knows of the lexicon's cues; lives in the arena. NULL where there is no room. */
const struct acts *ro_acts_read(struct arena *arena, const struct cues *cues, const struct model *model);

/* The act of the cue at a word: that of the lexicon; of one that it does not list, that of those that the model finds most
 * like it. `listed` may be NULL. */
enum readout_act ro_act(const struct acts *acts, const struct cue *listed, struct slice lemma);

/* The act that is said by the words of a content: "said he would go" promises, "told them to go", with words between,
 * requests; else `act`. */
enum readout_act ro_act_of_complement(const struct scene *scene, enum readout_act act, struct range cue,
                                      struct range content);

#endif

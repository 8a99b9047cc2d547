/* values.h: how values are written, in every format. */
#ifndef RO_VALUES_H
#define RO_VALUES_H

#include "readout/readout.h"

/* By enum readout_form, readout_act, time_type, entity_type and mention_kind: "mixed", "assert", "DATE", "person", "name". */
extern const char *const ro_form_names[];
extern const char *const ro_act_names[];
extern const char *const ro_time_types[];
extern const char *const ro_entity_types[];
extern const char *const ro_mention_kinds[];

/* By enum polarity, modality and tense: "positive", "planned", "past". */
extern const char *const ro_polarities[];
extern const char *const ro_modalities[];
extern const char *const ro_tenses[];

/* By enum position_act, extent and dispute_kind: "demand", "part" (NULL: not stated), "denial". */
extern const char *const ro_position_acts[];
extern const char *const ro_extents[];
extern const char *const ro_dispute_kinds[];

enum { RO_DECIMAL = 48 };

/* A number with at most so many decimals, in every locale (printf would write a comma for the point in some). */
void ro_decimal(char digits[RO_DECIMAL], double value, int places);

#endif

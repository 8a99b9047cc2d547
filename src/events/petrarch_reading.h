/* petrarch_reading.h: what the parts of the reader share. */
#ifndef RO_PETRARCH_READING_H
#define RO_PETRARCH_READING_H

#include "actors/dictionary_fold.h"
#include "actors/dictionary_lines.h"
#include "events/petrarch_store.h"

struct petrarch_reading {
    struct petrarch_verbs *verbs;
    struct dictionary_lines lines;
    struct petrarch_code code; /* of the block */
    const char *text;          /* of the verb that is being read */
    uint32_t block;            /* or RO_NONE: no header so far */
    uint32_t set;              /* that is being read, or RO_NONE */
    bool singular;             /* its words have no plurals */
};

/* The number of a word, a new one if need be; RO_NONE without memory. */
uint32_t ro_petrarch_add_word(struct petrarch_reading *reading, struct slice folded);

/* "042:043" -> two codes; false where it is none, which has been told. */
bool ro_petrarch_read_code(struct petrarch_reading *reading, struct slice inside, struct petrarch_code *code);

/* Cut "[042:043]" off the end of a line; false where there is none, or something behind it, which has been told. */
bool ro_petrarch_cut_code(struct petrarch_reading *reading, struct slice *line, struct petrarch_code *code);

/* A line that begins with a verb (petrarch_forms.c), with "-" (petrarch_patterns.c), with "~" (petrarch_transforms.c): false where it is
 * wrong, which has been told, or without memory. */
bool ro_petrarch_read_verb(struct petrarch_reading *reading, struct slice line);
bool ro_petrarch_read_pattern(struct petrarch_reading *reading, struct slice line);
bool ro_petrarch_read_transformation(struct petrarch_reading *reading, struct slice line);

/* "&NAME", and "+MEMBER" of the set that was named last. (petrarch_sets.c) */
bool ro_petrarch_read_set(struct petrarch_reading *reading, struct slice line);
bool ro_petrarch_read_member(struct petrarch_reading *reading, struct slice line);

/* The set at the begin of "&NAME_WORD", and how long its name is; RO_NONE where there is none. */
uint32_t ro_petrarch_set_at(const struct petrarch_verbs *verbs, struct slice text, size_t *length);

#endif

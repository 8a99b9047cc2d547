/* clause.h: how far a content reaches beyond its quotation marks. */
#ifndef RO_CLAUSE_H
#define RO_CLAUSE_H

#include "statements/scene.h"

/* The words of the sentence that a word is in, those of a dateline left out. */
struct range ro_sentence_words(const struct scene *scene, uint32_t word);

/* Whether a quotation is closed with a full stop, "?" or "!" of its own: nothing of its clause follows. */
bool ro_quotation_is_full(const struct scene *scene, const struct quotation *quotation);

/* Whether it ends with "?" or "!", after which its own clause may follow: "Why?" he asked. */
bool ro_quotation_asks(const struct scene *scene, const struct quotation *quotation);

/* The word behind the clause that begins at `from`: a full stop, the next quotation, the end of the block. */
uint32_t ro_clause_limit(const struct scene *scene, uint32_t from);

/* Where a content begins that starts with its sentence: behind "But". */
uint32_t ro_content_start(const struct scene *scene, uint32_t from, uint32_t to);

/* Where the complement of a cue begins: behind hearer, place and time: said in Oslo on Friday | that. */
uint32_t ro_complement_start(const struct scene *scene, const struct cue_entry *entry, uint32_t from,
                             uint32_t open);

/* Whether behind a comma the content is over: "he said", "adding", "according to Moon", "and he" follow. */
bool ro_content_breaks(const struct scene *scene, uint32_t from);

/* Where a content that goes on at `from`, outside its marks, ends: before ", he said", ", adding", a full stop. */
uint32_t ro_content_end(const struct scene *scene, uint32_t from);

#endif

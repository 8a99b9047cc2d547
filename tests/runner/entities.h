/* entities.h: the lines of a test that are about entities and their mentions.
 *
 *     entity     person "Ada Lund" country GBR role "Mayor" of "Kelso" mentions "Ada Lund" "she"#2
 *     group      "the two mayors" members "Ada Lund" "Ben Roe"
 *     place      "Kelso" country GBR geonames 2645822
 *     same       "Ada Lund" "the mayor" "she"
 *     apart      "Lund"#2 "Olaf Lund" */
#ifndef ENTITIES_H
#define ENTITIES_H

#include "base/document.h"
#include "runner/cases.h"

/* Whether a line of this kind is about entities. */
bool is_about_entities(enum item item);

/* Whether an entity is of the kind that such a line is about: a group, a place, or any. */
bool entity_is(const struct entity *entity, enum item item);

/* Write an entity as such a line, without the item's name. */
void entity_write(struct arena *arena, const struct document *document, enum item item, uint32_t index, FILE *out);

/* Whether the document has what a line says. */
bool entities_match(const struct document *document, const struct expectation *expected);

/* Whether its strings are in the passage, as often as they are counted. */
bool entities_could_match(const struct document *document, const struct expectation *expected);

#endif

/* source.h: whose words they are: the noun phrase before a cue ("Moon said"), after it ("said Moon, a judge from
 * Oslo, in Bern"), or the subject of its sentence ("Moon left, saying"). */
#ifndef RO_SOURCE_H
#define RO_SOURCE_H

#include "statements/scene.h"

/* The noun phrase that ends at the verb, looked for no further back than `from`; or RO_NO_RANGE. */
struct range ro_source_before(const struct scene *scene, uint32_t from, uint32_t verb);

/* The noun phrase that begins at `from`, ending by `to`; or RO_NO_RANGE. */
struct range ro_source_after(const struct scene *scene, uint32_t from, uint32_t to);

/* The subject of the clause that begins at `from` and reaches `to`; or RO_NO_RANGE. */
struct range ro_source_subject(const struct scene *scene, uint32_t from, uint32_t to);

#endif

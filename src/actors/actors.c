/* actors.c: the stage of actors. "South Korean President Moon Jae-in ... he said": one person, KORGOV, and the source of the
 * statement. */
#include "actors/actors.h"

#include "actors/dictionary_entities.h"
#include "actors/discards.h"
#include "actors/entities.h"
#include "actors/issues.h"
#include "actors/parties.h"
#include "actors/roles.h"
#include "actors/sources.h"

enum readout_status ro_actors_stage(struct context *context, struct document *document)
{
    struct resolving resolving = {.failed = false};
    if (!ro_sources_add(context, document))
        return ro_no_memory(context, "actors", document->phrase_count);
    enum readout_status status = ro_resolve(&resolving, context, document);
    if (status != READOUT_OK)
        return status;
    ro_locate(&resolving);
    ro_affiliate(&resolving);
    if (resolving.failed || !ro_entities_write(&resolving) || !ro_dictionary_entities(&resolving) ||
        !ro_parties_read(&resolving))
        return ro_no_memory(context, "actors", document->entity_count);
    status = ro_discards_mark(context, document);
    return status == READOUT_OK ? ro_issues_read(context, document) : status;
}

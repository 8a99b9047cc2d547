/* disputes.c: the stage of disputes. Reads accounts, looks among those of different sides for what cannot both hold. */
#include "positions/disputes.h"

#include "events/circumstances.h"
#include "positions/blames.h"
#include "positions/claims.h"
#include "positions/denials.h"
#include "positions/disputing.h"
#include "positions/numbers.h"
#include "positions/otherwise.h"

static bool read(struct disputing *disputing)
{
    struct context *context = disputing->context;
    struct document *document = disputing->document;
    struct tree *tree = &disputing->tree;
    if (!ro_tree_build(tree, context, document) ||
        !(tree->accounts = ro_event_accounts(document, &context->scratch)) ||
        !(tree->cues = ro_event_cues(document, &context->scratch)))
        return false;
    ro_place_speakers(tree);
    return ro_accounts_read(&disputing->accounts, context, document, tree);
}

static bool find(struct disputing *disputing)
{
    struct quantities quantities;
    struct claims claims;
    return ro_quantities_read(&disputing->accounts, &quantities) && ro_find_numbers(disputing, &quantities) &&
           ro_find_wants(disputing) && ro_find_denials(disputing) && ro_find_attributions(disputing) &&
           ro_claims_read(disputing, &claims) && ro_find_extents(disputing) &&
           ro_find_negations(disputing, &claims) && ro_find_announced(disputing, &quantities);
}

enum readout_status ro_disputes_stage(struct context *context, struct document *document)
{
    struct disputing disputing = {.context = context, .document = document};
    if (!context->resources->syntax || document->entity_count < 2 || !document->parties)
        return READOUT_OK;
    return read(&disputing) && find(&disputing) ? READOUT_OK
                                                : ro_no_memory(context, "disputes", document->dispute_count);
}

#include "actors/actors.h"
enum readout_status ro_actors_stage(struct context *context, struct document *document)
{
    for (uint32_t i = 0; i < document->phrase_count; i++) {
        const struct phrase *p = &document->phrases[i];
        struct entity *e = ro_arena_push(&document->arena, document->entities, document->entity_count);
        struct mention *m = ro_arena_push(&document->arena, e->mentions, e->mention_count);
        m->span = (struct span){document->words[p->words.begin].span.begin, document->words[p->words.end - 1].span.end};
        m->head = (struct span){document->words[p->core.begin].span.begin, document->words[p->core.end - 1].span.end};
        m->kind = p->kind; m->score = p->score; e->type = p->type; e->country = p->country; e->actor = p->actor;
        e->name = ro_arena_copy(&document->arena, ro_document_slice(document, m->head));
    }
    (void)context;
    return READOUT_OK;
}

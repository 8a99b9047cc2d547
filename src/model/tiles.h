/* tiles.h: the encoder with tiles of any size, for tests. */
#ifndef RO_TILES_H
#define RO_TILES_H

#include "base/context.h"

enum { RO_TILE = 1024 /* words that are encoded together */ };

/* As ro_encoder_stage, with a model, in tiles of `tile` words. */
enum readout_status ro_encode(struct context *context, const struct document *document, uint32_t tile);

#endif

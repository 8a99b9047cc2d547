/* header.h: the header of a safetensors file: what its JSON says, before anybody has asked whether it is so.
 *
 *     {"__metadata__":{"schema":"readout-model/1", ...},
 *      "input.bias":{"dtype":"F32","shape":[256],"data_offsets":[0,1024]}, ...}
 */
#ifndef RO_HEADER_H
#define RO_HEADER_H

#include "model/weights.h"

enum { RO_HEADER_NAME = 64 /* bytes of a name, at most */, RO_CHECK_DIGITS = 16 };

struct header_tensor {
    const char *name, *type;
    uint64_t shape[RO_TENSOR_RANK];
    uint32_t rank;       /* may be more than RO_TENSOR_RANK: the shape is then cut off */
    uint64_t offsets[2]; /* begin and end, behind the header */
    uint32_t offset_count;
    bool has_shape;
};

struct header {
    struct header_tensor *tensors;
    struct metadata *metadata;
    uint32_t tensor_count, metadata_count;
    size_t check; /* where in the JSON the digits of the check stand; 0: nowhere */
};

/* Parse a header; what is found lies in the arena. Names are short and hold no control characters, keys of the metadata
 * come once, each tensor has type, shape and two offsets. `path` is for errors. Fails with READOUT_BAD_MODEL,
 * READOUT_NO_MEMORY. */
enum readout_status ro_header_read(struct header *header, struct arena *arena, struct slice json, const char *path,
                                   struct readout_error *error);

#endif

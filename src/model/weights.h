/* weights.h: a safetensors file (https://github.com/huggingface/safetensors), mapped into memory and checked.
 *
 * Eight bytes with the length of the header, the header as JSON, then the tensors, one after the other without gaps,
 * little endian. The header's "__metadata__" has "schema" (readout-model/1) and "check": the XXH3 (64 bits, 16
 * hexadecimal digits) of the whole file with the check itself written as zeros. */
#ifndef RO_WEIGHTS_H
#define RO_WEIGHTS_H

#include "base/arena.h"
#include "base/hash.h"
#include "base/status.h"

#define RO_MODEL_SCHEMA "readout-model/1"

enum tensor_type { RO_F32, RO_I8, RO_U8, RO_U16, RO_U32 };
enum { RO_TENSOR_RANK = 3 };

struct tensor {
    const char *name;
    enum tensor_type type;
    uint32_t rank;
    uint32_t shape[RO_TENSOR_RANK]; /* 1 behind the rank; no dimension is 0 */
    const void *data;               /* aligned for its type; lives as long as the weights */
};

struct metadata {
    const char *key, *value; /* NUL-terminated UTF-8 without control characters */
};

struct weights {
    const char *path;         /* as errors call it */
    const unsigned char *map; /* the whole file */
    size_t size;
    bool mapped;            /* not borrowed */
    struct tensor *tensors; /* by name */
    uint32_t tensor_count;
    struct metadata *metadata;
    uint32_t metadata_count;
    char hash[RO_SHA256_HEX]; /* what records name the model by: SHA-256 of the header, which has the check */
};

/* Map a file and check its schema, its check, that its header is true (tensors lie in the file, one behind the other, and
 * are as long as their shapes say), and that all floats are finite. Tables lie in the arena; close unmaps the file, which
 * nobody may shorten before. A released struct may be closed again. Fails with READOUT_BAD_MODEL, READOUT_IO,
 * READOUT_NO_MEMORY, *weights then needs no close. */
enum readout_status ro_weights_open(struct weights *weights, struct arena *arena, const char *path,
                                    struct readout_error *error);
void ro_weights_close(struct weights *weights);

/* The same from memory, which is borrowed and aligned for any type; for tests and fuzzers. */
enum readout_status ro_weights_read(struct weights *weights, struct arena *arena, struct slice file,
                                    const char *path, struct readout_error *error);

/* A value of the metadata, or NULL. */
const char *ro_weights_metadata(const struct weights *weights, const char *key);

/* A tensor of this name, type and rank whose dimensions are those of `shape`, where 0 stands for any; NULL with an error
 * that names the file, the tensor, what it is and what it should be (READOUT_BAD_MODEL). */
const struct tensor *ro_weights_tensor(const struct weights *weights, const char *name, enum tensor_type type,
                                       uint32_t rank, const uint32_t *shape, struct readout_error *error);

/* Whether the channels of a tensor are a width that kernels can go over: a multiple of RO_LANES (kernels.h), at most RO_WIDEST. Else an
 * error that names it (READOUT_BAD_MODEL). */
enum readout_status ro_width_check(const struct weights *weights, const char *name, uint32_t width,
                                   struct readout_error *error);

#endif

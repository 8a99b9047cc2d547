/* fuzz.h: what a fuzzer is: one function, called with one input after another. It aborts where a belief turns out
 * false; libFuzzer or replay.c calls it. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What the settings name as the model. */
static inline const char *fuzz_model(void)
{
    const char *path = getenv("READOUT_MODEL");
    return path && *path ? path : NULL;
}

#define BELIEVE(belief)                                                                                            \
    do {                                                                                                           \
        if (!(belief)) {                                                                                           \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #belief);                                   \
            abort();                                                                                               \
        }                                                                                                          \
    } while (0)

#endif

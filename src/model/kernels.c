/* kernels.c: which row of kernels runs here. */
#include "model/kernels.h"

#include "base/status.h"

const struct kernels *const ro_kernels[] = {
#ifdef __x86_64__
    &ro_kernels_avx512,
    &ro_kernels_avx2,
#endif
    &ro_kernels_portable,
    NULL,
};

bool ro_kernels_run(const struct kernels *kernels)
{
#ifdef __x86_64__
    /* These also ask the operating system (XGETBV) whether it keeps the wide registers. */
    __builtin_cpu_init();
    if (kernels == &ro_kernels_avx2)
        return __builtin_cpu_supports("avx2");
    if (kernels == &ro_kernels_avx512)
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
               __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
               __builtin_cpu_supports("avx512vnni");
#endif
    return kernels == &ro_kernels_portable;
}

/* "avx2, portable": those that run here. */
static void write_names(char *out, size_t size)
{
    size_t length = 0;
    for (const struct kernels *const *row = ro_kernels; *row && length < size; row++)
        if (ro_kernels_run(*row))
            length += (size_t)snprintf(out + length, size - length, "%s%s", length ? ", " : "", (*row)->name);
}

const struct kernels *ro_kernels_choose(const char *name, struct readout_error *error)
{
    const struct kernels *const *row = ro_kernels;
    while (*row && (name ? strcmp((*row)->name, name) != 0 : !ro_kernels_run(*row)))
        row++;
    if (*row && ro_kernels_run(*row))
        return *row;
    char names[64];
    write_names(names, sizeof names);
    ro_error_set(error, READOUT_BAD_ARGUMENT, "kernels: \"%.32s\" %s; these run here: %s", name ? name : "",
                 *row ? "do not run on this processor" : "are not known", names);
    return NULL;
}

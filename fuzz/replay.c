/* replay.c: runs a fuzzer on the files of folders, without libFuzzer: fuzz-text fuzz/corpus/text */
#include "fuzz.h"

#include <dirent.h>
#include <sys/stat.h>

static uint8_t *read_file(const char *path, size_t *size)
{
    struct stat state;
    FILE *file = fopen(path, "rb");
    BELIEVE(file && fstat(fileno(file), &state) == 0);
    *size = (size_t)state.st_size;
    uint8_t *data = malloc(*size ? *size : 1); /* of just that size, so that a sanitizer sees an overrun */
    BELIEVE(data && fread(data, 1, *size, file) == *size);
    fclose(file);
    return data;
}

static unsigned replay_folder(const char *folder)
{
    unsigned count = 0;
    char path[4096];
    DIR *entries = opendir(folder);
    BELIEVE(entries);
    for (const struct dirent *entry; (entry = readdir(entries));) {
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        size_t size;
        uint8_t *data = read_file(path, &size);
        LLVMFuzzerTestOneInput(data, size);
        free(data);
        count++;
    }
    closedir(entries);
    return count;
}

int main(int argc, char **argv)
{
    unsigned count = 0;
    for (int i = 1; i < argc; i++)
        count += replay_folder(argv[i]);
    printf("%u inputs replayed\n", count);
    return count ? EXIT_SUCCESS : EXIT_FAILURE;
}

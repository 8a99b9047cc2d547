/* places.c: writes the tables of the places into a C file, when the program is built: places-table lexicon/places.txt OUT */
#include <inttypes.h>

#include "names/places_table.h"

static void write_rows(FILE *out, const struct places *places)
{
    fprintf(out, "static const struct place_row rows[] = {\n");
    for (uint32_t i = 0; i < places->row_count; i++) {
        const struct place_row *row = &places->rows[i];
        fprintf(out, "{%" PRIu32 ",%" PRIu32 "u,%" PRId32 ",%" PRId32 ",%" PRIu32 "u,%" PRIu32 ",\"%s\",%d,%d},\n",
                row->name, row->region, row->latitude, row->longitude, row->population, row->geonames, row->country,
                row->kind, row->is_word);
    }
    fprintf(out, "};\n");
}

static void write_keys(FILE *out, const struct places *places)
{
    fprintf(out, "static const struct place_key keys[] = {\n");
    for (uint32_t i = 0; i < places->key_count; i++)
        fprintf(out, "{0x%" PRIx64 "u,%" PRIu32 ",%" PRIu32 "u},\n", places->keys[i].hash, places->keys[i].row,
                places->keys[i].weight);
    fprintf(out, "};\nstatic const uint32_t buckets[] = {\n");
    for (uint32_t i = 0; i <= RO_PLACE_BUCKETS; i++)
        fprintf(out, "%" PRIu32 ",\n", places->buckets[i]);
    fprintf(out, "};\n");
}

static void write_names(FILE *out, const struct places *places)
{
    fprintf(out, "static const char names[] =\n\"");
    for (uint32_t i = 0; i < places->name_bytes; i++)
        fprintf(out, places->names[i] ? "\\%03o" : "\\000\"\n\"", (unsigned char)places->names[i]);
    fprintf(out, "\";\n");
}

static void write_all(FILE *out, const struct places *places)
{
    fprintf(out, "/* Made from lexicon/places.txt by cmake/places.c. */\n#include \"names/places_table.h\"\n\n");
    write_rows(out, places);
    write_keys(out, places);
    write_names(out, places);
    fprintf(out,
            "const struct places ro_builtin_places = {rows, keys, buckets, names, %" PRIu32 ", %" PRIu32
            ", %" PRIu32 "};\n",
            places->row_count, places->key_count, places->name_bytes);
}

/* The whole of a file; its text is NULL where it cannot be read. */
static struct slice read_file(struct arena *arena, const char *path)
{
    struct slice text = {NULL, 0};
    FILE *file = fopen(path, "rb");
    long size = file && fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    char *data = size >= 0 ? ro_arena_alloc(arena, (size_t)size + 1, 1) : NULL;
    if (data && fseek(file, 0, SEEK_SET) == 0 && fread(data, 1, (size_t)size, file) == (size_t)size)
        text = (struct slice){data, (size_t)size};
    if (file)
        fclose(file);
    return text;
}

int main(int argc, char **argv)
{
    struct arena arena;
    struct readout_error error = {0};
    const struct places *places;
    ro_arena_init(&arena);
    struct lexicon_file file = {argc == 3 ? argv[1] : "places.txt", {NULL, 0}};
    if (argc == 3)
        file.text = read_file(&arena, argv[1]);
    FILE *out = NULL;
    if (!file.text.data)
        fprintf(stderr, "places-table: %s cannot be read\n", file.name);
    else if (ro_lexicon_check(&file, &error) != READOUT_OK ||
             ro_places_read(&arena, &file, &places, &error) != READOUT_OK)
        fprintf(stderr, "places-table: %s\n", error.message);
    else
        out = fopen(argv[2], "w");
    if (out)
        write_all(out, places);
    bool written = out && !ferror(out);
    written = out && fclose(out) == 0 && written;
    ro_arena_release(&arena);
    return written ? 0 : 1;
}

/* places_table.h: what the places are kept in: arrays without pointers, so that cmake/places.c can write them as C and a
 * program starts with them at no cost. Names are found by 64 bits of hash alone: that two are taken for one is as likely as a
 * number drawn twice out of 2^64. */
#ifndef RO_PLACES_TABLE_H
#define RO_PLACES_TABLE_H

#include "names/places.h"

enum {
    RO_PLACE_NAME = 64,       /* the longest folded name, in bytes */
    RO_PLACE_BUCKETS = 65536, /* of keys, by the first 16 bits of their hash */
    RO_PLACE_DEGREE = 10000,
    RO_PLACE_OTHER = 20 /* a place counts for a twentieth by another name than its first: "Kiev" for "Kyiv" */
};

#define RO_NO_REGION UINT32_MAX

struct place_row {
    uint32_t name, region;         /* bytes of `names`; RO_NO_REGION: none */
    int32_t latitude, longitude;   /* in parts of a degree */
    uint32_t population, geonames; /* 0: not known */
    char country[4];               /* "": none */
    uint8_t kind;                  /* enum place_kind */
    bool is_word;
};

/* A name of a place; those of one name are neighbours, the weightiest first. */
struct place_key {
    uint64_t hash;
    uint32_t row;
    uint32_t weight; /* 0: counts behind a comma alone ("Tex.") */
};

struct places {
    const struct place_row *rows;
    const struct place_key *keys; /* by hash, then weight */
    const uint32_t *buckets;      /* RO_PLACE_BUCKETS + 1: where each begins in `keys` */
    const char *names;
    uint32_t row_count, key_count, name_bytes;
};

/* Made of lexicon/places.txt when the program is built. */
extern const struct places ro_builtin_places;

/* Read a lexicon's text into the arena, in a few allocations. Fails with READOUT_BAD_LEXICON, READOUT_NO_MEMORY. */
enum readout_status ro_places_read(struct arena *arena, const struct lexicon_file *file, const struct places **out,
                                   struct readout_error *error);

/* The hash of a name as it is looked up; false where it is too long, empty or without a capital. */
bool ro_place_hash(struct slice name, uint64_t *hash);

#endif

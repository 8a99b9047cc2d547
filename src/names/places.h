/* places.h: places and where they are. "Paris" -> 48.8534, 2.3488, FRA; "Paris, Texas" -> 33.6609, -95.5555, USA.
 * Cities, regions, seas: lexicon/places.txt, whose tables are made when the program is built. */
#ifndef RO_PLACES_H
#define RO_PLACES_H

#include "base/document.h"
#include "base/lexicon.h"

/* A city of fewer people may only share its name with what is meant. */
enum { RO_PLACE_SMALL = 50000 };

enum place_kind { RO_PLACE_CITY, RO_PLACE_REGION, RO_PLACE_COUNTRY };

/* A place; its strings belong to the places. */
struct place {
    const char *name, *country, *region; /* as the lexicon has it; alpha-3 or NULL; "Texas" or NULL */
    double latitude, longitude;          /* degrees; 0 of a country */
    uint32_t population, geonames;       /* 0: not known; a number in GeoNames or RO_NONE */
    enum place_kind kind;
};

struct places;

/* The places of a lexicon: those built in where the file is, else read into the arena. Fails with READOUT_BAD_LEXICON,
 * READOUT_NO_MEMORY. */
enum readout_status ro_places_load(struct arena *arena, const struct lexicon_file *file, const struct places **out,
                                   struct readout_error *error);

/* How many places are called so, countries too; the first is number *first, the others follow, the largest
 * first (a region as a city of a million). Marks, apostrophes and points do not matter; a name has a capital and is
 * compared without case, one of up to three letters with it. */
uint32_t ro_places_find(const struct places *places, struct slice name, uint32_t *first);

/* One of those found. */
struct place ro_places_at(const struct places *places, uint32_t number);

/* The likeliest place of this name that is no country, in *place. `countries` are the alpha-3 codes that the document
 * names, the most frequent first; `region` is what stands behind the name and a comma, or empty. False where there is
 * none, or no telling: a word or a small city that no country speaks for ("Nice", "Norland"), places alike ("Springfield"), none in that region. */
bool ro_places_choose(const struct places *places, struct slice name, const char *const *countries,
                      uint32_t country_count, struct slice region, struct place *place);

#endif

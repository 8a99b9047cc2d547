/* record.h: what was read from one document, and how it is written (docs/record.md). Offsets are bytes in the
 * document; here, and only here, they become code points. */
#ifndef RO_RECORD_H
#define RO_RECORD_H

#include "base/document.h"
#include "base/hash.h"
#include "base/status.h"
#include "events/ontology.h"
#include "record/countries.h"

/* A file that was named beside what is built in. */
struct coder_dictionary {
    const char *name; /* without folders */
    char sha256[RO_SHA256_HEX];
};

/* What made the records: the same for every document of a struct readout. */
struct coder {
    char lexicon[RO_SHA256_HEX];
    const char *model;     /* its hash; NULL: rules alone */
    const char *min_score; /* as the user wrote it, or NULL */
    const struct coder_dictionary *dictionaries;
    uint32_t dictionary_count;
    bool extend;                     /* the dictionaries add to what is built in */
    const struct ontology *ontology; /* what codes are called; NULL: not known */
    struct countries countries;      /* and countries */
};

struct readout_record {
    struct document document;  /* owns the arena of all that was read */
    const struct coder *coder; /* in the struct readout, which outlives its records */
    char sha256[RO_SHA256_HEX];
    uint32_t *counts;    /* code points before each 64 bytes of the text; NULL where each byte is one */
    uint32_t characters; /* code points in the text */
};

/* Complete a record whose document has been read: hash and code points. Fails with READOUT_NO_MEMORY. */
enum readout_status ro_record_finish(struct readout_record *record, struct readout_error *error);

/* Count the code points of the text; false where there is no room. */
bool ro_record_count(struct readout_record *record);

/* Code points before a byte of the text, and for the whole of a span. Any order, O(1). */
uint32_t ro_record_offset(const struct readout_record *record, uint32_t byte);
struct readout_span ro_record_span(const struct readout_record *record, struct span span);

/* The byte at which a code point begins; that of the end for offsets behind the text. */
uint32_t ro_record_byte(const struct readout_record *record, uint32_t offset);

/* The entity of a statement's source, and of one of its addressees, or RO_NONE. */
uint32_t ro_record_source(const struct readout_record *record, uint32_t statement);
uint32_t ro_record_addressee(const struct readout_record *record, uint32_t statement, uint32_t part);

/* What the source of a statement is called: its entity's name, or else its words; nothing where neither is known, or where there
 * is no statement (RO_NONE). */
struct slice ro_record_teller(const struct readout_record *record, uint32_t statement);

/* For the walk: an index, unless it is RO_NONE. */
static inline bool ro_give_index(uint32_t index, size_t *out)
{
    if (index == RO_NONE)
        return false;
    *out = index;
    return true;
}

/* The mention of an entity that lies in a span, a name rather than a noun, a noun rather than a pronoun, the first of its
 * kind; NULL where none does. */
const struct mention *ro_entity_mention_in(const struct entity *entity, struct span span);

/* Whether some mention of an entity is a name. */
bool ro_entity_is_named(const struct entity *entity);

/* Whether positions or disputes are written alone. */
static inline bool ro_is_part(const struct readout_writing *writing)
{
    return writing->table == READOUT_POSITIONS || writing->table == READOUT_DISPUTES;
}

/* The writers behind readout_record_write. */
struct output;
enum readout_status ro_write_json(const struct readout_record *record, const struct readout_writing *writing,
                                  bool pretty, struct output *output);
enum readout_status ro_write_page(const struct readout_record *record, const struct readout_writing *writing,
                                  struct output *output);
enum readout_status ro_write_explanation(const struct readout_record *record, const struct readout_writing *writing,
                                         struct output *output);
void ro_write_conllu(const struct readout_record *record, struct output *output);
void ro_write_csv(const struct readout_record *record, enum readout_table table, struct output *output);
enum readout_status ro_write_events(const struct readout_record *record, enum readout_format format,
                                    const struct readout_writing *writing, struct output *output);
enum readout_status ro_write_brat(const struct readout_record *record, struct output *output);

#endif

/* readout.h: reads news text and writes down the record behind it: who said what, and where it says so.
 *
 *     struct readout *readout;
 *     struct readout_reader *reader;
 *     struct readout_record *record;
 *     struct readout_error error;
 *     if (readout_open(NULL, &readout, &error) != READOUT_OK) ...
 *     if (readout_reader_open(readout, &reader) != READOUT_OK) ...
 *     if (readout_read(reader, text, length, NULL, &record) == READOUT_OK) {
 *         readout_record_write(record, READOUT_JSON, NULL, to_file, stdout);
 *         readout_record_free(record);
 *     }
 *     readout_reader_free(reader);
 *     readout_free(readout);
 *
 * Ownership: what comes through **out is yours until you give it to the _free beside it; a const answer
 * belongs to the object that you asked and lives as long. Every _free takes NULL.
 * Threads: all share one struct readout; each has its own reader, with its own error. A record may be read
 * by any thread, by several at once.
 * Failure: functions that can fail return a status and set *out to NULL; nothing prints, nothing aborts.
 * Offsets are half-open and count Unicode code points of the document's text, as Python and brat do.
 * The record is described in docs/record.md.
 */
#ifndef READOUT_READOUT_H
#define READOUT_READOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define READOUT_API __attribute__((visibility("default")))

enum readout_status {
    READOUT_OK,
    READOUT_BAD_ARGUMENT, /* a value that the call does not take */
    READOUT_BAD_TEXT,     /* the text cannot be read at all */
    READOUT_BAD_LEXICON,  /* a lexicon that cannot be read, or an entry in it: the message has file and line */
    READOUT_BAD_MODEL,    /* weights that cannot be used: damaged, foreign, of another schema */
    READOUT_TOO_LARGE,    /* the document is larger than the limit */
    READOUT_NO_MEMORY,
    READOUT_IO,      /* a file or a stream failed */
    READOUT_INTERNAL /* a belief of the program about itself turned out false */
};

/* What went wrong, where, and what to do about it: one line of UTF-8. */
struct readout_error {
    enum readout_status status;
    char message[1024];
};

struct readout;        /* models and lexicons: loaded once, then never written */
struct readout_reader; /* one a thread: working memory and the last error */
struct readout_record; /* what was read from one document */

/* A researcher's own PETRARCH dictionary: a file, and what is in it. */
enum readout_dictionary_form { READOUT_ACTORS, READOUT_AGENTS, READOUT_DISCARDS, READOUT_VERBS, READOUT_ISSUES };
struct readout_dictionary {
    enum readout_dictionary_form form;
    const char *path;
};

/* Settings of readout_open. Zero is the default of every field. */
struct readout_settings {
    const char *lexicon_folder; /* read these lexicons instead of those built in; borrowed during the call */
    const char *const
        *gazetteers;       /* files of names of your own, which win over those built in; ends with NULL; borrowed
                                      during the call */
    size_t document_limit; /* largest document in bytes; 0: READOUT_DOCUMENT_LIMIT */
    const char *model;     /* a model's file; NULL: the one shipped; "none": read by rules alone */
    const char *kernel; /* the model's arithmetic, by its name: "portable", "avx2", ...; NULL: the fastest here */
    const char
        *min_score; /* leave out what is less sure: "0.5", or a kind alone: "statement=0.5"; NULL: what suits the
                              model; borrowed, and must outlive the struct readout */
    const struct readout_dictionary
        *dictionaries; /* read in this order, the later wins; borrowed during the call */
    size_t dictionary_count;
    bool extend; /* the dictionaries add to what is built in, in place of replacing it */
};
#define READOUT_DOCUMENT_LIMIT ((size_t)10 << 20)

/* Load what all readers share. `settings` and `error` may be NULL. The model shipped is share/readout/readout.safetensors in
 * the folder of the library (of the program, where it holds the library) or in one of the three above it. A model's file is
 * mapped: it must not be shortened or written to until readout_free; to replace it, rename another to its name.
 * Fails with READOUT_BAD_LEXICON, READOUT_BAD_MODEL, READOUT_BAD_ARGUMENT (a kernel, a score), READOUT_IO, READOUT_NO_MEMORY.
 * Lines of dictionaries that are wrong are left out: see readout_problem. */
READOUT_API enum readout_status readout_open(const struct readout_settings *settings, struct readout **out,
                                             struct readout_error *error);
READOUT_API void readout_free(struct readout *readout); /* its readers and records must be gone */

/* How many lines of the dictionaries are wrong and were left out, and what is wrong with each, one line of UTF-8:
 * "mine.actors.txt:12:30: ...". NULL for those behind the first thousand. */
READOUT_API size_t readout_problem_count(const struct readout *readout);
READOUT_API const char *readout_problem(const struct readout *readout, size_t index);

/* The hash of the lexicons that were loaded, 64 hexadecimal digits, as every record names it. */
READOUT_API const char *readout_lexicon_hash(const struct readout *readout);

/* The hash of the model, 64 hexadecimal digits, as every record names it: the SHA-256 of its file's header, which has the
 * checksum of the rest. NULL without a model. */
READOUT_API const char *readout_model_hash(const struct readout *readout);

/* The arithmetic in use, "avx2"; the results are the same for each. NULL without a model. */
READOUT_API const char *readout_kernel(const struct readout *readout);

/* The event codes of CAMEO, a root ("04") before its kinds ("041"), with what each is in PLOVER. What is not known is NULL or
 * 0. False for an index that is not below the count. Strings belong to `readout`. */
struct readout_code {
    const char *code, *name, *description;
    unsigned quad; /* 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict */
    const char *goldstein;       /* a decimal, "-5.8" */
    const char *event, *mode;    /* "CONSULT", "phone" */
    const char *const *contexts; /* "diplomatic" */
    size_t context_count;
};
READOUT_API size_t readout_code_count(const struct readout *readout);
READOUT_API bool readout_code(const struct readout *readout, size_t index, struct readout_code *out);

/* The terms of PLOVER: an event ("CONSULT", NULL) before its modes ("CONSULT", "phone"), and the contexts (NULL, "military"). */
struct readout_term {
    const char *event, *name, *description;
};
READOUT_API size_t readout_term_count(const struct readout *readout);
READOUT_API bool readout_term(const struct readout *readout, size_t index, struct readout_term *out);

/* A reader for one thread. `readout` must outlive it. Fails with READOUT_NO_MEMORY. */
READOUT_API enum readout_status readout_reader_open(const struct readout *readout, struct readout_reader **out);
READOUT_API void readout_reader_free(struct readout_reader *reader);

/* The reader's last failure. After a success its status is READOUT_OK and its message empty. */
READOUT_API const struct readout_error *readout_reader_error(const struct readout_reader *reader);

/* What is known of a document beside its text. Every field may be NULL; strings are UTF-8, borrowed during
 * the call, and go into the record. `published` is YYYY-MM-DD or YYYY-MM-DDThh:mm:ss+hh:mm. */
struct readout_meta {
    const char *id, *uri, *title, *publisher, *author, *published;
    bool
        sentence; /* the text is one sentence, and the id that of the sentence: tables of events do not number it */
};

/* Read one document. `text` is borrowed during the call: UTF-8 (ill-formed parts become U+FFFD, with a
 * warning), or UTF-16 with a byte order mark. `meta` may be NULL. Fails with READOUT_BAD_ARGUMENT (a date),
 * READOUT_TOO_LARGE, READOUT_NO_MEMORY, READOUT_INTERNAL: readout_reader_error() says what went wrong. */
READOUT_API enum readout_status readout_read(struct readout_reader *reader, const char *text, size_t length,
                                             const struct readout_meta *meta, struct readout_record **out);
READOUT_API void readout_record_free(struct readout_record *record);

/* Walking the record. Of a span that is not stated the function returns false and leaves *out alone. An index
 * that is not below its count gives false, NULL, 0 or the span from 0 to 0. */

struct readout_span {
    uint32_t begin, end; /* code points */
};

enum readout_form { READOUT_DIRECT, READOUT_INDIRECT, READOUT_MIXED };

enum readout_act {
    READOUT_ASSERT,
    READOUT_DENY,
    READOUT_ASK,
    READOUT_REQUEST,
    READOUT_PROMISE,
    READOUT_THREATEN,
    READOUT_AGREE,
    READOUT_REFUSE,
    READOUT_PRAISE,
    READOUT_CRITICIZE,
    READOUT_REGRET,
    READOUT_BELIEVE,
    READOUT_OTHER
};

/* Length of the text in code points, and the UTF-8 of a part of it (not NUL-terminated; *length in bytes). What of
 * a span lies behind the text is left out. */
READOUT_API uint32_t readout_record_characters(const struct readout_record *record);
READOUT_API const char *readout_record_text(const struct readout_record *record, struct readout_span span,
                                            size_t *length);

READOUT_API size_t readout_sentence_count(const struct readout_record *record);
READOUT_API struct readout_span readout_sentence(const struct readout_record *record, size_t index);

READOUT_API size_t readout_token_count(const struct readout_record *record);
READOUT_API struct readout_span readout_token(const struct readout_record *record, size_t index);
READOUT_API size_t readout_token_sentence(const struct readout_record *record, size_t index);

/* Lemma, tags and relation of a word, in the terms of Universal Dependencies; NULL where not known: without a model. */
READOUT_API const char *readout_token_lemma(const struct readout_record *record, size_t index);
READOUT_API const char *readout_token_upos(const struct readout_record *record, size_t index);
READOUT_API const char *readout_token_xpos(const struct readout_record *record, size_t index);
READOUT_API const char *readout_token_deprel(const struct readout_record *record, size_t index);
/* The token that a word hangs on. False at the root of a sentence, whose relation is "root", and where it is not
 * known, where the relation is NULL. */
READOUT_API bool readout_token_head(const struct readout_record *record, size_t index, size_t *out);

/* The times of the text, in its order: where, and what they are as TIMEX3 writes it: the type ("DATE", "TIME", "DURATION",
 * "SET"), the value ("2019-02-28") and the modifier ("START"; NULL: none). */
READOUT_API size_t readout_time_count(const struct readout_record *record);
READOUT_API struct readout_span readout_time_span(const struct readout_record *record, size_t index);
READOUT_API const char *readout_time_type(const struct readout_record *record, size_t index);
READOUT_API const char *readout_time_value(const struct readout_record *record, size_t index);
READOUT_API const char *readout_time_mod(const struct readout_record *record, size_t index);

/* The entities of the text: who and what it names or points at. The name is the fullest that the text has; the type is
 * "person", "organization", "country", "place", "group" or "other"; the country is ISO 3166-1's ("KOR"), the actor a CAMEO
 * code ("KORGOV"); NULL where they are not known. */
READOUT_API size_t readout_entity_count(const struct readout_record *record);
READOUT_API const char *readout_entity_name(const struct readout_record *record, size_t index);
READOUT_API const char *readout_entity_type(const struct readout_record *record, size_t index);
READOUT_API const char *readout_entity_country(const struct readout_record *record, size_t index);
READOUT_API const char *readout_entity_actor(const struct readout_record *record, size_t index);

/* Where a place is; false where that is not known. */
struct readout_geo {
    double latitude, longitude; /* degrees */
    uint32_t geonames;          /* its id at GeoNames; 0: none */
};
READOUT_API bool readout_entity_geo(const struct readout_record *record, size_t index, struct readout_geo *out);

/* What an entity is by the text: the title ("President"), of whom or what (NULL: the text does not say), and where it
 * says so. */
READOUT_API size_t readout_entity_role_count(const struct readout_record *record, size_t index);
READOUT_API const char *readout_entity_role_title(const struct readout_record *record, size_t index, size_t part);
READOUT_API const char *readout_entity_role_of(const struct readout_record *record, size_t index, size_t part);
READOUT_API struct readout_span readout_entity_role_span(const struct readout_record *record, size_t index,
                                                         size_t part);

/* Of a group ("the two leaders"), the entities in it. */
READOUT_API size_t readout_entity_member_count(const struct readout_record *record, size_t index);
READOUT_API bool readout_entity_member(const struct readout_record *record, size_t index, size_t part, size_t *out);

/* Where the text has an entity, in its order: all that is said there, the head of it (a name without titles, a noun), the
 * kind ("name", "nominal" or "pronoun") and the probability that it is right. */
READOUT_API size_t readout_entity_mention_count(const struct readout_record *record, size_t index);
READOUT_API struct readout_span readout_entity_mention(const struct readout_record *record, size_t index,
                                                       size_t part);
READOUT_API struct readout_span readout_entity_mention_head(const struct readout_record *record, size_t index,
                                                            size_t part);
READOUT_API const char *readout_entity_mention_kind(const struct readout_record *record, size_t index, size_t part);
READOUT_API double readout_entity_mention_score(const struct readout_record *record, size_t index, size_t part);

READOUT_API size_t readout_statement_count(const struct readout_record *record);
READOUT_API enum readout_form readout_statement_form(const struct readout_record *record, size_t index);
READOUT_API double readout_statement_score(const struct readout_record *record, size_t index);
READOUT_API bool readout_statement_source(const struct readout_record *record, size_t index,
                                          struct readout_span *out);
/* Who the source is, an entity of the record; false where that is not known. */
READOUT_API bool readout_statement_source_entity(const struct readout_record *record, size_t index, size_t *out);
READOUT_API bool readout_statement_cue(const struct readout_record *record, size_t index, struct readout_span *out);
/* The lemma of the cue ("say") and what is done with it; NULL and READOUT_OTHER where there is no cue. */
READOUT_API const char *readout_statement_lemma(const struct readout_record *record, size_t index);
READOUT_API enum readout_act readout_statement_act(const struct readout_record *record, size_t index);
READOUT_API size_t readout_statement_content_count(const struct readout_record *record, size_t index);
READOUT_API struct readout_span readout_statement_content(const struct readout_record *record, size_t index,
                                                          size_t part);
READOUT_API size_t readout_statement_quote_count(const struct readout_record *record, size_t index);
READOUT_API struct readout_span readout_statement_quote(const struct readout_record *record, size_t index,
                                                        size_t part);

/* To whom it is said, and on what occasion or in what medium: false where the text does not say. */
READOUT_API size_t readout_statement_addressee_count(const struct readout_record *record, size_t index);
READOUT_API struct readout_span readout_statement_addressee(const struct readout_record *record, size_t index,
                                                            size_t part);
READOUT_API bool readout_statement_addressee_entity(const struct readout_record *record, size_t index, size_t part,
                                                    size_t *out);
READOUT_API bool readout_statement_setting(const struct readout_record *record, size_t index,
                                           struct readout_span *out);
/* When it was said, a time of the record; false where the text does not say. */
READOUT_API bool readout_statement_time(const struct readout_record *record, size_t index, size_t *out);
/* The statement that tells it, which comes before it; false where nobody does. */
READOUT_API bool readout_statement_within(const struct readout_record *record, size_t index, size_t *out);

/* What parties want, offer or will not have: whose position it is, an entity; the act ("demand", "offer", "propose", "accept",
 * "reject", "promise", "threaten", "regret", "praise"); the issue, where in the text and as a string, and what it is called wherever
 * it is met ("sanction"); how much of it ("all", "part", "none"; NULL: the text does not say); the positions that are the other half
 * of the bargain; toward whom, an entity; and the statement by whose account it is. */
READOUT_API size_t readout_position_count(const struct readout_record *record);
READOUT_API bool readout_position_holder(const struct readout_record *record, size_t index, size_t *out);
READOUT_API const char *readout_position_act(const struct readout_record *record, size_t index);
READOUT_API struct readout_span readout_position_issue(const struct readout_record *record, size_t index);
READOUT_API const char *readout_position_issue_text(const struct readout_record *record, size_t index);
READOUT_API const char *readout_position_about(const struct readout_record *record, size_t index);
READOUT_API const char *readout_position_extent(const struct readout_record *record, size_t index);
READOUT_API size_t readout_position_exchange_count(const struct readout_record *record, size_t index);
READOUT_API bool readout_position_exchange(const struct readout_record *record, size_t index, size_t part,
                                           size_t *out);
READOUT_API bool readout_position_toward(const struct readout_record *record, size_t index, size_t *out);
READOUT_API bool readout_position_statement(const struct readout_record *record, size_t index, size_t *out);
READOUT_API double readout_position_score(const struct readout_record *record, size_t index);

/* Accounts that cannot both hold: what they are about, and how they differ ("negation", "extent", "number", "denial",
 * "attribution"). Of each side the words that tell it, whose account it is, an entity, and the statement, position or event that
 * it was read from. */
READOUT_API size_t readout_dispute_count(const struct readout_record *record);
READOUT_API const char *readout_dispute_about(const struct readout_record *record, size_t index);
READOUT_API const char *readout_dispute_kind(const struct readout_record *record, size_t index);
READOUT_API double readout_dispute_score(const struct readout_record *record, size_t index);
READOUT_API size_t readout_dispute_side_count(const struct readout_record *record, size_t index);
READOUT_API struct readout_span readout_dispute_side(const struct readout_record *record, size_t index,
                                                     size_t part);
READOUT_API bool readout_dispute_side_entity(const struct readout_record *record, size_t index, size_t part,
                                             size_t *out);
READOUT_API bool readout_dispute_side_statement(const struct readout_record *record, size_t index, size_t part,
                                                size_t *out);
READOUT_API bool readout_dispute_side_position(const struct readout_record *record, size_t index, size_t part,
                                               size_t *out);
READOUT_API bool readout_dispute_side_event(const struct readout_record *record, size_t index, size_t part,
                                            size_t *out);

/* How often a sentence speaks of an issue of the dictionaries (READOUT_ISSUES), sentence after sentence. False for an index that is
 * not below the count. */
struct readout_issue {
    const char *name;
    size_t sentence;
    unsigned count;
};
READOUT_API size_t readout_issue_count(const struct readout_record *record);
READOUT_API bool readout_issue(const struct readout_record *record, size_t index, struct readout_issue *out);

READOUT_API size_t readout_warning_count(const struct readout_record *record);
READOUT_API const char *readout_warning_code(const struct readout_record *record, size_t index);
READOUT_API const char *readout_warning_message(const struct readout_record *record, size_t index);
READOUT_API bool readout_warning_span(const struct readout_record *record, size_t index, struct readout_span *out);

/* Writing the record. */

enum readout_format {
    READOUT_JSON,   /* one JSON object on one line, with its newline: JSON Lines */
    READOUT_PRETTY, /* the same object, indented */
    READOUT_PAGE,   /* for people */
    READOUT_CONLLU, /* the words, as CoNLL-U */
    READOUT_EXPLANATION, /* for people: trees, mentions, and the statements that were considered, each with why it was taken or left */
    READOUT_CSV,      /* the rows of a table, without the line of its columns: readout_csv_columns */
    READOUT_BRAT,     /* annotations for brat: the .ann that goes with the text as a .txt */
    READOUT_PETRARCH, /* the events, as PETRARCH2 writes them */
    READOUT_PHOENIX,  /* as the Phoenix data sets have them */
    READOUT_ICEWS,    /* as ICEWS has them */
    READOUT_POLECAT   /* as POLECAT has them */
};

enum readout_table {
    READOUT_STATEMENTS, /* a row a statement */
    READOUT_EVENTS,     /* a row for each two parties of an event */
    READOUT_POSITIONS,  /* a row a position */
    READOUT_DISPUTES    /* a row a side of a dispute */
};

/* Settings of readout_record_write. Zero is the default of every field. */
struct readout_writing {
    bool text;         /* JSON: with the text */
    bool tokens;       /* JSON: with the tokens */
    bool color;        /* page, explanation: with ANSI colours */
    unsigned width;    /* page, explanation: columns; 0: 80 */
    uint32_t sentence; /* explanation: of this sentence alone, from 1; 0: of all */
    enum readout_table
        table; /* CSV; of READOUT_POSITIONS and READOUT_DISPUTES JSON and page, too, have these alone, to be read without the
                  record's other lists */
    bool petrarch_fields; /* PETRARCH: with the texts of actors and event, and the roots of the actors */
};

/* Takes `length` bytes; returns 0, or anything else to stop the writing with READOUT_IO. */
typedef int readout_sink(void *user, const char *bytes, size_t length);

/* Write a record. `writing` may be NULL. Fails with READOUT_IO, READOUT_NO_MEMORY. */
READOUT_API enum readout_status readout_record_write(const struct readout_record *record,
                                                     enum readout_format format,
                                                     const struct readout_writing *writing, readout_sink *sink,
                                                     void *user);

/* The line of column names that goes before all rows of a format (of CSV, of the table), with its newline; NULL where it has
 * none. */
READOUT_API const char *readout_columns(enum readout_format format, enum readout_table table);

/* The events of several records, one a day for each date, source, target and code: what READOUT_CSV with READOUT_EVENTS,
 * READOUT_PETRARCH and READOUT_PHOENIX would write, in the order in which they were added, where the ids of sentences, the
 * URLs and the publishers of the others stand behind those of the first. The records may be freed once they are added, but not
 * the struct readout. Memory is that of the rows. Open fails with READOUT_BAD_ARGUMENT for other formats, each with
 * READOUT_NO_MEMORY, writing with READOUT_IO, too. */
struct readout_days;
READOUT_API enum readout_status readout_days_open(enum readout_format format, const struct readout_writing *writing,
                                                  struct readout_days **out);
READOUT_API enum readout_status readout_days_add(struct readout_days *days, const struct readout_record *record);
READOUT_API enum readout_status readout_days_write(const struct readout_days *days, readout_sink *sink, void *user);
READOUT_API void readout_days_free(struct readout_days *days);

/* The version of the library, as "1.2.3". */
READOUT_API const char *readout_version(void);

#ifdef __cplusplus
}
#endif

#endif

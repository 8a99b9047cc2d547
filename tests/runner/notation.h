/* notation.h: the language of the text tests: an item of a record as one line of text.
 *
 *     statement   direct "We agree," by "Moon" cue "said" lemma say act assert
 *
 * The runner writes what it found in the same notation, so that it can be pasted into a test. */
#ifndef NOTATION_H
#define NOTATION_H

#include "base/arena.h"

enum item {
    WORDS,
    WORD,
    SENTENCE,
    BLOCK,
    DATELINE,
    ENTITY,
    GROUP,
    PLACE,
    SAME,
    APART,
    TIME,
    STATEMENT,
    EVENT,
    POSITION,
    DISPUTE,
    WARNING,
    ITEM_COUNT
};

/* What a test calls an item: "words". */
extern const char *const item_names[ITEM_COUNT];

/* What a line says of its item. Of a block, `form` is its kind; of an entity or a time, its type; of a warning or an event, its code;
 * of a position, its act; `in` is the cue of the statement that tells it, `who` the name of its source. Words, a sentence and a dateline are content, and so are
 * the form of a word, the name of an entity, the issue of a position, the words of each side of a dispute, and mentions that are the same or apart. */
enum part {
    FORM,
    CONTENT,
    EXTENT,
    BY,
    CUE,
    LEMMA,
    ACT,
    QUOTES,
    TO,
    AT,
    WHEN,
    IN,
    UPOS,
    XPOS,
    DEPREL,
    HEAD,
    VALUE,
    MOD,
    WHO,
    COUNTRY,
    ACTOR,
    ROLE,
    OF,
    MENTIONS,
    MEMBERS,
    GEONAMES,
    FROM,
    POLARITY,
    MODALITY,
    TENSE,
    DATE,
    CODES,
    HOLDER,
    TOWARD,
    FOR,
    ABOUT,
    PART_COUNT
};

struct token {
    struct slice text; /* without escapes and quotation marks */
    bool quoted;
    unsigned nth; /* of the places where the passage has these words: "Lund"#2; 0: any */
};

struct tokens {
    struct token *items;
    size_t count;
};

/* A line in its parts; one that is not stated is empty. */
struct notation {
    struct tokens parts[PART_COUNT];
};

/* Read a line, without the item's name. Returns NULL, or what is wrong with it. */
const char *notation_read(struct arena *arena, enum item item, struct slice line, struct notation *out);

/* What \n \t \\ \" \xHH \uHHHH stand for. NULL data: an escape that is none, or no memory. */
struct slice notation_unescape(struct arena *arena, struct slice escaped);

/* A string as a test has it. Inside quotation marks straight ones are escaped; in `words` and `word`,
 * blanks. */
struct slice notation_escape(struct arena *arena, struct slice plain, char special);

#endif

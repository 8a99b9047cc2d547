/* document.h: one document and all that the stages read from it. Each stage appends its own arrays and leaves
 * those of the others alone. Everything lives in the document's arena. Spans are bytes of `text`; an index
 * that is not stated is RO_NONE; a string that is not stated is NULL. The lists after the words are those of
 * docs/record.md, under the same names. */
#ifndef RO_DOCUMENT_H
#define RO_DOCUMENT_H

#include "base/arena.h"
#include "readout/readout.h"

#define RO_NONE UINT32_MAX

/* What a block of lines (a paragraph) is. Blocks other than RO_BODY are "set aside": no one speaks there
 * in the reporter's voice, though a headline may hold quotations. */
enum block_kind {
    RO_BODY,
    RO_HEADLINE, /* a line of its own without a full stop, above its story or a part of it */
    RO_BYLINE,   /* "By Jane Doe, Reuters" */
    RO_CREDIT    /* "(Reporting by ...)", "Getty Images" */
};

/* A paragraph: lines that belong together. */
struct block {
    struct span span; /* without surrounding whitespace */
    enum block_kind kind;
    struct span dateline; /* "HANOI, Feb. 28 (Xinhua) --", or none */
    uint32_t first_sentence, sentence_count;
};

/* A word or mark, as Universal Dependencies cuts them: the words of a contraction ("do" "n't") are two. */
struct word {
    struct span span;
    uint32_t block, sentence;
    uint32_t head; /* word index, RO_NONE where not read, its own index at the root */
    const char *lemma, *upos, *xpos, *deprel;
    bool glued;      /* no whitespace between it and the word before */
    bool apostrophe; /* a lone ' that is no quotation mark: "workers" "'" */
    bool starts;     /* a sentence, by rule; a model may see more of them */
};

struct sentence {
    struct span span;
    uint32_t first_word, word_count;
    uint32_t block;
    bool discarded; /* by a researcher's dictionary: no events come from it */
};

enum entity_type { RO_PERSON, RO_ORGANIZATION, RO_COUNTRY, RO_PLACE, RO_GROUP, RO_OTHER_ENTITY };
enum mention_kind { RO_NAME, RO_NOMINAL, RO_PRONOUN };

struct mention {
    struct span span, head;
    enum mention_kind kind;
    double score;
};

struct role {
    const char *title, *of;
    struct span span;
};

struct geo {
    double latitude, longitude;
    uint32_t geonames;  /* or RO_NONE */
    const char *region; /* that it lies in ("Texas"), or NULL; belongs to the lexicon */
    bool city;          /* no region itself */
};

struct entity {
    const char *name, *country, *actor;
    const char *sector; /* what the text calls who has neither country nor actor: "OPP", or NULL */
    enum entity_type type;
    struct geo *geo; /* or NULL */
    struct role *roles;
    struct mention *mentions; /* in the order of the text */
    uint32_t *members;        /* entities */
    uint32_t role_count, mention_count, member_count;
};

enum time_type { RO_DATE, RO_TIME, RO_DURATION, RO_SET };

struct time_expression {
    struct span span;
    enum time_type type;
    const char *value, *mod;
};

/* A phrase that stands for someone or something: "South Korean President Moon Jae-in", "the two leaders", "his". */
struct phrase {
    struct range words; /* all of it: articles, titles, what follows its noun */
    struct range core;  /* the whole name without its title, the noun, the pronoun */
    uint32_t head;      /* the word of the core that is highest in the tree */
    enum mention_kind kind;
    enum entity_type type;
    double score;       /* that it is of this type */
    struct range title; /* the role of a name ("Prime Minister"), the noun of a nominal with what makes it one */
    const char *role;   /* that title as the lexicon has it, or NULL */
    const char *sector; /* of the role: "GOV", or NULL */
    const char *title_country;     /* alpha-3 of the only one that has this role, or NULL */
    const char *country, *actor;   /* what the gazetteer knows by this name, or NULL */
    uint32_t entry;                /* the same for all names of one thing in the gazetteer, or RO_NONE */
    uint8_t person;                /* of a pronoun: 1, 2, 3; else 3 */
    char gender;                   /* 'm', 'f', 'n' ("it"), or 0 */
    bool plural, demonym, capital; /* "South Korean", "Pyongyang" */
    bool doubtful;                 /* what the gazetteer knows by this name may be another: "High Court" */
};

/* Somebody in a statement, as the text has it; who that is, `parties` of the document tells. */
struct party {
    struct span span;
};

struct statement {
    enum readout_form form;
    struct party source;
    struct span cue; /* none: no cue, and lemma NULL */
    const char *lemma;
    enum readout_act act;
    struct span *contents, *quotes; /* in order */
    struct party *addressees;
    uint32_t content_count, quote_count, addressee_count;
    struct span setting;
    uint32_t time;   /* index of times */
    uint32_t within; /* index of statements */
    double score;
    const char *by; /* what read it: "model", or the name of a rule */
};

/* Who a statement's parties are, as entities, or RO_NONE: what the actors found out. */
struct statement_parties {
    uint32_t source;
    uint32_t *addressees; /* as many as the statement has */
};

/* What became of a statement that was considered. */
enum verdict {
    RO_WRITTEN,
    RO_UNSURE, /* its score is too low */
    RO_TAKEN,  /* most of its content is that of surer ones */
    RO_TOLD,   /* its cue is in the content of a surer one */
    RO_UNTOLD  /* it was to be told by one that was not written */
};

struct considered {
    struct statement statement; /* its quotes, form and within are not read where it was not written */
    struct span other_source;   /* that was considered, too */
    enum verdict verdict;
};

/* How often a sentence speaks of an issue of a researcher's own ("OIL"). */
struct issue {
    uint32_t sentence;
    const char *name; /* belongs to the dictionary */
    uint32_t count;
};

enum polarity { RO_POSITIVE, RO_NEGATIVE };
enum modality { RO_ASSERTED, RO_PLANNED, RO_POSSIBLE, RO_DEMANDED, RO_HYPOTHETICAL };
enum tense { RO_PAST, RO_PRESENT, RO_FUTURE, RO_UNSPECIFIED };

struct actor {
    uint32_t entity;
    const char *code;
};

struct event {
    const char *cameo, *plover_event, *plover_mode;
    const char **plover_contexts;
    uint32_t plover_context_count;
    uint32_t quad;         /* 1 to 4, or RO_NONE */
    const char *goldstein; /* as a decimal, "-5.0" */
    struct span trigger;
    uint32_t sentence;
    struct actor *sources, *targets;
    uint32_t source_count, target_count;
    uint32_t time, place; /* a time, an entity */
    const char *date;
    enum polarity polarity;
    enum modality modality;
    enum tense tense;
    uint32_t *attributions; /* statements, outermost first */
    uint32_t attribution_count;
    const char *by;
    bool by_dictionary; /* of a researcher's own, who says with its patterns what of "will" and "may" counts */
    double score;
};

/* What became of a verb or an event noun that the lexicon knows. */
enum event_verdict {
    RO_EVENT_WRITTEN,
    RO_EVENT_UNSURE, /* its score is too low */
    RO_EVENT_TOLD,   /* it is part of another one: what is refused, the noun of a verb */
    RO_EVENT_IDLE,   /* a purpose, or a plan of nothing known to nobody named */
    RO_EVENT_LONE,   /* by a researcher's dictionary: nobody who has a code is on one of its sides */
    RO_EVENT_UNFIT   /* no pattern of its head fits */
};

struct considered_event {
    struct span trigger;
    struct slice pattern;        /* "S condemn T"; of what did not fit, the one that asks least */
    const char *by;              /* "verbs.txt:214" */
    const char *code;            /* or NULL */
    uint32_t *sources, *targets; /* entities */
    uint32_t source_count, target_count;
    uint32_t features; /* that the score is made of: events/score.h */
    double score;
    enum event_verdict verdict;
};

enum position_act {
    RO_DEMAND,
    RO_OFFER,
    RO_PROPOSE,
    RO_ACCEPT,
    RO_REJECT,
    RO_PROMISE,
    RO_THREATEN,
    RO_REGRET,
    RO_PRAISE
};
enum extent { RO_NO_EXTENT, RO_ALL, RO_PART, RO_NOTHING };

struct position {
    uint32_t holder; /* an entity */
    enum position_act act;
    struct span issue;
    const char *issue_text;
    const char *about; /* what the issue is called, wherever it is met: "sanction" */
    enum extent extent;
    uint32_t *exchanges; /* positions */
    uint32_t exchange_count;
    uint32_t toward, statement;
    double score;
};

enum dispute_kind { RO_NEGATION, RO_EXTENT, RO_NUMBER, RO_DENIAL, RO_ATTRIBUTION };

struct side {
    uint32_t entity, statement, position, event;
    struct span span;
};

struct dispute {
    const char *about;
    enum dispute_kind kind;
    struct side *sides;
    uint32_t side_count;
    double score;
};

struct warning {
    const char *code; /* "damaged-text" */
    const char *message;
    struct span span;
};

struct document {
    struct arena arena;
    const char *text; /* well-formed UTF-8, no byte order mark, NUL-terminated (it may hold NULs) */
    uint32_t length;  /* bytes */
    struct readout_meta meta;

    struct block *blocks;
    struct word *words;
    struct sentence *sentences;
    struct phrase *phrases; /* in the order of their cores */
    struct entity *entities;
    struct time_expression *times;
    struct statement *statements;
    struct statement_parties *parties; /* one a statement; NULL where no actors were read */
    struct considered *considered;     /* those written among them, in the order of the text */
    struct issue *issues;              /* sentence after sentence */
    struct event *events;
    struct considered_event *considered_events; /* in the order of their heads */
    struct position *positions;
    struct dispute *disputes;
    struct warning *warnings;
    uint32_t block_count, word_count, sentence_count, phrase_count, entity_count, time_count, statement_count,
        considered_count, issue_count, event_count, considered_event_count, position_count, dispute_count,
        warning_count;
};

static inline struct slice ro_document_slice(const struct document *document, struct span span)
{
    return (struct slice){document->text + span.begin, ro_span_length(span)};
}

static inline struct slice ro_document_word(const struct document *document, uint32_t word)
{
    return ro_document_slice(document, document->words[word].span);
}

/* The stretch of some words; RO_NO_SPAN of none. */
static inline struct span ro_words_span(const struct document *document, struct range words)
{
    if (!ro_range_is(words))
        return RO_NO_SPAN;
    return (struct span){document->words[words.begin].span.begin, document->words[words.end - 1].span.end};
}

static inline struct slice ro_document_words(const struct document *document, struct range words)
{
    return ro_document_slice(document, ro_words_span(document, words));
}

/* The word of some that is highest in the tree: the first that hangs on none of the others. */
static inline uint32_t ro_highest(const struct document *document, struct range words)
{
    for (uint32_t word = words.begin; word < words.end; word++)
        if (!ro_range_has(words, document->words[word].head) || document->words[word].head == word)
            return word;
    return words.begin;
}

/* Whether a word hangs on its head by a relation or a subtype of it: "nsubj", "nsubj:pass". False where there is no tree. */
static inline bool ro_hangs_by(const struct word *word, const char *relation)
{
    size_t length = strlen(relation);
    return word->deprel && strncmp(word->deprel, relation, length) == 0 &&
           (word->deprel[length] == '\0' || word->deprel[length] == ':');
}

/* Whether a word's lemma is this one, to the letter; false where lemmas are not known. */
static inline bool ro_lemma_is(const struct word *word, const char *lemma)
{
    return word->lemma && strcmp(word->lemma, lemma) == 0;
}

/* Or one of a list that ends with NULL. */
static inline bool ro_lemma_in(const struct word *word, const char *const *lemmas)
{
    while (*lemmas && !ro_lemma_is(word, *lemmas))
        lemmas++;
    return *lemmas != NULL;
}

#endif

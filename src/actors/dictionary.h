/* dictionary.h: a researcher's own PETRARCH dictionaries: files of actors, agents, discards and issues, as PETRARCH2 has
 * them.
 *
 *     UNITED_STATES_ [USA]               JOHN_ROE_                       MINISTER [~GOV]
 *     +U.S._                                 [USAGOV 010120-050120]      AID_GROUP {AID_CREWS} [NGO~]
 *                                            [USAELI]                    FISHER!PERSON! [~AGR]
 *
 * After that, of the words "U.S. ministers":
 *
 *     actor = ro_dictionary_actor(dictionary, document, word, &words);       UNITED_STATES_, 1 word
 *     code = ro_dictionary_code(actor, ro_dictionary_day("2019-03-01"));     "USA"
 *     agent = ro_dictionary_agent(dictionary, document, word + 1, &words);   "~GOV", 1 word
 *     ro_dictionary_combine(combined, code, &agent, 1);                      "USAGOV"
 *
 * Upper and lower case, accents, full stops and hyphens make no difference: "AL-QAEDA" is "al Qaeda" and "U.S." is "US". */
#ifndef RO_DICTIONARY_H
#define RO_DICTIONARY_H

#include "base/document.h"
#include "base/lexicon.h"

struct dictionary;

/* What is wrong with files, in their order: "mine.actors.txt:12:30: this bracket is never closed; end the code with ]".
 * `messages` and what they say live in the arena of the dictionary. Begin with zeros. */
struct dictionary_problems {
    const char **messages;
    uint32_t count; /* of messages: the first RO_PROBLEM_LIMIT */
    uint32_t total; /* of problems */
};
enum { RO_PROBLEM_LIMIT = 1000 };

/* A code and the days on which it holds, both included, as numbers of ro_dictionary_day. */
struct dictionary_code {
    const char *code; /* "USAGOV", "FRO/BIL" of several actors; NULL: none, written "---" */
    int from, until;
    bool dated;
};

struct dictionary_actor {
    const char *file; /* its name without folders */
    const char *root; /* its first phrase, as the file has it: "UNITED_STATES_" */
    const struct dictionary_code *codes;
    uint32_t line, code_count;
};

struct dictionary_agent {
    const char *file;
    const char *code; /* "~GOV": behind that of the actor; "NGO~": before it */
    uint32_t line;
};

struct dictionary_discard {
    const char *file;
    uint32_t line;
    bool story; /* "+CHESS CUP": the whole story is left out; otherwise the sentence is */
};

struct dictionary_issue {
    const char *name; /* "OIL"; NULL: the sentence has no issues */
};

/* An empty dictionary, which lives in the arena with all that is read into it; NULL without memory. */
struct dictionary *ro_dictionary_new(struct arena *arena);

/* Read a file into a dictionary that may have read others. A phrase that was read before is now what this file says.
 * Lines that are wrong are left out and told in `problems`. The text of the file is borrowed during the call, its name for
 * as long as the dictionary lives. Fail with READOUT_NO_MEMORY alone. */
enum readout_status ro_dictionary_read_actors(struct dictionary *dictionary, const struct lexicon_file *file,
                                              struct dictionary_problems *problems);
enum readout_status ro_dictionary_read_agents(struct dictionary *dictionary, const struct lexicon_file *file,
                                              struct dictionary_problems *problems);
enum readout_status ro_dictionary_read_discards(struct dictionary *dictionary, const struct lexicon_file *file,
                                                struct dictionary_problems *problems);
enum readout_status ro_dictionary_read_issues(struct dictionary *dictionary, const struct lexicon_file *file,
                                              struct dictionary_problems *problems);

/* What the longest phrase means that begins at a word and ends in its sentence, and how many words it has; NULL where there
 * is none, or no dictionary. A possessive 's between its words is passed over, one behind them is not part of it. A single
 * word is an agent where it is tagged as PETRARCH wants it (noun, adjective, determiner, number), and an actor also where it is
 * spelt as a name; "us" is not the U.S. */
const struct dictionary_actor *ro_dictionary_actor(const struct dictionary *dictionary,
                                                   const struct document *document, uint32_t word, uint32_t *words);
const struct dictionary_agent *ro_dictionary_agent(const struct dictionary *dictionary,
                                                   const struct document *document, uint32_t word, uint32_t *words);

/* The same of discards and issues, of any words. */
const struct dictionary_discard *ro_dictionary_discard(const struct dictionary *dictionary,
                                                       const struct document *document, uint32_t word,
                                                       uint32_t *words);
const struct dictionary_issue *ro_dictionary_issue(const struct dictionary *dictionary,
                                                   const struct document *document, uint32_t word, uint32_t *words);

/* "2019-03-01" -> 20190301, as the time of a record may go on behind it; "2019-03" and "2019" are their first day.
 * 0 where it is no such date, or NULL. */
int ro_dictionary_day(const char *date);

/* The code of an actor on a day: that of the first of its dates that holds, else the one without a date, else NULL. On day 0
 * it is the one without a date. */
const char *ro_dictionary_code(const struct dictionary_actor *actor, int day);

enum { RO_COMBINED = 64 };

/* The next of several actors' codes, "FRO" and then "BIL" of "FRO/BIL", as a string; *codes moves behind it. False at the end, and
 * where *codes is NULL:
 *     for (const char *rest = codes; ro_dictionary_next(&rest, code);) ... */
bool ro_dictionary_next(const char **codes, char code[RO_COMBINED]);

/* The code of an actor (NULL: none) and agents: "USA", "~GOV" -> "USAGOV". Codes are made of parts of three letters; a part that
 * is there is not added again. "~PPL" is not beside others. Without an actor a "~" has its place: "~GOV", "NGO~"; with nothing
 * it is "". Parts that do not fit are left out. */
void ro_dictionary_combine(char combined[RO_COMBINED], const char *actor,
                           const struct dictionary_agent *const *agents, uint32_t count);

#endif

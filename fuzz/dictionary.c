/* dictionary.c: any bytes are a PETRARCH dictionary, and a text to look it up in. The first byte says which ("a" actors, "g"
 * agents, "d" discards, "v" verbs, "i" issues), a line of "%%" where the text begins. Problems are one line each; what is found lies in one sentence,
 * and its code has no blanks. */
#include "fuzz.h"

#include <string.h>

#include "actors/dictionary.h"
#include "events/petrarch.h"
#include "syntax/syntax.h"
#include "text/abbreviations.h"
#include "text/text.h"
#include "text/utf8.h"

static const struct lexicon_file *abbreviations_file(void)
{
    const struct lexicon_file *file = ro_builtin_lexicons;
    while (strcmp(file->name, "abbreviations.txt") != 0)
        file++;
    return file;
}

static enum readout_status read_verbs(struct arena *arena, const struct lexicon_file *file,
                                      struct dictionary_problems *problems)
{
    struct petrarch_verbs *verbs = ro_petrarch_new(arena);
    BELIEVE(verbs);
    return ro_petrarch_read(verbs, file, problems);
}

static void read_dictionary(struct dictionary *dictionary, struct arena *arena, char form, struct slice text,
                            struct dictionary_problems *problems)
{
    const struct lexicon_file file = {"x.txt", text};
    enum readout_status status = form == 'a'   ? ro_dictionary_read_actors(dictionary, &file, problems)
                                 : form == 'g' ? ro_dictionary_read_agents(dictionary, &file, problems)
                                 : form == 'v' ? read_verbs(arena, &file, problems)
                                 : form == 'i' ? ro_dictionary_read_issues(dictionary, &file, problems)
                                               : ro_dictionary_read_discards(dictionary, &file, problems);
    BELIEVE(status == READOUT_OK);
    BELIEVE(problems->count <= problems->total && problems->count <= RO_PROBLEM_LIMIT);
    for (uint32_t i = 0; i < problems->count; i++)
        BELIEVE(!strchr(problems->messages[i], '\n') && strstr(problems->messages[i], ": "));
}

static void check_span(const struct document *document, uint32_t word, uint32_t words)
{
    BELIEVE(words > 0 && word + words <= document->word_count);
    BELIEVE(document->words[word + words - 1].sentence == document->words[word].sentence);
}

static void check_code(const char *code)
{
    BELIEVE(*code && !code[strcspn(code, " \t\n[]{}<>#;")]);
}

static void check_actor(const struct dictionary_actor *actor)
{
    BELIEVE(actor->line > 0 && actor->code_count > 0 && *actor->root);
    for (uint32_t i = 0; i < actor->code_count; i++) {
        const struct dictionary_code *code = &actor->codes[i];
        BELIEVE(code->from <= code->until);
        if (code->code)
            check_code(code->code);
    }
}

static void check_combined(const struct dictionary_agent *agent)
{
    char combined[RO_COMBINED];
    check_code(agent->code);
    ro_dictionary_combine(combined, "USA", &agent, 1);
    BELIEVE(strlen(combined) < sizeof combined && strstr(combined, "USA"));
}

static void check_word(const struct dictionary *dictionary, const struct document *document, uint32_t word)
{
    uint32_t words;
    const struct dictionary_actor *actor = ro_dictionary_actor(dictionary, document, word, &words);
    if (actor) {
        check_span(document, word, words);
        check_actor(actor);
    }
    const struct dictionary_agent *agent = ro_dictionary_agent(dictionary, document, word, &words);
    if (agent) {
        check_span(document, word, words);
        check_combined(agent);
    }
    if (ro_dictionary_discard(dictionary, document, word, &words))
        check_span(document, word, words);
    const struct dictionary_issue *issue = ro_dictionary_issue(dictionary, document, word, &words);
    if (issue) {
        check_span(document, word, words);
        BELIEVE(!issue->name || (*issue->name && !issue->name[strcspn(issue->name, ",;\t\n")]));
    }
}

static void check_text(const struct dictionary *dictionary, struct arena *arena, struct slice text)
{
    struct resources resources = {.dictionary = dictionary};
    struct context context = {.resources = &resources};
    struct document document = {.length = 0};
    ro_arena_init(&context.scratch);
    ro_arena_init(&document.arena);
    BELIEVE(ro_abbreviations_read(arena, abbreviations_file(), &resources.abbreviations, NULL) == READOUT_OK);
    BELIEVE(ro_text_decode(&context, &document, text.data, text.length) == READOUT_OK);
    BELIEVE(ro_blocks_stage(&context, &document) == READOUT_OK);
    BELIEVE(ro_words_stage(&context, &document) == READOUT_OK);
    BELIEVE(ro_starts_stage(&context, &document) == READOUT_OK);
    BELIEVE(ro_sentences_stage(&context, &document) == READOUT_OK);
    for (uint32_t word = 0; word < document.word_count; word++)
        check_word(dictionary, &document, word);
    ro_arena_release(&document.arena);
    ro_arena_release(&context.scratch);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char border[] = "\n%%\n";
    const char *bytes = (const char *)data;
    size_t length = sizeof border - 1, end = 1;
    if (size < 1)
        return 0;
    while (end + length <= size && memcmp(bytes + end, border, length) != 0)
        end++;
    bool has_text = end + length <= size;
    struct slice entries = {bytes + 1, (has_text ? end : size) - 1};
    struct slice text = {has_text ? bytes + end + length : bytes, has_text ? size - end - length : 0};
    struct arena arena;
    struct dictionary_problems problems = {0};
    ro_arena_init(&arena);
    struct dictionary *dictionary = ro_dictionary_new(&arena);
    BELIEVE(dictionary);
    read_dictionary(dictionary, &arena, *bytes, entries, &problems);
    check_text(dictionary, &arena, text);
    ro_arena_release(&arena);
    return 0;
}

/* lemmas.c: the lemmas of a model file, for lemmas.py to compare with its own. Lines of standard input are a form and the
 * numbers of its upos and xpos between tabs; each becomes a line with the lemma. What a word took is told at the end.
 *
 *     train-lemmas MODEL UPOS_COUNT XPOS_COUNT <words >lemmas */
#include <stdio.h>

#include "syntax/lemmas.h"

enum { LINE = 1 << 16, ROUNDS = 50 };

struct asked {
    struct slice form;
    uint32_t upos, xpos;
};

struct list {
    struct asked *words;
    uint32_t count;
};

static bool read_words(struct list *list, struct arena *arena)
{
    static char line[LINE];
    while (fgets(line, sizeof line, stdin)) {
        char *tab = strchr(line, '\t'), *rest = tab;
        struct asked *word = tab ? ro_arena_push(arena, list->words, list->count) : NULL;
        if (!word)
            return false;
        word->form = ro_slice(ro_arena_copy(arena, (struct slice){line, (size_t)(tab - line)}));
        word->upos = (uint32_t)strtoul(rest, &rest, 10);
        word->xpos = (uint32_t)strtoul(rest, &rest, 10);
        if (!word->form.data)
            return false;
    }
    return true;
}

static void answer(const struct lemmas *lemmas, const struct list *list, struct arena *arena, FILE *out)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const char *lemma = ro_lemma(lemmas, arena, list->words[i].form, list->words[i].upos, list->words[i].xpos);
        if (out)
            fprintf(out, "%s\n", lemma ? lemma : "");
    }
}

static void clock_words(const struct lemmas *lemmas, const struct list *list, struct arena *arena)
{
    clock_t started = clock();
    for (int round = 0; round < ROUNDS; round++) {
        ro_arena_clear(arena);
        answer(lemmas, list, arena, NULL);
    }
    double seconds = (double)(clock() - started) / CLOCKS_PER_SEC;
    fprintf(stderr, "%.0f ns a word\n", 1e9 * seconds / ROUNDS / (list->count ? list->count : 1));
}

int main(int argc, char **argv)
{
    struct arena arena, document;
    struct weights weights;
    struct readout_error error = {.status = READOUT_OK};
    const struct lemmas *lemmas;
    struct list list = {.count = 0};
    ro_arena_init(&arena);
    ro_arena_init(&document);
    if (argc != 4 || ro_weights_open(&weights, &arena, argv[1], &error) != READOUT_OK ||
        ro_lemmas_read(&lemmas, &arena, &weights, (uint32_t)strtoul(argv[2], NULL, 10),
                       (uint32_t)strtoul(argv[3], NULL, 10), &error) != READOUT_OK ||
        !read_words(&list, &arena)) {
        fprintf(stderr, "train-lemmas MODEL UPOS_COUNT XPOS_COUNT <words: %s\n", error.message);
        return 1;
    }
    answer(lemmas, &list, &document, stdout);
    clock_words(lemmas, &list, &document);
    ro_weights_close(&weights);
    ro_arena_release(&document);
    ro_arena_release(&arena);
    return 0;
}

/* dictionary_issues.c: reads issues: words, and what they are counted as.
 *
 *     <ISSUE CATEGORY="ENERGY" TYPE="ALL">   such lines part the file and mean nothing more
 *     n:oil+well [OIL]                       "oil well", "oil-well", "oil wells" ...
 *     v:drill for oil [OIL]                  "drill", "drills", "drilled", "drilling for oil"
 *     ~olive oil                             a sentence that has this has no issues; so with ~~, as in PETRARCH2
 *     </ISSUE>
 */
#include "actors/dictionary_lines.h"
#include "actors/dictionary_store.h"

enum { FORMS = 4, VARIANTS = 32 };

struct variants {
    struct folded folded[VARIANTS];
    uint32_t count;
};

/* Words and their forms */

static bool put(struct folded *form, const char *ending)
{
    size_t length = strlen(ending);
    if (form->length + length > sizeof form->text)
        return false;
    memcpy(form->text + form->length, ending, length);
    form->length += length;
    return true;
}

static bool ends_in_y(const struct folded *word)
{
    size_t length = word->length;
    return length > 1 && word->text[length - 1] == 'y' && !strchr("aeiou", word->text[length - 2]);
}

/* "carry" -> "carried", "charge" -> "charged", "drill" -> "drilled" */
static bool put_past(struct folded *form)
{
    bool y = ends_in_y(form), e = form->text[form->length - 1] == 'e';
    form->length -= y;
    return put(form, y ? "ied" : e ? "d" : "ed");
}

static bool put_participle(struct folded *form)
{
    form->length -= form->text[form->length - 1] == 'e';
    return put(form, "ing");
}

/* The forms of a word: its regular plural behind "n:", those of a regular verb behind "v:". How many, 0 where they do not fit. */
static uint32_t forms_of(struct slice word, struct folded forms[FORMS])
{
    char kind = word.length > 2 && word.data[1] == ':' ? (char)(word.data[0] | 0x20) : ' '; /* a small letter */
    bool noun = kind == 'n', verb = kind == 'v';
    if (noun || verb)
        word = (struct slice){word.data + 2, word.length - 2};
    forms[0].length = 0;
    if (!ro_fold(&forms[0], word))
        return 0;
    if (!(noun || verb) || !forms[0].length)
        return 1;
    forms[1] = forms[2] = forms[3] = forms[0];
    if (!ro_fold_plural(&forms[1]) || (verb && (!put_past(&forms[2]) || !put_participle(&forms[3]))))
        return 0;
    return noun ? 2 : FORMS;
}

/* Phrases */

/* Each variant with each form behind it; false where they do not fit or are too many. */
static bool extend(struct variants *variants, const struct folded forms[FORMS], uint32_t count)
{
    uint32_t own = variants->count;
    if (count == 0 || own * count > VARIANTS)
        return false;
    for (uint32_t i = own; i < own * count; i++)
        variants->folded[i] = variants->folded[i % own];
    for (uint32_t i = 0; i < own * count; i++)
        if (!ro_fold(&variants->folded[i], (struct slice){forms[i / own].text, forms[i / own].length}))
            return false;
    variants->count = own * count;
    return true;
}

static bool expand(struct variants *variants, struct slice phrase)
{
    static const char between[] = " \t+"; /* "+" is a blank or a hyphen, which are the same */
    struct folded forms[FORMS];
    variants->count = 1;
    variants->folded[0].length = 0;
    while (phrase.length) {
        struct slice word = ro_lines_until(phrase, between);
        size_t taken = word.length < phrase.length ? word.length + 1 : word.length;
        if (word.length && !extend(variants, forms, forms_of(word, forms)))
            return false;
        phrase = (struct slice){phrase.data + taken, phrase.length - taken};
    }
    return true;
}

static void add(struct dictionary *dictionary, struct dictionary_lines *lines, const struct variants *variants,
                const char *name)
{
    struct dictionary_issue *issue = ro_arena_push(dictionary->arena, dictionary->issues, dictionary->issue_count);
    lines->failed |= !issue;
    if (issue)
        *issue = (struct dictionary_issue){name};
    for (uint32_t i = 0; i < variants->count && !lines->failed; i++)
        lines->failed |= !ro_terms_add(&dictionary->issue_phrases, dictionary->arena, &variants->folded[i],
                                       dictionary->issue_count - 1);
}

/* Lines */

/* The name in brackets; false where it is wrong, which has been told. */
static bool take_name(struct dictionary_lines *lines, struct slice line, const char *bracket, struct slice *name)
{
    const char *end = line.data + line.length;
    if (bracket == end)
        return ro_lines_wrong(lines, line.data, "no issue; write [ISSUE] behind the words");
    struct slice behind = {bracket + 1, (size_t)(end - bracket) - 1};
    *name = ro_lines_until(behind, "]");
    if (name->length == behind.length)
        return ro_lines_wrong(lines, bracket, "this bracket is never closed; end the issue with ]");
    *name = ro_lines_trim(*name);
    if (!name->length)
        return ro_lines_wrong(lines, bracket, "no issue; write its name in the brackets");
    const char *stray = name->data + ro_lines_until(*name, ",;\t").length;
    if (stray < name->data + name->length)
        return ro_lines_wrong(lines, stray, "a comma or semicolon parts issues; leave it out of the name");
    return true;
}

static bool read_line(struct dictionary *dictionary, struct dictionary_lines *lines, struct slice line)
{
    struct variants variants;
    struct slice name = {0};
    if (*line.data == '<')
        return true; /* <ISSUE ...>, </ISSUE> */
    bool ignored = *line.data == '~';
    struct slice phrase = ignored ? line : ro_lines_until(line, "[");
    if (!ignored && !take_name(lines, line, phrase.data + phrase.length, &name))
        return false;
    while (phrase.length && *phrase.data == '~')
        phrase = (struct slice){phrase.data + 1, phrase.length - 1};
    if (!expand(&variants, phrase))
        return ro_lines_wrong(lines, phrase.data, "more than %d forms, or %d letters; write several lines",
                              VARIANTS, RO_LONGEST_PHRASE);
    if (!variants.folded[0].length)
        return ro_lines_wrong(lines, line.data, "no words; write what is counted");
    add(dictionary, lines, &variants, ignored ? NULL : ro_lines_string(lines, name));
    return true;
}

enum readout_status ro_dictionary_read_issues(struct dictionary *dictionary, const struct lexicon_file *file,
                                              struct dictionary_problems *problems)
{
    struct dictionary_lines lines;
    struct slice line;
    if (!ro_lines_start(&lines, dictionary->arena, file, problems))
        return READOUT_NO_MEMORY;
    while (ro_lines_next(&lines, &line))
        read_line(dictionary, &lines, line);
    return lines.failed ? READOUT_NO_MEMORY : READOUT_OK;
}

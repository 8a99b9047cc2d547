/* quantities.c: reads numbers with their bounds, their units and what they count. */
#include "positions/quantities.h"

#include "statements/build.h"

/* What stands before a number and bounds it, words from the last one back. */
enum bound { RO_EXACT, RO_AT_LEAST, RO_AT_MOST, RO_NEARLY, RO_ABOUT };

struct bound_words {
    const char *words[3]; /* in their order */
    enum bound bound;
};

static const struct bound_words bounds[] = {
    {{"no", "more", "than"}, RO_AT_MOST},      {{"no", "fewer", "than"}, RO_AT_LEAST},
    {{"no", "less", "than"}, RO_AT_LEAST},     {{"not", "more", "than"}, RO_AT_MOST},
    {{"at", "least", NULL}, RO_AT_LEAST},      {{"more", "than", NULL}, RO_AT_LEAST},
    {{"upwards", "of", NULL}, RO_AT_LEAST},    {{"fewer", "than", NULL}, RO_AT_MOST},
    {{"less", "than", NULL}, RO_AT_MOST},      {{"at", "most", NULL}, RO_AT_MOST},
    {{"up", "to", NULL}, RO_AT_MOST},          {{"as", "many", "as"}, RO_AT_MOST},
    {{"close", "to", NULL}, RO_ABOUT},         {{"just", "under", NULL}, RO_NEARLY},
    {{"over", NULL, NULL}, RO_AT_LEAST},       {{"above", NULL, NULL}, RO_AT_LEAST},
    {{"under", NULL, NULL}, RO_AT_MOST},       {{"below", NULL, NULL}, RO_AT_MOST},
    {{"nearly", NULL, NULL}, RO_NEARLY},       {{"almost", NULL, NULL}, RO_NEARLY},
    {{"barely", NULL, NULL}, RO_NEARLY},       {{"hardly", NULL, NULL}, RO_NEARLY},
    {{"about", NULL, NULL}, RO_ABOUT},         {{"some", NULL, NULL}, RO_ABOUT},
    {{"around", NULL, NULL}, RO_ABOUT},        {{"roughly", NULL, NULL}, RO_ABOUT},
    {{"approximately", NULL, NULL}, RO_ABOUT}, {{"perhaps", NULL, NULL}, RO_ABOUT},
    {{"maybe", NULL, NULL}, RO_ABOUT},         {{"estimated", NULL, NULL}, RO_ABOUT}};

static enum bound bound_before(const struct document *document, uint32_t first, uint32_t *begin)
{
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
        uint32_t count = 0;
        while (count < 3 && bounds[i].words[count])
            count++;
        if (*begin < first + count)
            continue;
        bool same = true;
        for (uint32_t j = 0; same && j < count; j++)
            same = ro_slice_spells(ro_document_word(document, *begin - count + j), bounds[i].words[j]);
        if (same) {
            *begin -= count;
            return bounds[i].bound;
        }
    }
    return RO_EXACT;
}

static void put_bounds(struct quantity *quantity, double value, enum bound bound)
{
    static const double slack = 0.12, under = 0.2, huge = 1e300;
    quantity->rough = bound != RO_EXACT;
    quantity->low = bound == RO_AT_MOST  ? 0
                    : bound == RO_NEARLY ? value * (1 - under)
                    : bound == RO_ABOUT  ? value * (1 - slack)
                                         : value;
    quantity->high = bound == RO_AT_LEAST ? huge : bound == RO_ABOUT ? value * (1 + slack) : value;
}

/* The verb or predicate over a word. */
uint32_t ro_clause_over(const struct tree *tree, uint32_t word)
{
    enum { STEPS = 12 };
    for (int step = 0; step < STEPS && ro_tree_hangs(tree, word); step++) {
        if (ro_tree_has_upos(tree, word, "VERB") || ro_tree_child(tree, word, "cop", RO_NONE) != RO_NONE)
            break;
        word = ro_tree_word(tree, word)->head;
    }
    return word;
}

static uint32_t child_of(const struct tree *tree, uint32_t noun)
{
    static const struct slice of[] = {RO_SLICE("of"), {NULL, 0}};
    uint32_t child = ro_tree_child(tree, noun, "nmod", RO_NONE);
    while (child != RO_NONE && !ro_tree_has_case(tree, child, of))
        child = ro_tree_child(tree, noun, "nmod", child);
    return child;
}

static const char *const figures[] = {"figure", "number", "toll", "total", "count", "estimate", "tally", NULL};

static const char *const levels[] = {"be",  "stand", "reach",  "total",  "amount", "come", "rise", "fall", "hit",
                                     "run", "lie",   "exceed", "number", "drop",   "set",  "fix",  "put",  NULL};

/* The noun that "put the number of arrivals at" counts, that "put inflation at", "inflation was", "the debt stood at" measure. */
static uint32_t noun_of_figure(const struct tree *tree, uint32_t clause, struct range words, bool told)
{
    uint32_t object = ro_tree_child(tree, clause, "obj", RO_NONE);
    if (!told && (object == RO_NONE || ro_range_has(words, object)))
        object = ro_tree_child(tree, clause, "nsubj", RO_NONE);
    if (object == RO_NONE || ro_range_has(words, object) || !ro_tree_has_upos(tree, object, "NOUN"))
        return RO_NONE;
    return ro_lemma_in(ro_tree_word(tree, object), figures) ? child_of(tree, object) : object;
}

/* | debts | of 84 million, a | wage | of 15 euros. */
static uint32_t owner_of(const struct tree *tree, uint32_t unit)
{
    static const struct slice of[] = {RO_SLICE("of"), {NULL, 0}};
    uint32_t head = ro_tree_word(tree, unit)->head;
    bool of_it = ro_tree_hangs(tree, unit) && ro_hangs_by(ro_tree_word(tree, unit), "nmod") &&
                 ro_tree_has_case(tree, unit, of) && head < unit;
    return !of_it || !ro_tree_has_upos(tree, head, "NOUN")  ? RO_NONE
           : ro_lemma_in(ro_tree_word(tree, head), figures) ? child_of(tree, head)
                                                            : head;
}

/* Whether "of" that stands behind a number tells the whole of which it is a part: of them, of whom, of the wounded. */
static bool is_of_some(const struct accounts *accounts, uint32_t noun)
{
    const struct tree *tree = accounts->tree;
    bool pronoun = ro_tree_has_upos(tree, noun, "PRON") || ro_tree_has_upos(tree, noun, "DET") ||
                   ro_tree_has_upos(tree, noun, "NUM");
    uint32_t determiner = ro_tree_child(tree, noun, "det", RO_NONE);
    return pronoun || (determiner != RO_NONE && (ro_lemma_is(ro_tree_word(tree, determiner), "the") ||
                                                 ro_lemma_is(ro_tree_word(tree, determiner), "those")));
}

static bool is_some_more(const struct accounts *accounts, struct range words)
{
    static const char *const befores[] = {"include",    "including", "another", "other", "further",
                                          "additional", "remain",    "among",   NULL};
    static const char *const afters[] = {"other", "more", "further", "additional", "else", "alone", NULL};
    const struct document *document = accounts->document;
    uint32_t first = accounts->document->sentences[document->words[words.begin].sentence].first_word;
    return (words.begin > first && ro_lemma_in(&document->words[words.begin - 1], befores)) ||
           (words.end < document->word_count && ro_lemma_in(&document->words[words.end], afters));
}

/* "Of these, | 21 | ...", "of whom | 41 | were saved". */
static bool is_of_those(const struct accounts *accounts, struct range words)
{
    enum { FAR = 3 };
    const struct tree *tree = accounts->tree;
    uint32_t first = accounts->document->sentences[ro_tree_word(tree, words.begin)->sentence].first_word;
    for (uint32_t word = words.begin; word-- > first && words.begin - word <= FAR;)
        if (ro_lemma_is(ro_tree_word(tree, word), "of") && word + 1 < words.begin &&
            (ro_tree_has_upos(tree, word + 1, "PRON") || ro_tree_has_upos(tree, word + 1, "DET")))
            return word == first || ro_tree_has_upos(tree, word - 1, "PUNCT");
    return false;
}

static void read_noun(const struct accounts *accounts, struct quantity *quantity, uint32_t last)
{
    const struct tree *tree = accounts->tree;
    const struct word *own = ro_tree_word(tree, last);
    uint32_t top = last, inner = RO_NONE;
    quantity->noun = RO_NONE;
    while (ro_tree_has_upos(tree, top, "NUM") && ro_tree_hangs(tree, top) &&
           (ro_hangs_by(ro_tree_word(tree, top), "nummod") || ro_hangs_by(ro_tree_word(tree, top), "compound")) &&
           ro_tree_word(tree, top)->head > top)
        top = ro_tree_word(tree, top)->head;
    bool unit = top >= quantity->words.begin && top < quantity->words.end;
    if (top != last && !unit)
        quantity->noun = top;
    inner = child_of(tree, unit ? top : last);
    if (unit && inner == RO_NONE && own->head != RO_NONE && ro_hangs_by(ro_tree_word(tree, top), "compound"))
        inner = ro_tree_word(tree, top)->head;
    if (quantity->noun == RO_NONE && inner != RO_NONE && inner > quantity->words.begin) {
        quantity->noun = inner;
        quantity->part = quantity->measure == RO_COUNTED && is_of_some(accounts, inner);
    }
    quantity->clause = ro_clause_over(tree, top);
    if (quantity->noun != RO_NONE && ro_lemma_in(ro_tree_word(tree, quantity->noun), figures))
        quantity->noun = RO_NONE;
    if (quantity->noun == RO_NONE)
        quantity->noun = owner_of(tree, top);
    bool told = accounts->items[quantity->account].way == RO_FIGURED && quantity->clause < quantity->words.begin;
    bool level = told || ro_range_has(quantity->words, quantity->clause) ||
                 ro_lemma_in(ro_tree_word(tree, quantity->clause), levels);
    if (quantity->noun == RO_NONE && level)
        quantity->noun = noun_of_figure(tree, quantity->clause, quantity->words, told);
    if (quantity->noun != RO_NONE && ro_range_has(quantity->words, quantity->noun) &&
        quantity->measure == RO_COUNTED)
        quantity->noun = RO_NONE;
    static const struct slice among[] = {RO_SLICE("among"), RO_SLICE("amongst"), {NULL, 0}};
    for (uint32_t of = RO_NONE;
         quantity->noun != RO_NONE && (of = ro_tree_child(tree, quantity->noun, "nmod", of)) != RO_NONE;)
        quantity->part |= ro_tree_has_case(tree, of, among); /* 35 men | among the newcomers | */
    quantity->part |= is_some_more(accounts, quantity->words) || is_of_those(accounts, quantity->words);
}

/* "%", "per cent", a unit; $ before. Widens the words. */
static double read_unit(const struct document *document, struct quantity *quantity, uint32_t first, uint32_t end)
{
    uint32_t behind = quantity->words.end;
    const struct unit *unit = behind < end ? ro_unit_at(document, behind) : NULL;
    if (behind + 1 < end && ro_slice_spells(ro_document_word(document, behind), "square") &&
        (unit = ro_unit_at(document, behind + 1))) {
        quantity->words.end += 2;
        quantity->measure = RO_AREA;
        return unit->size * unit->size;
    }
    if (behind + 1 < end && ro_slice_spells(ro_document_word(document, behind), "per") &&
        ro_slice_spells(ro_document_word(document, behind + 1), "cent")) {
        quantity->words.end += 2;
        quantity->measure = RO_SHARE;
        return 0.01;
    }
    if (quantity->words.begin > first) {
        struct slice sign = ro_document_word(document, quantity->words.begin - 1);
        if (ro_slice_equal(sign, RO_SLICE("$")) || ro_slice_equal(sign, RO_SLICE("£")) ||
            ro_slice_equal(sign, RO_SLICE("€"))) {
            quantity->measure = RO_MONEY;
            quantity->words.begin--;
            return 1;
        }
    }
    if (!unit)
        return 1;
    quantity->words.end++;
    quantity->measure = unit->measure;
    return unit->size;
}

/* Names and counts that are none: Flight 417, "one", 2018. */
static bool is_no_count(const struct accounts *accounts, uint32_t word, const struct quantity *quantity,
                        double value)
{
    const struct word *own = ro_tree_word(accounts->tree, word);
    bool year = quantity->measure == RO_COUNTED && value >= 1900 && value <= 2100 && !ro_hangs_by(own, "nummod");
    bool single = quantity->words.end - quantity->words.begin == 1;
    bool named = own->head != RO_NONE && own->head + 1 == word &&
                 ro_tree_has_upos(accounts->tree, own->head, "NOUN") && !ro_hangs_by(own, "conj"); /* at age ten */
    bool label = named ||
                 (own->head != RO_NONE && own->head + 1 == word && ro_hangs_by(own, "nummod") && own->head < word);
    uint32_t before = quantity->words.begin;
    bool joined = before > 0 && accounts->document->words[before].glued &&
                  ro_slice_equal(ro_document_word(accounts->document, before - 1), RO_SLICE("-")); /* EB-5 */
    uint32_t next = quantity->words.end;
    joined |= next + 1 < accounts->document->word_count && accounts->document->words[next].glued &&
              accounts->document->words[next + 1].glued &&
              ro_slice_equal(ro_document_word(accounts->document, next), RO_SLICE("-")); /* 19-year-old */
    bool the_two = before > 0 && ro_lemma_is(ro_tree_word(accounts->tree, before - 1), "the") &&
                   (value <= 5 || !ro_hangs_by(own, "nummod")); /* the two leaders: known, not counted */
    static const char *const clocks[] = {"before", "after", "until", "till", "past", NULL};
    bool hour = before > 0 && value <= 12 && single && quantity->measure == RO_COUNTED &&
                !ro_hangs_by(own, "nummod") && ro_lemma_in(ro_tree_word(accounts->tree, before - 1), clocks);
    uint32_t first = accounts->document->sentences[own->sentence].first_word;
    char letter = accounts->document->text[own->span.begin];
    label |= word > first + 1 && letter >= 'A' && letter <= 'Z'; /* Ward Six */
    return year || label || joined || the_two || hour ||
           (single && ro_slice_spells(ro_document_word(accounts->document, word), "one"));
}

/* "Dozens of", "tens of thousands of": words that count roughly. */
static bool read_many(const struct accounts *accounts, uint32_t word, struct quantity *quantity)
{
    static const struct {
        const char *text;
        double low;
    } many[] = {{"dozens", 24}, {"scores", 40}, {"hundreds", 200}, {"thousands", 2000}, {"millions", 2e6}};
    static const double huge = 1e300;
    const struct document *document = accounts->document;
    uint32_t end = accounts->items[accounts->at[word]].words.end;
    bool tens = ro_slice_spells(ro_document_word(document, word), "tens"),
         hundreds = ro_slice_spells(ro_document_word(document, word), "hundreds");
    uint32_t last = (tens || hundreds) && word + 2 < end &&
                            ro_slice_spells(ro_document_word(document, word + 1), "of") &&
                            ro_slice_spells(ro_document_word(document, word + 2), "thousands")
                        ? word + 2
                        : word;
    double times = last == word ? 1 : tens ? 10 : 100;
    for (size_t i = 0; i < sizeof many / sizeof *many; i++)
        if (ro_slice_spells(ro_document_word(document, last), many[i].text)) {
            *quantity = (struct quantity){.account = accounts->at[word],
                                          .words = {word, last + 1},
                                          .rough = true,
                                          .size = 1,
                                          .low = many[i].low * times,
                                          .high = huge};
            read_noun(accounts, quantity, last);
            return true;
        }
    return false;
}

/* "Lasted | an hour |", "more than | a mile |"; but not "ten barrels a day". */
static bool is_one_unit(const struct accounts *accounts, uint32_t word, uint32_t end)
{
    static const char *const befores[] = {"VERB", "AUX", "ADP", "ADV", "SCONJ", NULL};
    const struct document *document = accounts->document;
    const struct unit *unit = word > 0 && word + 1 < end ? ro_unit_at(document, word + 1) : NULL;
    bool article = unit && (ro_slice_spells(ro_document_word(document, word), "a") ||
                            ro_slice_spells(ro_document_word(document, word), "an"));
    for (const char *const *before = befores; article && *before; before++)
        if (ro_tree_has_upos(accounts->tree, word - 1, *before))
            return true;
    return false;
}

static bool read_at(const struct accounts *accounts, uint32_t word, struct quantity *quantity)
{
    const struct document *document = accounts->document;
    const struct account *account = &accounts->items[accounts->at[word]];
    uint32_t end = account->words.end, first = account->words.begin;
    double value;
    uint32_t behind;
    *quantity = (struct quantity){.account = accounts->at[word], .words = {word, word + 1}};
    bool ratio = ro_ratio_at(document, word, end, &value, &behind);
    bool share = ratio || ro_share_at(document, word, end, &value, &behind);
    double power;
    uint32_t far;
    if (share && behind + 1 < end && ro_slice_spells(ro_document_word(document, behind), "of") &&
        ro_number_at(document, behind + 1, end, &power, &far) && power >= 100) { /* a quarter of a million */
        value *= power;
        behind = far;
        share = false;
        quantity->rough = true;
    } else if (!share && is_one_unit(accounts, word, end)) {
        value = 1;
        behind = word + 1;
    } else if (!share && !ro_number_at(document, word, end, &value, &behind)) {
        return false;
    }
    quantity->words.end = behind;
    quantity->measure = share ? RO_SHARE : RO_COUNTED;
    uint32_t last = behind - 1;
    if (!ratio && is_no_count(accounts, last, quantity, value))
        return false;
    bool loose = quantity->rough || ro_slice_spells(ro_document_word(document, word), "a") ||
                 ro_slice_spells(ro_document_word(document, word), "half");
    quantity->size = share ? 1 : read_unit(document, quantity, first, end);
    value *= quantity->size;
    put_bounds(quantity, value, bound_before(document, first, &quantity->words.begin));
    quantity->rough |= loose;
    read_noun(accounts, quantity, ratio ? word : last);
    return true;
}

/* The first time that ends behind a word, from one on. */
static uint32_t time_behind(const struct document *document, uint32_t time, uint32_t word)
{
    while (time < document->time_count && document->times[time].span.end <= document->words[word].span.begin)
        time++;
    return time;
}

bool ro_quantities_read(const struct accounts *accounts, struct quantities *quantities)
{
    const struct document *document = accounts->document;
    uint32_t time = 0;
    *quantities = (struct quantities){NULL, 0};
    for (uint32_t word = 0; word < document->word_count; word++) {
        time = time_behind(document, time, word);
        double share;
        uint32_t behind;
        bool shared = (ro_share_at(document, word, document->word_count, &share, &behind) &&
                       behind < document->word_count &&
                       ro_slice_spells(ro_document_word(document, behind), "of")) ||
                      ro_ratio_at(document, word, document->word_count, &share,
                                  &behind); /* a quarter of the houses is no time */
        bool dated = !shared && time < document->time_count && document->times[time].type != RO_DURATION &&
                     ro_span_overlaps(document->times[time].span, document->words[word].span);
        struct quantity quantity;
        if (dated || accounts->at[word] == RO_NONE ||
            (!read_many(accounts, word, &quantity) && !read_at(accounts, word, &quantity)))
            continue;
        struct quantity *added = ro_arena_push(&accounts->context->scratch, quantities->items, quantities->count);
        if (!added)
            return false;
        *added = quantity;
        word = quantity.words.end - 1;
    }
    return true;
}

/* match.c: the patterns of a word, tried on its clause, the most specific first. */
#include "events/attempt.h"

/* To ask for something is to ask it of others. */
static bool is_wish(const char *code)
{
    return strncmp(code, "02", 2) == 0 || strncmp(code, "10", 2) == 0;
}

static bool is_pair_of(const struct tree *tree, uint32_t word, const char *first, const char *second)
{
    return word + 1 < tree->document->word_count && ro_lemma_is(ro_tree_word(tree, word), first) &&
           ro_lemma_is(ro_tree_word(tree, word + 1), second);
}

/* Whether a verb has "each other" or "one another" with it; the parser hangs either word on it. */
static bool to_one_another(const struct tree *tree, uint32_t verb)
{
    for (uint32_t child = tree->first_child[verb]; child != RO_NONE; child = tree->next_child[child])
        for (uint32_t word = child > 0 ? child - 1 : 0; word <= child; word++)
            if (is_pair_of(tree, word, "each", "other") || is_pair_of(tree, word, "one", "another"))
                return true;
    return false;
}

/* Whether what was found makes sense: who is subject is somebody, and who goes both ways are two. */
static bool is_sound(struct attempt *attempt)
{
    struct reading *reading = attempt->reading;
    const struct frame *frame = &reading->frame;
    if (attempt->thing && !reading->source.count && frame->subject != RO_NONE)
        ro_side_add(attempt->tree, frame->subject, RO_FILL_SOURCE, &reading->source);
    bool targeted = reading->target.count > 0;
    if (targeted && reading->source.count)
        ro_side_part(attempt->tree, &reading->source, is_wish(reading->code), &reading->target);
    bool mirrored = reading->pattern->mutual || to_one_another(attempt->tree, frame->clause);
    reading->both = mirrored && !reading->target.count && reading->source.count > 1;
    bool alone = reading->pattern->mutual && !reading->pattern->is_operator;
    if (alone && !reading->target.count && !reading->both && !frame->passive)
        return false;
    bool by_somebody = reading->pattern->slots[0].filler == RO_FILL_SOURCE && frame->head == frame->clause;
    if (by_somebody && frame->subject != RO_NONE && !reading->source.count)
        return false;
    return reading->source.count || reading->target.count || reading->inner != RO_NONE;
}

static bool has_object(const struct pattern *pattern)
{
    for (uint32_t i = 0; i < pattern->slot_count; i++)
        if (pattern->slots[i].place == RO_AT_OBJECT)
            return true;
    return pattern->slots[0].place != RO_AT_SUBJECT || pattern->slots[0].filler != RO_FILL_SOURCE;
}

static bool fits(const struct tree *tree, const struct pattern *pattern, const struct frame *frame,
                 struct reading *reading)
{
    *reading = (struct reading){.pattern = pattern,
                                .frame = *frame,
                                .words = {frame->head, frame->head + 1},
                                .inner = RO_NONE,
                                .inner_reading = RO_NONE,
                                .code = pattern->code,
                                .told_by = RO_NONE};
    struct attempt attempt = {.tree = tree, .reading = reading};
    ro_attempt_widen(&attempt, frame->clause);
    ro_attempt_anchor(&attempt, frame->clause);
    ro_attempt_anchor(&attempt, frame->object);
    ro_attempt_anchor(&attempt, frame->head);
    if (frame->passive && frame->head == frame->clause && frame->subject == RO_NONE && !has_object(pattern))
        return false; /* was flown to a hospital */
    if (pattern->be && (!frame->predicate || !ro_tree_has_case(tree, frame->head, pattern->be)))
        return false;
    for (uint32_t i = 0; i < pattern->slot_count; i++)
        if (!ro_slot_fits(&attempt, &pattern->slots[i]))
            return false;
    return is_sound(&attempt);
}

/* The frame of a cue behind its content, whatever a parser makes of it: its source is the subject, its content no object of it. */
static void place_teller(const struct tree *tree, struct frame *frame)
{
    const struct document *document = tree->document;
    uint32_t statement = tree->cues[frame->head];
    if (statement == RO_NONE || !ro_span_is(document->statements[statement].source.span))
        return;
    struct range source = ro_span_words(document, document->statements[statement].source.span);
    if (source.begin == source.end || ro_range_has(source, frame->head))
        return;
    frame->subject = ro_highest(document, source);
    frame->passive = false;
    if (frame->object == frame->subject)
        frame->object = RO_NONE;
}

static struct frame frame_for(const struct tree *tree, enum head_kind kind, uint32_t word)
{
    if (kind == RO_NOUN_HEAD)
        return ro_frame_of_noun(tree, word);
    struct frame frame = ro_frame_of(tree, word);
    place_teller(tree, &frame);
    if (kind == RO_STATE_HEAD) {
        frame.subject = ro_subject_of(tree, word);
        frame.passive = false;
    }
    return frame;
}

/* The first pattern of a word: by its lemma; of a noun whose lemma is a plural by the singular, of a past form that is taken for one
 * of an unheard verb ("freed" of "fre") by what is left without its ending. */
static uint32_t first_pattern(const struct tree *tree, enum head_kind kind, uint32_t word)
{
    uint32_t at = ro_verbs_find(tree->verbs, kind, ro_tree_lemma(tree, word));
    if (at != UINT32_MAX)
        return at;
    if (kind == RO_NOUN_HEAD)
        return ro_verbs_find(tree->verbs, kind, ro_tree_singular(tree, word));
    if (kind == RO_STATE_HEAD)
        return ro_verbs_find(tree->verbs, kind, ro_document_word(tree->document, word));
    struct slice form = ro_document_word(tree->document, word);
    bool past = form.length > 4 && memcmp(form.data + form.length - 2, "ed", 2) == 0;
    for (size_t cut = 1; cut <= 3 && past && at == UINT32_MAX; cut++) /* free | d, riot | ed, snub | bed */
        at = ro_verbs_find(tree->verbs, kind, (struct slice){form.data, form.length - cut});
    return at;
}

/* Whether of two that fit and weigh the same the later one is the better: by a narrower class, or with a target. */
static bool is_better(const struct reading *one, const struct reading *other)
{
    if (one->narrow != other->narrow)
        return one->narrow > other->narrow;
    return (one->target.count || one->both) && !other->target.count && !other->both;
}

/* What a pattern's slots say, without that of a target that is not there. */
static uint32_t weight_of(const struct reading *reading)
{
    enum { TARGET = 3 };
    const struct pattern *pattern = reading->pattern;
    bool lacks = false;
    for (uint32_t i = 0; i < pattern->slot_count; i++)
        lacks |= pattern->slots[i].filler == RO_FILL_TARGET && !reading->target.count && !reading->both;
    return lacks && pattern->weight > TARGET ? pattern->weight - TARGET : pattern->weight;
}

static bool match_as(const struct tree *tree, enum head_kind kind, uint32_t word, struct reading *best,
                     const struct pattern **why)
{
    uint32_t at = first_pattern(tree, kind, word), weight = 0;
    if (at == UINT32_MAX)
        return false;
    const struct frame frame = frame_for(tree, kind, word);
    bool found = false;
    for (; at != UINT32_MAX; at = ro_verbs_pattern(tree->verbs, at)->next) {
        const struct pattern *pattern = ro_verbs_pattern(tree->verbs, at);
        struct reading reading;
        if (found && pattern->weight < weight)
            break;
        if (!fits(tree, pattern, &frame, &reading)) {
            if (why)
                *why = pattern;
            continue;
        }
        uint32_t own = weight_of(&reading);
        if (found && (own < weight || (own == weight && !is_better(&reading, best))))
            continue;
        *best = reading;
        weight = own;
        found = true;
    }
    return found;
}

/* The pattern "T must +" of a modal, or NULL. */
static const struct pattern *modal_pattern(const struct tree *tree, uint32_t aux)
{
    uint32_t at = ro_verbs_find(tree->verbs, RO_VERB_HEAD, ro_tree_lemma(tree, aux));
    for (; at != UINT32_MAX; at = ro_verbs_pattern(tree->verbs, at)->next) {
        const struct pattern *pattern = ro_verbs_pattern(tree->verbs, at);
        if (pattern->slot_count == 2 && pattern->slots[0].filler == RO_FILL_TARGET &&
            pattern->slots[1].filler == RO_FILL_INNER)
            return pattern;
    }
    return NULL;
}

bool ro_match_modal(const struct tree *tree, uint32_t word, struct reading *reading)
{
    if (!ro_tree_has_upos(tree, word, "VERB") && !ro_tree_has_upos(tree, word, "ADJ"))
        return false;
    for (uint32_t aux = RO_NONE; (aux = ro_tree_child(tree, word, "aux", aux)) != RO_NONE;) {
        const struct pattern *pattern = modal_pattern(tree, aux);
        uint32_t subject = pattern ? ro_subject_of(tree, word) : RO_NONE;
        if (subject == RO_NONE)
            continue;
        const struct frame frame = ro_frame_of(tree, word);
        *reading = (struct reading){.pattern = pattern,
                                    .frame = frame,
                                    .words = {aux, word + 1},
                                    .inner = word,
                                    .inner_reading = RO_NONE,
                                    .code = pattern->code,
                                    .told_by = RO_NONE,
                                    .modal = true};
        ro_side_add(tree, subject, RO_FILL_TARGET, &reading->target);
        return reading->target.count > 0;
    }
    return false;
}

bool ro_match(const struct tree *tree, uint32_t word, struct reading *reading, const struct pattern **why)
{
    bool verb = ro_tree_has_upos(tree, word, "VERB");
    bool state = (verb || ro_tree_has_upos(tree, word, "ADJ")) &&
                 (ro_tree_child(tree, word, "cop", RO_NONE) != RO_NONE ||
                  ro_tree_child(tree, word, "aux:pass", RO_NONE) != RO_NONE || !verb);
    if (state && match_as(tree, RO_STATE_HEAD, word, reading, why))
        return true;
    if (verb)
        return match_as(tree, RO_VERB_HEAD, word, reading, why);
    return ro_tree_has_upos(tree, word, "NOUN") && match_as(tree, RO_NOUN_HEAD, word, reading, why);
}

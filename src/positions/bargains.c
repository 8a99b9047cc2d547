/* bargains.c: reads "in exchange for", "if", "unless", "only after" and the like. */
#include "positions/bargains.h"
#include "positions/amounts.h"

enum condition_kind { EXCHANGE, BEFORE, IF, UNLESS, UNTIL };

/* "only if Sudmark opened its ports" */
struct condition {
    uint32_t begin; /* the word where the other half ends */
    uint32_t head;  /* of what is asked or given */
    enum condition_kind kind;
    bool plain; /* a mere "if", which may say no more than when it is so */
};

static bool is(const struct tree *tree, uint32_t word, const char *lemma)
{
    return word < tree->document->word_count && ro_lemma_is(ro_tree_word(tree, word), lemma);
}

/* The word that a preposition or a conjunction introduces; RO_NONE. */
static uint32_t introduced(const struct tree *tree, uint32_t word)
{
    const struct word *own = ro_tree_word(tree, word);
    bool introduces = ro_hangs_by(own, "case") || ro_hangs_by(own, "mark") || ro_hangs_by(own, "advmod");
    return introduces && ro_tree_hangs(tree, word) && own->head > word ? own->head : RO_NONE;
}

/* "in exchange for", "in return for" */
static bool read_exchange(const struct tree *tree, uint32_t word, struct condition *condition)
{
    if (!is(tree, word, "in") || (!is(tree, word + 1, "exchange") && !is(tree, word + 1, "return")) ||
        !is(tree, word + 2, "for"))
        return false;
    *condition = (struct condition){word, introduced(tree, word + 2), EXCHANGE, false};
    return condition->head != RO_NONE;
}

/* "on condition that", "on the condition that" */
static bool read_on_condition(const struct tree *tree, uint32_t word, struct condition *condition)
{
    static const char *const conditions[] = {"condition", "understanding", "proviso", "premise", NULL};
    uint32_t noun = is(tree, word + 1, "the") ? word + 2 : word + 1;
    if (!is(tree, word, "on") || noun >= tree->document->word_count ||
        !ro_lemma_in(ro_tree_word(tree, noun), conditions))
        return false;
    uint32_t clause = ro_tree_child(tree, noun, "acl", RO_NONE);
    if (clause == RO_NONE)
        clause = ro_tree_child(tree, noun, "ccomp", RO_NONE);
    if (clause == RO_NONE && is(tree, noun + 1, "that"))
        clause = introduced(tree, noun + 1);
    *condition = (struct condition){word, clause, IF, false};
    return clause != RO_NONE;
}

/* "provided that", which the parser may take for a verb */
static bool read_provided(const struct tree *tree, uint32_t word, struct condition *condition)
{
    const char *const forms[] = {"provided", "providing"};
    struct slice form = ro_document_word(tree->document, word);
    if (!ro_slice_equal(form, ro_slice(forms[0])) && !ro_slice_equal(form, ro_slice(forms[1])))
        return false;
    uint32_t clause = introduced(tree, word);
    if (clause == RO_NONE)
        clause = ro_tree_child(tree, word, "ccomp", RO_NONE);
    *condition = (struct condition){word, clause, IF, false};
    return clause != RO_NONE && clause > word;
}

/* "if", "unless", "until", "once", "as long as", "only after" */
static bool read_conjunction(const struct tree *tree, uint32_t word, struct condition *condition)
{
    static const char *const ifs[] = {"if", "once", NULL}, *const unlesses[] = {"unless", NULL};
    const struct word *own = ro_tree_word(tree, word);
    bool only = word > 0 && is(tree, word - 1, "only");
    bool later = only && (is(tree, word, "after") || is(tree, word, "when"));
    bool unless = ro_lemma_in(own, unlesses), until = ro_lemma_is(own, "until");
    bool need = is(tree, word + 1, "need") && is(tree, word + 2, "be");
    if ((!ro_lemma_in(own, ifs) && !unless && !until && !later) || need)
        return false;
    *condition = (struct condition){only ? word - 1 : word, introduced(tree, word),
                                    unless  ? UNLESS
                                    : until ? UNTIL
                                            : IF,
                                    !only && !unless && !until};
    bool clause = condition->head != RO_NONE && ro_hangs_by(own, "mark") &&
                  condition->head > word + 1; /* but not "if any" */
    return clause || (condition->head != RO_NONE && (later || ro_is_verbal(tree, condition->head)));
}

/* "as long as", "as soon as", "so long as" */
static bool read_as(const struct tree *tree, uint32_t word, struct condition *condition)
{
    bool as = is(tree, word, "as") || is(tree, word, "so");
    if (!as || !is(tree, word + 2, "as") || (!is(tree, word + 1, "long") && !is(tree, word + 1, "soon")))
        return false;
    uint32_t clause = introduced(tree, word + 2);
    if (clause == RO_NONE)
        clause = introduced(tree, word);
    if (clause == RO_NONE)
        clause = ro_tree_child(tree, word + 1, "advcl", RO_NONE);
    *condition = (struct condition){word, clause, IF, false};
    return clause != RO_NONE && clause > word;
}

/* Must leave | before they would talk |; would talk | after they had left |. */
static bool read_order(const struct tree *tree, uint32_t word, struct condition *condition)
{
    bool before = is(tree, word, "before"), after = is(tree, word, "after");
    uint32_t head = before || after ? introduced(tree, word) : RO_NONE;
    *condition = (struct condition){word, head, before ? BEFORE : IF, false};
    return head != RO_NONE &&
           (before ? ro_is_verbal(tree, head) : ro_tree_child_lemma(tree, head, "aux", "have") != RO_NONE);
}

/* But | only for | a fee of ten million, | only against | a guarantee. */
static bool read_only_for(const struct tree *tree, uint32_t word, struct condition *condition)
{
    bool only = is(tree, word, "only") && (is(tree, word + 1, "for") || is(tree, word + 1, "against"));
    uint32_t head = only ? introduced(tree, word + 1) : RO_NONE;
    *condition = (struct condition){word, head, EXCHANGE, false};
    return head != RO_NONE && !ro_is_time(tree->document, head);
}

/* | Should Sudmark open its ports |, | were the quota lifted |: the verb is turned before its subject. */
static bool read_inverted(const struct tree *tree, uint32_t word, struct condition *condition)
{
    const struct word *own = ro_tree_word(tree, word);
    struct slice form = ro_document_word(tree->document, word);
    bool were = ro_slice_equal(form, RO_SLICE("were")) || ro_slice_equal(form, RO_SLICE("Were"));
    if (!ro_tree_hangs(tree, word) || own->head <= word || (!were && !ro_lemma_is(own, "should")))
        return false;
    const struct word *head = ro_tree_word(tree, own->head);
    uint32_t subject = ro_tree_child(tree, own->head, "nsubj", RO_NONE);
    *condition = (struct condition){word, own->head, IF, true};
    return ro_tree_hangs(tree, own->head) && (ro_hangs_by(head, "advcl") || ro_hangs_by(head, "ccomp")) &&
           subject != RO_NONE && subject > word && ro_tree_child(tree, own->head, "mark", RO_NONE) == RO_NONE;
}

/* Would eat again | the moment the cells were unlocked |, | on the day that it left |. */
static bool read_moment(const struct tree *tree, uint32_t word, struct condition *condition)
{
    static const char *const moments[] = {"moment", "minute", "instant", "day", NULL};
    const struct word *own = ro_tree_word(tree, word);
    uint32_t clause = ro_tree_child(tree, word, "acl:relcl", RO_NONE);
    if (clause == RO_NONE || !ro_lemma_in(own, moments) || word == 0 || !is(tree, word - 1, "the") ||
        ro_hangs_by(own, "nsubj"))
        return false;
    uint32_t begin = word > 1 && is(tree, word - 2, "on") ? word - 2 : word - 1;
    *condition = (struct condition){begin, clause, IF, false};
    return true;
}

static bool read_condition(const struct tree *tree, uint32_t word, struct condition *condition)
{
    return read_only_for(tree, word, condition) || read_exchange(tree, word, condition) ||
           read_on_condition(tree, word, condition) || read_provided(tree, word, condition) ||
           read_order(tree, word, condition) || read_as(tree, word, condition) ||
           read_inverted(tree, word, condition) || read_moment(tree, word, condition) ||
           read_conjunction(tree, word, condition);
}

/* Joining */

static bool bargains(enum position_act act, enum condition_kind kind)
{
    if (act == RO_REGRET || act == RO_PRAISE || act == RO_PROPOSE)
        return false;
    if (kind == EXCHANGE)
        return true;
    if (kind == BEFORE)
        return act == RO_DEMAND;
    if (kind == UNTIL)
        return act == RO_REJECT || act == RO_THREATEN || act == RO_PROMISE || act == RO_OFFER;
    if (kind == UNLESS)
        return act != RO_ACCEPT;
    return act != RO_DEMAND && act != RO_REJECT && act != RO_THREATEN;
}

/* The stand that a condition is of: the last before it in its sentence, else the first behind it; RO_NONE. */
static uint32_t base_of(const struct stands *stands, const struct condition *condition, uint32_t count)
{
    const struct document *document = stands->stakes.tree.document;
    uint32_t sentence = document->words[condition->begin].sentence, found = RO_NONE;
    uint32_t end = stands->stakes.last[condition->head];
    for (uint32_t i = stands->recent; i < count; i++) {
        const struct stand *stand = &stands->items[i];
        if (document->words[stand->head].sentence != sentence || !bargains(stand->act, condition->kind))
            continue;
        if (stand->head < condition->begin)
            found = i;
        else if (found == RO_NONE && stand->head > end)
            return i;
    }
    return found;
}

static void cut_issues(struct stands *stands, uint32_t begin, uint32_t count)
{
    const struct tree *tree = &stands->stakes.tree;
    while (begin > 0 && ro_tree_has_upos(tree, begin - 1, "PUNCT"))
        begin--;
    for (uint32_t i = stands->recent; i < count; i++)
        if (ro_range_is(stands->items[i].issue) && stands->items[i].issue.begin < begin &&
            begin < stands->items[i].issue.end)
            stands->items[i].issue.end = begin;
}

/* What "will" comes to on a condition: an offer, or a threat. */
static void settle_act(const struct stands *stands, struct stand *base, enum condition_kind kind)
{
    struct slice lemma = ro_tree_lemma(&stands->stakes.tree, base->head);
    bool harm = ro_stances_list(stands->stances, RO_STANCE_HARM, lemma);
    if (kind == UNTIL) {
        base->act = base->act == RO_REJECT ? RO_REJECT : RO_THREATEN;
        base->score = 0.75;
        return;
    }
    if (base->modal && base->act != RO_REJECT && base->act != RO_DEMAND) {
        base->act = kind == UNLESS || (kind == IF && harm) ? RO_THREATEN : RO_OFFER;
        base->score = 0.75;
    }
    if (base->act == RO_PROMISE)
        base->act = RO_OFFER;
}

/* Whether who tells a position holds it, or is of the country that does. */
static bool tells_own(const struct stands *stands, const struct stand *stand)
{
    const struct entity *entities = stands->stakes.tree.document->entities;
    uint32_t speaker = ro_stand_speaker(stands, stand->head);
    if (speaker == stand->holder || ro_stand_spoken_for(stands, stand->head) == stand->holder)
        return true;
    const char *own = speaker == RO_NONE ? NULL : entities[speaker].country,
               *held = stand->holder == RO_NONE ? NULL : entities[stand->holder].country;
    return own && held && strcmp(own, held) == 0;
}

/* Whether a clause tells what somebody else is to do, or what is to be done. */
static bool is_asked(const struct stands *stands, const struct condition *condition, const struct stand *base,
                     uint32_t *toward, bool *whole)
{
    const struct tree *tree = &stands->stakes.tree;
    *toward = RO_NONE;
    *whole = false;
    if (condition->kind == EXCHANGE || !ro_is_verbal(tree, condition->head))
        return true;
    struct frame frame = ro_frame_of(tree, condition->head);
    uint32_t subject = frame.passive ? frame.object : frame.subject,
             entity = ro_holder_at(&stands->stakes, subject);
    if (condition->kind == BEFORE) /* what the holder himself would then do */
        return ro_stand_holder(stands, subject) == base->holder;
    *whole = frame.passive || entity == RO_NONE;
    *toward = *whole ? ro_holder_at(&stands->stakes, frame.subject) : entity;
    bool others = entity != RO_NONE && entity != base->holder;
    return frame.passive || others ||
           (entity == RO_NONE && subject != RO_NONE &&
            !(condition->plain && base->modal &&
              ro_tree_child_lemma(tree, base->head, "advmod", "only") == RO_NONE && !tells_own(stands, base)));
}

/* A stand that is read already at a word; RO_NONE. */
static uint32_t stand_at(const struct stands *stands, uint32_t head, uint32_t holder)
{
    uint32_t found = stands->count;
    while (found > stands->own &&
           (stands->items[found - 1].head != head || stands->items[found - 1].holder != holder))
        found--;
    return found > stands->own ? found - 1 : RO_NONE;
}

/* If they do not pay, as unless they pay. */
static bool is_negated(const struct tree *tree, const struct condition *condition)
{
    return condition->kind == IF && condition->plain &&
           ro_tree_child_lemma(tree, condition->head, "advmod", "not") != RO_NONE;
}

static bool join(struct stands *stands, const struct condition *condition, uint32_t base)
{
    uint32_t toward;
    bool whole;
    if (!is_asked(stands, condition, &stands->items[base], &toward, &whole))
        return true;
    uint32_t known = stand_at(stands, condition->head, stands->items[base].holder);
    struct stand *other = known != RO_NONE ? &stands->items[known]
                                           : ro_arena_push(&stands->context->scratch, stands->items, stands->count);
    if (!other)
        return false;
    struct stand *one = &stands->items[base];
    known = known == RO_NONE ? stands->count - 1 : known;
    settle_act(stands, one, is_negated(&stands->stakes.tree, condition) ? UNLESS : condition->kind);
    bool gives = (condition->kind == EXCHANGE || condition->kind == BEFORE) &&
                 (one->act == RO_DEMAND || one->act == RO_ACCEPT);
    *other = (struct stand){.head = condition->head,
                            .act = gives && one->act == RO_DEMAND ? RO_OFFER : RO_DEMAND,
                            .holder = one->holder,
                            .issue = ro_stake_of(&stands->stakes, condition->head, whole),
                            .issue_head = condition->head,
                            .toward = toward == RO_NONE ? one->toward : toward,
                            .statement = one->statement,
                            .exchange = RO_NONE,
                            .score = one->score};
    if (other->issue.begin == condition->begin) /* should | Sudmark open it | */
        other->issue.begin++;
    if (one->toward == RO_NONE)
        one->toward = toward;
    one->exchange = known;
    return true;
}

/* "In return it would drop its objection": of who wanted something in the sentence before. */
static void join_before(struct stands *stands, uint32_t word, uint32_t count)
{
    const struct document *document = stands->stakes.tree.document;
    uint32_t sentence = document->words[word].sentence, before = RO_NONE;
    for (uint32_t i = stands->recent; i < count; i++) {
        struct stand *stand = &stands->items[i];
        uint32_t own = document->words[stand->head].sentence;
        if (own == sentence && stand->head > word && before != RO_NONE &&
            stands->items[before].holder == stand->holder && stand->exchange == RO_NONE) {
            settle_act(stands, stand, IF);
            stands->items[before].exchange = i;
            return;
        }
        if (own == sentence && stand->head > word && stand->modal && stand->act == RO_OFFER && before == RO_NONE) {
            settle_act(stands, stand, IF); /* what is given for what was told otherwise */
            return;
        }
        if (own + 1 == sentence || (own == sentence && stand->head < word))
            before = bargains(stand->act, EXCHANGE) ? i : before;
    }
}

/* The other half stands behind: agreed to the railway, in return for which | it wants a freeze |. */
static void join_behind(struct stands *stands, uint32_t base, uint32_t word, uint32_t count)
{
    for (uint32_t i = base + 1; i < count; i++)
        if (stands->items[i].head > word && stands->items[i].holder == stands->items[base].holder) {
            stands->items[base].exchange = i;
            return;
        }
}

/* "or else", "otherwise", "failing which": what is threatened where a demand is not met. The demand is before; the threat stands behind
 * the word, or before it in the same sentence. */
static void join_otherwise(struct stands *stands, uint32_t word, uint32_t count)
{
    const struct document *document = stands->stakes.tree.document;
    uint32_t sentence = document->words[word].sentence, demand = RO_NONE, threat = RO_NONE;
    for (uint32_t i = stands->recent; i < count; i++) {
        const struct stand *stand = &stands->items[i];
        uint32_t own = document->words[stand->head].sentence;
        bool will = stand->modal && stand->act != RO_DEMAND && stand->act != RO_REJECT && own == sentence;
        if (will && (threat == RO_NONE || stands->items[threat].head < word))
            threat = i;
        else if (stand->act == RO_DEMAND && own <= sentence && own + 1 >= sentence && stand->head < word)
            demand = i;
    }
    if (threat == RO_NONE || demand == RO_NONE)
        return;
    stands->items[threat].act = RO_THREATEN;
    stands->items[threat].score = 0.75;
    if (stands->items[threat].exchange == RO_NONE)
        stands->items[threat].exchange = demand;
}

/* Want their money, | or | they will sue. */
static bool is_or_will(const struct tree *tree, uint32_t word)
{
    const struct word *own = ro_tree_word(tree, word);
    return is(tree, word, "or") && ro_hangs_by(own, "cc") && ro_tree_hangs(tree, word) &&
           ro_tree_child(tree, own->head, "nsubj", RO_NONE) != RO_NONE &&
           ro_tree_child_lemma(tree, own->head, "aux", "will") != RO_NONE;
}

/* What a word says of a bargain without asking or giving anything itself. */
static void join_by_word(struct stands *stands, uint32_t word, uint32_t count)
{
    const struct tree *tree = &stands->stakes.tree;
    bool otherwise = is(tree, word, "otherwise") || (is(tree, word, "or") && is(tree, word + 1, "else")) ||
                     (is(tree, word, "fail") && is(tree, word + 1, "which")) || is_or_will(tree, word);
    bool returns = is(tree, word, "in") && (is(tree, word + 1, "exchange") || is(tree, word + 1, "return"));
    if (otherwise)
        join_otherwise(stands, word, count);
    if (returns && !is(tree, word + 2, "for"))
        join_before(stands, word, count);
}

/* Whether what stands before a condition ends there: pay | before it leaves |; but act | before the berries ripen |. */
static bool is_bargain(const struct stands *stands, const struct condition *condition, uint32_t base)
{
    const struct tree *tree = &stands->stakes.tree;
    uint32_t subject = condition->kind == BEFORE ? ro_tree_child(tree, condition->head, "nsubj", RO_NONE) : RO_NONE;
    return stands->items[base].exchange != RO_NONE || subject == RO_NONE || ro_tree_has_upos(tree, subject, "PRON");
}

bool ro_bargains_read(struct stands *stands, struct range words)
{
    const struct tree *tree = &stands->stakes.tree;
    uint32_t count = stands->count;
    for (uint32_t word = words.begin; word < words.end && count > stands->recent; word++) {
        struct condition condition;
        join_by_word(stands, word, count);
        uint32_t base = read_condition(tree, word, &condition) ? base_of(stands, &condition, count) : RO_NONE;
        if (base == RO_NONE)
            continue;
        if (ro_tree_antecedent(tree, condition.head) != condition.head) { /* in return for which it wants ... */
            join_behind(stands, base, word, count);
            continue;
        }
        if (stands->items[base].exchange == RO_NONE && !join(stands, &condition, base))
            return false;
        if (is_bargain(stands, &condition, base))
            cut_issues(stands, condition.begin, count);
    }
    return true;
}

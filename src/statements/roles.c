/* roles.c: scores a role a word, then the likeliest row of roles that does not change them at every word. */
#include "statements/roles.h"

#include <math.h>

enum { AROUND = 2 * RO_REACH + 1 };

static const float change = 0.25f;     /* what another role than that of the word before costs */
static const float least_share = 0.1f; /* probability of a stretch's likeliest word */

struct roles {
    const struct statement_heads *heads;
    const struct pairs *pairs;
    struct window window;
    struct pair around[AROUND];
    float scores[AROUND][RO_ROLE_COUNT]; /* then probabilities */
    uint8_t back[AROUND][RO_ROLE_COUNT];
    uint8_t role[AROUND];
    float *largest; /* [width] */
};

struct roles *ro_roles_init(struct arena *scratch, const struct statement_heads *heads, const struct pairs *pairs)
{
    struct roles *roles = ro_arena_alloc(scratch, 1, sizeof *roles);
    if (!roles || !ro_window_init(&roles->window, scratch, &heads->roles, AROUND))
        return NULL;
    roles->heads = heads;
    roles->pairs = pairs;
    roles->largest = ro_arena_alloc(scratch, heads->width, sizeof *roles->largest);
    return roles->largest ? roles : NULL;
}

float ro_sigmoid(float x)
{
    return 1 / (1 + expf(-x));
}

/* Scores */

static void fill_row(const struct roles *roles, const float *cue, const float *word, const struct pair *pair,
                     float *row)
{
    const struct statement_heads *heads = roles->heads;
    const size_t width = heads->width;
    const float *left = heads->left + pair->left * width, *right = heads->right + pair->right * width;
    const float *quotation = heads->quotation + pair->quotation * width;
    const float *distance = heads->distance + pair->distance * width;
    for (size_t i = 0; i < width; i++)
        row[i] = cue[i] + word[i] + left[i] + right[i] + quotation[i] + distance[i];
}

/* Divide a row by its root mean square and keep what is above 0. */
static void finish_row(float *row, uint32_t width)
{
    float sum = 0;
    for (uint32_t i = 0; i < width; i++)
        sum += row[i] * row[i];
    float scale = 1 / sqrtf(sum / (float)width + 1e-6f);
    for (uint32_t i = 0; i < width; i++)
        row[i] = row[i] > 0 ? row[i] * scale : 0;
}

/* The scores of all roles of the words around; returns that of the cue being one. */
static float read_scores(struct roles *roles, const float *outputs, uint32_t count, uint32_t cue)
{
    const struct statement_heads *heads = roles->heads;
    const struct kernels *kernels = heads->model->kernels;
    const size_t stride = heads->product.padded, width = heads->width;
    struct window *window = &roles->window;
    window->first = 0;
    window->text = (struct range){0, count};
    for (uint32_t i = 0; i < count; i++)
        fill_row(roles, outputs + cue * stride + 1, outputs + i * stride + 1 + width, &roles->around[i],
                 ro_window_row(window, i));
    ro_stack_run(&heads->roles, window, (struct range){0, count});
    memset(roles->largest, 0, width * sizeof *roles->largest);
    for (uint32_t i = 0; i < count; i++) {
        float *row = ro_window_row(window, i), *scores = roles->scores[i];
        const struct pair *pair = &roles->around[i];
        const float *both = heads->pair + ((size_t)pair->left * heads->sides + pair->right) * RO_ROLE_COUNT;
        finish_row(row, heads->width);
        kernels->dots(scores, row, heads->role, heads->width, width, RO_ROLE_COUNT);
        for (uint32_t role = 0; role < RO_ROLE_COUNT; role++)
            scores[role] += heads->role_bias[role] + both[role];
        for (size_t k = 0; k < width; k++)
            roles->largest[k] = row[k] > roles->largest[k] ? row[k] : roles->largest[k];
    }
    float own, all;
    kernels->dots(&own, ro_window_row(window, cue), heads->valid, heads->width, width, 1);
    kernels->dots(&all, roles->largest, heads->valid + width, heads->width, width, 1);
    return own + all + *heads->valid_bias;
}

/* Decoding */

/* The likeliest roles, where a change costs (Viterbi 1967). */
static void decode(struct roles *roles, uint32_t count)
{
    float sums[RO_ROLE_COUNT];
    memcpy(sums, roles->scores[0], sizeof sums);
    for (uint32_t i = 1; i < count; i++) {
        uint32_t best = ro_heads_best(sums, RO_ROLE_COUNT);
        float other = sums[best] - change;
        for (uint32_t role = 0; role < RO_ROLE_COUNT; role++) {
            bool changes = other > sums[role];
            roles->back[i][role] = (uint8_t)(changes ? best : role);
            sums[role] = (changes ? other : sums[role]) + roles->scores[i][role];
        }
    }
    uint8_t role = (uint8_t)ro_heads_best(sums, RO_ROLE_COUNT);
    for (uint32_t i = count; i-- > 0;) {
        roles->role[i] = role;
        role = roles->back[i][role];
    }
}

static void make_probabilities(struct roles *roles, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        float *scores = roles->scores[i], sum = 0;
        float best = scores[ro_heads_best(scores, RO_ROLE_COUNT)];
        for (uint32_t role = 0; role < RO_ROLE_COUNT; role++)
            sum += scores[role] = expf(scores[role] - best);
        for (uint32_t role = 0; role < RO_ROLE_COUNT; role++)
            scores[role] /= sum;
    }
}

/* The stretch with the largest sum of what its words' probabilities of a role are above half of the largest; none where
 * that is too low. */
static struct range best_stretch(const struct roles *roles, uint32_t count, enum word_role role)
{
    float largest = 0, best = 0, sum = 0;
    struct range out = RO_NO_RANGE;
    for (uint32_t i = 0; i < count; i++)
        largest = roles->scores[i][role] > largest ? roles->scores[i][role] : largest;
    uint32_t begin = 0;
    for (uint32_t i = 0; i < count && largest >= least_share; i++) {
        sum += roles->scores[i][role] - largest / 2;
        if (sum <= 0) {
            sum = 0;
            begin = i + 1;
        } else if (sum > best) {
            best = sum;
            out = (struct range){begin, i + 1};
        }
    }
    return out;
}

/* A word whose role is another for certain cannot be of the source. */
static void settle_source(struct roles *roles, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (roles->role[i] == RO_ROLE_CUE ||
            (roles->role[i] == RO_ROLE_CONTENT && roles->scores[i][RO_ROLE_CONTENT] > 0.8f))
            roles->scores[i][RO_ROLE_SOURCE] = 0;
}

/* These words of the text have not this role; `first` is the first word around the cue. */
static void rule_out(struct roles *roles, uint32_t first, struct range words, enum word_role role)
{
    for (uint32_t word = words.begin; ro_range_is(words) && word < words.end; word++)
        roles->scores[word - first][role] = 0;
}

static struct range cue_range(const struct roles *roles, uint32_t count, uint32_t cue)
{
    struct range range = {cue, cue + 1};
    if (roles->role[cue] != RO_ROLE_CUE)
        return range;
    while (range.begin > 0 && roles->role[range.begin - 1] == RO_ROLE_CUE)
        range.begin--;
    while (range.end < count && roles->role[range.end] == RO_ROLE_CUE)
        range.end++;
    return range;
}

static struct range shift(struct range range, uint32_t by)
{
    return ro_range_is(range) ? (struct range){range.begin + by, range.end + by} : range;
}

static void set_contents(const struct roles *roles, uint32_t count, uint32_t first, struct candidate *candidate)
{
    struct range rest = {0, 0};
    for (uint32_t i = 0; i <= count; i++) {
        bool content = i < count && roles->role[i] == RO_ROLE_CONTENT &&
                       !(i + first >= candidate->source.begin && i + first < candidate->source.end);
        if (content)
            rest = rest.end == i && ro_range_is(rest) ? (struct range){rest.begin, i + 1}
                                                      : (struct range){i, i + 1};
        else if (ro_range_is(rest) && candidate->content_count < RO_CONTENTS) {
            candidate->contents[candidate->content_count++] = shift(rest, first);
            rest = (struct range){0, 0};
        }
    }
}

/* Score */

static float held(float score)
{
    if (!(score > -9))
        return -9;
    return score < 9 ? score : 9;
}

/* The mean probability of a role over the words that have it; 0 without one. */
static float mean_of(const struct roles *roles, uint32_t count, enum word_role role)
{
    float sum = 0, words = 0;
    for (uint32_t i = 0; i < count; i++)
        if (roles->role[i] == role) {
            sum += roles->scores[i][role];
            words++;
        }
    return words > 0 ? sum / words : 0;
}

static uint32_t content_words(const struct candidate *candidate)
{
    uint32_t words = 0;
    for (uint32_t i = 0; i < candidate->content_count; i++)
        words += candidate->contents[i].end - candidate->contents[i].begin;
    return words;
}

/* A logistic regression over what was read. */
static float score_of(const struct statement_heads *heads, const struct candidate *candidate)
{
    float sum = heads->score[RO_STATEMENT_FEATURES];
    for (uint32_t i = 0; i < RO_STATEMENT_FEATURES; i++)
        sum += candidate->features[i] * heads->score[i];
    return ro_sigmoid(held(sum));
}

bool ro_roles_read(struct roles *roles, const float *outputs, struct range part, struct range around, uint32_t cue,
                   struct candidate *candidate)
{
    uint32_t count = around.end - around.begin, own = cue - around.begin;
    ro_pairs_read(roles->pairs, part, around, cue, roles->around);
    float valid = read_scores(roles, outputs, count, own);
    decode(roles, count);
    make_probabilities(roles, count);
    *candidate = (struct candidate){
        .word = cue,
        .part = part,
        .cue = shift(cue_range(roles, count, own), around.begin),
        .features = {[RO_FEATURE_WORD] = held(outputs[(size_t)own * roles->heads->product.padded]),
                     [RO_FEATURE_VALID] = held(valid),
                     [RO_FEATURE_SOURCE] = mean_of(roles, count, RO_ROLE_SOURCE),
                     [RO_FEATURE_CONTENT] = mean_of(roles, count, RO_ROLE_CONTENT),
                     [RO_FEATURE_CUE] = mean_of(roles, count, RO_ROLE_CUE)}};
    settle_source(roles, count);
    candidate->source = shift(best_stretch(roles, count, RO_ROLE_SOURCE), around.begin);
    set_contents(roles, count, around.begin, candidate);
    rule_out(roles, around.begin, candidate->source, RO_ROLE_SOURCE);
    candidate->other_source = shift(best_stretch(roles, count, RO_ROLE_SOURCE), around.begin);
    if (!candidate->content_count) {
        rule_out(roles, around.begin, candidate->source, RO_ROLE_CONTENT);
        struct range content = best_stretch(roles, count, RO_ROLE_CONTENT);
        candidate->contents[0] = shift(content, around.begin);
        candidate->content_count = ro_range_is(content);
    }
    uint32_t words = content_words(candidate), most = 4;
    candidate->features[RO_FEATURE_HAS_SOURCE] = ro_range_is(candidate->source);
    candidate->features[RO_FEATURE_LENGTH] = logf(1 + (float)words);
    candidate->features[RO_FEATURE_SHORT] = words < 3;
    candidate->features[RO_FEATURE_STRETCHES] = (float)(candidate->content_count < most ? candidate->content_count
                                                                                        : most);
    candidate->score = score_of(roles->heads, candidate);
    return candidate->content_count > 0;
}

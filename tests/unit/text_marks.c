/* text_marks.c: quotation marks, told from apostrophes and primes. */
#include "text_stages.h"

#include "text/marks.h"

static const char *const kinds[] = {[RO_NO_MARK] = "no",
                                    [RO_STRAIGHT_DOUBLE] = "straight-double",
                                    [RO_STRAIGHT_SINGLE] = "straight-single",
                                    [RO_CURLY_DOUBLE] = "curly-double",
                                    [RO_CURLY_SINGLE] = "curly-single",
                                    [RO_LOW_DOUBLE] = "low-double",
                                    [RO_LOW_SINGLE] = "low-single",
                                    [RO_ANGLE_DOUBLE] = "angle-double",
                                    [RO_ANGLE_SINGLE] = "angle-single",
                                    [RO_CORNER] = "corner",
                                    [RO_PAIRED] = "paired",
                                    [RO_BACKTICK] = "backtick",
                                    [RO_PRIME] = "prime"};

/* A text, and its marks: kind, what its form says and what the whitespace says: ? either, ( opens, ) closes. */
static const struct {
    const char *text, *marks;
} cases[] = {
    {"\"We agree,\" she said.", "straight-double?( straight-double?)"},
    {"\xE2\x80\x9CWe agree,\xE2\x80\x9D she said.", "curly-double(( curly-double))"},
    {"\xE2\x80\x98We agree,\xE2\x80\x99 she said.", "curly-single(( curly-single))"},
    {"\xE2\x80\x9EWe agree,\xE2\x80\x9C she said.", "low-double(( curly-double()"},
    {"\xE2\x80\x9AWe agree,\xE2\x80\x98 she said.", "low-single(( curly-single()"},
    {"\xC2\xABWe agree,\xC2\xBB she said.", "angle-double?( angle-double?)"},
    {"\xE2\x80\xB9We agree,\xE2\x80\xBA she said.", "angle-single?( angle-single?)"},
    {"\xE3\x80\x8CWe agree,\xE3\x80\x8D she said.", "corner(( corner))"},
    {"``We agree,'' she said.", "paired(( paired?)"},
    {"''We agree,'' she said.", "paired?( paired?)"},
    {"`We agree,' she said.", "backtick(( straight-single?)"},
    {"She said, \" We agree. \"", "straight-double?? straight-double??"},
    {"(\"We agree.\")", "straight-double?? straight-double??"},
    /* apostrophes are no marks */
    {"The workers' party didn't win in the '90s.", ""},
    {"The workers\xE2\x80\x99 party didn\xE2\x80\x99t win in the \xE2\x80\x99\x39\x30s.", ""},
    {"They were goin' home, tell 'em.", ""},
    {"The 'workers' party' won.", "straight-single?( straight-single?)"},
    {"The 'workers' and the 'party' won.",
     "straight-single?( straight-single?) straight-single?( straight-single?)"},
    {"The workers' 'party' won.", "straight-single?( straight-single?)"},
    {"\xE2\x80\x98The workers\xE2\x80\x99 party,\xE2\x80\x99 he said.", "curly-single(( curly-single))"},
    /* one inside the other, closing together */
    {"''He said 'we agree,''' she said.", "paired?( straight-single?( straight-single?? paired?)"},
    /* feet and inches */
    {"He is 6'2\" tall.", "prime?? prime?)"},
    {"He is 6\xE2\x80\x99\x32\xE2\x80\x9D tall.", "prime)? prime))"},
    {"It is 5\xE2\x80\xB2 6\xE2\x80\xB3 long.", "prime?) prime?)"},
    {"The \"90\" is old.", "straight-double?( straight-double?)"},
};

static void write_marks(const struct document *document, char *out, size_t size)
{
    static const char sides[] = {[RO_EITHER] = '?', [RO_OPENS] = '(', [RO_CLOSES] = ')'};
    size_t length = 0;
    out[0] = '\0';
    for (uint32_t word = 0; word < document->word_count; word++) {
        struct mark mark = ro_mark(document, word);
        if (mark.kind == RO_NO_MARK)
            continue;
        length += (size_t)snprintf(out + length, size - length, "%s%s%c%c", length ? " " : "", kinds[mark.kind],
                                   sides[mark.glyph], sides[mark.spacing]);
        assert_in_range(length, 1, size - 1);
    }
}

static void kinds_and_sides(void **state)
{
    (void)state;
    struct stages stages;
    char found[256];
    stages_open(&stages);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_marks(stages_read(&stages, cases[i].text, strlen(cases[i].text)), found, sizeof found);
        assert_string_equal(found, cases[i].marks);
    }
    stages_close(&stages);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(kinds_and_sides)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

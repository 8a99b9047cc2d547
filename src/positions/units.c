/* units.c: what is measured by a unit, and how much one of it is: "two | miles |", "5,100 | hectares |". */
#include "positions/quantities.h"

static const struct unit units[] = {{"percent", RO_SHARE, 0.01},
                                    {"%", RO_SHARE, 0.01},
                                    {"pct", RO_SHARE, 0.01},
                                    {"dollar", RO_MONEY, 1},
                                    {"euro", RO_MONEY, 1},
                                    {"pound", RO_MONEY, 1},
                                    {"franc", RO_MONEY, 1},
                                    {"crown", RO_MONEY, 1},
                                    {"krone", RO_MONEY, 1},
                                    {"krona", RO_MONEY, 1},
                                    {"yen", RO_MONEY, 1},
                                    {"yuan", RO_MONEY, 1},
                                    {"rupee", RO_MONEY, 1},
                                    {"peso", RO_MONEY, 1},
                                    {"rouble", RO_MONEY, 1},
                                    {"ruble", RO_MONEY, 1},
                                    {"shilling", RO_MONEY, 1},
                                    {"dinar", RO_MONEY, 1},
                                    {"rand", RO_MONEY, 1},
                                    {"lira", RO_MONEY, 1},
                                    {"zloty", RO_MONEY, 1},
                                    {"kroner", RO_MONEY, 1},
                                    {"kronor", RO_MONEY, 1},
                                    {"baht", RO_MONEY, 1},
                                    {"ringgit", RO_MONEY, 1},
                                    {"birr", RO_MONEY, 1},
                                    {"naira", RO_MONEY, 1},
                                    {"cedi", RO_MONEY, 1},
                                    {"dirham", RO_MONEY, 1},
                                    {"riyal", RO_MONEY, 1},
                                    {"taka", RO_MONEY, 1},
                                    {"hryvnia", RO_MONEY, 1},
                                    {"forint", RO_MONEY, 1},
                                    {"tenge", RO_MONEY, 1},
                                    {"pence", RO_MONEY, 0.01},
                                    {"kuna", RO_MONEY, 1},
                                    {"guilder", RO_MONEY, 1},
                                    {"cent", RO_MONEY, 0.01},
                                    {"mile", RO_LENGTH, 1609},
                                    {"kilometre", RO_LENGTH, 1000},
                                    {"kilometer", RO_LENGTH, 1000},
                                    {"km", RO_LENGTH, 1000},
                                    {"metre", RO_LENGTH, 1},
                                    {"meter", RO_LENGTH, 1},
                                    {"foot", RO_LENGTH, 0.3048},
                                    {"feet", RO_LENGTH, 0.3048},
                                    {"inch", RO_LENGTH, 0.0254},
                                    {"centimetre", RO_LENGTH, 0.01},
                                    {"tonne", RO_MASS, 1000},
                                    {"ton", RO_MASS, 1000},
                                    {"kilogram", RO_MASS, 1},
                                    {"kilogramme", RO_MASS, 1},
                                    {"kilo", RO_MASS, 1},
                                    {"kg", RO_MASS, 1},
                                    {"hectare", RO_AREA, 1e4},
                                    {"acre", RO_AREA, 4047},
                                    {"litre", RO_VOLUME, 1},
                                    {"liter", RO_VOLUME, 1},
                                    {"barrel", RO_VOLUME, 159},
                                    {"gallon", RO_VOLUME, 3.8},
                                    {"degree", RO_DEGREES, 1},
                                    {"hour", RO_AGE_OF_THINGS, 60},
                                    {"minute", RO_AGE_OF_THINGS, 1},
                                    {"day", RO_AGE_OF_THINGS, 1440},
                                    {"week", RO_AGE_OF_THINGS, 10080},
                                    {"month", RO_AGE_OF_THINGS, 43800},
                                    {"year", RO_AGE_OF_THINGS, 525600},
                                    {NULL, RO_COUNTED, 1}};

/* Whether a text is a word or its plural, in whatever letters: "Kilos". */
static bool is_unit(struct slice text, const char *lemma)
{
    size_t length = strlen(lemma);
    bool same = text.length == length || (text.length == length + 1 && (text.data[length] | 0x20) == 's');
    for (size_t i = 0; same && i < length; i++)
        same = text.data[i] == lemma[i] || (text.data[i] | 0x20) == lemma[i];
    return same;
}

const struct unit *ro_unit_at(const struct document *document, uint32_t word)
{
    const struct unit *unit = units;
    while (unit->lemma && !is_unit(ro_document_word(document, word), unit->lemma))
        unit++;
    return unit->lemma ? unit : NULL;
}

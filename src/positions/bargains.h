/* bargains.h: what is wanted or given on a condition: "would lift its tariff | only if Sudmark opened its ports |". */
#ifndef RO_BARGAINS_H
#define RO_BARGAINS_H

#include "positions/stands.h"

/* Find the conditions among the words of a sentence, whose stands are the last, add what they ask or give as stands of their own and join
 * the two halves. The issues of the stands then end before their conditions. False without memory. */
bool ro_bargains_read(struct stands *stands, struct range words);

#endif

/* times.h: the times of a text: dates, hours, spans and rates, as TIMEX3 has them. */
#ifndef RO_TIMES_H
#define RO_TIMES_H

#include "base/context.h"

/* Stage: words, sentences, trees -> times, in the order of the text. Times are told from the document's date of publication
 * (published, or a date in its dateline); without it they say what the text says (XXXX-WXX-4). */
enum readout_status ro_times_stage(struct context *context, struct document *document);

#endif

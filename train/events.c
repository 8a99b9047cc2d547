/* events.c: what the score of each event is made of, for events.py: train-events MODEL <LIST >OUT
 * Reads paths of texts, a line each. Writes a line a text, its count of events; and a line an event: bytes where the trigger begins
 * and ends, CAMEO code, features as a number (events/score.h). */
#include "readout.c" // NOLINT(bugprone-suspicious-include): the stages are the engine's own

#include "events/score.h"
#include "texts.h"

static bool is_event(const struct considered_event *event)
{
    return event->verdict == RO_EVENT_WRITTEN || event->verdict == RO_EVENT_UNSURE;
}

static bool write_events(struct context *context, struct document *document)
{
    (void)context;
    uint32_t count = 0;
    for (uint32_t i = 0; i < document->considered_event_count; i++)
        count += is_event(&document->considered_events[i]);
    bool good = printf("%u\n", (unsigned)count) > 0;
    for (uint32_t i = 0; i < document->considered_event_count && good; i++) {
        const struct considered_event *event = &document->considered_events[i];
        if (is_event(event))
            good = printf("%u %u %s %u\n", (unsigned)event->trigger.begin, (unsigned)event->trigger.end, event->code,
                          (unsigned)event->features) > 0;
    }
    return good;
}

int main(int argc, char **argv)
{
    return run_texts(argc, argv, NULL, write_events);
}

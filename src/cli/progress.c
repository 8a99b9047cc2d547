/* progress.c: draws the line anew a few times a second. */
#include "cli/progress.h"

#include <inttypes.h>
#include <unistd.h>

#include "base/banned.h"

static const double PATIENCE = 3, PAUSE = 0.2; /* seconds */

/* A message that does not get out is none that matters. */
static void draw(const char *line, int length)
{
    ssize_t written = write(STDERR_FILENO, line, (size_t)length);
    (void)written;
}

static double seconds_since(const struct timespec *begin, const struct timespec *end)
{
    return (double)(end->tv_sec - begin->tv_sec) + (double)(end->tv_nsec - begin->tv_nsec) / 1e9;
}

void ro_progress_start(struct progress *progress, bool quiet)
{
    *progress = (struct progress){.wanted = !quiet && isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO)};
    clock_gettime(CLOCK_MONOTONIC, &progress->begun);
    progress->drawn = progress->begun;
}

void ro_progress_step(struct progress *progress)
{
    progress->count++;
    if (!progress->wanted)
        return;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    double worked = seconds_since(&progress->begun, &now);
    if (worked < PATIENCE || seconds_since(&progress->drawn, &now) < PAUSE)
        return;
    char line[96];
    draw(line, snprintf(line, sizeof line, "\r\x1b[K%" PRIu64 " documents, %.0f a second", progress->count,
                        (double)progress->count / worked));
    progress->drawn = now;
    progress->shown = true;
}

void ro_progress_clear(struct progress *progress)
{
    static const char clear[] = "\r\x1b[K";
    if (progress->shown)
        draw(clear, sizeof clear - 1);
    progress->shown = false;
}

/* fault.c: loaded before the program's libraries (LD_PRELOAD), it makes calls of the program fail.
 *
 *     FAULT="memory error 3 once"  the third allocation finds no memory
 *     FAULT="write error 2 on"     standard output is full from the second write on
 *     FAULT="read interrupt 1 on"  every other read is interrupted by a signal
 *     FAULT="read short 1 on"      every read gets one byte
 *
 * When a call fails for the first time the file FAULT_MARK is made: a run without it met no fault. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* glibc's own, under the names by which it exports them beside those that are taken here. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);

enum kind { NONE, ERROR, INTERRUPT, SHORT };

static struct {
    char call[16], kind[16], first[16], span[16];
} plan;
static const char *mark;
static atomic_ulong calls;

__attribute__((constructor)) static void read_plan(void)
{
    const char *words = getenv("FAULT");
    mark = getenv("FAULT_MARK");
    if (words && mark && sscanf(words, "%15s %15s %15s %15s", plan.call, plan.kind, plan.first, plan.span) != 4)
        abort();
}

/* Whether this call is to fail. An interrupted call is made again: every other one goes through. */
static enum kind fault_of(const char *call)
{
    if (strcmp(call, plan.call) != 0)
        return NONE;
    unsigned long number = atomic_fetch_add(&calls, 1) + 1, first = strtoul(plan.first, NULL, 10);
    bool on = strcmp(plan.span, "on") == 0;
    enum kind kind = strcmp(plan.kind, "error") == 0 ? ERROR : strcmp(plan.kind, "short") == 0 ? SHORT : INTERRUPT;
    if (number < first || (!on && number > first))
        return NONE;
    if (kind == INTERRUPT && (number - first) % 2)
        return NONE;
    int saved = errno;
    if (number == first)
        syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, mark, O_CREAT | O_WRONLY, 0600));
    errno = saved;
    return kind;
}

static bool has_no_memory(void)
{
    bool none = fault_of("memory") != NONE;
    if (none)
        errno = ENOMEM;
    return none;
}

/* NOLINTBEGIN(readability-inconsistent-declaration-parameter-name): glibc calls them __size and __fd */
void *malloc(size_t size)
{
    return has_no_memory() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return has_no_memory() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
    return has_no_memory() ? NULL : __libc_realloc(memory, size);
}

static ssize_t transfer(long number, enum kind kind, int error, int file, void *bytes, size_t length)
{
    if (kind == ERROR || kind == INTERRUPT) {
        errno = kind == ERROR ? error : EINTR;
        return -1;
    }
    return syscall(number, file, bytes, kind == SHORT && length ? 1 : length);
}

ssize_t read(int file, void *bytes, size_t length)
{
    return transfer(SYS_read, fault_of("read"), EIO, file, bytes, length);
}

/* What is said on standard error is how the test sees that a failure was told. */
ssize_t write(int file, const void *bytes, size_t length)
{
    enum kind kind = file == STDERR_FILENO ? NONE : fault_of("write");
    return transfer(SYS_write, kind, ENOSPC, file, (void *)bytes, length);
}
/* NOLINTEND(readability-inconsistent-declaration-parameter-name) */

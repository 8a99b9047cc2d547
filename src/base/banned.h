/* banned.h: calls that do not compile here, each for the better one beside it. Included by status.h. */
#ifndef RO_BANNED_H
#define RO_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#pragma GCC poison strcpy strcat strncpy strncat /* memcpy with a known length, ro_arena_copy */
#pragma GCC poison sprintf vsprintf gets         /* snprintf */
#pragma GCC poison strtok localtime gmtime       /* they keep state between calls */
#pragma GCC poison atoi atol atof                /* strtoul, whose errors can be told */

#endif

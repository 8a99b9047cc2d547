/* names.h: the stage of mentions. "his spokesman told Moon": three phrases, a pronoun, a nominal, a name. */
#ifndef RO_NAMES_H
#define RO_NAMES_H

#include "base/context.h"

/* Reads words, trees and vectors; appends the phrases that stand for persons, organizations, countries and places. Without a
 * model that has heads of names it appends none. */
stage ro_mentions_stage;

#endif

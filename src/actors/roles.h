/* roles.h: what a text says that somebody is: "South Korean President Moon Jae-in": President of South Korea, KORGOV. */
#ifndef RO_ROLES_H
#define RO_ROLES_H

#include "actors/resolve.h"

/* Something that a cluster is said to be. */
struct said_role {
    struct range words;  /* the title */
    const char *sector;  /* of the lexicon, or NULL */
    const char *country; /* alpha-3 of the only one that has this title, or NULL */
    bool speaks;         /* for somebody: a spokesman has the code of whom he speaks for */
    bool former;         /* "former", "ousted" */
    uint32_t of;         /* the phrase that tells of what or of whom, or RO_NONE */
};

enum { RO_ROLES = 8 /* of one cluster, at most */ };

/* The roles of a cluster, in the order of its phrases; their count. */
uint32_t ro_roles_of(const struct resolving *resolving, uint32_t cluster, struct said_role roles[RO_ROLES]);

/* What kind of institution an organization is, and of whom: "Court" and "Tangier" of "Commercial Court of Tangier". False: the text
 * does not tell. */
bool ro_institution_of(const struct resolving *resolving, uint32_t cluster, struct said_role *institution);

/* What people or an organization that have no title are, and of which one state or organization: "rebels" and "Darfur" of "Darfur
 * rebels". False: the text does not tell. */
bool ro_people_of(const struct resolving *resolving, uint32_t cluster, struct said_role *people);

/* Set countries and actors of persons and institutions: from what the text says of them, and where it says nothing from who held
 * which office when, from titles that one country alone has, or from where the text is at home. Codes are put together in the
 * document's arena. */
void ro_affiliate(struct resolving *resolving);

#endif

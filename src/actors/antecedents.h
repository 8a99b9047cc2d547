/* antecedents.h: who a pronoun is. Each cluster near it that agrees with it has a score, linear in what is listed here, as has
 * that it is none of them; probabilities are their softmax. */
#ifndef RO_ANTECEDENTS_H
#define RO_ANTECEDENTS_H

/* What is known of a cluster as the antecedent of a pronoun; its last mention before the pronoun is meant where a mention is. */
enum antecedent_feature {
    RO_ANTE_SAME,      /* in its sentence */
    RO_ANTE_PREVIOUS,  /* in the one before */
    RO_ANTE_FARTHER,   /* sentences between them, as log(1 + n) */
    RO_ANTE_SUBJECT,   /* the subject of its clause */
    RO_ANTE_OBJECT,    /* or its object */
    RO_ANTE_FIRST,     /* the first mention of its sentence */
    RO_ANTE_NAME,      /* is a name */
    RO_ANTE_PRONOUN,   /* or a pronoun */
    RO_ANTE_PARALLEL,  /* both are subjects, or neither */
    RO_ANTE_COUNT,     /* log(mentions) */
    RO_ANTE_NAMED,     /* it has a name */
    RO_ANTE_RANK,      /* log(1 + candidates that were mentioned later) */
    RO_ANTE_DISTANCE,  /* log(1 + words between them) */
    RO_ANTE_GENDER,    /* genders are known and the same */
    RO_ANTE_SPEAKER,   /* source of the statement whose content the pronoun is in, outside its quotation */
    RO_ANTE_SPOKEN,    /* whom that source speaks for: "a spokesman for the bank said it" */
    RO_ANTE_QUOTED,    /* source of the quotation that the pronoun is in */
    RO_ANTE_HEARER,    /* addressee of that statement */
    RO_ANTE_POSSESSOR, /* the pronoun is "his" and the mention the subject of its clause */
    RO_ANTE_CLAUSE,    /* both depend on the same word, and the pronoun is no possessive */
    RO_ANTE_INSIDE,    /* the mention is inside another phrase: "Moon's [spokesman]" */
    RO_ANTE_TYPE,      /* of a kind that "it" or "they" is seldom: a person for "it" */
    RO_ANTE_PLACE,     /* a place */
    RO_ANTE_COUNTRY,   /* a country */
    RO_ANTE_IT, /* the share of "it", "they" that stands for persons, organizations and places, as a logarithm */
    RO_ANTE_PLURAL,  /* numbers agree for certain */
    RO_ANTE_NEAREST, /* the subject of the nearest clause around the pronoun that has another subject */
    RO_ANTE_AROUND,  /* the subject of the next one around that */
    RO_ANTE_OWNER,   /* "Moon's" */
    RO_ANTE_BEHIND,  /* it comes behind the pronoun, as the subject of a clause that the pronoun opens */
    RO_ANTE_MOST,    /* no candidate has more mentions */
    RO_ANTE_FEATURES
};

#endif

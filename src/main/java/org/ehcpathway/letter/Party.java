package org.ehcpathway.letter;

/** To whom letters go, in the law's words; who that is, is worked out from the file on the day. */
enum Party {
    /** The decision holder: each parent, the young person, or whoever stands in for them. */
    FAMILY,
    /** The same for direct payments, where no parent stands in for a young person (SI 2014/1652 reg 16). */
    BUDGET_HOLDER,
    /** The young person for whom somebody else decides, where both count. */
    YOUNG_PERSON_BESIDE,
    /** Everybody with parental responsibility, also after the rights have passed to the young person. */
    PARENTS,
    /** The adviser whom the letter asks. */
    ADVISER,
    /** The responsible commissioning body, through its officer. */
    HEALTH,
    SOCIAL_CARE,
    /** The head or principal of the setting that is attended. */
    SETTING,
    /** The head or principal of the setting that the plan names. */
    NAMED_SETTING,
    /** The setting given with the letter: the fact {@code setting}. */
    CHOSEN_SETTING,
    /** Somebody whom the file does not know: the fact {@code to}. */
    GIVEN,
    /** Whoever receives direct payments for the family: the fact {@code paidTo}, which may be missing. */
    PAID,
    /** The council that maintains a school of another area: the fact {@code otherCouncil}, which may be missing. */
    OTHER_COUNCIL,
    TRIBUNAL,
    MEDIATION_ADVISER
}

package org.ehcpathway.statute;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who decides, asks and gets the letters about one matter on one day, and why. Worked out anew at every notice, because
 * birthdays and capacity move it.
 *
 * @param role in which the law sees the person who acts
 * @param acting whose word counts and to whom notices go; two where the law wants both
 * @param heard whose views are sought beside, without deciding
 * @param reason one or two sentences with their source
 */
public record DecisionHolder(Role role, List<Speaker> acting, List<Speaker> heard, String reason) {

    /** In which the law sees the person who acts. */
    public enum Role {
        PARENT,
        /** Deputy or attorney of a parent who lacks capacity (SI 2014/1530 reg 63). */
        PARENTS_REPRESENTATIVE,
        /** After compulsory school age, with no upper age: a plan may outlast the 25th birthday. */
        YOUNG_PERSON,
        /** Stands in for a young person who lacks capacity (SI 2014/1530 reg 64(2)). */
        ALTERNATIVE_PERSON
    }

    public DecisionHolder {
        acting = List.copyOf(acting);
        heard = List.copyOf(heard);
    }

    /**
     * The decision holder for rights and notices, everybody being presumed to have capacity.
     *
     * @throws Refusal when a date is missing or the birth lies after the day
     */
    public static DecisionHolder on(LocalDate birth, LocalDate day) {
        return on(birth, day, Capacity.HAS_CAPACITY, Capacity.HAS_CAPACITY, Matter.RIGHTS_AND_NOTICES);
    }

    /**
     * The decision holder for one matter.
     *
     * @param youngPerson the capacity of the person the case is about; without meaning while the person is a child
     * @param parent the parent's capacity
     * @throws Refusal when a date is missing, the birth lies after the day, or nobody can act
     */
    public static DecisionHolder on(
            LocalDate birth, LocalDate day, Capacity youngPerson, Capacity parent, Matter matter) {
        if (!Persons.speaksForThemself(birth, day)) {
            return forChild(birth, parent);
        }
        if (youngPerson == Capacity.HAS_CAPACITY) {
            return new DecisionHolder(
                    Role.YOUNG_PERSON,
                    List.of(Speaker.YOUNG_PERSON),
                    List.of(),
                    "Compulsory school age ended on " + InWords.day(Persons.endOfCompulsorySchoolAge(birth))
                            + ", so the young person decides; parents may help (CFA 2014 s.83(2)).");
        }
        return switch (matter) {
            case RIGHTS_AND_NOTICES -> insteadOfYoungPerson(alternativePerson(youngPerson, parent));
            case VIEWS_AND_CIRCUMSTANCES, IN_NO_LIST ->
                besideYoungPerson(alternativePerson(youngPerson, parent), matter);
            case PERSONAL_BUDGET -> forPersonalBudget(youngPerson);
        };
    }

    /**
     * What an EHC needs assessment asked for by that person on the day rests on. A school or post-16 institution always makes
     * a request; anybody who is neither brings to attention.
     *
     * @param authorised whether the decision holder asked that person to make the request for them
     */
    public RequestFooting footingOf(Speaker asking, boolean authorised) {
        return authorised || acting.contains(asking) ? RequestFooting.REQUEST : RequestFooting.BROUGHT_TO_ATTENTION;
    }

    private static DecisionHolder forChild(LocalDate birth, Capacity parent) {
        String stillAChild = "The child is of compulsory school age or younger until the end of "
                + InWords.day(Persons.endOfCompulsorySchoolAge(birth)) + ", so ";
        return switch (parent) {
            case HAS_CAPACITY ->
                new DecisionHolder(
                        Role.PARENT,
                        List.of(Speaker.PARENT),
                        List.of(Speaker.CHILD),
                        stillAChild
                                + "the parent decides; the child's own views are sought (Education Act 1996 ss.8, 579; CFA 2014"
                                + " s.19).");
            case REPRESENTED ->
                new DecisionHolder(
                        Role.PARENTS_REPRESENTATIVE,
                        List.of(Speaker.PARENTS_REPRESENTATIVE),
                        List.of(Speaker.CHILD),
                        stillAChild
                                + "the parent would decide, but lacks capacity for this decision: the parent's deputy or attorney"
                                + " acts, and the child's own views are sought (regulation 63).");
            case UNREPRESENTED ->
                throw new Refusal(
                        "Nobody can act for the child: the parent lacks capacity for this decision and has no deputy or attorney;"
                                + " look for another person with parental responsibility or care, or ask for legal advice (regulation"
                                + " 63).");
        };
    }

    private static DecisionHolder besideYoungPerson(Optional<Speaker> standIn, Matter matter) {
        String why = matter == Matter.VIEWS_AND_CIRCUMSTANCES
                ? "here both count, the young person too (Schedule 3 Parts 1 and 3)."
                : "this provision stands in no list of Schedule 3, so both are told.";
        return standIn.map(alternative -> new DecisionHolder(
                        Role.ALTERNATIVE_PERSON,
                        List.of(alternative, Speaker.YOUNG_PERSON),
                        List.of(),
                        isAlternativePerson(alternative) + "; " + why))
                .orElseGet(() -> new DecisionHolder(
                        Role.YOUNG_PERSON,
                        List.of(Speaker.YOUNG_PERSON),
                        List.of(),
                        "The young person lacks capacity for this decision and there is no alternative person; here the young"
                                + " person counts in any case (regulation 64; Schedule 3)."));
    }

    private static DecisionHolder insteadOfYoungPerson(Optional<Speaker> standIn) {
        Speaker alternative = standIn.orElseThrow(() -> new Refusal(
                "Nobody can act for the young person, who lacks capacity for this decision: there is no deputy or attorney, no"
                        + " parent with capacity and no representative of the parent; ask for legal advice on a deputy of the Court"
                        + " of Protection (regulation 64(2))."));
        return new DecisionHolder(
                Role.ALTERNATIVE_PERSON,
                List.of(alternative),
                List.of(Speaker.YOUNG_PERSON),
                isAlternativePerson(alternative)
                        + " and acts instead; the young person's own views are still sought (Schedule 3).");
    }

    /** The order of regulation 64(2). */
    private static Optional<Speaker> alternativePerson(Capacity youngPerson, Capacity parent) {
        if (youngPerson == Capacity.REPRESENTED) {
            return Optional.of(Speaker.YOUNG_PERSONS_REPRESENTATIVE);
        }
        return switch (parent) {
            case HAS_CAPACITY -> Optional.of(Speaker.PARENT);
            case REPRESENTED -> Optional.of(Speaker.PARENTS_REPRESENTATIVE);
            case UNREPRESENTED -> Optional.empty();
        };
    }

    private static String isAlternativePerson(Speaker standIn) {
        return "The young person lacks capacity for this decision, so " + standIn.words()
                + " is the alternative person (regulation 64(2))";
    }

    private static DecisionHolder forPersonalBudget(Capacity youngPerson) {
        if (youngPerson == Capacity.UNREPRESENTED) {
            throw new Refusal(
                    "Nobody can agree to direct payments for the young person, who lacks capacity for this decision: only a deputy"
                            + " or attorney can stand in, not a parent (SI 2014/1652 regulation 16).");
        }
        return new DecisionHolder(
                Role.ALTERNATIVE_PERSON,
                List.of(Speaker.YOUNG_PERSONS_REPRESENTATIVE),
                List.of(Speaker.YOUNG_PERSON),
                "The young person lacks capacity for this decision; for direct payments only the deputy or attorney stands in, not a"
                        + " parent as such (SI 2014/1652 regulation 16).");
    }
}

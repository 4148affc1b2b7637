package org.ehcpathway.desk;

import java.util.List;
import java.util.Map;
import org.ehcpathway.plan.PlanPart;

/** What the page asks of each section, with a sentence of help (regulation 12; SEND Code of Practice 9.62 and following). */
final class PlanHelp {

    private static final Map<PlanPart, String> SENTENCES = Map.of(
            PlanPart.A,
            "What the child and the parents, or the young person, say about themselves, school, home and the future; say whose"
                    + " words they are.",
            PlanPart.B,
            "Every special educational need that was found, one item for each, so that each can be met in section F.",
            PlanPart.C,
            "Health needs that go with the special educational needs; write that there are none where none were found.",
            PlanPart.D,
            "Social care needs that go with the special educational needs or with a disability; write that there are none where"
                    + " none were found.",
            PlanPart.E,
            "What the child or young person will be able to do, and by when; specific enough to see whether it was reached.",
            PlanPart.F,
            "What is provided for each need of section B: what, how often, how long, by whom; quantified, so that nobody has to"
                    + " guess.",
            PlanPart.G,
            "Health provision for the needs of section C, agreed by the responsible commissioning body.",
            PlanPart.H1,
            "Social care provision that section 2 of the Chronically Sick and Disabled Persons Act 1970 requires, for a person"
                    + " under 18.",
            PlanPart.H2,
            "Any other social care provision, also under the Care Act 2014 for a person of 18 or more.",
            PlanPart.J,
            "Where there is a personal budget: the needs and outcomes it is for, and any direct payment; otherwise leave it"
                    + " empty.");

    private static final Question SOURCE =
            new Question("otherSource", "Another source, such as the report of a review", false);

    private static final Map<PlanPart.Holds, List<Question>> QUESTIONS = Map.of(
            PlanPart.Holds.WORDS,
            List.of(),
            PlanPart.Holds.NEEDS,
            List.of(new Question("words", "The need", true), SOURCE),
            PlanPart.Holds.OUTCOMES,
            List.of(
                    new Question("words", "The outcome: what will be achieved", true),
                    new Question("byWhen", "By when", false),
                    new Question("measure", "How everybody will see that it is reached", true),
                    SOURCE),
            PlanPart.Holds.PROVISION,
            List.of(
                    new Question("words", "What is provided", true),
                    new Question("amount", "How much and how often", true),
                    new Question("duration", "For how long", true),
                    new Question("byWhom", "By whom", true),
                    new Question("training", "With what training or qualification", true),
                    new Question("monitoring", "How it is monitored, when and by whom", true),
                    SOURCE));

    private PlanHelp() {}

    /**
     * A question an item answers in words.
     *
     * @param name of the field
     * @param lines whether the answer may have several lines
     */
    record Question(String name, String title, boolean lines) {}

    static String of(PlanPart part) {
        return SENTENCES.get(part);
    }

    static List<Question> questions(PlanPart part) {
        return QUESTIONS.get(part.holds());
    }

    /** What one item of the section is called; null where a section has none. */
    static String noun(PlanPart part) {
        return switch (part.holds()) {
            case WORDS -> null;
            case NEEDS -> "need";
            case OUTCOMES -> "outcome";
            case PROVISION -> "provision";
        };
    }

    /** What the words of the section itself are for. */
    static String wordsAsked(PlanPart part) {
        return switch (part) {
            case A -> "The council's own words, beside what the family said";
            case J -> "Personal budget";
            default -> "Introduction, or that none was found";
        };
    }
}

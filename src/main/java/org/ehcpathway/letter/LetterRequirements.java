package org.ehcpathway.letter;

import static org.ehcpathway.letter.LetterValues.setting;

import org.ehcpathway.letter.LetterValues.Service;
import org.ehcpathway.statute.Refusal;

/** The values that the blocks of a letter are made of: what is missing is asked for in the caseworker's words. */
final class LetterRequirements {

    private LetterRequirements() {}

    static void check(LetterValues values, LetterContent content) {
        if (content.decision() == null && values.rights() != null) {
            throw new IllegalStateException("A letter without an appealable decision carries rights of appeal.");
        }
        for (Block block : content.must()) {
            switch (block) {
                case REASONS -> reasons(values);
                case RECEIVED -> required(values.dates().receivedOn(), "the day on which the request was received");
                case DATES -> {
                    required(values.dates().decideBy(), "the six-week date");
                    required(values.dates().noPlanBy(), "the sixteen-week date");
                    required(values.dates().finalPlanBy(), "the twenty-week date");
                }
                case ADVICE_ASKED ->
                    required(
                            values.facts().has("subject") ? values.facts() : values.advice(),
                            "the advice that is asked for");
                case DUE -> required(values.dates().answerBy(), "the day by which the answer is due");
                case WINDOW -> required(values.dates().answerBy(), "the last day for views");
                case SCHOOLS ->
                    LetterValues.need(
                            values.council().schoolsInformation(),
                            setting("the web address of the information on schools and colleges"));
                case ENCLOSED -> enclosure(values);
                case RA -> rights(values, content.must().contains(Block.RP));
                case TL -> contact(values.council().tribunal(), "the Tribunal");
                case MI -> {
                    contact(values.council().mediationAdviser(), "the mediation adviser");
                    contact(values.council().mediationOfficer(), "the person who acts for the council on mediation");
                }
                case DR -> contact(values.council().disagreementResolution(), "the disagreement resolution service");
                case IA ->
                    contact(values.council().informationService(), "the information, advice and support service");
                case DECISION -> decision(values, content);
                case CHILD_VIEWS -> given(values, "childViews", "the child’s views, or why they were not obtained");
                case AFTER_APPEAL ->
                    given(values, "orderedOn", "the day of the order, or of the notice to the Tribunal");
                case CONSENT_ASKED -> given(values, "answerBy", "the day by which the answer is needed");
                default -> {
                    // made of words of the template, or of facts that were checked when they were given
                }
            }
        }
    }

    private static void given(LetterValues values, String fact, String what) {
        if (!values.facts().has(fact)) {
            throw new Refusal("The letter needs " + what + ": add it to what is given with the letter.");
        }
    }

    private static void decision(LetterValues values, LetterContent content) {
        boolean told = content.must().contains(Block.REASONS);
        boolean bringsThePlan = values.kind() == LetterKind.L_10 || values.kind() == LetterKind.L_16;
        if (!told && values.kind().decision().isPresent() && !bringsThePlan) {
            required(values.decision(), "the decision that it tells");
        }
    }

    private static void required(Object value, String what) {
        if (value == null) {
            throw new Refusal("The letter lacks " + what + ": record it in the case first.");
        }
    }

    private static void reasons(LetterValues values) {
        if (values.decision() == null || values.decision().reasons().isEmpty()) {
            throw new Refusal(
                    "The letter must give the reasons for the decision: record the decision with its reasons first.");
        }
    }

    private static void enclosure(LetterValues values) {
        if (values.enclosures().isEmpty()) {
            throw new Refusal("The letter goes out with "
                    + values.kind().neededEnclosure().orElse("a paper") + ": enclose it first.");
        }
    }

    private static void rights(LetterValues values, boolean recommendations) {
        required(values.rights(), "the rights of appeal");
        if (values.rights().recommendations() != recommendations) {
            throw new IllegalStateException("The rights of appeal do not fit the letter "
                    + values.kind().id() + ".");
        }
    }

    private static void contact(Service service, String who) {
        if (service == null) {
            throw new Refusal(setting(who));
        }
        LetterValues.need(service.name(), setting("the name of " + who));
        boolean reachable = !service.addressLines().isEmpty()
                || filled(service.phone())
                || filled(service.email())
                || filled(service.website());
        if (!reachable) {
            throw new Refusal(setting("a way to reach " + who));
        }
    }

    private static boolean filled(String value) {
        return value != null && !value.isBlank();
    }
}

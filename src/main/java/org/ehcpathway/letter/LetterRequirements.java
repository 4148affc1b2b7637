package org.ehcpathway.letter;

import static org.ehcpathway.letter.LetterValues.setting;

import org.ehcpathway.letter.LetterValues.Service;
import org.ehcpathway.statute.Refusal;

/** What a letter of each kind cannot go out without: reference/statute, section 2, as values. */
final class LetterRequirements {

    private LetterRequirements() {}

    static void check(LetterValues values) {
        switch (values.kind()) {
            case L_01 -> {
                required(values.dates().receivedOn(), "the day on which the request was received");
                required(values.dates().decideBy(), "the six-week date");
                informationService(values);
            }
            case L_03 -> {
                reasons(values);
                rights(values, false);
            }
            case L_04 -> {
                required(values.decision(), "the decision to assess");
                required(values.dates().noPlanBy(), "the sixteen-week date");
                required(values.dates().finalPlanBy(), "the twenty-week date");
                informationService(values);
            }
            case L_05 -> {
                required(values.advice(), "the advice that is asked for");
                required(values.dates().answerBy(), "the day by which the advice is due");
            }
            case L_06 -> {
                reasons(values);
                rights(values, true);
            }
            case L_07 -> {
                reasons(values);
                required(values.dates().finalPlanBy(), "the twenty-week date");
                informationService(values);
            }
            case L_08 -> {
                enclosure(values, "the draft plan");
                required(values.dates().answerBy(), "the last day for views on the draft plan");
                LetterValues.need(
                        values.council().schoolsInformation(),
                        setting("the web address of the information on schools and colleges"));
                informationService(values);
            }
            case L_10 -> {
                enclosure(values, "the final plan");
                rights(values, true);
            }
        }
        if (values.kind() != LetterKind.L_03
                && values.kind() != LetterKind.L_06
                && values.kind() != LetterKind.L_10
                && values.rights() != null) {
            throw new IllegalStateException("A letter without an appealable decision carries rights of appeal.");
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

    private static void enclosure(LetterValues values, String what) {
        if (values.enclosures().isEmpty()) {
            throw new Refusal("The letter goes out with " + what + ": enclose it first.");
        }
    }

    private static void rights(LetterValues values, boolean recommendations) {
        required(values.rights(), "the rights of appeal");
        if (values.rights().recommendations() != recommendations) {
            throw new IllegalStateException("The rights of appeal do not fit the letter "
                    + values.kind().id() + ".");
        }
        contact(values.council().mediationAdviser(), "the mediation adviser");
        contact(values.council().mediationOfficer(), "the person who acts for the council on mediation");
        contact(values.council().disagreementResolution(), "the disagreement resolution service");
        contact(values.council().tribunal(), "the Tribunal");
        informationService(values);
    }

    private static void informationService(LetterValues values) {
        contact(values.council().informationService(), "the information, advice and support service");
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

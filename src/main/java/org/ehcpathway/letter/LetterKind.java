package org.ehcpathway.letter;

import static org.ehcpathway.letter.Party.*;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ehcpathway.casefile.DecisionKind;

/**
 * Every letter of the service: L-01 to L-26 of the statutory sheet, and the service's own, O-01 to O-06. What the law asks of each is
 * in the table {@code letter-content}; its words, its summary and the facts it needs are in {@code letters/<id>/<version>/}.
 */
public enum LetterKind {
    L_01("Consultation after a request", to(FAMILY), told()),
    L_02("Considering an assessment", to(FAMILY), told(HEALTH, SOCIAL_CARE, SETTING)),
    L_02N("Considering an assessment: notice to others", to(), told()),
    L_03("Decision not to assess", to(FAMILY), told(HEALTH, SOCIAL_CARE, SETTING)),
    L_04("Decision to assess", to(FAMILY), told(HEALTH, SOCIAL_CARE, SETTING)),
    L_05("Request for advice", to(ADVISER), told()),
    L_06("Decision not to issue a plan", to(FAMILY), told(HEALTH, SETTING)),
    L_07("Decision to issue a plan", to(FAMILY), told()),
    L_08("Draft plan", to(FAMILY), told()),
    L_09("Consulting a setting", to(CHOSEN_SETTING, OTHER_COUNCIL), told()),
    L_10("Final plan", to(FAMILY), told(HEALTH, NAMED_SETTING)),
    L_10N("Final plan: copy of the plan", to(), told()),
    L_11("Invitation to a review", to(FAMILY, YOUNG_PERSON_BESIDE, SETTING, HEALTH, SOCIAL_CARE), told()),
    L_12("Report of a review", to(FAMILY, YOUNG_PERSON_BESIDE, SETTING, HEALTH, SOCIAL_CARE), told()),
    L_13("Review: the plan stays as it is", to(FAMILY), told(SETTING)),
    L_14("Review: the plan ends", to(FAMILY), told(HEALTH, SETTING, NAMED_SETTING)),
    L_15("Amendment notice", to(FAMILY), told(SETTING)),
    L_16("Final amended plan", to(FAMILY), told(HEALTH, NAMED_SETTING)),
    L_17("Decision not to amend after a notice", to(FAMILY), told()),
    L_18_AGREED("Decision to re-assess", to(FAMILY), told()),
    L_18_REFUSED("Decision not to re-assess", to(FAMILY), told()),
    L_19A("Considering ending the plan", to(FAMILY, YOUNG_PERSON_BESIDE, NAMED_SETTING), told()),
    L_19B("Decision to end the plan", to(FAMILY), told(HEALTH, NAMED_SETTING)),
    L_20("Plan moved to this council", to(FAMILY, YOUNG_PERSON_BESIDE), told()),
    L_21_CHANGE("Change of the health body", to(GIVEN), told()),
    L_21_ANSWER("The health body asked for a review", to(FAMILY), told(HEALTH)),
    L_22_ISSUES("Mediation: issues told to the health body", to(HEALTH), told()),
    L_22_MEETING("Mediation: date and place", to(FAMILY, YOUNG_PERSON_BESIDE), told()),
    L_22_UNABLE("Mediation: it cannot be arranged in time", to(MEDIATION_ADVISER), told()),
    L_23_UNOPPOSED("Appeal: not opposed", to(TRIBUNAL), told(FAMILY)),
    L_23_RESPONSE("Appeal: response", to(TRIBUNAL), told(FAMILY)),
    L_24_REFUSAL("Direct payments: refusal", to(BUDGET_HOLDER), told()),
    L_24_REFUSAL_REVIEWED("Direct payments: outcome of a review of the refusal", to(BUDGET_HOLDER), told()),
    L_24_NOTICE("Direct payments: notice before the first payment", to(BUDGET_HOLDER), told(PAID)),
    L_24_REDUCTION("Direct payments: reduction", to(BUDGET_HOLDER), told(PAID)),
    L_24_REPAYMENT("Direct payments: repayment", to(BUDGET_HOLDER), told(PAID)),
    L_24_STOP("Direct payments: stop", to(BUDGET_HOLDER), told(PAID)),
    L_24_RECONSIDERED("Direct payments: outcome of a reconsideration", to(BUDGET_HOLDER), told(PAID)),
    L_25("Rights pass to the young person", to(FAMILY), told(PARENTS)),
    L_25N("Rights pass to the young person: told to the parents", to(), told()),
    L_26_REPLY("Reply to a recommendation of the Tribunal", to(FAMILY), told()),
    L_26_COPY("Reply to a recommendation: copy for the Secretary of State", to(GIVEN), told()),
    O_01("Acknowledgement of a request", to(FAMILY), told()),
    O_02("Introduction of the case manager", to(FAMILY), told()),
    O_03("Notice of a delay", to(FAMILY), told()),
    O_04("Request for views", to(FAMILY, YOUNG_PERSON_BESIDE), told()),
    O_05("Closing letter with feedback form", to(FAMILY), told()),
    O_06("Advice that was asked for", to(GIVEN), told());

    private final String title;
    private final List<Party> addressees;
    private final List<Party> copies;

    LetterKind(String title, List<Party> addressees, List<Party> copies) {
        this.title = title;
        this.addressees = addressees;
        this.copies = copies;
    }

    /** The kind with this id, such as L-03 or L-22-issues. */
    public static LetterKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The statutory sheet's id, such as L-03 or L-19a; where that holds several letters with the letter's own name behind. */
    public String id() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** The version of the template that letters prepared from now on use. Older letters keep theirs. */
    int templateVersion() {
        return switch (this) {
            // Version 2 gives the family a day for its answer.
            case L_01, L_02 -> 2;
            // Version 2 says which of its days may pass because of an exception.
            case O_02, O_03 -> 2;
            // Version 2 tells of a second request for the same person, and which dates count.
            case O_01 -> 2;
            // Version 3 does not say sorry for a day that the law excuses, and says why the family's answer was not
            // waited for.
            case L_04, L_07, L_08 -> 3;
            // Version 2 has words for an assessment in the last six months, and says why the family's answer was not
            // waited for.
            case L_03 -> 2;
            // Version 2 names the power that was used, and speaks to another council as to one; version 3 speaks of
            // changes and of the next phase.
            case L_09 -> 3;
            // Version 2 gives the reasons of what the council decided, such as for not naming the setting that was
            // asked for.
            case L_16 -> 2;
            // Version 2 can also say that the advice is no longer needed.
            case O_06 -> 2;
            default -> 1;
        };
    }

    List<Party> addressees() {
        return addressees;
    }

    List<Party> copies() {
        return copies;
    }

    /** The words that those get who are only told; the letter itself where the law wants them told in its words. */
    LetterKind toldAs() {
        return switch (this) {
            case L_02 -> L_02N;
            case L_10, L_16 -> L_10N;
            case L_25 -> L_25N;
            default -> this;
        };
    }

    /** Whether it goes out only beside another letter. */
    boolean isOnlyTold() {
        return addressees.isEmpty();
    }

    /** The paper without which the letter is nothing, to be had in the same envelope; empty when there is none. */
    Optional<String> neededEnclosure() {
        return Optional.ofNullable(
                switch (this) {
                    case L_08 -> "the draft plan";
                    case L_09 -> "the draft plan";
                    case L_10, L_10N -> "the final plan";
                    case L_12 -> "the advice that was gathered";
                    case L_15 -> "the plan as it is now";
                    case L_16 -> "the amended plan";
                    case L_26_COPY -> "the reply";
                    default -> null;
                });
    }

    /** The decision in the file that the letter tells; empty when it tells none, or one that is given with the letter. */
    public Optional<DecisionKind> decision() {
        return Optional.ofNullable(
                switch (this) {
                    case L_03 -> DecisionKind.NOT_ASSESS;
                    case L_04 -> DecisionKind.ASSESS;
                    case L_06 -> DecisionKind.NO_PLAN;
                    case L_07 -> DecisionKind.ISSUE_PLAN;
                    case L_10 -> DecisionKind.FINALISE_PLAN;
                    case L_16 -> DecisionKind.FINALISE_AMENDED;
                    default -> null;
                });
    }

    private static List<Party> to(Party... parties) {
        return List.of(parties);
    }

    private static List<Party> told(Party... parties) {
        return List.of(parties);
    }
}

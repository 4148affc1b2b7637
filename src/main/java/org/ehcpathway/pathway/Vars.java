package org.ehcpathway.pathway;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The process variables: ids, codes, ISO dates and booleans, nothing else. What people write and who they are stays in the
 * file.
 *
 * <p>The names are part of the contract with running instances: they are only ever added to.
 */
public final class Vars {

    public static final String CASE = "caseReference";
    public static final String TEAM = "team";
    public static final String MANAGER_TEAM = "managerTeam";
    public static final String ASSESS = "assess";

    /** Whether the council considers an assessment, so that notice of it is given (section 36(7)). */
    public static final String CONSIDERS_ASSESSING = "considersAssessing";

    /** By when the letter is to be sent that consults the family, or invites its views and evidence. */
    public static final String CONSULT_DUE = "consultDue";

    /** The last day that the family was given to answer. */
    public static final String FAMILY_ANSWER_DUE = "familyAnswerDue";

    /** Whether a letter was withdrawn because its decision is looked at again. */
    public static final String LETTER_WITHDRAWN = "letterWithdrawn";

    /** YES where the step that sends a letter can take its decision back to who decided. */
    public static final String DECISION_MAY_GO_BACK = "decisionMayGoBack";

    /** By when a case manager is to be named. */
    public static final String CASE_MANAGER_DUE = "caseManagerDue";

    /** By when the case manager's letter of introduction is to be sent. */
    public static final String INTRODUCTION_DUE = "introductionDue";

    /** By when a conversation after a refusal is to be offered. */
    public static final String CONVERSATION_DUE = "conversationDue";

    /** By when a refusal is to be looked at again. */
    public static final String RECONSIDER_DUE = "reconsiderDue";

    /** By when the letter that tells a changed decision is to be sent. */
    public static final String CHANGE_TOLD_DUE = "changeToldDue";

    /** Whether the family brought evidence that the council had not seen. */
    public static final String NEW_EVIDENCE = "newEvidence";

    /** Whether a refusal was changed after a second look. */
    public static final String DECISION_CHANGED = "decisionChanged";

    public static final String ISSUE_PLAN = "issuePlan";
    public static final String PLAN_SIGNED = "planSigned";
    public static final String ADVICE = "adviceId";
    public static final String ADVISER_GROUP = "adviserGroup";
    public static final String ADVICE_DUE = "adviceDue";
    public static final String ADVICE_LATE_AT = "adviceLateAt";
    public static final String ADVICE_REQUESTS_DUE = "adviceRequestsDue";
    public static final String WEIGH_EXISTING_ADVICE = "weighExistingAdvice";
    public static final String ADVICE_COMPLETE = "adviceComplete";
    public static final String ADVICE_GOES_ON_AT = "adviceGoesOnAt";
    public static final String ADVICE_REMIND_AT = "adviceRemindAt";
    public static final String ADVICE_REMIND_AGAIN_AT = "adviceRemindAgainAt";
    public static final String CHASE_DUE = "chaseDue";
    public static final String CHASE_AGAIN_AT = "chaseAgainAt";
    public static final String CHASE_ON = "chaseOn";
    public static final String LATE_ADVICE_DUE = "lateAdviceDue";
    public static final String LETTER = "letterId";
    public static final String LETTER_KIND = "letterKind";
    public static final String LETTER_ABOUT = "aboutId";
    public static final String LETTER_SIGNED = "letterSigned";
    public static final String SIGNER_GROUP = "signerGroup";
    public static final String SENDING_OUTCOME = "sendingOutcome";
    public static final String SEND_AGAIN_AT = "sendAgainAt";
    public static final String CONTACT_CHECK_DUE = "contactCheckDue";
    public static final String SETTLE_DUE = "settleDue";
    public static final String LETTER_SENT_ON = "letterSentOn";
    public static final String LETTER_SERVED_ON = "letterServedOn";
    public static final String WINDOW_LAST_DAY = "windowLastDay";
    public static final String WINDOW_WARN_AT = "windowWarnAt";
    public static final String WINDOW_CLOSES_AT = "windowClosesAt";
    /** The episode of the plan's life that a process carries out; none in the first assessment. */
    public static final String EPISODE = "episodeId";

    /** Whether the setting itself holds the review, so that it gives the report. */
    public static final String SETTING_HOLDS = "settingHolds";

    public static final String MEETING_HELD = "meetingHeld";

    /** What an annual review decided: KEEP or AMEND. */
    public static final String REVIEW_DECISION = "reviewDecision";

    /** The letter that tells a decision, and the one that takes the report round: both may wait side by side. */
    public static final String DECISION_LETTER = "decisionLetterId";

    public static final String INVITATION_LETTER = "invitationLetterId";

    public static final String REPORT_LETTER = "reportLetterId";

    /** What became of proposed amendments: AMENDED or NOT_AMENDED, and SENT_BACK while it is open. */
    public static final String AMENDMENT = "amendment";

    /** The letter that asks for views on ending the plan. */
    public static final String CONSIDER_LETTER = "considerLetterId";

    public static final String CONSIDER_LETTER_DUE = "considerLetterDue";

    /** By when it is to be decided whether the plan ends. */
    public static final String CEASE_DECISION_DUE = "ceaseDecisionDue";

    /** Whether it was decided to cease the plan. */
    public static final String CEASE = "cease";

    /** L-14 after the meeting of a review, L-19b elsewhere. */
    public static final String CEASE_LETTER_KIND = "ceaseLetterKind";

    /** The moment until which the plan is maintained whatever was decided, because an appeal can still be made or is pending. */
    public static final String CEASE_HOLD_OVER_AT = "ceaseHoldOverAt";

    /** Whether a manager confirmed that the plan ends now. */
    public static final String PLAN_ENDS = "planEnds";

    /** By when a manager is to confirm that the plan ends. */
    public static final String PLAN_END_DUE = "planEndDue";

    /** By when it is to be decided whether a plan is changed without a review, and what was decided. */
    public static final String CHANGE_DECISION_DUE = "changeDecisionDue";

    public static final String CHANGE_PLAN = "changePlan";

    /** By when the meeting of a review is to be arranged. */
    public static final String ARRANGE_DUE = "arrangeDue";

    /** The rule of a phase transfer: REV-03, REV-04 or REV-05. */
    public static final String TRANSFER_RULE = "transferRule";

    public static final String TRANSFER_DUE = "transferDue";
    public static final String TRANSFER_WARN_AT = "transferWarnAt";
    public static final String TRANSFER_MISSED_AT = "transferMissedAt";

    /** By when the family is to be asked about the next phase. */
    public static final String WISH_DUE = "wishDue";

    /** Whether there is a transfer this year at all. */
    public static final String TRANSFERS = "transfers";

    /** Whether the settings are consulted at once, and not in the round with those of other children. */
    public static final String CONSULT_NOW = "consultNow";

    /** Whether a review, or another change of the plan, is to end before the plan can be amended for the transfer. */
    public static final String REVIEW_AHEAD = "reviewAhead";

    /** Whether the plan names the setting of the next phase. */
    public static final String SETTING_NAMED = "settingNamed";

    /** By when the notice of proposed amendments is to be sent. */
    public static final String NOTICE_DUE = "noticeDue";

    public static final String RULE = "rule";
    public static final String LIMIT_DUE = "limitDue";
    public static final String LIMIT_MET = "limitMet";
    public static final String EXPLAIN_DUE = "explainDue";

    /** The reference of a sitting of the panel, such as PANEL-2026-11-24. */
    public static final String SITTING = "sittingReference";

    /** What the panel is asked about a case: ASSESS or ISSUE. */
    public static final String PANEL_QUESTION = "panelQuestion";

    public static final String PANEL_ASKED = "panelAsked";
    public static final String PANEL_IN_TIME = "panelInTime";
    public static final String PANEL_REACHABLE = "panelReachable";
    public static final String PANEL_ITEM = "panelItemId";
    public static final String PANEL_GIVES_UP_AT = "panelGivesUpAt";
    public static final String PANEL_AGENDA_AT = "panelAgendaAt";
    public static final String PANEL_SITTING_AT = "panelSittingAt";
    public static final String PANEL_HAS_CASES = "panelHasCases";
    public static final String PANEL_QUORATE = "panelQuorate";
    public static final String MINUTES_APPROVED = "minutesApproved";
    public static final String CASEWORKERS_VIEW = "caseworkersView";
    public static final String ATTENDS_SETTING = "attendsSetting";

    /** The end of a request that a second person decides on. */
    public static final String ENDING = "endingId";

    /** Why a request is to end: WITHDRAWN, MOVED_AWAY, DIED or LINKED. */
    public static final String END_GROUND = "endGround";

    public static final String END_CONFIRMED = "endConfirmed";
    public static final String CLOSING_LETTER = "closingLetter";

    /** How an enquiry is called, such as ENQ-00042. */
    public static final String ENQUIRY = "enquiryReference";

    public static final String ENQUIRY_ID = "enquiryId";
    public static final String ENQUIRY_OWNER = "enquiryOwner";
    public static final String ENQUIRY_PASSED_ON = "enquiryPassedOn";
    public static final String ENQUIRY_LATE_AT = "enquiryLateAt";

    /** References of the open cases that may be about the same person. */
    public static final String DUPLICATE_OF = "duplicateOf";

    public static final String SAME_PERSON = "samePerson";
    /** When the draft plan should be written: the council's own target (PLAN-03). */
    public static final String DRAFT_DUE = "draftDue";

    /** Whether a second person reads the draft before it is served. */
    public static final String DRAFT_SECOND_CHECK = "draftSecondCheck";

    public static final String DRAFT_AGREED = "draftAgreed";

    /** Whether the family may say more about the draft, so that its answer stays open. */
    public static final String MORE_TO_COME = "moreToCome";

    public static final String MEETING_ASKED = "meetingAsked";
    public static final String MEETING_DUE = "meetingDue";
    public static final String MEETING_OVER = "meetingOver";

    /** What follows the preparation of the final plan: PROPOSE, CONSULT or SERVE_AGAIN. */
    public static final String FINAL_STEP = "finalStep";

    public static final String CONSULTATION = "consultationId";
    public static final String SETTING_GROUP = "settingGroup";
    public static final String CONSULTATION_LETTER_DUE = "consultationLetterDue";
    public static final String CONSULTATION_DUE = "consultationDue";
    public static final String CONSULTATION_WARN_AT = "consultationWarnAt";
    public static final String CONSULTATION_LATE_AT = "consultationLateAt";

    /** Of the task alone: the paper uploaded for it, not yet part of what it records. */
    public static final String UPLOADED_DOCUMENT = "uploadedDocumentId";

    /** The message that tells a waiting watch that its duty has been met. */
    public static final String MESSAGE_LIMIT_MET = "limitMet";

    /** The message that tells a case that the panel has recommended, or will not. */
    public static final String MESSAGE_PANEL_CONCLUDED = "panelConcluded";

    /** The message that tells a case that every adviser has answered. */
    public static final String MESSAGE_ADVICE_COMPLETE = "adviceComplete";

    /** The message that ends a sitting that was cancelled. */
    public static final String MESSAGE_PANEL_CANCELLED = "panelCancelled";

    /** The message that ends the decision of a review, because it was decided to cease the plan. */
    public static final String MESSAGE_PLAN_TO_CEASE = "planToCease";

    /** The message that tells a phase transfer that the review it waits for is over. */
    public static final String MESSAGE_REVIEW_OVER = "reviewOver";

    /** The message that ends a case because its request ends. */
    public static final String MESSAGE_REQUEST_ENDED = "requestEnded";
    /** The message that ends what still waits for settings, because the plan is final. */
    public static final String MESSAGE_PLAN_IS_FINAL = "planIsFinal";

    private static final Set<String> RESERVED = Arrays.stream(Vars.class.getFields())
            .map(field -> {
                try {
                    return (String) field.get(null);
                } catch (IllegalAccessException impossible) {
                    throw new IllegalStateException(impossible);
                }
            })
            .collect(Collectors.toUnmodifiableSet());

    private Vars() {}

    /** Whether only our own steps may write this variable. */
    public static boolean isReserved(String name) {
        return RESERVED.contains(name) || name.endsWith("WarnAt") || name.endsWith("MissedAt") || name.endsWith("Due");
    }
}

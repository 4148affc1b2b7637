package org.ehcpathway.letter;

import java.util.EnumSet;
import java.util.Set;

/**
 * A part of a letter that the law, or the service, wants or forbids. The table {@code letter-content} says for every letter which;
 * templates mark them with {@code ehc:block}. RA, TL, MI, DR, IA and RP are the names of the statutory sheet, section 2.
 */
enum Block {
    RA("the right of appeal"),
    TL("the time limits for an appeal"),
    MI("the information on mediation"),
    MI_I("that section I alone needs no mediation certificate"),
    DR("disagreement resolution"),
    IA("the information and advice service"),
    RP("the Tribunal’s power to recommend"),
    WINDOW("the last day for views, at least 15 days from service"),
    MEETING("the right to a meeting with an officer"),
    SCHOOLS("where to find information on schools and colleges"),

    COPY("the note that this is a copy"),
    STANDS_FOR("for whom the reader stands"),
    INTERPRETER("the offer of an interpreter"),
    TRANSLATION("the translation"),
    PFA("preparation for adulthood"),
    NEXT_STEPS("the next steps in the caseworker’s words"),
    ENCLOSED("the list of what is enclosed"),
    TALK("the offer of a talk"),
    PLAN("what an EHC plan is"),
    CONTACT("how to reach the service"),

    CONSIDERING("what the council is considering"),
    CONSULTATION("what the reader is asked about"),
    VIEWS("the right to give views orally or in writing"),
    EVIDENCE("the right to send evidence"),
    RECEIVED("the day the request was received"),
    DATES("the dates that follow"),
    DECISION("the decision"),
    REASONS("the reasons"),
    CONSIDERED("what was looked at"),
    NO_ASSESSMENT("that there will be no assessment"),
    OUTCOME("the outcome of the assessment"),
    NO_PLAN("that no plan is proposed"),
    PLAN_FOLLOWS("that a plan will be prepared"),
    ADVISERS("who will be asked for advice"),
    OTHER_ADVICE("how to ask for other advisers"),
    ADVICE_ASKED("the needs, provision and outcomes that are asked for"),
    DUE("the day by which the answer is due"),
    REPRESENTATIONS("what the family said, word for word"),
    PAPERS("the evidence that comes with the request"),
    REPRESENT("the right to say what should change"),
    ASK_SETTING("the right to ask for a school or college"),
    BUDGET("the personal budget"),
    DUTIES("what the plan obliges to"),
    GROUNDS("the lawful grounds for a no"),
    APPEAL_ABOUT("what an appeal can be about"),
    MEETING_DATE("day, time and place of the meeting"),
    REVIEWED("what the review looks at"),
    PROGRESS("the advice on progress that is asked for"),
    RECOMMENDED("the recommended changes"),
    DIFFERENCES("where people differ"),
    CHANGES("the proposed changes"),
    AFTER_APPEAL("why the plan was changed after an appeal"),
    CONTINUES("that the plan goes on meanwhile"),
    TRANSFERRED("that the plan has moved"),
    WHETHER_ASSESS("whether the council will assess"),
    WHEN_REVIEW("when the plan will be reviewed"),
    HEALTH_CHANGE("the change of the health body"),
    HEALTH_REQUEST("what the health body may ask or has asked"),
    ISSUES("the mediation issues"),
    HEALTH_WANTED("the health provision that is wanted"),
    EXPENSES("who may come and which expenses are paid"),
    UNABLE("that mediation cannot be arranged in time"),
    UNOPPOSED("that the appeal is not opposed"),
    OPPOSED("whether the appeal is opposed, and the grounds"),
    CHILD_VIEWS("the child’s views, or why they were not obtained"),
    AMOUNT("the amount"),
    CONDITIONS("what the money is for and the conditions"),
    AGREEMENT("the agreement that is asked for"),
    ASK_REVIEW("the right to ask for a review"),
    RECONSIDER("the right to ask for a reconsideration"),
    REPAY_BY("the time to repay"),
    STOPS("from when payments stop"),
    SECURED("that the council makes the provision itself"),
    RIGHTS_PASSED("that the rights have passed"),
    CONSENT_ASKED("the question about direct payments"),
    STEPS("the steps that will be taken"),
    NOT_FOLLOWED("what is not followed, and why"),
    REPLY_SENT("which reply is enclosed"),
    MANAGER("who the case manager is"),
    DELAY("what is late"),
    DELAY_REASON("why it is late"),
    COMPLAIN("how to complain"),
    CLOSED("that the case is closed"),
    FEEDBACK("the feedback form");

    /** About each of these the table must say for every letter whether it belongs there: nothing is left open by mistake. */
    static final Set<Block> OF_THE_LAW = EnumSet.range(RA, SCHOOLS);

    private final String words;

    Block(String words) {
        this.words = words;
    }

    /** What it is, in the middle of a sentence. */
    String words() {
        return words;
    }
}

package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.List;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens with a piece of advice between the request and the report, and after it: reminders, chasing, escalation, papers
 * passed on. Every method is one transaction; bad input is a {@link Refusal}, and then nothing has changed.
 */
@Service
@Transactional
public class AdviceSteps {

    private final Cases cases;
    private final AdviceRepository advice;
    private final AdviceStepRepository steps;
    private final DocumentRepository documents;

    AdviceSteps(Cases cases, AdviceRepository advice, AdviceStepRepository steps, DocumentRepository documents) {
        this.cases = cases;
        this.advice = advice;
        this.steps = steps;
        this.documents = documents;
    }

    /**
     * Records that somebody was reminded of advice that has not come.
     *
     * @param who the person the reminder was written to; null when there was nobody to write to
     */
    public void reminded(long adviceId, String who) {
        process(adviceId, AdviceStep.What.REMINDED, who, null, "Advice: reminder");
    }

    /**
     * Records that advice is late and who was told.
     *
     * @param who who answers for the adviser; null when nobody is known who could be written to
     */
    public void escalated(long adviceId, String who, String how) {
        process(adviceId, AdviceStep.What.ESCALATED, who, how, "Advice late");
    }

    /**
     * Records that late advice was chased.
     *
     * @param spokenWith who was spoken or written to
     * @param said what they said
     */
    public void chased(long adviceId, String spokenWith, String said, String by) {
        Advice late = hold(adviceId);
        keep(
                late,
                AdviceStep.What.CHASED,
                cases.today(),
                Entry.line(spokenWith, "who was spoken or written to", 200),
                Entry.text(said, "what they said"),
                null,
                by);
        cases.tell(late.caseId(), by(by), "Advice chased", titleOf(late));
    }

    /** Records what follows from advice that came after the case had gone on. */
    public void lookedAt(long adviceId, String whatFollows, String by) {
        Advice late = hold(adviceId);
        keep(
                late,
                AdviceStep.What.LOOKED_AT,
                cases.today(),
                null,
                Entry.text(whatFollows, "what follows from it"),
                null,
                by);
        cases.tell(late.caseId(), by(by), "Late advice looked at", titleOf(late));
    }

    /** Records why an adviser was added after the first requests had gone. */
    public void addedLater(long adviceId, String why, String by) {
        Advice added = hold(adviceId);
        keep(
                added,
                AdviceStep.What.ADDED_LATER,
                cases.today(),
                null,
                Entry.reasons(why, "why this adviser is asked too"),
                null,
                by);
        cases.tell(added.caseId(), by(by), "Adviser added", titleOf(added));
    }

    /** Records that a paper of the family was passed on to an adviser who had been asked before it came (regulation 6(3)). */
    public void passedOn(long adviceId, long documentId, String by) {
        Advice asked = hold(adviceId);
        Document paper = documents
                .findById(documentId)
                .filter(document -> document.caseId().equals(asked.caseId()))
                .orElseThrow(() -> new Refusal("Choose a paper of this case."));
        keep(asked, AdviceStep.What.PASSED_ON, cases.today(), asked.adviserName(), null, documentId, by);
        cases.tell(asked.caseId(), by(by), "Paper passed on to an adviser", paper.title() + ": " + titleOf(asked));
    }

    /** Everything that happened with the advice of a case, in its order. */
    @Transactional(readOnly = true)
    public List<AdviceStep> of(String reference) {
        return steps.findByCase(cases.get(reference).id());
    }

    AdviceStep keep(
            Advice about, AdviceStep.What what, LocalDate on, String who, String how, Long documentId, String by) {
        return steps.save(
                new AdviceStep(null, about.id(), what, on, who, how, documentId, null, null, by(by), cases.now()));
    }

    /** Keeps what a replacement took out of the register. */
    void keepReplaced(Advice before, LocalDate on, String reason, String by) {
        steps.save(new AdviceStep(
                null,
                before.id(),
                AdviceStep.What.REPLACED,
                on,
                null,
                reason,
                before.documentId(),
                before.words(),
                before.receivedOn(),
                by(by),
                cases.now()));
    }

    private void process(long adviceId, AdviceStep.What what, String who, String how, String told) {
        Advice asked = hold(adviceId);
        keep(asked, what, cases.today(), who, how, null, Cases.THE_PROCESS);
        cases.tell(
                asked.caseId(),
                Cases.THE_PROCESS,
                told,
                how != null ? how : titleOf(asked) + (who == null ? "" : ": written to " + who));
    }

    private Advice hold(long adviceId) {
        Advice found = advice.findById(adviceId).orElseThrow(AdviceRegister::unknown);
        cases.hold(found.caseId().longValue());
        return advice.findById(adviceId).orElseThrow(AdviceRegister::unknown);
    }

    private static String by(String by) {
        return Entry.line(by, "who records it", 255);
    }

    static String titleOf(Advice advice) {
        return advice.kind().title() + ", " + advice.adviserName();
    }
}

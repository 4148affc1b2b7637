package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ehcpathway.casefile.Conversation.Answer;
import org.ehcpathway.casefile.Conversation.Way;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens in a case after the family was told that the council will not assess, or will not issue a plan: the conversation
 * it is offered (S-15), and the council's own second look. Mediation and appeal stand beside it, and their time runs on.
 *
 * <p>Every method is one transaction; whoever calls must have the right to do so. Bad input is a {@link Refusal}, and then nothing
 * has changed.
 */
@Service
@Transactional
public class AfterARefusal {

    private final Cases cases;
    private final CaseReader reader;
    private final CaseFiles files;
    private final Deadlines deadlines;
    private final ConversationRepository conversations;
    private final ConsultationRepository consultations;

    AfterARefusal(
            Cases cases,
            CaseReader reader,
            CaseFiles files,
            Deadlines deadlines,
            ConversationRepository conversations,
            ConsultationRepository consultations) {
        this.cases = cases;
        this.reader = reader;
        this.files = files;
        this.deadlines = deadlines;
        this.conversations = conversations;
        this.consultations = consultations;
    }

    /** The refusal that counts in a case: the last decision not to assess or not to issue a plan, if the case ended with it. */
    @Transactional(readOnly = true)
    public Decision refusal(String reference) {
        EhcCase ehcCase = cases.get(reference);
        DecisionKind kind =
                switch (ehcCase.stage()) {
                    case NOT_ASSESSED -> DecisionKind.NOT_ASSESS;
                    case NO_PLAN -> DecisionKind.NO_PLAN;
                    default -> throw new Refusal("Case " + reference + " did not end with a refusal.");
                };
        return reader.read(ehcCase)
                .latest(kind)
                .orElseThrow(() -> new Refusal("Case " + reference + " did not end with a refusal."));
    }

    /**
     * Whether the refusal that counts was made at the first look (section 36(5)) or for an earlier assessment (section 36(6)(b)),
     * so that nobody has been told yet that an assessment is considered.
     */
    @Transactional(readOnly = true)
    public boolean wasBeforeViewsWereInvited(String reference) {
        return refusal(reference).kind() == DecisionKind.NOT_ASSESS
                && consultations.findByCaseIdOrderById(cases.get(reference).id()).stream()
                        .noneMatch(asked -> asked.about() == Consultation.On.ASSESSMENT);
    }

    /**
     * Keeps what came of the offer.
     *
     * @param on the day it was held, or the family declined, or was tried last; not before the decision and not in the future
     * @param newEvidence whether there is evidence that the council had not seen; what it is must be said then
     */
    public Conversation conversation(
            String reference,
            Answer answer,
            Way way,
            LocalDate on,
            String tookPart,
            String missed,
            boolean newEvidence,
            String by) {
        EhcCase held = cases.hold(reference);
        Decision decision = refusal(reference);
        boolean spoken = Entry.chosen(answer, "what came of the offer") == Answer.HELD;
        if (Entry.pastDate(on, "the day of the conversation", cases.today()).isBefore(decision.decidedOn())) {
            throw new Refusal("Check the day of the conversation; it is before the decision.");
        }
        String words = Entry.optionalText(missed, "what was missed");
        if (newEvidence && words == null) {
            throw new Refusal("Say what the new evidence is, so that a manager can look at it.");
        }
        Conversation kept = conversations.save(new Conversation(
                null,
                decision.id(),
                answer,
                spoken ? Entry.chosen(way, "whether it was a call or a meeting") : null,
                on,
                spoken ? Entry.line(tookPart, "who took part", 1000) : null,
                words,
                newEvidence,
                Entry.line(by, "who records it", 255),
                cases.now()));
        cases.tell(
                held.id(),
                by,
                "Conversation offered: " + answer.title(),
                "On " + Entry.inWords(on) + (spoken ? ", with " + kept.tookPart() : "")
                        + (words == null ? "." : ". What was missed: " + words));
        return kept;
    }

    /** The conversations of a case, in order. */
    @Transactional(readOnly = true)
    public List<Conversation> of(String reference) {
        return conversations.findByCase(cases.get(reference).id());
    }

    /**
     * Keeps that the refusal stands after a second look.
     *
     * @param toldHow how the family was told so, such as "by telephone, to the mother"
     */
    public void stands(String reference, String reasons, String toldHow, String by) {
        EhcCase held = cases.hold(reference);
        refusal(reference);
        cases.tell(
                held.id(),
                Entry.line(by, "who looked again", 255),
                "Looked at again: the decision stands",
                Entry.reasons(reasons, "the reasons why the decision stands") + "\nThe family was told "
                        + Entry.line(toldHow, "how the family was told that the decision stands", 500) + ".");
    }

    /**
     * Changes a refusal that was made before anybody was told that an assessment is considered: the case is open again, and a plan
     * may be necessary. Whether to assess is decided after the family has been invited to give views and evidence (section 36(7)).
     * The law gives no new clock.
     *
     * @throws Refusal when views were invited before, so that there is nothing left but to decide
     */
    public void considerAfterAll(String reference, String reasons, String evidence, String by) {
        EhcCase held = cases.hold(reference);
        if (!wasBeforeViewsWereInvited(reference)) {
            throw new Refusal("The family was invited to give views and evidence before; decide whether to assess.");
        }
        String why = Entry.reasons(reasons, "the reasons");
        String shown = Entry.optionalText(evidence, "the evidence relied on");
        cases.save(held.reopened(Stage.REQUEST));
        cases.tell(
                held.id(),
                Entry.line(by, "who decides", 255),
                "Case open again",
                "The council has looked again at its refusal at the first look: a plan may be necessary, so it considers an"
                        + " assessment.");
        cases.tell(
                held.id(),
                by,
                "First look changed: a plan may be necessary",
                why + (shown == null ? "" : "\n" + shown));
        deadlines.start(reference, "PLAN-01", held.receivedOn());
        deadlines.start(reference, "PLAN-06", held.receivedOn());
    }

    /**
     * Changes a refusal: the case is open again, and the opposite is decided. The law gives no new clock: what is left to do is
     * due when it always was, counted from the day the council received the request.
     *
     * @return the new decision, to assess or to issue a plan
     */
    public Decision change(
            String reference, String reasons, String evidence, Map<DecisionRemark.Kind, String> said, String by) {
        EhcCase held = cases.hold(reference);
        boolean assess = refusal(reference).kind() == DecisionKind.NOT_ASSESS;
        cases.save(held.reopened(assess ? Stage.REQUEST : Stage.DECISION));
        cases.tell(
                held.id(),
                Entry.line(by, "who decides", 255),
                "Case open again",
                "The council has looked at its decision again and changed it.");
        Decision changed = files.decide(
                reference,
                assess ? DecisionKind.ASSESS : DecisionKind.ISSUE_PLAN,
                assess
                        ? "Children and Families Act 2014 s.36(8), on a second look: has or may have special educational needs,"
                                + " and a plan may be necessary"
                        : "Children and Families Act 2014 s.37(1), on a second look: provision in accordance with an EHC plan is necessary",
                reasons,
                evidence,
                said,
                by);
        if (assess) {
            deadlines.start(reference, "PLAN-01", held.receivedOn());
        }
        deadlines.start(reference, "PLAN-06", held.receivedOn());
        return changed;
    }
}

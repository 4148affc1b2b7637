package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ehcpathway.statute.ExceptionFinding;
import org.ehcpathway.statute.ExceptionGround;
import org.ehcpathway.statute.Exceptions;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.PersonConcerned;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.Timescales;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * EX-5: when the six weeks of a body of section 31 do not apply to its advice (regulation 8(2)). Claimed by one person, tested by the
 * law at once, relied on only when a second person approves. The day the advice was due is kept; the body still owes the advice.
 */
@Service
@Transactional
public class AdviceExceptions {

    private static final String RULE = "ADV-02";
    private static final Period SIX_WEEKS = Period.ofWeeks(6);
    private static final Set<ExceptionGround> GROUNDS = EnumSet.of(
            ExceptionGround.BODY_CIRCUMSTANCES, ExceptionGround.BODY_AWAY, ExceptionGround.APPOINTMENT_MISSED);
    private static final Set<AdviceStep.What> ANSWERS =
            EnumSet.of(AdviceStep.What.EXCEPTION_APPROVED, AdviceStep.What.EXCEPTION_REFUSED);

    private final Cases cases;
    private final AdviceRepository advice;
    private final AdviceStepRepository kept;
    private final AdviceSteps steps;
    private final PersonRepository persons;
    private final Exceptions law;

    AdviceExceptions(
            Cases cases,
            AdviceRepository advice,
            AdviceStepRepository kept,
            AdviceSteps steps,
            PersonRepository persons,
            Timescales timescales) {
        this.cases = cases;
        this.advice = advice;
        this.kept = kept;
        this.steps = steps;
        this.persons = persons;
        this.law = new Exceptions(timescales);
    }

    /**
     * Keeps a claim that the law allows, until a manager decides on it.
     *
     * @throws Refusal when the six weeks do not bind the adviser by law, a fact is missing, the law does not allow the exception on
     *     these facts, or one waits or is relied on already
     */
    public void claim(long adviceId, NewException claim, String by) {
        Advice asked = hold(adviceId);
        if (!asked.kind().mayBeOfABody()) {
            throw new Refusal(
                    "The six weeks of this adviser are guidance and not law (A-09), so there is nothing to except from.");
        }
        if (asked.dueOn() == null) {
            throw new Refusal("This advice has not been asked for yet, so it has no date.");
        }
        if (asked.receivedOn() != null && !asked.receivedOn().isAfter(asked.dueOn())) {
            throw new Refusal("The answer came in time and needs no exception.");
        }
        if (claim.ground() == null || !GROUNDS.contains(claim.ground())) {
            throw new Refusal("Choose one of the three exceptions of regulation 8(2).");
        }
        ExceptionFinding finding =
                law.decide(claim.claim(), RULE, asked.dueOn().minus(SIX_WEEKS), asked.dueOn(), concerned(asked, claim));
        if (!finding.mayBeReliedOn()) {
            throw new Refusal(finding.reason());
        }
        String evidence = Entry.line(claim.evidence(), "the evidence: what shows it, and where it is kept", 2000);
        String because = Entry.reasons(claim.because(), "why this made it impractical to act by the due date");
        latest(asked)
                .filter(step -> step.what() != AdviceStep.What.EXCEPTION_REFUSED)
                .ifPresent(step -> {
                    throw new Refusal(
                            step.what() == AdviceStep.What.EXCEPTION_CLAIMED
                                    ? "An exception for this advice is claimed already and waits for a manager."
                                    : "An exception for this advice is relied on already.");
                });
        steps.keep(
                asked,
                AdviceStep.What.EXCEPTION_CLAIMED,
                claim.firstDay(),
                claim.ground().exception() + ": " + claim.ground().title(),
                because + "\nEvidence: " + evidence + "\n" + finding.reason(),
                null,
                by);
        cases.tell(asked.caseId(), by, "Exception claimed", tellOf(asked, claim.ground()));
    }

    /**
     * Decides on the claim that waits.
     *
     * @throws NotAllowed when {@code by} claimed it
     */
    public void decide(long adviceId, boolean approved, String reasons, String by) {
        Advice asked = hold(adviceId);
        AdviceStep claim = latest(asked)
                .filter(step -> step.what() == AdviceStep.What.EXCEPTION_CLAIMED)
                .orElseThrow(() -> new Refusal("No exception for this advice waits for a decision."));
        if (claim.recordedBy().equals(by)) {
            throw new NotAllowed("Somebody other than the person who claimed the exception decides on it.");
        }
        steps.keep(
                asked,
                approved ? AdviceStep.What.EXCEPTION_APPROVED : AdviceStep.What.EXCEPTION_REFUSED,
                cases.today(),
                claim.who(),
                Entry.reasons(reasons, "the reasons for the decision"),
                null,
                by);
        cases.tell(
                asked.caseId(),
                by,
                approved ? "Exception approved" : "Exception refused",
                claim.who() + " for " + RULE + ", " + AdviceSteps.titleOf(asked) + "; the original date, "
                        + Entry.inWords(asked.dueOn()) + ", is kept.");
    }

    /** Whether the council relies on an exception for this advice. */
    @Transactional(readOnly = true)
    public boolean isExcused(long adviceId) {
        return advice.findById(adviceId)
                .flatMap(this::latest)
                .filter(step -> step.what() == AdviceStep.What.EXCEPTION_APPROVED)
                .isPresent();
    }

    private PersonConcerned concerned(Advice asked, NewException claim) {
        LocalDate from = asked.dueOn().minus(SIX_WEEKS);
        LocalDate first = Entry.date(claim.firstDay(), "the first day, or the day of the appointment");
        LocalDate birth = persons.findById(
                        cases.hold(asked.caseId().longValue()).personId())
                .orElseThrow()
                .birthDate();
        return PersonConcerned.on(first.isBefore(from) ? from : first, birth, claim.lacksCapacity());
    }

    private Optional<AdviceStep> latest(Advice asked) {
        List<AdviceStep> of = kept.findByCase(asked.caseId()).stream()
                .filter(step -> step.adviceId().equals(asked.id()))
                .filter(step -> step.what() == AdviceStep.What.EXCEPTION_CLAIMED || ANSWERS.contains(step.what()))
                .toList();
        return of.isEmpty() ? Optional.empty() : Optional.of(of.get(of.size() - 1));
    }

    private static String tellOf(Advice asked, ExceptionGround ground) {
        return ground.exception() + " for " + RULE + ", " + AdviceSteps.titleOf(asked) + ".";
    }

    private Advice hold(long adviceId) {
        Advice found = advice.findById(adviceId).orElseThrow(AdviceRegister::unknown);
        cases.hold(found.caseId().longValue());
        return advice.findById(adviceId).orElseThrow(AdviceRegister::unknown);
    }
}

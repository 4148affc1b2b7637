package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.ehcpathway.statute.ExceptionClaim;
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
 * Exceptions to the deadlines of cases: claimed by one person, tested by the law at once, relied on only when a second person
 * approves. Every method is one transaction; whoever calls must have the right to do so. Bad input is a {@link Refusal}, and
 * then nothing has changed. The due date of the deadline never does.
 */
@Service
@Transactional
public class DeadlineExceptions {

    private final Cases cases;
    private final DeadlineRepository deadlines;
    private final PersonRepository persons;
    private final DocumentRepository documents;
    private final ClaimedExceptionRepository claims;
    private final ExceptionDecisionRepository decisions;
    private final ClaimedExceptions claimed;
    private final Exceptions law;

    DeadlineExceptions(
            Cases cases,
            DeadlineRepository deadlines,
            PersonRepository persons,
            DocumentRepository documents,
            ClaimedExceptionRepository claims,
            ExceptionDecisionRepository decisions,
            ClaimedExceptions claimed,
            Timescales timescales) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.persons = persons;
        this.documents = documents;
        this.claims = claims;
        this.decisions = decisions;
        this.claimed = claimed;
        this.law = new Exceptions(timescales);
    }

    /**
     * What the law says to a claim; nothing is kept.
     *
     * @throws Refusal when a fact is missing, or the deadline needs no exception
     */
    @Transactional(readOnly = true)
    public ExceptionFinding test(String reference, long deadlineId, NewException claim) {
        EhcCase ehcCase = cases.get(reference);
        return find(ehcCase, excusable(ehcCase, deadlineId), claim);
    }

    /**
     * Keeps a claim that the law allows, until a manager decides on it.
     *
     * @param by who claims it; somebody else has to approve
     * @throws Refusal when a fact, the evidence or the reason is missing; when the law does not allow the exception on these
     *     facts, with the law's reason; or when the same exception waits or is relied on already
     */
    public ClaimedException claim(String reference, long deadlineId, NewException claim, String by) {
        EhcCase held = cases.hold(reference);
        Deadline deadline = excusable(held, deadlineId);
        ExceptionFinding finding = find(held, deadline, claim);
        if (!finding.mayBeReliedOn()) {
            throw new Refusal(finding.reason());
        }
        refuseTwice(held, deadline, claim.ground());
        boolean caused = claim.ground().asksWhyImpractical();
        ClaimedException kept = claims.save(new ClaimedException(
                null,
                deadline.id(),
                claim.ground(),
                claim.affected(),
                claim.lacksCapacity(),
                claim.firstDay(),
                claim.lastDay(),
                claim.reopensOn(),
                claim.askedOn(),
                finding.newDate(),
                finding.newDate() == null ? null : warnOn(deadline, finding.newDate()),
                Entry.optionalText(claim.what(), "what happened", 2000),
                caused ? Entry.reasons(claim.because(), "why this made it impractical to act by the due date") : null,
                Entry.text(claim.evidence(), "the evidence: what shows it, and where it is kept"),
                ofCase(held, claim.documentId()),
                finding.reason(),
                finding.humanCheck(),
                Entry.line(by, "who claims the exception", 255),
                cases.now()));
        cases.tell(held.id(), by, "Exception claimed", claim.ground().exception() + " for " + deadline.rule() + ".");
        return kept;
    }

    /**
     * Decides on a claim, once.
     *
     * @param approved whether the council relies on the exception
     * @param reasons at least 20 characters that say something
     * @param target the council's own date to work towards, not in the past; only with an approval under which the limit
     *     falls away, and may be null then
     * @param by who decides
     * @throws Refusal when it was decided before, or the deadline no longer counts
     * @throws NotAllowed when {@code by} claimed it
     */
    public ExceptionDecision decide(
            String reference, long claimId, boolean approved, String reasons, LocalDate target, String by) {
        EhcCase held = cases.hold(reference);
        ClaimedException claim = claims.findById(claimId).orElseThrow(DeadlineExceptions::unknownClaim);
        Deadline deadline = ofCase(held, claim.deadlineId(), unknownClaim());
        String decider = Entry.line(by, "who decides", 255);
        if (decider.equals(claim.claimedBy())) {
            throw new NotAllowed("Somebody other than the person who claimed the exception decides on it.");
        }
        claimed.ofCase(held.id()).stream()
                .filter(other -> other.claim().id().equals(claimId) && !other.isWaiting())
                .findFirst()
                .ifPresent(decided -> {
                    throw new Refusal(
                            decided.isApproved()
                                    ? "This exception has been approved already."
                                    : "This exception has been refused already.");
                });
        refuseSuperseded(deadline);
        ExceptionDecision decision = decisions.save(new ExceptionDecision(
                null,
                claimId,
                claim.claimedBy(),
                approved,
                Entry.reasons(reasons, "the reasons for the decision"),
                target(claim, approved, target),
                decider,
                cases.now()));
        cases.tell(
                held.id(),
                decider,
                approved ? "Exception approved" : "Exception refused",
                claim.ground().exception() + " for " + deadline.rule() + "; the original date, "
                        + Entry.inWords(deadline.due()) + ", is kept.");
        return decision;
    }

    /** Every exception claimed in a case, in the order they were claimed. */
    @Transactional(readOnly = true)
    public List<ExceptionOfDeadline> of(String reference) {
        return claimed.ofCase(cases.get(reference).id());
    }

    private ExceptionFinding find(EhcCase ehcCase, Deadline deadline, NewException claim) {
        ExceptionClaim facts = claim.claim();
        LocalDate today = cases.today();
        switch (claim.ground()) {
            case DIRECTED -> Entry.pastDate(claim.firstDay(), "the day of the tribunal's direction", today);
            case AGREED -> Entry.pastDate(claim.firstDay(), "the day the parties agreed", today);
            case APPOINTMENT_MISSED -> Entry.pastDate(claim.firstDay(), "the day of the missed appointment", today);
            case SCHOOL_CLOSED, PROVIDER_CLOSED, ORDER_SCHOOL_CLOSED, ORDER_PROVIDER_CLOSED ->
                Entry.pastDate(claim.askedOn(), "the day the advice was asked for", today);
            default -> {
                // An absence or an illness may be known before it is over.
            }
        }
        LocalDate birth = persons.findById(ehcCase.personId()).orElseThrow().birthDate();
        LocalDate day = claim.firstDay().isBefore(deadline.clockStart()) ? deadline.clockStart() : claim.firstDay();
        return law.decide(
                facts,
                deadline.rule(),
                deadline.clockStart(),
                deadline.due(),
                PersonConcerned.on(day, birth, claim.lacksCapacity()));
    }

    private Deadline excusable(EhcCase ehcCase, long deadlineId) {
        Deadline deadline = ofCase(ehcCase, deadlineId, new Refusal("There is no such deadline in this case."));
        refuseSuperseded(deadline);
        if (deadline.metOn() != null && !deadline.metOn().isAfter(deadline.due())) {
            throw new Refusal(deadline.rule() + " was met in time on " + Entry.inWords(deadline.metOn())
                    + " and needs no exception.");
        }
        return deadline;
    }

    private Deadline ofCase(EhcCase ehcCase, Long deadlineId, Refusal otherwise) {
        return deadlines.findByCaseIdOrderById(ehcCase.id()).stream()
                .filter(deadline -> deadline.id().equals(deadlineId))
                .findFirst()
                .orElseThrow(() -> otherwise);
    }

    private void refuseTwice(EhcCase held, Deadline deadline, ExceptionGround ground) {
        claimed.ofCase(held.id()).stream()
                .filter(other -> other.claim().deadlineId().equals(deadline.id()))
                .filter(other -> other.claim().ground() == ground)
                .filter(other -> other.isWaiting() || other.isApproved() && !ground.setsANewDate())
                .findFirst()
                .ifPresent(other -> {
                    throw new Refusal(ground.exception() + " for " + deadline.rule()
                            + (other.isWaiting()
                                    ? " is claimed already and waits for a manager."
                                    : " is relied on already."));
                });
    }

    private static void refuseSuperseded(Deadline deadline) {
        if (deadline.supersededAt() != null) {
            throw new Refusal("This deadline of " + deadline.rule() + ", due on " + Entry.inWords(deadline.due())
                    + ", no longer counts.");
        }
    }

    private Long ofCase(EhcCase held, Long documentId) {
        if (documentId == null) {
            return null;
        }
        return documents
                .findById(documentId)
                .filter(document -> document.caseId().equals(held.id()))
                .orElseThrow(() -> new Refusal("Choose a paper of this case."))
                .id();
    }

    private LocalDate target(ClaimedException claim, boolean approved, LocalDate target) {
        if (target == null) {
            return null;
        }
        if (!approved) {
            throw new Refusal("Leave the target date out when you refuse; the due date stands.");
        }
        if (claim.ground().setsANewDate()) {
            throw new Refusal("Leave the target date out; " + claim.ground().exception() + " sets the date itself.");
        }
        if (target.isBefore(cases.today())) {
            throw new Refusal("Check the target date; it is in the past.");
        }
        return target;
    }

    /** As many days ahead as for the original date. */
    private static LocalDate warnOn(Deadline deadline, LocalDate newDate) {
        return newDate.minusDays(ChronoUnit.DAYS.between(deadline.warnOn(), deadline.due()));
    }

    private static Refusal unknownClaim() {
        return new Refusal("There is no such exception in this case.");
    }
}

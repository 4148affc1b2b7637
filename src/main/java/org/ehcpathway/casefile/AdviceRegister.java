package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The advice of an assessment: whom to ask, asked, received late or in time, or why there is none (regulation 6). */
@Service
@Transactional
public class AdviceRegister {

    private final Cases cases;
    private final AdviceRepository advice;
    private final DocumentRepository documents;
    private final AdviceSteps steps;

    AdviceRegister(Cases cases, AdviceRepository advice, DocumentRepository documents, AdviceSteps steps) {
        this.cases = cases;
        this.advice = advice;
        this.documents = documents;
        this.steps = steps;
    }

    /**
     * Puts an adviser on the list of those to be asked. Title, address and e-mail address may be null.
     *
     * @param adviserGroup the group whose members may enter the advice
     */
    public Advice plan(
            String reference,
            AdviceKind kind,
            String adviserName,
            String adviserTitle,
            Address adviserAddress,
            String adviserEmail,
            String adviserGroup) {
        EhcCase held = cases.hold(reference);
        return advice.save(new Advice(
                null,
                held.id(),
                Entry.chosen(kind, "the kind of advice"),
                Entry.line(adviserName, "the name of the adviser", 200),
                Entry.optionalLine(adviserTitle, "the title of the adviser", 200),
                adviserAddress == null ? null : Entry.address(adviserAddress, "the adviser"),
                adviserEmail == null || adviserEmail.isBlank()
                        ? null
                        : Entry.email(adviserEmail, "the e-mail address of the adviser"),
                Entry.line(adviserGroup, "the group of the adviser", 64),
                null,
                null,
                AdviceState.TO_BE_ASKED,
                null,
                null,
                null,
                null));
    }

    /**
     * Records that the adviser was asked. The first request counts: asking again changes no date.
     *
     * @param due the day the advice must be here
     */
    public void requested(long id, LocalDate on, LocalDate due) {
        Advice asked = hold(id);
        if (asked.state() != AdviceState.TO_BE_ASKED) {
            return;
        }
        if (Entry.date(due, "the day the advice is due").isBefore(Entry.date(on, "the day of the request"))) {
            throw new Refusal("Check the day the advice is due; it is before the day of the request.");
        }
        advice.save(asked.requested(on, due));
    }

    /**
     * Takes in advice, in time or late, also after it was declined: as a document of the same case, in words, or both.
     *
     * @param documentId may be null when words are given
     * @param words may be null when a document is given
     */
    public void receive(long id, LocalDate on, Long documentId, String words, String by) {
        Advice awaited = holdAwaited(id);
        String inWords = Entry.optionalText(words, "the advice");
        if (documentId == null && inWords == null) {
            throw new Refusal("Attach the advice as a document or enter it in words.");
        }
        if (documentId != null && !isInCase(documentId, awaited.caseId())) {
            throw new Refusal("Choose a document of this case; the one given is not in its file.");
        }
        advice.save(awaited.received(answeredOn(awaited, on), documentId, inWords));
        cases.tell(awaited.caseId(), Entry.line(by, "who enters the advice", 255), "Advice received", titleOf(awaited));
    }

    /**
     * Puts another report in the place of one that was received, because it was the wrong file, could not be read or was corrected.
     * The earlier one stays in the file; a plan that was issued keeps what it was issued with.
     *
     * @param on the day on which the new one came
     * @param documentId may be null when words are given
     * @param words may be null when a document is given
     * @param reason why, at least 20 characters
     */
    public void replace(long id, LocalDate on, Long documentId, String words, String reason, String by) {
        Advice before = hold(id);
        if (before.state() != AdviceState.RECEIVED) {
            throw new Refusal("There is no report yet that could be replaced.");
        }
        String inWords = Entry.optionalText(words, "the advice");
        if (documentId == null && inWords == null) {
            throw new Refusal("Attach the advice as a document or enter it in words.");
        }
        if (documentId != null && !isInCase(documentId, before.caseId())) {
            throw new Refusal("Choose a document of this case; the one given is not in its file.");
        }
        if (Objects.equals(documentId, before.documentId()) && Objects.equals(inWords, before.words())) {
            throw new Refusal("That is the report that is there already; choose the one to take its place.");
        }
        String why = Entry.reasons(reason, "the reason for replacing the report");
        LocalDate day = answeredOn(before, on);
        steps.keepReplaced(before, day, why, by);
        advice.save(before.received(day, documentId, inWords));
        cases.tell(before.caseId(), Entry.line(by, "who replaces the report", 255), "Advice replaced", titleOf(before));
    }

    /**
     * Records that the council does not ask somebody whom the family wants asked, because the wish is not reasonable.
     *
     * @param wanted whom the family wants asked
     * @param reasons at least 20 characters; the family is told them
     * @param toldTo who of the family was told
     * @param toldOn the day, not in the future
     * @param toldHow how, such as by letter
     */
    public Advice refuseToAsk(
            String reference,
            String wanted,
            String reasons,
            String toldTo,
            LocalDate toldOn,
            String toldHow,
            String by) {
        EhcCase held = cases.hold(reference);
        LocalDate told = Entry.pastDate(toldOn, "the day on which the family was told", cases.today());
        Advice refused = advice.save(new Advice(
                null,
                held.id(),
                AdviceKind.REQUESTED_BY_FAMILY,
                Entry.line(wanted, "whom the family wants asked", 200),
                null,
                null,
                null,
                held.team(),
                null,
                null,
                AdviceState.NOT_ASKED,
                told,
                null,
                null,
                Entry.reasons(reasons, "the reasons for not asking")));
        steps.keep(
                refused,
                AdviceStep.What.NOT_REASONABLE,
                told,
                Entry.line(toldTo, "who of the family was told", 200),
                Entry.line(toldHow, "how the family was told", 500),
                null,
                by);
        cases.tell(held.id(), by, "Advice: " + AdviceState.NOT_ASKED.title(), titleOf(refused));
        return refused;
    }

    /**
     * What the regulation makes the council seek and has not come, advice by advice, in the order it was planned. That an adviser
     * declined, or that none could be had, does not bring the report: it is missing until somebody else gives advice of its kind.
     */
    @Transactional(readOnly = true)
    public List<Advice> missing(String reference) {
        List<Advice> all = of(reference);
        return all.stream()
                .filter(one -> one.kind().isCompulsory())
                .filter(one -> one.state().isAwaited() || one.kind().isNeverLeftOut() && !hasReport(all, one.kind()))
                .toList();
    }

    private static boolean hasReport(List<Advice> all, AdviceKind kind) {
        return all.stream().anyMatch(one -> one.kind() == kind && one.state() == AdviceState.RECEIVED);
    }

    /** Whether every adviser of the case has answered. */
    @Transactional(readOnly = true)
    public boolean isComplete(String reference) {
        return of(reference).stream().noneMatch(one -> one.state().isAwaited());
    }

    /** Records that the adviser will give no advice, with the reasons the adviser must give (s.31(3) for health and others). */
    public void decline(long id, LocalDate on, String reasons, String by) {
        withoutAdvice(id, AdviceState.DECLINED, on, reasons, by);
    }

    /** Records that there is nobody to give this advice, or nothing to give, with the reasons. */
    public void notAvailable(long id, LocalDate on, String reasons, String by) {
        withoutAdvice(id, AdviceState.NOT_AVAILABLE, on, reasons, by);
    }

    /** All advice of a case, in the order it was planned. */
    @Transactional(readOnly = true)
    public List<Advice> of(String reference) {
        return advice.findByCaseIdOrderById(cases.get(reference).id());
    }

    /** All advice of the case with this id, in the order it was planned. */
    @Transactional(readOnly = true)
    public List<Advice> ofCase(long caseId) {
        return advice.findByCaseIdOrderById(caseId);
    }

    @Transactional(readOnly = true)
    public Advice get(long id) {
        return advice.findById(id).orElseThrow(AdviceRegister::unknown);
    }

    static Refusal unknown() {
        return new Refusal("There is no such request for advice.");
    }

    private void withoutAdvice(long id, AdviceState why, LocalDate on, String reasons, String by) {
        Advice awaited = holdAwaited(id);
        String whyInWords = Entry.reasons(reasons, "the reasons why there is no advice");
        advice.save(awaited.without(why, answeredOn(awaited, on), whyInWords));
        cases.tell(
                awaited.caseId(),
                Entry.line(by, "who enters the answer", 255),
                "Advice: " + why.title(),
                titleOf(awaited));
    }

    private LocalDate answeredOn(Advice awaited, LocalDate on) {
        LocalDate day = Entry.pastDate(on, "the day the answer arrived", cases.today());
        if (awaited.requestedOn() != null && day.isBefore(awaited.requestedOn())) {
            throw new Refusal("Check the day the answer arrived; it is before the advice was asked for.");
        }
        return day;
    }

    private Advice holdAwaited(long id) {
        Advice awaited = hold(id);
        if (awaited.state() == AdviceState.RECEIVED) {
            throw new Refusal("This advice was already received on " + Entry.inWords(awaited.receivedOn()) + ".");
        }
        if (awaited.state() == AdviceState.NOT_ASKED) {
            throw new Refusal("Nobody was asked for this advice; add the adviser first.");
        }
        return awaited;
    }

    /** Read again once the case is held, because somebody else may have answered in between. */
    private Advice hold(long id) {
        cases.hold(get(id).caseId().longValue());
        return get(id);
    }

    private boolean isInCase(Long documentId, Long caseId) {
        return documents
                .findById(documentId)
                .filter(document -> document.caseId().equals(caseId))
                .isPresent();
    }

    private static String titleOf(Advice advice) {
        return AdviceSteps.titleOf(advice);
    }
}

package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ehcpathway.casefile.Consultation.On;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Until when a family is asked to answer before the council decides whether to assess it: the consultation on the request
 * (REQ-01) and the invitation of views and evidence (REQ-02). Every method is one transaction; whoever calls must have the
 * right to do so.
 */
@Service
@Transactional
public class Consultations {

    private final Cases cases;
    private final ConsultationRepository consultations;
    private final ConsultationSettings settings;
    private final WorkingDays workingDays;

    Consultations(
            Cases cases, ConsultationRepository consultations, ConsultationSettings settings, WorkingDays workingDays) {
        this.cases = cases;
        this.consultations = consultations;
        this.settings = settings;
        this.workingDays = workingDays;
    }

    /** The day by which a letter that becomes due today is to be sent. */
    public LocalDate letterDue() {
        return workingDays.plus(cases.today(), settings.letterWorkingDays());
    }

    /**
     * The last day for the family's answer to a letter sent on a day. It never lies past the six weeks; only when they end on
     * that day or are over has the family a few days all the same, because a consultation without time to answer is none.
     *
     * @param decideBy when the decision is due (REQ-04)
     */
    public LocalDate answerBy(On about, LocalDate sentOn, LocalDate decideBy) {
        LocalDate answerBy = sentOn.plusDays(about == On.REQUEST ? settings.answerDays() : settings.viewsDays());
        if (!sentOn.isBefore(decideBy)) {
            return sentOn.plusDays(settings.lateDays());
        }
        return answerBy.isAfter(decideBy) ? decideBy : answerBy;
    }

    /** Keeps that a letter asked the family; the same letter again changes nothing. */
    public Consultation asked(String reference, On about, LocalDate sentOn, LocalDate answerBy) {
        EhcCase held = cases.hold(reference);
        if (answerBy.isBefore(sentOn)) {
            throw new Refusal("Check the day for the family's answer; it is before the letter was sent.");
        }
        return consultations.findByCaseIdOrderById(held.id()).stream()
                .filter(known -> known.about() == about && known.sentOn().equals(sentOn))
                .findFirst()
                .orElseGet(() -> {
                    cases.tell(
                            held.id(),
                            Cases.THE_PROCESS,
                            "Family asked for " + about.title(),
                            "To be answered by " + Entry.inWords(answerBy));
                    return consultations.save(new Consultation(null, held.id(), about, sentOn, answerBy, cases.now()));
                });
    }

    /** Every time the family was asked, in order. */
    @Transactional(readOnly = true)
    public List<Consultation> of(String reference) {
        return consultations.findByCaseIdOrderById(cases.get(reference).id());
    }

    /** The last day that any letter gave the family; empty when it was given none. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> answerBy(String reference) {
        return of(reference).stream().map(Consultation::answerBy).max(Comparator.naturalOrder());
    }
}

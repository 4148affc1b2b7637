package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.List;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Meetings about a draft plan. The family may require one and the council must arrange it (regulation 13(1)(a)(ii); PLAN-05): it
 * is asked for, arranged as often as the day has to change, and held, or the family gives it up. There is no refusal.
 */
@Service
@Transactional
public class Meetings {

    private final Cases cases;
    private final MeetingStepRepository steps;

    Meetings(Cases cases, MeetingStepRepository steps) {
        this.cases = cases;
        this.steps = steps;
    }

    public void asked(String reference, String who, LocalDate on, String by) {
        keep(
                reference,
                MeetingMove.ASKED,
                Entry.pastDate(on, "the day the meeting was asked for", cases.today()),
                null,
                Entry.line(who, "who asks for the meeting", 500),
                null,
                by);
    }

    /** @param on the day it is to be held, not in the past */
    public void arranged(String reference, LocalDate on, String place, String by) {
        if (Entry.date(on, "the day of the meeting").isBefore(cases.today())) {
            throw new Refusal("The meeting cannot be arranged for a day that is over. If it was held, record that.");
        }
        keep(reference, MeetingMove.ARRANGED, on, Entry.line(place, "where the meeting is", 200), null, null, by);
    }

    public void held(String reference, LocalDate on, String who, String outcome, String by) {
        keep(
                reference,
                MeetingMove.HELD,
                Entry.pastDate(on, "the day the meeting was held", cases.today()),
                null,
                Entry.line(who, "who took part", 500),
                Entry.text(outcome, "what came of the meeting"),
                by);
    }

    /** The family gives the meeting up; the council cannot. */
    public void withdrawn(String reference, LocalDate on, String who, String by) {
        keep(
                reference,
                MeetingMove.WITHDRAWN,
                Entry.pastDate(on, "the day the family said so", cases.today()),
                null,
                Entry.line(who, "who of the family said that no meeting is wanted", 500),
                null,
                by);
    }

    /** Every step of a case in the order it was recorded. */
    @Transactional(readOnly = true)
    public List<MeetingStep> of(String reference) {
        return steps.findByCaseIdOrderById(cases.get(reference).id());
    }

    private void keep(
            String reference, MeetingMove move, LocalDate on, String place, String who, String words, String by) {
        EhcCase held = cases.hold(reference);
        steps.save(new MeetingStep(
                null,
                held.id(),
                move,
                on,
                place,
                who,
                words,
                Entry.line(by, "who records the meeting", 255),
                cases.now()));
        cases.tell(
                held.id(),
                by,
                move == MeetingMove.HELD ? "Meeting with the family held" : "Meeting: " + move.title(),
                (move == MeetingMove.ARRANGED ? "For " : "On ") + Entry.inWords(on)
                        + (place == null ? "" : ", " + place) + " (PLAN-05).");
    }
}

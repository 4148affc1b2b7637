package org.ehcpathway.plan.tribunal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ehcpathway.plan.ItemField;
import org.ehcpathway.plan.PlanPart;

/** Working documents for tests, made without a database. */
final class SampleRound {

    static final Place NEED = Place.item(PlanPart.B, 11, ItemField.WORDS);
    static final Place TEACHING = Place.item(PlanPart.F, 21, ItemField.WORDS);
    static final Place AMOUNT = Place.item(PlanPart.F, 21, ItemField.AMOUNT);
    static final Place DURATION = Place.item(PlanPart.F, 21, ItemField.DURATION);
    static final Place NEW_PROVISION = Place.newItems(PlanPart.F);
    static final String REFERENCE = "EHC-2026-00042";

    private SampleRound() {}

    static WorkingText text(
            List<Marked> need, List<Marked> teaching, List<Marked> amount, List<Marked> duration, List<Marked> fresh) {
        List<Position> positions = new ArrayList<>();
        positions.add(new Position(NEED, "B1", null, Marked.joined(need)));
        positions.add(new Position(Place.newItems(PlanPart.B), null, "New in section B", List.of()));
        positions.add(new Position(TEACHING, "F1", null, Marked.joined(teaching)));
        positions.add(new Position(AMOUNT, "F1", "How much and how often", Marked.joined(amount)));
        positions.add(new Position(DURATION, "F1", "For how long", Marked.joined(duration)));
        positions.add(new Position(NEW_PROVISION, null, "New in section F", Marked.joined(fresh)));
        return new WorkingText(positions, List.of());
    }

    static WorkingText original() {
        return text(
                plan("She reads two years\nbelow her age."),
                plan("A specialist teacher teaches her to read, one to one."),
                plan("45 minutes, four times a week"),
                plan("39 weeks"),
                List.of());
    }

    static List<Marked> plan(String words) {
        return List.of(new Marked(Mark.ORIGINAL, words));
    }

    static byte[] word(WorkingText text) {
        return WorkingDocumentWriter.of(
                new WorkingDocumentWriter.Head(
                        "Rowan Ashdown", REFERENCE, "EHC plan, version 2", 1, LocalDate.of(2026, 11, 30), Side.COUNCIL),
                text);
    }

    static WorkingDocument round(WorkingText text) {
        return new WorkingDocument(1L, 1L, 1L, 1, Side.COUNCIL, 1L, null, text, "tina", java.time.Instant.EPOCH);
    }

    static Received received(byte[] word, WorkingText before, Side sender, boolean both) {
        return Receiving.of(word, round(before), sender, both);
    }

    static Received.Answer at(Received received, Place place) {
        return received.answers().stream()
                .filter(answer -> answer.before().place().equals(place))
                .findFirst()
                .orElseThrow();
    }
}

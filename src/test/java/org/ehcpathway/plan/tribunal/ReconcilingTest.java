package org.ehcpathway.plan.tribunal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ehcpathway.plan.tribunal.Note.Kind;
import org.junit.jupiter.api.Test;

/** What people do to a working document, by the key and against it. */
class ReconcilingTest {

    private static final List<Marked> PLAN = List.of(original("45 minutes, four times a week"));

    @Test
    void wordsChangedWithoutAMarkAreTheSendersProposal() {
        Reconciled changed = family(PLAN, Reading.plain("60 minutes, four times a week"));

        assertThat(changed.pieces())
                .containsExactly(
                        new Marked(Mark.FAMILY_DELETION, "45"),
                        new Marked(Mark.FAMILY_ADDITION, "60"),
                        original(" minutes, four times a week"));
        assertThat(changed.notes())
                .containsExactly(new Note(Kind.UNMARKED_DELETION, "45"), new Note(Kind.UNMARKED_ADDITION, "60"));
    }

    @Test
    void trackedChangesAreTheSendersProposal() {
        Reconciled changed = family(
                PLAN,
                new Reading("45", false, false, false, false, false, true, "Maya"),
                new Reading("60", false, false, false, false, true, false, "Maya"),
                Reading.plain(" minutes, four times a week"));

        assertThat(changed.pieces())
                .extracting(Marked::mark)
                .containsExactly(Mark.FAMILY_DELETION, Mark.FAMILY_ADDITION, Mark.ORIGINAL);
        assertThat(changed.notes()).isEmpty();
    }

    @Test
    void theOtherSidesProposalBecomesAgreedWhenItIsUnderlined() {
        List<Marked> proposed = List.of(
                new Marked(Mark.FAMILY_DELETION, "45"), new Marked(Mark.FAMILY_ADDITION, "60"), original(" minutes"));

        Reconciled answered = council(
                proposed,
                new Reading("45", true, false, true, true, false, false, null),
                new Reading("60", true, false, true, false, false, false, null),
                Reading.plain(" minutes"));

        assertThat(answered.pieces())
                .containsExactly(
                        new Marked(Mark.AGREED_DELETION, "45"),
                        new Marked(Mark.AGREED_ADDITION, "60"),
                        original(" minutes"));
        assertThat(answered.notes()).isEmpty();
    }

    @Test
    void nobodyAgreesWithThemselves() {
        List<Marked> proposed = List.of(new Marked(Mark.FAMILY_ADDITION, "60"), original(" minutes"));

        Reconciled claimed = family(
                proposed, new Reading("60", false, false, true, false, false, false, null), Reading.plain(" minutes"));
        Reconciled fresh = family(
                PLAN,
                Reading.plain("45 minutes, four times a week"),
                new Reading(" for ever", false, false, true, false, false, false, null));

        assertThat(claimed.pieces()).isEqualTo(proposed);
        assertThat(claimed.notes()).containsExactly(new Note(Kind.CLAIMED, "60"));
        assertThat(fresh.pieces()).last().isEqualTo(new Marked(Mark.FAMILY_ADDITION, " for ever"));
        assertThat(fresh.notes()).containsExactly(new Note(Kind.CLAIMED, "for ever"));
    }

    @Test
    void whatTheOtherSideProposesStays_whetherItIsStruckOutOrTakenOut() {
        List<Marked> proposed = List.of(original("Daily"), new Marked(Mark.FAMILY_ADDITION, " for an hour"));

        Reconciled struck = council(
                proposed,
                Reading.plain("Daily"),
                new Reading(" for an hour", true, true, false, true, false, false, null));
        Reconciled gone = council(proposed, Reading.plain("Daily"));

        assertThat(struck.pieces()).isEqualTo(proposed);
        assertThat(struck.notes()).containsExactly(new Note(Kind.OBJECTED, "for an hour"));
        assertThat(gone).isEqualTo(struck);
    }

    @Test
    void whoProposedItMayTakeItBack() {
        List<Marked> proposed = List.of(
                new Marked(Mark.FAMILY_DELETION, "Daily"), new Marked(Mark.FAMILY_ADDITION, "Weekly"), original("."));

        Reconciled withdrawn = family(proposed, Reading.plain("Daily."));

        assertThat(withdrawn.pieces()).containsExactly(original("Daily."));
        assertThat(withdrawn.notes())
                .containsExactly(new Note(Kind.RESTORED, "Daily"), new Note(Kind.WITHDRAWN, "Weekly"));
    }

    @Test
    void whatWasAgreedStaysAgreedUntilBothSayOtherwise() {
        List<Marked> agreed = List.of(original("Daily"), new Marked(Mark.AGREED_ADDITION, " for an hour"));

        Reconciled undone = council(agreed, Reading.plain("Daily"));

        assertThat(undone.pieces()).isEqualTo(agreed);
        assertThat(undone.notes()).containsExactly(new Note(Kind.UNDONE, "for an hour"));
    }

    @Test
    void theSameWordAddedTwiceIsAddedTwice() {
        Reconciled doubled = family(
                List.of(original("the teacher")),
                new Reading("the ", true, false, false, false, false, false, null),
                Reading.plain("the teacher"));

        assertThat(doubled.pieces()).containsExactly(new Marked(Mark.FAMILY_ADDITION, "the "), original("the teacher"));
    }

    @Test
    void onePositionIsReadAsEachSideWantsIt() {
        Position amount = new Position(
                SampleRound.AMOUNT,
                "F1",
                "How much and how often",
                List.of(
                        new Marked(Mark.FAMILY_DELETION, "45"),
                        new Marked(Mark.FAMILY_ADDITION, "60"),
                        original(" minutes, "),
                        new Marked(Mark.AGREED_DELETION, "up to "),
                        original("four times"),
                        new Marked(Mark.COUNCIL_DELETION, " a week"),
                        new Marked(Mark.COUNCIL_ADDITION, " a month")));

        assertThat(amount.original()).isEqualTo("45 minutes, up to four times a week");
        assertThat(amount.wantedBy(Side.FAMILY)).isEqualTo("60 minutes, four times a week");
        assertThat(amount.wantedBy(Side.COUNCIL)).isEqualTo("45 minutes, four times a month");
        assertThat(amount.agreed()).isEqualTo("45 minutes, four times a week");
    }

    @Test
    void aWordLeftOutLeavesNoSpaceBehind() {
        Position need = new Position(
                SampleRound.NEED,
                "B1",
                null,
                List.of(
                        original("She "),
                        new Marked(Mark.AGREED_DELETION, "often"),
                        original(" reads "),
                        new Marked(Mark.AGREED_DELETION, "late"),
                        original(".")));

        assertThat(need.agreed()).isEqualTo("She reads.");
    }

    private static Marked original(String words) {
        return new Marked(Mark.ORIGINAL, words);
    }

    private static Reconciled family(List<Marked> before, Reading... now) {
        return Reconciling.of(before, List.of(now), Side.FAMILY, false);
    }

    private static Reconciled council(List<Marked> before, Reading... now) {
        return Reconciling.of(before, List.of(now), Side.COUNCIL, false);
    }
}

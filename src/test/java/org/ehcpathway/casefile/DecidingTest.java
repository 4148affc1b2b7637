package org.ehcpathway.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.ehcpathway.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class DecidingTest {

    @Nested
    @OnH2
    class InH2 extends Story {}

    @Nested
    @OnPostgres
    class InPostgres extends Story {}

    @CasefileRoom.Test
    abstract static class Story {

        private static final String GROUND = "Children and Families Act 2014 s.36(8)";
        private static final String REASONS = "School support meets the needs that the reports describe.";

        @Autowired
        CaseFiles files;

        @Autowired
        TestClock clock;

        private String reference;

        @BeforeEach
        void aCase() {
            clock.setTo(Requests.MONDAY_14_SEPTEMBER);
            reference = files.open(Requests.rowans(), "caseworker").reference();
        }

        @Test
        void aManagerDecides_groundReasonsEvidencePersonAndDayAreKept() {
            clock.setTo(LocalDate.of(2026, 10, 20));
            files.decide(
                    reference,
                    DecisionKind.NOT_ASSESS,
                    GROUND,
                    REASONS,
                    "Reports of the school, 2 June 2026",
                    "manager");

            CaseFile file = files.whole(reference);
            assertThat(file.latest(DecisionKind.NOT_ASSESS)).get().satisfies(decision -> {
                assertThat(decision.ground()).isEqualTo(GROUND);
                assertThat(decision.reasons()).isEqualTo(REASONS);
                assertThat(decision.evidence()).isEqualTo("Reports of the school, 2 June 2026");
                assertThat(decision.decidedBy()).isEqualTo("manager");
                assertThat(decision.decidedOn()).isEqualTo("2026-10-20");
            });
            assertThat(file.latest(DecisionKind.ASSESS)).isEmpty();
            assertThat(file.events())
                    .extracting(CaseEvent::what)
                    .containsExactly("Request recorded", "Decided: Not carry out an EHC needs assessment");
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", "   "})
        void aRefusalWithoutReasons_isRefused(String reasons) {
            assertThatThrownBy(() -> files.decide(reference, DecisionKind.NOT_ASSESS, GROUND, reasons, null, "manager"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Give the reasons for the decision.");
            assertThat(files.whole(reference).decisions()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Not needed.",
                    "aaaaaaaaaaaaaaaaaaaaaaaaa",
                    "...........................",
                    "no no no no no no no no no"
                })
        void reasonsThatSayNothing_areRefused(String reasons) {
            assertThatThrownBy(() -> files.decide(reference, DecisionKind.NO_PLAN, GROUND, reasons, null, "manager"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Give the reasons for the decision in at least 20 characters that say something.");
            assertThatThrownBy(() -> files.recommend(reference, false, reasons, null, "panel"))
                    .hasMessage(
                            "Give the reasons for the recommendation in at least 20 characters that say something.");
            assertThat(files.whole(reference).decisions()).isEmpty();
        }

        @Test
        void thePanelRecommends() {
            files.recommend(reference, true, REASONS, "Band 4", "panel");

            assertThat(files.whole(reference).recommendations()).singleElement().satisfies(recommendation -> {
                assertThat(recommendation.issuePlan()).isTrue();
                assertThat(recommendation.provision()).isEqualTo("Band 4");
                assertThat(recommendation.madeOn()).isEqualTo("2026-09-14");
            });
        }

        @Test
        void whatTheFamilySaid_isKeptWordForWord() {
            String words = "  He says:\n\t\"I don't want to go back.\"  😀 ";
            files.keepView(
                    reference, ViewTopic.REQUEST, "Maya Ashdown", LocalDate.of(2026, 9, 12), words, "caseworker");

            assertThat(files.whole(reference).views())
                    .extracting(FamilyView::words)
                    .containsExactly(words);
            assertThatThrownBy(() -> files.keepView(
                            reference,
                            ViewTopic.REQUEST,
                            "Maya Ashdown",
                            LocalDate.of(2026, 9, 15),
                            words,
                            "caseworker"))
                    .hasMessage("Check the day it was said; it is in the future.");
        }

        @Test
        void aCaseMovesAlongTheRoad_andIsClosedOnce() {
            files.nameCaseManager(reference, "caseworker", "manager");
            files.moveTo(reference, Stage.ADVICE);
            files.moveTo(reference, Stage.ADVICE);
            files.note(reference, "caseworker", "Mother called", "She will send the hearing test.");
            clock.setTo(LocalDate.of(2027, 2, 1));
            files.close(reference, Stage.PLAN_ENDED, LocalDate.of(2027, 2, 1));
            files.close(reference, Stage.PLAN_ENDED, LocalDate.of(2027, 2, 1));

            EhcCase closed = files.get(reference);
            assertThat(closed.stage()).isEqualTo(Stage.PLAN_ENDED);
            assertThat(closed.closedOn()).isEqualTo("2027-02-01");
            assertThat(closed.outcome()).isEqualTo("Plan ended");
            assertThat(closed.caseManager()).isEqualTo("caseworker");
            assertThat(files.whole(reference).events())
                    .extracting(CaseEvent::what)
                    .containsExactly(
                            "Request recorded",
                            "Case manager named",
                            "Stage: Advice",
                            "Mother called",
                            "Closed: Plan ended");
            assertThatThrownBy(() -> files.moveTo(reference, Stage.DRAFT))
                    .hasMessage("Case " + reference + " was closed on 1 February 2027.");
            assertThatThrownBy(() -> files.close(reference, Stage.NO_PLAN, LocalDate.of(2027, 2, 1)))
                    .hasMessage("Case " + reference + " was closed on 1 February 2027.");
        }

        @Test
        void anEndIsReachedOnlyByClosing_andOnlyAnEndCloses() {
            assertThatThrownBy(() -> files.moveTo(reference, Stage.NO_PLAN))
                    .hasMessage("A case reaches No plan only by being closed.");
            assertThatThrownBy(() -> files.close(reference, Stage.PANEL, Requests.MONDAY_14_SEPTEMBER))
                    .hasMessage("A case cannot be closed at the stage Panel.");
            assertThatThrownBy(() -> files.close(reference, Stage.NO_PLAN, LocalDate.of(2026, 9, 13)))
                    .hasMessage("Check the day the case ended; it is before the request was received.");
            assertThat(files.get(reference).stage()).isEqualTo(Stage.REQUEST);
        }
    }
}

package org.ehcpathway.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.ehcpathway.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Page;

class CaseListTest {

    @Nested
    @OnH2
    class InH2 extends Story {}

    @Nested
    @OnPostgres
    class InPostgres extends Story {}

    /** On 2 November 2026. One request of each kind: late, due soon, running, met, and closed. */
    @CasefileRoom.Test
    abstract static class Story {

        private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

        @Autowired
        CaseFiles files;

        @Autowired
        Deadlines deadlines;

        @Autowired
        TestClock clock;

        private static String late;
        private static String dueToday;
        private static String running;
        private static String met;
        private static String closed;

        @BeforeEach
        void fiveCases() {
            clock.setTo(TODAY);
            if (files.counts(null).open() > 0) {
                return;
            }
            late = opened("2026-09-14", "team-north", "Ash");
            dueToday = opened("2026-09-21", "team-north", "Birch");
            running = opened("2026-11-02", "team-south", "Cedar");
            met = opened("2026-09-07", "team-south", "Dogwood");
            deadlines.meet(met, "REQ-04", LocalDate.of(2026, 10, 19), "caseworker", "L-04 sent");
            files.moveTo(met, Stage.ADVICE);
            closed = opened("2026-08-03", "team-south", "Elm");
            files.close(closed, Stage.NOT_ASSESSED, TODAY);
        }

        private String opened(String receivedOn, String team, String lastName) {
            LocalDate received = LocalDate.parse(receivedOn);
            String reference = files.open(
                            Requests.rowans(r -> {
                                r.receivedOn = received;
                                r.team = team;
                                r.lastName = lastName;
                            }),
                            "caseworker")
                    .reference();
            deadlines.start(reference, "REQ-04", received);
            deadlines.start(reference, "PLAN-06", received);
            return reference;
        }

        @Test
        void theMostPressingComesFirst_closedCasesLast() {
            Page<CaseSummary> all = files.list(null, null, null, 0, 20);

            assertThat(all.getTotalElements()).isEqualTo(5);
            assertThat(references(all)).containsExactly(late, dueToday, running, met, closed);
            assertThat(all.getContent().get(0))
                    .isEqualTo(new CaseSummary(
                            late,
                            "Rowan Lee Ash",
                            "team-north",
                            Stage.REQUEST,
                            LocalDate.of(2026, 9, 14),
                            null,
                            "REQ-04",
                            LocalDate.of(2026, 10, 26),
                            1,
                            0));
            assertThat(all.getContent().get(3).nextRule()).isEqualTo("PLAN-06");
            assertThat(all.getContent().get(3).nextDue()).isEqualTo("2027-01-25");
            assertThat(all.getContent().get(4).nextRule()).isNull();
            assertThat(all.getContent().get(4).overdue()).isZero();
        }

        @Test
        void lateOnes_andThoseThatSoonWillBe() {
            assertThat(references(files.list(null, null, "overdue", 0, 20))).containsExactly(late);
            assertThat(references(files.list(null, null, "due-soon", 0, 20))).containsExactly(dueToday);
            assertThat(files.counts(null)).isEqualTo(new CaseCounts(4, 1, 1));
            assertThat(files.counts(Set.of("team-south"))).isEqualTo(new CaseCounts(2, 0, 0));

            clock.setTo(TODAY.plusDays(1));
            assertThat(references(files.list(null, null, "overdue", 0, 20))).containsExactly(late, dueToday);
        }

        @Test
        void byTeamAndStage() {
            assertThat(references(files.list(Set.of("team-north"), null, null, 0, 20)))
                    .containsExactly(late, dueToday);
            assertThat(references(files.list(Set.of("team-north", "team-south"), Stage.ADVICE, null, 0, 20)))
                    .containsExactly(met);
            assertThat(references(files.list(null, Stage.NOT_ASSESSED, null, 0, 20)))
                    .containsExactly(closed);
            assertThat(files.list(Set.of(), null, null, 0, 20)).isEmpty();
        }

        @Test
        void pageByPage_theTotalStays() {
            Page<CaseSummary> second = files.list(null, null, null, 1, 2);
            assertThat(references(second)).containsExactly(running, met);
            assertThat(second.getTotalElements()).isEqualTo(5);
            assertThat(second.getTotalPages()).isEqualTo(3);

            Page<CaseSummary> pastTheEnd = files.list(null, null, null, 9, 2);
            assertThat(pastTheEnd.getContent()).isEmpty();
            assertThat(pastTheEnd.getTotalElements()).isEqualTo(5);
        }

        @Test
        void whatCannotBeListed_isRefused() {
            assertThatThrownBy(() -> files.list(null, null, "tardy", 0, 20))
                    .hasMessage("Lateness is overdue or due-soon.");
            assertThatThrownBy(() -> files.list(null, null, null, -1, 20))
                    .hasMessage("Pages count from 0 and hold 1 to 200 cases.");
            assertThatThrownBy(() -> files.list(null, null, null, 0, 201))
                    .hasMessage("Pages count from 0 and hold 1 to 200 cases.");
        }

        private static List<String> references(Page<CaseSummary> page) {
            return page.getContent().stream().map(CaseSummary::reference).toList();
        }
    }
}

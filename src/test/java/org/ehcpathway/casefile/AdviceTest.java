package org.ehcpathway.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.ehcpathway.statute.AffectedPerson;
import org.ehcpathway.statute.ExceptionGround;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.ehcpathway.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

class AdviceTest {

    @Nested
    @OnH2
    class InH2 extends Story {}

    @Nested
    @OnPostgres
    class InPostgres extends Story {}

    @CasefileRoom.Test
    abstract static class Story {

        private static final LocalDate ASKED = LocalDate.of(2026, 10, 26);
        private static final LocalDate DUE = LocalDate.of(2026, 12, 7);
        private static final String APPROVED = "The tickets show the days; the clinic was closed to no one else.";
        private static final String WHY_NOT = "The clinic has not seen Rowan since 2021.";

        @Autowired
        CaseFiles files;

        @Autowired
        AdviceRegister register;

        @Autowired
        Documents documents;

        @Autowired
        AdviceSteps steps;

        @Autowired
        ExistingAdvice existing;

        @Autowired
        AdviceExceptions exceptions;

        @Autowired
        JdbcTemplate jdbc;

        @Autowired
        CouncilSettings council;

        @Autowired
        TestClock clock;

        private String reference;
        private Advice medical;

        @BeforeEach
        void healthAdviceIsPlannedAndAskedFor() {
            clock.setTo(ASKED);
            reference = files.open(Requests.rowans(), "caseworker").reference();
            CouncilSettings.Adviser health = council.responsibleCommissioningBody();
            medical = register.plan(
                    reference,
                    AdviceKind.MEDICAL,
                    health.officer(),
                    health.officerTitle(),
                    health.address(),
                    health.email(),
                    health.group());
        }

        @Test
        void askedOnce_theDatesOfTheFirstRequestStay() {
            assertThat(medical.state()).isEqualTo(AdviceState.TO_BE_ASKED);
            register.requested(medical.id(), ASKED, DUE);
            register.requested(medical.id(), ASKED.plusDays(7), DUE.plusDays(7));

            Advice asked = register.get(medical.id());
            assertThat(asked.state()).isEqualTo(AdviceState.REQUESTED);
            assertThat(asked.requestedOn()).isEqualTo("2026-10-26");
            assertThat(asked.dueOn()).isEqualTo("2026-12-07");
            assertThat(asked.adviserGroup()).isEqualTo("advisers-health");
            assertThat(asked.adviserAddress())
                    .isEqualTo(council.responsibleCommissioningBody().address());
            assertThat(asked.kind().letter()).isEqualTo("c");
        }

        @Test
        void declinedFirst_thenTheReportComesLate_bothAreKept() {
            register.requested(medical.id(), ASKED, DUE);
            clock.setTo(DUE);
            register.decline(medical.id(), DUE, WHY_NOT, "health");
            assertThat(register.get(medical.id()).state()).isEqualTo(AdviceState.DECLINED);

            clock.setTo(DUE.plusDays(10));
            Document report = documents.add(
                    reference,
                    DocumentKind.ADVICE,
                    "Medical advice",
                    "report.txt",
                    bytes("Hearing is fine."),
                    "health");
            register.receive(medical.id(), DUE.plusDays(10), report.id(), null, "health");

            Advice received = register.of(reference).get(0);
            assertThat(received.state()).isEqualTo(AdviceState.RECEIVED);
            assertThat(received.receivedOn()).isEqualTo("2026-12-17");
            assertThat(received.documentId()).isEqualTo(report.id());
            assertThat(received.reasons()).isEqualTo(WHY_NOT);
            assertThat(files.whole(reference).events())
                    .extracting(CaseEvent::what)
                    .contains("Advice: Declined", "Advice received");
        }

        @Test
        void nobodyCanGiveIt_theReasonsSayWhy() {
            register.notAvailable(medical.id(), ASKED, WHY_NOT, "caseworker");

            assertThat(register.get(medical.id()).state()).isEqualTo(AdviceState.NOT_AVAILABLE);
            assertThatThrownBy(() -> register.decline(medical.id(), ASKED, "No.", "health"))
                    .hasMessage(
                            "Give the reasons why there is no advice in at least 20 characters that say something.");
        }

        @Test
        void whatIsNoAdvice_isRefused() {
            register.requested(medical.id(), ASKED, DUE);
            String other = files.open(Requests.rowans(), "caseworker").reference();
            Document ofAnother = documents.add(
                    other, DocumentKind.ADVICE, "Medical advice", "report.txt", bytes("Somebody else."), "health");

            assertThatThrownBy(() -> register.receive(medical.id(), ASKED, null, " ", "health"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Attach the advice as a document or enter it in words.");
            assertThatThrownBy(() -> register.receive(medical.id(), ASKED, ofAnother.id(), null, "health"))
                    .hasMessage("Choose a document of this case; the one given is not in its file.");
            assertThatThrownBy(() -> register.receive(medical.id(), ASKED.minusDays(1), null, "Fine.", "health"))
                    .hasMessage("Check the day the answer arrived; it is before the advice was asked for.");
            assertThatThrownBy(() -> register.receive(medical.id(), ASKED.plusDays(1), null, "Fine.", "health"))
                    .hasMessage("Check the day the answer arrived; it is in the future.");
            register.receive(medical.id(), ASKED, null, "Fine.", "health");
            assertThatThrownBy(() -> register.receive(medical.id(), ASKED, null, "Fine again.", "health"))
                    .hasMessage("This advice was already received on 26 October 2026.");
            assertThatThrownBy(() -> register.get(-1)).hasMessage("There is no such request for advice.");
        }

        @Test
        void aWrongReportIsReplaced_theEarlierOneStaysWithTheReason() {
            register.requested(medical.id(), ASKED, DUE);
            clock.setTo(DUE);
            Document wrong = paper("Report of another clinic");
            register.receive(medical.id(), DUE, wrong.id(), null, "health");
            clock.setTo(DUE.plusDays(3));
            Document right = paper("Report of the right clinic");
            register.replace(
                    medical.id(),
                    DUE.plusDays(2),
                    right.id(),
                    null,
                    "The clinic had sent the wrong file.",
                    "caseworker");

            Advice now = register.get(medical.id());
            assertThat(now.documentId()).isEqualTo(right.id());
            assertThat(now.receivedOn()).isEqualTo("2026-12-09");
            AdviceStep kept = steps.of(reference).get(0);
            assertThat(kept.what()).isEqualTo(AdviceStep.What.REPLACED);
            assertThat(kept.documentId()).isEqualTo(wrong.id());
            assertThat(kept.earlierDay()).isEqualTo("2026-12-07");
            assertThat(kept.how()).isEqualTo("The clinic had sent the wrong file.");
            assertThat(kept.recordedBy()).isEqualTo("caseworker");
            assertThat(documents.of(reference)).extracting(Document::id).contains(wrong.id(), right.id());
            assertThatThrownBy(() -> jdbc.update("delete from advice_step")).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> register.replace(
                            medical.id(), DUE, right.id(), null, "The clinic had sent the wrong file.", "caseworker"))
                    .hasMessage("That is the report that is there already; choose the one to take its place.");
            assertThatThrownBy(() -> register.replace(medical.id(), DUE, wrong.id(), null, "No.", "caseworker"))
                    .hasMessage(
                            "Give the reason for replacing the report in at least 20 characters that say something.");
        }

        @Test
        void existingAdviceIsTakenOnlyWhenAllThreeAreSatisfied() {
            Document old = paper("Report of last spring");
            ExistingAdvice.Satisfied giver =
                    new ExistingAdvice.Satisfied("Dr Anand", LocalDate.of(2026, 10, 20), "By email");
            ExistingAdvice.Satisfied council =
                    new ExistingAdvice.Satisfied("Carla Bello", LocalDate.of(2026, 10, 26), "On reading it");
            ExistingAdvice.Satisfied nobody = new ExistingAdvice.Satisfied(" ", null, "");

            assertThatThrownBy(() -> existing.reuse(medical.id(), old.id(), giver, council, nobody, "caseworker"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("asked for anew (regulation 6(4))");
            assertThat(register.get(medical.id()).state()).isEqualTo(AdviceState.TO_BE_ASKED);
            assertThat(steps.of(reference)).isEmpty();

            ExistingAdvice.Satisfied family =
                    new ExistingAdvice.Satisfied("Maya Ashdown", LocalDate.of(2026, 10, 24), "By telephone");
            existing.reuse(medical.id(), old.id(), giver, council, family, "caseworker");

            Advice taken = register.get(medical.id());
            assertThat(taken.state()).isEqualTo(AdviceState.RECEIVED);
            assertThat(taken.requestedOn()).as("the council must not ask again").isNull();
            assertThat(taken.receivedOn()).isEqualTo("2026-10-26");
            assertThat(steps.of(reference))
                    .extracting(step -> step.what() + " " + step.who() + " " + step.onDay())
                    .containsExactly(
                            "GIVER_SATISFIED Dr Anand 2026-10-20",
                            "COUNCIL_SATISFIED Carla Bello 2026-10-26",
                            "FAMILY_SATISFIED Maya Ashdown 2026-10-24",
                            "REUSED null 2026-10-26");
        }

        @Test
        void aWishThatIsNotReasonableIsKeptWithItsReasonsAndHowTheFamilyWasTold() {
            Advice refused = register.refuseToAsk(
                    reference,
                    "A handwriting expert in Oslo",
                    "Handwriting is no part of what anybody says Rowan needs.",
                    "Maya Ashdown",
                    ASKED,
                    "By letter of the same day",
                    "caseworker");
            assertThat(refused.state()).isEqualTo(AdviceState.NOT_ASKED);
            assertThat(refused.kind().letter()).isEqualTo("h");
            assertThat(steps.of(reference))
                    .extracting(step -> step.what() + ": " + step.who() + ", " + step.how())
                    .containsExactly("NOT_REASONABLE: Maya Ashdown, By letter of the same day");
            assertThat(register.missing(reference)).extracting(Advice::kind).containsExactly(AdviceKind.MEDICAL);
            assertThatThrownBy(() -> register.receive(refused.id(), ASKED, null, "Here it is.", "caseworker"))
                    .hasMessage("Nobody was asked for this advice; add the adviser first.");
        }

        @Test
        void theSixWeeksOfABodyFallAway_onlyWhenTheLawAllowsItAndASecondPersonAgrees_andTheDateStays() {
            register.requested(medical.id(), ASKED, DUE);
            clock.setTo(DUE.plusDays(1));

            assertThatThrownBy(() -> exceptions.claim(
                            medical.id(), away(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 20)), "caseworker"))
                    .as("19 days are no four weeks")
                    .isInstanceOf(Refusal.class);
            exceptions.claim(medical.id(), away(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 12, 4)), "caseworker");
            assertThat(exceptions.isExcused(medical.id())).isFalse();
            assertThatThrownBy(() -> exceptions.decide(medical.id(), true, APPROVED, "caseworker"))
                    .isInstanceOf(NotAllowed.class);
            exceptions.decide(medical.id(), true, APPROVED, "manager");

            assertThat(exceptions.isExcused(medical.id())).isTrue();
            assertThat(register.get(medical.id()).dueOn()).isEqualTo("2026-12-07");
            assertThat(register.missing(reference))
                    .as("the advice is still owed")
                    .extracting(Advice::kind)
                    .containsExactly(AdviceKind.MEDICAL);
            assertThatThrownBy(() -> exceptions.decide(medical.id(), false, APPROVED, "manager"))
                    .hasMessage("No exception for this advice waits for a decision.");
        }

        @Test
        void theSixWeeksOfAPsychologistAreGuidance_soThereIsNothingToExceptFrom() {
            Advice psychology = register.plan(
                    reference, AdviceKind.PSYCHOLOGICAL, "Dr Vale", null, null, null, "advisers-psychology");
            register.requested(psychology.id(), ASKED, DUE);
            clock.setTo(DUE.plusDays(1));
            assertThatThrownBy(() -> exceptions.claim(
                            psychology.id(), away(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 12, 4)), "caseworker"))
                    .hasMessageContaining("guidance and not law (A-09)");
        }

        private static NewException away(LocalDate first, LocalDate last) {
            return new NewException(
                    ExceptionGround.BODY_AWAY,
                    AffectedPerson.CHILD,
                    false,
                    first,
                    last,
                    null,
                    null,
                    null,
                    false,
                    null,
                    "Nobody could examine Rowan while the family was abroad.",
                    "Flight tickets in the post of 2 November.",
                    null);
        }

        private Document paper(String says) {
            return documents.add(reference, DocumentKind.ADVICE, "Medical advice", "report.txt", bytes(says), "health");
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}

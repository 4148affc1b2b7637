package org.ehcpathway.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ehcpathway.statute.AffectedPerson;
import org.ehcpathway.statute.ExceptionFinding;
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

class DeadlineExceptionsTest {

    private static final String BECAUSE = "The family could not be seen, so the psychologist's report came too late.";
    private static final String EVIDENCE = "Flight tickets and the mother's e-mail of 18 September 2026.";
    private static final String REASONS = "The tickets show the whole journey, and no visit was possible before it.";

    @Nested
    @OnH2
    class InH2 extends Story {}

    @Nested
    @OnPostgres
    class InPostgres extends Story {}

    @CasefileRoom.Test
    abstract static class Story {

        private static final LocalDate RECEIVED = Requests.MONDAY_14_SEPTEMBER;
        private static final LocalDate SIX_WEEKS = LocalDate.of(2026, 10, 26);
        private static final LocalDate TWENTY_WEEKS = LocalDate.of(2027, 2, 1);
        private static final LocalDate ORDERED = LocalDate.of(2027, 1, 18);
        private static final LocalDate TODAY = LocalDate.of(2027, 1, 21);

        @Autowired
        CaseFiles files;

        @Autowired
        Deadlines deadlines;

        @Autowired
        DeadlineExceptions exceptions;

        @Autowired
        Documents documents;

        @Autowired
        TestClock clock;

        @Autowired
        JdbcTemplate jdbc;

        private String reference;
        private Deadline request;
        private Deadline plan;

        @BeforeEach
        void theFamilyWasAway_fromDecemberToJanuary() {
            clock.setTo(RECEIVED);
            reference = files.open(Requests.rowans(), "caseworker").reference();
            request = deadlines.start(reference, "REQ-04", RECEIVED);
            plan = deadlines.start(reference, "PLAN-06", RECEIVED);
            clock.setTo(TODAY);
        }

        @Test
        void x11_theExceptionIsClaimed_approved_andTheOriginalDateStays() {
            ClaimedException claim = claim(plan, away("2026-12-20", "2027-01-20"));

            assertThat(claim.reason())
                    .isEqualTo(
                            "Of the 32 days away from Sunday 20 December 2026 to Wednesday 20 January 2027, 32 lie inside"
                                    + " the period from Monday 14 September 2026 to Monday 1 February 2027, at least 28 as EX-4"
                                    + " needs, so it may be relied on.");
            assertThat(claim.humanCheck()).contains("A-38");
            assertThat(limit("PLAN-06").state(TWENTY_WEEKS.plusDays(1))).isEqualTo(DeadlineState.OVERDUE);

            clock.setTo(TODAY.plusDays(1));
            LocalDate target = LocalDate.of(2027, 3, 1);
            ExceptionDecision decision = exceptions.decide(reference, claim.id(), true, REASONS, target, "manager");

            assertThat(decision.decidedBy()).isEqualTo("manager");
            assertThat(decision.targetOn()).isEqualTo(target);
            Limit limit = limit("PLAN-06");
            assertThat(limit.deadline()).isEqualTo(plan);
            assertThat(limit.deadline().due()).isEqualTo(TWENTY_WEEKS);
            assertThat(limit.newDate()).isEmpty();
            assertThat(limit.reliedOnInWords()).isEqualTo("EX-4 is relied on.");
            assertThat(limit.lastDay()).isEqualTo(TWENTY_WEEKS);
            assertThat(limit.state(TWENTY_WEEKS)).isEqualTo(DeadlineState.DUE_SOON);
            assertThat(limit.state(TWENTY_WEEKS.plusDays(1))).isEqualTo(DeadlineState.LATE_EXCUSED);
            assertThat(exceptions.of(reference)).containsExactly(new ExceptionOfDeadline(claim, decision));
            assertThat(files.whole(reference).events())
                    .extracting(CaseEvent::by, CaseEvent::what, CaseEvent::detail)
                    .contains(
                            tuple("caseworker", "Exception claimed", "EX-4 for PLAN-06."),
                            tuple(
                                    "manager",
                                    "Exception approved",
                                    "EX-4 for PLAN-06; the original date, 1 February 2027, is kept."));
        }

        @Test
        void metAfterwards_itIsMetLateWithAnException_andWithoutOneMetLate() {
            ClaimedException claim = claim(plan, away("2026-12-20", "2027-01-20"));
            clock.setTo(TWENTY_WEEKS.plusDays(10));
            deadlines.meet(reference, "PLAN-06", TWENTY_WEEKS.plusDays(10), "caseworker", "Letter L-10 sent");
            assertThat(limit("PLAN-06").state(today())).isEqualTo(DeadlineState.MET_LATE);

            exceptions.decide(reference, claim.id(), true, REASONS, null, "manager");

            assertThat(limit("PLAN-06").state(today())).isEqualTo(DeadlineState.MET_LATE_EXCUSED);
            assertThat(limit("PLAN-06").deadline().metOn()).isEqualTo("2027-02-11");
        }

        @Test
        void whatAManagerRefuses_excusesNothing_andCanBeClaimedAnew() {
            ClaimedException claim = claim(plan, away("2026-12-20", "2027-01-20"));
            exceptions.decide(
                    reference, claim.id(), false, "No evidence shows when the family came back.", null, "manager");

            assertThat(limit("PLAN-06").state(TWENTY_WEEKS.plusDays(1))).isEqualTo(DeadlineState.OVERDUE);
            assertThat(claim(plan, away("2026-12-20", "2027-01-20")).id()).isNotEqualTo(claim.id());
            assertThat(exceptions.of(reference))
                    .extracting(ExceptionOfDeadline::isWaiting, ExceptionOfDeadline::isApproved)
                    .containsExactly(tuple(false, false), tuple(true, false));
        }

        @Test
        void whatTheLawDoesNotAllow_isNotKept_andTheReasonIsTold() {
            NewException sixteenDays = away("2026-10-11", "2026-11-30");

            ExceptionFinding finding = exceptions.test(reference, request.id(), sixteenDays);
            assertThat(finding.mayBeReliedOn()).isFalse();
            assertThatThrownBy(() -> claim(request, sixteenDays))
                    .isInstanceOf(Refusal.class)
                    .hasMessage(finding.reason())
                    .hasMessage(
                            "Of the 51 days away from Sunday 11 October 2026 to Monday 30 November 2026, 16 lie inside the"
                                    + " period from Monday 14 September 2026 to Monday 26 October 2026 and EX-4 needs at least 28 in"
                                    + " a row, so it may not be relied on.");
            assertThat(exceptions.of(reference)).isEmpty();
        }

        @Test
        void testingAClaim_keepsNothing() {
            assertThat(exceptions
                            .test(reference, plan.id(), away("2026-12-20", "2027-01-20"))
                            .mayBeReliedOn())
                    .isTrue();
            assertThat(exceptions.of(reference)).isEmpty();
        }

        @Test
        void aClaimWithoutGround_dates_reason_orEvidence_isRefused_andNothingIsKept() {
            assertThatThrownBy(() -> claim(plan, change(null, "2026-12-20", "2027-01-20", BECAUSE, EVIDENCE, null)))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Choose which exception it is.");
            assertThatThrownBy(() -> claim(plan, change(away(), "2026-12-20", null, BECAUSE, EVIDENCE, null)))
                    .hasMessage("Give the last day away from the council's area.");
            assertThatThrownBy(() -> claim(plan, change(away(), "2026-12-20", "2027-01-20", " ", EVIDENCE, null)))
                    .hasMessage("Say why this made it impractical to act by the due date.");
            assertThatThrownBy(
                            () -> claim(plan, change(away(), "2026-12-20", "2027-01-20", "Holidays", EVIDENCE, null)))
                    .hasMessageContaining("at least 20 characters");
            assertThatThrownBy(() -> claim(plan, change(away(), "2026-12-20", "2027-01-20", BECAUSE, null, null)))
                    .hasMessage("Enter the evidence: what shows it, and where it is kept.");
            assertThatThrownBy(() -> claim(plan, change(away(), "2026-12-20", "2027-01-20", BECAUSE, EVIDENCE, -1L)))
                    .hasMessage("Choose a paper of this case.");
            assertThatThrownBy(() -> exceptions.claim(reference, plan.id(), away("2026-12-20", "2027-01-20"), " "))
                    .hasMessage("Enter who claims the exception.");
            assertThat(exceptions.of(reference)).isEmpty();
        }

        @Test
        void aPaperOfTheCaseCanShowIt() {
            Document tickets = documents.add(
                    reference,
                    DocumentKind.OTHER,
                    "Tickets",
                    "tickets.txt",
                    "London to Lagos and back".getBytes(StandardCharsets.UTF_8),
                    "caseworker");

            ClaimedException claim =
                    claim(plan, change(away(), "2026-12-20", "2027-01-20", BECAUSE, EVIDENCE, tickets.id()));

            assertThat(claim.documentId()).isEqualTo(tickets.id());
        }

        @Test
        void aDeadlineOfAnotherCase_superseded_orMetInTime_needsNoException() {
            String other = files.open(Requests.rowans(), "caseworker").reference();
            assertThatThrownBy(() -> exceptions.claim(other, plan.id(), away("2026-12-20", "2027-01-20"), "caseworker"))
                    .hasMessage("There is no such deadline in this case.");

            deadlines.meet(reference, "REQ-04", SIX_WEEKS, "caseworker", "Letter L-04 sent");
            assertThatThrownBy(() -> claim(request, away("2026-09-20", "2026-10-20")))
                    .hasMessage("REQ-04 was met in time on 26 October 2026 and needs no exception.");

            deadlines.start(reference, "PLAN-06", RECEIVED.plusDays(1));
            assertThatThrownBy(() -> claim(plan, away("2026-12-20", "2027-01-20")))
                    .hasMessage("This deadline of PLAN-06, due on 1 February 2027, no longer counts.");
        }

        @Test
        void aClockThatStartsAnew_leavesTheExceptionWithTheOldDate() {
            ClaimedException claim = claim(plan, away("2026-12-20", "2027-01-20"));
            exceptions.decide(reference, claim.id(), true, REASONS, null, "manager");
            deadlines.start(reference, "PLAN-06", RECEIVED.plusDays(1));

            assertThat(limit("PLAN-06").exceptions()).isEmpty();
            assertThat(limit("PLAN-06").state(TWENTY_WEEKS.plusDays(2))).isEqualTo(DeadlineState.OVERDUE);
            assertThat(files.whole(reference).limits().get(1).fellAway()).isTrue();
        }

        @Test
        void theSameExceptionIsNotClaimedTwice() {
            ClaimedException claim = claim(plan, away("2026-12-20", "2027-01-20"));
            assertThatThrownBy(() -> claim(plan, away("2026-12-20", "2027-01-19")))
                    .hasMessage("EX-4 for PLAN-06 is claimed already and waits for a manager.");
            exceptions.decide(reference, claim.id(), true, REASONS, null, "manager");
            assertThatThrownBy(() -> claim(plan, away("2026-12-20", "2027-01-19")))
                    .hasMessage("EX-4 for PLAN-06 is relied on already.");
        }

        @Test
        void nobodyApprovesTheirOwnClaim() {
            ClaimedException claim = claim(plan, away("2026-12-20", "2027-01-20"));

            assertThatThrownBy(() -> exceptions.decide(reference, claim.id(), true, REASONS, null, "caseworker"))
                    .isInstanceOf(NotAllowed.class)
                    .hasMessage("Somebody other than the person who claimed the exception decides on it.");
            assertThatThrownBy(() -> jdbc.update("""
                            insert into exception_decision (claim_id, claimed_by, approved, reasons, decided_by, decided_at)
                            values (?, 'caseworker', true, 'Approved by the one who claimed it.', 'caseworker',
                                    current_timestamp)
                            """, claim.id())).isInstanceOf(DataAccessException.class);
            assertThat(exceptions.of(reference).get(0).isWaiting()).isTrue();
        }

        @Test
        void aDecisionNeedsReasons_anApprover_andASensibleTarget() {
            ClaimedException claim = claim(plan, away("2026-12-20", "2027-01-20"));

            assertThatThrownBy(() -> exceptions.decide(reference, claim.id(), true, "Fine.", null, "manager"))
                    .hasMessageContaining("Give the reasons for the decision in at least 20 characters");
            assertThatThrownBy(() -> exceptions.decide(reference, claim.id(), true, REASONS, null, " "))
                    .hasMessage("Enter who decides.");
            assertThatThrownBy(() ->
                            exceptions.decide(reference, claim.id(), true, REASONS, TODAY.minusDays(1), "manager"))
                    .hasMessage("Check the target date; it is in the past.");
            assertThatThrownBy(() -> exceptions.decide(reference, claim.id(), false, REASONS, TODAY, "manager"))
                    .hasMessage("Leave the target date out when you refuse; the due date stands.");
            String other = files.open(Requests.rowans(), "caseworker").reference();
            assertThatThrownBy(() -> exceptions.decide(other, claim.id(), true, REASONS, null, "manager"))
                    .hasMessage("There is no such exception in this case.");
            assertThat(exceptions.of(reference).get(0).isWaiting()).isTrue();
        }

        @Test
        void ofTwoManagersAtOnce_oneDecides_andTheOtherIsTold() throws InterruptedException {
            ClaimedException claim = claim(plan, away("2026-12-20", "2027-01-20"));
            CountDownLatch together = new CountDownLatch(1);
            ExecutorService office = Executors.newFixedThreadPool(2);
            try {
                List<Future<ExceptionDecision>> answers = List.of(
                        office.submit(decision(claim, true, "manager", together)),
                        office.submit(decision(claim, false, "othermanager", together)));
                together.countDown();

                List<String> outcomes = List.of(outcome(answers.get(0)), outcome(answers.get(1)));

                assertThat(outcomes).containsOnlyOnce("decided");
                assertThat(outcomes)
                        .filteredOn(outcome -> !outcome.equals("decided"))
                        .first()
                        .asString()
                        .matches("This exception has been (approved|refused) already\\.");
            } finally {
                office.shutdown();
            }
            assertThat(jdbc.queryForObject(
                            "select count(*) from exception_decision where claim_id = ?", Integer.class, claim.id()))
                    .isEqualTo(1);
        }

        @Test
        void aYoungPersonsOwnAbsenceCounts_theParentsDoesNot() {
            clock.setTo(RECEIVED);
            reference = files.open(Requests.rowans(r -> r.birthDate = LocalDate.of(2009, 5, 3)), "caseworker")
                    .reference();
            plan = deadlines.start(reference, "PLAN-06", RECEIVED);
            clock.setTo(TODAY);

            assertThat(mayRely(AffectedPerson.YOUNG_PERSON, false)).isTrue();
            assertThat(mayRely(AffectedPerson.PARENT, false)).isFalse();
            assertThat(mayRely(AffectedPerson.ALTERNATIVE_PERSON, false)).isFalse();
            assertThat(mayRely(AffectedPerson.ALTERNATIVE_PERSON, true)).isTrue();
            assertThat(mayRely(AffectedPerson.YOUNG_PERSON, true)).isTrue();
        }

        @Test
        void aDateDirectedByTheTribunal_standsBesideTheOriginalOne() {
            Deadline amend = deadlines.start(reference, "ORD-e", ORDERED);
            LocalDate original = LocalDate.of(2027, 2, 22);
            LocalDate directed = LocalDate.of(2027, 4, 12);
            ClaimedException claim = claim(amend, directed("2027-01-20", directed));
            assertThat(claim.reason())
                    .isEqualTo(
                            "The tribunal directed on Wednesday 20 January 2027 that the new date is Monday 12 April 2027.");
            assertThat(limit("ORD-e").newDate()).isEmpty();
            assertThatThrownBy(() -> exceptions.decide(reference, claim.id(), true, REASONS, directed, "manager"))
                    .hasMessage("Leave the target date out; EX-8 sets the date itself.");

            exceptions.decide(reference, claim.id(), true, REASONS, null, "manager");

            Limit limit = limit("ORD-e");
            assertThat(limit.deadline().due()).isEqualTo(original);
            assertThat(limit.newDate()).contains(directed);
            assertThat(limit.reliedOnInWords()).isEqualTo("EX-8 is relied on; the new date is 12 April 2027.");
            assertThat(limit.lastDay()).isEqualTo(directed);
            long warning = ChronoUnit.DAYS.between(amend.warnOn(), amend.due());
            assertThat(limit.state(original)).isEqualTo(DeadlineState.RUNNING);
            assertThat(limit.state(original.plusDays(1))).isEqualTo(DeadlineState.LATE_EXCUSED);
            assertThat(limit.state(directed.minusDays(warning))).isEqualTo(DeadlineState.DUE_SOON);
            assertThat(limit.state(directed)).isEqualTo(DeadlineState.DUE_SOON);
            assertThat(limit.state(directed.plusDays(1))).isEqualTo(DeadlineState.OVERDUE);

            clock.setTo(directed.plusDays(1));
            deadlines.meet(reference, "ORD-e", directed, "caseworker", "Letter L-10 sent");
            assertThat(limit("ORD-e").state(directed)).isEqualTo(DeadlineState.MET_LATE_EXCUSED);
        }

        @Test
        void aShorterPeriodBinds_andALaterDirectionTakesThePlaceOfTheFirst() {
            Deadline amend = deadlines.start(reference, "ORD-e", ORDERED);
            LocalDate shorter = LocalDate.of(2027, 2, 8);
            rely(amend, directed("2027-01-20", shorter));
            assertThat(limit("ORD-e").state(shorter)).isEqualTo(DeadlineState.DUE_SOON);
            assertThat(limit("ORD-e").state(shorter.plusDays(1))).isEqualTo(DeadlineState.OVERDUE);

            LocalDate longer = LocalDate.of(2027, 3, 29);
            rely(amend, directed("2027-01-21", longer));
            assertThat(limit("ORD-e").lastDay()).isEqualTo(longer);

            clock.setTo(LocalDate.of(2027, 3, 30));
            deadlines.meet(reference, "ORD-e", LocalDate.of(2027, 3, 30), "caseworker", "Letter L-10 sent");
            assertThat(limit("ORD-e").state(today())).isEqualTo(DeadlineState.MET_LATE);
        }

        @Test
        void aDirectionOfTomorrowIsNoneYet() {
            Deadline amend = deadlines.start(reference, "ORD-e", ORDERED);

            assertThatThrownBy(() -> claim(amend, directed("2027-01-22", LocalDate.of(2027, 4, 12))))
                    .hasMessage("Check the day of the tribunal's direction; it is in the future.");
        }

        @Test
        void theListOfCasesDerivesTheSameStates() {
            clock.setTo(SIX_WEEKS);
            deadlines.meet(reference, "REQ-04", SIX_WEEKS, "caseworker", "Letter L-04 sent");
            clock.setTo(TODAY);
            ClaimedException claim = claim(plan, away("2026-12-20", "2027-01-20"));

            clock.setTo(TWENTY_WEEKS.plusDays(1));
            assertThat(listed("overdue")).isTrue();
            exceptions.decide(reference, claim.id(), true, REASONS, null, "manager");
            assertThat(listed("overdue")).isFalse();
            assertThat(listed("due-soon")).isFalse();

            LocalDate directed = LocalDate.of(2027, 4, 12);
            clock.setTo(TODAY);
            rely(deadlines.start(reference, "ORD-e", ORDERED), directed("2027-01-20", directed));
            for (LocalDate day : List.of(
                    TWENTY_WEEKS.plusDays(1),
                    LocalDate.of(2027, 2, 23),
                    directed.minusDays(20),
                    directed.minusDays(1),
                    directed,
                    directed.plusDays(1))) {
                clock.setTo(day);
                DeadlineState state = limit("ORD-e").state(day);
                assertThat(listed("overdue")).as("%s", day).isEqualTo(state == DeadlineState.OVERDUE);
                assertThat(listed("due-soon")).as("%s", day).isEqualTo(state == DeadlineState.DUE_SOON);
            }
            assertThat(limit("ORD-e").state(today())).isEqualTo(DeadlineState.OVERDUE);
        }

        private boolean listed(String lateness) {
            return files.list(null, null, lateness, 0, 200).getContent().stream()
                    .anyMatch(found -> found.reference().equals(reference));
        }

        private void rely(Deadline deadline, NewException claim) {
            exceptions.decide(reference, claim(deadline, claim).id(), true, REASONS, null, "manager");
        }

        private static NewException directed(String on, LocalDate newDate) {
            return new NewException(
                    ExceptionGround.DIRECTED,
                    null,
                    false,
                    LocalDate.parse(on),
                    null,
                    null,
                    null,
                    newDate,
                    false,
                    null,
                    null,
                    "The direction, as sent by the tribunal.",
                    null);
        }

        private boolean mayRely(AffectedPerson who, boolean lacksCapacity) {
            NewException claim = new NewException(
                    away(),
                    who,
                    lacksCapacity,
                    LocalDate.of(2026, 9, 20),
                    LocalDate.of(2026, 11, 20),
                    null,
                    null,
                    null,
                    false,
                    null,
                    BECAUSE,
                    EVIDENCE,
                    null);
            return exceptions.test(reference, plan.id(), claim).mayBeReliedOn();
        }

        private Callable<ExceptionDecision> decision(
                ClaimedException claim, boolean approved, String by, CountDownLatch together) {
            return () -> {
                together.await();
                return exceptions.decide(reference, claim.id(), approved, REASONS, null, by);
            };
        }

        private static String outcome(Future<ExceptionDecision> answer) throws InterruptedException {
            try {
                answer.get();
                return "decided";
            } catch (ExecutionException refused) {
                assertThat(refused.getCause()).isInstanceOf(Refusal.class);
                return refused.getCause().getMessage();
            }
        }

        private ClaimedException claim(Deadline deadline, NewException claim) {
            return exceptions.claim(reference, deadline.id(), claim, "caseworker");
        }

        private Limit limit(String rule) {
            return deadlines.limit(reference, rule).orElseThrow();
        }

        private LocalDate today() {
            return LocalDate.now(clock);
        }
    }

    static NewException away(String from, String to) {
        return change(away(), from, to, BECAUSE, EVIDENCE, null);
    }

    private static ExceptionGround away() {
        return ExceptionGround.AWAY;
    }

    private static NewException change(
            ExceptionGround ground, String from, String to, String because, String evidence, Long documentId) {
        return new NewException(
                ground,
                AffectedPerson.CHILD,
                false,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                null,
                null,
                null,
                false,
                null,
                because,
                evidence,
                documentId);
    }
}

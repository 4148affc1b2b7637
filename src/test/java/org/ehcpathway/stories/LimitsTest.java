package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.casefile.DeadlineExceptions;
import org.ehcpathway.casefile.DeadlineState;
import org.ehcpathway.casefile.NewException;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.pathway.AdjustableClock;
import org.ehcpathway.statute.AffectedPerson;
import org.ehcpathway.statute.ExceptionGround;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Limits that come near and pass. Nothing happens one minute before its moment, it happens on the minute, and no limit ever
 * decides anything. The request is of Monday 14 September 2026; the clocks go back on 25 October.
 */
class LimitsTest {

    abstract static class Told extends Story {

        @Autowired
        DeadlineExceptions exceptions;

        private String nell;

        @Test
        void weekSixComesNearPassesIsExplainedAndTheDutyGoesOn() {
            requested();
            assertThat(timers(nell))
                    .containsExactly(
                            "event_plan01Nears 2026-12-21T08:00",
                            "event_plan06Nears 2027-01-04T08:00",
                            "event_req04Nears 2026-10-12T08:00");

            at("2026-10-12T07:59");
            assertThat(priority("userTask_considerRequest")).isEqualTo(50);
            assertThat(happened(nell, "Limit near")).isEmpty();
            assertThat(timers(nell)).contains("event_req04Nears 2026-10-12T08:00");
            at("2026-10-12T08:00");
            assertThat(priority("userTask_considerRequest")).isEqualTo(70);
            assertThat(happened(nell, "Limit near")).containsExactly("2026-10-12T08:00 REQ-04 is due on 26 Oct 2026.");
            assertThat(timers(nell))
                    .containsExactly(
                            "event_limitPassed 2026-10-27T00:00",
                            "event_plan01Nears 2026-12-21T08:00",
                            "event_plan06Nears 2027-01-04T08:00");

            on(2026, 10, 20);
            consider(nell);
            assertThat(priority("userTask_decideWhetherToAssess"))
                    .as("a task that begins when the limit is near begins as urgent")
                    .isEqualTo(70);
            at("2026-10-26T23:59");
            assertThat(priority("userTask_decideWhetherToAssess")).isEqualTo(70);
            assertThat(happened(nell, "Limit passed")).isEmpty();
            assertThat(openTasks(nell)).containsExactly("userTask_decideWhetherToAssess");
            at("2026-10-27T00:00");
            assertThat(priority("userTask_decideWhetherToAssess")).isEqualTo(90);
            assertThat(happened(nell, "Limit passed"))
                    .containsExactly("2026-10-27T00:00 REQ-04 was due on 26 Oct 2026. The duty goes on.");
            assertThat(openTasks(nell)).containsExactly("userTask_decideWhetherToAssess", "userTask_explainDelay");
            theManagerHasFiveWorkingDaysToExplain("2026-11-03T23:59:59");
            assertThat(file(nell).c().stage())
                    .as("nothing is granted or refused by delay")
                    .isEqualTo(Stage.REQUEST);
            assertThat(file(nell).decisions()).isEmpty();

            on(2026, 10, 28);
            assertThatThrownBy(() -> explain("caseworker", "2026-10-28", "2026-11-02"))
                    .isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> explain("manager", "2026-10-29", "2026-11-02"))
                    .hasMessageContaining("The family cannot have been told on a day that has not come yet.");
            assertThatThrownBy(() -> explain("manager", "2026-10-28", "2026-10-27"))
                    .hasMessageContaining(
                            "The new target date has passed already. Give the family a date that can be kept.");
            explain("manager", "2026-10-28", "2026-11-02");
            assertThat(happened(nell, "Delay explained: REQ-04"))
                    .containsExactly("2026-10-28T09:00 Told on 28 Oct 2026, by telephone, to Ruth Ashby. New target:"
                            + " 2 Nov 2026. Reason: The psychologist was ill.\nWe had nobody else to ask.");
            assertThat(openTasks(nell)).containsExactly("userTask_decideWhetherToAssess");
            assertThat(deadline(nell, "REQ-04").due())
                    .as("an explanation moves no date")
                    .isEqualTo("2026-10-26");

            on(2026, 11, 2);
            decideToAssess(nell, true, true);
            assertThat(priority("userTask_checkAndSign"))
                    .as("a late letter is as urgent as the late decision")
                    .isEqualTo(90);
            sign("caseworker", nell);
            assertThat(deadline(nell, "REQ-04").metOn()).isEqualTo("2026-11-02");
            assertThat(deadline(nell, "REQ-04").state(LocalDate.of(2026, 11, 2)))
                    .isEqualTo(DeadlineState.MET_LATE);
            assertThat(file(nell).c().stage()).isEqualTo(Stage.ADVICE);
            assertThat(watches()).isZero();
        }

        @Test
        void anApprovedExceptionExcusesTheCouncil_butTheFamilyIsStillToldWhy() {
            requested();
            on(2026, 10, 21);
            long sixWeeks = deadline(nell, "REQ-04").id();
            long claim = exceptions
                    .claim(
                            nell,
                            sixWeeks,
                            new NewException(
                                    ExceptionGround.AWAY,
                                    AffectedPerson.CHILD,
                                    false,
                                    LocalDate.of(2026, 9, 20),
                                    LocalDate.of(2026, 10, 20),
                                    null,
                                    null,
                                    null,
                                    false,
                                    null,
                                    "Nobody could hear the family, so the test could not be weighed.",
                                    "Flight tickets",
                                    null),
                            "caseworker")
                    .id();
            exceptions.decide(nell, claim, true, "The tickets show the whole journey.", null, "manager");

            at("2026-10-27T00:00");

            assertThat(happened(nell, "Limit passed"))
                    .containsExactly(
                            "2026-10-27T00:00 REQ-04 was due on 26 Oct 2026. The duty goes on. EX-4 is relied on.");
            assertThat(openTasks(nell)).containsExactly("userTask_considerRequest", "userTask_explainDelay");
            on(2026, 10, 30);
            explain("manager", "2026-10-30", "2026-11-02");
            consider(nell);
            decideToAssess(nell, true, true);
            sign("caseworker", nell);
            assertThat(deadline(nell, "REQ-04").due()).isEqualTo("2026-10-26");
            assertThat(file(nell).limits().get(0).state(LocalDate.of(2026, 10, 30)))
                    .isEqualTo(DeadlineState.MET_LATE_EXCUSED);
        }

        @Test
        void aCaseDoesNotWaitUntilItsDelayHasBeenExplained() {
            requested();
            on(2026, 10, 20);
            consider(nell);
            on(2026, 10, 27);
            decideToAssess(nell, true, true);
            sign("caseworker", nell);

            assertThat(file(nell).c().stage()).isEqualTo(Stage.ADVICE);
            assertThat(openTasks(nell))
                    .as("the advice is asked for at once; the explanation is still owed")
                    .containsExactly("userTask_chooseAdvisers", "userTask_explainDelay", "userTask_nameCaseManager");
            explain("manager", "2026-10-27", "2026-10-27");
            assertThat(openTasks(nell)).containsExactly("userTask_chooseAdvisers", "userTask_nameCaseManager");
        }

        @Test
        void aRefusalSentLateEndsTheCaseWhenItsDelayHasBeenExplained() {
            requested();
            on(2026, 10, 20);
            consider(nell);
            on(2026, 10, 30);
            decideToAssess(nell, true, false);
            sign("manager", nell);

            assertThat(file(nell).c().stage()).isEqualTo(Stage.NOT_ASSESSED);
            assertThat(file(nell).c().closedOn()).isEqualTo("2026-10-30");
            assertThat(deadline(nell, "REQ-04").state(LocalDate.of(2026, 10, 30)))
                    .isEqualTo(DeadlineState.MET_LATE);
            assertThat(deadline(nell, "MED-02").due()).isEqualTo("2026-12-30");
            assertThat(openTasks(nell)).containsExactly("userTask_explainDelay", "userTask_offerConversation");
            offerInVain(nell);
            at("2027-02-02T00:00");
            assertThat(happened(nell, "Limit near"))
                    .as("weeks 16 and 20 are nothing to warn of any more")
                    .containsExactly("2026-10-12T08:00 REQ-04 is due on 26 Oct 2026.");
            assertThat(happened(nell, "Limit passed")).hasSize(1);
            explain("manager", "2026-10-30", "2027-02-02");
            assertThat(isRunning(nell)).isFalse();
            assertThat(openTasks(nell)).isEmpty();
        }

        @Test
        void aLimitMetAfterTheWarningIsWatchedNoMore() {
            requested();
            at("2026-10-12T08:00");
            assertThat(watches()).isEqualTo(1);
            on(2026, 10, 19);
            consider(nell);
            decideToAssess(nell, true, true);
            assertThat(watches()).as("decided, but not yet told").isEqualTo(1);
            on(2026, 10, 26);
            sign("caseworker", nell);

            assertThat(deadline(nell, "REQ-04").state(LocalDate.of(2026, 10, 26)))
                    .isEqualTo(DeadlineState.MET);
            assertThat(watches()).isZero();
            assertThat(timers(nell))
                    .containsExactly("event_plan01Nears 2026-12-21T08:00", "event_plan06Nears 2027-01-04T08:00");
            at("2026-10-27T00:01");
            assertThat(happened(nell, "Limit passed")).isEmpty();
            assertThat(openTasks(nell)).containsExactly("userTask_chooseAdvisers", "userTask_nameCaseManager");
            assertThat(priority("userTask_chooseAdvisers")).isEqualTo(50);
        }

        @Test
        void aDutyDoneEarlyBringsNoWarning() {
            requested();
            on(2026, 9, 28);
            consider(nell);
            decideToAssess(nell, true, true);
            sign("caseworker", nell);
            at("2026-10-12T08:00");
            assertThat(happened(nell, "Limit near")).isEmpty();
            assertThat(watches()).isZero();
            assertThat(priority("userTask_chooseAdvisers")).isEqualTo(50);
        }

        @Test
        void weeksSixteenAndTwentyComeNearPassAndTheDutyGoesOn() {
            toThePanel();
            at("2026-12-21T07:59");
            assertThat(happened(nell, "Limit near")).isEmpty();
            at("2026-12-21T08:00");
            assertThat(openTasks(nell))
                    .as("no task: the case waits for the panel")
                    .isEmpty();
            assertThat(happened(nell, "Limit near")).containsExactly("2026-12-21T08:00 PLAN-01 is due on 4 Jan 2027.");
            assertThat(timers(nell))
                    .containsExactly(
                            "event_limitPassed 2027-01-05T00:00",
                            "event_panelGivesUp 2026-12-29T08:00",
                            "event_plan06Nears 2027-01-04T08:00");
            at("2026-12-29T08:00");
            assertThat(priority("userTask_decideWhetherToIssue"))
                    .as("no sitting came in time: the manager decides without the panel")
                    .isEqualTo(70);
            at("2027-01-04T07:59");
            assertThat(happened(nell, "Limit near")).hasSize(1);
            at("2027-01-04T08:00");
            assertThat(happened(nell, "Limit near"))
                    .containsExactly(
                            "2026-12-21T08:00 PLAN-01 is due on 4 Jan 2027.",
                            "2027-01-04T08:00 PLAN-06 is due on 1 Feb 2027.");
            assertThat(timers(nell))
                    .containsExactly("event_limitPassed 2027-01-05T00:00", "event_limitPassed 2027-02-02T00:00");
            at("2027-01-04T23:59");
            assertThat(openTasks(nell)).containsExactly("userTask_decideWhetherToIssue");
            at("2027-01-05T00:00");
            assertThat(openTasks(nell)).containsExactly("userTask_decideWhetherToIssue", "userTask_explainDelay");
            theManagerHasFiveWorkingDaysToExplain("2027-01-12T23:59:59");
            on(2027, 1, 6);
            explain("manager", "2027-01-06", "2027-01-11");
            assertThat(happened(nell, "Delay explained: PLAN-01")).hasSize(1);

            on(2027, 1, 8);
            assertThat(priority("userTask_decideWhetherToIssue")).isEqualTo(90);
            decideOnPlan(nell, true);
            on(2027, 1, 11);
            sign("caseworker", nell);
            assertThat(deadline(nell, "PLAN-01").metOn()).isEqualTo("2027-01-11");
            assertThat(deadline(nell, "PLAN-01").state(LocalDate.of(2027, 1, 11)))
                    .isEqualTo(DeadlineState.MET_LATE);
            assertThat(timers(nell)).containsExactly("event_limitPassed 2027-02-02T00:00");

            on(2027, 1, 18);
            writePlan(nell);
            sign("caseworker", nell);
            at("2027-02-01T23:59");
            assertThat(happened(nell, "Limit passed")).hasSize(1);
            at("2027-02-02T00:00");
            assertThat(happened(nell, "Limit passed"))
                    .containsExactly(
                            "2027-01-05T00:00 PLAN-01 was due on 4 Jan 2027. The duty goes on.",
                            "2027-02-02T00:00 PLAN-06 was due on 1 Feb 2027. The duty goes on.");
            theManagerHasFiveWorkingDaysToExplain("2027-02-09T23:59:59");
            on(2027, 2, 4);
            people.complete("caseworker", nell, "userTask_recordRepresentations", given("2027-02-01"));
            theFinalPlanGoesOut();
            assertThat(deadline(nell, "PLAN-06").metOn()).isEqualTo("2027-02-04");
            assertThat(deadline(nell, "PLAN-06").state(LocalDate.of(2027, 2, 4)))
                    .isEqualTo(DeadlineState.MET_LATE);
            assertThat(file(nell).c().stage()).isEqualTo(Stage.PLAN_FINALISED);
            assertThat(openTasks(nell)).containsExactly("userTask_explainDelay");
            explain("manager", "2027-02-04", "2027-02-04");
            assertThat(isRunning(nell)).isFalse();
        }

        @Test
        void weeksSixteenAndTwentyMetAfterTheWarningAreWatchedNoMore() {
            toThePanel();
            on(2026, 12, 21);
            recommend(nell, true);
            decideOnPlan(nell, true);
            assertThat(watches()).isEqualTo(1);
            sign("caseworker", nell);
            assertThat(watches()).isZero();
            writePlan(nell);
            sign("caseworker", nell);
            on(2027, 1, 6);
            assertThat(watches()).as("of week 20").isEqualTo(1);
            assertThat(happened(nell, "Limit passed")).isEmpty();
            people.complete("caseworker", nell, "userTask_recordRepresentations", given("2027-01-06"));
            on(2027, 2, 1);
            theFinalPlanGoesOut();
            assertThat(deadline(nell, "PLAN-06").state(LocalDate.of(2027, 2, 1)))
                    .as("the last day is in time")
                    .isEqualTo(DeadlineState.MET);
            assertThat(isRunning(nell)).isFalse();
            assertThat(openTasks(nell)).isEmpty();
        }

        @Test
        void aRefusalInWeekSeventeenLeavesNoWatchWaiting() {
            toThePanel();
            on(2027, 1, 6);
            assertThat(watches()).as("of weeks 16 and 20").isEqualTo(2);
            explain("manager", "2027-01-06", "2027-01-11");
            recommend(nell, false);
            on(2027, 1, 11);
            decideOnPlan(nell, false);
            assertThat(watches()).as("of week 20").isEqualTo(1);
            sign("manager", nell);

            assertThat(deadline(nell, "PLAN-01").state(LocalDate.of(2027, 1, 11)))
                    .isEqualTo(DeadlineState.MET_LATE);
            assertThat(file(nell).deadline("PLAN-06")).isEmpty();
            assertThat(file(nell).c().stage()).isEqualTo(Stage.NO_PLAN);
            assertThat(watches()).isZero();
            offerInVain(nell);
            assertThat(isRunning(nell)).isFalse();
            assertThat(openTasks(nell)).isEmpty();
        }

        @Test
        void theFamilyHasItsFifteenDaysAndThenTheCaseworkerRecordsThatNothingCame() {
            draftServedOnTheNinthOfDecember();
            assertThat(timers(nell))
                    .contains("event_windowNearsItsEnd 2026-12-20T08:00", "event_windowPassed 2026-12-24T00:00");
            assertThat(due("userTask_recordRepresentations")).isEqualTo("2026-12-23T23:59:59");

            at("2026-12-20T07:59");
            assertThat(priority("userTask_recordRepresentations")).isEqualTo(50);
            assertThat(happened(nell, "Representations due soon")).isEmpty();
            at("2026-12-20T08:00");
            assertThat(priority("userTask_recordRepresentations")).isEqualTo(70);
            assertThat(happened(nell, "Representations due soon"))
                    .containsExactly("2026-12-20T08:00 The family can answer the draft until 23 Dec 2026 (PLAN-04).");

            at("2026-12-23T23:59");
            assertThatThrownBy(this::nothingCame)
                    .hasMessageContaining(
                            "The 15 days run until 23 Dec 2026, that day included. Until then the family can"
                                    + " still answer.");
            assertThat(happened(nell, "No representations received")).isEmpty();
            assertThat(happened(nell, "Representations window closed")).isEmpty();
            assertThat(deadline(nell, "PLAN-04").metOn()).isNull();
            assertThat(priority("userTask_recordRepresentations")).isEqualTo(70);
            at("2026-12-24T00:00");
            assertThat(priority("userTask_recordRepresentations")).isEqualTo(90);
            assertThat(happened(nell, "Representations window closed"))
                    .containsExactly(
                            "2026-12-24T00:00 The 15 days ended on 23 Dec 2026 (PLAN-04). Record what came until then, or that nothing did.");
            assertThat(deadline(nell, "PLAN-04").metOn())
                    .as("the council gave the days: that was its duty")
                    .isEqualTo("2026-12-23");
            assertThat(file(nell).c().stage())
                    .as("the end of the window decides nothing")
                    .isEqualTo(Stage.REPRESENTATIONS);

            on(2026, 12, 24);
            nothingCame();
            assertThat(happened(nell, "No representations received"))
                    .containsExactly("2026-12-24T09:00 The 15 days are over (PLAN-04).");
            assertThat(file(nell).c().stage()).isEqualTo(Stage.FINALISE);
            assertThat(openTasks(nell)).containsExactly("userTask_prepareFinalPlan");
            assertThat(file(nell).views()).noneMatch(view -> view.topic().name().equals("DRAFT_PLAN"));
        }

        @Test
        void aFamilyThatAnswersEarlyKeepsItsFifteenDays() {
            draftServedOnTheNinthOfDecember();
            on(2026, 12, 11);
            people.complete("caseworker", nell, "userTask_recordRepresentations", given("2026-12-11"));
            assertThat(timers(nell)).contains("event_windowClosed 2026-12-24T00:00");
            assertThat(timers(nell)).noneMatch(timer -> timer.startsWith("event_windowNearsItsEnd"));
            assertThat(openTasks(nell)).isEmpty();
            at("2026-12-23T23:59");
            assertThat(openTasks(nell)).isEmpty();
            assertThat(file(nell).c().stage()).isEqualTo(Stage.REPRESENTATIONS);
            at("2026-12-24T00:00");
            assertThat(openTasks(nell)).containsExactly("userTask_prepareFinalPlan");
            assertThat(deadline(nell, "PLAN-04").metOn()).isEqualTo("2026-12-23");
            assertThat(happened(nell, "Representations window closed"))
                    .as("there is nothing to escalate")
                    .isEmpty();
        }

        @Test
        void adviceThatIsLateGoesToTheTopOfTheListAndIsTakenInStill() {
            requested();
            on(2026, 10, 6);
            consider(nell);
            decideToAssess(nell, true, true);
            sign("caseworker", nell);
            on(2026, 10, 26);
            askForAdvice(nell);
            on(2026, 11, 20);
            give(adviceOf("advisers-health"), nell);

            assertThat(timers(nell).stream().filter(timer -> timer.startsWith("event_adviceIsLate")))
                    .as("asked by e-mail: 6 weeks from the same day; the parent by post: from Wednesday 28 October")
                    .containsExactly(
                            "event_adviceIsLate 2026-12-08T00:00",
                            "event_adviceIsLate 2026-12-08T00:00",
                            "event_adviceIsLate 2026-12-08T00:00",
                            "event_adviceIsLate 2026-12-10T00:00");
            at("2026-12-07T23:59");
            assertThat(priorities("userTask_provideAdvice"))
                    .as("reminded twice")
                    .containsExactly(70, 70, 70, 70);
            assertThat(happened(nell, "Advice late")).isEmpty();
            at("2026-12-08T00:00");
            assertThat(priorities("userTask_provideAdvice")).containsExactly(70, 90, 90, 90);
            assertThat(priorities("userTask_chaseLateAdvice")).containsExactly(90, 90, 90);
            assertThat(happened(nell, "Advice late"))
                    .hasSize(3)
                    .contains("2026-12-08T00:00 " + adviceLate("advisers-psychology"));

            on(2026, 12, 14);
            allAdviceArrives(nell);
            assertThat(file(nell).advice())
                    .as("late advice is advice")
                    .extracting(advice -> advice.state())
                    .containsOnly(AdviceState.RECEIVED);
            assertThat(file(nell).c().stage()).isEqualTo(Stage.PANEL);
        }

        private String adviceLate(String group) {
            return file(nell).advice().stream()
                    .filter(advice -> advice.adviserGroup().equals(group))
                    .map(advice -> advice.kind().title() + " advice from " + advice.adviserName()
                            + " was due on 7 Dec 2026 and has not come (ADV-02).")
                    .findFirst()
                    .orElseThrow();
        }

        private void requested() {
            on(2026, 9, 14);
            nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            people.runJobs();
            sign("caseworker", nell);
        }

        private void toThePanel() {
            requested();
            on(2026, 9, 28);
            consider(nell);
            decideToAssess(nell, true, true);
            sign("caseworker", nell);
            on(2026, 9, 29);
            askForAdvice(nell);
            on(2026, 10, 30);
            allAdviceArrives(nell);
        }

        /** Posted on Monday 7 December 2026: served on the 2nd working day after. */
        private void draftServedOnTheNinthOfDecember() {
            toThePanel();
            on(2026, 11, 24);
            recommend(nell, true);
            decideOnPlan(nell, true);
            sign("caseworker", nell);
            on(2026, 12, 7);
            writePlan(nell);
            sign("caseworker", nell);
            assertThat(deadline(nell, "PLAN-04").clockStart()).isEqualTo("2026-12-09");
        }

        private void theFinalPlanGoesOut() {
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_prepareFinalPlan",
                    Map.of(
                            "naming",
                            "TYPE",
                            "settingType",
                            "mainstream primary school",
                            "healthAgreedOn",
                            "2027-02-01",
                            "changes",
                            "None were needed."));
            people.complete(
                    "manager",
                    nell,
                    "userTask_nameSettingAndSign",
                    Map.of(
                            "verdict", "SIGN",
                            "ground", "TYPE_NO_REQUEST",
                            "mainstream", "MAINSTREAM",
                            "reasons", "No setting has a place for Nell yet, so the plan names a type."));
            sign("manager", nell);
        }

        private Map<String, Object> given(String day) {
            Map<String, Object> form = new HashMap<>();
            form.put("answer", "GIVEN");
            form.put("words", "The plan is right.");
            form.put("saidBy", "Ruth Ashby");
            form.put("saidOn", day);
            return form;
        }

        private void nothingCame() {
            people.complete("caseworker", nell, "userTask_recordRepresentations", Map.of("answer", "NONE"));
        }

        private void explain(String user, String toldOn, String newTarget) {
            people.complete(
                    user,
                    nell,
                    "userTask_explainDelay",
                    Map.of(
                            "reason",
                            "The psychologist was ill.\nWe had nobody else to ask.",
                            "toldHow",
                            "by telephone, to Ruth Ashby",
                            "toldOn",
                            toldOn,
                            "newTarget",
                            newTarget));
        }

        private void theManagerHasFiveWorkingDaysToExplain(String due) {
            Task task = people.task(nell, "userTask_explainDelay");
            assertThat(due("userTask_explainDelay")).isEqualTo(due);
            assertThat(task.getPriority()).isEqualTo(90);
            assertThat(tasks.getIdentityLinksForTask(task.getId()))
                    .extracting(IdentityLink::getGroupId)
                    .containsExactly("managers-north");
        }

        private String due(String taskKey) {
            return LocalDateTime.ofInstant(
                            people.task(nell, taskKey).getDueDate().toInstant(), AdjustableClock.ENGLAND)
                    .toString();
        }

        private int priority(String taskKey) {
            return people.task(nell, taskKey).getPriority();
        }

        private List<Integer> priorities(String taskKey) {
            return people.tasks(nell, taskKey).stream()
                    .map(Task::getPriority)
                    .sorted()
                    .toList();
        }

        private Task adviceOf(String group) {
            return people.tasks(nell, "userTask_provideAdvice").stream()
                    .filter(task ->
                            tasks.getVariable(task.getId(), "adviserGroup").equals(group))
                    .findFirst()
                    .orElseThrow();
        }

        private long watches() {
            return runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(nell)
                    .processDefinitionKey("statutory-limit")
                    .count();
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}

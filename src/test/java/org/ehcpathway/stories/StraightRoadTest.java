package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.DeadlineState;
import org.ehcpathway.casefile.Decision;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.plan.PlanKind;
import org.ehcpathway.plan.PlanState;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From a request on Monday 14 September 2026 to a final plan, every date as the worked example X-01 has it. */
class StraightRoadTest {

    abstract static class Told extends Story {

        @Test
        void fromARequestToAFinalPlan() {
            on(2026, 9, 14);
            String nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            people.runJobs();

            assertThat(nell).matches("EHC-2026-\\d{5}");
            assertThat(deadline(nell, "REQ-04").due()).isEqualTo("2026-10-26");
            assertThat(deadline(nell, "PLAN-01").due()).isEqualTo("2027-01-04");
            assertThat(deadline(nell, "PLAN-06").due()).isEqualTo("2027-02-01");
            assertThat(openTasks(nell)).containsExactly("userTask_checkAndSign");

            sign("caseworker", nell);
            assertThat(sentOn(nell, LetterKind.L_01)).containsOnly(LocalDate.of(2026, 9, 14));

            on(2026, 10, 1);
            consider(nell);
            on(2026, 10, 5);
            decideToAssess(nell, true, true);
            assertThat(deadline(nell, "REQ-04").metOn())
                    .as("a decision that must be told in writing is not complete before its letter was sent")
                    .isNull();
            on(2026, 10, 6);
            sign("caseworker", nell);
            assertThat(deadline(nell, "REQ-04").metOn()).isEqualTo("2026-10-06");
            assertThat(recipients(nell, LetterKind.L_04))
                    .extracting(LetterRecipient::name)
                    .contains("Ruth Ashby", "Dr Samir Anand", "Patience Okoro", "Mrs Grace Holloway");
            assertThat(file(nell).c().stage()).isEqualTo(Stage.ADVICE);

            on(2026, 10, 26);
            askForAdvice(nell);
            assertThat(lettersOf(nell, LetterKind.L_05)).hasSize(5);
            assertThat(file(nell).advice())
                    .as("asked by e-mail on 26 October: due six weeks later (X-02)")
                    .filteredOn(advice -> advice.adviserGroup().startsWith("advisers-"))
                    .extracting(advice -> advice.dueOn())
                    .containsOnly(LocalDate.of(2026, 12, 7));

            on(2026, 11, 20);
            allAdviceArrives(nell);
            assertThat(file(nell).advice()).extracting(advice -> advice.state()).containsOnly(AdviceState.RECEIVED);

            on(2026, 11, 24);
            recommend(nell, true);
            on(2026, 11, 30);
            decideOnPlan(nell, true);
            on(2026, 12, 1);
            sign("caseworker", nell);
            assertThat(deadline(nell, "PLAN-01").metOn()).isEqualTo("2026-12-01");

            on(2026, 12, 14);
            writePlan(nell);
            on(2026, 12, 30);
            sign("caseworker", nell);
            assertThat(recipients(nell, LetterKind.L_08))
                    .as("posted on Wed 30 December: served on the 2nd working day after, which is Mon 4 January")
                    .extracting(LetterRecipient::servedOn)
                    .containsOnly(LocalDate.of(2027, 1, 4));
            assertThat(deadline(nell, "PLAN-04").due()).isEqualTo("2027-01-18");
            assertThat(file(nell).c().stage()).isEqualTo(Stage.REPRESENTATIONS);

            on(2027, 1, 8);
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_recordRepresentations",
                    Map.of(
                            "answer", "GIVEN",
                            "words", "The plan is right. Please add swimming.",
                            "saidBy", "Ruth Ashby",
                            "saidOn", "2027-01-08",
                            "requestedUrn", "100002",
                            "requestedKind", "NON_MAINTAINED_SPECIAL",
                            "meetingWanted", false));
            sign("caseworker", nell);
            on(2027, 1, 15);
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_recordSettingReply",
                    Map.of("reply", "ACCEPTS", "repliedBy", "Mr Daniel Reeve", "repliedOn", "2027-01-15"));
            on(2027, 1, 18);
            assertThat(openTasks(nell))
                    .as("the last day of the 15 belongs to the family")
                    .isEmpty();
            on(2027, 1, 19);
            assertThat(openTasks(nell)).containsExactly("userTask_prepareFinalPlan");
            assertThat(deadline(nell, "PLAN-04").metOn()).isEqualTo("2027-01-18");

            people.complete("caseworker", nell, "userTask_prepareFinalPlan", finalPlan());
            people.complete("manager", nell, "userTask_nameSettingAndSign", signature());
            on(2027, 1, 20);
            sign("manager", nell);

            CaseFile file = file(nell);
            assertThat(isRunning(nell)).isFalse();
            assertThat(file.c().stage()).isEqualTo(Stage.PLAN_FINALISED);
            assertThat(file.c().closedOn())
                    .as("the case stays open while the plan is in force")
                    .isNull();
            assertThat(deadline(nell, "PLAN-06").metOn()).isEqualTo("2027-01-20");
            assertThat(deadline(nell, "PLAN-06").state(LocalDate.of(2027, 1, 20)))
                    .isEqualTo(DeadlineState.MET);
            assertThat(deadline(nell, "MED-02").due()).isEqualTo("2027-03-20");
            assertThat(deadline(nell, "APP-01").due())
                    .as("20 March 2027 is a Saturday: the next working day (APP-03)")
                    .isEqualTo("2027-03-22");
            assertThat(file.decisions())
                    .extracting(Decision::kind)
                    .containsExactly(
                            DecisionKind.ASSESS,
                            DecisionKind.ISSUE_PLAN,
                            DecisionKind.NAME_SETTING,
                            DecisionKind.FINALISE_PLAN);
            assertThat(recipients(nell, LetterKind.L_10))
                    .as("the family, the health body and the setting the plan names")
                    .extracting(LetterRecipient::name)
                    .containsExactlyInAnyOrder("Ruth Ashby", "Dr Samir Anand", "Mr Daniel Reeve");
            assertThat(plans.of(nell))
                    .extracting(version -> version.kind() + " " + version.state())
                    .containsExactly(PlanKind.DRAFT + " " + PlanState.ISSUED, PlanKind.FINAL + " " + PlanState.ISSUED);
        }

        private List<LocalDate> sentOn(String reference, LetterKind kind) {
            return recipients(reference, kind).stream()
                    .map(LetterRecipient::sentOn)
                    .toList();
        }

        private Map<String, Object> finalPlan() {
            return Map.of(
                    "naming", "SETTING",
                    "settingUrn", "100002",
                    "settingType", "maintained special school",
                    "healthAgreedOn", "2027-01-11",
                    "changes", "Swimming was added to section F because Nell’s mother asked for it.");
        }

        private Map<String, Object> signature() {
            return Map.of(
                    "verdict", "SIGN",
                    "ground", "REQUESTED",
                    "reasons", "Nell’s mother asked for Birchwood School, and no exception of the law applies.");
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}

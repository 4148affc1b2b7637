package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.ehcpathway.casefile.Consultation;
import org.ehcpathway.casefile.Consultations;
import org.ehcpathway.casefile.Decision;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How a request of Monday 14 September 2026 is decided on: the family is heard first, and the law's questions are the only ones. */
class DecidingOnARequestTest {

    abstract static class Told extends Story {

        private static final String ENOUGH =
                "Nell’s school can meet her needs from what it has, and she makes good progress.";

        @Autowired
        Consultations consultations;

        private String nell;

        @Test
        void theFamilyIsGivenADay_toldWhatIsConsidered_andHeardBeforeTheDecision() {
            requested();
            assertThat(dueOf("userTask_checkAndSign"))
                    .as("consulted at the latest on the next working day")
                    .isEqualTo("2026-09-15T23:59:59");
            on(2026, 9, 15);
            sign("caseworker", nell);
            assertThat(words(nell, LetterKind.L_01, "Ruth Ashby"))
                    .contains("Please do it by Wednesday 30 September 2026.")
                    .contains("We will tell you by Monday 26 October 2026.");
            assertThat(dueOf("userTask_considerRequest")).isEqualTo("2026-09-30T23:59:59");
            assertThat(tasks.getVariable(
                            people.task(nell, "userTask_considerRequest").getId(), "familyAnswerText"))
                    .isEqualTo("The family was asked to answer by **30 Sept 2026**.");

            on(2026, 10, 1);
            takeTheFirstLook(nell);
            assertThat(openTasks(nell)).containsExactly("userTask_checkAndSign");
            assertThat(dueOf("userTask_checkAndSign")).isEqualTo("2026-10-02T23:59:59");
            sign("caseworker", nell);
            assertThat(recipients(nell, LetterKind.L_02))
                    .as("the family and everybody of regulation 4(2)")
                    .extracting(LetterRecipient::name, LetterRecipient::sentOn)
                    .containsExactlyInAnyOrder(
                            tuple("Ruth Ashby", LocalDate.of(2026, 10, 1)),
                            tuple("Dr Samir Anand", LocalDate.of(2026, 10, 1)),
                            tuple("Patience Okoro", LocalDate.of(2026, 10, 1)),
                            tuple("Mrs Grace Holloway", LocalDate.of(2026, 10, 1)));
            assertThat(words(nell, LetterKind.L_02, "Ruth Ashby"))
                    .contains("tell us what you think, in writing or by talking to us")
                    .contains("send us evidence")
                    .contains("Please do this by Sunday 11 October 2026");
            assertThat(words(nell, LetterKind.L_02, "Mrs Grace Holloway")).contains("Regulation 4(2)");
            assertThat(consultations.of(nell))
                    .extracting(Consultation::about, Consultation::sentOn, Consultation::answerBy)
                    .containsExactly(
                            tuple(Consultation.On.REQUEST, LocalDate.of(2026, 9, 15), LocalDate.of(2026, 9, 30)),
                            tuple(Consultation.On.ASSESSMENT, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 11)));

            on(2026, 10, 11);
            assertThatThrownBy(() -> decide(decision("YES", "YES", ENOUGH)))
                    .as("the last day belongs to the family")
                    .hasMessageContaining(
                            "The family was asked to answer by 11 Oct 2026. Wait until that day is over, or"
                                    + " give the reason for deciding before.");
            on(2026, 10, 12);
            decide(decision("YES", "YES", "Nell has made little progress in spite of much help."));
            assertThat(remarks()).isEmpty();
        }

        @Test
        void aManagerWhoDecidesBeforeTheFamilysDaySaysWhy() {
            toTheDecision();
            Map<String, Object> form = decision("YES", "YES", "Nell has made little progress in spite of much help.");
            form.put("beforeAnswer", "too soon");
            assertThatThrownBy(() -> decide(form))
                    .hasMessageContaining(
                            "Give the reason for deciding before the family's time to answer is over in at"
                                    + " least 20 characters that say something.");
            form.put("beforeAnswer", "Ruth Ashby rang: she has nothing to add and asks us to go on.");
            decide(form);
            assertThat(remarks())
                    .containsExactly(
                            "BEFORE_ANSWER Ruth Ashby rang: she has nothing to add and asks us to go on. (manager)");
            sign("caseworker", nell);
            assertThat(words(nell, LetterKind.L_04, "Ruth Ashby"))
                    .as("L-01 and L-02 promise that the family is told why")
                    .contains(
                            "Why we decided before your time to answer was over",
                            "Ruth Ashby rang: she has nothing to add and asks us to go on.");
            assertThat(words(nell, LetterKind.L_04, "Mrs Grace Holloway")).doesNotContain("Ruth Ashby rang");
        }

        @Test
        void theSixWeeksLimitTheTimeToAnswer() {
            requested();
            on(2026, 10, 20);
            sign("caseworker", nell);
            assertThat(words(nell, LetterKind.L_01, "Ruth Ashby"))
                    .as("15 days would be 4 November, past the six weeks")
                    .contains("Please do it by Monday 26 October 2026.");
            takeTheFirstLook(nell);
            on(2026, 10, 26);
            sign("caseworker", nell);
            assertThat(consultations.answerBy(nell))
                    .as("the six weeks end today: a few days all the same")
                    .contains(LocalDate.of(2026, 10, 31));
        }

        @Test
        void aNoAtTheFirstLookIsToldAtOnce_withReasonsOfItsOwn() {
            toTheFirstLook();
            firstLook("NO", null);
            assertThat(openTasks(nell)).containsExactly("userTask_decideAtFirstLook");
            assertThat(dueOf("userTask_decideAtFirstLook")).isEqualTo("2026-10-26T23:59:59");
            assertThat(lettersOf(nell, LetterKind.L_02)).isEmpty();
            assertThatThrownBy(() -> atFirstLook("caseworker", "NOT_NECESSARY"))
                    .isInstanceOf(AuthorizationException.class);
            atFirstLook("manager", "NOT_NECESSARY");
            sign("manager", nell);
            assertThat(file(nell).decisions())
                    .extracting(Decision::kind, Decision::ground, Decision::decidedOn)
                    .containsExactly(tuple(
                            DecisionKind.NOT_ASSESS,
                            "Children and Families Act 2014 s.36(3), (5): not necessary for provision to be made in"
                                    + " accordance with a plan",
                            LocalDate.of(2026, 10, 1)));
            assertThat(words(nell, LetterKind.L_03, "Ruth Ashby"))
                    .contains("We have decided that it is not necessary.")
                    .contains(ENOUGH)
                    .contains("section 51(2)(a)");
            assertThat(recipients(nell, LetterKind.L_03))
                    .as(
                            "nobody else was told that an assessment is considered, so nobody else is told of the no (reg 5(2))")
                    .extracting(LetterRecipient::name)
                    .containsExactly("Ruth Ashby");
            assertThat(deadline(nell, "REQ-04").metOn()).isEqualTo("2026-10-01");
            assertThat(file(nell).c().stage()).isEqualTo(Stage.NOT_ASSESSED);
            assertThat(lettersOf(nell, LetterKind.L_02))
                    .as("nothing was considered")
                    .isEmpty();
        }

        @Test
        void whereTheManagerSeesMore_viewsAreInvitedAfterAll() {
            toTheFirstLook();
            firstLook("NO", null);
            atFirstLook("manager", "MAY_BE_NECESSARY");
            assertThat(file(nell).decisions()).isEmpty();
            sign("caseworker", nell);
            assertThat(recipients(nell, LetterKind.L_02)).hasSize(4);
            assertThat(openTasks(nell)).containsExactly("userTask_decideWhetherToAssess");
        }

        @Test
        void withinSixMonthsOfAnAssessmentThereIsAPowerAndNoDuty() {
            toTheFirstLook();
            assertThatThrownBy(() -> firstLook("YES", "2026-10-02"))
                    .hasMessageContaining("Check the day of the last assessment; it is in the future.");
            firstLook("YES", "2026-04-01");
            assertThat(openTasks(nell)).containsExactly("userTask_decideAtFirstLook");
            assertThat(happened(nell, "First look: assessed in the previous six months"))
                    .containsExactly("2026-10-01T09:00 Last assessed on 1 Apr 2026 (REQ-05).");
            assertThatThrownBy(() -> atFirstLook("manager", "ASSESSED_LATELY"))
                    .hasMessageContaining("Give the day of the last assessment");
            assertThatThrownBy(() -> assessedLately("2026-10-02")).hasMessageContaining("it is in the future");
            assertThatThrownBy(() -> assessedLately("2026-03-31"))
                    .hasMessageContaining("The six months after the last assessment ended on 30 Sept 2026.");
            assertThat(file(nell).decisions()).isEmpty();
            assessedLately("2026-04-01");
            assertThat(file(nell).decisions())
                    .extracting(Decision::ground)
                    .containsExactly(
                            "Children and Families Act 2014 s.36(6)(b): assessed in the previous six months, on 1 April 2026");
            sign("manager", nell);
            assertThat(words(nell, LetterKind.L_03, "Ruth Ashby"))
                    .contains(
                            "There was one on 1 April 2026.", "The six months come from section 36", "section 51(2)(a)")
                    .doesNotContain("it is not necessary", "section 36(5)");
            assertThat(recipients(nell, LetterKind.L_03))
                    .extracting(LetterRecipient::name)
                    .containsExactly("Ruth Ashby");
        }

        @Test
        void afterSixMonthsTheDutyIsThereAgain() {
            toTheFirstLook();
            firstLook("YES", "2026-03-31");
            assertThat(openTasks(nell)).as("L-02").containsExactly("userTask_checkAndSign");
        }

        @Test
        void aBlanketPolicyIsNoReason_unlessTheManagerSaysWhyItIsNone() {
            toTheDecision();
            on(2026, 10, 12);
            assertThatThrownBy(
                            () -> decide(decision("YES", "NO", "Nell is not two years behind her class in reading.")))
                    .hasMessageContaining(
                            "The reasons say “two years behind”. How far a child is behind is evidence and no"
                                    + " threshold.");
            assertThatThrownBy(() -> decide(decision(
                            "YES", "NO", "A child must have had two full cycles of support before we assess.")))
                    .hasMessageContaining("The law asks for no number of cycles.");
            assertThatThrownBy(() -> decide(
                            decision("YES", "NO", "The school has to spend its £6,000 first, as all schools do.")))
                    .hasMessageContaining("What a school has spent is no test in law.");
            assertThatThrownBy(() ->
                            decide(decision("YES", "NO", "Her reading is not below the 2nd percentile in the test.")))
                    .hasMessageContaining("A score is evidence and no threshold.");
            assertThatThrownBy(() -> decide(
                            decision("YES", "NO", "She needs an EP report first, and the request came without it.")))
                    .hasMessageContaining("Getting an educational psychologist's advice is what an assessment is for");
            assertThat(file(nell).decisions()).isEmpty();

            Map<String, Object> form = decision(
                    "YES", "NO", "Nell was two years behind in March; with the help of her school she has caught up.");
            form.put("noThreshold", "The sentence tells how far she has come, and asks for no distance.");
            decide(form);
            assertThat(remarks())
                    .containsExactly(
                            "NO_THRESHOLD The sentence tells how far she has come, and asks for no distance. (manager)");
        }

        @Test
        void aYesNeedsNoDefence() {
            toTheDecision();
            on(2026, 10, 12);
            decide(decision("YES", "YES", "Nell is two years behind her class in reading in spite of much help."));
            assertThat(file(nell).decisions()).extracting(Decision::kind).containsExactly(DecisionKind.ASSESS);
        }

        @Test
        void forAYoungPersonOverEighteenMoreTimeIsConsidered() {
            on(2026, 9, 14);
            Map<String, Object> request = nellsRequest(LocalDate.of(2026, 9, 14));
            request.put("birthDate", "2008-10-12");
            request.put("source", "YOUNG_PERSON");
            request.put("requestedBy", "Nell Ashby");
            nell = people.request("caseworker", request);
            people.runJobs();
            sign("caseworker", nell);
            on(2026, 10, 1);
            consider(nell);
            on(2026, 10, 12);
            Map<String, Object> form = decision("YES", "NO", ENOUGH);
            assertThatThrownBy(() -> decide(form))
                    .hasMessageContaining("The young person is over 18. Consider whether they need more time");
            form.put("moreTimeConsidered", true);
            form.put("moreTime", "The college gives Nell a third year for her course already.");
            decide(form);
            assertThat(remarks())
                    .containsExactly("MORE_TIME The college gives Nell a third year for her course already. (manager)");
        }

        @Test
        void aDecisionThatNobodyWasToldYetCanBeTakenBack() {
            toTheDecision();
            on(2026, 10, 12);
            decide(decision("YES", "NO", ENOUGH));
            assertThatThrownBy(() -> back("manager", null))
                    .hasMessageContaining("Say what has to be changed in the decision or its reasons.");
            back("manager", "The reasons leave out what the psychologist of the school has seen.");

            assertThat(openTasks(nell)).containsExactly("userTask_decideWhetherToAssess");
            assertThat(letter(nell, LetterKind.L_03).state()).isEqualTo(LetterState.WITHDRAWN);
            assertThat(words(nell, LetterKind.L_03, "Ruth Ashby"))
                    .as("kept as it stood")
                    .contains("We have decided not to carry out an EHC needs assessment of Nell.");
            assertThat(recipients(nell, LetterKind.L_03))
                    .extracting(LetterRecipient::sentOn)
                    .containsOnlyNulls();
            assertThat(deadline(nell, "REQ-04").metOn()).isNull();
            assertThat(file(nell).latest(DecisionKind.NOT_ASSESS)).isEmpty();

            on(2026, 10, 13);
            decide(decision("YES", "YES", "What the psychologist has seen shows that a plan may be necessary."));
            back("caseworker", "The evidence names the wrong report, please name the right one.");
            decide(decision("YES", "YES", "What the psychologist has seen shows that Nell may need a plan."));
            sign("caseworker", nell);
            assertThat(file(nell).decisions())
                    .extracting(Decision::kind, Decision::decidedOn, file(nell)::isTakenBack)
                    .containsExactly(
                            tuple(DecisionKind.NOT_ASSESS, LocalDate.of(2026, 10, 12), true),
                            tuple(DecisionKind.ASSESS, LocalDate.of(2026, 10, 13), true),
                            tuple(DecisionKind.ASSESS, LocalDate.of(2026, 10, 13), false));
            assertThat(happened(nell, "Letter withdrawn: L-03"))
                    .containsExactly(
                            "2026-10-12T09:00 The reasons leave out what the psychologist of the school has seen.");
            assertThat(lettersOf(nell, LetterKind.L_04))
                    .extracting(one -> one.state())
                    .containsExactly(LetterState.WITHDRAWN, LetterState.SENT);
            assertThat(deadline(nell, "REQ-04").metOn()).isEqualTo("2026-10-13");
            assertThat(file(nell).c().stage()).isEqualTo(Stage.ADVICE);
            assertThatThrownBy(() -> files.takeBack(
                            nell,
                            DecisionKind.NOT_ASSESS,
                            "There is nothing left that could be taken back.",
                            "manager"))
                    .hasMessage("There is no decision to take back in case " + nell + ".");
        }

        @Test
        void aRefusalAtTheFirstLookGoesBackToTheFirstLook() {
            toTheFirstLook();
            firstLook("NO", null);
            atFirstLook("manager", "NOT_NECESSARY");
            back("manager", "The family's letter of last week was not taken into account.");
            assertThat(openTasks(nell)).containsExactly("userTask_decideAtFirstLook");
            atFirstLook("manager", "MAY_BE_NECESSARY");
            assertThat(openTasks(nell)).as("L-02").containsExactly("userTask_checkAndSign");
            assertThatThrownBy(() -> back("caseworker", "Something else should be considered here."))
                    .hasMessageContaining("Letter L-02 tells no decision that could be changed.");
        }

        @Test
        void theDecisionOnAPlanCanBeTakenBackToo() {
            toTheDecision();
            on(2026, 10, 12);
            decide(decision("YES", "YES", "Nell has made little progress in spite of much help."));
            sign("caseworker", nell);
            askForAdvice(nell);
            on(2026, 11, 20);
            allAdviceArrives(nell);
            on(2026, 11, 24);
            recommend(nell, true);
            assertThatThrownBy(() -> people.complete(
                            "manager",
                            nell,
                            "userTask_decideWhetherToIssue",
                            Map.of(
                                    "planNecessary", "NO",
                                    "reasons", "Nell does not meet the threshold for a plan in this county.",
                                    "evidence", "All advice of the assessment.")))
                    .hasMessageContaining("There are no criteria beside the law's own questions.");
            decideOnPlan(nell, false);
            back("manager", "The reasons do not say who gives the help that is needed.");
            assertThat(file(nell).c().stage()).isEqualTo(Stage.DECISION);
            assertThat(deadline(nell, "PLAN-01").metOn()).isNull();
            decideOnPlan(nell, true);
            back("caseworker", "The letter speaks of a report that has not come in.");
            decideOnPlan(nell, true);
            sign("caseworker", nell);
            assertThat(deadline(nell, "PLAN-01").metOn()).isEqualTo("2026-11-24");
            assertThat(file(nell).c().stage()).isEqualTo(Stage.DRAFT);
            assertThat(file(nell).decisions())
                    .extracting(Decision::kind)
                    .containsExactly(
                            DecisionKind.ASSESS,
                            DecisionKind.NO_PLAN,
                            DecisionKind.ISSUE_PLAN,
                            DecisionKind.ISSUE_PLAN);
            assertThat(file(nell).latest(DecisionKind.NO_PLAN)).isEmpty();
        }

        private void requested() {
            on(2026, 9, 14);
            nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            people.runJobs();
        }

        private void toTheFirstLook() {
            requested();
            on(2026, 9, 15);
            sign("caseworker", nell);
            on(2026, 10, 1);
        }

        private void toTheDecision() {
            toTheFirstLook();
            consider(nell);
        }

        private void firstLook(String mayBeNecessary, String assessedOn) {
            Map<String, Object> form = new HashMap<>();
            form.put("evidence", "The school's records and the letter of the family.");
            form.put("planMayBeNecessary", mayBeNecessary);
            form.put("assessedOn", assessedOn);
            form.put("advice", mayBeNecessary.equals("YES") ? "ASSESS" : null);
            people.complete("caseworker", nell, "userTask_considerRequest", form);
        }

        private void assessedLately(String on) {
            people.complete(
                    "manager",
                    nell,
                    "userTask_decideAtFirstLook",
                    Map.of(
                            "verdict",
                            "ASSESSED_LATELY",
                            "assessedOn",
                            on,
                            "reasons",
                            ENOUGH,
                            "evidence",
                            "School report of 1 September 2026."));
        }

        private void atFirstLook(String user, String verdict) {
            people.complete(
                    user,
                    nell,
                    "userTask_decideAtFirstLook",
                    Map.of(
                            "verdict", verdict,
                            "reasons", ENOUGH,
                            "evidence", "School report of 1 September 2026."));
        }

        private static Map<String, Object> decision(String needs, String plan, String reasons) {
            Map<String, Object> form = new HashMap<>();
            form.put("hasSen", needs);
            form.put("planMayBeNecessary", plan);
            form.put("reasons", reasons);
            form.put("evidence", "School report of 1 September 2026.");
            return form;
        }

        private void decide(Map<String, Object> form) {
            people.complete("manager", nell, "userTask_decideWhetherToAssess", form);
        }

        private void back(String user, String why) {
            Map<String, Object> form = new HashMap<>();
            form.put("verdict", "BACK");
            form.put("why", why);
            people.complete(user, nell, "userTask_checkAndSign", form);
        }

        private List<String> remarks() {
            return file(nell).remarks().stream()
                    .map(remark -> remark.kind() + " " + remark.words() + " (" + remark.recordedBy() + ")")
                    .toList();
        }

        private String dueOf(String task) {
            return people.task(nell, task)
                    .getDueDate()
                    .toInstant()
                    .atZone(org.ehcpathway.pathway.AdjustableClock.ENGLAND)
                    .toLocalDateTime()
                    .toString();
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}

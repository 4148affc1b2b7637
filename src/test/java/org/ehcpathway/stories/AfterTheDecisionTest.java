package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.ehcpathway.casefile.AfterARefusal;
import org.ehcpathway.casefile.Conversation;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Decision;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.pathway.AdjustableClock;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a family hears after a decision on its request of Monday 14 September 2026: a name after a yes, a conversation after a no. */
class AfterTheDecisionTest {

    abstract static class Told extends Story {

        @Autowired
        AfterARefusal refusals;

        private String nell;

        @Test
        void afterAYesACaseManagerIsNamedAndIntroduced_whileTheAdviceIsAskedFor() {
            decided(true);
            on(2026, 10, 13);
            sign("caseworker", nell);
            assertThat(openTasks(nell)).containsExactly("userTask_chooseAdvisers", "userTask_nameCaseManager");
            assertThat(dueOf("userTask_nameCaseManager")).isEqualTo("2026-10-15T23:59:59");
            assertThat(tasks.getVariable(
                            people.task(nell, "userTask_nameCaseManager").getId(), "consideredBy"))
                    .isEqualTo("caseworker");
            assertThatThrownBy(() -> name("caseworker", Map.of())).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> name("manager", Map.of("caseManager", "caseworkersouth")))
                    .hasMessageContaining(
                            "Nobody with this log-in name is in the team of the case: choose one of caseworker");

            name("manager", Map.of("phone", "01632 960777"));
            assertThat(file(nell).c().caseManager()).isEqualTo("caseworker");
            assertThat(happened(nell, "Case manager named")).containsExactly("2026-10-13T09:00 caseworker");
            assertThat(dueOf("userTask_checkAndSign")).isEqualTo("2026-10-15T23:59:59");
            sign("caseworker", nell);
            assertThat(recipients(nell, LetterKind.O_02))
                    .extracting(LetterRecipient::name, LetterRecipient::sentOn)
                    .containsExactly(tuple("Ruth Ashby", LocalDate.of(2026, 10, 13)));
            assertThat(words(nell, LetterKind.O_02, "Ruth Ashby"))
                    .contains("I look after Nell’s case in our team.")
                    .contains("Phone: 01632 960777")
                    .contains("we tell you by Monday 4 January 2027");
            assertThat(openTasks(nell)).containsExactly("userTask_chooseAdvisers");
        }

        @Test
        void afterANoAConversationIsOffered_andNoDateWaitsForIt() {
            decided(false);
            on(2026, 10, 13);
            sign("manager", nell);
            assertThat(dueOf("userTask_offerConversation")).isEqualTo("2026-10-15T23:59:59");
            String offer = people.task(nell, "userTask_offerConversation").getId();
            assertThat(tasks.getVariable(offer, "mediationUntil")).isEqualTo("13 Dec 2026");
            assertThat(tasks.getVariable(offer, "appealUntil"))
                    .as("13 December is a Sunday")
                    .isEqualTo("14 Dec 2026");
            assertThat(file(nell).c().stage()).isEqualTo(Stage.NOT_ASSESSED);
            on(2026, 10, 15);
            assertThatThrownBy(() -> talk("HELD", "2026-10-11", "NOTHING_NEW", null))
                    .hasMessageContaining("Check the day of the conversation; it is before the decision.");
            assertThatThrownBy(() -> talk("HELD", "2026-10-16", "NOTHING_NEW", null))
                    .hasMessageContaining("Check the day of the conversation; it is in the future.");
            assertThatThrownBy(() -> talk("HELD", "2026-10-15", "NEW_EVIDENCE", null))
                    .hasMessageContaining("Say what the new evidence is, so that a manager can look at it.");
            talk("HELD", "2026-10-15", "NOTHING_NEW", "The hearing test of the spring was not read.");
            assertThat(refusals.of(nell))
                    .extracting(
                            Conversation::answer,
                            Conversation::way,
                            Conversation::onDay,
                            Conversation::tookPart,
                            Conversation::newEvidence)
                    .containsExactly(tuple(
                            Conversation.Answer.HELD,
                            Conversation.Way.MEETING,
                            LocalDate.of(2026, 10, 15),
                            "Ruth Ashby and Casey",
                            false));
            assertThat(deadline(nell, "MED-02").due()).isEqualTo("2026-12-13");
            assertThat(deadline(nell, "APP-01").due()).isEqualTo("2026-12-14");
            assertThat(isRunning(nell)).isFalse();
        }

        @Test
        void newEvidenceThatChangesNothing_leavesTheRefusalAsItStands() {
            decided(false);
            sign("manager", nell);
            on(2026, 10, 15);
            talk("HELD", "2026-10-15", "NEW_EVIDENCE", "A hearing test of the spring.");
            assertThat(dueOf("userTask_reconsiderDecision")).isEqualTo("2026-10-22T23:59:59");
            assertThatThrownBy(() -> reconsider("caseworker", "STANDS")).isInstanceOf(AuthorizationException.class);
            reconsider("manager", "STANDS");
            assertThat(happened(nell, "Looked at again: the decision stands"))
                    .containsExactly(
                            "2026-10-15T09:00 The hearing test shows more than we knew when we decided.\nThe family was told by"
                                    + " telephone, to Ruth Ashby.");
            assertThat(file(nell).c().stage()).isEqualTo(Stage.NOT_ASSESSED);
            assertThat(isRunning(nell)).isFalse();
        }

        @Test
        void aRefusalToAssessThatIsChanged_goesOnWithTheAdvice_underTheClocksOfTheRequest() {
            decided(false);
            sign("manager", nell);
            on(2026, 11, 2);
            talk("HELD", "2026-11-02", "NEW_EVIDENCE", "A hearing test of the spring.");
            reconsider("manager", "CHANGED");
            assertThat(file(nell).c().isOpen()).isTrue();
            assertThat(file(nell).c().outcome()).isNull();
            on(2026, 11, 3);
            sign("caseworker", nell);
            assertThat(recipients(nell, LetterKind.L_04))
                    .extracting(LetterRecipient::sentOn)
                    .containsOnly(LocalDate.of(2026, 11, 3));
            assertThat(file(nell).decisions())
                    .extracting(Decision::kind, Decision::decidedOn)
                    .containsExactly(
                            tuple(DecisionKind.NOT_ASSESS, LocalDate.of(2026, 10, 12)),
                            tuple(DecisionKind.ASSESS, LocalDate.of(2026, 11, 2)));
            assertThat(file(nell).c().stage()).isEqualTo(Stage.ADVICE);
            assertThat(openTasks(nell)).containsExactly("userTask_chooseAdvisers", "userTask_nameCaseManager");
            assertThat(deadline(nell, "REQ-04").metOn())
                    .as("the request was decided on in October")
                    .isEqualTo("2026-10-12");
            assertThat(deadline(nell, "PLAN-01"))
                    .returns(LocalDate.of(2026, 9, 14), Deadline::clockStart)
                    .returns(LocalDate.of(2027, 1, 4), Deadline::due)
                    .returns(null, Deadline::metOn);
            assertThat(deadline(nell, "PLAN-06").due()).isEqualTo("2027-02-01");
            assertThat(timers(nell))
                    .containsExactly("event_plan01Nears 2026-12-21T08:00", "event_plan06Nears 2027-01-04T08:00");
            askForAdvice(nell);
            assertThat(file(nell).c().caseManager()).isEqualTo("caseworker");
            at("2027-01-05T00:00");
            assertThat(happened(nell, "Limit passed"))
                    .containsExactly("2027-01-05T00:00 PLAN-01 was due on 4 Jan 2027. The duty goes on.");
        }

        @Test
        void aRefusalThatWasLateAndChanged_isStillWatchedOnce() {
            decided(false, LocalDate.of(2026, 10, 28));
            sign("manager", nell);
            assertThat(openTasks(nell)).contains("userTask_explainDelay");
            on(2026, 11, 2);
            talk("HELD", "2026-11-02", "NEW_EVIDENCE", "A hearing test of the spring.");
            reconsider("manager", "CHANGED");
            sign("caseworker", nell);
            assertThat(timers(nell))
                    .as("the first instance waits for the delay to be explained, and has its timers still")
                    .filteredOn(timer -> timer.startsWith("event_plan01Nears"))
                    .hasSize(2);

            at("2027-01-05T00:00");

            assertThat(happened(nell, "Limit near"))
                    .filteredOn(near -> near.contains("PLAN-01"))
                    .hasSize(1);
            assertThat(happened(nell, "Limit passed"))
                    .containsExactly(
                            "2026-10-27T00:00 REQ-04 was due on 26 Oct 2026. The duty goes on.",
                            "2027-01-05T00:00 PLAN-01 was due on 4 Jan 2027. The duty goes on.");
            assertThat(people.tasks(nell, "userTask_explainDelay"))
                    .as("one for week 6, one for week 16")
                    .hasSize(2);
        }

        @Test
        void aRefusalAtTheFirstLookThatIsChanged_invitesViewsBeforeItIsDecidedWhetherToAssess() {
            on(2026, 9, 14);
            nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            people.runJobs();
            sign("caseworker", nell);
            on(2026, 10, 1);
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_considerRequest",
                    Map.of("evidence", "The school's records.", "planMayBeNecessary", "NO"));
            people.complete(
                    "manager",
                    nell,
                    "userTask_decideAtFirstLook",
                    Map.of(
                            "verdict", "NOT_NECESSARY",
                            "reasons",
                                    "Nell’s school can meet her needs from what it has, and she makes good progress.",
                            "evidence", "School report of 1 September 2026.",
                            "beforeAnswer", "The family told us by telephone that it has nothing to add."));
            sign("manager", nell);
            assertThat(lettersOf(nell, LetterKind.L_02)).isEmpty();
            on(2026, 11, 2);
            talk("HELD", "2026-11-02", "NEW_EVIDENCE", "A hearing test of the spring.");
            reconsider("manager", "CHANGED");

            assertThat(file(nell).c().stage()).isEqualTo(Stage.REQUEST);
            assertThat(file(nell).decisions())
                    .as("nothing is decided before the family was heard")
                    .extracting(Decision::kind)
                    .containsExactly(DecisionKind.NOT_ASSESS);
            assertThat(happened(nell, "First look changed: a plan may be necessary"))
                    .hasSize(1);
            on(2026, 11, 3);
            sign("caseworker", nell);
            assertThat(recipients(nell, LetterKind.L_02))
                    .as("the family, the health body, social care and the school")
                    .hasSize(4)
                    .extracting(LetterRecipient::sentOn)
                    .containsOnly(LocalDate.of(2026, 11, 3));
            assertThat(lettersOf(nell, LetterKind.L_04)).isEmpty();
            assertThat(openTasks(nell)).containsExactly("userTask_decideWhetherToAssess");
            assertThat(deadline(nell, "PLAN-01").due()).isEqualTo("2027-01-04");

            decideToAssess(nell, true, true);
            sign("caseworker", nell);
            assertThat(recipients(nell, LetterKind.L_04)).hasSize(4);
            assertThat(file(nell).c().stage()).isEqualTo(Stage.ADVICE);
            assertThat(openTasks(nell)).containsExactly("userTask_chooseAdvisers", "userTask_nameCaseManager");
        }

        @Test
        void aRefusalThatWasChanged_leavesTheFamilyFreeToWithdraw() {
            decided(false);
            sign("manager", nell);
            on(2026, 11, 2);
            talk("HELD", "2026-11-02", "NEW_EVIDENCE", "A hearing test of the spring.");
            reconsider("manager", "CHANGED");
            sign("caseworker", nell);
            people.start(
                    "caseworker",
                    "end-of-request",
                    Map.of(
                            "reference", nell,
                            "ground", "WITHDRAWN",
                            "happenedOn", "2026-11-02",
                            "toldBy", "Ruth Ashby",
                            "toldHow", "by telephone"));
            people.complete(
                    "manager",
                    nell,
                    "userTask_confirmEnd",
                    Map.of(
                            "verdict", "END",
                            "reasons", "Her mother is sure, and the school agrees with her.",
                            "noPlanDecision", "Her mother wants none, and nothing shows that one is needed."));
            assertThat(file(nell).c().stage()).isEqualTo(Stage.WITHDRAWN);
            assertThat(openTasks(nell)).as("the closing letter alone").containsExactly("userTask_checkAndSign");
        }

        @Test
        void aRefusalToIssueThatIsChanged_goesOnWithTheDraft() {
            decided(true);
            sign("caseworker", nell);
            askForAdvice(nell);
            on(2026, 11, 20);
            allAdviceArrives(nell);
            on(2026, 11, 24);
            recommend(nell, true);
            decideOnPlan(nell, false);
            sign("manager", nell);
            assertThat(openTasks(nell)).containsExactly("userTask_offerConversation");
            on(2027, 2, 3);
            talk("HELD", "2027-02-03", "NEW_EVIDENCE", "A report of the hospital.");
            reconsider("manager", "CHANGED");
            sign("caseworker", nell);
            assertThat(recipients(nell, LetterKind.L_07))
                    .extracting(LetterRecipient::sentOn)
                    .containsOnly(LocalDate.of(2027, 2, 3));
            assertThat(file(nell).c().stage()).isEqualTo(Stage.DRAFT);
            assertThat(file(nell).latest(DecisionKind.ISSUE_PLAN).orElseThrow().ground())
                    .isEqualTo(
                            "Children and Families Act 2014 s.37(1), on a second look: provision in accordance with an EHC"
                                    + " plan is necessary");
            assertThat(deadline(nell, "PLAN-01").metOn()).isEqualTo("2026-11-24");
            assertThat(openTasks(nell))
                    .as("week 20 was over on 1 February: the delay is explained")
                    .containsExactly("userTask_explainDelay", "userTask_writeDraft");
            assertThat(happened(nell, "Limit passed"))
                    .containsExactly("2027-02-03T09:00 PLAN-06 was due on 1 Feb 2027. The duty goes on.");
        }

        private void decided(boolean assess) {
            decided(assess, LocalDate.of(2026, 10, 12));
        }

        private void decided(boolean assess, LocalDate day) {
            on(2026, 9, 14);
            nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            people.runJobs();
            sign("caseworker", nell);
            on(2026, 10, 1);
            consider(nell);
            on(day);
            decideToAssess(nell, true, assess);
        }

        private void name(String user, Map<String, Object> form) {
            people.complete(user, nell, "userTask_nameCaseManager", form);
        }

        private void talk(String answer, String on, String outcome, String missed) {
            Map<String, Object> form = new HashMap<>();
            form.put("answer", answer);
            form.put("way", "MEETING");
            form.put("onDay", on);
            form.put("tookPart", "Ruth Ashby and Casey");
            form.put("missed", missed);
            form.put("outcome", outcome);
            people.complete("caseworker", nell, "userTask_offerConversation", form);
        }

        private void reconsider(String user, String verdict) {
            people.complete(
                    user,
                    nell,
                    "userTask_reconsiderDecision",
                    Map.of(
                            "verdict", verdict,
                            "toldHow", "by telephone, to Ruth Ashby",
                            "reasons", "The hearing test shows more than we knew when we decided.",
                            "evidence", "The paper that the family brought."));
        }

        private String dueOf(String task) {
            return people.task(nell, task)
                    .getDueDate()
                    .toInstant()
                    .atZone(AdjustableClock.ENGLAND)
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

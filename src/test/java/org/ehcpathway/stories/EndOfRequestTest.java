package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.EndingDecision;
import org.ehcpathway.casefile.EndingDecision.Verdict;
import org.ehcpathway.casefile.EndingGround;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.pathway.LettersFromTheCase;
import org.ehcpathway.pathway.TwentyFifthBirthdays;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A request of Monday 14 September 2026 ends before it was decided: withdrawn, moved away, or because the child has died. */
class EndOfRequestTest {

    /** What the stories of ends have in common. */
    abstract static class Ending extends Story {

        static final LocalDate RECEIVED = LocalDate.of(2026, 9, 14);

        @Autowired
        LettersFromTheCase fromTheCase;

        void fromTheCase(String nell) {
            people.as("caseworker", () -> {
                fromTheCase.write(nell, LetterKind.L_02, Map.of(), List.of());
                return null;
            });
            people.runJobs();
        }

        Map<String, Object> withdrawal(String reference) {
            Map<String, Object> form = new HashMap<>();
            form.put("reference", reference);
            form.put("ground", EndingGround.WITHDRAWN.name());
            form.put("happenedOn", RECEIVED.toString());
            form.put("toldBy", "Ruth Ashby");
            form.put("toldHow", "by telephone");
            return form;
        }

        void askToEnd(String user, Map<String, Object> form) {
            people.start(user, "end-of-request", form);
        }

        void confirm(String user, String reference, Verdict verdict) {
            people.complete(
                    user,
                    reference,
                    "userTask_confirmEnd",
                    Map.of(
                            "verdict",
                            verdict.name(),
                            "reasons",
                            "Her mother is sure, and the school agrees with her.",
                            "noPlanDecision",
                            "Her mother wants none, and nothing that came in shows that one is needed."));
        }

        /** Nell's case at a stage, in the autumn of 2026, with its next task open. */
        String nellAt(Stage stage) {
            on(2026, 9, 14);
            String nell = nellsRequestArrives(RECEIVED);
            people.runJobs();
            sign("caseworker", nell);
            on(2026, 10, 1);
            if (stage == Stage.REQUEST) {
                return nell;
            }
            consider(nell);
            decideToAssess(nell, true, true);
            sign("caseworker", nell);
            on(2026, 10, 5);
            askForAdvice(nell);
            if (stage == Stage.ADVICE) {
                return nell;
            }
            on(2026, 11, 9);
            allAdviceArrives(nell);
            if (stage == Stage.PANEL) {
                return nell;
            }
            recommend(nell, true);
            if (stage == Stage.DECISION) {
                return nell;
            }
            decideOnPlan(nell, true);
            sign("caseworker", nell);
            writePlan(nell);
            if (stage == Stage.DRAFT) {
                return nell;
            }
            sign("caseworker", nell);
            if (stage == Stage.REPRESENTATIONS) {
                return nell;
            }
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_recordRepresentations",
                    Map.of("answer", "GIVEN", "words", "It is right.", "saidBy", "Ruth Ashby", "saidOn", "2026-11-09"));
            on(2026, 11, 30);
            return nell;
        }
    }

    abstract static class Told extends Ending {

        @Autowired
        private RepositoryService repository;

        @Autowired
        private TwentyFifthBirthdays birthdays;

        @ParameterizedTest
        @EnumSource(
                value = Stage.class,
                names = {"REQUEST", "ADVICE", "PANEL", "DECISION"})
        void aRequestIsWithdrawnWhereverItStands(Stage stage) {
            String nell = nellAt(stage);
            assertThat(file(nell).c().stage()).isEqualTo(stage);
            List<String> before = openTasks(nell);
            LocalDate today = LocalDate.now(clock);

            askToEnd("caseworker", withdrawal(nell));
            assertThat(openTasks(nell))
                    .as("nothing stops before a manager has decided")
                    .containsAll(before)
                    .contains("userTask_confirmEnd");
            assertThat(file(nell).c().stage()).isEqualTo(stage);

            confirm("manager", nell, Verdict.END);
            CaseFile file = file(nell);
            assertThat(file.c().stage()).isEqualTo(Stage.WITHDRAWN);
            assertThat(file.c().closedOn()).isEqualTo(today);
            assertThat(file.c().outcome()).isEqualTo("Request withdrawn");
            assertThat(openTasks(nell)).as("the closing letter alone").containsExactly("userTask_checkAndSign");
            assertThat(jobsOf(nell)).isEmpty();
            assertThat(file.deadlines())
                    .as("no duty of the council is left")
                    .filteredOn(deadline -> deadline.metOn() == null)
                    .isNotEmpty()
                    .allSatisfy(deadline -> {
                        assertThat(deadline.supersededAt()).isNotNull();
                        assertThat(deadline.supersededWhy())
                                .isEqualTo("The request was withdrawn on 14 September 2026.");
                    });
            assertThat(panelFiles.waiting())
                    .noneMatch(waiting -> waiting.c().reference().equals(nell));
            assertThat(reading.of(nell))
                    .filteredOn(letter -> letter.kind() != LetterKind.O_05)
                    .extracting(Letter::state)
                    .allMatch(LetterState::isOver);

            on(today.plusDays(1).getDayOfWeek().getValue() > 5 ? today.plusDays(3) : today.plusDays(1));
            sign("caseworker", nell);
            assertThat(isRunning(nell)).isFalse();
            assertThat(words(nell, LetterKind.O_05, "Ruth Ashby"))
                    .contains("the request was withdrawn on 14 September 2026, as Ruth Ashby told us")
                    .doesNotContainIgnoringCase("right to appeal", "right of appeal", "mediation certificate");
            assertThat(jobsOf(nell)).as("no limit wakes it up again").isEmpty();
        }

        /** Found by the walker: the end of the wait was taken for the end of the 15 days, on a day still to come. */
        @Test
        void aFamilyMovesAwayWhileItsDaysStillRun() {
            String nell = nellAt(Stage.REPRESENTATIONS);
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_recordRepresentations",
                    Map.of("answer", "GIVEN", "words", "It is right.", "saidBy", "Ruth Ashby", "saidOn", "2026-11-09"));
            assertThat(timers(nell)).anyMatch(timer -> timer.startsWith("event_windowClosed"));
            Map<String, Object> form = withdrawal(nell);
            form.put("ground", "MOVED_AWAY");
            form.put("otherCouncil", "Otherham Council");
            askToEnd("caseworker", form);
            confirm("manager", nell, Verdict.END);
            CaseFile file = file(nell);
            assertThat(file.c().stage()).isEqualTo(Stage.MOVED_AWAY);
            assertThat(file.deadlines())
                    .filteredOn(deadline -> deadline.rule().equals("PLAN-04"))
                    .singleElement()
                    .satisfies(window -> {
                        assertThat(window.metOn()).isNull();
                        assertThat(window.supersededAt()).isNotNull();
                    });
            assertThat(openTasks(nell)).containsExactly("userTask_checkAndSign");
        }

        @ParameterizedTest
        @EnumSource(
                value = Stage.class,
                names = {"DRAFT", "REPRESENTATIONS", "FINALISE"})
        void onceAPlanIsKnownToBeNeededTheRequestIsNoLongerWithdrawn(Stage stage) {
            String nell = nellAt(stage);
            assertThatThrownBy(() -> askToEnd("caseworker", withdrawal(nell)))
                    .hasMessageContaining("Letter L-07 has gone out: the council has decided that a plan is needed")
                    .hasMessageContaining("section 37(1)");
            assertThat(endings.of(nell)).isEmpty();
            assertThat(file(nell).c().stage()).isEqualTo(stage);
            assertThat(deadline(nell, "PLAN-06").supersededAt()).isNull();

            Map<String, Object> moved = withdrawal(nell);
            moved.put("ground", "MOVED_AWAY");
            moved.put("otherCouncil", "Otherham Council");
            askToEnd("caseworker", moved);
            confirm("manager", nell, Verdict.END);
            assertThat(file(nell).c().stage()).isEqualTo(Stage.MOVED_AWAY);
        }

        @Test
        void aWithdrawalThatWasAskedForBeforeThePlanWasPromisedIsNotConfirmedAfterIt() {
            String nell = nellAt(Stage.DECISION);
            askToEnd("caseworker", withdrawal(nell));
            decideOnPlan(nell, true);
            sign("caseworker", nell);
            assertThatThrownBy(() -> confirm("manager", nell, Verdict.END))
                    .hasMessageContaining("Letter L-07 has gone out");
            confirm("manager", nell, Verdict.GO_ON);
            assertThat(file(nell).c().stage()).isEqualTo(Stage.DRAFT);
        }

        @Test
        void afterAYesToAnAssessmentItIsSaidWhyNoDecisionOnAPlanIsMade() {
            String nell = nellAt(Stage.ADVICE);
            askToEnd("caseworker", withdrawal(nell));
            Map<String, Object> silent =
                    Map.of("verdict", "END", "reasons", "Her mother is sure, and the school agrees with her.");
            assertThatThrownBy(() -> people.complete("manager", nell, "userTask_confirmEnd", silent))
                    .hasMessageContaining("the council owes a decision whether a plan is needed (section 36(9))");
            assertThat(endings.of(nell)).extracting(told -> told.decision()).containsExactly((EndingDecision) null);
            confirm("manager", nell, Verdict.END);
            assertThat(happened(nell, "No decision on a plan (section 36(9))"))
                    .containsExactly(
                            "2026-10-05T09:00 Her mother wants none, and nothing that came in shows that one is"
                                    + " needed.");
        }

        @Test
        void onlyWhoDecidesTakesTheRequestBack() {
            String nell = nellAt(Stage.REQUEST);
            refused(
                    nell,
                    Map.of("toldBy", "Mrs Grace Holloway, head"),
                    "Only Ruth Ashby can take this request back today");
            refused(nell, Map.of("toldBy", "Ruth Ashbyson"), "Only Ruth Ashby can take");
            assertThat(endings.of(nell)).isEmpty();
            Map<String, Object> form = withdrawal(nell);
            form.put("toldBy", "The mother, ruth  ashby");
            askToEnd("caseworker", form);
            confirm("manager", nell, Verdict.END);
            assertThat(file(nell).c().stage()).isEqualTo(Stage.WITHDRAWN);
        }

        @Test
        void aSchoolThatAskedCannotTakeTheFamilysDecisionAway() {
            on(2026, 9, 14);
            Map<String, Object> form = nellsRequest(RECEIVED);
            form.put("source", "SETTING");
            form.put("requestedBy", "Ashdown Primary School");
            form.put("familyWordsBy", "Ruth Ashby");
            String nell = people.request("caseworker", form);
            people.runJobs();
            sign("caseworker", nell);
            Map<String, Object> school = withdrawal(nell);
            school.put("toldBy", "Mrs Grace Holloway, Ashdown Primary School");
            assertThatThrownBy(() -> askToEnd("caseworker", school))
                    .hasMessageContaining("On anybody else’s word it goes on to its decision (section 36(3))");
            consider(nell);
            decideToAssess(nell, true, false);
            sign("manager", nell);
            assertThat(words(nell, LetterKind.L_03, "Ruth Ashby"))
                    .as("the family has its decision and its rights")
                    .contains("right to appeal");
        }

        @Test
        void theParentOfAYoungPersonDoesNotTakeTheRequestBack() {
            on(2026, 9, 14);
            Map<String, Object> form = nellsRequest(RECEIVED);
            form.put("birthDate", "2009-03-09");
            form.put("source", "YOUNG_PERSON");
            form.put("requestedBy", "Nell Ashby");
            String nell = people.request("caseworker", form);
            people.runJobs();
            refused(nell, Map.of(), "Only Nell Ashby can take this request back today");
            Map<String, Object> own = withdrawal(nell);
            own.put("toldBy", "Nell Ashby");
            askToEnd("caseworker", own);
            confirm("manager", nell, Verdict.END);
            assertThat(file(nell).c().stage()).isEqualTo(Stage.WITHDRAWN);
        }

        @Test
        void thePanelAndTheAdvisersAreNoLongerAsked() {
            String nell = nellAt(Stage.ADVICE);
            assertThat(openTasks(nell))
                    .filteredOn("userTask_provideAdvice"::equals)
                    .hasSize(5);
            askToEnd("caseworker", withdrawal(nell));
            confirm("manager", nell, Verdict.END);
            assertThat(openTasks(nell)).doesNotContain("userTask_provideAdvice");
            assertThat(happened(nell, "Advice no longer asked for"))
                    .singleElement()
                    .satisfies(note -> assertThat(note)
                            .contains("Educational advice: Mrs Grace Holloway", "Medical advice: Dr Samir Anand"));
            assertThat(lettersOf(nell, LetterKind.O_06))
                    .as("everybody who was asked, but not the family")
                    .hasSize(4)
                    .allMatch(letter -> letter.state() == LetterState.SENT)
                    .flatExtracting(letter -> reading.recipients(letter.id()))
                    .extracting(LetterRecipient::name)
                    .contains("Mrs Grace Holloway", "Dr Samir Anand")
                    .doesNotContain("Ruth Ashby");

            String theo = nellAt(Stage.PANEL);
            askToEnd("caseworker", withdrawal(theo));
            confirm("manager", theo, Verdict.END);
            assertThat(happened(theo, "No longer before the panel")).hasSize(1);
            assertThat(agenda.waiting())
                    .noneMatch(item -> agenda.caseOf(item).reference().equals(theo));
        }

        @Test
        void theCouncilMayGoOnAfterAWithdrawal_andASecondPersonDecides() {
            String nell = nellAt(Stage.REQUEST);
            List<String> before = openTasks(nell);
            askToEnd("caseworker", withdrawal(nell));
            assertThat(people.task(nell, "userTask_confirmEnd").getDueDate()).isEqualTo("2026-10-02T23:59:59");
            long asked = endings.of(nell).get(0).ending().id();
            assertThatThrownBy(() -> askToEnd("caseworker", withdrawal(nell)))
                    .hasMessageContaining("The end of this request is before a manager already");
            assertThatThrownBy(
                            () -> endings.decide(asked, Verdict.END, "Her mother is quite sure of it.", "caseworker"))
                    .isInstanceOf(NotAllowed.class)
                    .hasMessageContaining("Ask a colleague: the end of a request is decided by a second person.");
            assertThatThrownBy(() -> confirm("caseworker", nell, Verdict.END))
                    .isInstanceOf(AuthorizationException.class);

            confirm("manager", nell, Verdict.GO_ON);
            assertThat(openTasks(nell)).isEqualTo(before);
            assertThat(file(nell).c().isOpen()).isTrue();
            assertThat(deadline(nell, "REQ-04").supersededAt()).isNull();
            assertThat(happened(nell, "Decided: the request goes on")).hasSize(1);

            askToEnd("caseworker", withdrawal(nell));
            confirm("manager", nell, Verdict.END);
            assertThat(endings.of(nell))
                    .extracting(told -> told.decision().verdict())
                    .containsExactly(Verdict.GO_ON, Verdict.END);
        }

        @Test
        void aFamilyMovesAway_andTheLetterNamesThePapersForTheNewCouncil() {
            String nell = nellAt(Stage.PANEL);
            Map<String, Object> form = withdrawal(nell);
            form.put("ground", "MOVED_AWAY");
            form.put("otherCouncil", "Otherham Council");
            askToEnd("caseworker", form);
            confirm("manager", nell, Verdict.END);

            assertThat(file(nell).c().stage()).isEqualTo(Stage.MOVED_AWAY);
            sign("caseworker", nell);
            assertThat(words(nell, LetterKind.O_05, "Ruth Ashby"))
                    .contains("you moved to the area of Otherham Council on 14 September 2026")
                    .contains("the request, received on 14 September 2026; what you told us, word for word")
                    .contains("Psychological advice, from Dr Imogen Vale")
                    .contains("Tell us whether you agree.");
            assertThat(isRunning(nell)).isFalse();
        }

        @Test
        void aChildDies_andNoLetterGoesOutByItself() {
            String nell = nellAt(Stage.ADVICE);
            fromTheCase(nell);
            assertThat(lettersOf(nell, LetterKind.L_02))
                    .as("begun on the case page")
                    .last()
                    .returns(LetterState.PREPARED, Letter::state);
            Map<String, Object> form = withdrawal(nell);
            form.put("ground", "DIED");
            form.put("happenedOn", "2026-10-03");
            askToEnd("caseworker", form);
            confirm("manager", nell, Verdict.END);

            assertThat(file(nell).c().stage()).isEqualTo(Stage.DIED);
            assertThat(openTasks(nell)).as("no letter, but a person").containsExactly("userTask_writeInPerson");
            assertThat(people.task(nell, "userTask_writeInPerson").getDueDate()).isEqualTo("2026-10-06T23:59:59");
            assertThat(lettersOf(nell, LetterKind.O_05)).isEmpty();
            assertThat(reading.of(nell))
                    .filteredOn(letter -> letter.state() != LetterState.SENT)
                    .isNotEmpty()
                    .extracting(Letter::state)
                    .containsOnly(LetterState.WITHDRAWN);
            people.complete(
                    "manager",
                    nell,
                    "userTask_writeInPerson",
                    Map.of("doneOn", "2026-10-05", "done", "I telephoned the mother and wrote a card by hand."));
            assertThat(isRunning(nell)).isFalse();
            assertThat(happened(nell, "Turned to the family in person"))
                    .containsExactly("2026-10-05T09:00 5 Oct 2026. I telephoned the mother and wrote a card by hand.");
        }

        @Test
        void aYoungPersonTurns25_andAManagerDecides_forNothingEndsByItself() {
            on(2026, 9, 14);
            String nell = requestOfOneBornOn("2001-10-20");
            people.runJobs();
            sign("caseworker", nell);
            on(2026, 10, 19);
            birthdays.follow();
            assertThat(openTasks(nell)).as("still 24").containsExactly("userTask_considerRequest");

            on(2026, 10, 20);
            birthdays.follow();
            birthdays.follow();
            assertThat(openTasks(nell))
                    .as("asked once; the case goes on meanwhile")
                    .containsExactly("userTask_confirmEnd", "userTask_considerRequest");
            assertThat(people.task(nell, "userTask_confirmEnd").getDueDate()).isEqualTo("2026-10-21T23:59:59");
            assertThat(happened(nell, "End of the request asked for: The young person has turned 25"))
                    .containsExactly(
                            "2026-10-20T09:00 On 20 October 2026. Said by The date of birth in the file, by the daily look at birthdays.");
            consider(nell);
            assertThatThrownBy(() -> decideToAssess(nell, true, true))
                    .hasMessageContaining(
                            "The young person turned 25 on 20 October 2026, so no EHC plan can be made any more (section 83(2)).");

            confirm("manager", nell, Verdict.END);
            CaseFile file = file(nell);
            assertThat(file.c().stage()).isEqualTo(Stage.NOT_ASSESSED);
            assertThat(file.decisions()).as("no refusal, so no right of appeal").isEmpty();
            assertThat(file.deadlines())
                    .filteredOn(deadline -> deadline.rule().equals("REQ-04"))
                    .singleElement()
                    .satisfies(duty -> assertThat(duty.supersededWhy())
                            .isEqualTo("The young person turned 25 on 20 October 2026."));
            assertThat(jobsOf(nell)).isEmpty();
            sign("caseworker", nell);
            assertThat(words(nell, LetterKind.O_05, "Nell Ashby"))
                    .contains(
                            "the 25th birthday was on 20 October 2026, and a first EHC plan can be made only for somebody under 25")
                    .contains("Care Act 2014")
                    .doesNotContainIgnoringCase("right to appeal", "right of appeal", "mediation certificate");
            assertThat(isRunning(nell)).isFalse();
            birthdays.follow();
            assertThat(isRunning(nell)).isFalse();
        }

        @Test
        void somebodyOf25WhoseDateOfBirthWasWrong_goesOn() {
            on(2026, 9, 14);
            String nell = requestOfOneBornOn("2001-09-15");
            people.runJobs();
            sign("caseworker", nell);
            on(2026, 9, 15);
            birthdays.follow();
            confirm("manager", nell, Verdict.GO_ON);
            on(2026, 9, 16);
            birthdays.follow();

            assertThat(openTasks(nell)).as("not asked again").containsExactly("userTask_considerRequest");
            assertThat(file(nell).c().isOpen()).isTrue();
        }

        private String requestOfOneBornOn(String birth) {
            Map<String, Object> request = nellsRequest(RECEIVED);
            request.put("birthDate", birth);
            request.put("source", "YOUNG_PERSON");
            request.put("requestedBy", "Nell Ashby");
            return people.request("caseworker", request);
        }

        @Test
        void aRequestJoinedToAnEarlierOneByHand_endsThere() {
            String first = nellAt(Stage.REQUEST);
            on(2026, 10, 5);
            String second = anotherRequestForTheOneOf(first);
            Map<String, Object> wrongWayRound = withdrawal(first);
            wrongWayRound.put("ground", "LINKED");
            wrongWayRound.put("joins", second);
            assertThatThrownBy(() -> askToEnd("caseworker", wrongWayRound))
                    .hasMessageContaining("This request was received on 14 September 2026, before that of " + second);
            Map<String, Object> form = withdrawal(second);
            form.put("happenedOn", "2026-10-05");
            form.put("ground", "LINKED");
            form.put("joins", first);
            askToEnd("caseworker", form);
            assertThat(tasks.getVariable(
                            people.task(second, "userTask_confirmEnd").getId(), "joinsCase"))
                    .as("whoever decides sees into whose file it would go")
                    .isEqualTo(first + ", Nell Ashby");
            assertThat(history.createHistoricVariableInstanceQuery()
                            .variableName("joinsCase")
                            .count())
                    .as("no name in the engine's history")
                    .isZero();
            assertThat(happened(second, "End of the request asked for: " + EndingGround.LINKED.title()))
                    .containsExactly(
                            "2026-10-05T09:00 On 5 October 2026. Said by Ruth Ashby, by telephone. To be joined to "
                                    + first + ", Nell Ashby.");
            confirm("manager", second, Verdict.END);

            assertThat(file(second).c().stage()).isEqualTo(Stage.LINKED);
            assertThat(isRunning(second)).isFalse();
            assertThat(file(first).views())
                    .filteredOn(view -> view.words().contains("comes home in tears"))
                    .hasSize(2);
        }

        @Test
        void aRequestIsNotJoinedToTheCaseOfAnotherChild() {
            String first = nellAt(Stage.REQUEST);
            on(2026, 10, 5);
            String otherNell = nellsRequestArrives(LocalDate.of(2026, 10, 2));
            people.runJobs();
            Map<String, Object> slip = withdrawal(otherNell);
            slip.put("happenedOn", "2026-10-05");
            slip.put("ground", "LINKED");
            slip.put("joins", first);

            assertThatThrownBy(() -> askToEnd("caseworker", slip))
                    .hasMessageContaining("Check the reference " + first + ": that case is for another person");
            assertThat(endings.of(otherNell)).isEmpty();
        }

        @Test
        void aRequestIsNotJoinedToACaseThatEndedMeanwhile() {
            String first = nellAt(Stage.REQUEST);
            on(2026, 10, 5);
            String second = anotherRequestForTheOneOf(first);
            Map<String, Object> form = withdrawal(second);
            form.put("happenedOn", "2026-10-05");
            form.put("ground", "LINKED");
            form.put("joins", first);
            askToEnd("caseworker", form);
            askToEnd("caseworker", withdrawal(first));
            confirm("manager", first, Verdict.END);
            assertThat(file(first).c().isOpen()).isFalse();

            assertThatThrownBy(() -> confirm("manager", second, Verdict.END))
                    .hasMessageContaining("Case " + first
                            + " was closed on 5 October 2026, so this request cannot be joined to it any more");
            assertThat(file(second).c().isOpen()).isTrue();
            confirm("manager", second, Verdict.GO_ON);
            assertThat(file(second).c().isOpen()).isTrue();
        }

        private String anotherRequestForTheOneOf(String reference) {
            Map<String, Object> form = nellsRequest(LocalDate.of(2026, 10, 2));
            form.put("nhsNumber", file(reference).person().nhsNumber());
            String again = people.request("caseworker", form);
            people.runJobs();
            return again;
        }

        @Test
        void aCaseThatBeganOnAnEarlierVersionEndsToo() {
            deploy(Path.of("src/test/resources/released/1.0/needs-assessment.bpmn"));
            try {
                String nell = nellAt(Stage.ADVICE);
                askToEnd("caseworker", withdrawal(nell));
                confirm("manager", nell, Verdict.END);
                assertThat(file(nell).c().stage()).isEqualTo(Stage.WITHDRAWN);
                assertThat(openTasks(nell)).containsExactly("userTask_checkAndSign");
                assertThat(jobsOf(nell)).isEmpty();
            } finally {
                deploy(Path.of("processes/needs-assessment.bpmn"));
            }
        }

        @Test
        void whatCannotBeIsRefusedWithASentence() {
            String nell = nellAt(Stage.REQUEST);
            refused(
                    nell,
                    Map.of("reference", "EHC-2026-99999"),
                    "There is no case EHC-2026-99999; check the reference.");
            refused(nell, Map.of("happenedOn", "2026-09-13"), "cannot have been withdrawn before it was received");
            refused(nell, Map.of("happenedOn", "2026-12-01"), "it is in the future");
            refused(nell, Map.of("happenedOn", "soon"), "is not a date");
            refused(
                    nell,
                    Map.of("ground", "TURNED_25"),
                    "Check the day or the date of birth; by the file the 25th birthday is on 9 March 2043.");
            refused(nell, Map.of("ground", "BORED"), "has no such choice");
            refused(nell, Map.of("ground", "MOVED_AWAY"), "Name the council whose area the family has moved to.");
            refused(nell, Map.of("otherCouncil", "Otherham"), "Leave the other council empty");
            refused(nell, Map.of("ground", "LINKED"), "Enter the reference of the case of the same person.");
            refused(nell, Map.of("ground", "LINKED", "joins", nell), "A case cannot be joined to itself");
            refused(nell, Map.of("joins", nell), "Leave the other case empty");
            refused(nell, Map.of("toldBy", "Ruth\u0007"), "cannot be printed");
            refused(nell, Map.of("evidence", "x".repeat(200_000)), "is too long");
            refused(nell, Map.of("toldHow", 7), "must be text");
            assertThatThrownBy(() -> askToEnd("support", withdrawal(nell))).isInstanceOf(AuthorizationException.class);
            assertThat(people.as("support", () -> repository
                            .createProcessDefinitionQuery()
                            .startablePermissionCheck()
                            .latestVersion()
                            .list()))
                    .as("whom a form would refuse is not offered it")
                    .extracting(ProcessDefinition::getKey)
                    .contains("needs-assessment", "enquiry")
                    .doesNotContain("end-of-request", "cease-plan");
            assertThatThrownBy(() -> askToEnd("caseworkersouth", withdrawal(nell)))
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining("This case is held by another team.");

            consider(nell);
            decideToAssess(nell, true, false);
            sign("manager", nell);
            assertThat(file(nell).c().stage()).isEqualTo(Stage.NOT_ASSESSED);
            assertThatThrownBy(() -> askToEnd("caseworker", withdrawal(nell)))
                    .hasMessageContaining("Letter L-03 has gone out, so the request is decided");
        }

        private void refused(String nell, Map<String, Object> but, String sentence) {
            Map<String, Object> form = withdrawal(nell);
            form.putAll(but);
            assertThatThrownBy(() -> askToEnd("caseworker", form)).hasMessageContaining(sentence);
        }

        private void deploy(Path file) {
            try {
                repository
                        .createDeployment()
                        .name(file.toString())
                        .addInputStream(file.getFileName().toString(), Files.newInputStream(file))
                        .deploy();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** The council's own print room, whose post closes at three in the afternoon: later letters wait for the next day. */
    abstract static class InThePost extends Ending {

        @DynamicPropertySource
        static void thePrintRoom(DynamicPropertyRegistry registry) throws IOException {
            Path folder = Files.createTempDirectory("post");
            registry.add("ehc.letters.post", () -> "print-run");
            registry.add("ehc.letters.print-run.folder", folder::toString);
        }

        @Test
        void aLetterThatWaitsForThePostDoesNotGoOutAnyMore() {
            String nell = nellAt(Stage.DRAFT);
            at("2026-11-12T16:30");
            sign("caseworker", nell);
            assertThat(timers(nell)).anyMatch(timer -> timer.startsWith("event_postOpens 2026-11-13"));
            Letter draft = letter(nell, LetterKind.L_08);
            assertThat(draft.state()).isEqualTo(LetterState.RENDERED);

            askToEnd("caseworker", withdrawal(nell));
            confirm("manager", nell, Verdict.END);
            on(2026, 11, 16);

            assertThat(reading.get(draft.id()).state()).isEqualTo(LetterState.WITHDRAWN);
            assertThat(reading.recipients(draft.id())).allMatch(to -> to.sentOn() == null);
            assertThat(happened(nell, "Letter withdrawn: L-08 Draft plan"))
                    .containsExactly("2026-11-12T16:30 The request was withdrawn on 14 September 2026.");
            assertThatThrownBy(() -> fromTheCase.again(nell, draft.id(), "The family asks for it."))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}

    @Nested
    @OnH2
    class InThePostInH2 extends InThePost {}

    @Nested
    @OnPostgres
    class InThePostInPostgres extends InThePost {}
}

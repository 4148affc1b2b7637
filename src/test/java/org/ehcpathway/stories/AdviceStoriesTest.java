package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceExceptions;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.casefile.AdviceStep;
import org.ehcpathway.casefile.AdviceSteps;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.ExistingAdvice.Satisfied;
import org.ehcpathway.casefile.NewException;
import org.ehcpathway.casefile.PeopleAround;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.pathway.AdviceRequests;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.plan.PlanAppendix;
import org.ehcpathway.plan.PlanKind;
import org.ehcpathway.statute.AffectedPerson;
import org.ehcpathway.statute.ExceptionGround;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The advice of an assessment as it really comes: late, declined, given before, from one more adviser, and as the wrong file. */
class AdviceStoriesTest {

    /** A council that wants to be at the panel four weeks before PLAN-01, with or without what has not come. */
    @Nested
    @OnH2
    @TestPropertySource(properties = "ehc.advice.weeks-before-plan01=4")
    class GoesOnEarly extends Story {

        @Test
        void theCaseGoesOnTheWeeksBeforeTheLimitThatTheCouncilWants() {
            on(2026, 9, 14);
            String nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            people.runJobs();
            sign("caseworker", nell);
            on(2026, 10, 5);
            consider(nell);
            decideToAssess(nell, true, true);
            sign("caseworker", nell);
            askForAdvice(nell);
            assertThat(deadline(nell, "PLAN-01").due()).isEqualTo("2027-01-04");
            assertThat(timers(nell)).contains("event_adviceGoesOn 2026-12-07T08:00");

            at("2026-12-07T07:59");
            assertThat(file(nell).c().stage()).isEqualTo(Stage.ADVICE);
            at("2026-12-07T08:00");
            assertThat(file(nell).c().stage()).isIn(Stage.PANEL, Stage.DECISION);
            assertThat(happened(nell, "Goes on without advice")).hasSize(1);
        }
    }

    abstract static class Told extends Story {

        @Autowired
        AdviceSteps steps;

        @Autowired
        AdviceRequests requests;

        @Autowired
        AdviceExceptions exceptions;

        @Autowired
        PeopleAround peopleAround;

        private String nell;

        @Test
        void healthIsLate_itIsRemindedEscalatedAndChased_theCaseGoesOn_andTheReportIsStillUsed() {
            assessmentAgreed();
            on(2026, 10, 26);
            askForAdvice(nell);
            assertThat(of(AdviceKind.MEDICAL).dueOn())
                    .as("X-02: six weeks after Monday 26 October")
                    .isEqualTo("2026-12-07");
            on(2026, 11, 20);
            for (Task task : people.tasks(nell, "userTask_provideAdvice")) {
                if (!adviceOf(task).kind().equals(AdviceKind.MEDICAL)) {
                    give(task, nell);
                }
            }
            assertThat(file(nell).c().stage()).isEqualTo(Stage.ADVICE);
            assertThat(timers(nell))
                    .as("10 and 3 working days before 7 December; the day after it; the day PLAN-01 is warned of")
                    .contains(
                            "event_remind 2026-11-23T08:00",
                            "event_remindAgain 2026-12-02T08:00",
                            "event_adviceIsLate 2026-12-08T00:00",
                            "event_adviceGoesOn 2026-12-21T08:00");

            at("2026-11-23T07:59");
            assertThat(lettersOf(nell, LetterKind.O_06)).isEmpty();
            at("2026-11-23T08:00");
            assertThat(sentTo()).containsExactly("Dr Samir Anand 2026-11-23");
            assertThat(openTasks(nell)).containsExactly("userTask_provideAdvice");
            at("2026-12-02T08:00");
            assertThat(sentTo()).containsExactly("Dr Samir Anand 2026-11-23", "Dr Samir Anand 2026-12-02");
            Letter reminder = lettersOf(nell, LetterKind.O_06).get(0);
            assertThat(reminder.signedBy())
                    .as("whoever signed the request wants the answer to it")
                    .isEqualTo("caseworker");
            assertThat(text(documents.content(
                            reading.recipients(reminder.id()).get(0).documentId())))
                    .contains("medical advice under regulation 6(1)(c)")
                    .contains("It is due on Monday 7 December 2026")
                    .doesNotContain("null");

            at("2026-12-08T00:00");
            assertThat(happened(nell, "Advice late"))
                    .containsExactly(
                            "2026-12-08T00:00 Medical advice advice from Dr Samir Anand was due on 7 Dec 2026 and has not come (ADV-02).");
            assertThat(steps.of(nell))
                    .extracting(AdviceStep::what, AdviceStep::who)
                    .containsExactly(
                            tuple(AdviceStep.What.REMINDED, "Dr Samir Anand"),
                            tuple(AdviceStep.What.REMINDED, "Dr Samir Anand"),
                            tuple(AdviceStep.What.ESCALATED, "Dr Owen Price, Director of Children’s Health Services"));
            assertThat(openTasks(nell)).containsExactly("userTask_chaseLateAdvice", "userTask_provideAdvice");

            on(2026, 12, 9);
            assertThat(sentTo()).hasSize(3).last().asString().startsWith("Dr Owen Price 2026-12-08");
            Map<String, Object> chased = new HashMap<>();
            chased.put("spokenWith", "Dr Anand’s office");
            chased.put("said", "The report is with the typist.");
            chased.put("expectedOn", "2026-12-08");
            assertThatThrownBy(() -> people.complete("caseworker", nell, "userTask_chaseLateAdvice", chased))
                    .hasMessageContaining("has passed already");
            for (Object wrong : List.of(42, "Bell \u0007", "Nell needs help. ".repeat(1765))) {
                Map<String, Object> bad = new HashMap<>(chased);
                bad.put("said", wrong);
                assertThatThrownBy(() -> people.complete("caseworker", nell, "userTask_chaseLateAdvice", bad))
                        .hasMessageContaining("What they said");
            }
            chased.put("expectedOn", "2026-12-16");
            people.complete("caseworker", nell, "userTask_chaseLateAdvice", chased);
            assertThat(timers(nell)).contains("event_chaseAgain 2026-12-17T08:00");
            at("2026-12-17T08:00");
            assertThat(openTasks(nell)).containsExactly("userTask_chaseLateAdvice", "userTask_provideAdvice");

            at("2026-12-21T07:59");
            assertThat(file(nell).c().stage()).isEqualTo(Stage.ADVICE);
            at("2026-12-21T08:00");
            assertThat(happened(nell, "Goes on without advice"))
                    .singleElement()
                    .asString()
                    .contains("Not answered yet: Medical advice from Dr Samir Anand.");
            assertThat(file(nell).c().stage()).isIn(Stage.PANEL, Stage.DECISION);
            on(2026, 12, 22);
            recommend(nell, true);
            assertThatThrownBy(() -> decide("NO", null))
                    .hasMessageContaining("has not come: Medical advice from Dr Samir Anand");
            decide("YES", "Health has promised its report; the rest of the assessment shows the need.");
            assertThat(file(nell).latest(DecisionKind.ISSUE_PLAN).orElseThrow().reasons())
                    .contains("this advice had not come: Medical advice from Dr Samir Anand. Health has promised");
            sign("caseworker", nell);
            assertThat(file(nell).c().stage()).isEqualTo(Stage.DRAFT);

            on(2027, 1, 5);
            give(people.task(nell, "userTask_provideAdvice"), nell);
            assertThat(of(AdviceKind.MEDICAL).receivedOn()).isEqualTo("2027-01-05");
            assertThat(openTasks(nell))
                    .as("the chase ends with the report; somebody looks at it")
                    .containsExactly("userTask_lookAtLateAdvice", "userTask_writeDraft");
            assertThatThrownBy(() -> look("FOR_DECISION"))
                    .hasMessageContaining("The decision on the plan has been made");
            look("FOR_PLAN");
            assertThat(last().how()).isEqualTo("The plan is written with it. It says what the others only guessed.");
            writePlan(nell);
            assertThat(plans.text(nell, plans.latest(nell, PlanKind.DRAFT).orElseThrow())
                            .appendices())
                    .filteredOn(appendix -> appendix.title().equals("Medical advice"))
                    .extracting(PlanAppendix::state)
                    .containsExactly(AdviceState.RECEIVED);
        }

        @Test
        void noPlanIsDecidedWithoutAdviceOnlyWithAReason_thatTheFamilyReads() {
            assessmentAgreed();
            on(2026, 10, 26);
            askForAdvice(nell);
            at("2026-12-21T08:00");
            on(2026, 12, 22);
            recommend(nell, false);
            decide("NO", "Two reminders and four calls brought nothing, and what is known is enough.");
            sign("manager", nell);

            assertThat(file(nell).c().stage()).isEqualTo(Stage.NO_PLAN);
            assertThat(words(nell, LetterKind.L_06, "Ruth Ashby"))
                    .contains("When this was decided, this advice had not come:")
                    .contains("Psychological advice from Dr Imogen Vale")
                    .contains("Two reminders and four calls brought nothing");
            on(2027, 2, 1);
            Task psychology = people.tasks(nell, "userTask_provideAdvice").stream()
                    .filter(task -> adviceOf(task).kind() == AdviceKind.PSYCHOLOGICAL)
                    .findFirst()
                    .orElseThrow();
            give(psychology, nell);
            assertThat(of(AdviceKind.PSYCHOLOGICAL).state())
                    .as("the file takes it although the case is closed")
                    .isEqualTo(AdviceState.RECEIVED);
            assertThatThrownBy(() -> look("FOR_REVIEW")).hasMessageContaining("There is no plan");
            look("NOTHING");
        }

        @Test
        void healthDeclinesWithReasons_andThatIsAnAnswer() {
            assessmentAgreed();
            on(2026, 10, 26);
            askForAdvice(nell);
            on(2026, 11, 9);
            for (Task task : people.tasks(nell, "userTask_provideAdvice")) {
                if (adviceOf(task).kind() == AdviceKind.MEDICAL) {
                    people.complete(
                            "adviserhealth",
                            task,
                            Map.of(
                                    "outcome", "DECLINED",
                                    "receivedOn", "2026-11-09",
                                    "reasons",
                                            "To examine every child now would harm our other functions (section 31)."));
                } else {
                    give(task, nell);
                }
            }
            assertThat(of(AdviceKind.MEDICAL).state()).isEqualTo(AdviceState.DECLINED);
            assertThat(of(AdviceKind.MEDICAL).reasons()).contains("harm our other functions");
            assertThat(file(nell).c().stage()).as("nobody is waited for").isEqualTo(Stage.PANEL);

            assertThat(advice.missing(nell))
                    .as("an answer is no report (regulation 6(1)(c))")
                    .extracting(Advice::kind)
                    .containsExactly(AdviceKind.MEDICAL);
            recommend(nell, false);
            assertThatThrownBy(() -> decideOnPlan(nell, false))
                    .hasMessageContaining(
                            "Advice that regulation 6 requires has not come: Medical advice from Dr Samir Anand (declined).");
            Map<String, Object> form = new HashMap<>();
            form.put("planNecessary", "NO");
            form.put("reasons", "The school can give Nell what she needs from what it has.");
            form.put("evidence", "All the advice that came.");
            form.put("withoutAdvice", "Her doctor wrote in spring that she is in good health.");
            people.complete("manager", nell, "userTask_decideWhetherToIssue", form);
            sign("manager", nell);
            assertThat(words(nell, LetterKind.L_06, "Ruth Ashby"))
                    .contains(
                            "this advice had not come: Medical advice from Dr Samir Anand (declined).",
                            "Her doctor wrote in spring that she is in good health.");
        }

        @Test
        void thatAPsychologistCannotBeHadIsSettledByAManager() {
            assessmentAgreed();
            on(2026, 10, 26);
            askForAdvice(nell);
            on(2026, 11, 9);
            Task task = people.tasks(nell, "userTask_provideAdvice").stream()
                    .filter(one -> adviceOf(one).kind() == AdviceKind.PSYCHOLOGICAL)
                    .findFirst()
                    .orElseThrow();
            Map<String, Object> none = Map.of(
                    "outcome", "NOT_AVAILABLE",
                    "receivedOn", "2026-11-09",
                    "reasons", "No psychologist of the service is free, and three others were asked.");
            assertThatThrownBy(() -> people.complete("caseworker", task, none))
                    .hasMessageContaining("That no psychological advice can be had is settled by a manager")
                    .hasMessageContaining("regulation 6(1)(d)");
            assertThatThrownBy(() -> people.complete("adviser", task, none))
                    .hasMessageContaining("is settled by a manager");
            assertThat(of(AdviceKind.PSYCHOLOGICAL).state()).isEqualTo(AdviceState.REQUESTED);
            people.as("manager", () -> {
                tasks.setAssignee(task.getId(), "manager");
                return null;
            });
            people.complete("manager", task, none);
            assertThat(of(AdviceKind.PSYCHOLOGICAL).state()).isEqualTo(AdviceState.NOT_AVAILABLE);
            assertThat(advice.missing(nell)).extracting(Advice::kind).contains(AdviceKind.PSYCHOLOGICAL);
        }

        @Test
        void existingAdviceThatIsEnoughIsNotAskedForAgain() {
            assessmentAgreed();
            on(2026, 10, 26);
            people.complete("caseworker", nell, "userTask_chooseAdvisers", Map.of("existingAdvice", true));
            assertThat(openTasks(nell)).containsExactly("userTask_settleExistingAdvice");
            Document spring = paper(DocumentKind.OTHER, "Psychological report of March 2026");
            existing.reuse(
                    of(AdviceKind.PSYCHOLOGICAL).id(),
                    spring.id(),
                    new Satisfied("Dr Imogen Vale", LocalDate.of(2026, 10, 22), "By email"),
                    new Satisfied("Carla Bello", LocalDate.of(2026, 10, 26), "On reading it"),
                    new Satisfied("Ruth Ashby", LocalDate.of(2026, 10, 23), "By telephone"),
                    "caseworker");
            people.complete("caseworker", nell, "userTask_settleExistingAdvice", Map.of("settled", true));
            people.complete("caseworker", nell, "userTask_signAdviceRequests", Map.of("sign", true));

            assertThat(lettersOf(nell, LetterKind.L_05)).hasSize(4);
            assertThat(of(AdviceKind.PSYCHOLOGICAL).documentId()).isEqualTo(spring.id());
            assertThat(of(AdviceKind.PSYCHOLOGICAL).requestedOn()).isNull();
            assertThat(people.tasks(nell, "userTask_provideAdvice")).hasSize(4);
            on(2026, 11, 20);
            allAdviceArrives(nell);
            assertThat(file(nell).c().stage()).isEqualTo(Stage.PANEL);
        }

        @Test
        void oneMoreAdviserIsAskedLater_withSixWeeksOfTheirOwn_andTheCaseWaits() {
            assessmentAgreed();
            on(2026, 10, 26);
            Address clinic = new Address("3 Well Road", null, "Exampleton", null, "ZX2 2BB");
            assertThatThrownBy(() -> requests.add(
                            nell,
                            AdviceKind.REQUESTED_BY_FAMILY,
                            "Speech Clinic",
                            null,
                            clinic,
                            null,
                            WHY,
                            "caseworker"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("The first requests have not gone yet");
            askForAdvice(nell);
            on(2026, 11, 9);
            requests.add(nell, AdviceKind.REQUESTED_BY_FAMILY, "Speech Clinic", null, clinic, null, WHY, "caseworker");
            people.runJobs();
            assertThat(openTasks(nell)).contains("userTask_checkAndSign");
            sign("caseworker", nell);
            assertThat(of(AdviceKind.REQUESTED_BY_FAMILY).dueOn())
                    .as("posted on Monday, served on Wednesday 11 November: six weeks from then")
                    .isEqualTo("2026-12-23");
            assertThat(steps.of(nell))
                    .extracting(AdviceStep::what, AdviceStep::how)
                    .containsExactly(tuple(AdviceStep.What.ADDED_LATER, WHY));
            on(2026, 11, 20);
            for (Task task : people.tasks(nell, "userTask_provideAdvice")) {
                if (adviceOf(task).kind() != AdviceKind.REQUESTED_BY_FAMILY) {
                    give(task, nell);
                }
            }
            assertThat(file(nell).c().stage())
                    .as("the new adviser is waited for")
                    .isEqualTo(Stage.ADVICE);
            give(people.task(nell, "userTask_provideAdvice"), nell);
            assertThat(file(nell).c().stage()).isEqualTo(Stage.PANEL);
        }

        @Test
        void aWrongReportIsReplaced_theIssuedDraftKeepsIt_andTheNextVersionHasTheNewOne() {
            assessmentAgreed();
            on(2026, 10, 26);
            askForAdvice(nell);
            on(2026, 11, 20);
            allAdviceArrives(nell);
            on(2026, 11, 24);
            recommend(nell, true);
            decideOnPlan(nell, true);
            sign("caseworker", nell);
            writePlan(nell);
            sign("caseworker", nell);
            assertThat(file(nell).c().stage()).isEqualTo(Stage.REPRESENTATIONS);
            Long wrong = of(AdviceKind.MEDICAL).documentId();
            Document right = paper(DocumentKind.ADVICE, "Medical report, corrected");

            advice.replace(
                    of(AdviceKind.MEDICAL).id(),
                    LocalDate.of(2026, 11, 24),
                    right.id(),
                    null,
                    "Page two was about another child’s clinic.",
                    "caseworker");

            assertThat(of(AdviceKind.MEDICAL).documentId()).isEqualTo(right.id());
            assertThat(last().what()).isEqualTo(AdviceStep.What.REPLACED);
            assertThat(last().documentId()).isEqualTo(wrong);
            assertThat(documents.get(wrong)).isNotNull();
            assertThat(plans.text(nell, plans.latest(nell, PlanKind.DRAFT).orElseThrow())
                            .appendices())
                    .as("the draft keeps what it was issued with")
                    .extracting(PlanAppendix::documentId)
                    .contains(wrong)
                    .doesNotContain(right.id());
        }

        @Test
        void everybodyWhomTheRegulationNamesIsAsked() {
            assessmentAgreed();
            on(2026, 10, 26);
            peopleAround.teachInYear(nell, 6, "caseworker");
            Map<String, Object> form = new HashMap<>();
            form.put("settingCannotAdvise", true);
            form.put("hearingImpaired", true);
            form.put("visuallyImpaired", true);
            form.put("parentServing", true);
            assertThatThrownBy(() -> people.complete("caseworker", nell, "userTask_chooseAdvisers", form))
                    .hasMessageContaining("Why it cannot be had");
            form.put("settingReason", "The school was shut for good in September.");
            form.put("refusedWish", "A graphologist in Oslo");
            form.put("refusedReasons", "Handwriting is no part of what anybody says Nell needs.");
            form.put("refusedToldTo", "Ruth Ashby");
            form.put("refusedToldOn", "2026-10-26");
            form.put("refusedToldHow", "By telephone, and with our next letter");
            people.complete("caseworker", nell, "userTask_chooseAdvisers", form);

            assertThat(file(nell).advice())
                    .extracting(one -> one.kind() + ": " + one.adviserName() + ", " + one.state())
                    .containsExactlyInAnyOrder(
                            "FAMILY: Ruth Ashby, TO_BE_ASKED",
                            "EDUCATIONAL: Marguerite Lund, TO_BE_ASKED",
                            "EDUCATIONAL: The Duty Adviser, TO_BE_ASKED",
                            "SENSORY: Marguerite Lund, TO_BE_ASKED",
                            "MEDICAL: Dr Samir Anand, TO_BE_ASKED",
                            "PSYCHOLOGICAL: Dr Imogen Vale, TO_BE_ASKED",
                            "SOCIAL_CARE: Patience Okoro, TO_BE_ASKED",
                            "REQUESTED_BY_FAMILY: A graphologist in Oslo, NOT_ASKED");
            people.complete("caseworker", nell, "userTask_signAdviceRequests", Map.of("sign", true));
            assertThat(lettersOf(nell, LetterKind.L_05))
                    .as("seven are asked, each by a letter of their own; nobody asks in Oslo")
                    .hasSize(7)
                    .allMatch(letter -> letter.state() == LetterState.SENT);
            assertThat(of(AdviceKind.SENSORY).adviserTitle())
                    .contains("as qualified teacher of the hearing and visually impaired (regulation 6(2))");
        }

        @Test
        void aPupilTaughtInYearNineIsAskedAboutAdulthood_whateverTheAge() {
            on(2026, 9, 14);
            Map<String, Object> young = nellsRequest(LocalDate.of(2026, 9, 14));
            young.put("birthDate", "2013-10-01");
            assessmentAgreed(young);
            on(2026, 10, 26);
            assertThat(file(nell).person().yearGroup(LocalDate.of(2026, 10, 26)))
                    .isEqualTo(8);
            peopleAround.teachInYear(nell, 9, "caseworker");
            askForAdvice(nell);
            assertThat(file(nell).advice()).extracting(Advice::kind).contains(AdviceKind.PREPARATION_FOR_ADULTHOOD);
        }

        @Test
        void evidenceThatComesLaterReachesTheAdvisersWhoWereAskedBefore() {
            assessmentAgreed();
            on(2026, 10, 26);
            askForAdvice(nell);
            on(2026, 11, 2);
            give(
                    people.tasks(nell, "userTask_provideAdvice").stream()
                            .filter(task -> adviceOf(task).kind() == AdviceKind.SOCIAL_CARE)
                            .findFirst()
                            .orElseThrow(),
                    nell);
            Document diary = paper(DocumentKind.REQUEST, "Diary of Nell’s mother");
            assertThat(requests.passOn(nell, diary.id(), "caseworker"))
                    .as("school, health and psychology; social care has answered, the family wrote it")
                    .isEqualTo(3);
            people.runJobs();
            people.tasks(nell, "userTask_checkAndSign")
                    .forEach(task -> people.complete("caseworker", task, Map.of("verdict", "SIGN")));
            assertThat(sentTo())
                    .containsExactlyInAnyOrder(
                            "Mrs Grace Holloway 2026-11-02", "Dr Samir Anand 2026-11-02", "Dr Imogen Vale 2026-11-02");
            assertThatThrownBy(() -> requests.passOn(nell, diary.id(), "caseworker"))
                    .hasMessageContaining("No adviser waits for this paper");
        }

        @Test
        void whereTheSixWeeksFallAwayNobodyIsReproached_butTheAdviceIsStillChased() {
            assessmentAgreed();
            on(2026, 10, 26);
            askForAdvice(nell);
            on(2026, 12, 4);
            Long medical = of(AdviceKind.MEDICAL).id();
            exceptions.claim(
                    medical,
                    new NewException(
                            ExceptionGround.BODY_AWAY,
                            AffectedPerson.CHILD,
                            false,
                            LocalDate.of(2026, 11, 2),
                            LocalDate.of(2026, 12, 4),
                            null,
                            null,
                            null,
                            false,
                            null,
                            "Nobody could examine Nell while the family was abroad.",
                            "Flight tickets",
                            null),
                    "caseworker");
            exceptions.decide(medical, true, "The tickets show the days, and no clinic could see her.", "manager");
            at("2026-12-08T00:00");

            assertThat(of(AdviceKind.MEDICAL).dueOn()).as("the date is kept").isEqualTo("2026-12-07");
            assertThat(steps.of(nell))
                    .filteredOn(step -> step.what() == AdviceStep.What.ESCALATED
                            && step.adviceId().equals(medical))
                    .extracting(AdviceStep::who)
                    .containsExactly((String) null);
            assertThat(people.tasks(nell, "userTask_chaseLateAdvice"))
                    .as("health, psychology, social care and the school, each still owed")
                    .hasSize(4);
        }

        @Test
        void whoAsksLateGoesOnWhenTheLimitItselfComes_andWhoAsksAfterItGivesTheAdvisersTheirSixWeeks() {
            assessmentAgreed();
            on(2026, 12, 22);
            askForAdvice(nell);
            assertThat(timers(nell)).contains("event_adviceGoesOn 2027-01-04T08:00");
            on(2026, 12, 23);
            LocalDate received = LocalDate.of(2026, 9, 14);
            nell = nellsRequestArrives(received);
            people.runJobs();
            sign("caseworker", nell);
            on(2027, 1, 5);
            consider(nell);
            decideToAssess(nell, true, true);
            sign("caseworker", nell);
            askForAdvice(nell);
            assertThat(timers(nell)).contains("event_adviceGoesOn 2027-02-16T08:00");
        }

        private static final String WHY = "The school’s report says that Nell’s speech must be looked at.";

        private void assessmentAgreed() {
            on(2026, 9, 14);
            assessmentAgreed(nellsRequest(LocalDate.of(2026, 9, 14)));
        }

        private void assessmentAgreed(Map<String, Object> request) {
            nell = people.request("caseworker", request);
            people.runJobs();
            sign("caseworker", nell);
            on(2026, 10, 5);
            consider(nell);
            decideToAssess(nell, true, true);
            sign("caseworker", nell);
            introduce(nell);
        }

        private void decide(String plan, String without) {
            Map<String, Object> form = new HashMap<>();
            form.put("planNecessary", plan);
            form.put("reasons", "The assessment shows what Nell needs and who can give it to her.");
            form.put("evidence", "The advice that came.");
            form.put("withoutAdvice", without);
            people.complete("manager", nell, "userTask_decideWhetherToIssue", form);
        }

        private void look(String follows) {
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_lookAtLateAdvice",
                    Map.of("whatFollows", follows, "why", "It says what the others only guessed."));
        }

        private Advice of(AdviceKind kind) {
            return file(nell).advice().stream()
                    .filter(one -> one.kind() == kind)
                    .findFirst()
                    .orElseThrow();
        }

        private Advice adviceOf(Task task) {
            return advice.get((Long) tasks.getVariable(task.getId(), Vars.ADVICE));
        }

        private AdviceStep last() {
            List<AdviceStep> all = steps.of(nell);
            return all.get(all.size() - 1);
        }

        private List<String> sentTo() {
            return lettersOf(nell, LetterKind.O_06).stream()
                    .filter(letter -> letter.state() == LetterState.SENT)
                    .flatMap(letter -> reading.recipients(letter.id()).stream())
                    .map((LetterRecipient to) -> to.name() + " " + to.sentOn())
                    .toList();
        }

        private Document paper(DocumentKind kind, String title) {
            return documents.add(nell, kind, title, "paper.txt", title.getBytes(StandardCharsets.UTF_8), "caseworker");
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}

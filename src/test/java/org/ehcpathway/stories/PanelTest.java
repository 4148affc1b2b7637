package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.casefile.NewRecommendation;
import org.ehcpathway.casefile.PanelConnection;
import org.ehcpathway.casefile.PanelConnections;
import org.ehcpathway.casefile.PanelEvent.What;
import org.ehcpathway.casefile.PanelItemState;
import org.ehcpathway.casefile.PanelPapers;
import org.ehcpathway.casefile.PanelQuestion;
import org.ehcpathway.casefile.PanelSitting;
import org.ehcpathway.casefile.Recommendation;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.letter.PanelDocuments;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * The panel sits on Tuesdays and Thursdays at half past nine; its agenda is closed three working days before. Nell's request is of
 * Monday 14 September 2026, so her legal dates are 26 October (whether to assess) and 4 January 2027 (whether to issue).
 */
class PanelTest {

    private static final String REASONS = "The advice agrees on what is needed and how much of it.";

    @TestPropertySource(properties = "ehc.panel.capacity=2")
    abstract static class Told extends Story {

        @Autowired
        PanelConnections connections;

        @Autowired
        PanelPapers papers;

        @Autowired
        PanelDocuments panelDocuments;

        @Autowired
        JdbcTemplate jdbc;

        /** Every story lives in the same weeks: what others left is put out of its way, as it cannot be deleted. */
        @BeforeEach
        void anEmptyDiary() {
            runtime.createProcessInstanceQuery()
                    .rootProcessInstances()
                    .list()
                    .forEach(left -> runtime.deleteProcessInstance(left.getId(), "another story"));
            jdbc.update(
                    "update panel_sitting set reference = 'OLD-' || id, state = 'CANCELLED',"
                            + " papers_on = date '1900-01-01' + cast(id as integer), sits_on = date '1900-01-01' + cast(id as integer)");
            panel.membersAreKnown();
        }

        @Test
        void theAgendaIsOrderedByTheLegalDate_andTakesWhatASittingTakes() {
            on(2026, 9, 14);
            String nell = assessed("Nell", "2026-09-14", "100001");
            String theo = assessed("Theo", "2026-09-01", null);
            String isla = assessed("Isla", "2026-09-10", null);
            on(2026, 11, 2);
            convene();
            assertThat(sittings.all())
                    .extracting(PanelSitting::reference)
                    .contains("PANEL-2026-11-10", "PANEL-2026-11-12", "PANEL-2026-11-17", "PANEL-2026-11-19")
                    .doesNotContain("PANEL-2026-11-11", "PANEL-2026-11-24");
            assertThat(timers("PANEL-2026-11-12")).containsExactly("event_agendaCloses 2026-11-09T08:00");
            on(2026, 11, 6);
            assertThat(sittings.get("PANEL-2026-11-10").state())
                    .as("no case waited when its agenda was closed, on 5 November")
                    .isEqualTo(PanelSitting.State.CANCELLED);
            allAdviceArrives(nell);
            allAdviceArrives(isla);
            allAdviceArrives(theo);
            assertThat(file(nell).c().stage()).isEqualTo(Stage.PANEL);
            assertThat(openTasks(nell)).isEmpty();
            assertThat(panelFiles.waiting())
                    .extracting(waiting -> waiting.c().reference() + " "
                            + waiting.item().legalDate() + " " + waiting.item().toManagerOn())
                    .containsExactly(
                            theo + " 2026-12-22 2026-12-17",
                            isla + " 2026-12-31 2026-12-24",
                            nell + " 2027-01-04 2026-12-29");

            at("2026-11-09T07:59");
            assertThat(panel.agenda("PANEL-2026-11-12")).isEmpty();
            at("2026-11-09T08:00");
            assertThat(panel.agenda("PANEL-2026-11-12"))
                    .as("the last to arrive has the nearest date; a sitting takes two")
                    .containsExactly("1 " + theo, "2 " + isla);
            assertThat(panelFiles.waiting()).extracting(w -> w.c().reference()).containsExactly(nell);
            assertThat(openTasks("PANEL-2026-11-12")).containsExactly("userTask_checkAgenda");
        }

        @Test
        void everyCaseGoesOnAtOnce_andTheMinutesSayWhoLeft() {
            String nell = waitingForTheTwelfth("Nell", "100001");
            String theo = requestedAndAtThePanel("Theo", "2026-10-12", null);
            String sitting = "PANEL-2026-11-12";
            people.complete("support", sitting, "userTask_checkAgenda", Map.of("checked", true));
            long head = panel.member("panel-head").id();
            EhcCase nells = files.get(nell);
            assertThat(connections.with(nells, List.of(panel.member("panel-head"))))
                    .extracting(PanelConnections.Connected::kind, PanelConnections.Connected::found)
                    .containsExactly(
                            tuple(PanelConnection.Kind.HEAD_OF_SETTING, true),
                            tuple(PanelConnection.Kind.ADVISER, true));
            PanelSitting there = sittings.get(sitting);
            assertThat(papers.open(papers.papersOf(there, head).orElseThrow()).sha256())
                    .as("the head gets other papers than the members who may see every case")
                    .isNotEqualTo(papers.open(papers.papersOf(
                                            there, panel.member("panel-health").id())
                                    .orElseThrow())
                            .sha256());
            assertThat(panelFiles.maySee("panel-head", nells.id())).isFalse();
            assertThat(panelFiles.maySee("panel-health", nells.id())).isTrue();
            assertThat(panelFiles.maySee(
                            panel.read(sitting)
                                    .standing(org.ehcpathway.casefile.PanelSeat.Standing.SUBSTITUTE)
                                    .get(0)
                                    .member()
                                    .userId(),
                            nells.id()))
                    .as("a substitute who does not sit")
                    .isFalse();

            long nellsItem = panel.item(sitting, nell).id();
            on(2026, 11, 11);
            assertThatThrownBy(() -> meetings.recommend(sitting, nellsItem, yes(), "support"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Recommendations are recorded at the sitting, on 12 November 2026.");
            at("2026-11-12T09:29");
            assertThat(openTasks(sitting)).isEmpty();
            at("2026-11-12T09:30");
            assertThat(openTasks(sitting)).containsExactly("userTask_holdSitting");
            assertThatThrownBy(() -> meetings.recommend(sitting, nellsItem, yes(), "support"))
                    .as("nobody's attendance was taken")
                    .hasMessageStartingWith("For this case 0 members who are not connected are there; 3 are needed");
            panel.attend(sitting);

            meetings.recommend(sitting, nellsItem, yes(), "support");

            assertThat(openTasks(nell))
                    .as("while the sitting goes on")
                    .containsExactly("userTask_decideWhetherToIssue");
            assertThat(openTasks(theo)).isEmpty();
            assertThat(openTasks(sitting)).containsExactly("userTask_holdSitting");
            assertThat(file(nell).recommendations()).singleElement().satisfies(made -> {
                assertThat(made.question()).isEqualTo(PanelQuestion.ISSUE);
                assertThat(made.issuePlan()).isTrue();
                assertThat(made.funding()).isEqualTo("12.5 hours a week");
                assertThat(made.madeOn()).isEqualTo("2026-11-12");
                assertThat(made.recordedBy()).isEqualTo("support");
            });
            meetings.recommend(
                    sitting,
                    panel.item(sitting, theo).id(),
                    new NewRecommendation(false, REASONS, null, null, null),
                    "support");
            people.complete("support", sitting, "userTask_holdSitting", PanelStory.over("Apologies were given."));

            assertThat(sittings.get(sitting).state()).isEqualTo(PanelSitting.State.HELD);
            String minutes = minutes(sitting);
            assertThat(minutes)
                    .contains("Minutes of the panel, Thursday 12 November 2026")
                    .contains("Grace Holloway left for this case. Heads the child's setting: Ashdown Primary School.")
                    .contains("The panel recommends: To issue a plan.")
                    .contains("Funding: 12.5 hours a week")
                    .contains("The panel recommends: Not to issue a plan.")
                    .contains("Apologies were given.");
            assertThat(minutes.indexOf("Grace Holloway left")).isEqualTo(minutes.lastIndexOf("Grace Holloway left"));

            assertThatThrownBy(() -> papers.approve(sittings.get(sitting), null, "panel-health"))
                    .isInstanceOf(NotAllowed.class);
            people.complete(
                    "panel",
                    sitting,
                    "userTask_approveMinutes",
                    Map.of("verdict", "CORRECT", "words", "Say that Bola came late."));
            people.complete(
                    "support", sitting, "userTask_correctMinutes", Map.of("notes", "Bola Adeyemi came at ten."));
            people.complete("panel", sitting, "userTask_approveMinutes", Map.of("verdict", "APPROVE"));
            assertThat(minutes(sitting)).contains("Bola Adeyemi came at ten.").doesNotContain("Apologies");
            assertThat(isRunning(sitting)).isFalse();
            assertThat(papers.said(papers.minutesOf(sittings.get(sitting)).orElseThrow()))
                    .hasValueSatisfying(said -> assertThat(said.by()).isEqualTo("panel"));
            assertThat(panelFiles.maySee("panel-health", nells.id()))
                    .as("when the minutes are approved the members' work is done")
                    .isFalse();
        }

        @Test
        void aCaseThePanelCannotReachGoesToItsManagerOnItsDate() {
            on(2026, 9, 14);
            String nell = assessed("Nell", "2026-09-14", "100001");
            on(2026, 11, 20);
            allAdviceArrives(nell);
            assertThat(timers(nell)).contains("event_panelGivesUp 2026-12-29T08:00");

            at("2026-12-29T07:59");
            assertThat(openTasks(nell)).isEmpty();
            at("2026-12-29T08:00");

            assertThat(openTasks(nell)).containsExactly("userTask_decideWhetherToIssue");
            assertThat(file(nell).recommendations()).isEmpty();
            assertThat(happened(nell, "The manager decides without the panel"))
                    .containsExactly(
                            "2026-12-29T08:00 No sitting of the panel reaches this case in time. The legal date is"
                                    + " 4 January 2027.");
            assertThat(deadline(nell, "PLAN-01").due())
                    .as("nothing stops the clock")
                    .isEqualTo("2027-01-04");
        }

        @Test
        void aCaseThatArrivesTooLateForEverySittingNeverWaits() {
            on(2026, 9, 14);
            String nell = assessed("Nell", "2026-09-14", "100001");
            on(2026, 12, 21);
            allAdviceArrives(nell);
            assertThat(openTasks(nell))
                    .as(
                            "the agenda of Thursday 24 December was closed this morning, and 29 December is the manager's day")
                    .contains("userTask_decideWhetherToIssue")
                    .as("what came on the day that the case went on is looked at beside the decision")
                    .containsOnly("userTask_decideWhetherToIssue", "userTask_lookAtLateAdvice");
            assertThat(panelFiles.waiting()).isEmpty();
        }

        @Test
        void withoutAQuorumTheCasesWaitAgain() {
            String nell = waitingForTheTwelfth("Nell", "100001");
            String sitting = begun();
            panel.attend(sitting, "panel", "panel-health");
            long item = panel.item(sitting, nell).id();
            assertThatThrownBy(() -> meetings.recommend(sitting, item, yes(), "support"))
                    .hasMessageStartingWith("For this case 2 members who are not connected are there; 3 are needed");

            people.complete("support", sitting, "userTask_holdSitting", PanelStory.over("Two were ill."));

            assertThat(sittings.get(sitting).state()).isEqualTo(PanelSitting.State.NO_QUORUM);
            assertThat(isRunning(sitting)).isFalse();
            assertThat(papers.minutesOf(sittings.get(sitting))).isEmpty();
            assertThat(agenda.get(item).state()).isEqualTo(PanelItemState.WAITING);
            assertThat(openTasks(nell)).isEmpty();
            at("2026-11-16T08:00");
            assertThat(panel.agenda("PANEL-2026-11-19"))
                    .as("the agenda of Tuesday 17 November was closed before this sitting began")
                    .containsExactly("1 " + nell);
        }

        @Test
        void aDeferredCaseWaitsWithWhatIsMissing() {
            String nell = waitingForTheTwelfth("Nell", "100001");
            String sitting = begun();
            panel.attend(sitting);
            long item = panel.item(sitting, nell).id();

            meetings.defer(sitting, item, "The hours of support the school gives now.", "support");

            assertThat(agenda.get(item).state()).isEqualTo(PanelItemState.WAITING);
            assertThat(agenda.get(item).missing()).isEqualTo("The hours of support the school gives now.");
            assertThat(openTasks(nell)).isEmpty();
            assertThatThrownBy(() -> meetings.recommend(sitting, item, yes(), "support"))
                    .hasMessage("This case is not on the agenda of this sitting.");
            people.complete("support", sitting, "userTask_holdSitting", PanelStory.over("One case was deferred."));
            assertThat(minutes(sitting))
                    .contains("Deferred for more information. The hours of support the school gives now.");

            at("2026-11-16T08:00");
            String next = "PANEL-2026-11-19";
            assertThat(panel.agenda(next)).containsExactly("1 " + nell);
            people.complete("support", next, "userTask_checkAgenda", Map.of("checked", true));
            assertThat(text(papers.open(papers.papersOf(
                                            sittings.get(next),
                                            panel.member("panel").id())
                                    .orElseThrow())
                            .content()))
                    .contains(
                            "What the panel asked for when it deferred this case The hours of support the school gives now.");
        }

        @Test
        void aCaseDeferredAtItsLastSittingGoesToItsManagerAtOnce() {
            on(2026, 9, 14);
            String nell = assessed("Nell", "2026-09-14", "100001");
            on(2026, 12, 18);
            convene();
            allAdviceArrives(nell);
            at("2026-12-21T08:00");
            String last = "PANEL-2026-12-24";
            assertThat(panel.agenda(last)).containsExactly("1 " + nell);
            people.complete("support", last, "userTask_checkAgenda", Map.of("checked", true));
            at("2026-12-24T09:30");
            panel.attend(last);
            long item = panel.item(last, nell).id();
            meetings.defer(last, item, "The hours of support the school gives now.", "support");
            assertThat(agenda.get(item).state()).isEqualTo(PanelItemState.TO_MANAGER);
            assertThat(openTasks(nell)).containsExactly("userTask_decideWhetherToIssue");
        }

        @Test
        void aSittingThatNobodyHeldPutsItsCasesBackTheNextMorning() {
            String nell = waitingForTheTwelfth("Nell", "100001");
            long item = panel.item("PANEL-2026-11-12", nell).id();
            on(2026, 11, 12);
            meetings.conveneWhatIsDue();
            assertThat(agenda.get(item).state()).as("on its day").isEqualTo(PanelItemState.ON_AGENDA);
            on(2026, 11, 13);
            meetings.conveneWhatIsDue();
            assertThat(sittings.get("PANEL-2026-11-12").state()).isEqualTo(PanelSitting.State.CANCELLED);
            assertThat(agenda.get(item).state()).isEqualTo(PanelItemState.WAITING);
            assertThat(isRunning("PANEL-2026-11-12")).isFalse();
        }

        @Test
        void ofTwoWhoRecordAtOnceOneIsToldThatItIsDone() throws Exception {
            String nell = waitingForTheTwelfth("Nell", "100001");
            String sitting = begun();
            panel.attend(sitting);
            long item = panel.item(sitting, nell).id();

            List<String> said = together(
                    () -> {
                        meetings.recommend(sitting, item, yes(), "support");
                        return "recorded";
                    },
                    () -> {
                        meetings.recommend(
                                sitting, item, new NewRecommendation(false, REASONS, null, null, null), "manager");
                        return "recorded";
                    });

            assertThat(said).containsOnlyOnce("recorded");
            assertThat(said).anyMatch(sentence -> sentence.startsWith("This recommendation was recorded already, by "));
            assertThat(file(nell).recommendations()).hasSize(1);
            assertThat(openTasks(nell)).containsExactly("userTask_decideWhetherToIssue");
        }

        @Test
        void aCaseThatIsWithdrawnLeavesTheAgenda() {
            String nell = waitingForTheTwelfth("Nell", "100001");
            String sitting = "PANEL-2026-11-12";
            long item = panel.item(sitting, nell).id();
            runtime.deleteProcessInstance(
                    runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(nell)
                            .processDefinitionKey("needs-assessment")
                            .singleResult()
                            .getId(),
                    "withdrawn");

            assertThat(agenda.get(item).state()).isEqualTo(PanelItemState.WITHDRAWN);
            assertThat(panel.read(sitting).entries())
                    .extracting(entry -> entry.last().what())
                    .containsExactly(What.WITHDRAWN);
            people.complete("support", sitting, "userTask_checkAgenda", Map.of("checked", true));
            at("2026-11-12T09:30");
            panel.attend(sitting);
            assertThatThrownBy(() -> meetings.recommend(sitting, item, yes(), "support"))
                    .hasMessage("This case is no longer before this sitting: withdrawn.");
        }

        @Test
        void aRequestThatIsReferredHasThePanelsWordBeforeItsManagerDecides() {
            on(2026, 9, 14);
            String nell = requested("Nell", "2026-09-14", "100001");
            on(2026, 9, 21);
            convene();
            consider(nell, "UNSURE");
            assertThat(openTasks(nell)).isEmpty();
            assertThat(file(nell).c().stage()).isEqualTo(Stage.REQUEST);
            assertThat(timers(nell)).contains("event_panelGivesUp 2026-10-21T08:00");
            // Tuesday 29 September; its agenda is closed on Thursday 24.
            on(2026, 9, 24);
            String sitting = "PANEL-2026-09-29";
            assertThat(panel.agenda(sitting)).containsExactly("1 " + nell);
            people.complete("support", sitting, "userTask_checkAgenda", Map.of("checked", true));
            at("2026-09-29T09:30");
            panel.attend(sitting);
            long item = panel.item(sitting, nell).id();
            assertThatThrownBy(() -> meetings.recommend(sitting, item, yes(), "support"))
                    .hasMessage("Funding is recommended only with a plan; leave band and hours empty.");

            meetings.recommend(sitting, item, new NewRecommendation(true, REASONS, null, null, null), "support");

            assertThat(openTasks(nell)).containsExactly("userTask_decideWhetherToAssess");
            assertThat(file(nell).recommendations())
                    .extracting(Recommendation::question, Recommendation::inFavour, Recommendation::issuePlan)
                    .containsExactly(tuple(PanelQuestion.ASSESS, true, false));
            decideToAssess(nell, true, true);
            assertThat(openTasks(nell)).containsExactly("userTask_checkAndSign");
        }

        @Test
        void mostRequestsAreDecidedByTheManagerAlone() {
            on(2026, 9, 14);
            String nell = requested("Nell", "2026-09-14", "100001");
            consider(nell, "ASSESS");
            assertThat(openTasks(nell)).containsExactly("userTask_decideWhetherToAssess");
            String theo = requested("Theo", "2026-09-14", "100001");
            on(2026, 10, 19);
            consider(theo, "UNSURE");
            assertThat(openTasks(theo))
                    .as("no sitting before Wednesday 21 October takes new cases any more")
                    .containsExactly("userTask_decideWhetherToAssess");
        }

        @Test
        void aSittingIsConvenedOnceHoweverManyNodesLook() throws Exception {
            on(2027, 6, 7);
            together(
                    () -> {
                        meetings.conveneWhatIsDue();
                        return "looked";
                    },
                    () -> {
                        meetings.conveneWhatIsDue();
                        return "looked";
                    });
            meetings.conveneWhatIsDue();
            for (String day : List.of("08", "10", "15", "17", "22", "24")) {
                assertThat(runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey("PANEL-2027-06-" + day)
                                .count())
                        .as("the sitting of " + day + " June 2027")
                        .isEqualTo(1);
            }
            assertThat(jdbc.queryForObject(
                            "select count(*) from panel_sitting where sits_on between date '2027-06-07' and date '2027-06-30'",
                            Integer.class))
                    .isEqualTo(6);
        }

        @Test
        void theRotaChangesEachTime_andASubstituteTakesTheSeatOfOneWhoCannotCome() {
            on(2027, 2, 1);
            convene();
            assertThat(psychologist("PANEL-2027-02-02")).isNotEqualTo(psychologist("PANEL-2027-02-04"));
            assertThat(psychologist("PANEL-2027-02-02")).isEqualTo(psychologist("PANEL-2027-02-09"));
            String out = psychologist("PANEL-2027-02-09");
            sittings.excuse(
                    "PANEL-2027-02-09",
                    members.all().stream()
                            .filter(one -> one.name().equals(out))
                            .findFirst()
                            .orElseThrow()
                            .id());
            assertThat(psychologist("PANEL-2027-02-09")).isNotEqualTo(out);
            sittings.excuse("PANEL-2027-02-09", panel.member("panel").id());
            assertThat(panel.rota("PANEL-2027-02-09")).contains("Pat Nowak EXCUSED", "Grace Holloway SITS chairs");
        }

        @Test
        void aCancelledSittingPutsItsCasesBack() {
            String nell = waitingForTheTwelfth("Nell", "100001");
            long item = panel.item("PANEL-2026-11-12", nell).id();
            meetings.cancel("PANEL-2026-11-12", "The building is closed.");
            assertThat(isRunning("PANEL-2026-11-12")).isFalse();
            assertThat(agenda.get(item).state()).isEqualTo(PanelItemState.WAITING);
            assertThat(happened(nell, "Back to waiting for the panel"))
                    .containsExactly("2026-11-09T09:00 The building is closed.");
            on(2026, 11, 12);
            assertThat(panel.agenda("PANEL-2026-11-17"))
                    .as("the agenda closed on Thursday 12 November takes it")
                    .containsExactly("1 " + nell);
        }

        @Test
        void whoDeclaresAConnectionAfterThePapersHasNewPapersAndSeesTheCaseNoMore() {
            String nell = waitingForTheTwelfth("Nell", "100001");
            String sitting = "PANEL-2026-11-12";
            people.complete("support", sitting, "userTask_checkAgenda", Map.of("checked", true));
            EhcCase nells = files.get(nell);
            long health = panel.member("panel-health").id();
            assertThat(panelFiles.maySee("panel-health", nells.id())).isTrue();

            connections.declare(
                    health, nell, PanelConnection.Kind.RELATIVE, "Nell's mother is my cousin.", "panel-health");
            panelDocuments.makePapers(sitting);

            assertThat(panelFiles.maySee("panel-health", nells.id())).isFalse();
            assertThat(text(papers.open(papers.papersOf(sittings.get(sitting), health)
                                    .orElseThrow())
                            .content()))
                    .contains("Not in your papers: you are")
                    .doesNotContain("Nell Ashby");
            String otherChild = requestedAndAtThePanelLater("Theo", "100002");
            connections.declareOfSetting(
                    health,
                    "100002",
                    PanelConnection.Kind.EARLIER_EMPLOYER,
                    "I was the school nurse until 2024.",
                    "panel-health");
            assertThat(connections.with(files.get(otherChild), List.of(panel.member("panel-health"))))
                    .extracting(PanelConnections.Connected::kind)
                    .containsExactly(PanelConnection.Kind.EARLIER_EMPLOYER);
        }

        private String psychologist(String sitting) {
            return panel.read(sitting).takingPart().stream()
                    .filter(seat -> seat.member().role() == org.ehcpathway.casefile.PanelRole.EDUCATIONAL_PSYCHOLOGY)
                    .map(seat -> seat.member().name())
                    .findFirst()
                    .orElseThrow();
        }

        private static NewRecommendation yes() {
            return new NewRecommendation(true, REASONS, "Small groups every day", null, new BigDecimal("12.5"));
        }

        private String minutes(String sitting) {
            return text(papers.open(papers.minutesOf(sittings.get(sitting)).orElseThrow())
                    .content());
        }

        /** At nine on Monday 9 November 2026, on the agenda of Thursday 12, papers not yet sent. */
        private String waitingForTheTwelfth(String firstName, String urn) {
            on(2026, 9, 14);
            String reference = assessed(firstName, "2026-09-14", urn);
            on(2026, 11, 6);
            convene();
            allAdviceArrives(reference);
            return onNinth(reference);
        }

        private String onNinth(String reference) {
            on(2026, 11, 9);
            if (panel.agenda("PANEL-2026-11-12").stream().noneMatch(line -> line.endsWith(reference))) {
                agenda.addLate(
                        "PANEL-2026-11-12",
                        panelFiles.waiting().stream()
                                .filter(one -> one.c().reference().equals(reference))
                                .findFirst()
                                .orElseThrow()
                                .item()
                                .id(),
                        "support");
            }
            return reference;
        }

        private String requestedAndAtThePanel(String firstName, String receivedOn, String urn) {
            String reference = assessed(firstName, receivedOn, urn);
            allAdviceArrives(reference);
            return onNinth(reference);
        }

        private String requestedAndAtThePanelLater(String firstName, String urn) {
            return requested(firstName, "2026-09-14", urn);
        }

        private void convene() {
            meetings.conveneWhatIsDue();
            people.runJobs();
        }

        private String begun() {
            String sitting = "PANEL-2026-11-12";
            people.complete("support", sitting, "userTask_checkAgenda", Map.of("checked", true));
            at("2026-11-12T09:30");
            return sitting;
        }

        /** Recorded and consulted; the caseworker has not yet considered it. */
        private String requested(String firstName, String receivedOn, String urn) {
            Map<String, Object> form = nellsRequest(LocalDate.parse(receivedOn));
            form.put("firstNames", firstName);
            if (urn == null) {
                form.remove("settingUrn");
            } else {
                form.put("settingUrn", urn);
            }
            String reference = people.request("caseworker", form);
            people.runJobs();
            sign("caseworker", reference);
            return reference;
        }

        /** Requested, agreed to be assessed and asked for advice, all on one day. */
        private String assessed(String firstName, String receivedOn, String urn) {
            String reference = requested(firstName, receivedOn, urn);
            consider(reference);
            decideToAssess(reference, true, true);
            sign("caseworker", reference);
            askForAdvice(reference);
            return reference;
        }

        private void consider(String reference, String view) {
            people.complete(
                    "caseworker",
                    reference,
                    "userTask_considerRequest",
                    Map.of(
                            "evidence", "Two cycles of support with little progress.",
                            "planMayBeNecessary", "YES",
                            "advice", view));
            inviteViews(reference);
        }

        private static List<String> together(Callable<String> one, Callable<String> other) throws Exception {
            CyclicBarrier start = new CyclicBarrier(2);
            ExecutorService both = Executors.newFixedThreadPool(2);
            try {
                List<Future<String>> futures = List.of(one, other).stream()
                        .map(deed -> both.submit(() -> {
                            start.await(10, TimeUnit.SECONDS);
                            try {
                                return deed.call();
                            } catch (Refusal refusal) {
                                return refusal.getMessage();
                            }
                        }))
                        .toList();
                return List.of(
                        futures.get(0).get(60, TimeUnit.SECONDS), futures.get(1).get(60, TimeUnit.SECONDS));
            } finally {
                both.shutdownNow();
            }
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}

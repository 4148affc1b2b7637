package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.DeadlineState;
import org.ehcpathway.casefile.FamilyView;
import org.ehcpathway.casefile.MeetingMove;
import org.ehcpathway.casefile.Meetings;
import org.ehcpathway.casefile.Representations;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.pathway.AdjustableClock;
import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.PlanWriting.Typed;
import org.ehcpathway.plan.grounds.FinalPlanGrounds;
import org.ehcpathway.plan.grounds.RestsOn;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A draft is written, checked, served, answered, met about, and served again (PLAN-03 to PLAN-07, PLAN-11, PLAN-12). */
class DraftAnsweredTest {

    abstract static class Told extends DraftStory {

        @Autowired
        Representations representations;

        @Autowired
        Meetings familyMeetings;

        @Autowired
        FinalPlanGrounds grounds;

        @Test
        void theDraftHasATargetOfTheCouncilsOwn() {
            aPlanIsToBeDrafted();
            assertThat(due("userTask_writeDraft"))
                    .as("week 14 ends on Monday 21 December; five working days after Tuesday 24 November are sooner")
                    .isEqualTo("2026-12-21T23:59:59");
            assertThat(tasks.getVariable(
                            people.task(nell, "userTask_writeDraft").getId(), "legalDate"))
                    .as("and it does not read as a date of the law")
                    .isEqualTo("none; our own target is 21 Dec 2026");
        }

        @Test
        void whereTheCouncilWantsItASecondPersonReadsTheDraft() {
            aPlanIsToBeDrafted();
            runtime.setVariable(draftPlan(), "draftSecondCheck", true);
            writePlan(nell);
            assertThat(openTasks(nell)).containsExactly("userTask_checkDraft");
            assertThatThrownBy(() ->
                            people.complete("caseworker", nell, "userTask_checkDraft", Map.of("verdict", "AGREE")))
                    .hasMessageContaining("A draft is checked by a person other than the one who wrote it.");
            assertThatThrownBy(() ->
                            people.complete("manager", nell, "userTask_checkDraft", Map.of("verdict", "SEND_BACK")))
                    .hasMessageContaining("Write down what must be put right in the draft.");
            people.complete(
                    "manager",
                    nell,
                    "userTask_checkDraft",
                    Map.of("verdict", "SEND_BACK", "reasons", "Say which diploma the teacher needs."));
            people.complete("caseworker", nell, "userTask_writeDraft", Map.of("complete", true));
            people.complete("manager", nell, "userTask_checkDraft", Map.of("verdict", "AGREE"));
            assertThat(openTasks(nell)).containsExactly("userTask_checkAndSign");
            assertThat(happened(nell, "Draft plan sent back"))
                    .containsExactly("2026-12-07T09:00 Say which diploma the teacher needs.");
        }

        @Test
        void threeRepresentationsAreKeptEachByItself() {
            theDraftIsServed();
            on(2026, 12, 10);
            record(more(said("Please add swimming.")));
            on(2026, 12, 14);
            recordFurther(more(said("  And we do not agree\nwith section B.  ")));
            on(2026, 12, 18);
            Map<String, Object> letter = more(said("My husband thinks so too."));
            letter.put("how", "LETTER");
            letter.put("saidBy", "Ruth Ashby, for Tom Ashby");
            recordFurther(letter);

            assertThat(said())
                    .as("in the family's own words")
                    .containsExactly(
                            "2026-12-10 TELEPHONE Ruth Ashby: Please add swimming.",
                            "2026-12-14 TELEPHONE Ruth Ashby: And we do not agree\nwith section B.",
                            "2026-12-18 LETTER Ruth Ashby, for Tom Ashby: My husband thinks so too.");
            at("2026-12-23T23:59");
            assertThat(openTasks(nell))
                    .as("the last day belongs to the family")
                    .containsExactly("userTask_recordFurther");
            at("2026-12-24T00:00");
            assertThat(openTasks(nell))
                    .as("what came on the last day can be typed the next morning")
                    .containsExactly("userTask_recordFurther");
            assertThat(happened(nell, "Representations window closed")).hasSize(1);
            recordFurther(Map.of("answer", "NONE"));
            people.runJobs();
            assertThat(openTasks(nell)).containsExactly("userTask_prepareFinalPlan");
            assertThat(happened(nell, "Nothing more received"))
                    .containsExactly("2026-12-24T00:00 The 15 days are over (PLAN-04).");
            assertThat(happened(nell, "No representations received")).isEmpty();
            assertThat(deadline(nell, "PLAN-04").metOn()).isEqualTo("2026-12-23");
        }

        @Test
        void nothingMoreWillComeButTheFifteenDaysRunOut() {
            theDraftIsServed();
            on(2026, 12, 10);
            record(more(said("Please add swimming.")));
            on(2026, 12, 14);
            recordFurther(said("That is all we have to say."));
            assertThat(openTasks(nell)).isEmpty();
            on(2026, 12, 23);
            assertThat(openTasks(nell)).isEmpty();
            on(2026, 12, 24);
            assertThat(openTasks(nell)).containsExactly("userTask_prepareFinalPlan");
        }

        @Test
        void moreTimeIsGivenAndBothLastDaysStayInTheFile() {
            theDraftIsServed();
            on(2026, 12, 21);
            Map<String, Object> form = said("We need until the new year.");
            form.put("answer", "MORE_TIME");
            assertThatThrownBy(() -> record(form)).hasMessageContaining("Give the new last day");
            form.put("extendTo", "2026-12-22");
            assertThatThrownBy(() -> record(form))
                    .as("fifteen days are the least")
                    .hasMessageContaining(
                            "the time runs until 23 December 2026 already, and it can only become longer");
            form.put("extendTo", "2027-01-06");
            record(form);

            assertThat(file(nell).deadlines().stream()
                            .filter(deadline -> deadline.rule().equals("PLAN-04"))
                            .map(deadline -> deadline.due() + " " + deadline.supersededWhy()))
                    .containsExactly(
                            "2026-12-23 More time was given because Ruth Ashby asked for it.", "2027-01-06 null");
            assertThat(due("userTask_recordFurther")).isEqualTo("2027-01-06T23:59:59");
            on(2027, 1, 6);
            assertThat(openTasks(nell)).containsExactly("userTask_recordFurther");
            on(2027, 1, 7);
            recordFurther(Map.of("answer", "NONE"));
            people.runJobs();
            assertThat(openTasks(nell)).containsExactly("userTask_prepareFinalPlan");
            Deadline window = deadline(nell, "PLAN-04");
            assertThat(window.metOn()).isEqualTo("2027-01-06");
            assertThat(window.clockStart()).isEqualTo("2026-12-09");
        }

        @Test
        void aFamilyThatAsksForAMeetingGetsOne() {
            theDraftIsServed();
            on(2026, 12, 11);
            Map<String, Object> form = said("We want to talk about section F with somebody who decides.");
            form.put("meetingWanted", true);
            record(form);
            assertThat(due("userTask_arrangeMeeting")).as("within the 15 days").isEqualTo("2026-12-23T23:59:59");

            on(2026, 12, 14);
            meeting("ARRANGED", "2026-12-21", Map.of("place", "Council House, room 4"));
            assertThat(openTasks(nell)).containsExactly("userTask_arrangeMeeting");
            on(2026, 12, 21);
            meeting("ARRANGED", "2027-01-05", Map.of("place", "At the family’s home"));
            on(2026, 12, 28);
            assertThat(openTasks(nell))
                    .as("the plan is not prepared before the family was met")
                    .containsExactly("userTask_arrangeMeeting");
            on(2027, 1, 5);
            meeting(
                    "HELD",
                    "2027-01-05",
                    Map.of(
                            "who", "Ruth Ashby; Helen Marsh, SEN manager",
                            "result", "Swimming is added. Section B stays as it is.",
                            "words", "We still do not agree with section B."));
            assertThat(openTasks(nell)).containsExactly("userTask_prepareFinalPlan");
            assertThat(familyMeetings.of(nell))
                    .extracting(step -> step.move() + " " + step.onDay())
                    .containsExactly(
                            MeetingMove.ASKED + " 2026-12-11",
                            MeetingMove.ARRANGED + " 2026-12-21",
                            MeetingMove.ARRANGED + " 2027-01-05",
                            MeetingMove.HELD + " 2027-01-05");
            assertThat(said())
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("MEETING", "We still do not agree with section B.");
        }

        @Test
        void onlyTheFamilyGivesAMeetingUp() {
            theDraftIsServed();
            on(2026, 12, 22);
            Map<String, Object> form = more(said("We want a meeting."));
            form.put("meetingWanted", true);
            record(form);
            assertThat(openTasks(nell)).containsExactly("userTask_arrangeMeeting", "userTask_recordFurther");
            on(2026, 12, 23);
            assertThatThrownBy(() -> meeting("REFUSED", "2026-12-23", Map.of())).hasMessageContaining("no such choice");
            meeting("WITHDRAWN", "2026-12-23", Map.of("who", "Ruth Ashby"));
            on(2026, 12, 24);
            recordFurther(Map.of("answer", "NONE"));
            people.runJobs();
            assertThat(openTasks(nell)).containsExactly("userTask_prepareFinalPlan");
        }

        @Test
        void aReservedDraftInWeekNineteen() {
            theDraftIsServed();
            on(2026, 12, 11);
            record(said("Please add swimming."));
            on(2027, 1, 25);
            PlanItem swimming = add(PlanPart.F, "She swims once a week in the pool of the school.");
            writing.write(nell, PlanPart.G, "A review by the speech therapist.", counter(PlanPart.G), "caseworker");
            assertThat(grounds.changed(nell)).containsExactly("F2", "G");

            assertThatThrownBy(() -> prepare(proposal("TYPE", null)))
                    .as("nobody forgets a change")
                    .hasMessageContaining("Say what these changes since the draft rest on: F2, G.");
            Map<String, Object> proposal = proposal("TYPE", null);
            proposal.put("onRepresentations", "F2");
            proposal.put("onCouncil", "Section G");
            assertThatThrownBy(() -> prepare(proposal))
                    .hasMessageContaining("The council changed G of its own.")
                    .hasMessageContaining("serve the draft again, or take the change back");
            assertThat(grounds.of(nell)).as("nothing is half-done").isEmpty();

            Map<String, Object> again = new HashMap<>();
            again.put("step", "SERVE_AGAIN");
            again.put("changes", "The speech therapist will review her each year.");
            again.put("onRepresentations", "F2");
            again.put("onCouncil", "G");
            prepare(again);
            assertThat(grounds.of(nell))
                    .extracting(change -> change.place() + " " + change.restsOn())
                    .containsExactly("F2 " + RestsOn.REPRESENTATION, "G " + RestsOn.COUNCIL);
            assertThat(happened(nell, "Draft to be served again"))
                    .containsExactly("2027-01-25T09:00 The speech therapist will review her each year. The family gets"
                            + " another 15 days (PLAN-07). The 20 weeks end on 1 Feb 2027 and will be missed (PLAN-06):"
                            + " explain the delay to the family.");
            assertThat(file(nell).c().stage()).isEqualTo(Stage.DRAFT);
            people.complete("caseworker", nell, "userTask_writeDraft", Map.of("complete", true));
            on(2027, 1, 26);
            sign("caseworker", nell);
            assertThat(lettersOf(nell, LetterKind.L_08))
                    .hasSize(2)
                    .allMatch(letter -> letter.state() == LetterState.SENT);
            assertThat(deadline(nell, "PLAN-04").clockStart()).isEqualTo("2027-01-28");
            assertThat(deadline(nell, "PLAN-04").due()).isEqualTo("2027-02-11");

            on(2027, 2, 2);
            assertThat(deadline(nell, "PLAN-06").state(java.time.LocalDate.of(2027, 2, 2)))
                    .isEqualTo(DeadlineState.OVERDUE);
            people.complete(
                    "manager",
                    nell,
                    "userTask_explainDelay",
                    Map.of(
                            "reason", "The council changed section G, and you have 15 days to answer that.",
                            "toldHow", "By telephone, to Ruth Ashby",
                            "toldOn", "2027-02-02",
                            "newTarget", "2027-02-15"));
            on(2027, 2, 12);
            record(Map.of("answer", "NONE"));
            assertThat(grounds.changed(nell))
                    .as("since the draft that was served last")
                    .isEmpty();
            prepare(agreed(proposal("TYPE", null)));
            nameAndSign("TYPE_NO_REQUEST", "FAMILY_WISH");
            assertThat(plans.of(nell))
                    .extracting(version -> version.title() + " " + version.state())
                    .containsExactly(
                            "Draft EHC plan, version 1 ISSUED",
                            "Draft EHC plan, version 2 ISSUED",
                            "EHC plan, version 3 ISSUED");
            assertThat(plans.text(nell, finalPlan()).item(swimming.line())).isPresent();
            assertThat(deadline(nell, "PLAN-06").metOn()).isEqualTo("2027-02-12");
            assertThat(isRunning(nell)).isFalse();
            assertThat(jobsOf(nell)).isEmpty();
        }

        @Test
        void whatTheHealthBodyAgreedIsKeptForEachProvision() {
            theDraftIsServed();
            on(2026, 12, 11);
            record(said("Please add physiotherapy and a review."));
            on(2026, 12, 24);
            add(PlanPart.G, "Physiotherapy in school.");
            add(PlanPart.G, "A review of her hearing.");
            List<String> items = plans.text(nell, plans.working(nell)).items(PlanPart.G).stream()
                    .map(item -> plans.text(nell, plans.working(nell)).label(item))
                    .toList();
            Map<String, Object> form = agreed(proposal("TYPE", null));
            form.put("onRepresentations", "all");
            form.put("healthAgreedFor", items.get(0));
            assertThatThrownBy(() -> prepare(form))
                    .hasMessageContaining("The health body has not agreed G2")
                    .hasMessageContaining("regulation 12(2)");
            form.put("healthAgreedFor", "G1, G7");
            assertThatThrownBy(() -> prepare(form))
                    .hasMessageContaining("A provision named is not in section G. Its provision is: G1, G2.");
            form.put("healthAgreedFor", "G1 and G2");
            prepare(form);
            writing.write(nell, PlanPart.C, "She wears glasses.", counter(PlanPart.C), "caseworker");
            assertThatThrownBy(() -> people.complete(
                            "manager",
                            nell,
                            "userTask_nameSettingAndSign",
                            signature("TYPE_NO_REQUEST", "FAMILY_WISH")))
                    .as("what was changed after the preparation is not signed unseen")
                    .hasMessageContaining("Nobody has said what these changes since the draft rest on: C.");
            assertThat(grounds.healthAgreements(nell))
                    .extracting(one -> one.place() + " " + one.agreedBy() + " " + one.agreedOn())
                    .containsExactly("G1 Dr Samir Anand 2026-12-22", "G2 Dr Samir Anand 2026-12-22");
        }

        private Map<String, Object> agreed(Map<String, Object> form) {
            form.remove("noHealthProvision");
            form.put("healthAgreedOn", "2026-12-22");
            form.put("healthAgreedBy", "Dr Samir Anand");
            return form;
        }

        private Map<String, Object> more(Map<String, Object> form) {
            form.put("moreMayCome", true);
            return form;
        }

        private void meeting(String outcome, String onDay, Map<String, Object> more) {
            Map<String, Object> form = new HashMap<>(more);
            form.put("outcome", outcome);
            form.put("onDay", onDay);
            people.complete("caseworker", nell, "userTask_arrangeMeeting", form);
        }

        private List<String> said() {
            Map<Long, FamilyView> views =
                    file(nell).views().stream().collect(Collectors.toMap(FamilyView::id, view -> view));
            return representations.of(nell).stream()
                    .map(one -> {
                        FamilyView view = views.get(one.viewId());
                        return view.saidOn() + " " + one.how() + " " + view.saidBy() + ": " + view.words();
                    })
                    .toList();
        }

        private String due(String taskKey) {
            return LocalDateTime.ofInstant(
                            people.task(nell, taskKey).getDueDate().toInstant(), AdjustableClock.ENGLAND)
                    .toString();
        }

        private String draftPlan() {
            ProcessInstance instance = runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(nell)
                    .processDefinitionKey("draft-plan")
                    .singleResult();
            return instance.getId();
        }

        private int counter(PlanPart part) {
            return plans.text(nell, plans.working(nell)).section(part).counter();
        }

        private PlanItem add(PlanPart part, String words) {
            PlanText text = plans.text(nell, plans.working(nell));
            Set<Long> all = advice.of(nell).stream().map(one -> one.id()).collect(Collectors.toSet());
            return writing.add(
                    nell,
                    part,
                    new Typed(
                                    ItemWords.provision(
                                            words,
                                            "30 minutes on each school day",
                                            "39 weeks",
                                            "A trained teaching assistant",
                                            "A certificate in this work",
                                            "The coordinator counts the minutes each term."),
                                    Set.of(),
                                    all)
                            .tiedTo(
                                    text.items(PlanPart.B).get(0),
                                    text.items(PlanPart.E).get(0)),
                    "caseworker");
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}

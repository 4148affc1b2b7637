package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.ConsultationReply;
import org.ehcpathway.casefile.ConsultationState;
import org.ehcpathway.casefile.Means;
import org.ehcpathway.casefile.SettingConsultation;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.pathway.RequestsForSettings;
import org.ehcpathway.plan.Naming;
import org.ehcpathway.plan.SettingReply;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.SettingKind;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Settings are asked for, consulted, and named or not named (SCH-01 to SCH-05, SCH-08, PLAN-09). */
class SettingConsultedTest {

    abstract static class Told extends DraftStory {

        @Autowired
        RequestsForSettings requests;

        @Autowired
        private JdbcTemplate jdbc;

        @Test
        void theSettingAskedForAcceptsAndIsNamed() {
            theDraftIsServed();
            on(2026, 12, 11);
            record(asksFor("100002", "MAINTAINED_SCHOOL"));

            assertThat(openTasks(nell)).containsExactly("userTask_checkAndSign");
            assertThat(consultation().state()).isEqualTo(ConsultationState.BEGUN);
            on(2026, 12, 14);
            sign("caseworker", nell);
            assertThat(consulted()).containsExactly("Mr Daniel Reeve");
            assertThat(reading.enclosures(letter(nell, LetterKind.L_09).id()))
                    .as("the draft and the advice of section K go with it")
                    .hasSize(1 + 4)
                    .anyMatch(paper -> paper.title().equals("Draft EHC plan"));
            assertThat(words(nell, LetterKind.L_09, "Mr Daniel Reeve"))
                    .as("signed three days later, the letter still leaves 15 days: calendar days, holidays counted")
                    .contains("by Tuesday 29 December 2026", "section 39(2)");
            assertThat(consultation().dueOn()).isEqualTo("2026-12-29");
            assertThat(timers(nell))
                    .contains("event_replyLate 2026-12-30T00:00", "event_replyDueSoon 2026-12-26T08:00");
            Task task = people.task(nell, "userTask_recordSettingReply");
            assertThat(task.getName()).isEqualTo("Reply to the consultation: Birchwood School");
            assertThat(groups(task)).containsExactly("setting-100002", "team-north");

            on(2026, 12, 24);
            assertThatThrownBy(() -> prepare(proposal("SETTING", "100002")))
                    .hasMessageContaining("Birchwood School can reply until 29 Dec 2026.");
            replies("caseworker", reply("ACCEPTS"));
            SettingConsultation replied = consultation();
            assertThat(replied.state()).isEqualTo(ConsultationState.REPLIED);
            assertThat(replied.repliedOn()).isEqualTo("2026-12-24");

            prepare(proposal("SETTING", "100002"));
            assertThatThrownBy(() -> people.complete(
                            "manager", nell, "userTask_nameSettingAndSign", signature("APPROPRIATE", "MAINSTREAM")))
                    .hasMessageContaining("The family asked for a setting.");
            nameAndSign("REQUESTED", null);
            assertThat(finalPlan().naming())
                    .isEqualTo(Naming.atOnce(
                            settings.get("100002").id(),
                            "maintained special school",
                            LocalDate.of(2026, 12, 14),
                            SettingReply.ACCEPTS));
            assertThat(happened(nell, "Named setting must admit"))
                    .containsExactly(
                            "2026-12-24T09:00 Birchwood School, maintained school: section 43 binds it from the"
                                    + " start of the plan (PLAN-09).");
            theCaseIsOver();
        }

        @Test
        void aSettingObjectsAndIsNamedAllTheSame() {
            theDraftIsServed();
            on(2026, 12, 11);
            record(asksFor("100001", "ACADEMY"));
            sign("caseworker", nell);
            on(2026, 12, 18);
            Map<String, Object> noGround = reply("OBJECTS");
            noGround.put("facts", "We do not think that we are the right school for her.");
            assertThatThrownBy(() -> replies("setting", noGround))
                    .as("the law knows no other ground than its own")
                    .hasMessageContaining("A setting can object only on a ground of section 39(4).");
            replies("setting", objects("educationOfOthers"));
            assertThat(consultation().reply()).isEqualTo(ConsultationReply.OBJECTS);
            assertThat(consultation().grounds()).containsExactly("incompatible with the efficient education of others");

            on(2026, 12, 24);
            prepare(proposal("SETTING", "100001"));
            nameAndSign("REQUESTED", null);
            assertThat(finalPlan().naming().settingReply()).isEqualTo(SettingReply.OBJECTS);
            assertThat(ground()).startsWith("Children and Families Act 2014 s.39(3)");
            theCaseIsOver();
        }

        @Test
        void theSettingAskedForIsUnsuitableAndATypeIsNamed() {
            theDraftIsServed();
            on(2026, 12, 11);
            record(asksFor("100001", "ACADEMY"));
            sign("caseworker", nell);
            on(2026, 12, 18);
            replies("setting", objects("unsuitable"));
            on(2026, 12, 24);
            prepare(proposal("TYPE", null));
            assertThatThrownBy(() -> people.complete(
                            "manager", nell, "userTask_nameSettingAndSign", signature("UNSUITABLE", null)))
                    .as("the mainstream duty of section 33 then applies")
                    .hasMessageContaining("Say how section 33 is met");
            nameAndSign("UNSUITABLE", "FAMILY_WISH");
            assertThat(finalPlan().settingId()).isNull();
            assertThat(ground()).contains("s.39(4)(a)", "s.33(2)(a)");
            theCaseIsOver();
        }

        @Test
        void aSettingThatDoesNotReplyStopsNothing() {
            theDraftIsServed();
            on(2026, 12, 11);
            record(asksFor("100002", "MAINTAINED_SCHOOL"));
            sign("caseworker", nell);
            assertThat(consultation().dueOn())
                    .as("Saturday 26 December: calendar days, and nothing moves it (A-04)")
                    .isEqualTo("2026-12-26");
            at("2026-12-23T08:00");
            assertThat(happened(nell, "Reply of a setting due soon"))
                    .containsExactly("2026-12-23T08:00 Birchwood School can reply until 26 Dec 2026 (SCH-02).");
            at("2026-12-26T23:59");
            assertThat(happened(nell, "No reply of a setting")).isEmpty();
            on(2026, 12, 28);
            assertThat(happened(nell, "No reply of a setting"))
                    .containsExactly(
                            "2026-12-27T00:00 Birchwood School was to reply by 26 Dec 2026 (SCH-02). The council"
                                    + " must decide without it.");
            assertThat(people.task(nell, "userTask_recordSettingReply").getPriority())
                    .isEqualTo(90);

            prepare(proposal("SETTING", "100002"));
            assertThat(openTasks(nell))
                    .as("a late reply would still be taken in")
                    .containsExactly("userTask_nameSettingAndSign", "userTask_recordSettingReply");
            nameAndSign("REQUESTED", null);
            assertThat(finalPlan().naming().settingReply()).isEqualTo(SettingReply.NONE);
            assertThat(consultation().state()).isEqualTo(ConsultationState.CLOSED);
            assertThat(happened(nell, "Consultation ended without a reply"))
                    .containsExactly("2026-12-28T09:00 Birchwood School");
            theCaseIsOver();
        }

        @Test
        void aLateReplyIsTakenInUntilThePlanIsFinal() {
            theDraftIsServed();
            on(2026, 12, 11);
            record(asksFor("100002", "MAINTAINED_SCHOOL"));
            sign("caseworker", nell);
            on(2026, 12, 29);
            prepare(proposal("SETTING", "100002"));
            replies("caseworker", objects("useOfResources"));
            assertThat(happened(nell, "Setting replied: Objects"))
                    .containsExactly(
                            "2026-12-29T09:00 Birchwood School: incompatible with the efficient use of resources"
                                    + " (late)");
            people.complete(
                    "manager",
                    nell,
                    "userTask_nameSettingAndSign",
                    Map.of("verdict", "SEND_BACK", "reasons", "The school has objected now: please look at it."));
            prepare(proposal("SETTING", "100002"));
            nameAndSign("REQUESTED", null);
            assertThat(finalPlan().naming().settingReply()).isEqualTo(SettingReply.OBJECTS);
            theCaseIsOver();
        }

        @Test
        void anotherCouncilIsAskedAboutItsOwnSchool() {
            theDraftIsServed();
            on(2026, 12, 11);
            Map<String, Object> form = asksFor("100002", "MAINTAINED_SCHOOL");
            form.put("requestedCouncil", "SEN Service, Otherham Council\nsen@otherham.example.org");
            record(form);
            sign("caseworker", nell);
            assertThat(consulted()).containsExactlyInAnyOrder("Mr Daniel Reeve", "SEN Service, Otherham Council");
            on(2026, 12, 24);
            Map<String, Object> accepts = reply("ACCEPTS");
            accepts.put("councilReply", "We have no objection; transport is for you.");
            assertThat(words(nell, LetterKind.L_09, "SEN Service, Otherham Council"))
                    .contains("naming Birchwood School (register number 100002) in it, which you maintain")
                    .doesNotContain("your school", "name you", "you can make the provision");
            assertThat(words(nell, LetterKind.L_09, "Mr Daniel Reeve"))
                    .contains("naming your school, college or other setting")
                    .doesNotContain("which you maintain");
            replies("caseworker", accepts);
            assertThat(consultation().councilReply()).isEqualTo("We have no objection; transport is for you.");
            prepare(proposal("SETTING", "100002"));
            nameAndSign("REQUESTED", null);
            theCaseIsOver();
        }

        @Test
        void anotherCouncilIsAskedOnlyAboutWhatItMaintains() {
            theDraftIsServed();
            on(2026, 12, 11);
            Map<String, Object> form = asksFor("100002", "ACADEMY");
            form.put("requestedCouncil", "SEN Service, Otherham Council\nsen@otherham.example.org");
            assertThatThrownBy(() -> record(form))
                    .hasMessageContaining("Another council is asked only about a school or nursery school");
            assertThat(consultations.of(nell)).isEmpty();
            assertThat(consultations.requests(nell)).as("nothing is half-done").isEmpty();
        }

        @Test
        void aWhollyIndependentSchoolIsAWishAndNoRequestOfRight() {
            theDraftIsServed();
            on(2026, 12, 11);
            record(asksFor("100002", "INDEPENDENT"));
            assertThat(happened(nell, "Setting asked for, as a representation"))
                    .containsExactly("2026-12-11T09:00 Birchwood School, wholly independent setting");
            sign("caseworker", nell);
            assertThat(words(nell, LetterKind.L_09, "Mr Daniel Reeve"))
                    .as("section 39(2) is for requests of section 38(3)")
                    .contains("section 40(3)")
                    .doesNotContain("section 39(2)", "The family has asked for it");
            on(2026, 12, 24);
            replies("caseworker", reply("ACCEPTS"));
            prepare(proposal("SETTING", "100002"));
            assertThatThrownBy(() -> people.complete(
                            "manager", nell, "userTask_nameSettingAndSign", signature("REQUESTED", null)))
                    .hasMessageContaining("No setting that the family asked for is proposed.");
            nameAndSign("APPROPRIATE", "FAMILY_WISH");
            assertThat(ground()).contains("s.40(2)", "Education Act 1996 s.9", "s.33(2)(a)");
            assertThat(happened(nell, "Named setting is not bound to admit")).hasSize(1);
            theCaseIsOver();
        }

        @Test
        void withoutARequestTheCouncilConsultsWhomItThinksOf() {
            aPlanIsToBeDrafted();
            new org.ehcpathway.testing.SamplePlan(plans, writing, advice).write(nell, "caseworker");
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_writeDraft",
                    Map.of("complete", true, "consideredUrn", "100002", "consideredKind", "NON_MAINTAINED_SPECIAL"));
            assertThat(lettersOf(nell, LetterKind.L_09))
                    .as("nobody is consulted before the draft has gone to the family")
                    .isEmpty();
            sign("caseworker", nell);
            assertThat(openTasks(nell)).containsExactly("userTask_checkAndSign", "userTask_recordRepresentations");
            sign("caseworker", nell);
            assertThat(words(nell, LetterKind.L_09, "Mr Daniel Reeve")).contains("section 40(3)");
            on(2026, 12, 21);
            replies("caseworker", reply("ACCEPTS"));
            on(2026, 12, 24);
            record(Map.of("answer", "NONE"));
            prepare(proposal("SETTING", "100002"));
            nameAndSign("APPROPRIATE", "FAMILY_WISH");
            assertThat(ground()).doesNotContain("s.9");
            theCaseIsOver();
        }

        @Test
        void aLetterThatNobodySignedGoesToNobodyOnceThePlanIsFinal() {
            aPlanIsToBeDrafted();
            new org.ehcpathway.testing.SamplePlan(plans, writing, advice).write(nell, "caseworker");
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_writeDraft",
                    Map.of("complete", true, "consideredUrn", "100002", "consideredKind", "NON_MAINTAINED_SPECIAL"));
            sign("caseworker", nell);
            on(2026, 12, 24);
            record(Map.of("answer", "NONE"));
            prepare(proposal("TYPE", null));
            nameAndSign("TYPE_NO_REQUEST", "FAMILY_WISH");
            assertThat(letter(nell, LetterKind.L_09).state()).isEqualTo(LetterState.WITHDRAWN);
            assertThat(happened(nell, "Letter withdrawn: L-09 Consulting a setting"))
                    .containsExactly("2026-12-24T09:00 The plan is final.");
            theCaseIsOver();
        }

        @Test
        void aConsultationThatIsBeingSentByANodeThatDied_holdsUpTheFinalPlanOnlyUntilItsClaimEnds() {
            aPlanIsToBeDrafted();
            new org.ehcpathway.testing.SamplePlan(plans, writing, advice).write(nell, "caseworker");
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_writeDraft",
                    Map.of("complete", true, "consideredUrn", "100002", "consideredKind", "NON_MAINTAINED_SPECIAL"));
            sign("caseworker", nell);
            on(2026, 12, 24);
            record(Map.of("answer", "NONE"));
            prepare(proposal("TYPE", null));
            jdbc.update(
                    "insert into letter_claim (letter_id, claimed_by, until) values (?, 'a node that died', ?)",
                    letter(nell, LetterKind.L_09).id(),
                    clock.instant().plus(Duration.ofMinutes(5)).atOffset(ZoneOffset.UTC));

            assertThatThrownBy(() -> people.complete(
                            "manager",
                            nell,
                            "userTask_nameSettingAndSign",
                            signature("TYPE_NO_REQUEST", "FAMILY_WISH")))
                    .hasMessageContaining("Letter L-09 is being sent at this moment");
            assertThat(finalPlan().settingType())
                    .as("the final document is made, whatever the letter waits for")
                    .isEqualTo("maintained special school");
            assertThat(jobsOf(nell))
                    .filteredOn(job -> job.getExceptionMessage() != null)
                    .singleElement()
                    .satisfies(job -> assertThat(job.getRetries())
                            .as("a try a minute for longer than the five minutes of a claim")
                            .isGreaterThan(5));

            at("2026-12-24T09:06");
            assertThat(letter(nell, LetterKind.L_09).state()).isEqualTo(LetterState.WITHDRAWN);
            sign("manager", nell);
            theCaseIsOver();
        }

        @Test
        void twoSettingsAreAskedForAndOneIsNamed() {
            theDraftIsServed();
            on(2026, 12, 11);
            Map<String, Object> first = asksFor("100001", "ACADEMY");
            first.put("moreMayCome", true);
            record(first);
            sign("caseworker", nell);
            recordFurther(asksFor("100002", "MAINTAINED_SCHOOL"));
            sign("caseworker", nell);
            assertThat(consultations.of(nell))
                    .extracting(one -> consultations.setting(one).name() + " " + one.state())
                    .containsExactly("Ashdown Primary School CONSULTED", "Birchwood School CONSULTED");
            on(2026, 12, 28);
            for (Task task : people.tasks(nell, "userTask_recordSettingReply")) {
                people.complete("caseworker", task, reply("ACCEPTS"));
            }
            prepare(proposal("SETTING", "100002"));
            nameAndSign("REQUESTED", null);
            theCaseIsOver();
        }

        @Test
        void noSettingIsNamedThatWasNotConsulted() {
            theDraftIsServed();
            on(2026, 12, 11);
            record(said("The plan is right."));
            on(2026, 12, 24);
            assertThatThrownBy(() -> prepare(proposal("SETTING", "100002")))
                    .hasMessageContaining(
                            "A setting must be consulted before it is named, and Birchwood School has not" + " been.");
            Map<String, Object> consult = new HashMap<>();
            consult.put("step", "CONSULT");
            consult.put("consideredUrn", "100002");
            consult.put("consideredKind", "MAINTAINED_SCHOOL");
            prepare(consult);
            assertThat(openTasks(nell)).containsExactly("userTask_checkAndSign", "userTask_prepareFinalPlan");
            assertThatThrownBy(() -> prepare(proposal("SETTING", "100002")))
                    .hasMessageContaining("The letter to Birchwood School has not gone yet.");
            prepare(proposal("TYPE", null));
            people.complete(
                    "manager", nell, "userTask_nameSettingAndSign", signature("TYPE_NO_REQUEST", "FAMILY_WISH"));
            assertThat(lettersOf(nell, LetterKind.L_09))
                    .as("the plan is final: the letter that nobody signed does not go")
                    .extracting(letter -> letter.state())
                    .containsExactly(LetterState.WITHDRAWN);
            sign("manager", nell);
            assertThat(happened(nell, "Consultation ended without a reply"))
                    .containsExactly("2026-12-24T09:00 Birchwood School: its letter had not gone");
            theCaseIsOver();
        }

        @Test
        void educationOtherwiseThanAtSchoolHasItsConditions() {
            theDraftIsServed();
            on(2026, 12, 24);
            record(Map.of("answer", "NONE"));
            Map<String, Object> form = proposal("OTHERWISE", null);
            assertThatThrownBy(() -> prepare(form))
                    .hasMessageContaining("Why a school or college would be inappropriate");
            form.put("otherwiseWhy", "She has not been able to enter a building with other children for a year.");
            assertThatThrownBy(() -> prepare(form)).hasMessageContaining("Family consulted on this on");
            form.put("familyConsultedOn", "2026-12-28");
            assertThatThrownBy(() -> prepare(form)).hasMessageContaining("The day given has not come yet.");
            form.put("familyConsultedOn", "2026-12-22");
            prepare(form);
            assertThatThrownBy(() -> people.complete(
                            "manager", nell, "userTask_nameSettingAndSign", signature("TYPE_NO_REQUEST", "MAINSTREAM")))
                    .hasMessageContaining("Choose the ground of section 61");
            nameAndSign("OTHERWISE", null);
            assertThat(finalPlan().settingType()).isEqualTo(Naming.OTHERWISE);
            assertThat(ground()).startsWith("Children and Families Act 2014 s.61");
            theCaseIsOver();
        }

        @Test
        void aRequestMadeInTimeIsTakenInAfterTheWindowAndFollowed() {
            theDraftIsServed();
            on(2026, 12, 11);
            record(said("The plan is right."));
            on(2026, 12, 24);
            assertThat(openTasks(nell)).containsExactly("userTask_prepareFinalPlan");
            Map<String, Object> late = asksFor("100002", "MAINTAINED_SCHOOL");
            late.remove("answer");
            late.remove("words");
            late.put("step", "REQUEST");
            late.put("saidOn", "2026-12-23");
            prepare(late);
            assertThat(consultations.requestsOfRight(nell))
                    .extracting(asked -> asked.askedFor() + " " + asked.askedOn())
                    .containsExactly("Birchwood School 2026-12-23");
            assertThat(openTasks(nell)).containsExactly("userTask_checkAndSign", "userTask_prepareFinalPlan");
            sign("caseworker", nell);
            assertThat(words(nell, LetterKind.L_09, "Mr Daniel Reeve")).contains("section 39(2)");
            on(2027, 1, 4);
            replies("caseworker", reply("ACCEPTS"));
            prepare(proposal("SETTING", "100002"));
            nameAndSign("REQUESTED", null);
            theCaseIsOver();
        }

        @Test
        void aRequestThatComesBesideEveryTaskIsTakenInUntilThePlanIsSigned() {
            aPlanIsToBeDrafted();
            assertThatThrownBy(() -> asksBesideTheTasks(null, "100002", SettingKind.MAINTAINED_SCHOOL))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("once the draft plan has gone to the family");
            writePlan(nell);
            sign("caseworker", nell);
            on(2026, 12, 11);
            record(said("The plan is right."));
            on(2026, 12, 17);
            assertThat(openTasks(nell))
                    .as("no task is open in which it could be typed")
                    .isEmpty();
            asksBesideTheTasks(null, "100002", SettingKind.MAINTAINED_SCHOOL);
            assertThat(happened(nell, "Setting asked for (section 38(3))"))
                    .containsExactly("2026-12-17T09:00 Birchwood School, maintained school");
            sign("caseworker", nell);
            on(2027, 1, 4);
            prepare(proposal("SETTING", "100002"));
            nameAndSign("REQUESTED", null);
            assertThatThrownBy(() -> asksBesideTheTasks(null, "100001", SettingKind.ACADEMY))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("until the plan is signed");
            theCaseIsOver();
        }

        @Test
        void aSettingAskedForWithoutANumberIsFoundAndHeardBeforeItIsLeftAside() {
            theDraftIsServed();
            on(2026, 12, 11);
            Map<String, Object> form = said("Please name the school by the mill.");
            form.put("requestedSetting", "The school by the mill");
            record(form);
            assertThat(consultations.of(nell)).isEmpty();
            on(2026, 12, 24);
            assertThatThrownBy(() -> prepare(proposal("TYPE", null)))
                    .hasMessageContaining(
                            "The family asked for “The school by the mill”, and nobody has said yet which");
            Long asked = consultations.requests(nell).get(0).id();
            assertThatThrownBy(() -> settle(asked, "999999", SettingKind.ACADEMY, null))
                    .hasMessageContaining("No setting with this URN is known");
            assertThatThrownBy(() -> settle(asked, null, null, null)).hasMessageContaining("one of the two");
            settle(asked, "100002", SettingKind.MAINTAINED_SCHOOL, null);
            assertThatThrownBy(() -> settle(asked, "100001", SettingKind.ACADEMY, null))
                    .hasMessageContaining("recorded already");
            assertThatThrownBy(() -> prepare(proposal("TYPE", null)))
                    .hasMessageContaining("The family asked for Birchwood School, which has not been consulted");
            sign("caseworker", nell);
            assertThatThrownBy(() -> prepare(proposal("TYPE", null)))
                    .hasMessageContaining(
                            "The family asked for Birchwood School, which can reply until 8 January 2027.");
            on(2027, 1, 9);
            prepare(proposal("TYPE", null));
            nameAndSign("INCOMPATIBLE", "MAINSTREAM");
            assertThat(ground()).contains("s.39(4)(b)");
            theCaseIsOver();
        }

        @Test
        void aWishThatMeansNoSettingIsNoRequest() {
            theDraftIsServed();
            on(2026, 12, 11);
            Map<String, Object> form = said("We want a small school.");
            form.put("requestedSetting", "A small school near home");
            record(form);
            on(2026, 12, 24);
            Long asked = consultations.requests(nell).get(0).id();
            assertThatThrownBy(() -> settle(asked, null, null, "None.")).hasMessageContaining("at least 20 characters");
            settle(asked, null, null, "Ruth Ashby said by telephone on 18 December that she has no school in mind.");
            assertThat(consultations.requestsOfRight(nell)).isEmpty();
            prepare(proposal("TYPE", null));
            nameAndSign("TYPE_NO_REQUEST", "MAINSTREAM");
            theCaseIsOver();
        }

        @Test
        void aRequestThatCameAfterTheProposalIsHeardBeforeTheSignature() {
            theDraftIsServed();
            on(2026, 12, 11);
            record(asksFor("100001", "ACADEMY"));
            sign("caseworker", nell);
            on(2026, 12, 18);
            replies("setting", objects("unsuitable"));
            on(2026, 12, 24);
            prepare(proposal("TYPE", null));
            asksBesideTheTasks(null, "100002", SettingKind.MAINTAINED_SCHOOL);
            assertThatThrownBy(() -> people.complete(
                            "manager", nell, "userTask_nameSettingAndSign", signature("UNSUITABLE", "MAINSTREAM")))
                    .hasMessageContaining("The family asked for Birchwood School, which has not been consulted");
        }

        @Test
        void aSettingThatWasAskedForIsNotNamedOnTheGroundThatItIsUnsuitable() {
            theDraftIsServed();
            on(2026, 12, 11);
            record(asksFor("100002", "ACADEMY"));
            sign("caseworker", nell);
            on(2026, 12, 18);
            replies("caseworker", reply("ACCEPTS"));
            on(2026, 12, 24);
            prepare(proposal("SETTING", "100002"));
            assertThatThrownBy(() -> people.complete(
                            "manager", nell, "userTask_nameSettingAndSign", signature("UNSUITABLE", "MAINSTREAM")))
                    .hasMessageContaining("The setting proposed is one that the family asked for.");
        }

        @Test
        void whoeverElseIsThoughtOfIsConsultedUnderTheSameSectionOnceOneWasAskedFor() {
            aPlanIsToBeDrafted();
            new org.ehcpathway.testing.SamplePlan(plans, writing, advice).write(nell, "caseworker");
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_writeDraft",
                    Map.of("complete", true, "consideredUrn", "100002", "consideredKind", "NON_MAINTAINED_SPECIAL"));
            sign("caseworker", nell);
            on(2026, 12, 11);
            asksBesideTheTasks("Ashdown", "100001", SettingKind.ACADEMY);
            for (Task task : people.tasks(nell, "userTask_checkAndSign")) {
                people.complete("caseworker", task, Map.of("verdict", "SIGN"));
            }
            Letter first = lettersOf(nell, LetterKind.L_09).get(0);
            assertThat(copies.page(
                                    first.id(),
                                    reading.recipients(first.id()).get(0).id())
                            .replaceAll("[\\s\u00a0]+", " "))
                    .as("its letter was prepared before the family asked for another setting")
                    .contains("section 39(2)", "because the family asked for another setting")
                    .doesNotContain("The family has asked for it");
        }

        @Test
        void aConsultationHeldElsewhereCountsOnceItHadItsTime() {
            theDraftIsServed();
            on(2026, 12, 24);
            record(Map.of("answer", "NONE"));
            Map<String, Object> form = proposal("SETTING", "100002");
            form.put("consultedOn", "2026-12-14");
            form.put("settingReply", "NONE");
            assertThatThrownBy(() -> prepare(form)).hasMessageContaining("what kind of setting it is");
            form.put("settingKind", "MAINTAINED_SCHOOL");
            form.put("settingCouncil", "SEN Service, Otherham Council\nsen@otherham.example.org");
            assertThatThrownBy(() -> prepare(form))
                    .hasMessageContaining("Birchwood School can reply until 29 December 2026.");
            assertThat(consultations.of(nell)).isEmpty();
            on(2026, 12, 30);
            prepare(form);
            assertThat(consultation().otherCouncil()).startsWith("SEN Service, Otherham Council");
            assertThat(consultation().dueOn()).isEqualTo("2026-12-29");
            nameAndSign("APPROPRIATE", "MAINSTREAM");
            assertThat(happened(nell, "Named setting must admit")).hasSize(1);
            theCaseIsOver();
        }

        @Test
        void wordsOnTheCasePageAreNoRequest() {
            theDraftIsServed();
            files.keepView(
                    nell,
                    ViewTopic.SETTING,
                    "Ruth Ashby",
                    LocalDate.of(2026, 12, 7),
                    "We went to see Ashdown and did not like it.",
                    "caseworker");
            on(2026, 12, 24);
            record(Map.of("answer", "NONE"));
            prepare(proposal("TYPE", null));
            assertThatThrownBy(() -> people.complete(
                            "manager", nell, "userTask_nameSettingAndSign", signature("UNSUITABLE", "MAINSTREAM")))
                    .hasMessageContaining("No request for a setting is in the file.");
            nameAndSign("TYPE_NO_REQUEST", "MAINSTREAM");
            theCaseIsOver();
        }

        private void asksBesideTheTasks(String askedFor, String urn, SettingKind kind) {
            requests.take(
                    nell,
                    new RequestsForSettings.Asked(
                            askedFor,
                            new RequestsForSettings.Wanted(urn, kind, null),
                            "Ruth Ashby",
                            LocalDate.now(clock),
                            Means.TELEPHONE),
                    "caseworker");
            people.runJobs();
        }

        private void settle(Long asked, String urn, SettingKind kind, String whyNone) {
            requests.settle(nell, asked, new RequestsForSettings.Wanted(urn, kind, null), whyNone, "caseworker");
            people.runJobs();
        }

        @Test
        void whatCannotStandIsRefusedAndNothingIsKept() {
            theDraftIsServed();
            on(2026, 12, 11);
            String long200kB = "Nell needs help. ".repeat(12_000);
            for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                    Map.of("words", long200kB),
                    Map.of("words", "A bell\u0007rings."),
                    Map.of("words", 42),
                    Map.of("words", List.of("Nell")),
                    Map.of("saidOn", "11 December"),
                    Map.of("saidOn", "2026-12-12"),
                    Map.of("saidBy", "x".repeat(201)),
                    Map.of("requestedUrn", "999999"),
                    Map.of("requestedUrn", "'; drop table setting"),
                    Map.of("requestedUrn", "100002", "requestedKind", "CASTLE"),
                    Map.of("requestedUrn", "100002", "requestedKind", ""),
                    Map.of("requestedSetting", "x".repeat(201)),
                    Map.of(
                            "requestedUrn", "100002",
                            "requestedKind", "MAINTAINED_SCHOOL",
                            "requestedCouncil", "Otherham, somewhere"),
                    Map.of("how", "BY_PIGEON"),
                    Map.of("extendTo", "2030-01-01"),
                    Map.of("meetingWanted", "yes"),
                    Map.of("moreToCome", true),
                    Map.of("consideredUrn", "100002"))) {
                Map<String, Object> form = said("Please name this school.");
                form.putAll(wrong);
                refused(wrong, () -> record(form));
            }
            assertThat(file(nell).views()).noneMatch(view -> view.saidOn().isAfter(LocalDate.of(2026, 12, 1)));
            assertThat(consultations.of(nell)).isEmpty();

            record(asksFor("100002", "MAINTAINED_SCHOOL"));
            sign("caseworker", nell);
            on(2026, 12, 14);
            for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                    Map.of("reply", "PERHAPS"),
                    Map.of("repliedOn", "2026-12-10"),
                    Map.of("repliedOn", "2026-12-15"),
                    Map.of("repliedOn", "soon"),
                    Map.of("repliedBy", ""),
                    Map.of("unsuitable", true),
                    Map.of("reply", "OBJECTS", "unsuitable", true, "facts", "No."),
                    Map.of("reply", "OBJECTS", "unsuitable", true, "facts", long200kB),
                    Map.of("facts", "A bell\u0007rings."),
                    Map.of("councilReply", 7))) {
                Map<String, Object> form = reply("ACCEPTS");
                form.putAll(wrong);
                refused(wrong, () -> replies("caseworker", form));
            }
            assertThat(consultation().state()).isEqualTo(ConsultationState.CONSULTED);

            on(2026, 12, 28);
            for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                    Map.of("step", "JUMP"),
                    Map.of("settingType", "x".repeat(201)),
                    Map.of("changes", "Nell needs help. ".repeat(300)),
                    Map.of("onCouncil", "F2"),
                    Map.of("onPlacement", long200kB),
                    Map.of("settingUrn", "100001"),
                    Map.of("noHealthProvision", false),
                    Map.of("noHealthProvision", false, "healthAgreedOn", "2026-12-29"),
                    Map.of(
                            "noHealthProvision",
                            false,
                            "healthAgreedOn",
                            "2026-12-22",
                            "healthAgreedBy",
                            "x".repeat(201)),
                    Map.of("step", "CONSULT"),
                    Map.of("step", "CONSULT", "consideredUrn", "100001"))) {
                Map<String, Object> form = proposal("SETTING", "100002");
                form.putAll(wrong);
                refused(wrong, () -> prepare(form));
            }
            prepare(proposal("SETTING", "100002"));
        }

        private void refused(Map<String, Object> wrong, ThrowingCallable deed) {
            assertThatThrownBy(deed)
                    .as(wrong.keySet().toString())
                    .isInstanceOf(FormFieldValidationException.class)
                    .hasCauseInstanceOf(Refusal.class);
        }

        private void theCaseIsOver() {
            assertThat(isRunning(nell)).isFalse();
            assertThat(jobsOf(nell)).isEmpty();
            assertThat(file(nell).c().stage()).isEqualTo(Stage.PLAN_FINALISED);
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}

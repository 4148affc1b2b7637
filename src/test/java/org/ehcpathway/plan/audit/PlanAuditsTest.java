package org.ehcpathway.plan.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.CasefileConfiguration;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Requests;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.plan.AreaOfNeed;
import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.PlanWriting.Typed;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.audit.PlanAudits.Opened;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.testing.DataRoom;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.ehcpathway.testing.SamplePlan;
import org.ehcpathway.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** From a sample of finished plans to the trend. */
class PlanAuditsTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @DataRoom
    @ComponentScan(
            basePackageClasses = {CasefileConfiguration.class, LetterReading.class, Plans.class},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Room|Test)(\\$.*)?"))
    @AutoConfigurationPackage(basePackageClasses = {CasefileConfiguration.class, Plans.class})
    static class AuditRoom {}

    @SpringBootTest(
            classes = AuditRoom.class,
            webEnvironment = SpringBootTest.WebEnvironment.NONE,
            properties = "spring.config.import=classpath:council-demo.yaml")
    abstract static class Told {

        @Autowired
        PlanAudits audits;

        @Autowired
        Plans plans;

        @Autowired
        PlanWriting writing;

        @Autowired
        AdviceRegister advice;

        @Autowired
        CaseFiles files;

        @Autowired
        JdbcTemplate sql;

        @Autowired
        TestClock clock;

        @BeforeEach
        void november() {
            clock.setTo(LocalDate.of(2026, 11, 30));
        }

        @Test
        void aSampleIsDrawnFromTheFinishedPlansOfItsMonthsAndCanBeDrawnAgain() {
            List<String> three = List.of(finalPlan(null), finalPlan(null), finalPlan(null));
            clock.setTo(LocalDate.of(2026, 12, 1));
            String december = finalPlan(null);

            AuditDraw draw = audits.draw(NOVEMBER, NOVEMBER, null, null, 2, null, "quinn");
            assertThat(audits.candidates(draw.id())).isGreaterThanOrEqualTo(3);
            List<String> drawn = references(draw);
            assertThat(drawn).hasSize(2).doesNotContain(december);
            assertThat(references(audits.draw(NOVEMBER, NOVEMBER, null, null, 2, draw.seed(), "quinn")))
                    .as("the same number draws the same plans in the same order")
                    .isEqualTo(drawn);
            assertThat(references(audits.draw(NOVEMBER, NOVEMBER, null, null, 200, null, "quinn")))
                    .as("fewer than asked for: all of them")
                    .containsAll(three)
                    .doesNotContain(december);
            assertThat(references(audits.draw(
                            NOVEMBER, NOVEMBER, "team-north", AreaOfNeed.COGNITION_AND_LEARNING, 200, null, "quinn")))
                    .containsAll(three);

            assertRefused(
                    () -> audits.draw(NOVEMBER, NOVEMBER, null, AreaOfNeed.SENSORY_OR_PHYSICAL, 2, null, "quinn"),
                    "No final plan");
            assertRefused(() -> audits.draw(NOVEMBER, NOVEMBER, "team-south", null, 2, null, "quinn"), "No final plan");
            assertRefused(
                    () -> audits.draw(NOVEMBER.plusMonths(1), NOVEMBER, null, null, 2, null, "quinn"),
                    "earlier one first");
            assertRefused(() -> audits.draw(NOVEMBER, NOVEMBER, null, null, 0, null, "quinn"), "between 1 and 200");
        }

        @Test
        void theChecksSuggestAnswersAndTheAuditorDecides() {
            AuditDraw draw = sampleOf(finalPlan("Access to a laptop."));
            PlanAudit audit = audits.begin(draw.id(), version(draw), AuditRole.FIRST, "quinn");

            Map<String, AuditAnswer> answers = answers(audit);
            assertThat(answers.get("F-plain").suggested()).as("vague words").isEqualTo(1);
            assertThat(answers.get("F-specific").suggested()).isEqualTo(2);
            assertThat(answers.get("I-named").score()).isEqualTo(2);
            assertThat(answers.get("G-agreed")).as("no health provision").satisfies(answer -> {
                assertThat(answer.answered()).isTrue();
                assertThat(answer.score()).isNull();
            });
            assertThat(answers.get("A-future").answered())
                    .as("only a person can tell")
                    .isFalse();
            assertRefused(() -> audits.score(audit.id()), "One question is not answered yet.");

            audits.save(
                    audit.id(),
                    scores("A-future", 2, "F-plain", 0, "B-complete", 0),
                    Map.of("F", "  Say what the laptop is for. ", "A", ""),
                    "A clear plan.",
                    "quinn");
            // Of all that applies, F-plain (3) and B-complete (3, a point of law) reach nothing.
            assertThat(audits.score(audit.id())).isEqualTo(new AuditScore(percent(6), 1));
            Opened opened = audits.open(audit.id(), "quinn");
            assertThat(opened.comments()).containsExactly(Map.entry("F", "Say what the laptop is for."));

            clock.setTo(LocalDate.of(2026, 12, 2));
            PlanAudit signed = audits.signOff(audit.id(), AuditGrade.REQUIRES_IMPROVEMENT, "quinn");
            assertThat(signed.grade()).isEqualTo(AuditGrade.REQUIRES_IMPROVEMENT);
            assertThat(signed.legalZeros()).isEqualTo(1);
            assertThat(signed.feedback()).isEqualTo("A clear plan.");
            assertThat(signed.signedOffAt()).isEqualTo(clock.instant());
            assertThat(audits.feedback(reference(draw)))
                    .singleElement()
                    .extracting(heard -> heard.audit().feedback())
                    .isEqualTo("A clear plan.");
        }

        @Test
        void nobodyAuditsTheirOwnPlanOrAPlanTwiceOrSeesAnothersAnswersBeforeTheirOwnAreSigned() {
            AuditDraw draw = sampleOf(finalPlan(null));
            long plan = version(draw);
            for (String writer : List.of("casey", "morgan")) {
                assertThatThrownBy(() -> audits.begin(draw.id(), plan, AuditRole.FIRST, writer))
                        .isInstanceOf(NotAllowed.class)
                        .hasMessageContaining("wrote or signed");
            }
            assertRefused(() -> audits.begin(draw.id(), plan, AuditRole.SECOND, "quinn"), "Begin that one");
            PlanAudit first = audits.begin(draw.id(), plan, AuditRole.FIRST, "quinn");
            assertRefused(() -> audits.begin(draw.id(), plan, AuditRole.FIRST, "rory"), "begun this audit already");
            assertThatThrownBy(() -> audits.begin(draw.id(), plan, AuditRole.SECOND, "quinn"))
                    .isInstanceOf(NotAllowed.class)
                    .hasMessageContaining("audited this plan already");
            PlanAudit second = audits.begin(draw.id(), plan, AuditRole.SECOND, "rory");

            assertThatThrownBy(() -> audits.open(first.id(), "rory")).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> audits.save(first.id(), Map.of(), Map.of(), null, "rory"))
                    .isInstanceOf(NotAllowed.class);
            signOff(first, "quinn", AuditGrade.GOOD, Map.of());
            assertThatThrownBy(() -> audits.open(first.id(), "rory"))
                    .as("rory still judges")
                    .isInstanceOf(NotAllowed.class);
            signOff(second, "rory", AuditGrade.GOOD, Map.of());
            assertThat(audits.open(first.id(), "rory").audit().grade()).isEqualTo(AuditGrade.GOOD);
            assertRefused(() -> audits.begin(draw.id(), plan, AuditRole.MODERATION, "sasha"), "nothing to settle");
        }

        @Test
        void whereTwoAuditorsDifferAThirdSettlesIt() {
            AuditDraw draw = sampleOf(finalPlan(null));
            PlanAudit first = audits.begin(draw.id(), version(draw), AuditRole.FIRST, "quinn");
            PlanAudit second = audits.begin(draw.id(), version(draw), AuditRole.SECOND, "rory");
            signOff(first, "quinn", AuditGrade.OUTSTANDING, Map.of());
            assertThat(audits.sample(draw.id()).get(0).settled())
                    .as("the second is open")
                    .isEmpty();
            signOff(second, "rory", AuditGrade.INADEQUATE, scores("B-clear", 0, "A-voice", 1));
            assertThat(audits.sample(draw.id()).get(0).isDisputed()).isTrue();

            PlanAudit moderation = audits.begin(draw.id(), version(draw), AuditRole.MODERATION, "sasha");
            Opened opened = audits.open(moderation.id(), "sasha");
            assertThat(opened.answers().values().stream()
                            .filter(answer -> !answer.answered())
                            .map(AuditAnswer::question))
                    .as("what both answered alike is settled")
                    .containsExactly("A-voice", "B-clear");
            assertThat(opened.before().get("B-clear"))
                    .extracting(AuditAnswer::score)
                    .containsExactly(2, 0);
            assertThat(audits.sample(draw.id()).get(0).settled()).isEmpty();
            audits.save(moderation.id(), scores("A-voice", 2, "B-clear", 1), Map.of(), null, "sasha");
            audits.signOff(moderation.id(), AuditGrade.GOOD, "sasha");

            assertThat(audits.sample(draw.id()).get(0).settled())
                    .get()
                    .extracting(PlanAudit::grade)
                    .isEqualTo(AuditGrade.GOOD);
        }

        @Test
        void anAuditThatIsSignedOffStaysAsItWasWhoeverWritesSql() {
            AuditDraw draw = sampleOf(finalPlan(null));
            PlanAudit audit = audits.begin(draw.id(), version(draw), AuditRole.FIRST, "quinn");
            audits.save(audit.id(), Map.of(), Map.of("A", "Good."), "Well done.", "quinn");
            signOff(audit, "quinn", AuditGrade.GOOD, Map.of());

            assertRefused(() -> audits.save(audit.id(), Map.of(), Map.of(), "More.", "quinn"), "signed off");
            assertRefused(() -> audits.signOff(audit.id(), AuditGrade.GOOD, "quinn"), "signed off");
            for (String change : List.of(
                    "update plan_audit set grade = 'OUTSTANDING' where id = " + audit.id(),
                    "delete from plan_audit where id = " + audit.id(),
                    "update audit_answer set score = 2 where audit_id = " + audit.id(),
                    "delete from audit_answer where audit_id = " + audit.id(),
                    "update audit_comment set words = 'Bad.' where audit_id = " + audit.id(),
                    "insert into audit_comment (audit_id, section, words) values (" + audit.id() + ", 'B', 'Bad.')",
                    "update audit_candidate set place = 9 where draw_id = " + draw.id(),
                    "delete from audit_draw where id = " + draw.id())) {
                assertThatThrownBy(() -> sql.update(change)).as(change).isInstanceOf(DataAccessException.class);
            }
        }

        @Test
        void aBadAnswerIsRefusedAndNothingIsKept() {
            AuditDraw draw = sampleOf(finalPlan(null));
            PlanAudit audit = audits.begin(draw.id(), version(draw), AuditRole.FIRST, "quinn");

            assertRefused(
                    () -> audits.save(audit.id(), scores("A-future", 2, "A-voice", 3), Map.of(), null, "quinn"),
                    "one of the choices");
            assertRefused(() -> audits.save(audit.id(), scores("Z", 1), Map.of(), null, "quinn"), "one of the choices");
            assertRefused(
                    () -> audits.save(audit.id(), scores("A-future", 2), Map.of("A", "x\u0007"), null, "quinn"),
                    "cannot be printed");
            assertRefused(
                    () -> audits.save(audit.id(), scores("A-future", 2), Map.of(), "x".repeat(4001), "quinn"),
                    "at most 4,000");
            assertRefused(
                    () -> audits.save(audit.id(), Map.of(), Map.of("Z", "x"), null, "quinn"),
                    "section of the checklist");
            assertThat(answers(audit).get("A-future").answered()).isFalse();
        }

        @Test
        void theTrendCountsEachPlanByItsMonthAndItsNeeds() {
            clock.setTo(LocalDate.of(2027, 3, 31));
            AuditDraw draw = sampleOf(finalPlan(null));
            PlanAudit audit = audits.begin(draw.id(), version(draw), AuditRole.FIRST, "quinn");
            assertThat(audits.trend().byMonth())
                    .extracting(AuditTrend.Line::what)
                    .doesNotContain("2027-03");
            signOff(audit, "quinn", AuditGrade.OUTSTANDING, Map.of());

            assertThat(audits.trend().byMonth())
                    .filteredOn(line -> line.what().equals("2027-03"))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.plans()).isEqualTo(1);
                        assertThat(line.percent()).isEqualTo(100);
                        assertThat(line.grades())
                                .containsEntry(AuditGrade.OUTSTANDING, 1)
                                .containsEntry(AuditGrade.GOOD, 0);
                    });
            assertThat(audits.trend().byArea())
                    .extracting(AuditTrend.Line::what)
                    .containsExactly("Cognition and learning");
        }

        /** A final plan issued today; {@code vague} is one more piece of provision that was let stand. */
        private String finalPlan(String vague) {
            LocalDate today = LocalDate.now(clock);
            clock.setTo(LocalDate.of(2026, 9, 14));
            String reference = files.open(Requests.rowans(), "casey").reference();
            clock.setTo(today);
            files.decide(
                    reference,
                    DecisionKind.ISSUE_PLAN,
                    "section 37(1)",
                    "Rowan needs more than a school can give.",
                    null,
                    "morgan");
            new SamplePlan(plans, writing, advice).write(reference, "casey");
            if (vague != null) {
                PlanText text = plans.text(reference, plans.working(reference));
                writing.add(
                        reference,
                        PlanPart.F,
                        Typed.of(ItemWords.provision(
                                                vague,
                                                "30 minutes on each school day",
                                                "39 weeks",
                                                "A teaching assistant",
                                                "A course on laptops",
                                                "The coordinator counts the minutes.")
                                        .from("Report of the school"))
                                .tiedTo(
                                        text.items(PlanPart.B).toArray(PlanItem[]::new)[0],
                                        text.items(PlanPart.E).get(0)),
                        "casey");
            }
            plans.issueDraft(reference);
            plans.propose(reference, null, "mainstream school", null, null, null, "Nothing was changed.");
            plans.sign(reference, "morgan", "Morgan Ellery", "SEN team manager");
            plans.issueFinal(reference);
            return reference;
        }

        /** A sample of which this plan is a part, at the first place. */
        private AuditDraw sampleOf(String reference) {
            YearMonth month = YearMonth.now(clock);
            return LongStream.range(0, 1000)
                    .mapToObj(seed -> audits.draw(month, month, null, null, 1, seed, "quinn"))
                    .filter(draw -> references(draw).equals(List.of(reference)))
                    .findFirst()
                    .orElseThrow();
        }

        private List<String> references(AuditDraw draw) {
            return audits.sample(draw.id()).stream().map(AuditedPlan::reference).toList();
        }

        private long version(AuditDraw draw) {
            return audits.sample(draw.id()).get(0).versionId();
        }

        private String reference(AuditDraw draw) {
            return references(draw).get(0);
        }

        private Map<String, AuditAnswer> answers(PlanAudit audit) {
            Map<String, AuditAnswer> answers = new HashMap<>();
            audits.open(audit.id(), audit.auditor())
                    .answers()
                    .values()
                    .forEach(one -> answers.put(one.question(), one));
            return answers;
        }

        /** Answers what is open with "met", then the given scores, and signs off. */
        private void signOff(PlanAudit audit, String by, AuditGrade grade, Map<String, Integer> scores) {
            Map<String, Integer> all = new HashMap<>();
            answers(audit).values().stream()
                    .filter(answer -> !answer.answered())
                    .forEach(answer -> all.put(answer.question(), 2));
            all.putAll(scores);
            audits.save(audit.id(), all, Map.of(), null, by);
            audits.signOff(audit.id(), grade, by);
        }

        private int percent(int lost) {
            int possible = audits.questions().stream()
                    .filter(question -> !question.ofItems())
                    .mapToInt(AuditQuestion::weight)
                    .sum();
            return Math.round(100f * (possible - lost) / possible);
        }

        private static Map<String, Integer> scores(Object... pairs) {
            Map<String, Integer> scores = new HashMap<>();
            for (int i = 0; i < pairs.length; i += 2) {
                scores.put((String) pairs[i], (Integer) pairs[i + 1]);
            }
            return scores;
        }

        private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String sentence) {
            assertThatThrownBy(call).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}

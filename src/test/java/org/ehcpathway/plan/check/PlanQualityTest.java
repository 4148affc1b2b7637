package org.ehcpathway.plan.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.CasefileConfiguration;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Requests;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanKind;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.PlanWriting.Typed;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.check.PlanQuality.Judged;
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

/** Warnings that are let stand, and for how long the reason holds. */
class PlanQualityTest {

    private static final String REASON = "The college chose this wording and the family agreed.";

    @DataRoom
    @ComponentScan(
            basePackageClasses = {CasefileConfiguration.class, LetterReading.class, Plans.class},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Room|Test)(\\$.*)?"))
    @AutoConfigurationPackage(basePackageClasses = {CasefileConfiguration.class, Plans.class})
    static class QualityRoom {}

    @SpringBootTest(
            classes = QualityRoom.class,
            webEnvironment = SpringBootTest.WebEnvironment.NONE,
            properties = "spring.config.import=classpath:council-demo.yaml")
    abstract static class Told {

        @Autowired
        Plans plans;

        @Autowired
        PlanWriting writing;

        @Autowired
        PlanQuality quality;

        @Autowired
        CaseFiles files;

        @Autowired
        AdviceRegister advice;

        @Autowired
        JdbcTemplate sql;

        @Autowired
        TestClock clock;

        String rowan;
        PlanItem vague;

        @BeforeEach
        void aDraftWithTwoVagueWords() {
            clock.setTo(LocalDate.of(2026, 9, 14));
            rowan = files.open(Requests.rowans(), "casey").reference();
            clock.setTo(LocalDate.of(2026, 11, 30));
            files.decide(
                    rowan,
                    DecisionKind.ISSUE_PLAN,
                    "section 37(1)",
                    "Rowan needs more than a school can give.",
                    null,
                    "morgan");
            new SamplePlan(plans, writing, advice).write(rowan, "casey");
            PlanText text = plans.text(rowan, plans.working(rowan));
            vague = writing.add(
                    rowan,
                    PlanPart.F,
                    Typed.of(provision("Access to a quiet room, up to its closing time."))
                            .tiedTo(
                                    text.items(PlanPart.B).get(0),
                                    text.items(PlanPart.E).get(0)),
                    "casey");
        }

        @Test
        void anOpenWarningHoldsThePlanBackUntilItIsSettledOrHasAReason() {
            assertThat(plans.faults(rowan)).as("no legal error").isEmpty();
            assertThat(open()).hasSize(2);
            assertThatThrownBy(() -> quality.requireSettled(rowan))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("2 warnings about the plan are open.")
                    .hasMessageContaining("Quality page");

            quality.override(rowan, Set.of(open().get(0)), REASON, "casey");
            assertThatThrownBy(() -> quality.requireSettled(rowan))
                    .hasMessageStartingWith("One warning about the plan is open.")
                    .hasMessageEndingWith("“up to” an hour may be no minute at all.");

            rewrite("Access to a quiet room.");
            assertThat(open())
                    .as("the words changed, so the reason is about nothing any more")
                    .hasSize(1);
            quality.override(rowan, Set.copyOf(open()), REASON, "casey");
            quality.requireSettled(rowan);
            rewrite("A quiet room.");
            assertThat(found()).isEmpty();
        }

        @Test
        void oneReasonSettlesAllThatWereChosenAndSaysWhoAndWhen() {
            quality.override(rowan, Set.copyOf(open()), "  " + REASON + " ", "casey");

            quality.requireSettled(rowan);
            assertThat(found()).hasSize(2).allSatisfy(judged -> {
                assertThat(judged.override().reason()).isEqualTo(REASON);
                assertThat(judged.override().madeBy()).isEqualTo("casey");
                assertThat(judged.override().madeAt()).isEqualTo(clock.instant());
                assertThat(judged.override().rule()).isEqualTo(PlanRule.VAGUE_WORDS);
                assertThat(judged.override().line()).isEqualTo(vague.line());
            });
        }

        @Test
        void theReasonHoldsInTheNextVersionAsLongAsTheWordsDo() {
            quality.override(rowan, Set.copyOf(open()), REASON, "casey");
            plans.issueDraft(rowan);

            assertThat(plans.working(rowan).kind()).isEqualTo(PlanKind.FINAL);
            quality.requireSettled(rowan);
            writing.move(rowan, vague.line(), 0, "casey");
            quality.requireSettled(rowan);
            writing.write(rowan, vague.line(), typed("Access to a room, up to its closing time."), 0, "casey");
            assertThat(open()).hasSize(2);
        }

        @Test
        void theSameWordsInAnotherPlanAreAnotherMatter() {
            quality.override(rowan, Set.copyOf(open()), REASON, "casey");
            aDraftWithTwoVagueWords();

            assertThat(open()).hasSize(2);
        }

        @Test
        void aLegalErrorNeverStandsAndAReasonSaysSomething() {
            PlanItem empty = writing.add(rowan, PlanPart.F, Typed.of(ItemWords.of("")), "casey");
            String legal = found().stream()
                    .map(Judged::finding)
                    .filter(Finding::isLegal)
                    .map(Finding::fingerprint)
                    .findFirst()
                    .orElseThrow();
            assertRefused(Set.of(legal), REASON, "A legal error cannot be let stand");
            writing.remove(rowan, empty.line(), 0, "casey");
            assertRefused(Set.of(legal), REASON, "The plan was changed meanwhile");
            assertRefused(Set.of(), REASON, "Choose the warnings");
            assertRefused(Set.copyOf(open()), "Too short", "at least 10 characters");
            assertRefused(Set.copyOf(open()), null, "at least 10 characters");
            assertRefused(Set.copyOf(open()), "x".repeat(2001), "at most 2,000");
            assertRefused(Set.copyOf(open()), "A bell \u0007 in the text", "cannot be printed");
            assertThat(open()).hasSize(2);
        }

        @Test
        void aReasonIsKeptAsItWasGiven() {
            quality.override(rowan, Set.copyOf(open()), REASON, "casey");

            for (String change :
                    List.of("update plan_override set reason = 'another one'", "delete from plan_override")) {
                assertThatThrownBy(() -> sql.update(change)).as(change).isInstanceOf(DataAccessException.class);
            }
        }

        private void assertRefused(Set<String> fingerprints, String reason, String sentence) {
            assertThatThrownBy(() -> quality.override(rowan, fingerprints, reason, "casey"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(sentence);
        }

        private List<Judged> found() {
            return quality.of(rowan, plans.working(rowan));
        }

        private List<String> open() {
            return found().stream()
                    .filter(Judged::isOpen)
                    .map(judged -> judged.finding().fingerprint())
                    .toList();
        }

        private void rewrite(String words) {
            PlanItem now =
                    plans.text(rowan, plans.working(rowan)).item(vague.line()).orElseThrow();
            writing.write(rowan, now.line(), typed(words), now.counter(), "casey");
        }

        private Typed typed(String words) {
            PlanText text = plans.text(rowan, plans.working(rowan));
            return new Typed(
                    provision(words),
                    text.tiesOf(text.item(vague.line()).orElseThrow()).stream()
                            .map(PlanItem::line)
                            .collect(Collectors.toSet()),
                    Set.of());
        }

        private static ItemWords provision(String words) {
            return ItemWords.provision(
                            words,
                            "One hour on each school day",
                            "39 weeks",
                            "A teaching assistant",
                            "A course on quiet rooms",
                            "The coordinator counts the hours each term.")
                    .from("Report of the school");
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}

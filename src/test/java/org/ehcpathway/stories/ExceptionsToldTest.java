package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ehcpathway.casefile.DeadlineExceptions;
import org.ehcpathway.casefile.NewException;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.pathway.LettersFromTheCase;
import org.ehcpathway.statute.AffectedPerson;
import org.ehcpathway.statute.ExceptionGround;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A family is told when a day of the law may pass, and why: when an exception was accepted, and only then (Code 9.43). */
class ExceptionsToldTest {

    abstract static class Told extends Story {

        @Autowired
        DeadlineExceptions exceptions;

        @Autowired
        LettersFromTheCase fromTheCase;

        private String nell;

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                SCHOOL_CLOSED          | the school or college was closed from 21 September 2026 to 19 October 2026, when we needed its advice
                PROVIDER_CLOSED        | the nursery or other early years setting was closed from 21 September 2026 to 19 October 2026, when we needed its advice
                PERSONAL_CIRCUMSTANCES | there are exceptional personal circumstances in the family
                AWAY                   | somebody of the family was away from our area from 21 September 2026 to 19 October 2026
                """)
        void everyGroundIsToldInPlainWordsWhenItIsAccepted_andNotWhenItIsRefused(ExceptionGround ground, String why) {
            String told =
                    "The law gives us until Monday 1 February 2027 to send you the final plan. It lets us take longer"
                            + " here, because " + why + ".";
            decided();
            exception(ground, true, LocalDate.of(2027, 3, 1));
            sign("caseworker", nell);
            assertThat(words(nell, LetterKind.L_04, "Ruth Ashby"))
                    .contains("Monday 1 February 2027")
                    .contains(told + " We work towards Monday 1 March 2027.");
            assertThat(words(nell, LetterKind.L_04, "Mrs Grace Holloway"))
                    .as("what happens in the family is told to the family alone")
                    .contains("Monday 1 February 2027")
                    .doesNotContain("It lets us take longer", why);
            assertThat(deadline(nell, "PLAN-06").due())
                    .as("the day of the law stays as it is")
                    .isEqualTo("2027-02-01");

            decided();
            exception(ground, false, null);
            sign("caseworker", nell);
            assertThat(words(nell, LetterKind.L_04, "Ruth Ashby"))
                    .contains("Monday 1 February 2027")
                    .doesNotContain("It lets us take longer");
        }

        @Test
        void onceTheTwentyWeeksAreOverTheFamilyReadsOneMessage() {
            decided();
            exception(ExceptionGround.AWAY, true, null);
            sign("caseworker", nell);
            askForAdvice(nell);
            on(2026, 11, 20);
            allAdviceArrives(nell);
            on(2027, 2, 3);
            recommend(nell, true);
            decideOnPlan(nell, true);
            sign("caseworker", nell);
            assertThat(words(nell, LetterKind.L_07, "Ruth Ashby"))
                    .contains("We send you the final plan as soon as we can.", "It lets us take longer here")
                    .doesNotContain("we are sorry that we are late");
            writePlan(nell);
            sign("caseworker", nell);
            assertThat(words(nell, LetterKind.L_08, "Ruth Ashby"))
                    .contains("It lets us take longer here")
                    .doesNotContain("we are sorry that we are late");
        }

        @Test
        void anAcceptedExceptionStandsInEveryLetterThatNamesItsDay_andInTheDelayThatIsExplained() {
            String told =
                    "It lets us take longer here, because somebody of the family was away from our area from 21 September"
                            + " 2026 to 19 October 2026. We do it as soon as we can.";
            decided();
            exception(ExceptionGround.AWAY, true, null);
            sign("caseworker", nell);
            askForAdvice(nell);
            assertThat(words(nell, LetterKind.O_02, "Ruth Ashby")).contains(told);
            on(2026, 11, 20);
            allAdviceArrives(nell);
            on(2026, 11, 24);
            recommend(nell, true);
            decideOnPlan(nell, true);
            sign("caseworker", nell);
            assertThat(words(nell, LetterKind.L_07, "Ruth Ashby")).contains(told);
            on(2027, 1, 25);
            writePlan(nell);
            sign("caseworker", nell);
            assertThat(words(nell, LetterKind.L_08, "Ruth Ashby")).contains(told);

            on(2027, 2, 3);
            assertThat(tasks.getVariable(
                            people.task(nell, "userTask_explainDelay").getId(), "exceptionText"))
                    .isEqualTo("EX-4 is relied on.");
            people.complete(
                    "manager",
                    nell,
                    "userTask_explainDelay",
                    Map.of(
                            "reason", "The family was in hospital abroad.",
                            "toldHow", "by letter, to Ruth Ashby",
                            "toldOn", "2027-02-03",
                            "newTarget", "2027-02-20"));
            assertThat(happened(nell, "Delay explained: PLAN-06"))
                    .containsExactly(
                            "2027-02-03T09:00 Told on 3 Feb 2027, by letter, to Ruth Ashby. New target: 20 Feb 2027."
                                    + " EX-4 is relied on. Reason: The family was in hospital abroad.");
            people.as("caseworker", () -> {
                fromTheCase.write(
                        nell,
                        LetterKind.O_03,
                        Map.of(
                                "what", "send the final plan",
                                "dueOn", "2027-02-01",
                                "why", "We could not see Nell for four weeks."),
                        List.of());
                return null;
            });
            people.runJobs();
            sign("caseworker", nell);
            assertThat(words(nell, LetterKind.O_03, "Ruth Ashby"))
                    .contains("We could not see Nell for four weeks.")
                    .contains("The law gives us until Monday 1 February 2027 to send you the final plan. " + told);
        }

        private void decided() {
            on(2026, 9, 14);
            nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            people.runJobs();
            sign("caseworker", nell);
            on(2026, 10, 1);
            consider(nell);
            on(2026, 10, 21);
            decideToAssess(nell, true, true);
        }

        private void exception(ExceptionGround ground, boolean accepted, LocalDate target) {
            boolean closed = ground == ExceptionGround.SCHOOL_CLOSED || ground == ExceptionGround.PROVIDER_CLOSED;
            long claim = exceptions
                    .claim(
                            nell,
                            deadline(nell, "PLAN-06").id(),
                            new NewException(
                                    ground,
                                    closed ? null : AffectedPerson.CHILD,
                                    false,
                                    LocalDate.of(2026, 9, 21),
                                    closed ? null : LocalDate.of(2026, 10, 19),
                                    closed ? LocalDate.of(2026, 10, 20) : null,
                                    closed ? LocalDate.of(2026, 9, 28) : null,
                                    null,
                                    false,
                                    ground == ExceptionGround.PERSONAL_CIRCUMSTANCES ? "A stay in hospital" : null,
                                    "Nobody could see Nell or report on her in these weeks.",
                                    "A letter of the school, among the papers",
                                    null),
                            "caseworker")
                    .id();
            exceptions.decide(nell, claim, accepted, "The papers were looked at with the team.", target, "manager");
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}

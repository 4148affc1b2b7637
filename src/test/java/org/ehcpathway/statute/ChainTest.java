package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole chain of dates that follows from one event. */
class ChainTest {

    private final Timescales timescales = Timescales.fromClasspath();

    @Test
    void fromARequest_toSixSixteenAndTwentyWeeks_andOnToTheAppealAgainstEachDecision() {
        Chain chain = chain("REQ-04", "2026-09-14", Map.of());

        assertThat(lines(chain.stages().get(0)))
                .containsExactly(
                        "2026-10-26 REQ-03",
                        "2026-10-26 REQ-04",
                        "2026-12-21 PLAN-03 (practical latest)",
                        "2027-01-04 PLAN-01",
                        "2027-01-04 PLAN-02",
                        "2027-02-01 PLAN-06",
                        "null REQ-01");
        assertThat(chain.stages().get(0).after()).isNull();
        assertThat(chain.stages().get(0).startsWith()).startsWith("the day the request was received");
        assertThat(chain.stages().stream()
                        .skip(1)
                        .map(stage -> stage.after().title() + " " + stage.day() + " " + lines(stage)))
                .containsExactly(
                        "REQ-03 2026-10-26 [2026-12-26 MED-02, 2027-01-04 APP-01]",
                        "REQ-04 2026-10-26 [2026-12-07 ADV-02, 2026-12-07 ADV-04]",
                        "PLAN-03 (practical latest) 2026-12-21 [2027-01-04 PLAN-04]",
                        "PLAN-01 2027-01-04 [2027-03-04 APP-01, 2027-03-04 MED-02]",
                        "PLAN-06 2027-02-01 [2027-04-01 APP-01, 2027-04-01 MED-02]");
    }

    @Test
    void fromAReviewMeeting_toTwoFourAndTwelveWeeks() {
        Chain chain = chain("REV-09", "2026-11-10", Map.of());

        assertThat(lines(chain.stages().get(0)))
                .containsExactly(
                        "2026-10-27 REV-06",
                        "2026-10-27 REV-07",
                        "2026-11-24 REV-08",
                        "2026-12-08 REV-09",
                        "2026-12-08 REV-10",
                        "2027-02-02 REV-13");
        assertThat(chain.stages().stream().skip(1).map(stage -> stage.after().title() + " " + lines(stage)))
                .containsExactly(
                        "REV-09 [2027-02-08 APP-01, 2027-02-08 MED-02]",
                        "REV-10 [2026-12-22 REV-11]",
                        "REV-10 [2027-02-02 REV-12, 2027-02-02 REV-14]",
                        "REV-13 [2027-04-02 APP-01, 2027-04-02 MED-02]");
    }

    @Test
    void fromADecision_toMediationAndAppeal_withTheCertificateThatIsKnown() {
        Chain chain = chain("APP-01", "2026-10-01", Map.of("certificate", LocalDate.of(2026, 11, 29)));

        assertThat(lines(chain.stages().get(0)))
                .contains("2026-12-01 MED-02", "2026-12-01 MED-04", "2027-01-04 APP-01");
    }

    @Test
    void whatIsWorkedBack_saysTowardsWhat_andStartsNoClocks() {
        Chain chain = chain("REV-04", "2027-09-01", Map.of());
        List<Chain.Step> back = chain.stages().get(0).steps().stream()
                .filter(Chain.Step::isWorkedBack)
                .toList();

        assertThat(back)
                .extracting(step ->
                        step.by() + " " + step.timescale().rule() + " for " + step.towards() + ": " + step.what())
                .containsExactly(
                        "2026-11-08 REV-06 for REV-04: invite everyone who must be invited",
                        "2026-11-22 REV-10 for REV-04: at the latest: the day of the review meeting",
                        "2026-12-20 REV-12 for REV-04: at the latest: the day the council sent the plan with the amendment notice");
        assertThat(chain.stages().stream().skip(1).map(stage -> stage.after().rule()))
                .containsOnly("REV-04");
        assertThat(chain.stages().get(0).steps().stream().filter(step -> !step.isWorkedBack()))
                .extracting(
                        step -> step.timescale().rule() + " " + step.answer().due())
                .containsExactly("REV-04 2027-02-14");
    }

    private Chain chain(String rule, String from, Map<String, LocalDate> facts) {
        return Chain.of(timescales, Question.of(rule, LocalDate.parse(from), facts));
    }

    private static List<String> lines(Chain.Stage stage) {
        return stage.steps().stream()
                .map(step -> step.by() + " " + step.timescale().title())
                .toList();
    }
}

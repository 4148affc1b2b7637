package org.ehcpathway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.ConsultationState;
import org.ehcpathway.casefile.EpisodeKind;
import org.ehcpathway.casefile.Episodes;
import org.ehcpathway.casefile.PlanRegister;
import org.ehcpathway.casefile.SettingConsultation;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.pathway.PlanSweep;
import org.ehcpathway.security.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The board of phase transfers: who transfers, what is at risk, and settings consulted about several children at once. */
class TransfersAtTheDeskTest extends DeskStory {

    @Autowired
    PlanRegister register;

    @Autowired
    PlanSweep sweep;

    @Autowired
    Episodes episodes;

    @Autowired
    SettingConsultations consultations;

    @BeforeEach
    void moreSettingsAreKnown() {
        for (Map.Entry<String, String> setting : Map.of("100002", "Birchwood School", "100005", "Elmbridge College")
                .entrySet()) {
            if (settings.all().stream().noneMatch(known -> known.urn().equals(setting.getKey()))) {
                settings.add(
                        setting.getKey(),
                        setting.getValue(),
                        "Mr Daniel Reeve",
                        "office-" + setting.getKey() + "@example.org",
                        new Address("Birch Road", null, "Exampleton", null, "ZX4 2BB"));
            }
        }
    }

    @Override
    boolean visibleTo(Task task) {
        return false;
    }

    @Test
    void theBoardShowsWhoTransfers_consultsInOneRound_andSaysPlainlyWhatIsMissed() {
        settings.teaches("100001", 4, 11);
        String nell = transferringIn2027();
        String ned = transferringIn2027();

        Visitor manager = signedIn("manager");
        assertThat(words(manager.get("/phase-transfers?year=2027")))
                .contains(
                        "2 transfers in this year.",
                        "Nell Ashby " + nell,
                        "Primary to secondary school Year 7 on 1 Sept 2027",
                        "Family to be asked",
                        "On track",
                        "14 Feb 2027 Notice by 20 Dec 2026 153 North team")
                .contains(ned);
        assertThat(words(signedIn("caseworker").get("/phase-transfers"))).contains("Nell Ashby " + nell);
        assertThat(signedIn("adviser").get("/phase-transfers").statusCode()).isEqualTo(403);

        wishInTheRound(nell);
        wishInTheRound(ned);
        assertThat(words(manager.get("/phase-transfers?year=2027&progress=IN_THE_ROUND")))
                .contains("2 transfers, those at risk first", "Wait for the round", "Birchwood School 2 Consult");
        String board = manager.target(manager.postForm("/phase-transfers/2027/rounds/waiting", "urn=100002"));
        assertThat(words(manager.get("/phase-transfers?year=2027"))).contains("Begun Setting");
        assertThat(board).startsWith("/phase-transfers?year=2027#rounds-");
        String round = board.replaceAll(".*rounds-", "");
        HttpResponse<String> letter = manager.get("/phase-transfers/2027/rounds/" + round + ".pdf");
        assertThat(letter.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(letter.body()).startsWith("%PDF");
        for (String child : List.of(nell, ned)) {
            assertThat(consultations.of(child))
                    .as("one of their own for each child")
                    .extracting(SettingConsultation::state)
                    .containsExactly(ConsultationState.BEGUN);
        }
        assertThat(signedIn("adviser")
                        .get("/phase-transfers/2027/rounds/" + round + ".pdf")
                        .statusCode())
                .isEqualTo(404);

        HttpResponse<String> twice =
                manager.postForm("/phase-transfers/2027/rounds", "urn=100002&kind=ACADEMY&reference=" + nell);
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(words(twice)).contains("Birchwood School is being consulted in case " + nell + " already.");

        clock.standAt(LocalDate.of(2026, 12, 21).atTime(LocalTime.of(9, 0)));
        assertThat(words(manager.get("/phase-transfers?year=2027&risk=AT_RISK")))
                .contains("2 transfers, those at risk");
        clock.standAt(LocalDate.of(2027, 2, 15).atTime(LocalTime.of(9, 0)));
        Visitor later = signedIn("manager");
        assertThat(words(later.get("/phase-transfers?year=2027"))).contains("Missed 2", "1 late");
    }

    @Test
    void agesAreRecordedByManagers_andATransferBetweenCollegesIsBegunFiveMonthsBefore() {
        Visitor manager = signedIn("manager");
        HttpResponse<String> wrong =
                manager.postForm("/phase-transfers/2027/settings", "urn=100005&lowest=19&highest=16");
        assertThat(words(wrong)).contains("Check the ages of the setting: from 0 to 25, the lowest first.");
        assertThat(manager.postForm("/phase-transfers/2027/settings", "urn=100005&lowest=16&highest=19")
                        .statusCode())
                .isEqualTo(302);
        assertThat(settings.get("100005").highestAge()).isEqualTo(19);

        String young = requestFor("2009-03-09");
        register.made(young, MONDAY);
        assertThat(words(manager.postForm(
                        "/phase-transfers/2027/within-post-16", "reference=" + young + "&transferOn=2026-09-01")))
                .contains("it is a day to come");
        manager.postForm("/phase-transfers/2027/within-post-16", "reference=" + young + "&transferOn=2028-04-10");
        assertThat(episodes.open(young, EpisodeKind.PHASE_TRANSFER))
                .singleElement()
                .satisfies(transfer -> assertThat(transfer.dueOn())
                        .as("at least five months before 10 April 2028")
                        .isEqualTo("2027-11-10"));
        assertThat(words(manager.get("/phase-transfers?year=2028&phase=WITHIN_POST_16")))
                .contains("One post-16 institution to another");
    }

    private String transferringIn2027() {
        String child = requestFor("2016-03-09");
        register.made(child, MONDAY);
        sweep.sweep();
        return child;
    }

    private void wishInTheRound(String child) {
        Map<String, Object> form = new HashMap<>();
        form.put("answer", "ASKS");
        form.put("requestedUrn", "100002");
        form.put("requestedKind", "ACADEMY");
        form.put("saidBy", "Ruth Ashby");
        form.put("saidOn", MONDAY.toString());
        form.put("inTheRound", true);
        people.complete("caseworker", child, "userTask_askWhichSetting", form);
    }

    private static String words(HttpResponse<String> page) {
        return page.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}

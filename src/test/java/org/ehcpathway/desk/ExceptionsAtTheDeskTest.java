package org.ehcpathway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.DeadlineExceptions;
import org.ehcpathway.casefile.DeadlineState;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.casefile.ExceptionOfDeadline;
import org.ehcpathway.security.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A family is away, the six weeks pass, and the council asks itself whether the law excuses that. */
class ExceptionsAtTheDeskTest extends DeskStory {

    private static final String BECAUSE = "Nobody could hear the family, so the test could not be weighed.";
    private static final String EVIDENCE = "Flight tickets <in the post> of 18 September.";

    @Autowired
    DeadlineExceptions exceptions;

    @Autowired
    Deadlines deadlines;

    @Autowired
    TaskService tasks;

    @Autowired
    ObjectMapper json;

    private String nell;
    private long sixWeeks;

    @Override
    boolean visibleTo(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).count() == 1;
    }

    @BeforeEach
    void theSixWeeksHavePassed() {
        nell = nellsRequest();
        sixWeeks = deadlines.current(nell, "REQ-04").orElseThrow().id();
        clock.standAt(LocalDate.of(2026, 10, 27).atTime(9, 0));
    }

    @Test
    void aCaseworkerChoosesTheGround_andIsAskedPlainQuestions() {
        Visitor caseworker = signedIn("caseworker");

        assertThat(text(caseworker.get("/cases/" + nell)))
                .contains("Claim an exception to a deadline", "REQ-04, due on 26 October 2026")
                .contains("Away from the council's area for at least 4 weeks (EX-4)");
        HttpResponse<String> questions =
                caseworker.get("/cases/" + nell + "/exceptions?deadlineId=" + sixWeeks + "&ground=AWAY");

        assertThat(questions.statusCode()).isEqualTo(200);
        assertThat(text(questions))
                .contains("For REQ-04, counted from 14 September 2026 and due on 26 October 2026, under regs")
                .contains("Who was away?", "First day away", "Last day away")
                .contains("Why did that make it impractical to act by the due date?")
                .contains("What shows it, and where is it kept?")
                .doesNotContain("Day of re-opening", "The new date");
    }

    @Test
    void theLawAnswersAtOnce_andAskingKeepsNothing() {
        Visitor caseworker = signedIn("caseworker");

        HttpResponse<String> yes = send(caseworker, "2026-09-20", "2026-10-20", "check");
        assertThat(yes.statusCode()).isEqualTo(200);
        assertThat(text(yes))
                .contains(
                        "The law allows this exception. Of the 31 days away from Sunday 20 September 2026 to Tuesday 20"
                                + " October 2026, 31 lie inside the period from Monday 14 September 2026 to Monday 26 October 2026,"
                                + " at least 28 as EX-4 needs, so it may be relied on. The limit falls away and no other takes its"
                                + " place; act as soon as practicable (A-10).")
                .contains("Nothing is kept yet.");
        assertThat(yes.body())
                .contains("value=\"2026-09-20\"", "value=\"2026-10-20\"")
                .contains("Flight tickets &lt;in the post&gt; of 18 September.");

        HttpResponse<String> no = send(caseworker, "2026-09-20", "2026-10-16", "claim");
        assertThat(no.statusCode()).isEqualTo(400);
        assertThat(text(no))
                .contains(
                        "The law does not allow this exception Of the 27 days away from Sunday 20 September 2026 to Friday"
                                + " 16 October 2026, 27 lie inside the period")
                .contains(BECAUSE);
        assertThat(exceptions.of(nell)).isEmpty();
    }

    @Test
    void aManagerOfTheTeamApproves_andBothDatesAreSeen() throws Exception {
        Visitor caseworker = signedIn("caseworker");
        HttpResponse<String> kept = send(caseworker, "2026-09-20", "2026-10-20", "claim");
        assertThat(kept.statusCode()).isEqualTo(302);
        assertThat(kept.headers().firstValue("Location").orElseThrow()).endsWith("/cases/" + nell + "#deadlines");
        assertThat(text(caseworker.get("/cases/" + nell)))
                .contains("Waits for a manager", "A manager of the team who did not claim it decides.")
                .doesNotContain("Does the council rely on this exception?");

        Visitor manager = signedIn("manager");
        assertThat(text(manager.get("/cases/" + nell))).contains("Does the council rely on this exception?", BECAUSE);
        HttpResponse<String> tooShort = decide(manager, "approve", "Fine.", "2026-11-30");
        assertThat(tooShort.statusCode()).isEqualTo(400);
        assertThat(text(tooShort)).contains("Nothing was decided Give the reasons for the decision in at least 20");
        assertThat(tooShort.body()).contains("value=\"2026-11-30\"", ">Fine.</textarea>");

        assertThat(decide(manager, "approve", "The tickets show the journey, and nobody could be heard.", "2026-11-30")
                        .statusCode())
                .isEqualTo(302);

        assertThat(deadlines.limit(nell, "REQ-04").orElseThrow().state(LocalDate.of(2026, 10, 27)))
                .isEqualTo(DeadlineState.LATE_EXCUSED);
        assertThat(text(manager.get("/cases/" + nell)))
                .contains("Late but excused", "Original dateMonday 26 October 2026")
                .contains("EX-4 (Away from the council's area for at least 4 weeks): approved by Morgan Ellery")
                .contains("Our own targetMonday 30 November 2026; not a date of the law");
        JsonNode deadline = json.readTree(manager.getJson("/api/cases/" + nell).body())
                .path("deadlines")
                .path(0);
        assertThat(deadline.path("ruleVersion").asText()).isEqualTo("REQ-04@2014-09-01");
        assertThat(deadline.path("due").asText()).isEqualTo("2026-10-26");
        assertThat(deadline.path("target").asText()).isEqualTo("2026-10-25");
        assertThat(deadline.path("state").path("code").asText()).isEqualTo("LATE_EXCUSED");
        JsonNode exception = deadline.path("exceptions").path(0);
        assertThat(exception.path("exception").asText()).isEqualTo("EX-4");
        assertThat(exception.path("state").path("code").asText()).isEqualTo("APPROVED");
        assertThat(exception.path("target").asText()).isEqualTo("2026-11-30");
        assertThat(exception.path("reason").asText()).contains("31 lie inside the period");
        assertThat(exception.has("newDate")).isFalse();
    }

    @Test
    void aRefusedException_leavesTheDeadlineOverdue() {
        send(signedIn("caseworker"), "2026-09-20", "2026-10-20", "claim");

        decide(signedIn("manager"), "refuse", "The family was heard by telephone all that time.", "");

        assertThat(text(signedIn("caseworker").get("/cases/" + nell)))
                .contains("Overdue 1 day ago", "Refused by", "The family was heard by telephone all that time.");
    }

    @Test
    void othersNeitherClaimNorDecide() {
        send(signedIn("caseworker"), "2026-09-20", "2026-10-20", "claim");

        assertThat(decide(signedIn("caseworker"), "approve", "I think that this is fine as it is.", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(decide(signedIn("managersouth"), "approve", "I think that this is fine as it is.", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(signedIn("support"), "2026-09-20", "2026-10-20", "claim")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(signedIn("caseworkersouth"), "2026-09-20", "2026-10-20", "claim")
                        .statusCode())
                .isEqualTo(404);
        assertThat(exceptions.of(nell)).hasSize(1).allMatch(ExceptionOfDeadline::isWaiting);
        assertThat(text(signedIn("support").get("/cases/" + nell))).doesNotContain("Claim an exception to a deadline");
    }

    @Test
    void nobodyDecidesOnTheirOwnClaim_norOneDecidesTwice() {
        Visitor manager = signedIn("manager");
        send(manager, "2026-09-20", "2026-10-20", "claim");
        assertThat(decide(manager, "approve", "I think that this is fine as it is.", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(exceptions.of(nell)).allMatch(ExceptionOfDeadline::isWaiting);
    }

    @Test
    void whatCannotBeChosen_isSaidInASentence() {
        Visitor caseworker = signedIn("caseworker");
        String address = "/cases/" + nell + "/exceptions?deadlineId=";

        HttpResponse<String> noGround = caseworker.get(address + sixWeeks + "&ground=WEATHER");
        assertThat(noGround.statusCode()).isEqualTo(400);
        assertThat(text(noGround)).contains("The exception was not taken Choose which exception it is.");
        assertThat(text(caseworker.get(address + "999999&ground=AWAY")))
                .contains("Choose a deadline that was not met in time.");
        assertThat(text(caseworker.get(address + sixWeeks + "&ground=BODY_AWAY")))
                .contains("EX-5 is no exception to REQ-04; choose another.");
        HttpResponse<String> noDate = send(caseworker, "yesterday", "2026-10-20", "claim");
        assertThat(noDate.statusCode()).isEqualTo(400);
        assertThat(text(noDate)).contains("Write each day as a date, such as 2026-09-14.");
        assertThat(exceptions.of(nell)).isEmpty();
    }

    @Test
    void besideATask_theFormComesBackToTheTask() {
        String task = people.task(nell, "userTask_checkAndSign").getId();
        Visitor caseworker = signedIn("caseworker");

        HttpResponse<String> questions = caseworker.get("/cases/" + nell + "/exceptions?deadlineId=" + sixWeeks
                + "&ground=PERSONAL_CIRCUMSTANCES&taskId=" + task);

        assertThat(questions.statusCode()).isEqualTo(200);
        assertThat(questions.body())
                .contains("name=\"taskId\" value=\"" + task + "\"")
                .doesNotContain("masthead");
        assertThat(text(questions)).contains("What are the exceptional circumstances?");
    }

    private HttpResponse<String> send(Visitor person, String from, String to, String step) {
        return person.postForm(
                "/cases/" + nell + "/exceptions",
                "deadlineId=" + sixWeeks + "&ground=AWAY&affected=CHILD&firstDay=" + from + "&lastDay=" + to
                        + "&because=" + encoded(BECAUSE) + "&evidence=" + encoded(EVIDENCE) + "&step=" + step);
    }

    private HttpResponse<String> decide(Visitor person, String verdict, String reasons, String target) {
        long claim = exceptions.of(nell).get(0).claim().id();
        return person.postForm(
                "/cases/" + nell + "/exceptions/" + claim + "/decision",
                "verdict=" + verdict + "&reasons=" + encoded(reasons) + "&target=" + target);
    }
}

package org.ehcpathway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.security.Visitor;
import org.ehcpathway.testing.SamplePlan;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A personal budget from the family's wish to the last direct payment, on its page. */
class BudgetAtTheDeskTest extends DeskStory {

    private static final String ALL_CONDITIONS =
            "&fact.overSchoolAge=yes&fact.hasCapacity=yes&fact.canManage=yes&fact.noOrder=yes"
                    + "&fact.properUse=yes&fact.bestInterests=yes&fact.noHarm=yes&fact.efficient=yes&fact.noPlace=yes";
    private static final String AGREED =
            "move=AGREED&fact.form=DIRECT_PAYMENT&fact.amount=4500&fact.each=YEAR&fact.provision=F1"
                    + "&fact.payee=Ruth+Ashby&fact.payeeIs=PARENT";
    private static final String ASKED =
            "move=ASKED&fact.askedOn=2026-09-14&fact.askedBy=Ruth+Ashby&fact.wants=DIRECT_PAYMENT"
                    + "&fact.words=We+want+to+choose+the+reading+teacher+ourselves.";

    @Autowired
    LetterReading reading;

    @Autowired
    Plans plans;

    @Autowired
    PlanWriting writing;

    @Autowired
    AdviceRegister advice;

    @Autowired
    TaskService tasks;

    @Override
    boolean visibleTo(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).count() == 1;
    }

    private String nell;
    private String address;

    private void aPlanIsBeingWritten() {
        nell = nellsRequest();
        address = "/cases/" + nell + "/budget";
        files.decide(
                nell,
                DecisionKind.ISSUE_PLAN,
                "Children and Families Act 2014 s.37(1)",
                "The assessment shows what Nell needs and who can give it to her.",
                null,
                "manager");
        new SamplePlan(plans, writing, advice).write(nell, "caseworker");
    }

    @Test
    void aBudgetIsAskedForOnlyWhileThePlanIsWritten_andAgreedByAManagerOnTheConditionsOfTheLaw() {
        nell = nellsRequest();
        address = "/cases/" + nell + "/budget";
        Visitor casey = signedIn("caseworker");
        assertThat(text(casey.get(address))).contains("This is not such a time", "Nothing can be done now.");
        HttpResponse<String> early = casey.postForm(address, ASKED);
        assertThat(early.statusCode()).isEqualTo(400);
        assertThat(text(early)).contains("can be asked for while a draft plan is prepared");

        aPlanIsBeingWritten();
        casey.get(address);
        assertThat(casey.target(casey.postForm(address, ASKED))).isEqualTo(address);
        assertThat(text(casey.get(address)))
                .contains("We want to choose the reading teacher ourselves.", "a manager of the team decides this");
        assertThat(casey.get(address + "?move=AGREED").statusCode()).isEqualTo(403);

        Visitor morgan = signedIn("manager");
        morgan.get(address);
        HttpResponse<String> noCapacity =
                morgan.postForm(address, AGREED + ALL_CONDITIONS.replace("hasCapacity=yes", "hasCapacity=no"));
        assertThat(noCapacity.statusCode()).isEqualTo(400);
        assertThat(text(noCapacity)).contains("Direct payments cannot be agreed", "capacity to consent");
        HttpResponse<String> open = morgan.postForm(address, AGREED);
        assertThat(text(open)).contains("Answer every question about direct payments");
        HttpResponse<String> nowhere =
                morgan.postForm(address, AGREED.replace("provision=F1", "provision=F9") + ALL_CONDITIONS);
        assertThat(text(nowhere)).contains("none of the plan's items was found");

        assertThat(morgan.target(morgan.postForm(address, AGREED + ALL_CONDITIONS)))
                .isEqualTo(address);
        assertThat(plans.text(nell, plans.working(nell)).section(PlanPart.J).words())
                .as("section J tells the needs and the outcomes (regulation 12(1)(j))")
                .startsWith("The personal budget is £4500 each year. It is paid as direct payments to Ruth Ashby.")
                .contains("F1: A specialist teacher teaches her to read, one to one.")
                .contains("B1 She reads as most children do two years before her age.")
                .contains("E1 She reads a short book of her choice aloud to an adult.");
    }

    @Test
    void nothingIsPaidBeforeTheNoticeAndTheConsents_andTheUseIsReviewedInTheFirstThreeMonths() {
        aPlanIsBeingWritten();
        Visitor casey = signedIn("caseworker");
        Visitor morgan = signedIn("manager");
        take(casey, ASKED);
        take(morgan, AGREED + ALL_CONDITIONS);
        take(
                casey,
                "move=NOTICE&fact.payee=Ruth+Ashby&fact.amount=4500&fact.each=YEAR&fact.startsOn=2026-10-01"
                        + "&fact.goods=A+reading+teacher.&fact.conditions=Keep+the+bills.");
        assertThat(letter(LetterKind.L_24_NOTICE).state()).isEqualTo(LetterState.PREPARED);
        casey.get(address);
        HttpResponse<String> noHead =
                casey.postForm(address, "move=CONSENTED&fact.payeeAgreedOn=2026-09-14&fact.atSetting=yes");
        assertThat(text(noHead)).contains("Give the day on which the head agreed in writing");
        take(casey, "move=CONSENTED&fact.payeeAgreedOn=2026-09-14&fact.atSetting=yes&fact.headAgreedOn=2026-09-14");
        casey.get(address);
        assertThat(text(casey.postForm(address, "move=FIRST_PAID&fact.on=2026-09-14")))
                .contains("The notice of the direct payments (L-24) has not been sent yet");

        sign(LetterKind.L_24_NOTICE);
        clock.standAt(LocalDate.of(2026, 10, 1).atTime(9, 0));
        take(casey, "move=FIRST_PAID&fact.on=2026-10-01");
        assertThat(deadline().due())
                .as("paid on 1 October: three months, the first day counted, end on 31 December (PB-03)")
                .isEqualTo(LocalDate.of(2026, 12, 31));
        clock.standAt(LocalDate.of(2026, 12, 10).atTime(9, 0));
        take(casey, "move=PAYMENTS_REVIEWED&fact.on=2026-12-09&fact.outcome=GO_ON&fact.found=Used+as+agreed.");
        assertThat(deadline().metOn()).isEqualTo(LocalDate.of(2026, 12, 9));
        casey.get(address);
        assertThat(casey.postForm(address, "move=STOPPED&fact.stopsOn=2027-01-31&fact.reasons=Misused.")
                        .statusCode())
                .as("a manager stops payments, a caseworker does not")
                .isEqualTo(403);
        take(
                morgan,
                "move=STOPPED&fact.stopsOn=2027-01-31&fact.reasons=The+money+was+not+used+for+the+reading+teacher.");
        assertThat(letter(LetterKind.L_24_STOP).state()).isEqualTo(LetterState.PREPARED);
        assertThat(text(casey.get(address)))
                .contains("The family asks to reconsider")
                .doesNotContain("Reduce the payments (");
        take(casey, "move=RECONSIDERATION_ASKED&fact.on=2026-12-10&fact.words=We+kept+every+bill.");
        take(
                morgan,
                "move=RECONSIDERED&fact.askedOn=2026-12-10&fact.outcome=STANDS&fact.reasons=The+bills+show+other+things.");
        assertThat(text(casey.get(address)))
                .as("the family may ask once (PB-05)")
                .doesNotContain("href=\"" + address + "?move=RECONSIDERATION_ASKED");
    }

    @Test
    void aRefusalTellsItsReasonsAndTheRightToAReview_andTheReviewMayChangeIt() {
        aPlanIsBeingWritten();
        Visitor casey = signedIn("caseworker");
        Visitor morgan = signedIn("manager");
        take(casey, ASKED);
        take(morgan, "move=REFUSED&fact.askedOn=2026-09-14&fact.reasons=It+would+harm+the+service+of+other+children.");
        assertThat(letter(LetterKind.L_24_REFUSAL).state()).isEqualTo(LetterState.PREPARED);
        casey.get(address);
        HttpResponse<String> outOfOrder = casey.postForm(address, "move=FIRST_PAID&fact.on=2026-09-14");
        assertThat(outOfOrder.statusCode()).isEqualTo(400);
        assertThat(text(outOfOrder)).contains("This step cannot be taken now");
        take(casey, "move=REVIEW_ASKED&fact.on=2026-09-14&fact.words=Nobody+asked+us.");
        take(
                morgan,
                "move=REVIEWED&fact.askedOn=2026-09-14&fact.outcome=CHANGED&fact.reasons=The+harm+is+small+after+all.");
        assertThat(text(morgan.get(address))).contains("Agree the personal budget");
        assertThat(signedIn("tribunal").get(address).body()).doesNotContain("?move=");
        assertThat(signedIn("caseworkersouth").get(address).statusCode()).isEqualTo(404);
    }

    private void take(Visitor person, String form) {
        person.get(address);
        HttpResponse<String> answer = person.postForm(address, form);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(302);
    }

    private void sign(LetterKind kind) {
        people.runJobs();
        Task task = people.tasks(nell, "userTask_checkAndSign").stream()
                .filter(one -> letter(kind).id().equals(tasks.getVariable(one.getId(), Vars.LETTER)))
                .findFirst()
                .orElseThrow();
        people.complete("caseworker", task, Map.of("verdict", "SIGN"));
        people.runJobs();
        assertThat(letter(kind).state()).isEqualTo(LetterState.SENT);
    }

    private Letter letter(LetterKind kind) {
        List<Letter> found = reading.of(nell).stream()
                .filter(letter -> letter.kind() == kind)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private Deadline deadline() {
        return files.whole(nell).deadline("PB-03").orElseThrow();
    }
}

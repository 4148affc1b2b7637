package org.ehcpathway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.Contact;
import org.ehcpathway.casefile.Person;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.letter.TranslatedLetter;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters that no step of the pathway writes, and people to whom letters must not simply go. */
class LettersAndPeopleAtTheDeskTest extends DeskStory {

    @Autowired
    LetterReading reading;

    @Autowired
    TaskService tasks;

    @Override
    boolean visibleTo(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).count() == 1;
    }

    @Test
    void aNoticeOfADelay_isWrittenOnTheCase_signedInTasklist_andSent() {
        String nell = nellsRequest();
        Visitor caseworker = signedIn("caseworker");
        String address = "/cases/" + nell + "/letters/new";

        assertThat(text(caseworker.get("/cases/" + nell))).contains("Write a letter");
        assertThat(text(caseworker.get(address)))
                .contains("Which letter?", "O-03 Notice of a delay")
                .doesNotContain("L-03 ");
        assertThat(text(caseworker.get(address + "?kind=O-03")))
                .contains("By which day was it due?", "By when will it be done, if that can be said? (if it applies)");

        HttpResponse<String> refused = caseworker.postForm(
                address + "?kind=O-03",
                "kind=O-03&fact.what=decide+whether+to+assess&fact.dueOn=2026-09-30&fact.why=A+post+is+empty.");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(text(refused)).contains("The letter was not begun", "The day lies in the future");
        assertThat(refused.body()).contains("A post is empty.", "value=\"decide whether to assess\"");
        assertThat(reading.of(nell)).extracting(Letter::kind).containsExactly(LetterKind.L_01, LetterKind.O_01);

        caseworker.postForm(
                address + "?kind=O-03",
                "kind=O-03&fact.what=decide+whether+to+assess&fact.dueOn=2026-09-11"
                        + "&fact.why=The+advice+of+the+psychologist+came+late.&fact.expectedOn=2026-09-28");
        people.runJobs();
        Letter notice = reading.of(nell).get(2);
        Task sign = people.tasks(nell, "userTask_checkAndSign").stream()
                .filter(task -> notice.id().equals(tasks.getVariable(task.getId(), Vars.LETTER)))
                .findFirst()
                .orElseThrow();
        assertThat(notice.kind()).isEqualTo(LetterKind.O_03);
        assertThat(text(caseworker.get("/cases/by-task/" + sign.getId()))).contains("Preview O-03");

        assertThat(text(caseworker.postForm(
                        address + "?kind=O-03",
                        "kind=O-03&fact.what=decide&fact.dueOn=2026-09-11&fact.why=A+second+time.")))
                .contains("Such a letter is already on its way in this case");
        people.complete("caseworker", sign, Map.of("verdict", "SIGN"));
        people.runJobs();
        assertThat(reading.get(notice.id()).state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void aLetterWithADecision_isNotWrittenByItself_andNotByEverybody() {
        String nell = nellsRequest();
        String address = "/cases/" + nell + "/letters/new";

        HttpResponse<String> decision = signedIn("caseworker").get(address + "?kind=L-03");
        assertThat(decision.statusCode()).isEqualTo(400);
        assertThat(text(decision)).contains("Choose one of the letters in the list.");
        assertThat(signedIn("support").get(address).statusCode()).isIn(403, 404);
        assertThat(signedIn("caseworkersouth").get(address).statusCode()).isIn(403, 404);
    }

    @Test
    void nobodyFlaggedUnsafe_isWrittenToWithoutASecondPersonsSay() {
        String nell = nellsRequest();
        Contact ruth = files.whole(nell).contacts().get(0);
        Visitor caseworker = signedIn("caseworker");
        String about = "/cases/" + nell + "/people/" + ruth.id();
        caseworker.get("/cases/" + nell);

        HttpResponse<String> refused = postFrom(caseworker, nell, about, "change=UNSAFE&words=no");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(text(refused)).contains("Nothing was changed");

        postFrom(caseworker, nell, about, "change=UNSAFE&words=Her+partner+opens+her+letters+and+has+threatened+her.");
        postFrom(caseworker, nell, about, "change=WITHHOLD");
        String page = text(caseworker.get("/cases/" + nell));
        assertThat(page)
                .contains("Unsafe to write to", "Address withheld from others", "L-01 does not go to Ruth Ashby");

        Letter first = reading.of(nell).get(0);
        String release = "/letters/" + first.id() + "/release";
        assertThat(text(postFrom(
                        caseworker,
                        nell,
                        release,
                        "who=contact-" + ruth.id() + "&reason=She+asked+for+it+on+the+telephone+today.")))
                .contains("Ask a colleague");
        Visitor manager = signedIn("manager");
        postFrom(
                manager,
                nell,
                release,
                "who=contact-" + ruth.id() + "&reason=She+collects+her+letters+from+the+school+herself.");
        assertThat(reading.heldBack(first.id())).isEmpty();
        assertThat(text(manager.get("/cases/" + nell))).doesNotContain("does not go to Ruth Ashby");

        assertThat(text(postFrom(caseworker, nell, about, "change=SAFE"))).contains("Ask a colleague");
        postFrom(manager, nell, about, "change=SAFE");
        assertThat(files.whole(nell).contacts())
                .extracting(Contact::unsafeToWriteTo)
                .isEqualTo(List.of(false));
        assertThat(signedIn("support").postForm(about, "change=SHOW").statusCode())
                .isIn(403, 404);
    }

    @Test
    void aYoungPerson_isReachedKeptSafeAndFoundToLackCapacity_onTheCasePage() {
        String nell = requestFor("2009-03-09");
        Visitor caseworker = signedIn("caseworker");
        String about = "/cases/" + nell + "/person";
        assertThat(text(caseworker.get("/cases/" + nell)))
                .contains("Change what is known about Nell Ashby", "Letters go by");

        HttpResponse<String> noConsent =
                postFrom(caseworker, nell, about + "/channel", "channel=EMAIL&email=nell%40example.org");
        assertThat(noConsent.statusCode()).isEqualTo(400);
        assertThat(text(noConsent)).contains("Choose post, or record the written consent to get notices by e-mail.");
        assertThat(noConsent.body()).contains("value=\"nell@example.org\"");
        postFrom(caseworker, nell, about + "/channel", "channel=EMAIL&email=nell%40example.org&consent=true");
        assertThat(caseworker.get("/cases/" + nell).body())
                .contains("<dt>Letters go by</dt><dd>E-mail</dd>", "<dd>nell@example.org</dd>");

        assertThat(text(postFrom(caseworker, nell, about, "change=LACKS_CAPACITY&words=no")))
                .contains("Nothing was changed", "Give who found that capacity is lacking");
        postFrom(
                caseworker,
                nell,
                about,
                "change=LACKS_CAPACITY&words=Assessed+by+Dr+Vale+on+1+September+2026+for+these+decisions.");
        assertThat(reading.recipients(reading.of(nell).get(0).id()))
                .as("the letter that waits to be signed goes to whoever acts now")
                .extracting(LetterRecipient::name)
                .containsExactly("Ruth Ashby");
        postFrom(caseworker, nell, about, "change=UNSAFE&words=Her+uncle+opens+every+letter+that+comes+home.");
        postFrom(caseworker, nell, about, "change=WITHHOLD");
        assertThat(text(caseworker.get("/cases/" + nell)))
                .contains(
                        "Lacks capacity",
                        "Assessed by Dr Vale",
                        "Unsafe to write to",
                        "Why: Her uncle opens",
                        "Address withheld from others");
        assertThat(files.whole(nell).person())
                .returns(true, Person::lacksCapacity)
                .returns("caseworker", Person::unsafeFlaggedBy)
                .returns(true, Person::addressWithheld);

        assertThat(text(postFrom(caseworker, nell, about, "change=SAFE"))).contains("Ask a colleague");
        assertThat(text(postFrom(caseworker, nell, about, "change=NONSENSE")))
                .contains("Choose what is to be recorded.");
        assertThat(signedIn("support").postForm(about, "change=SHOW").statusCode())
                .isIn(403, 404);
    }

    @Test
    void aTranslation_isGivenByTheNameOfItsLanguage_andTakenOutAgain() {
        String nell = nellsRequest();
        Letter first = reading.of(nell).get(0);
        String page = "/letters/" + first.id() + "/translation";
        Visitor caseworker = signedIn("caseworker");
        assertThat(caseworker.get("/cases/" + nell).body()).contains(page);
        assertThat(text(caseworker.get(page))).contains("Translation of L-01", "Polish", "Urdu");

        HttpResponse<String> refused = caseworker.postForm(
                page, "language=Urdu&words=%D8%B3%D9%84%D8%A7%D9%85&suppliedBy=Fenbridge+Translators");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(text(refused)).contains("Nothing was changed", "The letter cannot print the character");
        assertThat(refused.body()).contains("سلام", "value=\"Fenbridge Translators\"");
        assertThat(text(caseworker.postForm(page, "language=pl&words=Tak&suppliedBy=Fenbridge+Translators")))
                .contains("Choose the language of the translation in the list, such as Polish.");

        caseworker.postForm(
                page, "language=Polish&words=Prosz%C4%99+do+nas+zadzwoni%C4%87.&suppliedBy=Fenbridge+Translators");
        assertThat(reading.translation(first.id()))
                .contains(new TranslatedLetter("pl", "Proszę do nas zadzwonić.", "Fenbridge Translators"));
        assertThat(text(caseworker.get("/cases/" + nell))).contains("With a translation into Polish");
        assertThat(text(caseworker.get(page))).contains("Take the translation into Polish out");

        caseworker.postForm(page, "taking=out");
        assertThat(reading.translation(first.id())).isEmpty();

        people.complete("caseworker", nell, "userTask_checkAndSign", Map.of("verdict", "SIGN"));
        people.runJobs();
        assertThat(text(caseworker.get(page))).contains("its words no longer change");
        HttpResponse<String> tooLate =
                postFrom(caseworker, nell, page, "language=Polish&words=Tak&suppliedBy=Fenbridge");
        assertThat(tooLate.statusCode()).isEqualTo(400);
        assertThat(text(tooLate)).contains("The letter is signed and on its way");
        assertThat(signedIn("support").get(page).statusCode()).isIn(403, 404);
        assertThat(signedIn("caseworkersouth").get(page).statusCode()).isIn(403, 404);
    }

    /** As the form on the case page sends it. */
    @Test
    void aManagerNamesAnotherCaseManagerOnTheCasePage() {
        String nell = nellsAssessment();
        Visitor manager = signedIn("manager");
        assertThat(files.get(nell).caseManager()).isEqualTo("caseworker");
        assertThat(text(manager.get("/cases/" + nell))).contains("held by", "Name another case manager");
        assertThat(text(signedIn("caseworker").get("/cases/" + nell))).doesNotContain("Name another case manager");

        String address = "/cases/" + nell + "/case-manager";
        HttpResponse<String> refused = postFrom(manager, nell, address, "caseManager=caseworkersouth");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(text(refused)).contains("Choose a caseworker of the team of the case.");
        assertThat(postFrom(signedIn("caseworker"), nell, address, "caseManager=caseworker")
                        .statusCode())
                .isEqualTo(403);
        assertThat(postFrom(manager, nell, address, "caseManager=caseworker").statusCode())
                .isEqualTo(302);
        assertThat(files.whole(nell).events())
                .as("nothing has changed")
                .filteredOn(event -> event.what().equals("Case manager named"))
                .hasSize(1);
    }

    private HttpResponse<String> postFrom(Visitor person, String reference, String address, String form) {
        String token = token(person.get("/cases/" + reference));
        return person.postFormWithoutToken(address, form + "&_csrf=" + encoded(token));
    }
}

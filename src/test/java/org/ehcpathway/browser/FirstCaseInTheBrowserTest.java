package org.ehcpathway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.ehcpathway.browser.Person.Form;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.PanelSitting;
import org.ehcpathway.casefile.PanelSittings;
import org.ehcpathway.casefile.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The first case from the request to the final plan, as its people meet it on their screens. */
class FirstCaseInTheBrowserTest extends BrowserRoom {

    private static final String CHILD = Marnie.NAME;

    @Autowired
    private CaseFiles files;

    @Autowired
    private PanelSittings sittings;

    @Test
    void fromTheRequestToTheFinalPlan() {
        LocalDate today = LocalDate.now(clock);

        Person caseworker = somebody();
        caseworker.page().navigate("/");
        Pictures.take(caseworker.page(), "01-login");
        Accessibility.check(caseworker.page());
        caseworker.signIn("caseworker", "caseworker");
        caseworker.filter("My team's tasks");
        assertThat(caseworker.page().locator("li.task").first()).isVisible();
        String reference = recordTheRequest(caseworker, today);

        signTheConsultation(caseworker, reference);
        considerTheRequest(caseworker, today);
        caseworker.logOut();

        Person manager = signedIn("manager");
        decideToAssess(manager);

        caseworker.signIn("caseworker", "caseworker");
        signLetter(caseworker, "L-04");
        manager.take("Name the case manager", CHILD);
        manager.form();
        manager.complete();
        signLetter(caseworker, "O-02");
        caseworker.take("Settle whom to ask for advice", CHILD);
        caseworker.form();
        caseworker.complete();
        caseworker.take("Check and sign the advice requests", CHILD);
        assertThat(caseworker.caseTab().getByText("Preview L-05")).hasCount(5);
        caseworker.form().tick("I have read the letters and sign them");
        caseworker.complete();

        giveAdvice("adviser", "Psychological advice", today, true);
        giveAdvice("adviserhealth", "Medical advice", today, false);
        giveAdvice("advisersocial", "Social care advice", today, false);
        giveAdvice("setting", "Educational advice", today, false);
        enterTheFamilysWords(caseworker, today);

        recommendAPlan();
        manager.take("Decide whether to issue a plan", CHILD);
        manager.form()
                .answer("Is a plan necessary?", "Yes")
                .write(
                        "Reasons",
                        "The advice agrees on what Marnie needs, and it is more than her school can give by itself.")
                .write("Evidence relied on", "All advice of the assessment and the panel's recommendation.");
        manager.complete();

        signLetter(caseworker, "L-07");
        writeTheDraft(caseworker, reference);
        signLetter(caseworker, "L-08");

        recordRepresentations(caseworker, today);
        LocalDate afterTheWindow = deadline(reference, "PLAN-04").due().plusDays(1);
        clock.standAt(afterTheWindow.atTime(LocalTime.of(9, 0)));
        prepareTheFinalPlan(caseworker, today);

        manager.take("Name the setting and sign the plan", CHILD);
        manager.form()
                .answer("Decision", "I name the setting or type as proposed, and sign the plan")
                .choose(
                        "Ground for section I",
                        "The family asked for none; this setting is appropriate (section 40(2))")
                .choose(
                        "Mainstream education (section 33)",
                        "Not mainstream: mainstream is against the family's wishes")
                .write("Reasons", "Birchwood School can make the provision, and Marnie's mother agrees with it.");
        manager.complete();
        signLetter(manager, "L-10");

        assertThatTheCaseIsFinished(caseworker, reference);
        nobodyOfTheOtherTeamSeesIt(reference);
    }

    /** What is typed wrongly first is refused: each refusal is one sentence, and what was typed stays. */
    private String recordTheRequest(Person caseworker, LocalDate today) {
        Page page = caseworker.page();
        Pictures.take(page, "02-tasklist");
        page.getByText("Start process").first().click();
        page.locator(".modal-content").getByText("EHC needs assessment").first().click();
        Form form = new Form(page.locator(".modal-content .fjs-container"));
        form.part("The request")
                .date("Received by the council on", today)
                .choose("Who asks", "Parent")
                .write("Name of the person who asks", "Joan Fellowes")
                .write(
                        "What the request says",
                        "Marnie reads far below her age and is alone at break. Two cycles of support at school have not helped.")
                .write(
                        "What the family says, word for word",
                        "She cries before school. She wants to read like her cousin.");
        Form child = form.part("The child or young person")
                .write("First names", "Marnie")
                .write("Last name", "Fellowes")
                .date("Date of birth", today.plusDays(30))
                .write("Unique pupil number", "A801200005001")
                .write("NHS number", "943 476 5919")
                .write("Address line 1", "12 Foundry Row")
                .write("Town", "Exampleton")
                .write("Postcode", "EXAMPLE");
        form.part("Parent or carer")
                .write("Full name", "Joan Fellowes")
                .write("Relationship to the child", "Mother")
                .tick("Has parental responsibility");
        form.part("School, nursery or college").write("URN of the setting attended", "100001");
        page.locator(".modal-content h3").scrollIntoViewIfNeeded();
        Pictures.take(page, "03-request");

        startInVain(
                caseworker, "Check the date of birth; it is in the future, and a child not yet born has no request.");
        Pictures.take(page, "04-refused");
        child.date("Date of birth", today.minusYears(8).minusMonths(2));
        startInVain(caseworker, "Check the UPN; its first letter does not fit the rest of the number.");
        child.write("Unique pupil number", "B801200005001");
        startInVain(caseworker, "Check the postcode; write it like SW1A 2AA or BFPO 57.");
        assertThat(child.on().getByLabel("First names")).hasValue("Marnie");
        assertThat(child.on().getByLabel("Postcode")).hasValue("EXAMPLE");
        child.write("Postcode", "ZX1 6TT");
        caseworker.press("Start");
        assertThat(page.locator(".modal-content")).isHidden();

        caseworker.filter("My team's tasks");
        Locator card = caseworker.card("Check and sign letter", CHILD);
        assertThat(card).containsText("Request");
        Matcher reference = Pattern.compile("EHC-\\d{4}-\\d{5}").matcher(card.innerText());
        assertThat(reference.find()).isTrue();
        assertThat(card).containsText("Legal date");
        return reference.group();
    }

    private void startInVain(Person caseworker, String sentence) {
        caseworker.press("Start");
        assertThat(caseworker.refusal()).hasCount(1);
        assertThat(caseworker.refusal()).containsText(sentence);
    }

    private void signTheConsultation(Person caseworker, String reference) {
        caseworker.filter("My team's tasks");
        caseworker.take("Check and sign letter", CHILD);
        FrameLocator beside = caseworker.caseTab();
        assertThat(beside.getByRole(AriaRole.HEADING, new FrameLocator.GetByRoleOptions().setName(CHILD)))
                .isVisible();
        Locator preview = beside.getByText("Preview L-01").locator("xpath=ancestor::a");
        byte[] letter = caseworker.fetch(preview.getAttribute("href"));
        assertThat(text(letter)).contains(CHILD, reference);
        caseworker.dismissMessages();
        Pictures.take(caseworker.page(), "05-case-tab");
        Pictures.take(letter, "06-letter");
        caseworker.form().answer("The letter", "I have read it and sign it");
        caseworker.complete();
    }

    private void considerTheRequest(Person caseworker, LocalDate today) {
        caseworker.take("Consider the request", CHILD);
        caseworker
                .form()
                .write("What the family said, word for word", "We only want her to be happy at school again.")
                .write("Who said it", "Joan Fellowes")
                .date("Said on", today)
                .write("Evidence for the decision", "Two cycles of assess, plan, do, review with little progress.")
                .answer("First look: may it be necessary", "Yes")
                .answer("My view", "Assess");
        caseworker.complete();
        signLetter(caseworker, "L-02");
    }

    private void decideToAssess(Person manager) {
        assertThat(manager.page().getByText("overdue").first()).isVisible();
        Pictures.take(manager.page(), "12-cockpit");
        manager.take("Decide whether to assess", CHILD);
        Form form = manager.form();
        form.answer("Has the child or young person, or may they have", "Yes")
                .answer("May it be necessary", "Yes")
                .write("Evidence relied on", "School report of this term; the mother's letter.");
        form.write("Reasons", "Yes");
        manager.completeInVain("The family was asked to answer by");
        manager.dismissMessages();
        form.write(
                "Reason for deciding before that day", "The mother has answered, and asks us not to wait any longer.");
        manager.completeInVain("reasons");
        form.write("Reasons", "Marnie has made little progress although her school has helped her in many ways.");
        manager.dismissMessages();
        Pictures.take(manager.page(), "07-decision");
        manager.complete();
    }

    private void signLetter(Person signer, String kind) {
        signer.take("Check and sign letter: " + kind, CHILD);
        Locator preview = signer.caseTab().getByText("Preview " + kind).first().locator("xpath=ancestor::a");
        assertThat(text(signer.fetch(preview.getAttribute("href")))).contains(CHILD);
        signer.form().answer("The letter", "I have read it and sign it");
        signer.complete();
    }

    private void giveAdvice(String user, String advice, LocalDate today, boolean withAFalseFileFirst) {
        Person adviser = signedIn(user);
        adviser.take("Give advice: " + advice, CHILD);
        FrameLocator beside = adviser.caseTab();
        assertThat(beside.getByText(advice).first()).isVisible();
        beside.getByLabel("Title").fill(advice);
        Locator file = beside.getByLabel("File", new FrameLocator.GetByLabelOptions().setExact(true));
        Locator upload =
                beside.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Upload the report"));
        if (withAFalseFileFirst) {
            file.setInputFiles(new FilePayload(
                    "report.pdf", "application/pdf", "This is no PDF at all.".getBytes(StandardCharsets.UTF_8)));
            upload.click();
            assertThat(beside.getByRole(AriaRole.ALERT)).containsText("The file says it is");
            assertThat(beside.getByLabel("Title")).hasValue(advice);
        }
        file.setInputFiles(new FilePayload("report.pdf", "application/pdf", Marnie.report(advice)));
        upload.click();
        assertThat(beside.getByText("Ready to be sent with the form")).isVisible();
        if (withAFalseFileFirst) {
            Pictures.take(adviser.page(), "08-advice");
        }
        adviser.form()
                .answer("What has come of it", "The advice is given: report uploaded, or written below")
                .date("Received on", today);
        adviser.complete();
    }

    private void enterTheFamilysWords(Person caseworker, LocalDate today) {
        caseworker.take("Give advice: Advice from the parent", CHILD);
        caseworker
                .form()
                .answer("What has come of it", "The advice is given: report uploaded, or written below")
                .date("Received on", today)
                .write("Advice in words", "Please listen to her. She loves foxes and her grandmother's garden.");
        caseworker.complete();
    }

    /** The case comes late to the next sitting; it goes on while the sitting does. */
    private void recommendAPlan() {
        PanelSitting next = sittings.all().stream()
                .filter(sitting -> sitting.state() == PanelSitting.State.PAPERS_SENT)
                .min(Comparator.comparing(PanelSitting::sitsOn))
                .orElseThrow();
        Page page = signedIn("support").page();
        page.navigate("/panel");
        Accessibility.check(page);
        page.navigate("/panel/" + next.reference());
        page.getByLabel("Case", new Page.GetByLabelOptions().setExact(true))
                .selectOption(page.locator("#itemId option")
                        .filter(new Locator.FilterOptions().setHasText(CHILD))
                        .getAttribute("value"));
        button(page, "Add to the agenda").click();
        clock.standAt(next.begins());
        page.reload();
        for (Locator there : page.getByRole(AriaRole.CHECKBOX).all()) {
            there.check();
        }
        button(page, "Take the attendance").click();
        Locator hers = page.locator("section section.panel").filter(new Locator.FilterOptions().setHasText(CHILD));
        hers.getByLabel("recommends to issue a plan").check();
        hers.getByLabel("Reasons").fill("The advice agrees on what Marnie needs and how much of it.");
        hers.getByLabel("Provision").fill("Small-group teaching every day");
        hers.getByLabel("or hours a week").fill("15");
        Accessibility.check(page);
        hers.getByText("Record; the case goes on").click();
        assertThat(hers.getByText("Recommends: To issue a plan. Recorded by Jamie Osgood."))
                .isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private void writeTheDraft(Person caseworker, String reference) {
        caseworker.take("Write the draft plan", CHILD);
        caseworker.form().tick("The draft is complete and may go to the family");
        caseworker.completeInVain("The draft cannot go out yet.");
        Locator link = caseworker.caseTab().getByText("Open the Plan page").first();
        Page plan = caseworker.page().waitForPopup(link::click);
        List<String> faults = new ArrayList<>();
        plan.onPageError(faults::add);
        plan.locator("html[data-ready=plan]").waitFor();
        Marnie.words()
                .forEach((section, words) -> plan.locator("#words-" + section).fill(words));
        Marnie.items().forEach(item -> write(plan, item));
        plan.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save the whole plan"))
                .click();
        assertThat(plan.locator("#beside")).containsText("The checks find nothing to put right.");
        assertThat(faults).as("faults of the page's own scripts").isEmpty();
        Pictures.take(plan, "09-plan");
        Accessibility.check(plan);
        plan.close();
        caseworker.form().tick("The draft is complete and may go to the family");
        caseworker.complete();
    }

    private static void write(Page plan, Marnie.Item item) {
        Locator section = plan.locator("#section-" + item.section());
        int before = section.locator(".plan-item").count();
        section.locator("button[value='add." + item.section() + "']").click();
        assertThat(section.locator(".plan-item")).hasCount(before + 1);
        Locator added = section.locator(".plan-item").last();
        item.answers().forEach((question, answer) -> added.getByLabel(
                        question, new Locator.GetByLabelOptions().setExact(true))
                .fill(answer));
        if (!item.ties().isEmpty()) {
            added.locator("details[id$='-ties'] > summary").click();
            item.ties().forEach(label -> added.locator("details[id$='-ties'] .tick")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + label + " ")))
                    .locator("input")
                    .check());
        }
        added.locator("details[id$='-sources'] > summary").click();
        added.locator("details[id$='-sources'] .tick input").all().forEach(Locator::check);
    }

    private void recordRepresentations(Person caseworker, LocalDate today) {
        caseworker.take("Record the family's representations", CHILD);
        caseworker
                .form()
                .answer("The family's answer", "Representations have come")
                .write("What the family says, word for word", "The plan is right. Please add swimming.")
                .write("Who says it", "Joan Fellowes")
                .date("Said on", today);
        caseworker.complete();
    }

    private void prepareTheFinalPlan(Person caseworker, LocalDate today) {
        caseworker.take("Prepare the final plan", CHILD);
        caseworker
                .form()
                .answer("Section I is to name", "A setting and its type")
                .write("URN of the setting", "100002")
                .write("Type of setting", "maintained special school")
                .date("Setting consulted on", today)
                .choose("Its reply", "Can meet the needs")
                .choose("What kind of setting it is", "Non-maintained special school")
                .date("The responsible commissioning body agreed section G on", today)
                .write(
                        "What was changed since the draft, and why",
                        "Swimming was added to section F as the mother asked.");
        caseworker.complete();
    }

    private void assertThatTheCaseIsFinished(Person caseworker, String reference) {
        Page page = caseworker.page();
        page.waitForCondition(() -> files.get(reference).stage() == Stage.PLAN_FINALISED);
        page.navigate("/cases/" + reference);
        assertThat(page.locator("ol.stages li.now, ol.stages li[aria-current]")).containsText("Plan in force");
        assertThat(page.getByText("No task waits for a person now.")).isVisible();
        Locator deadlines = page.getByRole(
                AriaRole.REGION,
                new Page.GetByRoleOptions().setName("Deadlines").setExact(true));
        for (String rule : List.of("REQ-04", "PLAN-01", "PLAN-04", "PLAN-06")) {
            assertThat(deadlines
                            .locator("tr")
                            .filter(new Locator.FilterOptions().setHasText(rule))
                            .first())
                    .containsText("Met");
        }
        assertThat(deadlines.locator(".badge.overdue, .badge.met-late")).hasCount(0);
        Pictures.take(page, "10-case");
        Accessibility.check(page);
        List<?> papers = (List<?>)
                page.evaluate("() => [...new Set([...document.querySelectorAll('#letters, #papers')].flatMap(h =>"
                        + " [...h.parentElement.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))))]"
                        + ".filter(h => !/\\.(html|docx)$|\\/letters\\/new$/.test(h))");
        assertThat(papers).as("letters, reports and plans").hasSizeGreaterThan(15);
        for (Object paper : papers) {
            byte[] pdf = caseworker.fetch(paper.toString());
            assertThat(text(pdf)).as(paper.toString()).contains("Marnie");
        }
        Locator plan = page.locator("a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^EHC plan, version")))
                .first();
        Pictures.take(caseworker.fetch(plan.getAttribute("href")), "11-final-plan");
    }

    private void nobodyOfTheOtherTeamSeesIt(String reference) {
        Person other = signedIn("caseworkersouth");
        other.filter("My team's tasks");
        assertThat(other.page().locator("li.task").first()).isVisible();
        assertThat(other.page().locator("li.task").filter(new Locator.FilterOptions().setHasText(CHILD)))
                .hasCount(0);
        assertThat(other.status("/cases/" + reference)).isEqualTo(404);
        assertThat(other.status("/cases/" + reference + "/plan")).isEqualTo(404);
    }

    @Test
    void everybodyStartsWhereTheirWorkIs() {
        Person manager = signedIn("manager");
        assertThat(manager.page()).hasURL(Pattern.compile(".*/camunda/app/cockpit/.*"));
        assertThat(manager.page().locator(".ehc-overview .ehc-counts")).containsText("open");
        manager.page().navigate("/timescales");
        manager.page().getByText("All time limits of the law").click();
        assertThat(manager.page().locator("table").getByText("REQ-04").first()).isVisible();
        Accessibility.check(manager.page());
        Person adviser = signedIn("adviser");
        assertThat(adviser.page()).hasURL(Pattern.compile(".*/camunda/app/tasklist/.*"));
    }

    @Test
    void loggedOutIsOut() {
        Person caseworker = signedIn("caseworker");
        caseworker.filter("My team's tasks");
        assertThat(caseworker.page().locator("li.task").first()).isVisible();
        caseworker.logOut();
        caseworker.page().goBack();
        assertThat(caseworker.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Sign in")))
                .isVisible();
        assertThat(caseworker.page().locator("li.task")).hasCount(0);
    }

    private Deadline deadline(String reference, String rule) {
        return files.whole(reference).deadline(rule).orElseThrow();
    }

    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new AssertionError("This is no PDF", e);
        }
    }
}

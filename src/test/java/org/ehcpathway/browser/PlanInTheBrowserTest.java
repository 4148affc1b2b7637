package org.ehcpathway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.FamilyView;
import org.ehcpathway.casefile.NewContact;
import org.ehcpathway.casefile.NewRequest;
import org.ehcpathway.casefile.RequestSource;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.plan.Adulthood;
import org.ehcpathway.plan.AreaOfNeed;
import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.Plans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The Plan page in front of people: written with the keyboard alone, and when the connection, the session or the tab is lost. */
class PlanInTheBrowserTest extends BrowserRoom {

    @Autowired
    private CaseFiles files;

    @Autowired
    private AdviceRegister advice;

    @Autowired
    private Plans plans;

    @Autowired
    private PlanWriting writing;

    private final List<String> faults = new ArrayList<>();
    private String reference;

    @BeforeEach
    void aPlanIsToBeMade() {
        LocalDate today = LocalDate.now(clock);
        Address home = new Address("4 Sluice Road", null, "Exampleton", null, "ZX1 1AB");
        reference = files.open(
                        new NewRequest(
                                "Ivo",
                                "Marchetti",
                                null,
                                today.minusYears(9),
                                null,
                                null,
                                home,
                                "English",
                                null,
                                null,
                                List.of(new NewContact(
                                        "Lucia Marchetti", "Mother", true, Channel.POST, false, null, null, null)),
                                null,
                                "team-north",
                                today,
                                RequestSource.PARENT,
                                "Lucia Marchetti",
                                "Ivo cannot follow the lessons and has stopped speaking at school."),
                        "caseworker")
                .reference();
        files.keepView(reference, ViewTopic.OTHER, "Ivo", today, "I like  trains.", "caseworker");
        long report = advice.plan(reference, AdviceKind.FAMILY, "Lucia Marchetti", "Mother", home, null, "team-north")
                .id();
        advice.receive(report, today, null, "Please listen to him.", "caseworker");
        files.decide(
                reference,
                DecisionKind.ISSUE_PLAN,
                "Children and Families Act 2014 s.37(1)",
                "The assessment shows what Ivo needs and who can give it.",
                null,
                "manager");
    }

    @AfterEach
    void noScriptFailed() {
        assertThat(faults).as("faults of the page's own scripts").isEmpty();
    }

    @Test
    void aWholePlanIsWrittenWithTheKeyboardAlone() {
        Page page = somebody().page();
        page.onPageError(faults::add);
        page.navigate("/cases/" + reference + "/plan");
        Keyboard keys = page.keyboard();
        keys.type("caseworker");
        keys.press("Tab");
        keys.type("caseworker");
        keys.press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Draft EHC plan, version 1")))
                .isVisible();

        FamilyView trains = files.whole(reference).views().get(0);
        tabTo(page, "quote-" + trains.id());
        keys.press("Space");
        tabTo(page, "speak > summary");
        keys.press("Enter");
        keys.press("Tab");
        keys.type("He sings  when he is happy.");
        keys.press("Tab");
        keys.type("Lucia Marchetti");
        typeDay(page, "spoken-by", LocalDate.now(clock));
        tabTo(page, "speak button");
        keys.press("Enter");
        assertThat(page.locator("#plan-state")).hasText("The words of the family are kept.");
        assertThat(plan().quotes())
                .extracting(FamilyView::words)
                .containsExactly("I like  trains.", "He sings  when he is happy.");

        tabTo(page, "words-B");
        keys.press("Alt+Shift+Enter");
        assertInItem(page, "B1");
        keys.type("He cannot yet read. He does not speak at school.");
        for (int i = 0; i < " He does not speak at school.".length(); i++) {
            keys.press("ArrowLeft");
        }
        keys.press("Alt+Shift+S");
        assertInItem(page, "B2");
        keys.press("Tab");
        keys.type("Comm");
        source(page, "B2");
        keys.press("Alt+Shift+ArrowUp");
        assertThat(page.locator("#plan-state")).hasText("B2 is now B1.");
        assertInItem(page, "B1");
        backTo(page, "words-B");
        tabTo(page, item(PlanPart.B, 1) + "-area");
        keys.type("Cog");
        source(page, "B2");

        none(page, PlanPart.C);
        none(page, PlanPart.D);

        tabTo(page, "section-E button");
        keys.press("Enter");
        assertInItem(page, "E1");
        keys.type("He asks for help aloud.");
        keys.press("Tab");
        keys.type("By July 2027");
        keys.press("Tab");
        keys.type("His teacher hears it on four of five days.");
        tie(page, "E1", "B1", "B2");
        source(page, "E1");

        tabTo(page, "words-F");
        keys.press("Alt+Shift+Enter");
        assertInItem(page, "F1");
        keys.type("A therapist teaches him to ask for help.");
        for (String answer : List.of(
                "30 minutes, twice a week",
                "39 weeks",
                "A speech and language therapist",
                "Registered with the HCPC",
                "She reports to the school once a term.")) {
            keys.press("Tab");
            keys.type(answer);
        }
        keys.press("Tab");
        keys.type("Fri");
        tie(page, "F1", "B1", "B2", "E1");
        source(page, "F1");
        keys.press("Alt+Shift+Enter");
        assertInItem(page, "F2");
        keys.type("A mistake.");
        keys.press("Alt+Shift+R");
        assertThat(page.locator("#plan-state")).containsText("F2 is taken out.");
        assertThat(page.locator("#section-F .plan-item")).hasCount(1);

        none(page, PlanPart.G);
        none(page, PlanPart.H1);
        none(page, PlanPart.H2);
        keys.press("Control+s");
        assertThat(page.locator("#plan-state")).hasText(Pattern.compile("Saved .*|Everything is saved."));
        assertThat(page.locator("#beside")).containsText("The checks find nothing to put right.");
        Accessibility.check(page);

        PlanText plan = plan();
        assertThat(plan.items(PlanPart.B))
                .extracting(PlanItem::says)
                .containsExactly(
                        ItemWords.need("He does not speak at school.", AreaOfNeed.COMMUNICATION_AND_INTERACTION),
                        ItemWords.need("He cannot yet read.", AreaOfNeed.COGNITION_AND_LEARNING));
        assertThat(plan.items(PlanPart.E))
                .extracting(PlanItem::says)
                .containsExactly(ItemWords.outcome(
                        "He asks for help aloud.", "By July 2027", "His teacher hears it on four of five days."));
        assertThat(plan.items(PlanPart.F))
                .extracting(PlanItem::says)
                .containsExactly(ItemWords.provision(
                                "A therapist teaches him to ask for help.",
                                "30 minutes, twice a week",
                                "39 weeks",
                                "A speech and language therapist",
                                "Registered with the HCPC",
                                "She reports to the school once a term.")
                        .preparingFor(Adulthood.COMMUNITY));
        PlanItem provision = plan.items(PlanPart.F).get(0);
        assertThat(plan.tiesOf(provision)).extracting(plan::label).containsExactly("B1", "B2", "E1");
        assertThat(plan.items())
                .allSatisfy(item -> assertThat(plan.sourcesOf(item)).hasSize(1));
        assertThat(plan.section(PlanPart.H2).words()).isEqualTo("None was found.");
        assertThat(plans.faults(reference)).isEmpty();
    }

    @Test
    void whatWasTypedOutlivesTheConnectionTheTabAndTheSession() {
        Person casey = signedIn("caseworker");
        BrowserContext browser = casey.page().context();
        Page page = open(casey.page());

        browser.setOffline(true);
        page.locator("#words-C").fill("None was found.");
        assertThat(page.locator("#plan-state")).containsText("the service cannot be reached");
        browser.setOffline(false);
        assertThat(page.locator("#plan-state")).containsText("Saved");
        assertThat(plan().section(PlanPart.C).words()).isEqualTo("None was found.");

        browser.setOffline(true);
        page.locator("#words-D").fill("A social worker visits.");
        assertThat(page.locator("#plan-state")).containsText("Your text is kept in this browser");
        page.close();
        browser.setOffline(false);
        Page next = open(browser.newPage());
        assertThat(next.locator("#kept-text")).containsText("A social worker visits.");
        Accessibility.check(next);
        next.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put it back and save it"))
                .press("Enter");
        assertThat(next.locator("#plan-state")).containsText("Saved");
        assertThat(plan().section(PlanPart.D).words()).isEqualTo("A social worker visits.");
        assertThat(next.locator("#kept-text")).isHidden();

        browser.clearCookies();
        next.locator("#words-G").fill("An audiologist sees him.");
        assertThat(next.locator("#plan-state")).containsText("You have been signed out.");
        assertThat(plan().section(PlanPart.G).words()).isEmpty();
        next.locator("#plan-state a").press("Enter");
        next.getByLabel("User name").fill("caseworker");
        next.getByLabel("Password").fill("caseworker");
        next.getByLabel("Password").press("Enter");
        assertThat(next).hasURL(Pattern.compile(".*/cases/" + reference + "/plan.*"));
        assertThat(next.locator("#kept-text")).containsText("An audiologist sees him.");

        next.navigate("/logout");
        assertThat(next.getByText("You have logged out.")).isVisible();
        assertThat(next.evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('ehc-plan')).length"))
                .as("nobody finds a child's details after logging out")
                .isEqualTo(0);
    }

    @Test
    void signingInAgainInAnotherTabIsEnough() {
        Person casey = signedIn("caseworker");
        Page page = open(casey.page());
        casey.page().context().clearCookies();
        Page other = casey.page().context().newPage();
        other.navigate("/login");
        other.getByLabel("User name").fill("caseworker");
        other.getByLabel("Password").fill("caseworker");
        other.getByLabel("Password").press("Enter");
        other.waitForURL(Pattern.compile(".*/camunda/app/.*"));

        page.locator("#words-C").fill("None was found.");

        assertThat(page.locator("#plan-state")).containsText("Saved");
        assertThat(plan().section(PlanPart.C).words()).isEqualTo("None was found.");
    }

    @Test
    void twoOfficersLearnOfEachOtherAndChooseBetweenTheirTexts() {
        writing.add(reference, PlanPart.B, PlanWriting.Typed.of(ItemWords.of("He is shy.")), "caseworker");
        Page casey = open(signedIn("caseworker").page());
        Page rowan = open(signedIn("caseworker2").page());
        assertThat(rowan.locator("#plan-others")).containsText("Casey Marlow has this plan open too");
        Locator caseys = casey.locator("#section-B .plan-item textarea").first();
        Locator rowans = rowan.locator("#section-B .plan-item textarea").first();

        caseys.fill("He is very shy.");
        assertThat(casey.locator("#plan-state")).containsText("Saved");
        rowans.fill("He whispers.");
        assertThat(rowan.locator("#section-B .compare")).containsText("B1 was changed by Casey Marlow");
        assertThat(rowan.locator("#section-B .compare")).containsText("He is very shy.");
        Accessibility.check(rowan);
        rowans.fill("He is very shy and whispers.");
        rowans.press("Control+s");
        assertThat(rowan.locator("#section-B .compare")).isVisible();
        assertThat(words(PlanPart.B))
                .as("nobody's text is written over unasked")
                .containsExactly("He is very shy.");
        rowan.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save what stands below"))
                .press("Enter");
        assertThat(rowan.locator("#plan-state")).containsText("Saved");
        assertThat(words(PlanPart.B)).containsExactly("He is very shy and whispers.");

        caseys.fill("He is loud.");
        casey.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take the other text"))
                .press("Enter");
        assertThat(casey.locator("#section-B .plan-item textarea").first()).hasValue("He is very shy and whispers.");
        assertThat(words(PlanPart.B)).containsExactly("He is very shy and whispers.");
    }

    @Test
    void whatIsPastedFromWordIsCleaned() {
        Page page = open(signedIn("caseworker").page());
        page.locator("#words-D").focus();
        page.evaluate(
                "() => { const data = new DataTransfer();"
                        + " data.setData('text/html', '<style>p{}</style><p class=MsoNormal>He&nbsp;needs:</p><ul><li>qui\\u00ADet</li><li>time</li></ul>');"
                        + " document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }");
        page.locator("#words-G").focus();
        assertThat(page.locator("#plan-state")).containsText("Saved");

        assertThat(plan().section(PlanPart.D).words()).isEqualTo("He needs:\n- quiet\n- time");
        assertThat(page.locator("#words-D")).hasValue("He needs:\n- quiet\n- time");
    }

    private Page open(Page page) {
        page.onPageError(faults::add);
        page.navigate("/cases/" + reference + "/plan");
        assertThat(page.locator("html[data-ready=plan]")).hasCount(1);
        return page;
    }

    private PlanText plan() {
        return plans.text(reference, plans.working(reference));
    }

    private List<String> words(PlanPart part) {
        return plan().items(part).stream().map(item -> item.says().words()).toList();
    }

    private String item(PlanPart part, int place) {
        return "item-" + plan().items(part).get(place).line();
    }

    /** Writes into the words of a section that nothing was found. */
    private static void none(Page page, PlanPart part) {
        tabTo(page, "words-" + part);
        page.keyboard().type("None was found.");
    }

    /** Types a day in the order in which this browser asks for its parts, which follows the language of the machine. */
    private static void typeDay(Page page, String before, LocalDate day) {
        for (String order : List.of("ddMMyyyy", "MMddyyyy")) {
            backTo(page, before);
            page.keyboard().press("Tab");
            page.keyboard().type(DateTimeFormatter.ofPattern(order).format(day));
            if (day.toString().equals(page.evaluate("() => document.activeElement.value"))) {
                return;
            }
        }
        throw new AssertionError("The browser does not take the day " + day);
    }

    private static void assertInItem(Page page, String label) {
        page.waitForFunction(
                "label => document.activeElement.closest('[data-line]')?.dataset.label === label"
                        + " && document.activeElement.tagName === 'TEXTAREA'",
                label);
    }

    /** Ticks needs and outcomes of the item the keyboard is in. */
    private static void tie(Page page, String item, String... labels) {
        tabTo(page, "[data-label='" + item + "'] details[id$='-ties'] > summary");
        page.keyboard().press("Enter");
        for (String label : labels) {
            do {
                page.keyboard().press("Tab");
            } while (!label.equals(
                    page.evaluate("() => document.activeElement.nextElementSibling?.querySelector('b')?.textContent")));
            page.keyboard().press("Space");
        }
    }

    /** Ticks the one advice of the case as the source of the item the keyboard is in. */
    private static void source(Page page, String item) {
        tabTo(page, "[data-label='" + item + "'] details[id$='-sources'] > summary");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
    }

    private static void tabTo(Page page, String where) {
        press(page, "Tab", where);
    }

    private static void backTo(Page page, String where) {
        press(page, "Shift+Tab", where);
    }

    /** @param where an id, or a selector that begins with one or with an attribute */
    private static void press(Page page, String key, String where) {
        String selector = where.startsWith("[") ? where : "#" + where;
        for (int i = 0; i < 300; i++) {
            if (Boolean.TRUE.equals(page.evaluate("where => document.activeElement.matches(where)", selector))) {
                return;
            }
            page.keyboard().press(key);
        }
        throw new AssertionError("The keyboard does not reach " + selector);
    }
}

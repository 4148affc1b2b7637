package org.ehcpathway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One person in front of a browser of their own, doing with mouse and keyboard what people do. */
final class Person implements AutoCloseable {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK);

    private final Page page;
    private final List<String> faults = new ArrayList<>();

    Person(Page page) {
        this.page = page;
        page.context().onWebError(fault -> {
            // What Camunda's own scripts do among themselves is not ours to mend.
            if (isOurs(fault.page(), fault.error())) {
                faults.add(fault.error());
            }
        });
    }

    private static boolean isOurs(Page on, String fault) {
        return !on.url().contains("/camunda/") || fault.contains("/plugin/ehc") || fault.contains("/public/");
    }

    /** What went wrong in our scripts on the pages this person has opened, since the beginning. */
    List<String> faults() {
        return faults;
    }

    Page page() {
        return page;
    }

    void signIn(String user, String password) {
        page.navigate("/");
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL(Pattern.compile(".*/camunda/app/.*"));
    }

    void logOut() {
        page.locator("li.account > a").first().click();
        page.locator("li.account li.logout a").click();
        assertThat(page.getByText("You have logged out.")).isVisible();
    }

    /** Shows the list behind one of the filters. */
    void filter(String name) {
        if (!page.url().contains("/camunda/app/tasklist")) {
            page.navigate("/camunda/app/tasklist/default/");
        }
        Locator link =
                page.locator(".task-filter").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
        try {
            link.waitFor(new Locator.WaitForOptions().setTimeout(10_000));
        } catch (TimeoutError scriptsRefused) {
            // Two pages of the webapps that load in the same moment can mix up their nonces; loading again helps people
            // too.
            page.reload();
        }
        link.click();
    }

    /** The card of a task in the list. */
    Locator card(String task, String child) {
        return page.locator("li.task")
                .filter(new Locator.FilterOptions().setHasText(child))
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                "h4", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + task)))));
    }

    /** Opens a task from the team's list, and takes it. */
    void take(String task, String child) {
        filter("My team's tasks");
        card(task, child).first().locator("h4 a").click();
        assertThat(page.locator(".task-card h2.task")).containsText(task);
        page.locator("button.claim").click();
        assertThat(page.locator("button.claim")).isHidden();
    }

    void tab(String name) {
        page.locator(".task-card .nav-tabs")
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /** The case beside the task. */
    FrameLocator caseTab() {
        tab("Case");
        return page.frameLocator("iframe.ehc-case");
    }

    /** The form of the open task. */
    Form form() {
        tab("Form");
        return new Form(page.locator(".task-card .fjs-container"));
    }

    /** Sends the form of the open task, which closes it. */
    void complete() {
        press("Complete");
        assertThat(page.locator(".task-card")).isHidden();
    }

    /** Sends the form of the open task in vain, and hears why. */
    void completeInVain(String sentence) {
        press("Complete");
        assertThat(refusal()).containsText(sentence);
        assertThat(page.locator(".task-card h2.task")).isVisible();
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .locator("visible=true")
                .click();
    }

    /** The sentence in the red box. */
    Locator refusal() {
        return page.locator(".notifications .alert-danger");
    }

    /** Closes the boxes in the corner, which would otherwise go by themselves a little later. */
    void dismissMessages() {
        Locator close = page.locator(".page-notifications .close:not(.ng-hide)");
        while (close.count() > 0) {
            close.first().click();
        }
    }

    /** What is behind a link, with this person's session; must be there. */
    byte[] fetch(String address) {
        APIResponse answer = page.request().get(address);
        assertThat(answer.status()).as(address).isEqualTo(200);
        assertThat(answer.headers().get("content-type")).as(address).isEqualTo("application/pdf");
        return answer.body();
    }

    int status(String address) {
        return page.request().get(address).status();
    }

    static String typed(LocalDate day) {
        return TYPED.format(day);
    }

    @Override
    public void close() {
        page.context().close();
    }

    /** A form of the pathway, in a task or in the start dialog. Fields are found by the label that people read. */
    record Form(Locator on) {

        /** The field whose label begins with these words. */
        private Locator field(String label) {
            // The browser reads the pattern, and it does not know Java's quotes.
            return on.getByLabel(Pattern.compile("^\\s*" + label.replaceAll("[?().]", "\\\\$0")));
        }

        Form write(String label, String text) {
            field(label).fill(text);
            return this;
        }

        Form date(String label, LocalDate day) {
            Locator field = field(label);
            field.fill(typed(day));
            field.press("Enter");
            assertThat(field).hasValue(typed(day));
            return this;
        }

        Form choose(String label, String option) {
            Locator field = on.locator(".fjs-form-field-select").filter(new Locator.FilterOptions().setHasText(label));
            field.locator(".fjs-input-group").click();
            field.locator(".fjs-dropdownlist-item")
                    .getByText(option, new Locator.GetByTextOptions().setExact(true))
                    .click();
            return this;
        }

        Form tick(String label) {
            field(label).check();
            return this;
        }

        /** One answer of a question with few. */
        Form answer(String question, String answer) {
            on.locator(".fjs-form-field-radio")
                    .filter(new Locator.FilterOptions().setHasText(question))
                    .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                    .check();
            return this;
        }

        /** A part of the form with a heading of its own. */
        Form part(String heading) {
            return new Form(on.getByRole(
                    AriaRole.GROUP,
                    new Locator.GetByRoleOptions().setName(heading).setExact(true)));
        }
    }
}

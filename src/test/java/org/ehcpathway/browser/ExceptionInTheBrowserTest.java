package org.ehcpathway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.CaseSummary;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Deadlines;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A caseworker claims an exception on the case page, and the manager approves it there, with keyboard and plain questions. */
class ExceptionInTheBrowserTest extends BrowserRoom {

    @Autowired
    private CaseFiles files;

    @Autowired
    private Deadlines deadlines;

    @Test
    void claimedWithTheLawsAnswerAtHand_andApproved() {
        String reference = files.list(Set.of("team-north"), null, null, 0, 50).getContent().stream()
                .map(CaseSummary::reference)
                .filter(known -> deadlines
                        .current(known, "PLAN-06")
                        .filter(Deadline::isOpen)
                        .isPresent())
                .findFirst()
                .orElseThrow();
        Deadline plan = deadlines.current(reference, "PLAN-06").orElseThrow();

        Page page = signedIn("caseworker").page();
        page.navigate("/cases/" + reference);
        page.getByText("Claim an exception to a deadline").press("Enter");
        page.getByLabel("For which deadline?").selectOption(String.valueOf(plan.id()));
        page.getByLabel("What happened?").selectOption("PERSONAL_CIRCUMSTANCES");
        Accessibility.check(page);
        button(page, "Go on to the questions").press("Enter");

        LocalDate before = plan.clockStart().minusDays(30);
        page.getByLabel("What are the exceptional circumstances?").fill("A parent was in hospital for weeks.");
        page.getByLabel("The child's parent").check();
        page.getByLabel("From which day?").fill(before.toString());
        page.getByLabel("To which day?").fill(before.plusDays(10).toString());
        page.getByLabel("Why did that make it impractical")
                .fill("Nobody could take the child to the psychologist, whose advice came too late.");
        page.getByLabel("What shows it, and where is it kept?").fill("The hospital's letter, on the file.");
        button(page, "Claim the exception").press("Enter");
        assertThat(page.locator(".error-summary")).containsText("The law does not allow this exception");
        assertThat(page.locator(".error-summary")).containsText("outside the period from");
        assertThat(page.getByLabel("From which day?")).hasValue(before.toString());
        Accessibility.check(page);

        page.getByLabel("To which day?").fill(plan.clockStart().plusDays(20).toString());
        button(page, "Ask what the law says").press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The law allows this exception.");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Nothing is kept yet.");
        Accessibility.check(page);
        button(page, "Claim the exception").press("Enter");
        Locator claim = page.locator("article", new Page.LocatorOptions().setHasText("EX-3 for PLAN-06"));
        assertThat(claim).containsText("Waits for a manager");

        Page manager = signedIn("manager").page();
        manager.navigate("/cases/" + reference);
        Accessibility.check(manager);
        manager.getByLabel("Yes, approve it").check();
        manager.getByLabel(Pattern.compile("^Reasons")).fill("The hospital's letter covers all of these weeks.");
        button(manager, "Decide").press("Enter");
        assertThat(manager.locator("article", new Page.LocatorOptions().setHasText("EX-3 for PLAN-06")))
                .containsText("The hospital's letter covers all of these weeks.");
        assertThat(manager.locator("article", new Page.LocatorOptions().setHasText("EX-3 for PLAN-06")))
                .containsText("Approved by Morgan Ellery");
        Accessibility.check(manager);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}

package org.ehcpathway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.CaseSummary;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.LetterState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page about letters, read by a program that looks for what keeps people out. */
class LettersInTheBrowserTest extends BrowserRoom {

    @Autowired
    private CaseFiles files;

    @Autowired
    private LetterReading reading;

    @Test
    void everyKindOfLetterThatWasSent_canBeReadAsAPage() {
        Person caseworker = signedIn("caseworker");
        Page paper = caseworker.page().context().newPage();
        Set<LetterKind> read = new HashSet<>();
        for (Letter letter : lettersOfTheTeam()) {
            LetterRecipient first = reading.recipients(letter.id()).get(0);
            if (read.add(letter.kind())) {
                APIResponse page = caseworker
                        .page()
                        .request()
                        .get("/letters/%d/recipients/%d.html".formatted(letter.id(), first.id()));
                org.assertj.core.api.Assertions.assertThat(page.status()).isEqualTo(200);
                // The letter's own page runs no script at all, not even the one that judges it.
                paper.setContent(page.text());
                Accessibility.check(paper);
            }
        }
        org.assertj.core.api.Assertions.assertThat(read).contains(LetterKind.L_01, LetterKind.L_04, LetterKind.L_05);
    }

    @Test
    void lettersAreWritten_translatedAndPeopleKeptSafe_withoutBarriers() {
        Letter open = lettersOfTheTeam().stream()
                .filter(letter -> letter.state() == LetterState.PREPARED)
                .findFirst()
                .orElseThrow();
        String reference = references().stream()
                .filter(one ->
                        reading.of(one).stream().anyMatch(letter -> letter.id().equals(open.id())))
                .findFirst()
                .orElseThrow();
        Page page = signedIn("caseworker").page();
        page.navigate("/cases/" + reference + "/letters/new");
        Accessibility.check(page);
        page.getByLabel("Which letter?").selectOption("L-22-meeting");
        button(page, "Show its questions").press("Enter");
        Accessibility.check(page);

        page.navigate("/letters/" + open.id() + "/translation");
        Accessibility.check(page);
        page.getByLabel("Language", new Page.GetByLabelOptions().setExact(true)).selectOption("Welsh");
        page.getByLabel("The whole letter in that language").fill("Annwyl riant,\n\nffoniwch ni.");
        page.getByLabel("Who translated it").fill("Fenbridge Translators");
        button(page, "Keep the translation").press("Enter");
        assertThat(page.locator(".notice").first()).containsText("a translation into Welsh");
        Accessibility.check(page);
        button(page, "Take the translation into Welsh out").press("Enter");
        assertThat(page.getByText("Take the translation into Welsh out")).isHidden();

        page.navigate("/cases/" + reference);
        String child = files.whole(reference).person().fullName();
        page.getByText("Change what is known about " + child).press("Enter");
        page.getByLabel("What is to be recorded?").first().selectOption("WITHHOLD");
        Accessibility.check(page);
        button(page, "Record it").first().press("Enter");
        assertThat(page.getByText("Address withheld from others")).isVisible();
        Accessibility.check(page);
    }

    @Test
    void lettersAreSignedTogether_afterTheSampleWasRead() {
        Person caseworker = signedIn("caseworker");
        Page page = caseworker.page();
        page.navigate("/letters/to-sign");
        Accessibility.check(page);
        button(page, "Draw the sample").press("Enter");
        page.waitForURL("**/letters/to-sign/*");
        Accessibility.check(page);
        for (Object sampled : (List<?>) page.evaluate(
                "() => [...document.querySelectorAll('a[href$=\".pdf\"]')].map(link => link.getAttribute('href'))")) {
            caseworker.fetch(sampled.toString());
        }
        page.reload();
        Accessibility.check(page);
    }

    @Test
    void aRunOfManyLetters_isStartedAndWatched() {
        Page page = signedIn("manager").page();
        page.navigate("/letters/runs");
        assertThat(page.locator("h1")).isVisible();
        Accessibility.check(page);
    }

    private List<Letter> lettersOfTheTeam() {
        return references().stream()
                .flatMap(reference -> reading.of(reference).stream())
                .toList();
    }

    private List<String> references() {
        return files.list(Set.of("team-north"), null, null, 0, 50).getContent().stream()
                .map(CaseSummary::reference)
                .toList();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}

package org.ehcpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ehcpathway.pathway.AdjustableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The demo council as a newcomer starts it, with jobs and timers that run by themselves, and a real browser in front of it.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "ehc.outbox=target/outbox-of-browser",
            "ehc.panel.clockwork=false",
            "ehc.register.clockwork=false",
            "camunda.bpm.job-execution.wait-time-in-millis=250",
            "camunda.bpm.job-execution.max-wait=500"
        })
@ActiveProfiles("demo")
@Tag("browser")
@ExtendWith(BrowserRoom.PicturesOfFailure.class)
abstract class BrowserRoom {

    private static Chromium chromium;

    private static final List<Person> AT_WORK = new ArrayList<>();

    @LocalServerPort
    private int port;

    @Autowired
    AdjustableClock clock;

    /** A few children are there soon; the pictures show a fuller council. */
    @DynamicPropertySource
    static void children(DynamicPropertyRegistry properties) {
        properties.add("ehc.demo.children", () -> Pictures.WANTED ? 26 : 6);
    }

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
            chromium = null;
        }
    }

    @AfterEach
    void everybodyLeaves() {
        List<String> faults =
                AT_WORK.stream().flatMap(person -> person.faults().stream()).toList();
        AT_WORK.forEach(Person::close);
        AT_WORK.clear();
        clock.run();
        assertThat(faults).as("faults of the pages' own scripts").isEmpty();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Somebody opens a browser of their own, not yet signed in. */
    Person somebody() {
        BrowserContext own = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(address())
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/London")
                        .setViewportSize(1280, 800));
        own.setDefaultTimeout(60_000);
        Person person = new Person(own.newPage());
        AT_WORK.add(person);
        return person;
    }

    /** One of the demo council's people, whose password is the user name. */
    Person signedIn(String user) {
        Person person = somebody();
        person.signIn(user, user);
        return person;
    }

    /** Keeps what every screen showed when a test failed, in {@code target/browser}. */
    static class PicturesOfFailure implements TestExecutionExceptionHandler {

        @Override
        public void handleTestExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
            for (int i = 0; i < AT_WORK.size(); i++) {
                for (Page page : AT_WORK.get(i).page().context().pages()) {
                    String name = test.getRequiredTestMethod().getName() + "-" + i + "-"
                            + page.context().pages().indexOf(page);
                    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name + ".png")));
                }
            }
            throw failure;
        }
    }
}

package org.ehcpathway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A smoke test of a page with axe-core. It finds what a program can find; keyboard and screen reader need people. */
final class Accessibility {

    private static final String SERIOUS = """
            async () => {
              const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
              const found = await axe.run(document, { runOnly: { type: 'tag', values: rules } });
              return found.violations
                .filter(violation => violation.impact === 'serious' || violation.impact === 'critical')
                .map(violation => violation.id + ': ' + violation.nodes.map(node => node.target.join(' ')).join(', '));
            }
            """;

    private Accessibility() {}

    /** Nothing that keeps people out of this page. */
    static void check(Page page) {
        page.evaluate(axe());
        List<?> found = (List<?>) page.evaluate(SERIOUS);
        assertThat(found)
                .as("serious and critical violations of WCAG 2.2 AA on " + page.title())
                .isEmpty();
    }

    private static String axe() {
        try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Judges a page by the rules of axe: all of them, best practices included. */
public final class Axe {
    private static final String SOURCE = read();
    private static final String RUN =
            """
            const done = arguments[arguments.length - 1];
            const passing = animation =>
                Number.isFinite(animation.effect.getComputedTiming().endTime);
            const drawn = new Promise(
                next => requestAnimationFrame(() => requestAnimationFrame(next)));
            const atRest = () => Promise.allSettled(document.getAnimations().filter(passing)
                .map(animation => animation.finished));
            drawn.then(atRest).then(() => axe.run(document, {resultTypes: ['violations']})).then(
                found => done(found.violations.flatMap(rule => rule.nodes.map(
                    node => rule.id + ': ' + rule.help + ' | ' + node.target.join(' ')
                        + ' | ' + node.html + ' | ' + node.failureSummary))),
                error => done(['axe failed: ' + error]));
            """;

    private Axe() {}

    /** Expects the page, once what moves has come to rest, to have no violation. */
    @SuppressWarnings("unchecked")
    public static void check(Browser browser) {
        browser.untilQuiet();
        browser.script(SOURCE);
        List<String> violations = (List<String>) browser.asyncScript(RUN);
        assertThat(violations).as("axe at %s", browser.path()).isEmpty();
    }

    private static String read() {
        try (InputStream source = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

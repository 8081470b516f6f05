package beckon.browser;

import beckon.browser.gallery.Round;
import beckon.testing.BeckonIT;
import beckon.testing.Postbox;
import beckon.testing.TestServer;
import java.io.IOException;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pictures of every page and dialog in each of its states, for people to look at: {@code mvn
 * -Pscreenshots}, then {@code ear-module/target/screenshots/index.html}. {@code
 * -Dscreenshots.only=text|policies} takes those of these chapters alone.
 */
@RunAsClient
class Screenshots extends BeckonIT {

    @ParameterizedTest(name = "{0}x{1} {2} {3}")
    @CsvSource({
        "1440, 900, light, en",
        "1440, 900, dark, en",
        "1440, 900, light, fr",
        "1440, 900, dark, fr",
        "1024, 768, light, en",
        "1024, 768, dark, en",
        "1024, 768, light, fr",
        "1024, 768, dark, fr",
        "390, 844, light, en",
        "390, 844, dark, en",
        "390, 844, light, fr",
        "390, 844, dark, fr"
    })
    void everyPageInEachState(int width, int height, String colours, String language) {
        Browser browser = Browser.open().size(width, height).prefer(colours);
        browser.speak(language.equals("fr") ? "fr-FR,fr" : "en-GB,en");
        try {
            new Round(browser, width + "-" + colours + "-" + language, language).walk();
        } finally {
            Postbox.behave("ok");
            browser.close();
        }
    }

    @AfterAll
    static void overview() throws IOException {
        if (!TestServer.isHere()) {
            Round.hang();
        }
    }
}

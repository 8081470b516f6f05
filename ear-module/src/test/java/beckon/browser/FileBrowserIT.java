package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.FilePage;
import beckon.testing.Attached;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page {@code file.xhtml}: what whoever gets a file's link sees of it. */
class FileBrowserIT extends BrowserIT {
    @Test
    void tellsWhatItIsAndWhichCompanySentIt() {
        FilePage page = FilePage.open(browser, Attached.file("Programme.pdf", "PDF", 1_240_000));

        assertThat(page.heading()).isEqualTo("A file for you");
        assertThat(page.name()).isEqualTo("Programme.pdf");
        assertThat(page.size()).isEqualTo("PDF document · 1.3 MB");
        assertThat(page.from()).contains("Acme Corp").doesNotContain("Ben");
        assertThat(browser.see("#file-download").getDomAttribute("href")).startsWith("/download/");
    }

    @Test
    void nameIsShownAsText() {
        String hostile = "\"><img src=x onerror=alert(1)>#{7*7}${7*7}.pdf";

        FilePage page = FilePage.open(browser, Attached.file(hostile, "PDF", 1_000));

        assertThat(page.name()).isEqualTo(hostile);
        assertThat(page.size()).isEqualTo("PDF document · 1 KB");
    }

    @Test
    void longNameFitsThePhoneInFrench() {
        browser.size(390, 844).speak("fr");

        FilePage page =
                FilePage.open(browser, Attached.file("w".repeat(190) + ".pdf", "PDF", 999_999));

        assertThat(page.heading()).isEqualTo("Un fichier pour vous");
        assertThat(page.size()).isEqualTo("Document PDF · 1 Mo");
        assertThat(browser.script("return document.documentElement.scrollWidth")).isEqualTo(390L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyStateHasNoAxeViolation(String language) {
        browser.speak(language);
        FilePage.open(browser, Attached.file("Photo.jpg", "JPEG", 420_000));
        Axe.check(browser);
        browser.prefer("dark");
        Axe.check(browser);
        FilePage.open(browser, "unknown");
        Axe.check(browser);
    }
}

package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.GetTheAppPage;
import beckon.browser.page.SignInPage;
import beckon.testing.Database;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The page {@code get-the-app.xhtml}: a visitor's phone number, and what became of it. */
class GetTheAppBrowserIT extends BrowserIT {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String number = "+336 44 %02d 00 00".formatted(NUMBERS.incrementAndGet());

    private static List<List<String>> texts(String number) {
        return Database.rows(
                "select language from dispatch where template = 'appLink' and recipient = ?",
                number.replace(" ", ""));
    }

    @Test
    void visitorGetsTheLink() {
        GetTheAppPage page = GetTheAppPage.open(browser).send(number).untilState("SENT");

        assertThat(page.sent())
                .isEqualTo("Thanks! We’ve sent you a link, please check your phone!");
        browser.untilFocused("app-sent");
        assertThat(texts(number)).containsExactly(List.of("en"));
    }

    @Test
    void withinAMinuteItSaysSo() {
        GetTheAppPage page = GetTheAppPage.open(browser).send(number);
        browser.clickAndLoad("#app-again");

        page.send(number.replace("+33", "+33 (0)"));

        assertThat(page.summary())
                .isEqualTo("Please allow a full minute between phone number submissions.");
        assertThat(browser.value("#app-number")).isEqualTo(number.replace("+33", "+33 (0)"));
        assertThat(texts(number)).hasSize(1);
    }

    @Test
    void sameBrowserWaitsEvenForAnotherNumberFromAnotherAddress() {
        GetTheAppPage page = GetTheAppPage.open(browser).send(number).untilState("SENT");
        Database.update(
                "delete from rate_limit where bucket like 'app.address%'"
                        + " or bucket like 'app.number%'");
        browser.go("/get-the-app");

        page.send("+33 6 45 00 00 0" + NUMBERS.get() % 10);

        assertThat(page.summary()).startsWith("Please allow a full minute");
    }

    @Test
    void whenItCannotBeSentItSaysSo() {
        GetTheAppPage page = GetTheAppPage.open(browser);
        GetTheAppPage.useUp();

        page.send(number);

        assertThat(page.summary())
                .isEqualTo(
                        "There was an issue with SMS sending. Please try again. If the issue"
                                + " persists, please contact support.");
        assertThat(texts(number)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', Enter your phone number.",
        "123, This is a short code.",
        "+33 1 23 45 67 89, This is a fixed line",
        "+33 6 12, This is not a valid phone number.",
        "hello, This is not a valid phone number.",
        "+7 912 345 67 89, We can’t send texts to numbers of this country."
    })
    void wrongNumberIsSaidBesideTheField(String wrong, String words) {
        GetTheAppPage page = GetTheAppPage.open(browser).send(wrong);

        assertThat(page.fieldError()).startsWith(words);
        assertThat(browser.value("#app-number")).isEqualTo(wrong);
        assertThat(browser.see("#app-number").getDomAttribute("aria-invalid")).isEqualTo("true");
    }

    @Test
    void inACrowdTheBrowserProvesThatItIsNoRobot() {
        GetTheAppPage page = GetTheAppPage.open(browser);
        GetTheAppPage.crowd(1);

        page.send(number).untilState("SENT");

        assertThat(page.sent()).startsWith("Thanks!");
        assertThat(texts(number)).hasSize(1);
    }

    @Test
    void keyboardAloneSendsInFrenchOnAPhone() {
        browser.size(390, 844).speak("fr-BE,fr");
        GetTheAppPage page = GetTheAppPage.open(browser);
        assertThat(browser.text("#app-number-hint")).contains("+32 (Belgique)");
        assertThat(browser.script("return document.documentElement.scrollWidth")).isEqualTo(390L);

        browser.tabTo("app-number");
        browser.press(number, Keys.ENTER);
        page.untilState("SENT");

        assertThat(page.sent())
                .isEqualTo("Merci ! Nous vous avons envoyé un lien, consultez votre téléphone !");
        assertThat(texts(number)).containsExactly(List.of("fr"));
    }

    @Test
    void signInPageLeadsHere() {
        SignInPage.open(browser);

        browser.clickAndLoad("#signin-get-the-app");

        browser.untilAt("/get-the-app");
    }

    @Test
    void pageIsLight() {
        browser.countAnew();
        GetTheAppPage.open(browser);

        assertThat(browser.requests()).hasSizeLessThanOrEqualTo(10);
        assertThat(browser.requests().stream().mapToLong(Browser.Request::octets).sum())
                .isLessThan(250_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyStateHasNoAxeViolation(String language) {
        browser.speak(language);
        GetTheAppPage page = GetTheAppPage.open(browser);
        Axe.check(browser);
        page.send("hello");
        Axe.check(browser);
        browser.prefer("dark");
        Axe.check(browser);
        page.send(number).untilState("SENT");
        Axe.check(browser);
        browser.prefer("light");
        Axe.check(browser);
    }
}

package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.ContactsPage;
import beckon.browser.page.SignInPage;
import beckon.testing.Company;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The frame as a language would have it that is read from the right. */
class RightToLeftBrowserIT extends BrowserIT {

    @ParameterizedTest
    @ValueSource(ints = {1440, 1024, 390})
    void menusOpenInsideTheWindow(int width) {
        ContactsPage contacts = contacts("Menus RTL Ltd");
        browser.size(width, 844);
        contacts.frame().openNewActions();
        browser.click("#new-actions-invite");
        browser.see("#new-actions-by-email");

        assertInside("#new-actions-menu");
        assertInside("#new-actions-invite-menu");
        browser.press(Keys.ESCAPE);
        contacts.frame().openProfile();
        assertInside("#profile-menu");
        assertThat(browser.script("return document.documentElement.scrollWidth"))
                .isEqualTo((long) width);
    }

    @Test
    void arrowsFollowTheDirection() {
        contacts("Arrows RTL Ltd");

        browser.tabTo("new-actions").press(Keys.ARROW_DOWN);
        browser.untilFocused("new-actions-invite");
        browser.press(Keys.ARROW_LEFT);
        browser.untilFocused("new-actions-by-email");
        browser.press(Keys.ARROW_RIGHT);
        browser.untilFocused("new-actions-invite");

        assertThat(browser.sees("#new-actions-invite-menu")).isFalse();
        String transform =
                "return getComputedStyle(document.querySelector('#new-actions-invite .more')).transform";
        assertThat(browser.script(transform)).isEqualTo("matrix(-1, 0, 0, 1, 0, 0)");
    }

    @Test
    void railIsOnTheRightAndTheContentBesideIt() {
        contacts("Rail RTL Ltd");

        assertThat(edge(".rail", "right")).isEqualTo(1440);
        assertThat(edge("#side", "right")).isEqualTo(edge(".rail", "left"));
        assertThat(edge("#content", "right")).isEqualTo(edge("#side", "left"));
    }

    @ParameterizedTest
    @ValueSource(ints = {800, 390})
    void sideOpensFromTheRightWhereItIsADrawer(int width) {
        contacts("Drawer RTL Ltd");
        browser.size(width, 844);

        browser.click("#side-toggle");
        browser.see("#side-toggle[aria-expanded='true']");

        browser.until("side is in its place", any -> edge("#side", "right") == besideRail(width));
        assertInside("#side");
    }

    /** On a phone the rail is below. */
    private int besideRail(int width) {
        return width < 640 ? width : edge(".rail", "left");
    }

    private ContactsPage contacts(String company) {
        ContactsPage contacts =
                SignInPage.signIn(browser, Company.found(company).coworker("Rania").email());
        browser.untilQuiet();
        browser.script("document.documentElement.dir = 'rtl'");
        return contacts;
    }

    private void assertInside(String css) {
        assertThat(edge(css, "left")).as("left edge of " + css).isNotNegative();
        assertThat(edge(css, "right"))
                .as("right edge of " + css)
                .isLessThanOrEqualTo(
                        ((Number) browser.script("return window.innerWidth")).intValue());
    }

    private int edge(String css, String side) {
        String where =
                "return Math.round(document.querySelector(arguments[0])"
                        + ".getBoundingClientRect()[arguments[1]])";
        return ((Number) browser.script(where, css, side)).intValue();
    }
}

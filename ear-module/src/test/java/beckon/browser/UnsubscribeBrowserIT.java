package beckon.browser;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.browser.page.UnsubscribePage;
import beckon.testing.Addresses;
import beckon.testing.Api;
import beckon.testing.Postbox;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page {@code unsubscribe.xhtml}: where an invitee says that it is enough. */
class UnsubscribeBrowserIT extends BrowserIT {
    private final String guest = Addresses.guest("enough");

    private String pathInMail(String language) {
        String body =
                Json.createObjectBuilder()
                        .add("emails", Json.createArrayBuilder().add(guest))
                        .add("language", language)
                        .build()
                        .toString();
        assertThat(Api.as("ben@acme.example").post("/invitations", body).status()).isEqualTo(200);
        return Postbox.untilMailArrives(guest).unsubscribePath();
    }

    private String outcome() {
        return Api.as("ben@acme.example").invite(guest).get(0).getString("outcome");
    }

    @Test
    void inviteeStopsInvitationsAndAllowsThemAgain() {
        UnsubscribePage page = UnsubscribePage.open(browser, pathInMail("en")).untilState("ASK");
        assertThat(page.heading()).isEqualTo("No more invitations from Acme Corp?");
        assertThat(page.words()).contains("e…\u2060@").doesNotContain(guest);

        page.stop();
        assertThat(page.heading()).isEqualTo("Acme Corp won’t invite you again");
        assertThat(outcome()).isEqualTo("REFUSED");

        browser.reload();
        page.untilState("STOPPED").allow();
        assertThat(outcome()).isEqualTo("QUEUED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyStateHasNoAxeViolation(String language) {
        UnsubscribePage page = UnsubscribePage.open(browser, pathInMail(language));
        assertThat(browser.see("html").getDomAttribute("lang")).isEqualTo(language);
        Axe.check(browser);
        page.stop();
        Axe.check(browser);
        browser.prefer("dark");
        Axe.check(browser);
        page.allow();
        Axe.check(browser);
    }

    @Test
    void unknownLinkSaysSoCalmly() {
        UnsubscribePage.open(browser, "/unsubscribe/nothing").untilState("UNKNOWN");

        assertThat(browser.text("#unsubscribe")).contains("This link opens nothing");
        Axe.check(browser);
    }
}

package beckon.delivery.control;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.delivery.DeliveryFixtures;
import beckon.delivery.entity.MailOpening;
import beckon.delivery.entity.RenderedMail;
import beckon.shared.Settings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnWordsTest {

    private final MessageTemplates templates =
            new MessageTemplates(
                    new Settings(Map.of("BECKON_BASE_URL", "https://beckon.acme.example")));

    private RenderedMail invitation(String inviter, String subject, String opening) {
        Map<String, String> model =
                new HashMap<>(DeliveryFixtures.model(inviter, "Acme", "See you soon"));
        model.put("subject", subject);
        model.put("opening", opening);
        return templates.render("invitation", "en", model, "LINK", "UNSUBSCRIBE");
    }

    @Test
    void companysWordsStandInThePlaceOfOursInBothParts() {
        RenderedMail mail =
                invitation(
                        "Anna",
                        "{inviter} has a desk for you at {company}",
                        "Welcome to {company}!\nSay yes by {expiry}.");

        assertThat(mail.subject()).isEqualTo("Anna has a desk for you at Acme");
        assertThat(mail.html())
                .contains("Welcome to Acme!<br>Say yes by 1 December 2026 at 09:30 UTC.");
        assertThat(mail.text())
                .contains("Welcome to Acme!\nSay yes by 1 December 2026 at 09:30 UTC.");
        for (String part : new String[] {mail.html(), mail.text()}) {
            assertThat(part)
                    .contains("Anna writes:", "See you soon", "Create a free account", "LINK")
                    .doesNotContain("where the company’s people");
        }
    }

    @Test
    void namesAreNoPlaceholdersAndWordsNoMarkupHeaderOrLink() {
        RenderedMail mail =
                invitation(
                        "{company} https://evil.example",
                        "{inviter}\r\nBcc: eve",
                        "<b>{inviter}</b> ${7*7} www.evil.example");

        assertThat(mail.subject())
                .isEqualTo("{company} https[:]//evil[.]example Bcc: eve")
                .doesNotContain("\r", "\n");
        assertThat(mail.html())
                .contains("&lt;b&gt;{company}", "www[.]evil[.]example")
                .doesNotContain("<b>", "49", "evil.example");
        assertThat(mail.text()).doesNotContain("evil.example");
    }

    @Test
    void linkIsNotPutTogetherOfWordsAndAName() {
        RenderedMail mail = invitation("example", "evil.{inviter}", "https:/{inviter} x.{inviter}");

        assertThat(mail.subject()).isEqualTo("evil[.]example");
        assertThat(mail.text()).contains("x[.]example");
    }

    @Test
    void ourOwnWordsSayWhatTheirPlaceholdersAre() {
        MailOpening own = templates.opening("invitation", "fr");

        assertThat(own.subject())
                .isEqualTo("{inviter} vous invite à rejoindre {company} sur Beckon");
        assertThat(own.opening()).startsWith("{inviter} vous invite").contains("{company}");
    }
}

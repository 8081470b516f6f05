package beckon.delivery.control;

import static beckon.delivery.DeliveryFixtures.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import beckon.delivery.entity.RenderedMail;
import beckon.shared.Settings;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTemplatesTest {

    private static final String LINK = "https://beckon.acme.example/join/abc";
    private static final String UNSUBSCRIBE = "https://beckon.acme.example/unsubscribe/xyz";
    private final MessageTemplates templates =
            new MessageTemplates(
                    new Settings(Map.of("BECKON_BASE_URL", "https://beckon.acme.example")));

    private RenderedMail invitation(String language, Map<String, String> model) {
        return templates.render("invitation", language, model, LINK, UNSUBSCRIBE);
    }

    @Test
    void invitationSaysAllInBothParts() {
        RenderedMail mail = invitation("en", model("Anna Martin", "Acme", "See you\nsoon"));

        assertThat(mail.subject()).isEqualTo("Anna Martin invites you to join Acme on Beckon");
        for (String part : new String[] {mail.html(), mail.text()}) {
            assertThat(part)
                    .contains("Anna Martin invites you to Acme")
                    .contains("as a co-worker")
                    .contains("Anna Martin writes:")
                    .contains("Create a free account")
                    .contains(LINK)
                    .contains("1 December 2026 at 09:30 UTC")
                    .contains("Not expecting this?")
                    .contains("No more invitations from Acme")
                    .contains(UNSUBSCRIBE);
        }
        assertThat(mail.text()).contains("> See you\n> soon");
        assertThat(mail.html()).contains("See you<br>soon").contains("lang=\"en\"");
    }

    @Test
    void frenchIsFrenchThroughout() {
        RenderedMail mail = invitation("fr", model("Anna Martin", "Acme", "À bientôt"));

        assertThat(mail.subject()).isEqualTo("Anna Martin vous invite à rejoindre Acme sur Beckon");
        for (String part : new String[] {mail.html(), mail.text()}) {
            assertThat(part)
                    .contains("Créer un compte gratuit")
                    .contains("1er décembre 2026 à 09:30 UTC")
                    .contains("Vous ne vous y attendiez pas\u202F?")
                    .contains("«\u00A0Refuser\u00A0»")
                    .contains("Ne plus être invité par Acme")
                    .contains(UNSUBSCRIBE)
                    .doesNotContain("invites", "expect");
        }
        assertThat(mail.html()).contains("lang=\"fr\"");
    }

    @Test
    void withoutAPersonalMessageNobodyIsQuoted() {
        Map<String, String> model = new HashMap<>(model("Anna", "Acme", ""));
        model.remove("message");

        RenderedMail mail = invitation("en", model);

        assertThat(mail.text()).doesNotContain("writes", ">");
        assertThat(mail.html()).doesNotContain("writes", "<blockquote");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"><img src=x onerror=alert(1)>",
                "<a href='https://evil.example'>x</a>",
                "${7*7} #{7*7} <#assign x=1> ${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "{0} {1} '{2}'",
                "=HYPERLINK(\"https://evil.example\")"
            })
    void whateverSomebodyTypedIsTextOnly(String typed) {
        RenderedMail mail = invitation("en", model(typed, typed, typed));

        assertThat(mail.html())
                .doesNotContain("<img", "<a href='", "<#assign", "49")
                .doesNotContain("https://evil", "evil.example");
        assertThat(mail.text()).doesNotContain("https://evil", "evil.example");
        assertThat(mail.text()).contains(PlainWords.ofName(typed));
        assertThat(links(mail.html())).containsOnly(LINK, UNSUBSCRIBE);
    }

    private static String[] links(String html) {
        return Pattern.compile("(?:href|src|action|background)\\s*=\\s*\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toArray(String[]::new);
    }

    @Test
    void subjectAndSenderAreOneLine() {
        Map<String, String> model = model("Anna\r\nBcc: eve@evil.example", "Acme\n", "");

        assertThat(invitation("en", model).subject()).doesNotContain("\r", "\n");
        assertThat(templates.senderName("invitation", "fr", model))
                .isEqualTo("Anna Bcc: eve@evil[.]example (Beckon)");
    }

    @Test
    void nothingIsLoadedFromAnywhere() {
        String html = invitation("en", model("Anna", "Acme", "")).html();

        assertThat(html).doesNotContain("<img", "url(", "@import", "<link", "<script");
    }

    @Test
    void inviterIsToldWhoHasAccepted() {
        Map<String, String> model = Map.of("memberName", "Bob", "accountName", "Acme");

        RenderedMail english = templates.render("accepted", "en", model, LINK, UNSUBSCRIBE);
        RenderedMail french = templates.render("accepted", "fr", model, LINK, UNSUBSCRIBE);

        assertThat(english.subject()).isEqualTo("Bob has joined Acme on Beckon");
        assertThat(english.html()).contains("Open Beckon", LINK);
        assertThat(french.text()).contains("Bob a rejoint Acme", LINK);
        assertThat(english.html()).doesNotContain(UNSUBSCRIBE);
    }

    @Test
    void inviterIsAskedByWhomAndWithWhichInvitation() {
        Map<String, String> model =
                Map.of(
                        "askerName",
                        "Sam <img src=x> ${7*7} https://evil.example\r\nBcc: eve@x.example",
                        "accountName",
                        "Acme",
                        "address",
                        "sam@evil.example",
                        "invited",
                        "bob@acme.example");

        RenderedMail english = templates.render("request", "en", model, LINK, UNSUBSCRIBE);
        RenderedMail french = templates.render("request", "fr", model, LINK, UNSUBSCRIBE);

        assertThat(english.subject())
                .startsWith("Sam <img src=x> ${7*7} https[:]//evil[.]example Bcc: eve@x[.]example")
                .doesNotContain("\r", "\n");
        assertThat(english.html())
                .contains("Sam &lt;img src=x&gt;", "sam@evil[.]example", "bob@acme[.]example", LINK)
                .doesNotContain("<img", UNSUBSCRIBE);
        assertThat(french.text()).contains("vous demande une invitation", "sam@evil[.]example");
        assertThat(MessageTemplates.path("request")).isEqualTo("/invitation/requests");
        assertThat(MessageTemplates.path("accepted")).isEqualTo("/");
    }

    @Test
    void unknownLanguageIsEnglishAndUnknownTemplateNothing() {
        assertThat(invitation("xx", model("Anna", "Acme", "")).html()).contains("lang=\"en\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> templates.render("nonsense", "en", Map.of(), LINK, UNSUBSCRIBE));
    }

    @Test
    void bothLanguagesHaveTheSameSentences() {
        ResourceBundle english = bundle(Locale.ENGLISH);
        ResourceBundle french = bundle(Locale.FRENCH);

        assertThat(french.keySet()).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            assertThat(placeholders(french, key))
                    .as(key)
                    .containsExactlyInAnyOrder(placeholders(english, key));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void sentencesReadTheSameToMessageFormat(String language) {
        Locale locale = Locale.forLanguageTag(language);
        ResourceBundle bundle = bundle(locale);
        String[] arguments = {"A", "B", "C", "D"};
        MailWords words = new MailWords(locale);

        for (String key : bundle.keySet()) {
            if (!key.equals("moment")) {
                assertThat(words.get(key, arguments))
                        .isEqualTo(
                                MessageFormat.format(bundle.getString(key), (Object[]) arguments));
            }
        }
    }

    private static String[] placeholders(ResourceBundle bundle, String key) {
        return Pattern.compile("\\{\\d}")
                .matcher(bundle.getString(key))
                .results()
                .map(found -> found.group())
                .toArray(String[]::new);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "beckon.delivery.message",
                locale,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}

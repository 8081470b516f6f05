package beckon.delivery.control;

import beckon.connector.mail.OutgoingMail;
import beckon.delivery.entity.Dispatch;
import beckon.delivery.entity.RenderedMail;
import beckon.shared.EmailAddress;
import beckon.shared.Settings;
import beckon.shared.ShortCode;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Makes a mail of a dispatch; the one place where a link's token is in clear. */
@ApplicationScoped
public class MailWriter {

    /** Stands for the link; nobody can type it, because it is taken out of what people type. */
    private static final String LINK = "\uE000link\uE000";

    private static final String UNSUBSCRIBE = "\uE000unsubscribe\uE000";

    private MessageTemplates templates;
    private TokenKeys keys;
    private Settings settings;
    private UnsubscribeLinks unsubscribeLinks;

    protected MailWriter() {}

    @Inject
    public MailWriter(
            MessageTemplates templates,
            TokenKeys keys,
            Settings settings,
            UnsubscribeLinks unsubscribeLinks) {
        this.templates = templates;
        this.keys = keys;
        this.settings = settings;
        this.unsubscribeLinks = unsubscribeLinks;
    }

    /** Begins a batch: mails that differ in nothing but recipient and link are rendered once. */
    Batch beginBatch() {
        return new Batch();
    }

    private String link(Dispatch dispatch) {
        TokenSource source = dispatch.tokenSource();
        return source == null || MessageTemplates.isCoded(dispatch.template())
                ? settings.baseUrl() + MessageTemplates.path(dispatch.template())
                : settings.baseUrl()
                        + MessageTemplates.tokenPath(dispatch.template())
                        + keys.derive(source).secret();
    }

    private String code(Dispatch dispatch) {
        return MessageTemplates.isCoded(dispatch.template())
                ? ShortCode.of(keys.derive(dispatch.tokenSource())).words()
                : "";
    }

    /** RFC 2369 and RFC 8058: mail programs and providers make a button of it. */
    private static Map<String, String> headers(String unsubscribe) {
        return Map.of(
                "List-Unsubscribe",
                "<" + unsubscribe + ">",
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click");
    }

    private static String mailbox(String recipient) {
        boolean ascii = recipient.chars().allMatch(c -> c < 0x80);
        return ascii ? recipient : EmailAddress.of(recipient).mailbox();
    }

    /** Writes mails one after the other. */
    final class Batch {

        private final Map<Look, Rendering> renderings = new HashMap<>();

        OutgoingMail write(Dispatch dispatch) {
            Rendering rendering =
                    renderings.computeIfAbsent(
                            new Look(dispatch.template(), dispatch.language(), dispatch.model()),
                            MailWriter.this::render);
            String link = link(dispatch);
            String code = code(dispatch);
            boolean unasked = MessageTemplates.isUnasked(dispatch.template());
            String unsubscribe = unasked ? unsubscribeLinks.link(dispatch.reference()) : "";
            return new OutgoingMail(
                    dispatch.messageId(),
                    rendering.senderName(),
                    mailbox(dispatch.recipient()),
                    rendering.mail().subject(),
                    filled(rendering.mail().text(), link, unsubscribe, code),
                    filled(rendering.mail().html(), link, unsubscribe, code),
                    dispatch.language(),
                    unasked ? headers(unsubscribe) : Map.of());
        }
    }

    private static String filled(String words, String link, String unsubscribe, String code) {
        return words.replace(LINK, link)
                .replace(UNSUBSCRIBE, unsubscribe)
                .replace(MessageTemplates.CODE, code);
    }

    private Rendering render(Look look) {
        return new Rendering(
                templates.render(look.template(), look.language(), look.model(), LINK, UNSUBSCRIBE),
                templates.senderName(look.template(), look.language(), look.model()));
    }

    /** What mails have in common that differ in nothing but recipient and link. */
    private record Look(String template, String language, Map<String, String> model) {}

    private record Rendering(RenderedMail mail, String senderName) {}
}

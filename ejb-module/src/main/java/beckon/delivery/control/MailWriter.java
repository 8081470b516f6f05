package beckon.delivery.control;

import beckon.connector.mail.OutgoingMail;
import beckon.delivery.entity.Dispatch;
import beckon.delivery.entity.RenderedMail;
import beckon.shared.EmailAddress;
import beckon.shared.Settings;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Makes a mail of a dispatch; the one place where a link's token is in clear. */
@ApplicationScoped
public class MailWriter {

    /** Stands for the link; nobody can type it, because it is taken out of what people type. */
    private static final String LINK = "\uE000link\uE000";

    private MessageTemplates templates;
    private TokenKeys keys;
    private Settings settings;

    protected MailWriter() {}

    @Inject
    public MailWriter(MessageTemplates templates, TokenKeys keys, Settings settings) {
        this.templates = templates;
        this.keys = keys;
        this.settings = settings;
    }

    /** Begins a batch: mails that differ in nothing but the recipient are rendered once. */
    Batch beginBatch() {
        return new Batch();
    }

    private String link(TokenSource source) {
        return source == null
                ? settings.baseUrl() + "/"
                : settings.baseUrl() + "/join/" + keys.derive(source).secret();
    }

    private static String mailbox(String recipient) {
        boolean ascii = recipient.chars().allMatch(c -> c < 0x80);
        return ascii ? recipient : EmailAddress.of(recipient).mailbox();
    }

    /** Writes mails one after the other. */
    final class Batch {

        private Dispatch last;
        private RenderedMail rendered;
        private String senderName;

        OutgoingMail write(Dispatch dispatch) {
            if (last == null || !looksLikeLast(dispatch)) {
                String template = dispatch.template();
                String language = dispatch.language();
                rendered = templates.render(template, language, dispatch.model(), LINK);
                senderName = templates.senderName(template, language, dispatch.model());
                last = dispatch;
            }
            String link = link(dispatch.tokenSource());
            return new OutgoingMail(
                    dispatch.messageId(),
                    senderName,
                    mailbox(dispatch.recipient()),
                    rendered.subject(),
                    rendered.text().replace(LINK, link),
                    rendered.html().replace(LINK, link),
                    dispatch.language(),
                    Map.of());
        }

        private boolean looksLikeLast(Dispatch dispatch) {
            return dispatch.template().equals(last.template())
                    && dispatch.language().equals(last.language())
                    && dispatch.model().equals(last.model());
        }
    }
}

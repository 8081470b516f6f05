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

    OutgoingMail write(Dispatch dispatch) {
        RenderedMail mail =
                templates.render(
                        dispatch.template(),
                        dispatch.language(),
                        dispatch.model(),
                        link(dispatch.tokenSource()));
        return new OutgoingMail(
                dispatch.messageId(),
                templates.senderName(dispatch.template(), dispatch.language(), dispatch.model()),
                mailbox(dispatch.recipient()),
                mail.subject(),
                mail.text(),
                mail.html(),
                dispatch.language(),
                Map.of());
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
}

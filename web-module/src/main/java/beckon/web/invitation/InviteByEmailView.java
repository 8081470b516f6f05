package beckon.web.invitation;

import beckon.delivery.entity.RenderedMail;
import beckon.invitation.entity.Invite;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.RecipientPreview;
import beckon.shared.RefusalException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import org.primefaces.shaded.json.JSONArray;

/**
 * The dialog "Invite people by email". The browser keeps what is being typed and asks here what
 * would become of it; only {@link #send()} changes anything.
 */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class InviteByEmailView extends InvitingDialog {
    private static final long serialVersionUID = 1L;

    @Inject private InvitationWords words;

    /** What would become of each recipient, what there is no room for, and why. */
    public void check() {
        try {
            Recipients gathered = gather(Invite.MAX_RECIPIENTS);
            List<RecipientPreview> previews =
                    invitations.preview(gathered.accepted(), getInviteAs());
            answer("chips", new JSONArray(previews.stream().map(words::chip).toList()));
            answer("left", String.join(", ", gathered.left()));
            answer("words", words.gathered(gathered, previews));
            answer("problem", gathered.left().isEmpty() ? "" : words.tooMany(gathered));
        } catch (RefusalException refused) {
            answer("problem", messages.words(refused));
        } catch (ConstraintViolationException tooLong) {
            answer("problem", messages.text("invitation.byEmail.tooLong", Invite.MAX_RECIPIENTS));
        }
    }

    /** Shows the mail as the first good recipient would get it. */
    public void preview() {
        try {
            RenderedMail mail = invitations.previewMail(command());
            answer("subject", mail.subject());
            answer("html", mail.html());
            answer("text", mail.text());
        } catch (RefusalException refused) {
            answer("problem", messages.words(refused));
        } catch (ConstraintViolationException violated) {
            answer("problem", words(violated));
        }
    }

    @Override
    protected void invite() {
        results.settle(getDraft(), invitations.invite(command()), words::result);
    }

    /** Sends an invitation anew that somebody has already. */
    public void resend(ResultRow row) {
        results.resend(row, messages.text("invitation.byEmail.result.sentAgain"));
    }

    private Invite command() {
        return Invite.byEmail(
                gather(Integer.MAX_VALUE).accepted(),
                getMessage().strip(),
                chosenLanguage(),
                getInviteAs());
    }

    private Recipients gather(int most) {
        return Recipients.gather(
                present(),
                getAdded().isBlank() ? List.of() : invitations.parseRecipients(getAdded()),
                most);
    }

    public Map<String, Integer> getLimits() {
        return Map.of("recipients", Invite.MAX_RECIPIENTS, "message", 1000, "text", 100_000);
    }

    public InviteAs[] getKinds() {
        return InviteAs.values();
    }
}

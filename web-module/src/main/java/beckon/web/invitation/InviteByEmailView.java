package beckon.web.invitation;

import beckon.delivery.entity.RenderedMail;
import beckon.invitation.boundary.InvitationService;
import beckon.invitation.entity.Invite;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.RecipientPreview;
import beckon.shared.RefusalException;
import beckon.web.shared.Messages;
import beckon.web.shared.SignedInMember;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.ConstraintViolationException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.primefaces.PrimeFaces;
import org.primefaces.shaded.json.JSONArray;

/**
 * The dialog "Invite people by email". The browser keeps what is being typed and asks here what
 * would become of it; only {@link #send()} changes anything.
 */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class InviteByEmailView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject private InvitationService invitations;
    @Inject private SignedInMember member;
    @Inject private Messages messages;
    @Inject private InvitationWords words;
    @Inject private InviteResults results;

    private String recipients = "";
    private String added = "";
    private String message = "";
    private String language;
    private InviteAs inviteAs = InviteAs.AUTOMATIC;
    private String draft;

    /** What would become of each recipient, what there is no room for, and why. */
    public void check() {
        try {
            Recipients gathered = gather(Invite.MAX_RECIPIENTS);
            List<RecipientPreview> previews = invitations.preview(gathered.accepted(), inviteAs);
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

    /** Sends what was drafted, once, however often it is asked to. */
    public synchronized void send() {
        if (!results.areOf(draft)) {
            try {
                results.settle(draft, invitations.invite(command()), words::result);
            } catch (RefusalException refused) {
                refuse(messages.words(refused));
                return;
            } catch (ConstraintViolationException violated) {
                refuse(words(violated));
                return;
            }
        }
        answer("sent", true);
        answer("title", results.getTitle());
    }

    /** Sends an invitation anew that somebody has already. */
    public void resend(ResultRow row) {
        results.resend(row, messages.text("invitation.byEmail.result.sentAgain"));
    }

    /** Tells what has become of the mails since. */
    public void watch() {
        answer("mails", new JSONArray(results.listMessages()));
    }

    private Invite command() {
        return Invite.byEmail(
                gather(Integer.MAX_VALUE).accepted(), message.strip(), language, inviteAs);
    }

    private Recipients gather(int most) {
        List<String> present = recipients.lines().filter(line -> !line.isBlank()).toList();
        return Recipients.gather(
                present, added.isBlank() ? List.of() : invitations.parseRecipients(added), most);
    }

    private void refuse(String why) {
        answer("sent", false);
        answer("problem", why);
    }

    private String words(ConstraintViolationException violated) {
        return violated.getConstraintViolations().stream()
                .map(messages::words)
                .collect(Collectors.joining(" "));
    }

    private static void answer(String name, Object value) {
        PrimeFaces.current().ajax().addCallbackParam(name, value);
    }

    public InviteResults getResults() {
        return results;
    }

    public Map<String, Integer> getLimits() {
        return Map.of("recipients", Invite.MAX_RECIPIENTS, "message", 1000, "text", 100_000);
    }

    public String getRecipients() {
        return recipients;
    }

    public void setRecipients(String recipients) {
        this.recipients = Objects.requireNonNullElse(recipients, "");
    }

    public String getAdded() {
        return added;
    }

    public void setAdded(String added) {
        this.added = Objects.requireNonNullElse(added, "");
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = Objects.requireNonNullElse(message, "");
    }

    public String getLanguage() {
        return language == null ? member.getAccount().language() : language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public InviteAs getInviteAs() {
        return inviteAs;
    }

    public void setInviteAs(InviteAs inviteAs) {
        this.inviteAs = inviteAs;
    }

    public InviteAs[] getKinds() {
        return InviteAs.values();
    }

    public String getDraft() {
        return draft;
    }

    public void setDraft(String draft) {
        this.draft = draft;
    }
}

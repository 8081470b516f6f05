package beckon.web.invitation;

import beckon.invitation.boundary.InvitationService;
import beckon.invitation.entity.InviteAs;
import beckon.shared.RefusalException;
import beckon.web.shared.Messages;
import beckon.web.shared.SignedInMember;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.primefaces.PrimeFaces;
import org.primefaces.shaded.json.JSONArray;

/**
 * What dialogs for inviting have in common, by whichever way the invitations go: what is being
 * written, sent once, and what has become of it.
 */
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public abstract class InvitingDialog implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject protected InvitationService invitations;
    @Inject protected SignedInMember member;
    @Inject protected Messages messages;
    @Inject protected InviteResults results;

    private String recipients = "";
    private String added = "";
    private String message = "";
    private String language;
    private InviteAs inviteAs = InviteAs.AUTOMATIC;
    private String draft;

    /** Sends what was drafted, once, however often it is asked to. */
    public synchronized void send() {
        if (!results.areOf(draft)) {
            try {
                invite();
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

    /** Sends it, and settles the results. */
    protected abstract void invite();

    /** Tells what has become of the messages since. */
    public void watch() {
        answer("mails", new JSONArray(results.listMessages()));
    }

    private static void refuse(String why) {
        answer("sent", false);
        answer("problem", why);
    }

    /** What does not fit, in words. */
    protected String words(ConstraintViolationException violated) {
        return violated.getConstraintViolations().stream()
                .map(messages::words)
                .collect(Collectors.joining(" "));
    }

    /** Tells the page's script. */
    protected static void answer(String name, Object value) {
        PrimeFaces.current().ajax().addCallbackParam(name, value);
    }

    /** Whoever stands in the field already. */
    protected List<String> present() {
        return recipients.lines().filter(line -> !line.isBlank()).toList();
    }

    public InviteResults getResults() {
        return results;
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

    /** Takes the words; browsers send two characters for one line break. */
    public void setMessage(String message) {
        this.message = Objects.requireNonNullElse(message, "").replace("\r\n", "\n");
    }

    public String getLanguage() {
        return language == null ? member.getAccount().language() : language;
    }

    /** The language chosen; null: none. */
    protected String chosenLanguage() {
        return language;
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

    public String getDraft() {
        return draft;
    }

    public void setDraft(String draft) {
        this.draft = draft;
    }
}

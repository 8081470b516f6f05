package beckon.web.invitation;

import beckon.invitation.boundary.SuppressionService;
import beckon.invitation.entity.Suppression;
import beckon.web.shared.LocaleView;
import beckon.web.shared.Messages;
import beckon.web.signup.InviteeView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.omnifaces.cdi.Param;

/** Lets an invitee be invited no more by one account, and again. */
@Named
@RequestScoped
public class UnsubscribeView {
    private static final String ALLOWED = "ALLOWED";
    private static final String ERASED = "ERASED";

    @Inject private SuppressionService suppressions;
    @Inject private LocaleView locales;
    @Inject private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private String token;

    private Suppression suppression;
    private String state;

    /** Looks at what the link is about, which changes nothing. */
    public void look() {
        Optional<Suppression> found = token == null ? Optional.empty() : suppressions.look(token);
        suppression = found.orElse(null);
        state = found.map(seen -> seen.inForce() ? "STOPPED" : "ASK").orElse("UNKNOWN");
        found.ifPresent(seen -> locales.suggest(seen.language()));
    }

    /** The invitee is not to be invited any more. */
    public void stop() {
        suppressions.suppress(token);
        look();
    }

    /** The account is to forget the invitee, and never to invite them again. */
    public void erase() {
        if (suppressions.erase(token)) {
            state = ERASED;
        }
    }

    /** The invitee may be invited again. */
    public void allow() {
        if (suppressions.allow(token)) {
            look();
            state = ALLOWED;
        }
    }

    /** ASK, STOPPED, ALLOWED or UNKNOWN. */
    public String getState() {
        if (state == null) {
            look();
        }
        return state;
    }

    /** Whether invitations can be stopped here. */
    public boolean isStoppable() {
        return "ASK".equals(getState());
    }

    public boolean isStopped() {
        return "STOPPED".equals(getState());
    }

    public String getIcon() {
        return switch (getState()) {
            case "STOPPED", ALLOWED, ERASED -> "pi-check";
            case "ASK" -> "pi-envelope";
            default -> "pi-link";
        };
    }

    public String getTitle() {
        return say("invitation.unsubscribe.title." + getState());
    }

    public String getWords() {
        return say("invitation.unsubscribe.words." + getState());
    }

    private String say(String key) {
        return suppression == null
                ? messages.text(key)
                : messages.text(
                        key,
                        suppression.accountName(),
                        InviteeView.masked(suppression.recipient()));
    }
}

package beckon.web.person;

import beckon.person.boundary.PasswordService;
import beckon.person.entity.PasswordReset;
import beckon.person.entity.PersonReason;
import beckon.person.entity.ResetRequest;
import beckon.shared.RefusalException;
import beckon.web.security.SignIn;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.omnifaces.cdi.Param;

/** Asks for a link by mail; with the link, chooses another password. */
@Named
@RequestScoped
public class ResetView {
    private static final int LONGEST_TOKEN = 200;
    private static final String FIELD = "reset-password";
    private static final Map<String, String> ICONS =
            Map.of(
                    "SENT", "pi-envelope",
                    "CLOSED", "pi-link",
                    "DONE", "pi-check");

    @Inject private PasswordService passwords;
    @Inject private SignIn signIn;
    @Inject private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private String token;

    private String email = "";
    private String password;
    private boolean endOthers = true;
    private String state;

    /** Has the link mailed; the page says the same whether there is such a sign-in or not. */
    public void ask() {
        email = email.strip();
        passwords.askForReset(new ResetRequest(email, signIn.visit()));
        state = "SENT";
    }

    /** Puts the new password in the place of the old one. */
    public void reset() {
        try {
            passwords.reset(new PasswordReset(token, password, endOthers, signIn.visit()));
            state = "DONE";
        } catch (RefusalException refused) {
            if (refused.reason() == PersonReason.RESET_CLOSED) {
                state = "CLOSED";
            } else {
                FacesContext.getCurrentInstance().validationFailed();
                messages.refuseAt(FIELD, refused);
            }
        }
    }

    /** ASK, SENT, CHOOSE, CLOSED or DONE. */
    public String getState() {
        if (state == null) {
            state = token == null ? "ASK" : isOpen() ? "CHOOSE" : "CLOSED";
        }
        return state;
    }

    /** How many characters the new password has at least. */
    public String getHint() {
        return messages.text("person.reset.password.hint", passwords.getMinimum(token));
    }

    /** Whether there is something to fill in. */
    public boolean isAsking() {
        return getState().equals("ASK") || getState().equals("CHOOSE");
    }

    private boolean isOpen() {
        return token.length() <= LONGEST_TOKEN && passwords.isOpen(token);
    }

    /** The key of the page's title. */
    public String getTitle() {
        return switch (getState()) {
            case "SENT" -> "person.reset.sent.title";
            case "CHOOSE" -> "person.reset.choose.title";
            case "CLOSED" -> "person.reset.closed.title";
            case "DONE" -> "person.reset.done.title";
            default -> "person.reset.ask.title";
        };
    }

    public String getIcon() {
        return ICONS.getOrDefault(getState(), "pi-key");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email == null ? "" : email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public boolean isEndOthers() {
        return endOthers;
    }

    public void setEndOthers(boolean endOthers) {
        this.endOthers = endOthers;
    }
}

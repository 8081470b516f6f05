package beckon.web.person;

import beckon.person.boundary.PasswordService;
import beckon.person.entity.PasswordChange;
import beckon.person.entity.PersonReason;
import beckon.shared.Reason;
import beckon.shared.RefusalException;
import beckon.web.security.SignIn;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Changing one's password. */
@Named
@RequestScoped
public class PasswordView {
    @Inject private PasswordService passwords;
    @Inject private SignIn signIn;
    @Inject private Messages messages;

    private String current;
    private String password;
    private boolean endOthers = true;

    /** Changes it; the browser's session gets a new id. */
    public void change() {
        try {
            passwords.change(new PasswordChange(current, password, endOthers, signIn.visit()));
            signIn.renew();
            messages.info("person.security.password.changed");
        } catch (RefusalException refused) {
            FacesContext.getCurrentInstance().validationFailed();
            messages.refuseAt(fieldOf(refused.reason()), refused);
        }
    }

    private static String fieldOf(Reason reason) {
        return reason == PersonReason.WRONG_PASSWORD || reason == PersonReason.TOO_MANY_ATTEMPTS
                ? "password-current"
                : "password-password";
    }

    /** How many characters the new one has at least. */
    public String getHint() {
        return messages.text("person.reset.password.hint", passwords.getMinimum());
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
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

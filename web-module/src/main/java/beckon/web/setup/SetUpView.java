package beckon.web.setup;

import beckon.account.boundary.SetUpService;
import beckon.account.entity.AccountReason;
import beckon.account.entity.SetUpForm;
import beckon.person.entity.PersonReason;
import beckon.shared.Reason;
import beckon.shared.RefusalException;
import beckon.web.security.SignIn;
import beckon.web.shared.LocaleView;
import beckon.web.shared.Messages;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Makes an account and its first admin, who then names the first domain. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected are proxies, which are serialisable
public class SetUpView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_TOKEN = 200;
    private static final int LONGEST_NAME = 120;

    @Inject private SetUpService setUps;
    @Inject private SignIn signIn;
    @Inject private LocaleView locales;
    @Inject private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private String token;

    private SetUpStep step = SetUpStep.COMPANY;
    private String accountName;
    private String firstName;
    private String lastName;
    private String email;
    private transient String password;

    /** Whether the link still works. */
    public boolean isOpen() {
        return token != null && token.length() <= LONGEST_TOKEN && setUps.look(token);
    }

    /** From the company to its admin. */
    public void next() {
        accountName = accountName == null ? "" : accountName.strip();
        if (accountName.isEmpty() || accountName.length() > LONGEST_NAME) {
            FacesContext.getCurrentInstance().validationFailed();
            messages.errorAt("setup-account-name", "setup.accountName.missing");
        } else {
            step = SetUpStep.ADMIN;
        }
    }

    /** From the admin back to the company. */
    public void back() {
        step = SetUpStep.COMPANY;
    }

    /** Makes the account and signs its admin in. */
    public void setUp() {
        try {
            signIn.enter(setUps.setUp(form()));
            Faces.redirect("/admin/first-domain");
        } catch (RefusalException refused) {
            FacesContext.getCurrentInstance().validationFailed();
            messages.refuseAt(fieldOf(refused.reason()), refused);
        }
    }

    private SetUpForm form() {
        return new SetUpForm(
                token == null ? "" : token,
                accountName,
                firstName,
                lastName,
                email,
                password,
                locales.getLanguage(),
                signIn.remote(),
                signIn.userAgent());
    }

    /** The field that can put right what was refused; null if none can. */
    static String fieldOf(Reason reason) {
        if (reason == AccountReason.INVALID_EMAIL || reason == PersonReason.ALREADY_REGISTERED) {
            return "setup-email";
        }
        return reason instanceof PersonReason ? "setup-password" : null;
    }

    /** Whether the company is asked for, not its admin. */
    public boolean isAtCompany() {
        return step == SetUpStep.COMPANY;
    }

    public String getAccountName() {
        return accountName;
    }

    public void setAccountName(String accountName) {
        this.accountName = accountName;
    }

    public String getFirstName() {
        return firstName;
    }

    public void setFirstName(String firstName) {
        this.firstName = firstName;
    }

    public String getLastName() {
        return lastName;
    }

    public void setLastName(String lastName) {
        this.lastName = lastName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}

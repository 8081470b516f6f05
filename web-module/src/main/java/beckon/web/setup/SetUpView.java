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
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Makes the first account, its domain and its admin. */
@Named
@RequestScoped
public class SetUpView {
    private static final int LONGEST_TOKEN = 200;

    @Inject private SetUpService setUps;
    @Inject private SignIn signIn;
    @Inject private LocaleView locales;
    @Inject private Messages messages;

    @Inject
    @Param(pathIndex = 0)
    private String token;

    private String accountName;
    private String domain;
    private String firstName;
    private String lastName;
    private String email;
    private String password;

    /** Whether the link still works. */
    public boolean isOpen() {
        return token != null && token.length() <= LONGEST_TOKEN && setUps.look(token);
    }

    /** Makes the account and signs its admin in. */
    public void setUp() {
        try {
            signIn.enter(setUps.setUp(form()));
            Faces.redirect("/");
        } catch (RefusalException refused) {
            FacesContext.getCurrentInstance().validationFailed();
            messages.refuseAt(fieldOf(refused.reason()), refused);
        }
    }

    private SetUpForm form() {
        return new SetUpForm(
                token == null ? "" : token,
                accountName,
                domain,
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
        if (reason instanceof PersonReason) {
            return "setup-password";
        }
        return reason == AccountReason.NOT_FOUND ? null : "setup-domain";
    }

    public String getAccountName() {
        return accountName;
    }

    public void setAccountName(String accountName) {
        this.accountName = accountName;
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = domain;
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

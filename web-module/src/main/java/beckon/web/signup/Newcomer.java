package beckon.web.signup;

import beckon.signup.entity.SignUpForm;
import java.io.Serializable;
import java.time.Instant;

/**
 * What the wizard has gathered of somebody. The passwords live in this server's memory only, never
 * in a copied session: they may be gone, and are then asked for again.
 */
public class Newcomer implements Serializable {
    private static final long serialVersionUID = 1L;

    private String firstName = "";
    private String lastName = "";
    private String company = "";
    private transient String password;
    private transient String confirmation;

    /** The command for {@code signUp}. */
    SignUpForm form(
            String token,
            Instant ageAttestedAt,
            String language,
            String termsVersion,
            String remote,
            String userAgent) {
        return new SignUpForm(
                token,
                ageAttestedAt,
                firstName.strip(),
                lastName.strip(),
                company.strip(),
                password,
                language,
                termsVersion,
                remote,
                userAgent);
    }

    boolean hasPassword() {
        return password != null && !password.isEmpty();
    }

    boolean isConfirmed() {
        return hasPassword() && password.equals(confirmation);
    }

    void forgetPasswords() {
        password = null;
        confirmation = null;
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

    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getConfirmation() {
        return confirmation;
    }

    public void setConfirmation(String confirmation) {
        this.confirmation = confirmation;
    }
}

package beckon.web.account;

import beckon.web.security.ReturnPath;
import beckon.web.security.SignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** Sign-in, and back to where somebody wanted to go. */
@Named
@RequestScoped
public class SignInView {
    @Inject private SignIn signIn;

    private String to;
    private String email;
    private String password;

    /** Whoever is signed in has no business here. */
    public void load() throws IOException {
        if (FacesContext.getCurrentInstance().getExternalContext().getUserPrincipal() != null) {
            leave();
        }
    }

    /** Whether whoever is signed in has no place in any account, and so is sent back here. */
    public boolean isWithoutPlace() {
        return FacesContext.getCurrentInstance().getExternalContext().getUserPrincipal() == null
                && signIn.findPerson().isPresent();
    }

    public void signIn() throws IOException {
        signIn.signIn(email == null ? "" : email.strip(), password);
        leave();
    }

    private void leave() throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(new ReturnPath(to).value());
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
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

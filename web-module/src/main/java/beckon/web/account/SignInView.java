package beckon.web.account;

import beckon.shared.RefusalException;
import beckon.web.security.ReturnPath;
import beckon.web.security.SignIn;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Sign-in, and back to where somebody wanted to go. */
@Named
@RequestScoped
public class SignInView {
    @Inject private SignIn signIn;
    @Inject private Messages messages;

    private String to;
    private String email;
    private String password;
    private boolean remember;
    private String code;
    private Boolean codeOwed;

    /** Whoever is signed in has no business here, nor who is remembered. */
    public void load() throws IOException {
        if (FacesContext.getCurrentInstance().getExternalContext().getUserPrincipal() != null
                || isHereToStay() && signIn.resume()) {
            leave();
        }
    }

    /** Whether a person is looking; not a browser that guesses what they will look at next. */
    private boolean isHereToStay() {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        String method = ((HttpServletRequest) external.getRequest()).getMethod();
        return method.equals("GET")
                && !external.getRequestHeaderMap().containsKey("Sec-Purpose")
                && signIn.findPerson().isEmpty();
    }

    /** Whether whoever is signed in has no place in any account, and so is sent back here. */
    public boolean isWithoutPlace() {
        return FacesContext.getCurrentInstance().getExternalContext().getUserPrincipal() == null
                && signIn.findPerson().isPresent();
    }

    public void signIn() throws IOException {
        codeOwed = null;
        if (signIn.signIn(email == null ? "" : email.strip(), password, remember)) {
            leave();
        }
    }

    /** Whether the password was right and a code is owed. */
    public boolean isCodeOwed() {
        if (codeOwed == null) {
            codeOwed = signIn.isCodeOwed();
        }
        return codeOwed;
    }

    public void enterCode() throws IOException {
        try {
            signIn.enterCode(code == null ? "" : code);
            leave();
        } catch (RefusalException refused) {
            FacesContext.getCurrentInstance().validationFailed();
            codeOwed = null;
            if (isCodeOwed()) {
                messages.refuseAt("signin-code", refused);
            } else {
                messages.refuse(refused);
            }
        }
    }

    /** Back to address and password. */
    public void startAgain() {
        signIn.forgetChallenge();
        codeOwed = null;
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

    public boolean isRemember() {
        return remember;
    }

    public void setRemember(boolean remember) {
        this.remember = remember;
    }

    /** Never written back. */
    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}

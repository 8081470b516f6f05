package beckon.web.person;

import beckon.person.boundary.SecondStepService;
import beckon.person.entity.PersonReason;
import beckon.person.entity.SecondStepSetUp;
import beckon.shared.RefusalException;
import beckon.web.security.SignIn;
import beckon.web.shared.Messages;
import beckon.web.shared.QrPath;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;

/** Setting up a second step: the password again, then the app, then the codes for bad days. */
@Named
@RequestScoped
public class TwoStepView {
    @Inject private SecondStepService secondSteps;
    @Inject private SignIn signIn;
    @Inject private Messages messages;

    private String password;
    private String code;
    private List<String> codes;
    private SecondStepSetUp setUp;

    /** Whoever has one has no business here. */
    public void load() {
        if (secondSteps.getState().on()) {
            Faces.redirect("/person/security");
        }
    }

    /** Has a secret drawn for the app. */
    public void begin() {
        try {
            secondSteps.begin(password, signIn.visit());
        } catch (RefusalException refused) {
            refuse("two-step-password", refused);
        }
    }

    /** Turns it on, if the app shows what it should; the browser's session gets a new id. */
    public void confirm() {
        try {
            codes = secondSteps.turnOn(code == null ? "" : code, signIn.visit());
            signIn.renew();
        } catch (RefusalException refused) {
            boolean over = refused.reason() == PersonReason.NO_SET_UP;
            refuse(over ? null : "two-step-code", refused);
        }
    }

    private void refuse(String field, RefusalException refused) {
        FacesContext.getCurrentInstance().validationFailed();
        messages.refuseAt(field, refused);
    }

    /** START, SCAN or CODES. */
    public String getStep() {
        if (codes != null) {
            return "CODES";
        }
        return findSetUp() == null ? "START" : "SCAN";
    }

    /** The key of the page's title. */
    public String getTitle() {
        return switch (getStep()) {
            case "SCAN" -> "person.twoStep.scan.title";
            case "CODES" -> "person.twoStep.codes.title";
            default -> "person.twoStep.start.title";
        };
    }

    /** Whether one may go nowhere else before it is done. */
    public boolean isOwed() {
        return codes == null && signIn.owesSecondStep();
    }

    private SecondStepSetUp findSetUp() {
        if (setUp == null) {
            setUp = secondSteps.findSetUp().orElse(null);
        }
        return setUp;
    }

    public QrPath getQr() {
        return QrPath.of(findSetUp().uri());
    }

    /** In groups of four, as people type it. */
    public String getSecret() {
        return findSetUp().secret().replaceAll("(.{4})(?!$)", "$1 ");
    }

    public List<String> getCodes() {
        return codes;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** Never written back. */
    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code;
    }
}

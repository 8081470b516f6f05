package beckon.web.person;

import beckon.person.boundary.SecondStepService;
import beckon.person.entity.SecondStepState;
import beckon.shared.RefusalException;
import beckon.web.security.SignIn;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Consumer;

/** The second step that one has: other recovery codes, or turning it off. */
@Named
@RequestScoped
public class SecondStepView {
    @Inject private SecondStepService secondSteps;
    @Inject private SignIn signIn;
    @Inject private Messages messages;

    private String password;
    private List<String> codes;
    private SecondStepState state;

    public void renew() {
        change(given -> codes = secondSteps.renewRecoveryCodes(given, signIn.visit()));
    }

    public void turnOff() {
        change(
                given -> {
                    secondSteps.turnOff(given, signIn.visit());
                    signIn.renew();
                    messages.info("person.secondStep.turnedOff");
                });
    }

    private void change(Consumer<String> act) {
        try {
            act.accept(password == null ? "" : password);
        } catch (RefusalException refused) {
            FacesContext.getCurrentInstance().validationFailed();
            messages.refuseAt("second-step-password", refused);
        }
        state = null;
    }

    public SecondStepState getState() {
        if (state == null) {
            state = secondSteps.getState();
        }
        return state;
    }

    /** New recovery codes, right after they were drawn; else null. */
    public List<String> getCodes() {
        return codes;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}

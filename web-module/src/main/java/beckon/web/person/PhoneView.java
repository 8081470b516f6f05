package beckon.web.person;

import beckon.person.boundary.PersonService;
import beckon.person.boundary.ProfileService;
import beckon.shared.PhoneNumber;
import beckon.shared.RefusalException;
import beckon.web.security.SignIn;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One's phone number, proved by a code that is sent there. */
@Named
@RequestScoped
public class PhoneView {
    @Inject private PersonService persons;
    @Inject private ProfileService profiles;
    @Inject private SignIn signIn;
    @Inject private Messages messages;

    private String number;
    private String code;

    public void send() {
        attempt("phone-number", () -> profiles.sendCode(number, signIn.remote()));
    }

    public void confirm() {
        attempt(
                "phone-code",
                () -> {
                    profiles.confirmPhone(code == null ? "" : code, signIn.visit());
                    messages.info("person.phone.confirmed");
                });
    }

    public void remove() {
        profiles.removePhone(signIn.visit());
        messages.info("person.phone.removed");
    }

    private void attempt(String field, Runnable act) {
        try {
            act.run();
        } catch (RefusalException refused) {
            FacesContext.getCurrentInstance().validationFailed();
            boolean shown = field.equals("phone-code") == isCodeSent();
            messages.refuseAt(shown ? field : null, refused);
        }
    }

    /** Whether there is anything by which a code could be sent. */
    public boolean isPossible() {
        return profiles.isTexting();
    }

    public boolean isCodeSent() {
        return profiles.findWaitingPhone().isPresent();
    }

    /** The number that waits for its code, as people write it. */
    public String getWaiting() {
        return profiles.findWaitingPhone().map(PhoneView::shown).orElse("");
    }

    /** The number that was proved; empty if there is none. */
    public String getKept() {
        String phone = persons.getProfile().phone();
        return phone == null ? "" : shown(phone);
    }

    private static String shown(String e164) {
        PhoneNumber number = new PhoneNumber(e164);
        return number.shownIn("");
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    /** Never written back. */
    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code;
    }
}

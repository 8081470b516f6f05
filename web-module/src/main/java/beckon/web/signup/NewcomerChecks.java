package beckon.web.signup;

import beckon.invitation.entity.Offer;
import beckon.shared.RefusalException;
import beckon.signup.boundary.SignUpService;
import beckon.signup.entity.SignUpForm;
import beckon.signup.entity.SignUpReason;
import beckon.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.time.Instant;
import java.util.Optional;

/** Looks at what a newcomer has typed, and says beside each field what is wrong with it. */
@RequestScoped
public class NewcomerChecks {
    @Inject private SignUpService signUps;
    @Inject private Messages messages;
    @Inject private Validator validator;

    /**
     * When the newcomer was found to be old enough; empty if the date is none.
     *
     * @throws RefusalException TOO_YOUNG
     */
    Optional<Instant> attestAge(BirthDateView birthDate) {
        String field = "sign-up-" + birthDate.getOrder().get(0);
        if (!birthDate.isComplete()) {
            messages.errorAt(field, "signup.age.missing");
            return Optional.empty();
        }
        if (birthDate.date().isEmpty()) {
            messages.errorAt(field, "signup.age.invalid");
            return Optional.empty();
        }
        try {
            return Optional.of(signUps.attestAge(birthDate.date().get(), birthDate.zone()));
        } catch (RefusalException refused) {
            if (refused.reason() == SignUpReason.TOO_YOUNG) {
                throw refused;
            }
            messages.refuseAt(field, refused);
            return Optional.empty();
        }
    }

    /** Whether names and password will do. */
    boolean areGood(Newcomer newcomer, String token) {
        return isValid("sign-up-first-name", "firstName", newcomer.getFirstName())
                & isValid("sign-up-last-name", "lastName", newcomer.getLastName())
                & isValid("sign-up-company", "company", newcomer.getCompany())
                & isPasswordGood(newcomer, token);
    }

    /** How hard the password is to guess, 0 to 4; -1 if there is none. */
    int strength(Newcomer newcomer, Offer offer) {
        if (!newcomer.hasPassword()) {
            return -1;
        }
        return signUps.passwordStrength(
                offer,
                newcomer.getPassword(),
                newcomer.getFirstName(),
                newcomer.getLastName(),
                newcomer.getCompany());
    }

    private boolean isValid(String input, String property, String value) {
        var violations = validator.validateValue(SignUpForm.class, property, value.strip());
        violations.forEach(violation -> complain(input, messages.words(violation)));
        return violations.isEmpty();
    }

    private boolean isPasswordGood(Newcomer newcomer, String token) {
        if (!newcomer.hasPassword()) {
            messages.errorAt("sign-up-password", "signup.about.password.missing");
            return false;
        }
        try {
            signUps.checkPassword(
                    token,
                    newcomer.getPassword(),
                    newcomer.getFirstName(),
                    newcomer.getLastName(),
                    newcomer.getCompany());
        } catch (RefusalException refused) {
            messages.refuseAt("sign-up-password", refused);
            return false;
        }
        if (!newcomer.isConfirmed()) {
            FacesContext.getCurrentInstance().validationFailed();
            messages.refuseAt(
                    "sign-up-confirmation", new RefusalException(SignUpReason.PASSWORDS_DIFFER));
            return false;
        }
        return true;
    }

    private static void complain(String input, String words) {
        FacesContext.getCurrentInstance()
                .addMessage(input, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, null));
    }
}

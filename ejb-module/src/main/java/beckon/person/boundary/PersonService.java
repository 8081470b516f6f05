package beckon.person.boundary;

import beckon.person.entity.Profile;
import beckon.person.entity.Registration;
import beckon.person.entity.Theme;
import beckon.shared.EmailAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;

/** The door to persons: one human, one sign-in. */
@Stateless
public class PersonService {

    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public Profile getProfile() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Keeps the language, {@code en} or {@code fr}, of screens and mails. */
    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public void chooseLanguage(@NotNull String language) {
        throw new UnsupportedOperationException("not built yet");
    }

    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public void chooseTheme(@NotNull Theme theme) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Inner door: whose sign-in the address is. */
    @PermitAll
    public Optional<Long> findIdByEmail(EmailAddress email) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Inner door: makes a person with a sign-in.
     *
     * @return the new person's id
     * @throws beckon.shared.RefusalException PASSWORD_…, ALREADY_REGISTERED
     */
    @PermitAll
    public long register(Registration registration) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Strength from 0 (guessed at once) to 4 (very strong), the context words counting as known.
     */
    @PermitAll
    public int passwordStrength(String password, List<String> contextWords) {
        throw new UnsupportedOperationException("not built yet");
    }
}

package beckon.person.boundary;

import beckon.person.control.PasswordRules;
import beckon.person.control.Passwords;
import beckon.person.control.PersonRepository;
import beckon.person.entity.Person;
import beckon.person.entity.Profile;
import beckon.person.entity.Registration;
import beckon.person.entity.Theme;
import beckon.shared.EmailAddress;
import beckon.shared.PrincipalName;
import beckon.shared.persistence.IdRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The door to persons: one human, one sign-in. */
@Stateless
public class PersonService {

    @Inject PersonRepository persons;
    @Inject IdRepository ids;
    @Inject Passwords passwords;
    @Inject PasswordRules rules;
    @Inject Clock clock;
    @Inject Principal principal;

    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public Profile getProfile() {
        return current().profile();
    }

    /** Keeps the language, {@code en} or {@code fr}, of screens and mails. */
    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public void chooseLanguage(
            @NotNull @Pattern(regexp = "en|fr", message = "{person.language.unknown}")
                    String language) {
        current().chooseLanguage(language);
    }

    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public void chooseTheme(@NotNull Theme theme) {
        current().chooseTheme(theme);
    }

    /** Inner door: whose sign-in the address is. */
    @PermitAll
    public Optional<Long> findIdByEmail(EmailAddress email) {
        return persons.findByEmail(email).map(Person::id);
    }

    /** Inner door: what a person is called and how they like it. */
    @PermitAll
    public Profile getProfileOf(long personId) {
        return persons.get(personId).profile();
    }

    /**
     * Inner door: makes a person with a sign-in.
     *
     * @return the new person's id
     * @throws beckon.shared.RefusalException PASSWORD_…, ALREADY_REGISTERED
     */
    @PermitAll
    public long register(Registration registration) {
        List<String> known = contextOf(registration);
        return register(
                registration, hashNew(registration.password(), PasswordRules.MIN_LENGTH, known));
    }

    /**
     * Inner door: the same with a password that {@link #hashNew} has checked and hashed before the
     * transaction began.
     *
     * @throws beckon.shared.RefusalException ALREADY_REGISTERED
     */
    @PermitAll
    public long register(Registration registration, String passwordHash) {
        Person person = new Person(ids.next(), registration, passwordHash, clock.instant());
        persons.add(person);
        return person.id();
    }

    /**
     * Inner door: checks a new password and hashes it, which takes long; no connection is held.
     *
     * @throws beckon.shared.RefusalException PASSWORD_…
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public String hashNew(String password, int minimum, List<String> contextWords) {
        rules.check(password, minimum, contextWords);
        return passwords.hash(password);
    }

    /**
     * Inner door: refuses a password that {@link #hashNew} would refuse.
     *
     * @throws beckon.shared.RefusalException PASSWORD_…
     */
    @PermitAll
    public void checkPassword(String password, int minimum, List<String> contextWords) {
        rules.check(password, minimum, contextWords);
    }

    /** Inner door: a password as the database keeps it, for who writes persons in bulk. */
    @PermitAll
    public String hash(String password) {
        return passwords.hash(password);
    }

    /**
     * Strength from 0 (guessed at once) to 4 (very strong), the context words counting as known.
     */
    @PermitAll
    public int passwordStrength(String password, List<String> contextWords) {
        return rules.strength(password, contextWords);
    }

    private Person current() {
        return persons.get(PrincipalName.of(principal).personId());
    }

    private static List<String> contextOf(Registration registration) {
        List<String> words = new ArrayList<>();
        words.add(registration.email().key());
        words.add(registration.firstName());
        words.add(registration.lastName());
        if (registration.company() != null) {
            words.add(registration.company());
        }
        return words;
    }
}

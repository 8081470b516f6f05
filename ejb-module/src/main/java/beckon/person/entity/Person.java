package beckon.person.entity;

import beckon.shared.persistence.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * One human with one sign-in, in any number of accounts.
 *
 * <p>Comes into being when an invitee signs up, with a password that has passed the rules. Of the
 * age only "at least 16, attested at" is kept.
 */
@Entity
@NamedQuery(
        name = "Person.findByEmailKey",
        query = "select p from Person p where p.emailKey = :emailKey")
@NamedQuery(
        name = "Person.resetPassword",
        query =
                "update Person p set p.passwordHash = :newHash, p.version = p.version + 1"
                        + " where p.id = :id")
@NamedQuery(
        name = "Person.changePassword",
        query =
                "update Person p set p.passwordHash = :newHash, p.version = p.version + 1"
                        + " where p.id = :id and p.passwordHash = :oldHash")
public class Person extends Identified {

    private String email;

    @Column(name = "email_key")
    private String emailKey;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    private String company;
    private String language;

    @Enumerated(EnumType.STRING)
    private Theme theme;

    @Column(name = "time_zone")
    private String timeZone;

    /** Written by a statement of its own, once a code has proved it. */
    @Column(name = "phone", insertable = false, updatable = false)
    private String phone;

    /** Written with the picture itself. */
    @Column(insertable = false, updatable = false)
    private UUID photo;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "age_attested_at")
    private Instant ageAttestedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version private int version;

    protected Person() {}

    /**
     * @param passwordHash of the registration's password, which itself is kept nowhere
     */
    public Person(long id, Registration registration, String passwordHash, Instant now) {
        super(id);
        this.email = registration.email().typed();
        this.emailKey = registration.email().key();
        this.firstName = Objects.requireNonNull(registration.firstName(), "firstName");
        this.lastName = Objects.requireNonNull(registration.lastName(), "lastName");
        this.company = registration.company();
        this.language = Objects.requireNonNull(registration.language(), "language");
        this.theme = Theme.SYSTEM;
        this.passwordHash = Objects.requireNonNull(passwordHash, "passwordHash");
        this.ageAttestedAt = registration.ageAttestedAt();
        this.createdAt = Objects.requireNonNull(now, "now");
    }

    public String passwordHash() {
        return passwordHash;
    }

    /** Keeps the same password hashed anew, after the cost of hashing has been raised. */
    public void rehash(String newHash) {
        passwordHash = Objects.requireNonNull(newHash, "newHash");
    }

    public void chooseLanguage(String chosen) {
        language = Objects.requireNonNull(chosen, "chosen");
    }

    public void chooseTheme(Theme chosen) {
        theme = Objects.requireNonNull(chosen, "chosen");
    }

    /** Keeps what the person says of themselves. */
    public void describe(ProfileForm form) {
        firstName = form.firstName();
        lastName = form.lastName();
        language = form.language();
        timeZone = form.timeZone().isEmpty() ? null : form.timeZone();
    }

    /** What the person's own screen says of them. */
    public Profile profile() {
        return new Profile(
                id(), handle(), email, firstName, lastName, company, language, theme, timeZone,
                phone, photo);
    }
}

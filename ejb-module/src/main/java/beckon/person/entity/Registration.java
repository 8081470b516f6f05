package beckon.person.entity;

import beckon.shared.EmailAddress;
import java.time.Instant;

/** What it takes to make a person: a sign-in with its first password. */
public record Registration(
        EmailAddress email,
        String firstName,
        String lastName,
        String company,
        String language,
        String password,
        Instant ageAttestedAt) {

    @Override
    public String toString() {
        return "Registration[…]";
    }
}

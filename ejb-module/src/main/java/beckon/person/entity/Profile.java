package beckon.person.entity;

import java.util.UUID;

/**
 * What a person's own screen says of them.
 *
 * @param language {@code en} or {@code fr}
 */
public record Profile(
        long personId,
        UUID handle,
        String email,
        String firstName,
        String lastName,
        String company,
        String language,
        Theme theme) {

    public String displayName() {
        return firstName + " " + lastName;
    }
}

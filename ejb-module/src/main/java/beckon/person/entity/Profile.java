package beckon.person.entity;

import java.util.UUID;

/**
 * What a person's own screen says of them.
 *
 * @param language {@code en} or {@code fr}
 * @param timeZone null: the browser's
 * @param phone E.164, proved; null: none
 * @param photo handle of the picture; null: none
 */
public record Profile(
        long personId,
        UUID handle,
        String email,
        String firstName,
        String lastName,
        String company,
        String language,
        Theme theme,
        String timeZone,
        String phone,
        UUID photo) {

    public String displayName() {
        return firstName + " " + lastName;
    }
}

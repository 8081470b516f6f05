package beckon.contact.entity;

import java.util.UUID;

/**
 * One contact, on a list and on its card.
 *
 * @param activated false if invited and not signed up yet
 * @param photo handle of a member's picture; null: none
 */
public record ContactRow(
        UUID handle,
        String displayName,
        ContactKind kind,
        boolean activated,
        String company,
        String email,
        String phone,
        UUID photo) {}

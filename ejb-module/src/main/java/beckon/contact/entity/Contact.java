package beckon.contact.entity;

import beckon.shared.EmailAddress;

/**
 * A new entry of an address book.
 *
 * @param ownerId whose alone it is; null: everybody of the company sees it
 * @param membershipId of which member; null: not a member
 * @param activated false if invited and not signed up yet
 * @param email null if unknown
 * @param phone E.164, or null
 */
public record Contact(
        long accountId,
        Long ownerId,
        Long membershipId,
        ContactKind kind,
        boolean activated,
        String displayName,
        String company,
        EmailAddress email,
        String phone) {}

package beckon.contact.entity;

import java.util.List;
import java.util.UUID;

/**
 * All that is known of one contact.
 *
 * @param activated false if invited and not signed up yet
 * @param member whether they have a membership of the account
 * @param own whether the reader alone has it, and may change it
 * @param photo handle of a member's picture; null: none
 */
public record ContactCard(
        UUID handle,
        String displayName,
        ContactKind kind,
        boolean activated,
        boolean member,
        boolean own,
        String company,
        List<LabelledAddress> emails,
        List<LabelledNumber> phones,
        String note,
        UUID photo) {

    public ContactCard {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
    }

    /** The same as its owner noted it. */
    public PersonalContact toPersonal() {
        return new PersonalContact(displayName, company, emails, phones, note);
    }
}

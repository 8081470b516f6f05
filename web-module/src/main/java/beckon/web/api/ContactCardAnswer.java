package beckon.web.api;

import beckon.contact.entity.ContactCard;
import beckon.contact.entity.ContactKind;
import beckon.contact.entity.ContactLabel;
import java.util.List;
import java.util.UUID;

/**
 * All of one contact.
 *
 * @param own whether it is the caller's alone, and theirs to change
 */
record ContactCardAnswer(
        UUID id,
        String displayName,
        ContactKind kind,
        boolean activated,
        boolean own,
        String company,
        List<Email> emails,
        List<Phone> phones,
        String note) {

    /** One of their addresses. */
    record Email(String email, ContactLabel label) {}

    /** One of their numbers, in E.164. */
    record Phone(String phone, ContactLabel label) {}

    static ContactCardAnswer of(ContactCard card) {
        return new ContactCardAnswer(
                card.handle(),
                card.displayName(),
                card.kind(),
                card.activated(),
                card.own(),
                card.company(),
                card.emails().stream()
                        .map(one -> new Email(one.email().typed(), one.label()))
                        .toList(),
                card.phones().stream()
                        .map(one -> new Phone(one.phone().e164(), one.label()))
                        .toList(),
                card.note());
    }
}

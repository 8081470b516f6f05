package beckon.web.api;

import beckon.contact.entity.ContactKind;
import beckon.contact.entity.ContactRow;
import java.util.UUID;

/** One contact. */
record ContactAnswer(
        UUID id,
        String displayName,
        ContactKind kind,
        boolean activated,
        String company,
        String email,
        String phone) {
    static ContactAnswer of(ContactRow row) {
        return new ContactAnswer(
                row.handle(),
                row.displayName(),
                row.kind(),
                row.activated(),
                row.company(),
                row.email(),
                row.phone());
    }
}

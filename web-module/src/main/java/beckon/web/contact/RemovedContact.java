package beckon.web.contact;

import beckon.contact.entity.ContactLabel;
import beckon.contact.entity.LabelledAddress;
import beckon.contact.entity.LabelledNumber;
import beckon.contact.entity.PersonalContact;
import beckon.shared.EmailAddress;
import beckon.shared.PhoneNumber;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What was noted of a contact, in a form that outlives a request. */
record RemovedContact(
        String name, String company, ArrayList<Point> emails, ArrayList<Point> phones, String note)
        implements Serializable {

    /** An address or a number. */
    record Point(String text, ContactLabel label) implements Serializable {}

    static RemovedContact of(PersonalContact contact) {
        return new RemovedContact(
                contact.name(),
                contact.company(),
                new ArrayList<>(
                        contact.emails().stream()
                                .map(one -> new Point(one.email().typed(), one.label()))
                                .toList()),
                new ArrayList<>(
                        contact.phones().stream()
                                .map(one -> new Point(one.phone().e164(), one.label()))
                                .toList()),
                contact.note());
    }

    PersonalContact toPersonal() {
        List<LabelledAddress> addresses =
                emails.stream()
                        .map(one -> new LabelledAddress(EmailAddress.of(one.text()), one.label()))
                        .toList();
        List<LabelledNumber> numbers =
                phones.stream()
                        .map(one -> new LabelledNumber(new PhoneNumber(one.text()), one.label()))
                        .toList();
        return new PersonalContact(name, company, addresses, numbers, note);
    }
}

package beckon.web.api;

import beckon.contact.entity.ContactCard;
import beckon.contact.entity.ContactLabel;
import beckon.contact.entity.LabelledAddress;
import beckon.contact.entity.LabelledNumber;
import beckon.contact.entity.PersonalContact;
import beckon.shared.EmailAddress;
import beckon.shared.PhoneNumber;
import beckon.shared.RefusalException;
import beckon.web.api.problem.Fault;
import beckon.web.api.problem.Problem;
import beckon.web.api.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads a contact from what a program sends; what is wrong is told all at once. */
final class ContactBody {
    private final List<Fault> faults = new ArrayList<>();
    private final ContactCard known;
    private final String homeCountry;

    private ContactBody(ContactCard known, String homeCountry) {
        this.known = known;
        this.homeCountry = homeCountry;
    }

    /**
     * @param known whose labels addresses and numbers keep; null: nobody's
     * @throws ProblemException {@code invalid-request}
     */
    static PersonalContact read(ContactRequest body, ContactCard known, String homeCountry) {
        return new ContactBody(known, homeCountry).read(body);
    }

    private PersonalContact read(ContactRequest body) {
        List<LabelledAddress> emails =
                given(body.emails()).stream().map(this::email).filter(Objects::nonNull).toList();
        List<LabelledNumber> phones =
                given(body.phones()).stream().map(this::phone).filter(Objects::nonNull).toList();
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.invalid(faults));
        }
        return new PersonalContact(body.name(), body.company(), emails, phones, body.note());
    }

    private static List<String> given(List<String> texts) {
        return texts == null ? List.of() : texts;
    }

    private LabelledAddress email(String text) {
        try {
            EmailAddress email = EmailAddress.of(text);
            return new LabelledAddress(email, label(email));
        } catch (IllegalArgumentException e) {
            complain("emails", "api.fault.email");
            return null;
        }
    }

    private LabelledNumber phone(String text) {
        try {
            PhoneNumber phone = PhoneNumber.ofAnyKind(text, homeCountry);
            return new LabelledNumber(phone, label(phone));
        } catch (RefusalException e) {
            complain("phones", "api.fault.phone");
            return null;
        }
    }

    private void complain(String field, String key) {
        Fault fault = Fault.inField(field, key);
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }

    private ContactLabel label(EmailAddress email) {
        return known == null
                ? null
                : known.emails().stream()
                        .filter(one -> one.email().key().equals(email.key()))
                        .map(LabelledAddress::label)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private ContactLabel label(PhoneNumber phone) {
        return known == null
                ? null
                : known.phones().stream()
                        .filter(one -> one.phone().equals(phone))
                        .map(LabelledNumber::label)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}

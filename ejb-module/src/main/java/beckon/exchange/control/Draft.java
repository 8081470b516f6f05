package beckon.exchange.control;

import beckon.contact.entity.ContactLabel;
import beckon.contact.entity.LabelledAddress;
import beckon.contact.entity.LabelledNumber;
import beckon.contact.entity.PersonalContact;
import beckon.exchange.entity.Flaw;
import beckon.exchange.entity.Remark;
import beckon.shared.EmailAddress;
import beckon.shared.PhoneNumber;
import beckon.shared.RefusalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A contact while its row is read: what is good is kept, of the rest it is noted why not. */
final class Draft {
    private static final int MOST_REMARKS = 5;

    private final String homeCountry;
    private final List<LabelledAddress> emails = new ArrayList<>();
    private final List<LabelledNumber> phones = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private String name = "";
    private String company;
    private String note;

    Draft(String homeCountry) {
        this.homeCountry = homeCountry;
    }

    void name(String text) {
        name = cut(PersonalContact.line(name + " " + text), PersonalContact.LONGEST_NAME);
    }

    void company(String text) {
        if (company == null && !text.isBlank()) {
            company = cut(PersonalContact.line(text), PersonalContact.LONGEST_COMPANY);
        }
    }

    void note(String text) {
        String more = text.strip();
        if (!more.isEmpty()) {
            note = cut(note == null ? more : note + "\n" + more, PersonalContact.LONGEST_NOTE);
        }
    }

    void email(String text, ContactLabel label) {
        if (text.isBlank() || isFull(emails, text)) {
            return;
        }
        try {
            emails.add(new LabelledAddress(EmailAddress.of(text), label));
        } catch (IllegalArgumentException e) {
            remark(Flaw.EMAIL_NOT_VALID, text);
        }
    }

    void phone(String text, ContactLabel label) {
        if (text.isBlank() || isFull(phones, text)) {
            return;
        }
        try {
            phones.add(new LabelledNumber(PhoneNumber.ofAnyKind(text, homeCountry), label));
        } catch (RefusalException e) {
            remark(Flaw.PHONE_NOT_VALID, text);
        }
    }

    private boolean isFull(List<?> those, String text) {
        boolean full = those.size() >= PersonalContact.MOST_EACH;
        if (full) {
            remark(Flaw.TOO_MANY, text);
        }
        return full;
    }

    private String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        remark(Flaw.TOO_LONG, text);
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }

    private void remark(Flaw flaw, String value) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(new Remark(flaw, value));
        }
    }

    /** The contact; empty if there is nothing to keep. Whoever has no name is called by address. */
    Optional<PersonalContact> contact() {
        String called =
                !name.isBlank()
                        ? name
                        : emails.stream()
                                .map(one -> one.email().typed())
                                .findFirst()
                                .orElseGet(
                                        () ->
                                                phones.stream()
                                                        .map(
                                                                one ->
                                                                        one.phone()
                                                                                .shownIn(
                                                                                        homeCountry))
                                                        .findFirst()
                                                        .orElse(""));
        if (called.isBlank()) {
            remark(Flaw.NOTHING, "");
            return Optional.empty();
        }
        return Optional.of(new PersonalContact(called, company, emails, phones, note));
    }

    List<Remark> remarks() {
        return List.copyOf(remarks);
    }
}

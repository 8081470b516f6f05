package beckon.web.contact;

import beckon.contact.entity.ContactCard;
import beckon.contact.entity.LabelledAddress;
import beckon.contact.entity.LabelledNumber;
import beckon.shared.EmailAddress;
import beckon.shared.PhoneNumber;
import beckon.shared.RefusalException;
import beckon.web.shared.Messages;
import beckon.web.shared.Numbers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Turns what is noted of a contact into lines of a form, and back. */
@ApplicationScoped
public class ContactLines {
    @Inject private Messages messages;

    List<ContactLine> addresses(ContactCard card) {
        return new ArrayList<>(card.emails().stream().map(ContactLine::of).toList());
    }

    List<ContactLine> numbers(ContactCard card, Numbers shown) {
        return new ArrayList<>(
                card.phones().stream()
                        .map(number -> ContactLine.of(number, shown.shown(number.phone().e164())))
                        .toList());
    }

    /** The addresses of the lines that hold one; of the others it is noted what is wrong. */
    List<LabelledAddress> readAddresses(List<ContactLine> lines) {
        return read(
                lines,
                line -> {
                    try {
                        return new LabelledAddress(
                                EmailAddress.of(line.getText()), line.getLabel());
                    } catch (EmailAddress.FlawException flaw) {
                        line.complain(messages.text("contact.edit.flaw." + flaw.flaw()));
                        return null;
                    }
                });
    }

    /** The same of numbers; the national form of the home country is understood. */
    List<LabelledNumber> readNumbers(List<ContactLine> lines, String homeCountry) {
        return read(
                lines,
                line -> {
                    try {
                        return new LabelledNumber(
                                PhoneNumber.ofAnyKind(line.getText(), homeCountry),
                                line.getLabel());
                    } catch (RefusalException refusal) {
                        line.complain(messages.words(refusal));
                        return null;
                    }
                });
    }

    boolean areFine(List<ContactLine> lines) {
        return lines.stream().allMatch(line -> line.getProblem() == null);
    }

    private static <T> List<T> read(List<ContactLine> lines, Function<ContactLine, T> reader) {
        lines.forEach(line -> line.complain(null));
        return lines.stream()
                .filter(line -> !line.isEmpty())
                .map(reader)
                .filter(Objects::nonNull)
                .toList();
    }
}

package beckon.exchange.control;

import beckon.contact.entity.ContactCard;
import beckon.contact.entity.ContactLabel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/** Contacts as CSV, for spreadsheets and for {@link ColumnGuess}. */
final class CsvSheet {
    /** Tells Excel that it is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final List<String> COLUMNS =
            List.of(
                    "Name",
                    "Company",
                    "E-mail (work)",
                    "E-mail (home)",
                    "E-mail",
                    "Mobile phone",
                    "Phone (work)",
                    "Phone (home)",
                    "Phone",
                    "Note");

    private CsvSheet() {}

    static String write(List<ContactCard> contacts) {
        StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
        CSVFormat format = CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).build();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(COLUMNS);
            for (ContactCard contact : contacts) {
                printer.printRecord(cells(contact).stream().map(Spreadsheet::safe).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> cells(ContactCard contact) {
        return List.of(
                contact.displayName(),
                contact.company() == null ? "" : contact.company(),
                emails(contact, ContactLabel.WORK),
                emails(contact, ContactLabel.HOME),
                emails(contact, ContactLabel.OTHER),
                phones(contact, ContactLabel.MOBILE),
                phones(contact, ContactLabel.WORK),
                phones(contact, ContactLabel.HOME),
                phones(contact, ContactLabel.OTHER),
                contact.note() == null ? "" : contact.note());
    }

    private static String emails(ContactCard contact, ContactLabel label) {
        return contact.emails().stream()
                .filter(one -> is(one.label(), label, Set.of(ContactLabel.MOBILE)))
                .map(one -> one.email().typed())
                .collect(Collectors.joining(CsvRows.BETWEEN));
    }

    private static String phones(ContactCard contact, ContactLabel label) {
        return contact.phones().stream()
                .filter(one -> is(one.label(), label, Set.of()))
                .map(one -> one.phone().e164())
                .collect(Collectors.joining(CsvRows.BETWEEN));
    }

    /** What has no column of its own is in the one for all others. */
    private static boolean is(ContactLabel own, ContactLabel column, Set<ContactLabel> others) {
        return own == column
                || column == ContactLabel.OTHER && (own == null || others.contains(own));
    }
}

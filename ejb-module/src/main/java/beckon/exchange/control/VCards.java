package beckon.exchange.control;

import beckon.contact.entity.ContactCard;
import beckon.contact.entity.ContactLabel;
import beckon.exchange.entity.ImportReason;
import beckon.shared.RefusalException;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardReader;
import ezvcard.io.text.VCardWriter;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Email;
import ezvcard.property.FormattedName;
import ezvcard.property.Note;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Contacts as vCard: reads versions 2.1, 3.0 and 4.0, and writes 3.0, which everything reads. */
final class VCards {
    private VCards() {}

    static boolean isVCard(String text) {
        return text.stripLeading().regionMatches(true, 0, "BEGIN:VCARD", 0, 11);
    }

    /**
     * @throws RefusalException TOO_MANY_ROWS, FILE_BROKEN
     */
    static List<Draft> drafts(String text, String homeCountry) {
        List<Draft> drafts = new ArrayList<>();
        try (VCardReader reader = new VCardReader(new StringReader(text))) {
            for (VCard card = reader.readNext(); card != null; card = reader.readNext()) {
                if (drafts.size() == CsvTable.MOST_ROWS) {
                    throw CsvTable.tooManyRows();
                }
                drafts.add(draft(card, homeCountry));
            }
        } catch (IOException e) {
            throw new RefusalException(ImportReason.FILE_BROKEN, drafts.size());
        }
        return drafts;
    }

    private static Draft draft(VCard card, String homeCountry) {
        Draft draft = new Draft(homeCountry);
        draft.name(name(card));
        if (card.getOrganization() != null) {
            draft.company(
                    card.getOrganization().getValues().stream()
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", ")));
        }
        card.getEmails().forEach(one -> draft.email(orEmpty(one.getValue()), label(types(one))));
        card.getTelephoneNumbers().forEach(one -> draft.phone(number(one), label(types(one))));
        card.getNotes().stream().map(Note::getValue).forEach(one -> draft.note(orEmpty(one)));
        return draft;
    }

    private static String name(VCard card) {
        FormattedName whole = card.getFormattedName();
        if (whole != null && whole.getValue() != null && !whole.getValue().isBlank()) {
            return whole.getValue();
        }
        StructuredName parts = card.getStructuredName();
        return parts == null
                ? ""
                : Stream.of(parts.getGiven(), parts.getFamily())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
    }

    /** In version 4.0 it may be written {@code tel:+33…;ext=1}. */
    private static String number(Telephone one) {
        return one.getUri() == null ? orEmpty(one.getText()) : one.getUri().getNumber();
    }

    private static List<String> types(Email one) {
        return one.getTypes().stream().map(type -> type.getValue()).toList();
    }

    private static List<String> types(Telephone one) {
        return one.getTypes().stream().map(type -> type.getValue()).toList();
    }

    private static ContactLabel label(List<String> types) {
        for (String type : types) {
            switch (type.toLowerCase(java.util.Locale.ROOT)) {
                case "cell", "iphone" -> {
                    return ContactLabel.MOBILE;
                }
                case "work" -> {
                    return ContactLabel.WORK;
                }
                case "home" -> {
                    return ContactLabel.HOME;
                }
                default -> {}
            }
        }
        return null;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    static String write(List<ContactCard> contacts) {
        StringWriter text = new StringWriter();
        try (VCardWriter writer = new VCardWriter(text, VCardVersion.V3_0)) {
            writer.setAddProdId(false);
            for (ContactCard contact : contacts) {
                writer.write(card(contact));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static VCard card(ContactCard contact) {
        VCard card = new VCard();
        card.setFormattedName(contact.displayName());
        StructuredName parts = new StructuredName();
        int last = contact.displayName().lastIndexOf(' ');
        parts.setGiven(last < 0 ? contact.displayName() : contact.displayName().substring(0, last));
        parts.setFamily(last < 0 ? null : contact.displayName().substring(last + 1));
        card.setStructuredName(parts);
        if (contact.company() != null) {
            card.setOrganization(contact.company());
        }
        contact.emails()
                .forEach(
                        one -> {
                            Email email = new Email(one.email().typed());
                            if (one.label() == ContactLabel.WORK) {
                                email.getTypes().add(EmailType.WORK);
                            } else if (one.label() == ContactLabel.HOME) {
                                email.getTypes().add(EmailType.HOME);
                            }
                            card.addEmail(email);
                        });
        contact.phones()
                .forEach(
                        one -> {
                            Telephone phone = new Telephone(one.phone().e164());
                            if (one.label() != null && one.label() != ContactLabel.OTHER) {
                                phone.getTypes().add(type(one.label()));
                            }
                            card.addTelephoneNumber(phone);
                        });
        if (contact.note() != null) {
            card.addNote(contact.note());
        }
        return card;
    }

    private static TelephoneType type(ContactLabel label) {
        return switch (label) {
            case MOBILE -> TelephoneType.CELL;
            case WORK -> TelephoneType.WORK;
            default -> TelephoneType.HOME;
        };
    }
}

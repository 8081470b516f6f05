package beckon.contact.entity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a person notes of somebody whom only they know.
 *
 * <p>An address or a number that is given twice is kept once, the first one. What nobody types on
 * purpose, such as control characters, is left out.
 *
 * @param company null: not said
 * @param emails the first is the one that lists show
 * @param phones the same
 * @param note of several lines, or null
 */
public record PersonalContact(
        @NotBlank(message = "{contact.name.missing}")
                @Size(max = LONGEST_NAME, message = "{contact.name.tooLong}")
                String name,
        @Size(max = LONGEST_COMPANY, message = "{contact.company.tooLong}") String company,
        @NotNull @Size(max = MOST_EACH, message = "{contact.emails.tooMany}")
                List<@Valid LabelledAddress> emails,
        @NotNull @Size(max = MOST_EACH, message = "{contact.phones.tooMany}")
                List<@Valid LabelledNumber> phones,
        @Size(max = LONGEST_NOTE, message = "{contact.note.tooLong}") String note) {

    public static final int LONGEST_NAME = 254;
    public static final int LONGEST_COMPANY = 120;
    public static final int LONGEST_NOTE = 1_000;

    /** So many addresses, and so many numbers, one contact may have. */
    public static final int MOST_EACH = 10;

    /** So many personal contacts one person may have. */
    public static final int MOST_IN_A_BOOK = 20_000;

    public PersonalContact {
        name = name == null ? "" : line(name);
        company = nullIfBlank(company == null ? "" : line(company));
        emails = once(emails, address -> address.email().key());
        phones = once(phones, number -> number.phone().e164());
        note = nullIfBlank(note == null ? "" : lines(note));
    }

    /** What is shown of a text that is one line. */
    public static String line(String text) {
        return visible(text.replaceAll("[\\p{Cc}\\p{Z}]+", " ")).strip();
    }

    private static String lines(String text) {
        return visible(text.replaceAll("\\R", "\n").replaceAll("[\\p{Cc}&&[^\n]]+", " ")).strip();
    }

    /** Overrides of the writing direction can make a text read as another; lone surrogates none. */
    private static String visible(String text) {
        return text.replaceAll("[\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\p{Cs}]", "");
    }

    private static String nullIfBlank(String text) {
        return text.isBlank() ? null : text;
    }

    private static <T> List<T> once(List<T> given, Function<T, String> key) {
        if (given == null) {
            return List.of();
        }
        return List.copyOf(
                given.stream()
                        .collect(
                                Collectors.toMap(
                                        key,
                                        Function.identity(),
                                        (first, again) -> first,
                                        java.util.LinkedHashMap::new))
                        .values());
    }

    /** The same with further addresses and numbers, as far as there is room for them. */
    public PersonalContact with(List<LabelledAddress> moreEmails, List<LabelledNumber> morePhones) {
        return new PersonalContact(
                name, company, joined(emails, moreEmails), joined(phones, morePhones), note);
    }

    private static <T> List<T> joined(List<T> own, List<T> more) {
        List<T> all = new ArrayList<>(own);
        all.addAll(more);
        return all;
    }
}

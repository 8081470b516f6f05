package beckon.contact.control;

import beckon.contact.entity.BookOutcome;
import beckon.contact.entity.LabelledAddress;
import beckon.contact.entity.LabelledNumber;
import beckon.contact.entity.PersonalContact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows who is in an owner's book: by each address, by name and number together, and, who has
 * neither, by name.
 *
 * <p>One number may be a family's, and one name many people's; an address is one person's.
 */
final class BookIndex {

    /** Somebody in the book, or about to be. */
    static final class Entry {
        private final Long id;
        private final boolean personal;
        private final Set<String> keys = new HashSet<>();
        private PersonalContact added;

        private Entry(Long id, boolean personal) {
            this.id = id;
            this.personal = personal;
        }

        /** The row's id; null: it is new. */
        Long id() {
            return id;
        }

        /** What a new one holds. */
        PersonalContact added() {
            return added;
        }
    }

    /**
     * What becomes of a contact, and of whom.
     *
     * @param more what a completed entry gets; the contact itself if it is new
     */
    record Verdict(BookOutcome outcome, Entry entry, PersonalContact more) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private int room;

    /**
     * @param room how many more there may be
     */
    BookIndex(int room) {
        this.room = room;
    }

    /**
     * Notes somebody who is in the book.
     *
     * @param personal false if they are there because they were invited
     * @param keys their addresses' keys and their numbers
     */
    void note(long id, boolean personal, String sortKey, List<String> keys) {
        note(new Entry(id, personal), sortKey, keys);
    }

    private void note(Entry entry, String sortKey, List<String> keys) {
        entry.keys.addAll(keys);
        entries.putIfAbsent(named(sortKey), entry);
        for (String key : keys) {
            entries.putIfAbsent(key.indexOf('@') > 0 ? key : named(sortKey, key), entry);
        }
    }

    /** Judges a contact, and from then on knows it. */
    Verdict judge(PersonalContact contact) {
        Entry known = find(contact);
        if (known == null) {
            return add(contact);
        }
        PersonalContact more = more(known, contact);
        if (!known.personal || more.emails().isEmpty() && more.phones().isEmpty()) {
            BookOutcome outcome = known.id == null ? BookOutcome.REPEATED : BookOutcome.KNOWN;
            return new Verdict(outcome, known, more);
        }
        note(known, SearchText.sortKey(contact.name()), keys(more));
        if (known.id == null) {
            known.added = known.added.with(more.emails(), more.phones());
        }
        return new Verdict(BookOutcome.COMPLETED, known, more);
    }

    private Verdict add(PersonalContact contact) {
        if (room <= 0) {
            return new Verdict(BookOutcome.FULL, null, contact);
        }
        room--;
        Entry entry = new Entry(null, true);
        entry.added = contact;
        note(entry, SearchText.sortKey(contact.name()), keys(contact));
        return new Verdict(BookOutcome.NEW, entry, contact);
    }

    private Entry find(PersonalContact contact) {
        for (LabelledAddress address : contact.emails()) {
            Entry entry = entries.get(address.email().key());
            if (entry != null) {
                return entry;
            }
        }
        String sortKey = SearchText.sortKey(contact.name());
        for (LabelledNumber number : contact.phones()) {
            Entry entry = entries.get(named(sortKey, number.phone().e164()));
            if (entry != null) {
                return entry;
            }
        }
        boolean nameOnly = contact.emails().isEmpty() && contact.phones().isEmpty();
        return nameOnly ? entries.get(named(sortKey)) : null;
    }

    /** The addresses that nobody in the book has, the numbers that the entry has not, with room. */
    private PersonalContact more(Entry entry, PersonalContact contact) {
        long emails = entry.keys.stream().filter(key -> key.indexOf('@') > 0).count();
        long phones = entry.keys.size() - emails;
        return new PersonalContact(
                contact.name(),
                null,
                contact.emails().stream()
                        .filter(address -> !entries.containsKey(address.email().key()))
                        .limit(Math.max(0, PersonalContact.MOST_EACH - emails))
                        .toList(),
                contact.phones().stream()
                        .filter(number -> !entry.keys.contains(number.phone().e164()))
                        .limit(Math.max(0, PersonalContact.MOST_EACH - phones))
                        .toList(),
                null);
    }

    private static List<String> keys(PersonalContact contact) {
        return java.util.stream.Stream.concat(
                        contact.emails().stream().map(address -> address.email().key()),
                        contact.phones().stream().map(number -> number.phone().e164()))
                .toList();
    }

    /** No address begins so. */
    private static String named(String sortKey) {
        return " " + sortKey;
    }

    private static String named(String sortKey, String phone) {
        return " " + sortKey + "\n" + phone;
    }
}

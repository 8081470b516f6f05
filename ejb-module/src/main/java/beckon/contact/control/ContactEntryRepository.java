package beckon.contact.control;

import beckon.contact.entity.Contact;
import beckon.contact.entity.ContactKind;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Writes the address book, in as few round trips as there are kinds of rows. */
@ApplicationScoped
public class ContactEntryRepository {

    private static final String ADD =
            "insert into contact (id, handle, account_id, owner_id, membership_id, kind,"
                    + " activated, display_name, sort_key, company, email, email_key, phone)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

    private static final String KNOWN_NUMBERS =
            "select c.phone from contact c where c.account_id = ? and c.phone = any(?)"
                    + " and (c.owner_id = ? or c.owner_id is null)";

    private static final String ADD_WORD =
            "insert into contact_word (contact_id, word, account_id) values (?, ?, ?)";

    private static final String INTRODUCE =
            "insert into contact_introduction (viewer_id, contact_id, at)"
                    + " select ?, c.id, ? from contact c where c.membership_id = ?"
                    + " on conflict do nothing";

    private static final String INVITED =
            "c.account_id = ? and c.email_key = ? and c.activated = false"
                    + " and c.membership_id is null";

    private static final String INVITED_BY_NUMBER =
            "c.account_id = ? and c.phone = ? and c.activated = false"
                    + " and c.membership_id is null and c.kind <> 'PERSONAL'";

    private static final String OPEN_COUNT =
            "insert into contact_count (account_id, kind, entries) values (?, ?, 0)"
                    + " on conflict do nothing";

    private static final String COUNT =
            "update contact_count set entries = entries + ? where account_id = ? and kind = ?";

    private static final String FORGOTTEN =
            "select c.account_id, c.kind, count(*) from contact c"
                    + " where c.owner_id is null and %s group by c.account_id, c.kind";

    private Statements statements;
    private IdRepository ids;

    protected ContactEntryRepository() {}

    @Inject
    public ContactEntryRepository(DataSource dataSource, IdRepository ids) {
        this.statements = new Statements(dataSource);
        this.ids = ids;
    }

    /** Adds entries; one that its owner has already is left as it is. */
    public void add(List<Contact> contacts) {
        if (contacts.isEmpty()) {
            return;
        }
        statements.batch(ADD, contacts.stream().map(contact -> row(ids.next(), contact)));
    }

    /**
     * Adds entries with a number and an owner, but for numbers that the owner knows already.
     *
     * @param contacts of one owner
     */
    public void addByNumber(List<Contact> contacts) {
        if (contacts.isEmpty()) {
            return;
        }
        Set<String> known = knownNumbers(contacts);
        add(contacts.stream().filter(contact -> !known.contains(contact.phone())).toList());
    }

    private Set<String> knownNumbers(List<Contact> contacts) {
        Contact first = contacts.get(0);
        List<String> numbers = contacts.stream().map(Contact::phone).toList();
        return new HashSet<>(
                statements.list(
                        KNOWN_NUMBERS,
                        row -> row.getString(1),
                        first.accountId(),
                        numbers,
                        first.ownerId()));
    }

    /** Adds entries that everybody of the company sees, finds and counts. */
    public void addForAll(List<Contact> contacts) {
        Map<Long, Contact> entries = new LinkedHashMap<>();
        contacts.forEach(contact -> entries.put(ids.next(), contact));
        statements.batch(
                ADD,
                entries.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())));
        statements.batch(
                ADD_WORD,
                entries.entrySet().stream()
                        .flatMap(entry -> words(entry.getKey(), entry.getValue())));
        numbers(contacts).forEach(this::count);
    }

    /** Takes away a member's entry. */
    public void removeMember(long membershipId) {
        removeForAll("c.membership_id = ?", membershipId);
    }

    /** Lists a member as what they have become. */
    public void changeKind(long membershipId, ContactKind kind) {
        String before = "c.membership_id = ? and c.kind <> ?";
        Object[] values = {membershipId, kind.name()};
        statements
                .list(FORGOTTEN.formatted(before), row -> row.getLong(1), values)
                .forEach(accountId -> count(new Count(accountId, kind.name()), 1));
        discount(before, values);
        statements.update(
                "update contact set kind = ? where membership_id = ?", kind.name(), membershipId);
    }

    /** Takes away what everybody could see of somebody who was invited. */
    public void removeInvitedForAll(long accountId, String emailKey) {
        removeForAll(INVITED, accountId, emailKey);
    }

    /** Takes away what members noted of somebody whom they had invited. */
    public void removeInvited(long accountId, String emailKey) {
        statements.update(
                "delete from contact c where c.owner_id is not null and " + INVITED,
                accountId,
                emailKey);
    }

    /**
     * Takes away what one member noted of somebody whom they had invited.
     *
     * @param key the address, or the number as E.164
     */
    public void removeInvited(long accountId, long ownerId, String key) {
        statements.update(
                "delete from contact c where c.owner_id = ? and "
                        + (key.contains("@") ? INVITED : INVITED_BY_NUMBER),
                ownerId,
                accountId,
                key);
    }

    /** Lets a guest see a member. */
    public void introduce(long viewerId, long memberId, Instant now) {
        statements.update(INTRODUCE, viewerId, InstantConverter.toColumn(now), memberId);
    }

    private static Object[] row(long id, Contact contact) {
        return new Object[] {
            id,
            UUID.randomUUID(),
            contact.accountId(),
            contact.ownerId(),
            contact.membershipId(),
            contact.kind().name(),
            contact.activated(),
            contact.displayName(),
            SearchText.sortKey(contact.displayName()),
            contact.company(),
            contact.email() == null ? null : contact.email().typed(),
            contact.email() == null ? null : contact.email().key(),
            contact.phone()
        };
    }

    private static Stream<Object[]> words(long id, Contact contact) {
        String emailKey = contact.email() == null ? null : contact.email().key();
        return SearchText.words(contact.displayName(), emailKey, contact.phone()).stream()
                .map(word -> new Object[] {id, word, contact.accountId()});
    }

    private record Count(long accountId, String kind) {}

    private static Map<Count, Long> numbers(List<Contact> contacts) {
        return contacts.stream()
                .collect(
                        Collectors.groupingBy(
                                contact -> new Count(contact.accountId(), contact.kind().name()),
                                Collectors.counting()));
    }

    private void count(Count what, long more) {
        statements.update(OPEN_COUNT, what.accountId(), what.kind());
        statements.update(COUNT, more, what.accountId(), what.kind());
    }

    private void removeForAll(String condition, Object... values) {
        if (discount(condition, values)) {
            statements.update(
                    "delete from contact c where c.owner_id is null and " + condition, values);
        }
    }

    /** Counts what the condition is true of no more; false if there is nothing. */
    private boolean discount(String condition, Object... values) {
        var numbers =
                statements.list(
                        FORGOTTEN.formatted(condition),
                        row ->
                                Map.entry(
                                        new Count(row.getLong(1), row.getString(2)),
                                        row.getLong(3)),
                        values);
        numbers.forEach(number -> count(number.getKey(), -number.getValue()));
        return !numbers.isEmpty();
    }
}

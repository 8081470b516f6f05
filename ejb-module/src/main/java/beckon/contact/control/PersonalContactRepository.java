package beckon.contact.control;

import beckon.account.entity.Caller;
import beckon.contact.entity.ContactReason;
import beckon.contact.entity.LabelledAddress;
import beckon.contact.entity.LabelledNumber;
import beckon.contact.entity.PersonalContact;
import beckon.shared.RefusalException;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Writes what one member notes of people whom only they know.
 *
 * <p>Whoever changes a book locks it first, so that two changes at once cannot bring one address
 * into it twice.
 */
@ApplicationScoped
public class PersonalContactRepository {

    private static final String OPEN_BOOK =
            "insert into contact_book (owner_id, changes) values (?, 0) on conflict do nothing";

    private static final String LOCK_BOOK =
            "update contact_book set changes = changes + 1 where owner_id = ?";

    private static final String INSERT =
            "insert into contact (id, handle, account_id, owner_id, kind, activated,"
                    + " display_name, sort_key, company, email, email_key, email_label, phone,"
                    + " phone_label, note, found_by)"
                    + " values (?, ?, ?, ?, 'PERSONAL', true, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict do nothing";

    private static final String UPDATE =
            "update contact set display_name = ?, sort_key = ?, company = ?, email = ?,"
                    + " email_key = ?, email_label = ?, phone = ?, phone_label = ?, note = ?,"
                    + " found_by = ? where id = ?";

    private static final String ADD_EMAIL =
            "insert into contact_email (contact_id, position, email, email_key, label)"
                    + " values (?, ?, ?, ?, ?)";

    private static final String ADD_PHONE =
            "insert into contact_phone (contact_id, position, phone, label) values (?, ?, ?, ?)";

    private static final String OWN =
            "c.account_id = ? and c.owner_id = ? and c.kind = 'PERSONAL' and c.handle = ?";

    private static final String INDEX =
            "select c.id, c.kind, c.sort_key, c.email_key, c.phone, c.found_by from contact c"
                    + " where c.account_id = ? and c.owner_id = ? order by c.id";

    private static final String HOLDERS =
            "select c.id, c.email_key, c.display_name from contact c"
                    + " where c.account_id = ? and c.owner_id = ? and c.email_key in (%1$s)"
                    + " union all"
                    + " select c.id, e.email_key, c.display_name from contact_email e"
                    + " join contact c on c.id = e.contact_id"
                    + " where c.account_id = ? and c.owner_id = ? and e.email_key in (%1$s)";

    private Statements statements;
    private IdRepository ids;
    private ContactCardRepository cards;

    protected PersonalContactRepository() {}

    @Inject
    public PersonalContactRepository(
            DataSource dataSource, IdRepository ids, ContactCardRepository cards) {
        this.statements = new Statements(dataSource);
        this.ids = ids;
        this.cards = cards;
    }

    /** Keeps others from changing the owner's contacts until the transaction ends. */
    public void lockBook(Caller owner) {
        statements.update(OPEN_BOOK, owner.membershipId());
        statements.update(LOCK_BOOK, owner.membershipId());
    }

    /** How many personal contacts the owner has. */
    public long count(Caller owner) {
        return statements.number(
                "select count(*) from contact c where c.owner_id = ? and c.kind = 'PERSONAL'",
                owner.membershipId());
    }

    /** Who is in the owner's book, and how much room there is. */
    BookIndex index(Caller owner) {
        BookIndex index = new BookIndex((int) (PersonalContact.MOST_IN_A_BOOK - count(owner)));
        statements.list(
                INDEX,
                row -> {
                    List<String> keys = new ArrayList<>();
                    Stream.of(row.getString(4), row.getString(5), row.getString(6))
                            .filter(Objects::nonNull)
                            .forEach(some -> keys.addAll(List.of(some.split(" "))));
                    index.note(
                            row.getLong(1),
                            "PERSONAL".equals(row.getString(2)),
                            row.getString(3),
                            keys);
                    return null;
                },
                owner.accountId(),
                owner.membershipId());
        return index;
    }

    /** Gives entries of the locked book further addresses and numbers. */
    public void complete(Caller owner, Map<Long, PersonalContact> more) {
        cards.listOwn(owner, more.keySet())
                .forEach(
                        (id, noted) -> {
                            PersonalContact with = more.get(id);
                            change(id, noted.with(with.emails(), with.phones()));
                        });
    }

    /** Adds entries, none of whose addresses the locked book has. */
    public List<UUID> add(Caller owner, List<PersonalContact> contacts) {
        if (contacts.isEmpty()) {
            return List.of();
        }
        List<Long> newIds = contacts.stream().map(contact -> ids.next()).toList();
        List<UUID> handles = contacts.stream().map(contact -> UUID.randomUUID()).toList();
        statements.batch(
                INSERT,
                IntStream.range(0, newIds.size())
                        .mapToObj(i -> row(newIds.get(i), handles.get(i), owner, contacts.get(i))));
        addFurther(newIds, contacts);
        return handles;
    }

    /** Writes an entry of the locked book anew. */
    public void change(long id, PersonalContact contact) {
        List<Object> values = new ArrayList<>(columns(contact));
        values.add(id);
        statements.update(UPDATE, values.toArray());
        statements.update("delete from contact_email where contact_id = ?", id);
        statements.update("delete from contact_phone where contact_id = ?", id);
        addFurther(List.of(id), List.of(contact));
    }

    /** Takes an entry away, with all that belongs to it. */
    public void remove(long id) {
        statements.update("delete from contact where id = ?", id);
    }

    /**
     * @throws RefusalException NOT_FOUND
     */
    public long getId(Caller owner, UUID handle) {
        return statements
                .find(
                        "select c.id from contact c where " + OWN,
                        row -> row.getLong(1),
                        owner.accountId(),
                        owner.membershipId(),
                        handle)
                .orElseThrow(() -> new RefusalException(ContactReason.NOT_FOUND));
    }

    /**
     * An entry of an owner's that has one of some addresses.
     *
     * @param id of the entry
     * @param emailKey the address
     */
    public record Holder(long id, String emailKey, String name) {}

    /** Who has one of these addresses in the owner's book already, but for one entry. */
    public Optional<Holder> findHolder(Caller owner, PersonalContact contact, long but) {
        List<String> keys =
                contact.emails().stream().map(address -> address.email().key()).toList();
        return listHolders(owner, keys).stream().filter(holder -> holder.id() != but).findFirst();
    }

    /** Who has these addresses in the owner's book already. */
    public List<Holder> listHolders(Caller owner, List<String> emailKeys) {
        if (emailKeys.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        for (int branch = 0; branch < 2; branch++) {
            values.add(owner.accountId());
            values.add(owner.membershipId());
            values.addAll(emailKeys);
        }
        String marks = Statements.marks(emailKeys);
        return statements.list(
                HOLDERS.formatted(marks),
                row -> new Holder(row.getLong(1), row.getString(2), row.getString(3)),
                values.toArray());
    }

    private void addFurther(List<Long> newIds, List<PersonalContact> contacts) {
        List<Object[]> emails = new ArrayList<>();
        List<Object[]> phones = new ArrayList<>();
        for (int i = 0; i < newIds.size(); i++) {
            long id = newIds.get(i);
            PersonalContact contact = contacts.get(i);
            for (int at = 1; at < contact.emails().size(); at++) {
                LabelledAddress one = contact.emails().get(at);
                emails.add(
                        new Object[] {
                            id, at, one.email().typed(), one.email().key(), name(one.label())
                        });
            }
            for (int at = 1; at < contact.phones().size(); at++) {
                LabelledNumber one = contact.phones().get(at);
                phones.add(new Object[] {id, at, one.phone().e164(), name(one.label())});
            }
        }
        if (!emails.isEmpty()) {
            statements.batch(ADD_EMAIL, emails.stream());
        }
        if (!phones.isEmpty()) {
            statements.batch(ADD_PHONE, phones.stream());
        }
    }

    private static Object[] row(long id, UUID handle, Caller owner, PersonalContact contact) {
        List<Object> values =
                new ArrayList<>(List.of(id, handle, owner.accountId(), owner.membershipId()));
        values.addAll(columns(contact));
        return values.toArray();
    }

    private static List<Object> columns(PersonalContact contact) {
        LabelledAddress email = contact.emails().stream().findFirst().orElse(null);
        LabelledNumber phone = contact.phones().stream().findFirst().orElse(null);
        List<Object> values = new ArrayList<>();
        values.add(contact.name());
        values.add(SearchText.sortKey(contact.name()));
        values.add(contact.company());
        values.add(email == null ? null : email.email().typed());
        values.add(email == null ? null : email.email().key());
        values.add(email == null ? null : name(email.label()));
        values.add(phone == null ? null : phone.phone().e164());
        values.add(phone == null ? null : name(phone.label()));
        values.add(contact.note());
        values.add(foundBy(contact));
        return values;
    }

    /** The keys of all but the first addresses and numbers. */
    private static String foundBy(PersonalContact contact) {
        String further =
                String.join(
                        " ",
                        Stream.concat(
                                        contact.emails().stream()
                                                .skip(1)
                                                .map(address -> address.email().key()),
                                        contact.phones().stream()
                                                .skip(1)
                                                .map(number -> number.phone().e164()))
                                .toList());
        return further.isEmpty() ? null : further;
    }

    private static String name(Enum<?> label) {
        return label == null ? null : label.name();
    }
}

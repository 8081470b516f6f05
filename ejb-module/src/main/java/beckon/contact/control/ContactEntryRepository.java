package beckon.contact.control;

import beckon.contact.entity.Contact;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.InstantConverter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Writes the address book, in as few round trips as there are kinds of rows. */
@ApplicationScoped
public class ContactEntryRepository {

    private static final String ADD =
            "insert into contact (id, handle, account_id, owner_id, membership_id, kind,"
                    + " activated, display_name, sort_key, company, email, email_key, phone)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

    private static final String ADD_WORD =
            "insert into contact_word (contact_id, word, account_id) values (?, ?, ?)";

    private static final String INTRODUCE =
            "insert into contact_introduction (viewer_id, contact_id, at)"
                    + " select ?, c.id, ? from contact c where c.membership_id = ?"
                    + " on conflict do nothing";

    private static final String INVITED =
            "c.account_id = ? and c.email_key = ? and c.activated = false"
                    + " and c.membership_id is null";

    private static final String OPEN_COUNT =
            "insert into contact_count (account_id, kind, entries) values (?, ?, 0)"
                    + " on conflict do nothing";

    private static final String COUNT =
            "update contact_count set entries = entries + ? where account_id = ? and kind = ?";

    private static final String FORGOTTEN =
            "select c.account_id, c.kind, count(*) from contact c"
                    + " where c.owner_id is null and %s group by c.account_id, c.kind";

    private DataSource dataSource;
    private IdRepository ids;

    protected ContactEntryRepository() {}

    @Inject
    public ContactEntryRepository(DataSource dataSource, IdRepository ids) {
        this.dataSource = dataSource;
        this.ids = ids;
    }

    /** Adds entries; one that its owner has already is left as it is. */
    public void add(List<Contact> contacts) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            for (Contact contact : contacts) {
                bind(insert, ids.next(), contact);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot add contacts", e);
        }
    }

    /** Adds entries that everybody of the company sees, finds and counts. */
    public void addForAll(List<Contact> contacts) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD);
                PreparedStatement insertWord = connection.prepareStatement(ADD_WORD)) {
            for (Contact contact : contacts) {
                long id = ids.next();
                bind(insert, id, contact);
                insert.addBatch();
                addWords(insertWord, id, contact);
            }
            insert.executeBatch();
            insertWord.executeBatch();
            for (var number : numbers(contacts).entrySet()) {
                count(connection, number.getKey(), number.getValue());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot add contacts", e);
        }
    }

    /** Takes away a member's entry. */
    public void removeMember(long membershipId) {
        removeForAll("c.membership_id = ?", membershipId);
    }

    /** Takes away what everybody could see of somebody who was invited. */
    public void removeInvitedForAll(long accountId, String emailKey) {
        removeForAll(INVITED, accountId, emailKey);
    }

    /** Takes away what members noted of somebody whom they had invited. */
    public void removeInvited(long accountId, String emailKey) {
        execute(
                "delete from contact c where c.owner_id is not null and " + INVITED,
                accountId,
                emailKey);
    }

    /** Takes away what one member noted of somebody whom they had invited. */
    public void removeInvited(long accountId, long ownerId, String emailKey) {
        execute(
                "delete from contact c where c.owner_id = ? and " + INVITED,
                ownerId,
                accountId,
                emailKey);
    }

    /** Lets a guest see a member. */
    public void introduce(long viewerId, long memberId, Instant now) {
        execute(INTRODUCE, viewerId, InstantConverter.toColumn(now), memberId);
    }

    private static void bind(PreparedStatement insert, long id, Contact contact)
            throws SQLException {
        insert.setLong(1, id);
        insert.setObject(2, UUID.randomUUID());
        insert.setLong(3, contact.accountId());
        insert.setObject(4, contact.ownerId(), Types.BIGINT);
        insert.setObject(5, contact.membershipId(), Types.BIGINT);
        insert.setString(6, contact.kind().name());
        insert.setBoolean(7, contact.activated());
        insert.setString(8, contact.displayName());
        insert.setString(9, SearchText.sortKey(contact.displayName()));
        insert.setString(10, contact.company());
        insert.setString(11, contact.email() == null ? null : contact.email().typed());
        insert.setString(12, contact.email() == null ? null : contact.email().key());
        insert.setString(13, contact.phone());
    }

    private record Count(long accountId, String kind) {}

    private static Map<Count, Long> numbers(List<Contact> contacts) {
        return contacts.stream()
                .collect(
                        Collectors.groupingBy(
                                contact -> new Count(contact.accountId(), contact.kind().name()),
                                Collectors.counting()));
    }

    private static void count(Connection connection, Count what, long more) throws SQLException {
        execute(connection, OPEN_COUNT, what.accountId(), what.kind());
        execute(connection, COUNT, more, what.accountId(), what.kind());
    }

    private void removeForAll(String condition, Object... values) {
        Map<Count, Long> numbers = new HashMap<>();
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement select =
                    connection.prepareStatement(FORGOTTEN.formatted(condition))) {
                ContactRepository.bind(select, List.of(values));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        numbers.put(new Count(rows.getLong(1), rows.getString(2)), rows.getLong(3));
                    }
                }
            }
            for (var number : numbers.entrySet()) {
                count(connection, number.getKey(), -number.getValue());
            }
            if (!numbers.isEmpty()) {
                execute(
                        connection,
                        "delete from contact c where c.owner_id is null and " + condition,
                        values);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write contacts", e);
        }
    }

    private static void addWords(PreparedStatement insert, long id, Contact contact)
            throws SQLException {
        String emailKey = contact.email() == null ? null : contact.email().key();
        for (String word : SearchText.words(contact.displayName(), emailKey, contact.phone())) {
            insert.setLong(1, id);
            insert.setString(2, word);
            insert.setLong(3, contact.accountId());
            insert.addBatch();
        }
    }

    private void execute(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection()) {
            execute(connection, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write contacts", e);
        }
    }

    private static void execute(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ContactRepository.bind(statement, List.of(values));
            statement.executeUpdate();
        }
    }
}

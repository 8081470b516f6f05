package beckon.contact.control;

import beckon.contact.entity.Contact;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.InstantConverter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
                PreparedStatement insert = connection.prepareStatement(ADD);
                PreparedStatement insertWord = connection.prepareStatement(ADD_WORD)) {
            boolean anyWord = false;
            for (Contact contact : contacts) {
                long id = ids.next();
                bind(insert, id, contact);
                insert.addBatch();
                anyWord |= contact.ownerId() == null && addWords(insertWord, id, contact);
            }
            insert.executeBatch();
            if (anyWord) {
                insertWord.executeBatch();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot add contacts", e);
        }
    }

    /** Takes away a member's entry. */
    public void removeMember(long membershipId) {
        execute("delete from contact where membership_id = ?", membershipId);
    }

    /** Takes away what one owner, or with null everybody, noted of somebody who was invited. */
    public void removeInvited(long accountId, Long ownerId, String emailKey) {
        String invited =
                "delete from contact where account_id = ? and email_key = ?"
                        + " and activated = false and membership_id is null";
        if (ownerId == null) {
            execute(invited, accountId, emailKey);
        } else {
            execute(invited + " and owner_id = ?", accountId, emailKey, ownerId);
        }
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

    private static boolean addWords(PreparedStatement insert, long id, Contact contact)
            throws SQLException {
        String emailKey = contact.email() == null ? null : contact.email().key();
        for (String word : SearchText.words(contact.displayName(), emailKey, contact.phone())) {
            insert.setLong(1, id);
            insert.setString(2, word);
            insert.setLong(3, contact.accountId());
            insert.addBatch();
        }
        return true;
    }

    private void execute(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write contacts", e);
        }
    }
}

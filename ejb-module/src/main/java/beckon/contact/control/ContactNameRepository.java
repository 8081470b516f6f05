package beckon.contact.control;

import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What members are called, sorted and found by. */
@ApplicationScoped
public class ContactNameRepository {

    private Statements statements;

    protected ContactNameRepository() {}

    @Inject
    public ContactNameRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    private record Entry(long id, long accountId, String emailKey, String phone) {

        Stream<Object[]> words(String displayName) {
            return SearchText.words(displayName, emailKey, phone).stream()
                    .map(word -> new Object[] {id, word, accountId});
        }
    }

    /** Calls a person so in the address book of each account that they are in. */
    void rename(long personId, String displayName) {
        List<Entry> entries =
                statements.list(
                        "select c.id, c.account_id, c.email_key, c.phone from contact c"
                                + " join membership m on m.id = c.membership_id"
                                + " where m.person_id = ?",
                        row ->
                                new Entry(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getString(3),
                                        row.getString(4)),
                        personId);
        String sortKey = SearchText.sortKey(displayName);
        for (Entry entry : entries) {
            statements.update(
                    "update contact set display_name = ?, sort_key = ? where id = ?",
                    displayName,
                    sortKey,
                    entry.id());
            statements.update("delete from contact_word where contact_id = ?", entry.id());
            statements.batch(
                    "insert into contact_word (contact_id, word, account_id) values (?, ?, ?)",
                    entry.words(displayName));
        }
    }
}

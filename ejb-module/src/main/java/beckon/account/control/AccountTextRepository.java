package beckon.account.control;

import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.sql.DataSource;

/** The words that the texts of accounts begin with. */
@ApplicationScoped
public class AccountTextRepository {
    private Statements statements;

    protected AccountTextRepository() {}

    @Inject
    public AccountTextRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    public Optional<String> find(long accountId, String language) {
        return statements.find(
                "select words from account_text where account_id = ? and language = ?",
                row -> row.getString(1),
                accountId,
                language);
    }

    /** Replaces the words; null: none of its own any more. */
    public void save(long accountId, String language, String words) {
        statements.update(
                "delete from account_text where account_id = ? and language = ?",
                accountId,
                language);
        if (words != null) {
            statements.update(
                    "insert into account_text (account_id, language, words) values (?, ?, ?)",
                    accountId,
                    language,
                    words);
        }
    }
}

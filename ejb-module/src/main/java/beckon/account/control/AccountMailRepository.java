package beckon.account.control;

import beckon.account.entity.AccountMail;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** The words that the invitation mails of accounts begin with. */
@ApplicationScoped
public class AccountMailRepository {
    private Statements statements;

    protected AccountMailRepository() {}

    @Inject
    public AccountMailRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    public AccountMail get(long accountId, String language) {
        return statements
                .find(
                        "select subject, opening from account_mail"
                                + " where account_id = ? and language = ?",
                        row -> new AccountMail(row.getString(1), row.getString(2)),
                        accountId,
                        language)
                .orElse(AccountMail.NONE);
    }

    /** Replaces the words. */
    public void save(long accountId, String language, AccountMail words) {
        statements.update(
                "delete from account_mail where account_id = ? and language = ?",
                accountId,
                language);
        if (!words.isStandard()) {
            statements.update(
                    "insert into account_mail (account_id, language, subject, opening)"
                            + " values (?, ?, ?, ?)",
                    accountId,
                    language,
                    words.subject(),
                    words.opening());
        }
    }
}

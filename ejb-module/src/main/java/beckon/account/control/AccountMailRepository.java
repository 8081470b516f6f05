package beckon.account.control;

import beckon.account.entity.AccountMail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** The words that the invitation mails of accounts begin with. */
@ApplicationScoped
public class AccountMailRepository {
    private OwnWordsRepository own;

    protected AccountMailRepository() {}

    @Inject
    public AccountMailRepository(DataSource dataSource) {
        this.own =
                new OwnWordsRepository(dataSource, "account_mail", List.of("subject", "opening"));
    }

    public AccountMail get(long accountId, String language) {
        return own.find(accountId, language)
                .map(words -> new AccountMail(words.get(0), words.get(1)))
                .orElse(AccountMail.NONE);
    }

    /** Puts words in the place of those that were read; false if others stand there by now. */
    public boolean replace(long accountId, String language, AccountMail read, AccountMail words) {
        return own.replace(accountId, language, values(read), values(words));
    }

    private static List<String> values(AccountMail words) {
        return Arrays.asList(words.subject(), words.opening());
    }
}

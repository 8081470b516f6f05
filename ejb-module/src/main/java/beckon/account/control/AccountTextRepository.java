package beckon.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The words that the texts of accounts begin with. */
@ApplicationScoped
public class AccountTextRepository {
    private OwnWordsRepository own;

    protected AccountTextRepository() {}

    @Inject
    public AccountTextRepository(DataSource dataSource) {
        this.own = new OwnWordsRepository(dataSource, "account_text", List.of("words"));
    }

    public Optional<String> find(long accountId, String language) {
        return own.find(accountId, language).map(words -> words.get(0));
    }

    /**
     * Puts words in the place of those that were read; null: none of its own.
     *
     * @return false if others stand there by now
     */
    public boolean replace(long accountId, String language, String read, String words) {
        return own.replace(
                accountId,
                language,
                Collections.singletonList(read),
                Collections.singletonList(words));
    }
}

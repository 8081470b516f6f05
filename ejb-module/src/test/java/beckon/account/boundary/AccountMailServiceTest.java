package beckon.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.AccountMail;
import beckon.account.entity.AccountReason;
import beckon.shared.Reason;
import beckon.shared.RefusalException;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.Statements;
import beckon.testing.Crowds;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountMailServiceTest extends DatabaseTest {

    private static final AccountMail FIRST = new AccountMail("A desk for you", null);
    private static final AccountMail SECOND = new AccountMail(null, "Welcome to {company}.");
    private static final AccountMail THIRD = new AccountMail("A desk for you", "Welcome!");

    private TestCompany company;
    private AccountMailService mails;

    @BeforeEach
    void findCompany() {
        TestContainer container = new TestContainer(database);
        company = new TestCompany(database, container);
        mails = container.get(AccountMailService.class);
        container.callAs(company.admin("Ada").principalName());
    }

    @Test
    void sameWordsOnceMoreAreNoChange() {
        assertThat(refusal(AccountMail.NONE, FIRST)).isNull();

        assertThat(refusal(FIRST, new AccountMail(" A desk for you ", " "))).isNull();
        assertThat(refusal(AccountMail.NONE, AccountMail.NONE)).isNull();

        assertThat(stored()).isEqualTo(FIRST);
        assertThat(audited()).containsExactly("en");
    }

    @Test
    void wordsAreChangedAndGivenUpByWhoReadThem() {
        assertThat(refusal(AccountMail.NONE, FIRST)).isNull();
        assertThat(refusal(FIRST, SECOND)).isNull();
        assertThat(stored()).isEqualTo(SECOND);

        assertThat(refusal(SECOND, AccountMail.NONE)).isNull();

        assertThat(stored()).isEqualTo(AccountMail.NONE);
        assertThat(audited()).containsExactly("en", "en", "en reset");
    }

    @Test
    void wordsThatSomebodyElseHasChangedAreNotOverwritten() {
        assertThat(refusal(AccountMail.NONE, FIRST)).isNull();
        assertThat(refusal(FIRST, THIRD)).isNull();

        for (AccountMail words : List.of(SECOND, AccountMail.NONE)) {
            assertThat(refusal(FIRST, words)).isEqualTo(AccountReason.CHANGED_MEANWHILE);
        }
        assertThat(refusal(AccountMail.NONE, SECOND)).isEqualTo(AccountReason.CHANGED_MEANWHILE);
        assertThat(stored()).isEqualTo(THIRD);
        assertThat(audited()).hasSize(2);
    }

    @Test
    void wordsThatSomebodyElseHasGivenUpAreNotChanged() {
        assertThat(refusal(FIRST, SECOND)).isEqualTo(AccountReason.CHANGED_MEANWHILE);
        assertThat(stored()).isEqualTo(AccountMail.NONE);
    }

    @Test
    void ofTwoWhoSaveAtOnceOneIsToldSo() {
        List<Reason> first = Crowds.atOnce(2, () -> refusal(AccountMail.NONE, FIRST));
        List<Reason> then = Crowds.atOnce(2, () -> refusal(FIRST, SECOND));

        assertThat(first).containsExactlyInAnyOrder(null, AccountReason.CHANGED_MEANWHILE);
        assertThat(then).containsExactlyInAnyOrder(null, AccountReason.CHANGED_MEANWHILE);
        assertThat(audited()).hasSize(2);
    }

    /** Saves; why not, or null. */
    private Reason refusal(AccountMail read, AccountMail words) {
        try {
            database.inTransaction(() -> mails.save("en", read, words));
            return null;
        } catch (RefusalException refused) {
            return refused.reason();
        }
    }

    private AccountMail stored() {
        return database.inTransaction(() -> mails.get("en"));
    }

    private List<String> audited() {
        return new Statements(database.dataSource())
                .list(
                        "select details from audit_entry where account_id = ?"
                                + " and action = 'account.mailChanged' order by id",
                        row -> row.getString(1),
                        company.accountId());
    }
}

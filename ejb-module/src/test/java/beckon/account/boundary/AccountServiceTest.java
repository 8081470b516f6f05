package beckon.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.AccountReason;
import beckon.account.entity.Approval;
import beckon.account.entity.GuestRules;
import beckon.account.entity.LinkRules;
import beckon.account.entity.PolicyForm;
import beckon.account.entity.RecipientRules;
import beckon.account.entity.SignInRules;
import beckon.account.entity.TextRules;
import beckon.account.entity.WhoMayInvite;
import beckon.shared.Reason;
import beckon.shared.RefusalException;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.Statements;
import beckon.testing.Crowds;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountServiceTest extends DatabaseTest {

    private static final String JOIN = "Join us: {link}";

    private TestContainer container;
    private TestCompany company;
    private AccountService accounts;

    @BeforeEach
    void findCompany() {
        container = new TestContainer(database);
        company = new TestCompany(database, container);
        accounts = container.get(AccountService.class);
        container.callAs(company.admin("Ada").principalName());
    }

    @Test
    void newAccountLetsAllButGuestsInviteForAWeek() {
        PolicyForm policy = database.inTransaction(accounts::getPolicy);

        assertThat(policy.whoMayInvite()).isEqualTo(WhoMayInvite.EVERYONE);
        assertThat(policy.guests()).isEqualTo(GuestRules.NEW);
        assertThat(policy.approval()).isEqualTo(Approval.NONE);
        assertThat(policy.approvalMails()).isTrue();
        assertThat(policy.recipients()).isEqualTo(RecipientRules.NEW);
        assertThat(policy.signIn()).isEqualTo(SignInRules.NEW);
        assertThat(policy.expiryHours()).isEqualTo(168);
        assertThat(policy.links()).isEqualTo(LinkRules.NEW);
        assertThat(policy.texts()).isEqualTo(TextRules.NEW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Join us at evil.example {link}",
                "http://x {link}",
                "evil\u3002example {link}",
                "192.0.2.1 {link}",
                "ev\u200Bil.example {link}"
            })
    void wordsWithALinkOfTheirOwnAreRefusedWhateverThePageLetThrough(String words) {
        assertThat(refusal(() -> accounts.saveTextWords("en", null, words)))
                .isEqualTo(AccountReason.WORDS_HAVE_LINK);
        assertThat(database.inTransaction(() -> accounts.getTextWords("en"))).isEmpty();
    }

    @Test
    void sameWordsOnceMoreAreNoChange() {
        saveTextWords(null, JOIN);

        saveTextWords(JOIN, " " + JOIN);
        saveTextWords(JOIN, null);
        saveTextWords(null, " ");

        assertThat(audited()).containsExactly("en", "en reset");
    }

    @Test
    void wordsThatSomebodyElseHasChangedAreNotOverwritten() {
        saveTextWords(null, JOIN);
        saveTextWords(JOIN, "Come: {link}");

        assertThat(refusal(() -> accounts.saveTextWords("en", JOIN, "Hello: {link}")))
                .isEqualTo(AccountReason.CHANGED_MEANWHILE);
        assertThat(refusal(() -> accounts.saveTextWords("en", JOIN, " ")))
                .isEqualTo(AccountReason.CHANGED_MEANWHILE);
        assertThat(refusal(() -> accounts.saveTextWords("en", null, "Hello: {link}")))
                .isEqualTo(AccountReason.CHANGED_MEANWHILE);
        assertThat(database.inTransaction(() -> accounts.getTextWords("en")))
                .contains("Come: {link}");
        assertThat(audited()).hasSize(2);
    }

    @Test
    void ofTwoWhoSaveWordsAtOnceOneIsToldSo() {
        List<Reason> refusals =
                Crowds.atOnce(2, () -> refusal(() -> accounts.saveTextWords("en", null, JOIN)));

        assertThat(refusals).containsExactlyInAnyOrder(null, AccountReason.CHANGED_MEANWHILE);
        assertThat(audited()).hasSize(1);
    }

    @Test
    void policyIsChangedByWhoReadItLast() {
        PolicyForm read = database.inTransaction(accounts::getPolicy);
        PolicyForm changed =
                new PolicyForm(
                        WhoMayInvite.ADMINS,
                        new GuestRules(false, true, 90),
                        Approval.GUESTS,
                        false,
                        24,
                        new LinkRules(WhoMayInvite.NOBODY, 48, 7),
                        new TextRules(WhoMayInvite.COWORKERS, "CH", Set.of("FR", "CH"), 20, 3),
                        RecipientRules.of(false, "Partner.example\n*.big.example", "@spam.example"),
                        new SignInRules(true, 16),
                        read.version());
        database.inTransaction(() -> accounts.savePolicy(changed));

        assertThat(refusal(() -> accounts.savePolicy(changed)))
                .isEqualTo(AccountReason.CHANGED_MEANWHILE);
        PolicyForm now = database.inTransaction(accounts::getPolicy);
        assertThat(now.whoMayInvite()).isEqualTo(WhoMayInvite.ADMINS);
        assertThat(now.guests()).isEqualTo(changed.guests());
        assertThat(now.approval()).isEqualTo(Approval.GUESTS);
        assertThat(now.approvalMails()).isFalse();
        assertThat(now.recipients().allowed()).containsExactly("*.big.example", "partner.example");
        assertThat(now.recipients().denied()).containsExactly("spam.example");
        assertThat(now.signIn()).isEqualTo(changed.signIn());
        assertThat(now.expiryHours()).isEqualTo(24);
        assertThat(now.links()).isEqualTo(changed.links());
        assertThat(now.texts()).isEqualTo(changed.texts());
        assertThat(now.texts().countries()).containsExactly("CH", "FR");
    }

    private void saveTextWords(String read, String words) {
        database.inTransaction(() -> accounts.saveTextWords("en", read, words));
    }

    private List<String> audited() {
        return new Statements(database.dataSource())
                .list(
                        "select details from audit_entry where account_id = ?"
                                + " and action = 'account.textChanged' order by id",
                        row -> row.getString(1),
                        company.accountId());
    }

    /** Null if there is none. */
    private Reason refusal(Runnable command) {
        try {
            database.inTransaction(command);
            return null;
        } catch (RefusalException refused) {
            return refused.reason();
        }
    }
}

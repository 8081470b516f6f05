package beckon.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import beckon.account.control.AccountRepository;
import beckon.account.entity.AccountReason;
import beckon.account.entity.Approval;
import beckon.account.entity.DomainRow;
import beckon.account.entity.GuestRules;
import beckon.account.entity.LinkRules;
import beckon.account.entity.PolicyForm;
import beckon.account.entity.RecipientRules;
import beckon.account.entity.SignInRules;
import beckon.account.entity.TextRules;
import beckon.account.entity.VerifiedDomain;
import beckon.account.entity.WhoMayInvite;
import beckon.shared.Reason;
import beckon.shared.RefusalException;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.IdRepository;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountServiceTest extends DatabaseTest {

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
        assertThat(policy.recipients()).isEqualTo(RecipientRules.NEW);
        assertThat(policy.signIn()).isEqualTo(SignInRules.NEW);
        assertThat(policy.expiryHours()).isEqualTo(168);
        assertThat(policy.links()).isEqualTo(LinkRules.NEW);
        assertThat(policy.texts()).isEqualTo(TextRules.NEW);
    }

    @Test
    void policyIsChangedByWhoReadItLast() {
        PolicyForm read = database.inTransaction(accounts::getPolicy);
        PolicyForm changed =
                new PolicyForm(
                        WhoMayInvite.ADMINS,
                        new GuestRules(false, true, 90),
                        Approval.GUESTS,
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
        assertThat(now.recipients().allowed()).containsExactly("*.big.example", "partner.example");
        assertThat(now.recipients().denied()).containsExactly("spam.example");
        assertThat(now.signIn()).isEqualTo(changed.signIn());
        assertThat(now.expiryHours()).isEqualTo(24);
        assertThat(now.links()).isEqualTo(changed.links());
        assertThat(now.texts()).isEqualTo(changed.texts());
        assertThat(now.texts().countries()).containsExactly("CH", "FR");
    }

    @Test
    void domainsAreNormalisedAndBelongToOneAccount() {
        String domain = "bücher" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        database.inTransaction(
                () -> accounts.addDomain(domain.toUpperCase(java.util.Locale.ROOT) + ".", true));

        List<DomainRow> domains = database.inTransaction(accounts::listDomains);
        assertThat(domains).hasSize(2);
        assertThat(domains)
                .anySatisfy(
                        row -> {
                            assertThat(row.domain()).startsWith("xn--bcher");
                            assertThat(row.subDomains()).isTrue();
                        });
        assertThat(refusal(() -> accounts.addDomain(domain, false)))
                .isEqualTo(AccountReason.DOMAIN_TAKEN);
        container.callAs(new TestCompany(database, container).admin("Eve").principalName());
        assertThat(refusal(() -> accounts.addDomain(domain, false)))
                .isEqualTo(AccountReason.DOMAIN_TAKEN);
    }

    @Test
    void anotherTroubleIsNotTakenForADomainOfSomebodyElse() {
        VerifiedDomain nobodys =
                new VerifiedDomain(
                        container.get(IdRepository.class).next(),
                        -1,
                        "nobodys.example",
                        false,
                        container.clock().instant());

        assertThatThrownBy(
                        () ->
                                database.inTransaction(
                                        () -> container.get(AccountRepository.class).add(nobodys)))
                .isInstanceOf(PersistenceException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "gmail.com, WEBMAIL_DOMAIN",
        "GMAIL.com., WEBMAIL_DOMAIN",
        "mail.gmail.com, WEBMAIL_DOMAIN",
        "yahoo.co.uk, WEBMAIL_DOMAIN",
        "localhost, INVALID_DOMAIN",
        "acme..example, INVALID_DOMAIN",
        "192.0.2.1, INVALID_DOMAIN",
        "bob@acme.example, INVALID_DOMAIN",
        "*.acme.example, INVALID_DOMAIN",
    })
    void noCompanyHasSuchADomain(String domain, AccountReason reason) {
        assertThat(refusal(() -> accounts.addDomain(domain, false))).isEqualTo(reason);
    }

    @Test
    void domainOfAnotherAccountIsNotFound() {
        UUID own = database.inTransaction(accounts::listDomains).get(0).handle();
        container.callAs(new TestCompany(database, container).admin("Eve").principalName());

        assertThat(refusal(() -> accounts.removeDomain(own))).isEqualTo(AccountReason.NOT_FOUND);
        assertThat(database.inTransaction(accounts::listDomains))
                .extracting(DomainRow::handle)
                .doesNotContain(own);
    }

    @Test
    void removedDomainIsFreeAgain() {
        DomainRow own = database.inTransaction(accounts::listDomains).get(0);

        database.inTransaction(() -> accounts.removeDomain(own.handle()));

        assertThat(database.inTransaction(accounts::listDomains)).isEmpty();
        database.inTransaction(() -> accounts.addDomain(own.domain(), false));
        assertThat(database.inTransaction(accounts::listDomains)).hasSize(1);
    }

    private Reason refusal(Runnable command) {
        return catchThrowableOfType(RefusalException.class, () -> database.inTransaction(command))
                .reason();
    }
}

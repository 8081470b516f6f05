package beckon.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import beckon.account.control.AccountRepository;
import beckon.account.control.DomainClaimRepository;
import beckon.account.control.DomainProofs;
import beckon.account.control.DomainRecords;
import beckon.account.entity.AccountReason;
import beckon.account.entity.Caller;
import beckon.account.entity.ClaimRow;
import beckon.account.entity.DomainClaim;
import beckon.account.entity.DomainMailbox;
import beckon.account.entity.DomainRow;
import beckon.account.entity.VerifiedDomain;
import beckon.audit.boundary.AuditService;
import beckon.delivery.control.DispatchQueue;
import beckon.shared.Reason;
import beckon.shared.RefusalException;
import beckon.shared.ShortCode;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.Statements;
import beckon.testing.NameServer;
import beckon.testing.SilentQueue;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainServiceTest extends DatabaseTest {

    private final NameServer names = new NameServer();
    private final String domain = "d" + UUID.randomUUID().toString().substring(0, 8) + ".example";
    @TempDir private Path data;
    private TestContainer container;
    private TestCompany company;
    private DomainService domains;

    @BeforeEach
    void findCompany() {
        container =
                new TestContainer(
                        database,
                        Map.of(
                                "BECKON_DNS_SERVERS",
                                names.address(),
                                "BECKON_DATA_DIR",
                                data.toString()));
        container.with(DispatchQueue.class, new SilentQueue());
        container.with(DomainProofs.class, new TransactionalProofs());
        company = new TestCompany(database, container);
        domains = container.get(DomainService.class);
        container.callAs(company.admin("Ada").principalName());
    }

    @AfterEach
    void stop() {
        names.close();
    }

    @Test
    void claimedDomainDecidesNothingYet() {
        claim(domain);

        assertThat(verified()).containsExactly(company.domain());
        assertThat(onlyClaim().domain()).isEqualTo(domain);
        assertThat(
                        new Statements(database.dataSource())
                                .number(
                                        "select count(*) from verified_domain where domain = ?",
                                        domain))
                .isZero();
    }

    @Test
    void recordInTheDnsProvesIt() {
        UUID handle = claim(domain.toUpperCase(Locale.ROOT) + ".");
        names.with(onlyClaim().recordName(), "v=spf1 -all", onlyClaim().recordValue());

        verifyByRecord(handle);

        assertThat(verified()).contains(domain);
        assertThat(claims()).isEmpty();
        assertThat(audited("account.domainVerified")).containsExactly("done");
    }

    @Test
    void recordOfAnotherCompanyProvesNothing() {
        UUID handle = claim(domain);
        ClaimRow ours = onlyClaim();
        callAsAnotherCompany();
        claim(domain);
        names.with(ours.recordName(), onlyClaim().recordValue());
        container.callAs(company.admin("Ada").principalName());

        assertThat(refusedVerification(() -> verifyByRecord(handle)))
                .isEqualTo(AccountReason.RECORD_DIFFERENT);
        assertThat(verified()).doesNotContain(domain);
    }

    @Test
    void missingRecordIsSaidAndAudited() {
        UUID handle = claim(domain);

        assertThat(refusedVerification(() -> verifyByRecord(handle)))
                .isEqualTo(AccountReason.RECORD_MISSING);
        assertThat(claims()).hasSize(1);
        assertThat(audited("account.domainVerified")).containsExactly("RECORD_MISSING");
    }

    @Test
    void mailedCodeProvesIt() {
        UUID handle = claim(domain);
        database.inTransaction(() -> domains.mailCode(handle, DomainMailbox.POSTMASTER));

        assertThat(recipients(handle)).containsExactly("postmaster@" + domain);
        String code = code(handle);
        verifyByCode(handle, code.toLowerCase(Locale.ROOT));

        assertThat(verified()).contains(domain);
        assertThat(audited("account.domainVerified")).containsExactly("done");
    }

    @Test
    void codeIsTriedFiveTimesAndNotMore() {
        UUID handle = claim(domain);
        database.inTransaction(() -> domains.mailCode(handle, DomainMailbox.ADMIN));
        for (int i = 0; i < 5; i++) {
            assertThat(refusedVerification(() -> verifyByCode(handle, "AAAAA-AAAAA")))
                    .isEqualTo(AccountReason.WRONG_CODE);
        }

        assertThat(refusedVerification(() -> verifyByCode(handle, code(handle))))
                .isEqualTo(AccountReason.CODE_EXPIRED);
    }

    @Test
    void codeDiesAfterEightHoursAndWithTheNextOne() {
        UUID handle = claim(domain);
        assertThat(refusedVerification(() -> verifyByCode(handle, "AAAAA-AAAAA")))
                .isEqualTo(AccountReason.CODE_EXPIRED);
        database.inTransaction(() -> domains.mailCode(handle, DomainMailbox.POSTMASTER));
        String first = code(handle);
        database.inTransaction(() -> domains.mailCode(handle, DomainMailbox.POSTMASTER));
        assertThat(refusedVerification(() -> verifyByCode(handle, first)))
                .isEqualTo(AccountReason.WRONG_CODE);
        container.clock().move(Duration.ofHours(8));

        assertThat(refusedVerification(() -> verifyByCode(handle, code(handle))))
                .isEqualTo(AccountReason.CODE_EXPIRED);
        assertThat(onlyClaim().codeUntil()).isNull();
    }

    @Test
    void mailsToADomainAreFewHoweverManyClaimIt() {
        UUID handle = claim(domain);
        for (int i = 0; i < 5; i++) {
            database.inTransaction(() -> domains.mailCode(handle, DomainMailbox.POSTMASTER));
        }
        callAsAnotherCompany();
        UUID theirs = claim(domain);

        assertThat(refusal(() -> domains.mailCode(theirs, DomainMailbox.ADMIN)))
                .isEqualTo(AccountReason.TOO_MANY_ATTEMPTS);
    }

    @Test
    void whoProvesItFirstHasIt() {
        UUID handle = claim(domain);
        names.with(onlyClaim().recordName(), onlyClaim().recordValue());
        callAsAnotherCompany();
        UUID theirs = claim(domain);
        database.inTransaction(() -> domains.mailCode(theirs, DomainMailbox.POSTMASTER));
        verifyByCode(theirs, code(theirs));
        container.callAs(company.admin("Ada").principalName());

        assertThat(refusedVerification(() -> verifyByRecord(handle)))
                .isEqualTo(AccountReason.DOMAIN_TAKEN);
        assertThat(claims()).as("to be taken off the list by hand").hasSize(1);
    }

    @Test
    void sameDomainStandsOnTheListOnce() {
        claim(domain);

        assertThat(refusal(() -> domains.claim("  " + domain + ". ", true)))
                .isEqualTo(AccountReason.DOMAIN_TAKEN);
        assertThat(refusal(() -> domains.claim(company.domain(), false)))
                .isEqualTo(AccountReason.DOMAIN_TAKEN);
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
    void noCompanyHasSuchADomain(String text, AccountReason reason) {
        assertThat(refusal(() -> domains.claim(text, false))).isEqualTo(reason);
    }

    @Test
    void subDomainsAreLetInAndOutAgain() {
        UUID handle = database.inTransaction(domains::listVerified).get(0).handle();

        database.inTransaction(() -> domains.allowSubDomains(handle, true));
        assertThat(database.inTransaction(domains::listVerified).get(0).subDomains()).isTrue();
        database.inTransaction(() -> domains.allowSubDomains(handle, false));

        assertThat(database.inTransaction(domains::listVerified).get(0).subDomains()).isFalse();
    }

    @Test
    void domainsOfAnotherAccountAreNotFound() {
        UUID verified = database.inTransaction(domains::listVerified).get(0).handle();
        UUID claimed = claim(domain);
        callAsAnotherCompany();

        for (UUID foreign : List.of(verified, claimed)) {
            assertThat(refusal(() -> domains.remove(foreign))).isEqualTo(AccountReason.NOT_FOUND);
            assertThat(refusal(() -> domains.allowSubDomains(foreign, true)))
                    .isEqualTo(AccountReason.NOT_FOUND);
            assertThat(refusedVerification(() -> verifyByRecord(foreign)))
                    .isEqualTo(AccountReason.NOT_FOUND);
            assertThat(refusal(() -> domains.mailCode(foreign, DomainMailbox.ADMIN)))
                    .isEqualTo(AccountReason.NOT_FOUND);
            assertThat(refusedVerification(() -> verifyByCode(foreign, "AAAAA-AAAAA")))
                    .isEqualTo(AccountReason.NOT_FOUND);
        }
        assertThat(claims()).isEmpty();
    }

    @Test
    void removedDomainIsFreeAgain() {
        DomainRow own = database.inTransaction(domains::listVerified).get(0);

        database.inTransaction(() -> domains.remove(own.handle()));

        assertThat(verified()).isEmpty();
        UUID again = claim(own.domain());
        database.inTransaction(() -> domains.remove(again));
        assertThat(claims()).isEmpty();
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

    private UUID claim(String text) {
        return database.inTransaction(() -> domains.claim(text, false));
    }

    /** Nothing around it: tries are counted for good. */
    private void verifyByCode(UUID handle, String code) {
        domains.verifyByCode(handle, code);
    }

    private void verifyByRecord(UUID handle) {
        domains.verifyByRecord(handle);
    }

    private List<ClaimRow> claims() {
        return database.inTransaction(domains::listClaims);
    }

    private ClaimRow onlyClaim() {
        assertThat(claims()).hasSize(1);
        return claims().get(0);
    }

    private List<String> verified() {
        return database.inTransaction(domains::listVerified).stream()
                .map(DomainRow::domain)
                .toList();
    }

    private void callAsAnotherCompany() {
        container.callAs(new TestCompany(database, container).admin("Eve").principalName());
    }

    /** As the mail says it. */
    private String code(UUID handle) {
        TokenSource source =
                new Statements(database.dataSource())
                        .find(
                                "select nonce, key_id from domain_claim where handle = ?",
                                row -> new TokenSource("domain", row.getBytes(1), row.getString(2)),
                                handle)
                        .orElseThrow();
        return ShortCode.of(container.get(TokenKeys.class).derive(source)).words();
    }

    private List<String> recipients(UUID handle) {
        return new Statements(database.dataSource())
                .list(
                        "select recipient from dispatch where reference = ? and state = 'QUEUED'",
                        row -> row.getString(1),
                        handle);
    }

    private List<String> audited(String action) {
        return new Statements(database.dataSource())
                .list(
                        "select outcome from audit_entry where action = ? and account_id = ?",
                        row -> row.getString(1),
                        action,
                        company.accountId());
    }

    private Reason refusal(Runnable command) {
        return catchThrowableOfType(RefusalException.class, () -> database.inTransaction(command))
                .reason();
    }

    private static Reason refusedVerification(Runnable command) {
        return catchThrowableOfType(RefusalException.class, command::run).reason();
    }

    private final class TransactionalProofs extends DomainProofs {
        TransactionalProofs() {
            super(
                    container.get(DomainRecords.class),
                    container.get(DomainClaimRepository.class),
                    container.get(AccountRepository.class),
                    container.get(TokenKeys.class),
                    container.get(AuditService.class),
                    container.get(Clock.class));
        }

        @Override
        public void accept(Caller caller, DomainClaim claim, long id, String how) {
            database.inTransaction(() -> super.accept(caller, claim, id, how));
        }
    }
}

package beckon.invitation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import beckon.account.boundary.AuthenticationService;
import beckon.account.boundary.OperatorService;
import beckon.account.boundary.SetUpService;
import beckon.account.entity.AccountReason;
import beckon.account.entity.AccountSummary;
import beckon.account.entity.Caller;
import beckon.account.entity.OpenSetUp;
import beckon.account.entity.SetUpForm;
import beckon.invitation.Company;
import beckon.invitation.InvitationTest;
import beckon.invitation.entity.OfferState;
import beckon.person.boundary.SignInService;
import beckon.shared.Reason;
import beckon.shared.RefusalException;
import beckon.shared.Settings;
import beckon.shared.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorServiceTest extends InvitationTest {

    private OperatorService operator;
    private String key;

    @BeforeEach
    void readKey() throws IOException {
        operator = container.get(OperatorService.class);
        key =
                Files.readString(container.get(Settings.class).dataDir().resolve("operator.key"))
                        .strip();
    }

    @Test
    void linkMakesOneMoreAccountOnce() {
        String note = "for Fabrikam " + UUID.randomUUID();
        Token token = database.inTransaction(() -> operator.add(key, note));
        assertThat(operator.listSetUps(key)).extracting(OpenSetUp::label).contains(note);
        String name = "Fabrikam " + UUID.randomUUID();

        SetUpService setUps = container.get(SetUpService.class);
        database.inTransaction(() -> setUps.setUp(form(token, name)));

        assertThat(operator.list(key)).extracting(AccountSummary::name).contains(name);
        assertThat(operator.listSetUps(key)).extracting(OpenSetUp::label).doesNotContain(note);
        assertThat(refusal(() -> setUps.setUp(form(token, name))))
                .isEqualTo(AccountReason.NOT_FOUND);
    }

    @Test
    void closedAccountsSessionsLinksAndMessagesAreDead() {
        String sam = invite();
        String token = tokenOf(sam);
        UUID session = signIn(company.coworker());
        AuthenticationService doors = container.get(AuthenticationService.class);
        assertThat(doors.findBySession(session)).isPresent();
        assertThat(stateOf(token)).isEqualTo(OfferState.OPEN);

        database.inTransaction(() -> operator.close(key, handle(), company.name()));

        assertThat(doors.findBySession(session)).isEmpty();
        assertThat(doors.findPersonBySession(session)).isEmpty();
        assertThat(stateOf(token)).isNotEqualTo(OfferState.OPEN);
        assertThat(of("select state from dispatch where account_id = ?")).containsOnly("CANCELLED");
        assertThat(of("select state from invitation where account_id = ?")).containsOnly("REVOKED");
        assertThat(of("select domain from verified_domain where account_id = ?")).isEmpty();
        assertThat(of("select action from audit_entry where account_id = ?"))
                .contains("account.closed");
    }

    @Test
    void otherAccountsStayAsTheyAre() {
        Company other = new Company(database, container);
        UUID session = signIn(other.coworker());

        database.inTransaction(() -> operator.close(key, handle(), company.name()));

        assertThat(container.get(AuthenticationService.class).findBySession(session)).isPresent();
        assertThat(
                        other.query(
                                "select domain from verified_domain where account_id = ?",
                                other.accountId()))
                .hasSize(1);
    }

    @Test
    void slipClosesNothing() {
        assertThat(refusal(() -> operator.close(key, handle(), "Another name")))
                .isEqualTo(AccountReason.NOT_FOUND);
        assertThat(of("select closed_at from account where id = ?")).containsOnlyNulls();
        assertThat(operator.getId(key, handle())).isEqualTo(company.accountId());
        database.inTransaction(() -> operator.close(key, handle(), company.name()));

        assertThat(refusal(() -> operator.close(key, handle(), company.name())))
                .as("closed already")
                .isEqualTo(AccountReason.NOT_FOUND);
    }

    @Test
    void withoutTheKeyNothingIsToldOrDone() {
        String wrong = Token.random().secret();

        assertThat(refusal(() -> operator.list(wrong))).isEqualTo(AccountReason.NOT_FOUND);
        assertThat(refusal(() -> operator.listSetUps(""))).isEqualTo(AccountReason.NOT_FOUND);
        assertThat(refusal(() -> operator.add(wrong, "x"))).isEqualTo(AccountReason.NOT_FOUND);
        assertThat(refusal(() -> operator.getId(wrong, handle())))
                .isEqualTo(AccountReason.NOT_FOUND);
        assertThat(refusal(() -> operator.close(wrong, handle(), company.name())))
                .isEqualTo(AccountReason.NOT_FOUND);
        assertThat(of("select closed_at from account where id = ?")).containsOnlyNulls();
    }

    private OfferState stateOf(String token) {
        return database.inTransaction(() -> offers().look(token)).state();
    }

    private String invite() {
        String address = stranger("sam");
        invite(address);
        return address;
    }

    private UUID handle() {
        return (UUID) of("select handle from account where id = ?").get(0);
    }

    private java.util.List<Object> of(String sql) {
        return company.query(sql, company.accountId());
    }

    private UUID signIn(Caller member) {
        return database.inTransaction(
                () ->
                        container
                                .get(SignInService.class)
                                .openSession(member.personId(), "192.0.2.1", "test"));
    }

    private Reason refusal(Runnable command) {
        return catchThrowableOfType(RefusalException.class, () -> database.inTransaction(command))
                .reason();
    }

    private static SetUpForm form(Token token, String name) {
        return new SetUpForm(
                token.secret(),
                name,
                "Ada",
                "Admin",
                "ada" + UUID.randomUUID() + "@fabrikam.example",
                "violet-tram-anchored-42",
                "en",
                "192.0.2.1",
                "test");
    }
}

package beckon.person.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.boundary.AuthenticationService;
import beckon.account.entity.Caller;
import beckon.person.SignInTest;
import beckon.person.entity.ApiTokenRow;
import beckon.person.entity.IssuedToken;
import beckon.person.entity.NewApiToken;
import beckon.person.entity.PersonReason;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTokenServiceTest extends SignInTest {

    private ApiTokenService tokens;
    private AuthenticationService authentication;

    @BeforeEach
    void openDoors() {
        tokens = container.get(ApiTokenService.class);
        authentication = container.get(AuthenticationService.class);
    }

    @Test
    void keyOpensTheApiInItsAccountForAsLongAsItsOwnerSaid() {
        IssuedToken key = make("reports", 30);

        assertThat(authentication.findByApiToken(key.secret())).contains(bob);
        container.clock().move(Duration.ofDays(30));
        assertThat(authentication.findByApiToken(key.secret())).isEmpty();
        assertThat(mails()).containsExactly("notice API_TOKEN_MADE");
    }

    @Test
    void listTellsNameAndLastUseAndNeverTheKey() {
        IssuedToken key = make("  reports ", 90);
        assertThat(in(tokens::list).get(0).lastUsedAt()).isNull();
        container.clock().move(Duration.ofMinutes(5));
        authentication.findByApiToken(key.secret());

        ApiTokenRow row = in(tokens::list).get(0);

        assertThat(row.name()).isEqualTo("reports");
        assertThat(row.lastUsedAt()).isEqualTo(container.clock().instant());
        assertThat(row.toString()).doesNotContain(key.secret());
    }

    @Test
    void revokedKeyOpensNothingAnyMore() {
        IssuedToken key = make("reports", 90);
        UUID handle = in(tokens::list).get(0).handle();

        database.inTransaction(() -> tokens.revoke(handle));

        assertThat(authentication.findByApiToken(key.secret())).isEmpty();
        assertThat(in(tokens::list)).isEmpty();
        assertThat(refusal(() -> tokens.revoke(handle)).reason()).isEqualTo(PersonReason.NOT_FOUND);
    }

    @Test
    void someoneElsesKeyIsNeitherListedNorRevoked() {
        IssuedToken key = make("reports", 90);
        UUID handle = in(tokens::list).get(0).handle();
        Caller carol = company.coworker("Carol", "Coach");
        container.callAs(carol.principalName());

        assertThat(in(tokens::list)).isEmpty();
        assertThat(refusal(() -> tokens.revoke(handle)).reason()).isEqualTo(PersonReason.NOT_FOUND);
        assertThat(authentication.findByApiToken(key.secret())).isPresent();
    }

    @Test
    void noKeyWithoutThePasswordAndNoMoreThanTwentyADay() {
        assertThat(
                        refusal(() -> tokens.make(new NewApiToken("x", 30, "wrong", visit(null))))
                                .reason())
                .isEqualTo(PersonReason.WRONG_PASSWORD);
        for (int i = 0; i < 20; i++) {
            make("key " + i, 30);
        }

        assertThat(
                        refusal(() -> tokens.make(new NewApiToken("x", 30, PASSWORD, visit(null))))
                                .reason())
                .isEqualTo(PersonReason.TOO_MANY_ATTEMPTS);
    }

    private IssuedToken make(String name, int days) {
        return in(() -> tokens.make(new NewApiToken(name, days, PASSWORD, visit(null))));
    }
}

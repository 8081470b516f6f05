package beckon;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.boundary.AccountService;
import beckon.testing.BeckonIT;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The harness itself: tests run in the server, beside the modules under test. */
class HarnessIT extends BeckonIT {
    @Inject private AccountService accounts;

    @Test
    void testsRunInTheServerAndSeeTheBoundaries() {
        assertThat(Thread.currentThread().getContextClassLoader().toString())
                .contains("beckon.ear.tests.war");
        assertThat(accounts).isNotNull();
    }
}

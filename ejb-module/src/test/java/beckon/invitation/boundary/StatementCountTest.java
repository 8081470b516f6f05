package beckon.invitation.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.invitation.InvitationTest;
import beckon.testing.CountedSource;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each statement is a round trip: their number must depend on neither recipients nor rows. */
class StatementCountTest extends InvitationTest {
    private CountedSource counted;

    @Override
    protected DataSource dataSource() {
        counted = new CountedSource(database.dataSource());
        return counted.source();
    }

    @BeforeEach
    void warmUp() {
        // both kinds in each command, so that the contacts of both are written
        invite(recipients("warm", 2));
    }

    private int statementsOf(String... recipients) {
        return counted.during(() -> assertThat(invite(recipients)).hasSize(recipients.length));
    }

    /** Every other one a colleague. */
    private String[] recipients(String prefix, int number) {
        return IntStream.range(0, number)
                .mapToObj(
                        i ->
                                i % 2 == 0
                                        ? prefix + i + "@" + company.domain()
                                        : stranger(prefix + i))
                .toArray(String[]::new);
    }

    @Test
    void twentyRecipientsTakeAsManyStatementsAsTwo() {
        int two = statementsOf(recipients("a", 2));
        int twenty = statementsOf(recipients("b", 20));

        // ids are drawn in blocks of 50, of which twenty recipients use more than one
        assertThat(twenty).isBetween(two - 2, two + 2);
        assertThat(twenty).isLessThanOrEqualTo(12);
    }

    @Test
    void oneRecipientTakesNineAtMost() {
        assertThat(statementsOf(stranger("a"))).isLessThanOrEqualTo(9);
    }

    @Test
    void onesThatAreRefusedTakeNoStatementsOfTheirOwn() {
        String[] recipients = recipients("c", 10);
        statementsOf(recipients);

        assertThat(statementsOf(recipients)).isLessThanOrEqualTo(4);
    }
}

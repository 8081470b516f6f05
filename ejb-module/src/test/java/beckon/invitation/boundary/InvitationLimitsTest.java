package beckon.invitation.boundary;

import static beckon.testing.Crowds.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.MemberKind;
import beckon.invitation.Company;
import beckon.invitation.InvitationTest;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.InviteResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InvitationLimitsTest extends InvitationTest {

    @Override
    protected Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(super.environment());
        environment.put("BECKON_INVITES_PER_DAY", "37");
        environment.put("BECKON_INVITES_PER_RECIPIENT_PER_DAY", "3");
        return environment;
    }

    private String[] strangers(String prefix, int number) {
        String[] strangers = new String[number];
        for (int i = 0; i < number; i++) {
            strangers[i] = stranger(prefix + i);
        }
        return strangers;
    }

    private static long queued(List<InviteResult> results) {
        return results.stream().filter(r -> r.outcome() == InviteOutcome.QUEUED).count();
    }

    @Test
    void asManyAsTheDayHasLeftAreSentAndTheRestIsToldSo() {
        assertThat(queued(invite(strangers("a", 20)))).isEqualTo(20);

        List<InviteResult> results = invite(strangers("b", 20));

        assertThat(queued(results)).isEqualTo(17);
        assertThat(results.subList(17, 20))
                .allMatch(r -> r.outcome() == InviteOutcome.LIMIT)
                .allMatch(r -> r.reason() == InvitationReason.DAILY_LIMIT);
        assertThat(count("invitation")).isEqualTo(37);
        assertThat(queued(invite(stranger("c")))).isZero();
    }

    @Test
    void nextDayBeginsAnew() {
        invite(strangers("a", 20));
        invite(strangers("b", 20));
        container.clock().move(Duration.ofDays(1));

        assertThat(queued(invite(strangers("c", 20)))).isEqualTo(20);
    }

    @Test
    void whatIsNotSentIsNotCounted() {
        invite("ada@" + company.domain(), "nobody");
        invite(strangers("a", 20));

        assertThat(queued(invite(strangers("b", 17)))).isEqualTo(17);
    }

    @Test
    void addressGetsOnlySoManyFromAllInvitersTogether() {
        String popular = stranger("pop");
        for (int i = 0; i < 3; i++) {
            as(new Company(database, container).coworker());
            assertThat(invite(popular).get(0).outcome()).isEqualTo(InviteOutcome.QUEUED);
        }
        as(company.coworker());

        List<InviteResult> results = invite(popular, stranger("other"));

        assertThat(results)
                .extracting(InviteResult::outcome)
                .containsExactly(InviteOutcome.LIMIT, InviteOutcome.QUEUED);
        assertThat(results.get(0).reason()).isEqualTo(InvitationReason.RECIPIENT_LIMIT);
        container.clock().move(Duration.ofDays(1));
        assertThat(invite(popular).get(0).outcome()).isEqualTo(InviteOutcome.QUEUED);
    }

    @Test
    void hundredCommandsAtOnceSendExactlyTheLimit() throws Exception {
        AtomicInteger number = new AtomicInteger();

        List<Long> sent =
                atOnce(100, () -> queued(invite(stranger("x" + number.incrementAndGet()))));

        assertThat(sent.stream().mapToLong(Long::longValue).sum()).isEqualTo(37);
        assertThat(count("invitation")).isEqualTo(37);
        assertThat(count("dispatch")).isEqualTo(37);
    }

    @Test
    void doubleClickSendsOnce() throws Exception {
        String[] strangers = strangers("d", 5);

        List<Long> sent = atOnce(30, () -> queued(invite(strangers)));

        assertThat(sent.stream().mapToLong(Long::longValue).sum()).isEqualTo(5);
        assertThat(count("invitation")).isEqualTo(5);
        assertThat(count("dispatch")).isEqualTo(5);
    }

    @Test
    void hundredInvitersAtOnceOpenOneInvitation() throws Exception {
        String stranger = stranger("one");
        String key = "b@" + company.domain();
        AtomicInteger number = new AtomicInteger();
        List<InviteOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            as(company.join(MemberKind.COWORKER, number.incrementAndGet() + key));
            outcomes.addAll(atOnce(25, () -> invite(stranger).get(0).outcome()));
        }

        assertThat(outcomes).filteredOn(InviteOutcome.QUEUED::equals).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome != InviteOutcome.QUEUED)
                .containsOnly(InviteOutcome.ALREADY_INVITED);
    }
}

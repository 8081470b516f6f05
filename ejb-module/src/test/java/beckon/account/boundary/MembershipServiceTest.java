package beckon.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import beckon.account.control.CallerRepository;
import beckon.account.control.MembershipRepository;
import beckon.account.entity.AccountReason;
import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.account.entity.MembershipRow;
import beckon.person.boundary.SignInService;
import beckon.shared.RefusalException;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembershipServiceTest extends DatabaseTest {

    private TestContainer container;
    private TestCompany company;
    private MembershipService memberships;
    private AuthenticationService authentication;

    @BeforeEach
    void findCompany() {
        container = new TestContainer(database);
        company = new TestCompany(database, container);
        memberships = container.get(MembershipService.class);
        authentication = container.get(AuthenticationService.class);
    }

    @Test
    void personHasOnePlaceInAnAccount() {
        Caller bob = company.coworker("Bob", "Builder");

        RefusalException refusal =
                catchThrowableOfType(
                        RefusalException.class,
                        () -> company.join(bob.personId(), MemberKind.ADMIN, null));

        assertThat(refusal.reason()).isEqualTo(AccountReason.ALREADY_MEMBER);
        assertThat(findActive(bob)).contains(bob.membershipId());
    }

    @Test
    void anotherTroubleIsNotTakenForASecondPlace() {
        assertThatThrownBy(() -> company.join(-1, MemberKind.GUEST, null))
                .isInstanceOf(PersistenceException.class);
    }

    @Test
    void deactivatedMemberIsOutAtOnceAndMayBeInvitedAnew() {
        Caller bob = company.coworker("Bob", "Builder");
        UUID session = open(bob);
        assertThat(authentication.findBySession(session)).contains(bob);

        deactivate(bob);

        assertThat(authentication.findBySession(session)).isEmpty();
        assertThat(findActive(bob)).isEmpty();
        Caller again = company.join(bob.personId(), MemberKind.GUEST, null);
        assertThat(again.membershipId()).isEqualTo(bob.membershipId());
        assertThat(authentication.findBySession(session)).contains(again);
    }

    @Test
    void memberOfTwoAccountsIsNotMovedToTheOtherWhenPutOutOfOne() {
        Caller bob = company.coworker("Bob", "Builder");
        TestCompany other = new TestCompany(database, container);
        other.join(bob.personId(), MemberKind.GUEST, null);
        UUID session = open(bob);
        assertThat(authentication.findBySession(session)).contains(bob);

        deactivate(bob);

        assertThat(authentication.findBySession(session)).isEmpty();
    }

    @Test
    void personSwitchesBetweenOwnAccountsOnly() {
        Caller bob = company.coworker("Bob", "Builder");
        TestCompany other = new TestCompany(database, container);
        Caller there = other.join(bob.personId(), MemberKind.GUEST, null);
        Caller eve = other.admin("Eve");
        UUID session = open(bob);

        switchTo(session, handleOf(there));
        assertThat(authentication.findBySession(session)).contains(there);
        RefusalException refusal =
                catchThrowableOfType(
                        RefusalException.class, () -> switchTo(session, handleOf(eve)));
        assertThat(refusal.reason()).isEqualTo(AccountReason.NOT_FOUND);
        assertThat(authentication.findBySession(session)).contains(there);
        assertThat(switches(there)).containsExactly("done");
    }

    @Test
    void guestWhoseStayIsOverDoesNotSwitchThere() {
        Caller bob = company.coworker("Bob", "Builder");
        TestCompany other = new TestCompany(database, container);
        Caller there = other.join(bob.personId(), MemberKind.GUEST, null);
        UUID place = handleOf(there);
        UUID session = open(bob);
        new Statements(database.dataSource())
                .update(
                        "update membership set ends_at = ? where id = ?",
                        InstantConverter.toColumn(container.clock().instant().plusSeconds(60)),
                        there.membershipId());
        switchTo(session, place);
        switchTo(session, handleOf(bob));
        container.clock().move(Duration.ofMinutes(2));

        RefusalException refusal =
                catchThrowableOfType(RefusalException.class, () -> switchTo(session, place));

        assertThat(refusal.reason()).isEqualTo(AccountReason.NOT_FOUND);
        assertThat(authentication.findBySession(session)).contains(bob);
    }

    @Test
    void useNotedLateDoesNotUndoASwitch() {
        Caller bob = company.coworker("Bob", "Builder");
        TestCompany other = new TestCompany(database, container);
        Caller there = other.join(bob.personId(), MemberKind.GUEST, null);
        UUID session = open(bob);
        CallerRepository late =
                new CallerRepository(beforeUpdate(() -> switchTo(session, handleOf(there))));

        late.findBySession(session, container.clock().instant());

        assertThat(authentication.findBySession(session)).contains(there);
    }

    private List<String> switches(Caller to) {
        return new Statements(database.dataSource())
                .list(
                        "select outcome from audit_entry where action = 'account.switched'"
                                + " and account_id = ? and actor_id = ? and subject = ?",
                        row -> row.getString(1),
                        to.accountId(),
                        to.membershipId(),
                        handleOf(to).toString());
    }

    /** Connections through which something else happens just before the first update. */
    private DataSource beforeUpdate(Runnable event) {
        return (DataSource)
                Proxy.newProxyInstance(
                        DataSource.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, arguments) -> {
                            Connection real = database.dataSource().getConnection();
                            return Proxy.newProxyInstance(
                                    DataSource.class.getClassLoader(),
                                    new Class<?>[] {Connection.class},
                                    (self, call, values) -> {
                                        if (call.getName().equals("prepareStatement")
                                                && values[0].toString().startsWith("update")) {
                                            event.run();
                                        }
                                        return call.invoke(real, values);
                                    });
                        });
    }

    private UUID open(Caller caller) {
        SignInService signIns = container.get(SignInService.class);
        return database.inTransaction(() -> signIns.openSession(caller.personId(), null, null));
    }

    private void switchTo(UUID session, UUID membership) {
        database.inTransaction(() -> authentication.switchAccount(session, membership));
    }

    private UUID handleOf(Caller caller) {
        return container.get(MembershipRepository.class).list(caller).stream()
                .filter(MembershipRow::current)
                .findFirst()
                .orElseThrow()
                .handle();
    }

    private java.util.Optional<Long> findActive(Caller caller) {
        return database.inTransaction(
                () -> memberships.findActive(caller.accountId(), caller.personId()));
    }

    private void deactivate(Caller caller) {
        database.inTransaction(
                () ->
                        container
                                .get(MembershipRepository.class)
                                .find(caller.accountId(), caller.personId())
                                .orElseThrow()
                                .deactivate(container.clock().instant()));
    }
}

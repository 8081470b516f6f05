package beckon.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import beckon.account.control.MembershipRepository;
import beckon.account.entity.AccountReason;
import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.account.entity.MembershipRow;
import beckon.person.boundary.SignInService;
import beckon.shared.RefusalException;
import beckon.shared.persistence.DatabaseTest;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.util.UUID;
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

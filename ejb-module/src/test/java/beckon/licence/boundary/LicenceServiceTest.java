package beckon.licence.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.audit.entity.AuditRecord;
import beckon.licence.entity.Edition;
import beckon.licence.entity.LicenceReason;
import beckon.licence.entity.Seats;
import beckon.shared.persistence.DatabaseTest;
import beckon.testing.Crowds;
import beckon.testing.Roster;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LicenceServiceTest extends DatabaseTest {

    private TestContainer container;
    private TestCompany company;
    private Roster roster;
    private Caller ada;
    private Caller bob;

    @BeforeEach
    void findCompany() {
        container = new TestContainer(database);
        company = new TestCompany(database, container);
        roster = new Roster(database, container);
        ada = company.admin("Ada");
        bob = company.coworker("Bob", "Builder");
        roster.callAs(ada);
    }

    @Test
    void newMemberOfAProPlusAccountWaitsForALicence() {
        subscribe(Edition.PRO_PLUS, 5);
        Caller cleo = company.coworker("Cleo", "New");

        roster.callAs(cleo);
        assertThat(licences().isWaiting()).isTrue();
        roster.callAs(ada);
        assertThat(assign(cleo)).isEqualTo(1);

        roster.callAs(cleo);
        assertThat(licences().isWaiting()).isFalse();
    }

    @Test
    void guestsAndOtherEditionsNeedNone() {
        subscribe(Edition.PRO, 0);
        roster.callAs(bob);
        assertThat(licences().isWaiting()).isFalse();
        roster.callAs(ada);
        assertThat(roster.refusal(() -> assign(bob))).isEqualTo(LicenceReason.NOT_PRO_PLUS);
        subscribe(Edition.PRO_PLUS, 5);
        Caller gina = company.guest("Gina", bob);

        assertThat(assign(gina)).isZero();

        assertThat(seats()).isEqualTo(new Seats(Edition.PRO_PLUS, 5, 0));
        roster.callAs(gina);
        assertThat(licences().isWaiting()).isFalse();
    }

    @Test
    void manyAreGivenAtOnceOrNoneAtAll() {
        subscribe(Edition.PRO_PLUS, 2);
        Caller cleo = company.coworker("Cleo", "Third");

        assertThat(roster.refusal(() -> assign(ada, bob, cleo)))
                .isEqualTo(LicenceReason.NO_SEATS_LEFT);
        assertThat(seats().assigned()).isZero();

        assertThat(assign(ada, bob)).isEqualTo(2);
        assertThat(assign(ada, bob)).isZero();
        assertThat(seats()).isEqualTo(new Seats(Edition.PRO_PLUS, 2, 2));
        assertThat(revoke(bob, cleo)).isEqualTo(1);
        assertThat(assign(cleo)).isEqualTo(1);
        assertThat(seats().left()).isZero();
    }

    @Test
    void hundredAtOnceTakeExactlyTheSeatsThereAre() {
        subscribe(Edition.PRO_PLUS, 10);
        List<Callable<Boolean>> attempts =
                IntStream.range(0, 100)
                        .mapToObj(i -> company.coworker("P" + i, "Parallel"))
                        .map(
                                member ->
                                        (Callable<Boolean>)
                                                () -> roster.refusal(() -> assign(member)) == null)
                        .toList();

        assertThat(Crowds.atOnce(attempts)).filteredOn(done -> done).hasSize(10);

        assertThat(seats()).isEqualTo(new Seats(Edition.PRO_PLUS, 10, 10));
        assertThat(licensed(company)).isEqualTo(10);
    }

    @Test
    void lastSeatGoesToOneOfTwoAdmins() {
        subscribe(Edition.PRO_PLUS, 1);
        Caller eve = company.admin("Eve");
        List<Callable<Boolean>> attempts = List.of(attempt(ada, bob), attempt(eve, eve));

        assertThat(Crowds.atOnce(attempts)).containsExactlyInAnyOrder(true, false);

        assertThat(licensed(company)).isEqualTo(1);
    }

    @Test
    void sameMemberGivenByManyTakesOneSeat() {
        subscribe(Edition.PRO_PLUS, 50);

        Crowds.atOnce(20, () -> assign(bob));

        assertThat(seats().assigned()).isEqualTo(1);
    }

    @Test
    void licenceIsFreeAgainWhenItsHolderLeavesOrBecomesAGuest() {
        subscribe(Edition.PRO_PLUS, 2);
        Caller cleo = company.coworker("Cleo", "Leaver");
        assign(bob, cleo);

        roster.deactivate(bob);
        roster.make(cleo, MemberKind.GUEST);

        assertThat(seats()).isEqualTo(new Seats(Edition.PRO_PLUS, 2, 0));
        roster.reactivate(bob);
        assertThat(seats().assigned()).isZero();
        assertThat(licensed(company)).isZero();
    }

    @Test
    void fewerSeatsThanAreAssignedAreRefused() {
        subscribe(Edition.PRO_PLUS, 2);
        assign(ada, bob);

        assertThat(roster.refusal(() -> subscribe(Edition.PRO_PLUS, 1)))
                .isEqualTo(LicenceReason.TOO_MANY_ASSIGNED);

        assertThat(seats()).isEqualTo(new Seats(Edition.PRO_PLUS, 2, 2));
    }

    @Test
    void anotherAccountsMembersAreNotTouched() {
        TestCompany other = new TestCompany(database, container);
        Caller olga = other.admin("Olga");
        Caller sam = other.coworker("Sam", "Stranger");
        subscribe(company, Edition.PRO_PLUS, 2);
        subscribe(other, Edition.PRO_PLUS, 2);
        roster.callAs(olga);
        assign(sam);

        roster.callAs(ada);
        assertThat(assign(olga)).isZero();
        assertThat(revoke(sam)).isZero();

        assertThat(seats().assigned()).isZero();
        assertThat(licensed(other)).isEqualTo(1);
    }

    @Test
    void givingAndTakingStandInTheAudit() {
        subscribe(Edition.PRO_PLUS, 1);

        assign(bob);
        revoke(bob);

        assertThat(outcomes("licence.assigned")).containsExactly(AuditRecord.DONE);
        assertThat(outcomes("licence.revoked")).containsExactly(AuditRecord.DONE);
    }

    private Callable<Boolean> attempt(Caller by, Caller member) {
        TestContainer own = new TestContainer(database);
        own.callAs(by.principalName());
        Set<UUID> chosen = Set.of(roster.handleOf(member));
        return () ->
                roster.refusal(() -> roster.run(() -> own.get(LicenceService.class).assign(chosen)))
                        == null;
    }

    private void subscribe(Edition edition, int seats) {
        subscribe(company, edition, seats);
    }

    private void subscribe(TestCompany subscriber, Edition edition, int seats) {
        roster.run(() -> licences().setEdition(subscriber.accountId(), edition, seats));
    }

    private List<String> outcomes(String action) {
        return roster.list(
                "select outcome from audit_entry where action = ? and account_id = ? order by id",
                String.class,
                action,
                company.accountId());
    }

    private int assign(Caller... members) {
        Set<UUID> chosen = handles(members);
        return database.inTransaction(() -> licences().assign(chosen));
    }

    private int revoke(Caller... members) {
        Set<UUID> chosen = handles(members);
        return database.inTransaction(() -> licences().revoke(chosen));
    }

    private Set<UUID> handles(Caller... members) {
        return Arrays.stream(members).map(roster::handleOf).collect(Collectors.toSet());
    }

    private int licensed(TestCompany subscriber) {
        return roster.list(
                        "select id from membership where account_id = ?"
                                + " and licensed_at is not null",
                        Long.class,
                        subscriber.accountId())
                .size();
    }

    private Seats seats() {
        return licences().getSeats();
    }

    private LicenceService licences() {
        return container.get(LicenceService.class);
    }
}

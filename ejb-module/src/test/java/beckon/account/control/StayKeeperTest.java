package beckon.account.control;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.boundary.AuthenticationService;
import beckon.account.entity.AccountReason;
import beckon.account.entity.Caller;
import beckon.account.entity.GuestStay;
import beckon.account.entity.MemberKind;
import beckon.delivery.control.DispatchQueue;
import beckon.person.boundary.SignInService;
import beckon.shared.persistence.DatabaseTest;
import beckon.testing.Crowds;
import beckon.testing.Roster;
import beckon.testing.SilentQueue;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StayKeeperTest extends DatabaseTest {

    private TestContainer container;
    private TestCompany company;
    private Roster roster;
    private Caller ada;
    private Caller bob;
    private Caller gina;

    @BeforeEach
    void findCompany() {
        container = new TestContainer(database);
        container.with(DispatchQueue.class, new SilentQueue());
        company = new TestCompany(database, container);
        roster = new Roster(database, container);
        ada = company.admin("Ada");
        bob = company.coworker("Bob", "Builder");
        gina = company.guest("Gina", bob);
        roster.callAs(ada);
    }

    @Test
    void guestIsOutFromTheMomentOfTheEndSweptOrNot() {
        stay(roster.emailOf(bob), now().plus(Duration.ofDays(2)));
        UUID session = open(gina);
        assertThat(lets(session)).isTrue();

        container.clock().move(Duration.ofDays(2));

        assertThat(lets(open(gina))).isFalse();
        assertThat(deactivatedAt()).isNull();
        sweep();
        assertThat(deactivatedAt()).isNotNull();
    }

    @Test
    void endIsSweptOnceByWhicheverNode() {
        stay(null, now().plusSeconds(60));
        container.clock().move(Duration.ofMinutes(2));

        List<Integer> swept =
                Crowds.atOnce(
                        8,
                        () ->
                                database.inTransaction(
                                        () ->
                                                container
                                                        .get(StayKeeper.class)
                                                        .endOverdue(now(), 1_000)));

        assertThat(
                        roster.list(
                                "select id from audit_entry where account_id = ?"
                                        + " and action = 'member.ended'",
                                Long.class,
                                company.accountId()))
                .hasSize(1);
        assertThat(swept).anyMatch(number -> number > 0);
    }

    @Test
    void sponsorAndGuestAreRemindedOnceAWeekBefore() {
        stay(roster.emailOf(bob), now().plus(Duration.ofDays(20)));
        remind();
        assertThat(mails()).isEmpty();

        container.clock().move(Duration.ofDays(13));
        Crowds.atOnce(8, this::remind);

        assertThat(mails())
                .containsExactlyInAnyOrder(
                        "guestEnds " + roster.emailOf(bob), "stayEnds " + roster.emailOf(gina));
    }

    @Test
    void anAdminIsRemindedWhereNobodyAnswersForTheGuest() {
        stay(roster.emailOf(bob), now().plus(Duration.ofDays(3)));
        roster.deactivate(bob);

        remind();

        assertThat(mails()).contains("guestEnds " + roster.emailOf(ada));
    }

    @Test
    void laterEndIsRemindedOfAnew() {
        stay(null, now().plus(Duration.ofDays(3)));
        remind();
        stay(null, now().plus(Duration.ofDays(5)));

        remind();

        assertThat(mails()).hasSize(4);
    }

    @Test
    void endsAreForGuestsAndInTheFuture() {
        assertThat(refusal(gina, null, now())).isEqualTo(AccountReason.END_IN_THE_PAST);
        assertThat(refusal(bob, null, now().plusSeconds(60))).isEqualTo(AccountReason.NOT_A_GUEST);
        assertThat(refusal(gina, roster.emailOf(gina), null))
                .isEqualTo(AccountReason.NO_SUCH_COLLEAGUE);
    }

    @Test
    void coworkerHasNoEndAnyMore() {
        stay(null, now().plus(Duration.ofDays(2)));

        roster.make(gina, MemberKind.COWORKER);
        container.clock().move(Duration.ofDays(3));

        assertThat(lets(open(gina))).isTrue();
        sweep();
        assertThat(deactivatedAt()).isNull();
    }

    @Test
    void policyEndsTheStayOfNewGuestsAndAllowsNoLongerOne() {
        roster.update(
                "update invitation_policy set guest_max_days = 30 where account_id = ?",
                company.accountId());
        Caller gus = company.guest("Gus", bob);
        Caller cleo = company.coworker("Cleo", "Co");

        assertThat(endOf(gus)).isEqualTo(now().plus(Duration.ofDays(30)));
        assertThat(endOf(cleo)).isNull();
        assertThat(refusal(gus, null, now().plus(Duration.ofDays(32))))
                .isEqualTo(AccountReason.STAY_TOO_LONG);
        assertThat(refusal(gus, null, null)).isNull();
        assertThat(endOf(gus)).isEqualTo(now().plus(Duration.ofDays(30)));
        roster.make(cleo, MemberKind.GUEST);
        assertThat(endOf(cleo)).isEqualTo(now().plus(Duration.ofDays(30)));
    }

    @Test
    void guestWhoComesBackStaysNoLongerThanTheAccountAllows() {
        roster.deactivate(gina);
        roster.update(
                "update invitation_policy set guest_max_days = 30 where account_id = ?",
                company.accountId());

        roster.reactivate(gina);

        assertThat(endOf(gina)).isEqualTo(now().plus(Duration.ofDays(30)));
    }

    private Instant endOf(Caller member) {
        return beckon.shared.persistence.InstantConverter.toMoment(
                roster.list(
                                "select ends_at from membership where id = ?",
                                java.time.LocalDateTime.class,
                                member.membershipId())
                        .get(0));
    }

    private Instant now() {
        return container.clock().instant();
    }

    private beckon.shared.Reason refusal(Caller member, String sponsor, Instant end) {
        GuestStay stay = new GuestStay(roster.handleOf(member), sponsor, end);
        return roster.refusal(() -> roster.run(() -> roster.members().setStay(stay)));
    }

    private void stay(String sponsor, Instant end) {
        assertThat(refusal(gina, sponsor, end)).isNull();
    }

    private int remind() {
        return database.inTransaction(() -> container.get(StayKeeper.class).remind(now(), 1_000));
    }

    private void sweep() {
        database.inTransaction(() -> container.get(StayKeeper.class).endOverdue(now(), 1_000));
    }

    private List<String> mails() {
        return roster.list(
                "select template || ' ' || recipient from dispatch where account_id = ?",
                String.class,
                company.accountId());
    }

    private Object deactivatedAt() {
        return roster.list(
                        "select deactivated_at from membership where id = ?",
                        java.time.LocalDateTime.class,
                        gina.membershipId())
                .get(0);
    }

    private UUID open(Caller caller) {
        SignInService signIns = container.get(SignInService.class);
        return database.inTransaction(() -> signIns.openSession(caller.personId(), null, null));
    }

    private boolean lets(UUID session) {
        return container.get(AuthenticationService.class).findBySession(session).isPresent();
    }
}

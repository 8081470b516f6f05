package beckon.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.AccountReason;
import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.contact.boundary.ContactService;
import beckon.contact.entity.ContactCounts;
import beckon.contact.entity.ContactGroup;
import beckon.contact.entity.ContactQuery;
import beckon.contact.entity.ContactRow;
import beckon.person.boundary.SignInService;
import beckon.person.control.SessionRepository;
import beckon.person.entity.ApiToken;
import beckon.shared.Token;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.IdRepository;
import beckon.testing.Crowds;
import beckon.testing.Roster;
import beckon.testing.TestCompany;
import beckon.testing.TestContainer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemberServiceTest extends DatabaseTest {

    private TestContainer container;
    private TestCompany company;
    private Roster roster;
    private AuthenticationService authentication;
    private Caller ada;
    private Caller bob;

    @BeforeEach
    void findCompany() {
        container = new TestContainer(database);
        company = new TestCompany(database, container);
        roster = new Roster(database, container);
        authentication = container.get(AuthenticationService.class);
        ada = company.admin("Ada");
        bob = company.coworker("Bob", "Builder");
        roster.callAs(ada);
    }

    @Nested
    class Kind {

        @Test
        void isChangedWithTheNextRequest() {
            UUID session = open(bob);

            roster.make(bob, MemberKind.ADMIN);

            assertThat(authentication.findBySession(session))
                    .hasValueSatisfying(caller -> assertThat(caller.isAdmin()).isTrue());
        }

        @Test
        void ofAWebmailUserIsAnAdminsWord() {
            Caller wil =
                    company.join(
                            company.person(
                                    beckon.shared.EmailAddress.of(
                                            "wil" + bob.personId() + "@gmail.com"),
                                    "Wil",
                                    "Webmail",
                                    "none"),
                            MemberKind.GUEST,
                            ada.membershipId());

            roster.make(wil, MemberKind.COWORKER);

            roster.callAs(asNow(wil));
            assertThat(names("")).contains("Ada Admin", "Bob Builder", "Wil Webmail");
            assertThat(contacts().count()).isEqualTo(new ContactCounts(3, 3, 0, 0));
        }

        @Test
        void ofAGuestAgainHidesTheCompany() {
            company.coworker("Cleo", "Colleague");

            roster.make(bob, MemberKind.GUEST);

            roster.callAs(asNow(bob));
            assertThat(names("")).containsExactly("Ada Admin", "Bob Builder");
            assertThat(names("cleo")).isEmpty();
            assertThat(contacts().listNumbers("cleo", 8)).isEmpty();
        }

        @Test
        void ofTheLastAdminStays() {
            assertThat(roster.refusal(() -> roster.make(ada, MemberKind.COWORKER)))
                    .isEqualTo(AccountReason.LAST_ADMIN);
            assertThat(asNow(ada).isAdmin()).isTrue();
        }

        @Test
        void ofTwoLastAdminsWhoTakeEachOtherAwayStaysForOne() {
            for (int round = 0; round < 10; round++) {
                TestCompany other = new TestCompany(database, container);
                Caller one = other.admin("One");
                Caller two = other.admin("Two");
                List<Callable<Boolean>> attempts = List.of(removal(one, two), removal(two, one));

                assertThat(Crowds.atOnce(attempts)).containsExactlyInAnyOrder(true, false);

                assertThat(
                                roster.list(
                                        "select id from membership where account_id = ?"
                                                + " and kind = 'ADMIN' and deactivated_at is null",
                                        Long.class,
                                        other.accountId()))
                        .hasSize(1);
            }
        }

        private Callable<Boolean> removal(Caller by, Caller of) {
            TestContainer own = new TestContainer(database);
            Roster theirs = new Roster(database, own);
            theirs.callAs(by);
            return () -> theirs.succeedsUnlessLast(() -> theirs.deactivate(of));
        }
    }

    @Nested
    class Deactivating {

        @Test
        void endsSessionsAndTokensAndTakesOutOfEveryList() {
            UUID session = open(bob);
            String token = token(bob);
            assertThat(authentication.findByApiToken(token)).contains(bob);

            roster.deactivate(bob);

            assertThat(authentication.findBySession(session)).isEmpty();
            assertThat(authentication.findByApiToken(token)).isEmpty();
            assertThat(names("")).containsExactly("Ada Admin");
            assertThat(names("bob")).isEmpty();
            assertThat(contacts().count()).isEqualTo(new ContactCounts(1, 1, 0, 0));
            assertThat(outcomes("member.deactivated")).containsExactly("done");
        }

        @Test
        void forgetsWhereTheyWereRemembered() {
            roster.update(
                    "insert into remembered_device (id, handle, series, person_id, token_hash,"
                            + " rotated_at, created_at, last_seen_at, expires_at)"
                            + " select id, handle, handle, person_id, ?, joined_at, joined_at,"
                            + " joined_at, joined_at from membership where id = ?",
                    new byte[32],
                    bob.membershipId());

            roster.deactivate(bob);

            assertThat(
                            roster.list(
                                    "select id from remembered_device"
                                            + " where person_id = ? and ended_at is null",
                                    Long.class,
                                    bob.personId()))
                    .isEmpty();
        }

        @Test
        void leavesThePlacesInOtherAccountsButNoWayFromOneToTheOther() {
            TestCompany other = new TestCompany(database, container);
            Caller there = other.join(bob.personId(), MemberKind.GUEST, null);
            UUID here = open(bob);
            UUID elsewhere = open(bob);
            assertThat(authentication.findBySession(here)).contains(bob);
            database.inTransaction(
                    () -> authentication.switchAccount(elsewhere, roster.handleOf(there)));
            String undecided = token(bob);

            roster.deactivate(bob);

            assertThat(authentication.findBySession(here)).isEmpty();
            assertThat(authentication.findBySession(elsewhere)).contains(there);
            assertThat(authentication.findByApiToken(undecided)).isEmpty();
        }

        @Test
        void isNotForOneselfNorForTheLastAdmin() {
            Caller eve = company.admin("Eve");

            assertThat(roster.refusal(() -> roster.deactivate(ada)))
                    .isEqualTo(AccountReason.YOURSELF);
            roster.deactivate(eve);
            assertThat(roster.refusal(() -> roster.deactivate(eve)))
                    .isEqualTo(AccountReason.CHANGED_MEANWHILE);
        }

        @Test
        void handsOverToColleaguesOfTheAccountOnly() {
            Caller gina = company.guest("Gina", bob);
            Caller stranger = new TestCompany(database, container).coworker("Sam", "Stranger");
            Caller gone = company.coworker("Gone", "Already");
            roster.deactivate(gone);

            for (Caller unfit : List.of(gina, stranger, gone, bob)) {
                assertThat(roster.refusal(() -> roster.deactivate(bob, roster.emailOf(unfit))))
                        .isEqualTo(AccountReason.NO_SUCH_COLLEAGUE);
            }
            assertThat(roster.refusal(() -> roster.deactivate(bob, "no address")))
                    .isEqualTo(AccountReason.NO_SUCH_COLLEAGUE);
            roster.deactivate(bob, roster.emailOf(ada));
            assertThat(
                            roster.list(
                                    "select sponsor_id from membership where id = ?",
                                    Long.class,
                                    gina.membershipId()))
                    .containsExactly(ada.membershipId());
        }

        @Test
        void ofAnotherAccountsMemberFindsNobody() {
            Caller stranger = new TestCompany(database, container).coworker("Sam", "Stranger");

            assertThat(roster.refusal(() -> roster.deactivate(stranger)))
                    .isEqualTo(AccountReason.NOT_FOUND);
            assertThat(roster.refusal(() -> roster.reactivate(stranger)))
                    .isEqualTo(AccountReason.NOT_FOUND);
            assertThat(roster.refusal(() -> roster.make(stranger, MemberKind.ADMIN)))
                    .isEqualTo(AccountReason.NOT_FOUND);
        }

        @Test
        void happensOnceHoweverManyDoIt() {
            UUID handle = roster.handleOf(bob);
            var command = new beckon.account.entity.Deactivation(handle, null);

            List<Boolean> results =
                    Crowds.atOnce(
                            20,
                            () ->
                                    roster.refusal(
                                                    () ->
                                                            roster.run(
                                                                    () ->
                                                                            roster.members()
                                                                                    .deactivate(
                                                                                            command)))
                                            == null);

            assertThat(results).filteredOn(done -> done).hasSize(1);
        }
    }

    @Nested
    class Reactivating {

        @Test
        void takesInAgainWithoutWhatHadEnded() {
            UUID session = open(bob);
            String token = token(bob);
            roster.deactivate(bob);

            roster.reactivate(bob);

            assertThat(authentication.findBySession(session)).isEmpty();
            assertThat(authentication.findByApiToken(token)).isEmpty();
            assertThat(authentication.findBySession(open(bob))).contains(bob);
            assertThat(names("bob")).containsExactly("Bob Builder");
            assertThat(contacts().count().company()).isEqualTo(2);
        }

        @Test
        void letsAGuestSeeTheirSponsorAgain() {
            Caller gina = company.guest("Gina", bob);
            roster.deactivate(gina);

            roster.reactivate(gina);

            roster.callAs(gina);
            assertThat(names("")).containsExactly("Bob Builder", "Gina Guest");
        }

        @Test
        void ofWhoIsInIsRefused() {
            assertThat(roster.refusal(() -> roster.reactivate(bob)))
                    .isEqualTo(AccountReason.CHANGED_MEANWHILE);
        }
    }

    private Caller asNow(Caller member) {
        return authentication.findBySession(open(member)).orElseThrow();
    }

    private List<String> outcomes(String action) {
        return roster.list(
                "select outcome from audit_entry where action = ? and account_id = ? order by id",
                String.class,
                action,
                company.accountId());
    }

    private UUID open(Caller caller) {
        SignInService signIns = container.get(SignInService.class);
        return database.inTransaction(() -> signIns.openSession(caller.personId(), null, null));
    }

    private String token(Caller caller) {
        Token secret = Token.random();
        long id = container.get(IdRepository.class).next();
        ApiToken token = new ApiToken(id, caller.personId(), secret, container.clock().instant());
        database.inTransaction(() -> container.get(SessionRepository.class).add(token));
        return secret.secret();
    }

    private ContactService contacts() {
        return container.get(ContactService.class);
    }

    private List<String> names(String text) {
        return contacts().list(new ContactQuery(ContactGroup.ALL, text, 0, 100)).rows().stream()
                .map(ContactRow::displayName)
                .toList();
    }
}

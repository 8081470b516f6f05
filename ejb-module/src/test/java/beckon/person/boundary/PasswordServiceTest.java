package beckon.person.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.boundary.AuthenticationService;
import beckon.account.entity.MemberKind;
import beckon.person.SignInTest;
import beckon.person.entity.IssuedToken;
import beckon.person.entity.PasswordChange;
import beckon.person.entity.PasswordReset;
import beckon.person.entity.PersonReason;
import beckon.person.entity.ResetRequest;
import beckon.shared.RefusalException;
import beckon.testing.Crowds;
import beckon.testing.TestCompany;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordServiceTest extends SignInTest {

    private static final String NEW = "copper lantern drifting 7";

    private PasswordService passwords;
    private SignInService signIns;
    private AuthenticationService authentication;

    @BeforeEach
    void openDoors() {
        passwords = container.get(PasswordService.class);
        signIns = container.get(SignInService.class);
        authentication = container.get(AuthenticationService.class);
    }

    @Test
    void mailedLinkLetsOneChooseANewPassword() {
        ask(email.toUpperCase());

        assertThat(mails()).containsExactly("reset");
        String token = mailedToken();
        assertThat(in(() -> passwords.isOpen(token))).isTrue();
        database.inTransaction(() -> passwords.reset(reset(token, NEW, false)));

        assertThat(in(() -> signIns.signIn(request(NEW)))).isNotNull();
        assertThat(refusal(() -> signIns.signIn(request(PASSWORD))).reason())
                .isEqualTo(PersonReason.WRONG_CREDENTIALS);
        assertThat(mails()).containsExactly("notice PASSWORD_RESET", "reset");
    }

    @Test
    void lookingAtTheLinkUsesNothingUp() {
        ask(email);
        String token = mailedToken();

        for (int i = 0; i < 3; i++) {
            assertThat(in(() -> passwords.isOpen(token))).isTrue();
        }
    }

    @Test
    void linkWorksOnceAndNeverAgain() {
        ask(email);
        String token = mailedToken();
        database.inTransaction(() -> passwords.reset(reset(token, NEW, false)));

        assertThat(in(() -> passwords.isOpen(token))).isFalse();
        assertThat(refusal(() -> passwords.reset(reset(token, PASSWORD, false))).reason())
                .isEqualTo(PersonReason.RESET_CLOSED);
    }

    @Test
    void linkIsDeadAfterHalfAnHourAndWhenAnotherIsAskedFor() {
        ask(email);
        String first = mailedToken();
        ask(email);
        String second = mailedToken();
        assertThat(in(() -> passwords.isOpen(first))).isFalse();

        container.clock().move(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(in(() -> passwords.isOpen(second))).isTrue();
        container.clock().move(Duration.ofSeconds(1));
        assertThat(in(() -> passwords.isOpen(second))).isFalse();
        assertThat(refusal(() -> passwords.reset(reset(second, NEW, false))).reason())
                .isEqualTo(PersonReason.RESET_CLOSED);
    }

    @Test
    void ofTwentyWhoUseTheLinkAtOnceOneSucceeds() {
        ask(email);
        String token = mailedToken();

        assertThat(
                        Crowds.atOnce(
                                20, () -> succeeds(() -> passwords.reset(reset(token, NEW, true)))))
                .filteredOn(done -> done)
                .hasSize(1);
    }

    @Test
    void strictestOfTheirAccountsSaysHowLongANewPasswordIs() {
        TestCompany strict = new TestCompany(database, container);
        strict.join(bob.personId(), MemberKind.GUEST, null);
        demand(company, 14);
        demand(strict, 30);

        assertThat(in(() -> passwords.getMinimum())).isEqualTo(30);
        RefusalException changing = refusal(() -> passwords.change(change(PASSWORD, NEW, null)));
        assertThat(changing.reason()).isEqualTo(PersonReason.PASSWORD_TOO_SHORT);
        assertThat(changing.arguments()).containsExactly(30);
        ask(email);
        String token = mailedToken();
        assertThat(in(() -> passwords.getMinimum(token))).isEqualTo(30);
        assertThat(refusal(() -> passwords.reset(reset(token, NEW, false))).arguments())
                .containsExactly(30);
        database.inTransaction(() -> passwords.reset(reset(token, NEW + " over nine seas", false)));
    }

    @Test
    void longerMinimumLocksNobodyOutAndEndsWithTheMembership() {
        demand(company, 64);

        assertThat(in(() -> signIns.signIn(request(PASSWORD)))).isNotNull();

        statements()
                .update(
                        "update membership set deactivated_at = joined_at where id = ?",
                        bob.membershipId());
        assertThat(in(() -> passwords.getMinimum())).isEqualTo(12);
    }

    @Test
    void whoHoldsNoLinkLearnsNothingOfAnybodysAccount() {
        demand(company, 40);

        assertThat(in(() -> passwords.getMinimum("nonsense"))).isEqualTo(12);
    }

    private void demand(TestCompany of, int minimum) {
        statements()
                .update(
                        "update invitation_policy set password_minimum = ? where account_id = ?",
                        minimum,
                        of.accountId());
    }

    @Test
    void unknownAddressAndNonsenseAreAnsweredLikeAKnownOneAndGetNoMail() {
        String stranger = "nobody@" + company.domain();
        ask(stranger);
        ask("no address at all");

        assertThat(
                        statements()
                                .number(
                                        "select count(*) from dispatch where recipient = ?",
                                        stranger))
                .isZero();
    }

    @Test
    void fourthMailInAQuarterOfAnHourIsNotSentAndNobodyIsTold() {
        for (int i = 0; i < 5; i++) {
            ask(email);
        }
        assertThat(mails()).hasSize(3);

        container.clock().move(Duration.ofMinutes(15));
        ask(email);
        assertThat(mails()).hasSize(4);
    }

    @Test
    void browserThatAsksTooOftenHasToWaitWhomeverItAsksFor() {
        for (int i = 0; i < 20; i++) {
            ask("p" + i + "@" + company.domain());
        }

        assertThat(refusal(() -> passwords.askForReset(ask(visit(null)))).reason())
                .isEqualTo(PersonReason.TOO_MANY_ATTEMPTS);
    }

    @Test
    void resetEndsAllThatTheOldPasswordHadOpenedIfAsked() {
        UUID session = open();
        IssuedToken key = in(() -> signIns.issueApiToken(request(PASSWORD)));
        ask(email);
        String token = mailedToken();

        database.inTransaction(() -> passwords.reset(reset(token, NEW, true)));

        assertThat(authentication.findBySession(session)).isEmpty();
        assertThat(authentication.findByApiToken(key.secret())).isEmpty();
    }

    @Test
    void resetEndsNothingIfNotAsked() {
        UUID session = open();
        IssuedToken key = in(() -> signIns.issueApiToken(request(PASSWORD)));
        ask(email);
        String token = mailedToken();

        database.inTransaction(() -> passwords.reset(reset(token, NEW, false)));

        assertThat(authentication.findBySession(session)).isPresent();
        assertThat(authentication.findByApiToken(key.secret())).isPresent();
    }

    @Test
    void weakPasswordLeavesTheLinkOpen() {
        ask(email);
        String token = mailedToken();

        assertThat(refusal(() -> passwords.reset(reset(token, "bob.builder!", false))).reason())
                .isEqualTo(PersonReason.PASSWORD_NAMES_YOU);
        assertThat(in(() -> passwords.isOpen(token))).isTrue();
    }

    @Test
    void resetForgetsFailedAttemptsSoThatNobodyIsLockedOut() {
        for (int i = 0; i < 10; i++) {
            refusal(() -> signIns.signIn(request("wrong")));
        }
        ask(email);
        String token = mailedToken();
        database.inTransaction(() -> passwords.reset(reset(token, NEW, false)));

        assertThat(in(() -> signIns.signIn(request(NEW)))).isNotNull();
    }

    @Test
    void changeTakesTheOldPasswordAndKeepsTheSessionInWhichOneIs() {
        UUID here = open();
        UUID elsewhere = open();
        IssuedToken key = in(() -> signIns.issueApiToken(request(PASSWORD)));

        database.inTransaction(() -> passwords.change(change(PASSWORD, NEW, here)));

        assertThat(authentication.findBySession(here)).isPresent();
        assertThat(authentication.findBySession(elsewhere)).isEmpty();
        assertThat(authentication.findByApiToken(key.secret())).isEmpty();
        assertThat(in(() -> signIns.signIn(request(NEW)))).isNotNull();
        assertThat(mails()).containsExactly("notice PASSWORD_CHANGED");
    }

    @Test
    void changeKillsALinkThatIsUnderWay() {
        ask(email);
        String token = mailedToken();

        database.inTransaction(() -> passwords.change(change(PASSWORD, NEW, open())));

        assertThat(in(() -> passwords.isOpen(token))).isFalse();
    }

    @Test
    void sixthWrongOldPasswordHasToWaitAndTheRightOneToo() {
        UUID here = open();
        for (int i = 0; i < 5; i++) {
            assertThat(refusal(() -> passwords.change(change("wrong", NEW, here))).reason())
                    .isEqualTo(PersonReason.WRONG_PASSWORD);
        }

        assertThat(refusal(() -> passwords.change(change(PASSWORD, NEW, here))).reason())
                .isEqualTo(PersonReason.TOO_MANY_ATTEMPTS);
        container.clock().move(Duration.ofMinutes(15));
        database.inTransaction(() -> passwords.change(change(PASSWORD, NEW, here)));
        assertThat(mails()).hasSize(1);
    }

    @Test
    void whatHoldsAPasswordPrintsNone() {
        assertThat(change(PASSWORD, NEW, null).toString()).doesNotContain(PASSWORD, NEW);
        assertThat(reset("secret", NEW, true).toString()).doesNotContain("secret", NEW);
        assertThat(ask(visit(null)).toString()).doesNotContain(email);
    }

    private void ask(String address) {
        database.inTransaction(() -> passwords.askForReset(new ResetRequest(address, visit(null))));
    }

    private ResetRequest ask(beckon.person.entity.Visit visit) {
        return new ResetRequest(email, visit);
    }

    private PasswordReset reset(String token, String password, boolean endOthers) {
        return new PasswordReset(token, password, endOthers, visit(null));
    }

    private PasswordChange change(String current, String password, UUID here) {
        return new PasswordChange(current, password, true, visit(here));
    }
}

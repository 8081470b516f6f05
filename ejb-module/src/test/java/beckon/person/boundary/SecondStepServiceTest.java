package beckon.person.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.boundary.AuthenticationService;
import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.person.SignInTest;
import beckon.person.control.Codes;
import beckon.person.entity.CodeEntry;
import beckon.person.entity.PersonReason;
import beckon.person.entity.SecondStepSetUp;
import beckon.person.entity.SignInStep;
import beckon.shared.Token;
import beckon.testing.Crowds;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondStepServiceTest extends SignInTest {

    private SecondStepService secondSteps;
    private SignInService signIns;
    private AuthenticationService authentication;
    private String secret;
    private List<String> recoveryCodes;

    @BeforeEach
    void openDoors() {
        secondSteps = container.get(SecondStepService.class);
        signIns = container.get(SignInService.class);
        authentication = container.get(AuthenticationService.class);
    }

    @Test
    void passwordAloneIsEnoughUntilACodeHasConfirmedTheApp() {
        assertThat(signIn().finished()).isTrue();
        begin();
        assertThat(signIn().finished()).isTrue();

        turnOn();

        assertThat(signIn().finished()).isFalse();
        assertThat(in(secondSteps::getState).recoveryCodes()).isEqualTo(10);
        assertThat(mails()).containsExactly("notice SECOND_STEP_ON");
    }

    @Test
    void codeOpensTheSessionThatThePasswordDidNot() {
        turnOn();
        SignInStep step = signIn();
        assertThat(authentication.findBySession(step.handle())).isEmpty();

        SignInStep done = enter(step, code());

        assertThat(done.finished()).isTrue();
        assertThat(authentication.findBySession(done.handle())).isPresent();
    }

    @Test
    void codeCountsOnce() {
        turnOn();
        String code = code();
        enter(signIn(), code);

        assertThat(refusalOf(signIn(), code)).isEqualTo(PersonReason.WRONG_CODE);
        container.clock().move(Duration.ofSeconds(30));
        assertThat(enter(signIn(), code()).finished()).isTrue();
    }

    @Test
    void codeThatTurnedItOnDoesNotSignIn() {
        begin();
        String code = code();
        container.clock().move(Duration.ofSeconds(1));
        recoveryCodes = in(() -> secondSteps.turnOn(code, visit(null)));

        assertThat(refusalOf(signIn(), code)).isEqualTo(PersonReason.WRONG_CODE);
    }

    @Test
    void ofTenWhoEnterTheSameCodeAtOnceOneGetsIn() {
        turnOn();
        String code = code();
        List<SignInStep> steps = java.util.stream.Stream.generate(this::signIn).limit(4).toList();
        var next = new java.util.concurrent.atomic.AtomicInteger();

        assertThat(
                        Crowds.atOnce(
                                4,
                                () -> {
                                    SignInStep step = steps.get(next.getAndIncrement());
                                    return succeeds(() -> signIns.enterCode(entry(step, code)));
                                }))
                .filteredOn(in -> in)
                .hasSize(1);
    }

    @Test
    void challengeOpensOneSession() {
        turnOn();
        SignInStep step = signIn();
        enter(step, code());
        container.clock().move(Duration.ofSeconds(30));

        assertThat(refusalOf(step, code())).isEqualTo(PersonReason.CHALLENGE_OVER);
    }

    @Test
    void challengeIsOverAfterTenMinutesAndWhenThePasswordChanges() {
        turnOn();
        SignInStep late = signIn();
        container.clock().move(Duration.ofMinutes(10));
        assertThat(refusalOf(late, code())).isEqualTo(PersonReason.CHALLENGE_OVER);

        SignInStep stolen = signIn();
        database.inTransaction(
                () ->
                        container
                                .get(PasswordService.class)
                                .change(
                                        new beckon.person.entity.PasswordChange(
                                                PASSWORD,
                                                "copper lantern drifting 7",
                                                true,
                                                visit(null))));
        assertThat(refusalOf(stolen, code())).isEqualTo(PersonReason.CHALLENGE_OVER);
    }

    @Test
    void sixthWrongCodeHasToWaitTheRightOneTooAndTheOwnerIsTold() {
        turnOn();
        SignInStep step = signIn();
        for (int i = 0; i < 5; i++) {
            assertThat(refusalOf(step, "000000")).isEqualTo(PersonReason.WRONG_CODE);
        }

        assertThat(refusalOf(step, code())).isEqualTo(PersonReason.TOO_MANY_ATTEMPTS);
        assertThat(refusalOf(signIn(), code())).isEqualTo(PersonReason.TOO_MANY_ATTEMPTS);

        assertThat(mails()).containsExactly("notice CODES_GUESSED", "notice SECOND_STEP_ON");
        container.clock().move(Duration.ofMinutes(15));
        assertThat(enter(signIn(), code()).finished()).isTrue();
    }

    @Test
    void noMoreThanThirtyWrongCodesADay() {
        turnOn();
        for (int i = 0; i < 30; i++) {
            assertThat(refusalOf(signIn(), "000000")).isEqualTo(PersonReason.WRONG_CODE);
            container.clock().move(Duration.ofMinutes(15));
        }

        assertThat(refusalOf(signIn(), code())).isEqualTo(PersonReason.TOO_MANY_ATTEMPTS);
    }

    @Test
    void recoveryCodeSignsInOnceHoweverItIsTyped() {
        turnOn();
        String recovery = recoveryCodes.get(3);
        assertThat(recovery).matches("[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}");

        enter(signIn(), " " + recovery.toLowerCase().replace("-", " "));

        assertThat(refusalOf(signIn(), recovery)).isEqualTo(PersonReason.WRONG_CODE);
        assertThat(in(secondSteps::getState).recoveryCodes()).isEqualTo(9);
        assertThat(mails()).startsWith("notice RECOVERY_CODE_USED");
    }

    @Test
    void someoneElsesRecoveryCodeIsOfNoUse() {
        turnOn();
        String bobs = recoveryCodes.get(0);
        meetBob();
        openDoors();
        turnOn();

        assertThat(refusalOf(signIn(), bobs)).isEqualTo(PersonReason.WRONG_CODE);
    }

    @Test
    void newRecoveryCodesTakeThePlaceOfTheOld() {
        turnOn();
        String old = recoveryCodes.get(0);

        List<String> renewed = in(() -> secondSteps.renewRecoveryCodes(PASSWORD, visit(null)));

        assertThat(renewed).hasSize(10).doesNotContain(old).doesNotHaveDuplicates();
        assertThat(refusalOf(signIn(), old)).isEqualTo(PersonReason.WRONG_CODE);
        assertThat(enter(signIn(), renewed.get(0)).finished()).isTrue();
    }

    @Test
    void nothingChangesWithoutThePassword() {
        assertThat(refusal(() -> secondSteps.begin("wrong", visit(null))).reason())
                .isEqualTo(PersonReason.WRONG_PASSWORD);
        turnOn();

        assertThat(refusal(() -> secondSteps.turnOff("wrong", visit(null))).reason())
                .isEqualTo(PersonReason.WRONG_PASSWORD);
        assertThat(refusal(() -> secondSteps.renewRecoveryCodes("wrong", visit(null))).reason())
                .isEqualTo(PersonReason.WRONG_PASSWORD);
        assertThat(signIn().finished()).isFalse();
    }

    @Test
    void turnedOffThePasswordAloneIsEnoughAgain() {
        turnOn();

        database.inTransaction(() -> secondSteps.turnOff(PASSWORD, visit(null)));

        assertThat(signIn().finished()).isTrue();
        assertThat(in(secondSteps::getState).on()).isFalse();
        assertThat(mails()).startsWith("notice SECOND_STEP_OFF");
    }

    @Test
    void setUpIsOverAfterHalfAnHour() {
        begin();
        container.clock().move(Duration.ofMinutes(30));

        assertThat(refusal(() -> secondSteps.turnOn(code(), visit(null))).reason())
                .isEqualTo(PersonReason.NO_SET_UP);
        assertThat(in(secondSteps::findSetUp)).isEmpty();
    }

    @Test
    void programsGetNoTokenForAPasswordAlone() {
        turnOn();

        assertThat(refusal(() -> signIns.issueApiToken(request(PASSWORD))).reason())
                .isEqualTo(PersonReason.SECOND_STEP_NEEDED);
    }

    @Test
    void adminOwesASecondStepWhereThePolicyWantsItAndNobodyElseDoes() {
        Caller admin = company.join(bobsTwin(), MemberKind.ADMIN, null);
        assertThat(authentication.owesSecondStep(admin)).isFalse();
        statements()
                .update(
                        "update invitation_policy set admins_need_totp = true"
                                + " where account_id = ?",
                        company.accountId());

        assertThat(authentication.owesSecondStep(admin)).isTrue();
        assertThat(authentication.owesSecondStep(bob)).isFalse();
        container.callAs(admin.principalName());
        turnOn();
        assertThat(authentication.owesSecondStep(admin)).isFalse();
    }

    @Test
    void keyOfAnAdminWhoOwesASecondStepOpensNothing() {
        Caller admin = company.join(bobsTwin(), MemberKind.ADMIN, null);
        Token key = Token.random();
        database.inTransaction(
                () ->
                        container
                                .get(beckon.person.control.SessionRepository.class)
                                .add(
                                        new beckon.person.entity.ApiToken(
                                                container
                                                        .get(
                                                                beckon.shared.persistence
                                                                        .IdRepository.class)
                                                        .next(),
                                                admin.personId(),
                                                key,
                                                container.clock().instant())));
        assertThat(authentication.findByApiToken(key.secret())).isPresent();

        statements()
                .update(
                        "update invitation_policy set admins_need_totp = true"
                                + " where account_id = ?",
                        company.accountId());

        assertThat(authentication.findByApiToken(key.secret())).isEmpty();
    }

    private long bobsTwin() {
        String hash = container.get(beckon.person.control.Passwords.class).hash(PASSWORD);
        return company.person(company.email("twin"), "Rob", "Builder", hash);
    }

    private void begin() {
        database.inTransaction(() -> secondSteps.begin(PASSWORD, visit(null)));
        SecondStepSetUp setUp = in(secondSteps::findSetUp).orElseThrow();
        assertThat(setUp.uri()).contains("secret=" + setUp.secret());
        assertThat(setUp).hasToString("SecondStepSetUp[…]");
        secret = setUp.secret();
    }

    private void turnOn() {
        begin();
        recoveryCodes = in(() -> secondSteps.turnOn(code(), visit(null)));
        container.clock().move(Duration.ofMinutes(1));
    }

    private String code() {
        return Codes.show(secret, container.clock().instant());
    }

    private SignInStep signIn() {
        return in(() -> signIns.signIn(request(PASSWORD)));
    }

    private SignInStep enter(SignInStep step, String code) {
        return in(() -> signIns.enterCode(entry(step, code)));
    }

    private CodeEntry entry(SignInStep step, String code) {
        return new CodeEntry(step.handle(), code, visit(UUID.randomUUID()));
    }

    private beckon.shared.Reason refusalOf(SignInStep step, String code) {
        return refusal(() -> signIns.enterCode(entry(step, code))).reason();
    }
}

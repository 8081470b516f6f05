package beckon.signup.boundary;

import static beckon.testing.Crowds.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.boundary.AuthenticationService;
import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.invitation.Company;
import beckon.invitation.InvitationTest;
import beckon.invitation.boundary.OfferService;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.Offer;
import beckon.person.boundary.PersonService;
import beckon.person.boundary.SignInService;
import beckon.person.control.Passwords;
import beckon.person.entity.PersonReason;
import beckon.person.entity.SignInRequest;
import beckon.person.entity.SignInStep;
import beckon.shared.persistence.IdRepository;
import beckon.signup.control.SignUpRepository;
import beckon.signup.control.SigningUp;
import beckon.signup.control.TermsRegister;
import beckon.signup.entity.SignUpForm;
import beckon.signup.entity.SignUpReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignUpServiceTest extends InvitationTest {
    private static final String PASSWORD = "seven quiet lanterns 92";

    private SignUpService signUps;
    private String sam;
    private UUID invitation;
    private String token;
    private final List<Boolean> held = new ArrayList<>();

    @BeforeEach
    void inviteSam() {
        container.with(Passwords.class, new WatchedPasswords(container.get(Passwords.class)));
        container.with(
                SignInService.class, new TransactionalSignIn(container.get(SignInService.class)));
        container.with(SigningUp.class, new TransactionalSigningUp());
        signUps = container.get(SignUpService.class);
        sam = stranger("sam");
        invitation = invite(sam).get(0).invitationId();
        token = tokenOf(sam);
    }

    private Instant now() {
        return container.clock().instant();
    }

    private String version() {
        return signUps.getTerms("fr").version();
    }

    private SignUpForm form() {
        return form(PASSWORD, version(), now());
    }

    private SignUpForm form(String password, String terms, Instant attested) {
        return form("", password, terms, attested);
    }

    private SignUpForm form(String employer, String password, String terms, Instant attested) {
        return new SignUpForm(
                token,
                attested,
                " Samira ",
                "O\u2019Hara <b>",
                employer,
                password,
                "fr",
                terms,
                "192.0.2.7",
                "test");
    }

    private Caller caller(UUID session) {
        return container.get(AuthenticationService.class).findBySession(session).orElseThrow();
    }

    private Object person(String column) {
        return company.query("select " + column + " from person where email_key = ?", sam).get(0);
    }

    private Object terms(String column) {
        return company.query(
                        "select " + column + " from terms_acceptance where account_id = ?",
                        company.accountId())
                .get(0);
    }

    private void assertNothingMade() {
        assertThat(company.query("select id from person where email_key = ?", sam)).isEmpty();
        assertThat(count("membership")).isEqualTo(3);
        assertThat(count("terms_acceptance")).isZero();
    }

    @Nested
    class Newcomers {
        @Test
        void becomeMembersAndAreSignedIn() {
            Caller caller = caller(signUps.signUp(form()));

            assertThat(caller.accountId()).isEqualTo(company.accountId());
            assertThat(caller.kind()).isEqualTo(MemberKind.GUEST);
            assertThat(person("first_name")).isEqualTo("Samira");
            assertThat(person("last_name")).isEqualTo("O\u2019Hara <b>");
            assertThat(person("company")).isNull();
            assertThat(person("language")).isEqualTo("fr");
            assertThat(newest("state", sam)).isEqualTo("ACCEPTED");
        }

        @Test
        void waitForTheirHashWithoutHoldingAConnection() {
            signUps.signUp(form());

            assertThat(held).containsExactly(false);
        }

        @Test
        void agreeToAVersionInALanguage() {
            signUps.signUp(form());

            assertThat(terms("version")).isEqualTo(version());
            assertThat(terms("language")).isEqualTo("fr");
            assertThat(terms("at")).isNotNull();
        }

        @Test
        void whoSubmitTwiceGetASessionAndNothingElse() {
            Caller first = caller(signUps.signUp(form()));

            Caller second = caller(signUps.signUp(form()));

            assertThat(second).isEqualTo(first);
            assertThat(count("membership")).isEqualTo(4);
        }

        @Test
        void whoSubmitManyTimesAtOnceGetOneAccount() throws Exception {
            List<Boolean> submits = atOnce(8, () -> succeeds(() -> signUps.signUp(form())));

            assertThat(submits).contains(true);
            assertThat(count("membership")).isEqualTo(4);
            assertThat(count("terms_acceptance")).isEqualTo(1);
        }

        @Test
        void cannotUseTheLinkAgainWithAnotherPassword() {
            signUps.signUp(form());

            assertRefused(
                    InvitationReason.USED,
                    () -> signUps.signUp(form("eight loud drums 41", version(), now())));
        }

        @Test
        void cannotUseTheLinkAgainLater() {
            signUps.signUp(form());
            container.clock().move(Duration.ofMinutes(11));

            assertRefused(InvitationReason.USED, () -> signUps.signUp(form()));
        }
    }

    @Nested
    class Refused {
        @Test
        void areThoseWhoSawOtherDocuments() {
            assertRefused(
                    SignUpReason.TERMS_CHANGED,
                    () -> signUps.signUp(form(PASSWORD, "older", now())));
            assertNothingMade();
        }

        @Test
        void areThoseWhoSkippedTheAge() {
            assertRefused(
                    SignUpReason.AGE_NOT_ATTESTED,
                    () -> signUps.signUp(form(PASSWORD, version(), Instant.EPOCH)));
            assertRefused(
                    SignUpReason.AGE_NOT_ATTESTED,
                    () -> signUps.signUp(form(PASSWORD, version(), now().plusSeconds(1))));
            assertNothingMade();
        }

        @Test
        void areWeakPasswordsBeforeAnythingIsMade() {
            assertRefused(
                    PersonReason.PASSWORD_TOO_SHORT,
                    () -> signUps.signUp(form("short", version(), now())));
            assertNothingMade();
            assertRefused(
                    PersonReason.PASSWORD_TOO_SHORT,
                    () ->
                            database.inTransaction(
                                    () -> signUps.checkPassword(token, "short", "Sam", "Doe", "")));
        }

        @Test
        void arePasswordsShorterThanTheAccountWantsAtEveryStep() {
            company.execute(
                    "update invitation_policy set password_minimum = 40 where account_id = ?",
                    company.accountId());

            assertThat(database.inTransaction(() -> offers().look(token)).passwordMinimum())
                    .isEqualTo(40);
            assertRefused(PersonReason.PASSWORD_TOO_SHORT, () -> signUps.signUp(form()));
            assertNothingMade();
            assertRefused(
                    PersonReason.PASSWORD_TOO_SHORT,
                    () ->
                            database.inTransaction(
                                    () -> signUps.checkPassword(token, PASSWORD, "S", "D", "")));
        }

        @Test
        void arePasswordsOfTypedAndKnownNamesAtEveryStep() {
            for (String name : List.of("Zyxwelt Inc", company.name())) {
                String named = name.replace(" ", "-") + "-x7";

                assertRefused(
                        PersonReason.PASSWORD_NAMES_YOU,
                        () ->
                                database.inTransaction(
                                        () ->
                                                signUps.checkPassword(
                                                        token, named, "Sam", "Doe", name)));
                assertRefused(
                        PersonReason.PASSWORD_NAMES_YOU,
                        () -> signUps.signUp(form("Zyxwelt Inc", named, version(), now())));
            }
            assertNothingMade();
        }

        @Test
        void areThoseWhoseInvitationWasRevokedMeanwhile() {
            database.inTransaction(() -> invitations().revoke(invitation));

            assertRefused(InvitationReason.REVOKED, () -> signUps.signUp(form()));
            assertNothingMade();
        }

        @Test
        void areThoseWhoHaveASignIn() {
            company.addPerson(sam);

            assertRefused(SignUpReason.SIGN_IN_INSTEAD, () -> signUps.signUp(form()));
            assertThat(count("membership")).isEqualTo(3);
        }

        @Test
        void areThoseTooYoungOnTheirOwnDay() {
            LocalDate born = LocalDate.of(2010, 3, 2);

            assertRefused(SignUpReason.TOO_YOUNG, () -> signUps.attestAge(born, ZoneOffset.UTC));
            assertThat(signUps.attestAge(born, ZoneId.of("Pacific/Kiritimati"))).isEqualTo(now());
        }
    }

    @Nested
    class Members {
        private Company elsewhere;
        private UUID session;

        private void signIn(String email) {
            elsewhere = new Company(database, container);
            Caller theirs = elsewhere.join(MemberKind.COWORKER, email);
            session =
                    database.inTransaction(
                            () ->
                                    container
                                            .get(SignInService.class)
                                            .openSession(theirs.personId(), null, null));
            as(theirs);
        }

        private void accept() {
            database.inTransaction(() -> signUps.acceptSignedIn(token, session));
        }

        @Test
        void getASecondMembershipAndActInIt() {
            signIn(sam);

            accept();

            assertThat(caller(session).accountId()).isEqualTo(company.accountId());
            assertThat(caller(session).kind()).isEqualTo(MemberKind.GUEST);
        }

        @Test
        void comeBackAlthoughTheyHaveNoPlaceAnyMore() {
            signIn(sam);
            elsewhere.close();
            container.callAs(null);
            assertThat(container.get(AuthenticationService.class).findBySession(session)).isEmpty();

            accept();

            assertThat(caller(session).accountId()).isEqualTo(company.accountId());
        }

        @Test
        void acceptNothingWithASessionThatHasEnded() {
            signIn(sam);
            database.inTransaction(() -> container.get(SignInService.class).signOut(session));

            assertRefused(InvitationReason.OTHER_PERSON, this::accept);
        }

        @Test
        void acceptNothingThatIsForSomebodyElse() {
            signIn(stranger("eve"));

            assertRefused(InvitationReason.OTHER_PERSON, this::accept);
            assertThat(caller(session).accountId()).isEqualTo(elsewhere.accountId());
        }
    }

    /** Notes whether a transaction was open, with its connection, while a hash was made. */
    private final class WatchedPasswords extends Passwords {
        private final Passwords real;

        WatchedPasswords(Passwords real) {
            this.real = real;
        }

        @Override
        public String hash(String password) {
            held.add(isInTransaction());
            return real.hash(password);
        }

        @Override
        public boolean matches(String password, String hash) {
            return real.matches(password, hash);
        }

        @Override
        public boolean isOutdated(String hash) {
            return real.isOutdated(hash);
        }

        private boolean isInTransaction() {
            try {
                return database.entityManager().isOpen();
            } catch (IllegalStateException none) {
                return false;
            }
        }
    }

    private final class TransactionalSignIn extends SignInService {
        private final SignInService real;

        TransactionalSignIn(SignInService real) {
            this.real = real;
        }

        @Override
        public SignInStep signIn(SignInRequest request) {
            return database.inTransaction(() -> real.signIn(request));
        }

        @Override
        public void signOut(UUID session) {
            real.signOut(session);
        }

        @Override
        public UUID openSession(long personId, String remote, String userAgent) {
            return real.openSession(personId, remote, userAgent);
        }
    }

    private final class TransactionalSigningUp extends SigningUp {
        TransactionalSigningUp() {
            super(
                    container.get(OfferService.class),
                    container.get(PersonService.class),
                    container.get(SignInService.class),
                    container.get(TermsRegister.class),
                    container.get(SignUpRepository.class),
                    container.get(IdRepository.class));
        }

        @Override
        public Offer require(SignUpForm form, Instant now) {
            return database.inTransaction(() -> super.require(form, now));
        }

        @Override
        public UUID signUp(SignUpForm form, String passwordHash, Instant now) {
            return database.inTransaction(() -> super.signUp(form, passwordHash, now));
        }
    }
}

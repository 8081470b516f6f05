package beckon.person.control;

import beckon.person.control.SecondFactorRepository.Factor;
import beckon.person.entity.PersonReason;
import beckon.person.entity.Profile;
import beckon.person.entity.SecondStepSetUp;
import beckon.person.entity.SecondStepState;
import beckon.person.entity.SecurityNotice;
import beckon.person.entity.Visit;
import beckon.shared.RefusalException;
import beckon.shared.Token;
import beckon.shared.TokenHash;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import beckon.shared.persistence.RateLimitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The second step of a sign-in: setting it up, and the codes that pass it.
 *
 * <p>A try is counted before the code is looked at, so that a thousand at once are five.
 */
@ApplicationScoped
public class SecondFactors {

    static final String PURPOSE = "totp";
    static final int TRIES = 5;
    static final int TRIES_A_DAY = 30;
    static final Duration WINDOW = Duration.ofMinutes(15);

    /** How long what an app was told may still be confirmed. */
    static final Duration SET_UP = Duration.ofMinutes(30);

    static final int RECOVERY_CODES = 10;

    private static final String RECOVERY_PURPOSE = "recovery";
    private static final String ISSUER = "Beckon";
    private static final int SECRET_OCTETS = 20;

    /** Sixty bits in groups of four letters. */
    private static final int RECOVERY_LETTERS = 12;

    private SecondFactorRepository factors;
    private RateLimitRepository limits;
    private TokenKeys keys;
    private Notices notices;

    protected SecondFactors() {}

    @Inject
    public SecondFactors(
            SecondFactorRepository factors,
            RateLimitRepository limits,
            TokenKeys keys,
            Notices notices) {
        this.factors = factors;
        this.limits = limits;
        this.keys = keys;
        this.notices = notices;
    }

    public boolean isOn(long personId) {
        return factors.find(personId).filter(Factor::isOn).isPresent();
    }

    public SecondStepState state(long personId) {
        Instant since = factors.find(personId).map(Factor::confirmedAt).orElse(null);
        return new SecondStepState(since, since == null ? 0 : factors.countCodes(personId));
    }

    /**
     * Draws a secret.
     *
     * @throws RefusalException SECOND_STEP_ON
     */
    public void begin(long personId, Instant now) {
        if (!factors.begin(personId, keys.draw(PURPOSE), now)) {
            throw new RefusalException(PersonReason.SECOND_STEP_ON);
        }
    }

    /** What is being set up; empty if nothing is. */
    public Optional<SecondStepSetUp> findSetUp(Profile person, Instant now) {
        return findPending(person.personId(), now)
                .map(factor -> totp(factor.source()))
                .map(totp -> new SecondStepSetUp(totp.base32(), totp.uri(ISSUER, person.email())));
    }

    private Optional<Factor> findPending(long personId, Instant now) {
        return factors.find(personId)
                .filter(factor -> !factor.isOn())
                .filter(factor -> factor.createdAt().plus(SET_UP).isAfter(now));
    }

    /**
     * Lets the second step count from now on, once the app shows what it should.
     *
     * @return recovery codes; the only moment at which they exist in clear
     * @throws RefusalException NO_SET_UP, WRONG_CODE, TOO_MANY_ATTEMPTS
     */
    public List<String> confirm(Profile person, String code, Instant now) {
        long id = person.personId();
        Factor factor =
                findPending(id, now)
                        .orElseThrow(() -> new RefusalException(PersonReason.NO_SET_UP));
        takeTry(id, now);
        OptionalLong step = totp(factor.source()).findStep(plain(code), now);
        if (step.isEmpty()) {
            throw new RefusalException(PersonReason.WRONG_CODE);
        }
        if (!factors.confirm(id, factor.source(), step.getAsLong(), now)) {
            throw new RefusalException(PersonReason.NO_SET_UP);
        }
        forgetTries(id);
        return drawCodes(id, now);
    }

    /**
     * Draws other recovery codes; the earlier ones pass no more.
     *
     * @throws RefusalException SECOND_STEP_OFF
     */
    public List<String> renewCodes(long personId, Instant now) {
        if (!factors.lock(personId)) {
            throw new RefusalException(PersonReason.SECOND_STEP_OFF);
        }
        return drawCodes(personId, now);
    }

    private List<String> drawCodes(long personId, Instant now) {
        List<String> codes =
                Stream.generate(SecondFactors::drawCode).limit(RECOVERY_CODES).toList();
        List<byte[]> hashes =
                codes.stream()
                        .map(code -> keys.seal(RECOVERY_PURPOSE, octets(personId, plain(code))))
                        .map(seal -> TokenHash.of(seal.value()))
                        .toList();
        factors.replaceCodes(personId, hashes, now);
        return codes;
    }

    /**
     * Turns it off.
     *
     * @throws RefusalException SECOND_STEP_OFF
     */
    public void turnOff(long personId) {
        if (!factors.remove(personId)) {
            throw new RefusalException(PersonReason.SECOND_STEP_OFF);
        }
    }

    /**
     * Passes the second step by a code of the app or a recovery code, which is used up.
     *
     * @throws RefusalException WRONG_CODE, TOO_MANY_ATTEMPTS
     */
    public void pass(Profile person, String typed, Visit visit, Instant now) {
        long id = person.personId();
        takeTry(id, now);
        String code = plain(typed);
        if (!passByApp(id, code, now)) {
            if (!passByRecovery(id, code, now)) {
                throw new RefusalException(PersonReason.WRONG_CODE);
            }
            notices.tell(person, SecurityNotice.RECOVERY_CODE_USED, visit, now);
        }
        forgetTries(id);
    }

    private boolean passByApp(long personId, String code, Instant now) {
        return factors.find(personId)
                .filter(Factor::isOn)
                .map(factor -> totp(factor.source()).findStep(code, now))
                .filter(OptionalLong::isPresent)
                .filter(step -> factors.take(personId, step.getAsLong()))
                .isPresent();
    }

    private boolean passByRecovery(long personId, String code, Instant now) {
        return code.length() == RECOVERY_LETTERS
                && keys.seals(RECOVERY_PURPOSE, octets(personId, code)).stream()
                        .map(seal -> TokenHash.of(seal.value()))
                        .anyMatch(hash -> factors.takeCode(personId, hash, now));
    }

    /** Whether it is time to tell the person that somebody who knows the password is guessing. */
    public boolean isNews(long personId, Instant now) {
        return limits.takeForGood("totp.told:" + personId, 1, Duration.ofDays(1), now, 1);
    }

    private void takeTry(long personId, Instant now) {
        String bucket = bucket(personId);
        if (!limits.takeForGood(bucket, TRIES, WINDOW, now, 1)) {
            throw tooMany(bucket, now);
        }
        String day = "totp.day:" + personId;
        if (!limits.takeForGood(day, TRIES_A_DAY, Duration.ofDays(1), now, 1)) {
            throw tooMany(day, now);
        }
    }

    private RefusalException tooMany(String bucket, Instant now) {
        return new RefusalException(
                PersonReason.TOO_MANY_ATTEMPTS, limits.minutesToWait(bucket, now));
    }

    private void forgetTries(long personId) {
        limits.clear(bucket(personId));
        limits.giveBack("totp.day:" + personId, 1);
    }

    private static String bucket(long personId) {
        return "totp:" + personId;
    }

    private Totp totp(TokenSource source) {
        byte[] octets = Base64.getUrlDecoder().decode(keys.derive(source).secret());
        return new Totp(Arrays.copyOf(octets, SECRET_OCTETS));
    }

    private static String drawCode() {
        String letters = Totp.base32(Token.randomOctets(8)).substring(0, RECOVERY_LETTERS);
        return letters.replaceAll("(.{4})(?!$)", "$1-");
    }

    private static byte[] octets(long personId, String code) {
        return (personId + " " + code).getBytes(StandardCharsets.UTF_8);
    }

    /** Without what people type between the groups. */
    private static String plain(String code) {
        return code.replaceAll("[\\s\\p{Z}-]", "").toUpperCase(Locale.ROOT);
    }
}

package beckon.person.control;

import beckon.delivery.boundary.DeliveryService;
import beckon.delivery.entity.Channel;
import beckon.delivery.entity.OutgoingMessage;
import beckon.person.control.PhoneCheckRepository.Check;
import beckon.person.entity.PersonReason;
import beckon.person.entity.Profile;
import beckon.shared.PhoneNumber;
import beckon.shared.RefusalException;
import beckon.shared.SixDigits;
import beckon.shared.TokenHash;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import beckon.shared.persistence.RateLimitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Proves that a number is somebody's, by a code that is sent there.
 *
 * <p>A text costs money, and a code is short: few of the one, few tries of the other.
 */
@ApplicationScoped
public class PhoneChecks {

    static final String PURPOSE = "phoneCode";
    static final Duration LIFETIME = Duration.ofMinutes(10);
    static final int TRIES = 5;
    static final int TEXTS_A_DAY = 5;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private PhoneCheckRepository checks;
    private RateLimitRepository limits;
    private DeliveryService deliveries;
    private TokenKeys keys;

    protected PhoneChecks() {}

    @Inject
    public PhoneChecks(
            PhoneCheckRepository checks,
            RateLimitRepository limits,
            DeliveryService deliveries,
            TokenKeys keys) {
        this.checks = checks;
        this.limits = limits;
        this.deliveries = deliveries;
        this.keys = keys;
    }

    /**
     * Sends a code; an earlier one proves nothing any more.
     *
     * @throws RefusalException TOO_MANY_ATTEMPTS
     */
    public void send(Profile person, PhoneNumber number, Instant now) {
        long id = person.personId();
        take("phone.minute:" + id, 1, MINUTE, now);
        take("phone.day:" + id, TEXTS_A_DAY, DAY, now);
        take("phone.number:" + TokenHash.hex(number.e164()), TEXTS_A_DAY, DAY, now);
        TokenSource source = keys.draw(PURPOSE);
        Instant expiresAt = now.plus(LIFETIME);
        checks.replace(id, number.e164(), source, expiresAt);
        limits.clear(triesOf(id));
        deliveries.enqueue(
                List.of(
                        new OutgoingMessage(
                                Notices.NO_ACCOUNT,
                                UUID.randomUUID(),
                                Channel.TEXT,
                                PURPOSE,
                                number.e164(),
                                person.language(),
                                Map.of(),
                                source,
                                expiresAt)));
    }

    /** The number that waits for its code. */
    public Optional<String> findWaiting(long personId, Instant now) {
        return checks.find(personId, now).map(Check::phone);
    }

    /**
     * Keeps the number for the code that was sent there. A try is counted before the code is looked
     * at.
     *
     * @throws RefusalException PHONE_CODE_OVER, WRONG_PHONE_CODE
     */
    public void confirm(long personId, String code, Instant now) {
        Check check =
                checks.find(personId, now)
                        .filter(each -> takeTry(personId, now))
                        .orElseThrow(() -> new RefusalException(PersonReason.PHONE_CODE_OVER));
        byte[] right = octets(SixDigits.of(keys.derive(check.source())));
        if (!MessageDigest.isEqual(right, octets(code.replaceAll("[\\s\\p{Z}-]", "")))) {
            throw new RefusalException(PersonReason.WRONG_PHONE_CODE);
        }
        if (!checks.take(personId, check.source())) {
            throw new RefusalException(PersonReason.PHONE_CODE_OVER);
        }
        checks.keep(personId, check.phone(), now);
    }

    /** Forgets the person's number, and one that waits for its code. */
    public void remove(long personId, Instant now) {
        checks.remove(personId);
        checks.keep(personId, null, now);
    }

    private boolean takeTry(long personId, Instant now) {
        return limits.takeForGood(triesOf(personId), TRIES, LIFETIME, now, 1);
    }

    private void take(String bucket, int most, Duration window, Instant now) {
        if (!limits.take(bucket, most, window, now, 1)) {
            throw new RefusalException(
                    PersonReason.TOO_MANY_ATTEMPTS, limits.minutesToWait(bucket, now));
        }
    }

    private static String triesOf(long personId) {
        return "phone.tries:" + personId;
    }

    private static byte[] octets(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }
}

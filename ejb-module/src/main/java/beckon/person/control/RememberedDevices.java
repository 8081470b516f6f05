package beckon.person.control;

import beckon.person.control.RememberedDeviceRepository.Device;
import beckon.person.entity.Visit;
import beckon.shared.Token;
import beckon.shared.TokenHash;
import beckon.shared.persistence.IdRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows a browser again whose owner has signed in there with all that it takes.
 *
 * <p>What the browser keeps names its row and holds a token that is good for one use. A token that
 * comes back after another has taken its place has been copied, or is the copy.
 */
@ApplicationScoped
public class RememberedDevices {

    /** After which the password is asked for again, however often the device is used. */
    static final Duration LIFETIME = Duration.ofDays(30);

    /** Two tabs that open at once come with the same token. */
    static final Duration MOMENT = Duration.ofSeconds(30);

    private static final Pattern KEPT =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([A-Za-z0-9_-]{43})");

    private RememberedDeviceRepository devices;
    private IdRepository ids;

    protected RememberedDevices() {}

    @Inject
    public RememberedDevices(RememberedDeviceRepository devices, IdRepository ids) {
        this.devices = devices;
        this.ids = ids;
    }

    /**
     * A device that is known.
     *
     * @param keeps what it is to keep from now on; null: what it has
     */
    record Known(long id, long personId, String keeps) {

        @Override
        public String toString() {
            return "Known[" + id + "]";
        }
    }

    /**
     * What has become of a device that came back.
     *
     * @param known null: it opens nothing any more
     * @param copied whose device it was if its token had been copied; else null
     */
    record Return(Known known, Long copied) {}

    Known remember(long personId, Visit visit, Instant now) {
        long id = ids.next();
        UUID series = UUID.randomUUID();
        Token token = Token.random();
        devices.add(id, series, personId, token.hash(), visit, now, now.plus(LIFETIME));
        return new Known(id, personId, keeps(series, token));
    }

    Return comeBack(String kept, Visit visit, Instant now) {
        Matcher parts = KEPT.matcher(kept);
        if (!parts.matches()) {
            return new Return(null, null);
        }
        UUID series = UUID.fromString(parts.group(1));
        byte[] hash = TokenHash.of(parts.group(2));
        Token next = Token.random();
        boolean rotated = devices.rotate(series, hash, next.hash(), visit.remote(), now);
        Optional<Device> device = devices.findLive(series, now);
        if (device.isEmpty()) {
            return new Return(null, null);
        }
        Device known = device.get();
        if (rotated) {
            return new Return(new Known(known.id(), known.personId(), keeps(series, next)), null);
        }
        return isOfAMomentAgo(known, hash, now)
                ? new Return(new Known(known.id(), known.personId(), null), null)
                : new Return(null, devices.end(known.id(), now) ? known.personId() : null);
    }

    private static boolean isOfAMomentAgo(Device device, byte[] hash, Instant now) {
        return device.previousHash() != null
                && MessageDigest.isEqual(device.previousHash(), hash)
                && device.rotatedAt().plus(MOMENT).isAfter(now);
    }

    private static String keeps(UUID series, Token token) {
        return series + "." + token.secret();
    }
}

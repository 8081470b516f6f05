package beckon.person.control;

import beckon.shared.persistence.RateLimitRepository;
import java.time.Duration;

/** The same limits on photos for whoever does not wait at all. */
public final class HastyPhotos {

    private HastyPhotos() {}

    public static PhotoLimits make(RateLimitRepository limits) {
        return new PhotoLimits(limits, Duration.ZERO);
    }
}

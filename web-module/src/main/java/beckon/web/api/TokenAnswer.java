package beckon.web.api;

import java.time.Instant;

/** Answer of {@code POST /tokens}: the only moment at which the token can be read. */
record TokenAnswer(String token, Instant expiresAt) {
    @Override
    public String toString() {
        return "TokenAnswer[…]";
    }
}

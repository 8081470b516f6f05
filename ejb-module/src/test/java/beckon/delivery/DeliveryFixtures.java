package beckon.delivery;

import beckon.delivery.entity.Channel;
import beckon.delivery.entity.OutgoingMessage;
import beckon.shared.TokenSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** Messages for tests. */
public final class DeliveryFixtures {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private DeliveryFixtures() {}

    public static OutgoingMessage invitation(UUID reference, String recipient) {
        return invitation(reference, recipient, NOON.plus(Duration.ofDays(7)));
    }

    public static OutgoingMessage invitation(UUID reference, String recipient, Instant expiresAt) {
        return new OutgoingMessage(
                1,
                reference,
                Channel.EMAIL,
                "invitation",
                recipient,
                "en",
                model("Anna Martin", "Acme", "See you soon"),
                new TokenSource("invitation", nonce(recipient), "key"),
                expiresAt);
    }

    private static byte[] nonce(String recipient) {
        return Arrays.copyOf(recipient.getBytes(StandardCharsets.UTF_8), 16);
    }

    public static Map<String, String> model(String inviter, String account, String message) {
        return Map.of(
                "inviterName",
                inviter,
                "accountName",
                account,
                "kind",
                "COWORKER",
                "message",
                message,
                "expiresAt",
                "2026-12-01T09:30:00Z");
    }
}

package beckon.person.control;

import beckon.delivery.boundary.DeliveryService;
import beckon.delivery.entity.Channel;
import beckon.delivery.entity.OutgoingMessage;
import beckon.person.entity.Device;
import beckon.person.entity.Profile;
import beckon.person.entity.SecurityNotice;
import beckon.person.entity.Visit;
import beckon.shared.TokenSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Mails about somebody's own sign-in, written in the caller's transaction: who did not do it learns
 * of it. They go out on nobody's behalf but the server's, since a person is in any number of
 * accounts.
 */
@ApplicationScoped
public class Notices {

    static final long NO_ACCOUNT = 0;
    private static final Duration OF_USE = Duration.ofDays(3);

    private DeliveryService deliveries;

    protected Notices() {}

    @Inject
    public Notices(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    /** Tells the person what has happened, when, and from where. */
    public void tell(Profile person, SecurityNotice what, Visit visit, Instant now) {
        deliveries.enqueue(
                List.of(
                        mail(
                                "notice",
                                person,
                                Map.of(
                                        "kind", what.name(),
                                        "personName", person.displayName(),
                                        "device", words(visit),
                                        "expiresAt", now.toString()),
                                null,
                                now.plus(OF_USE))));
    }

    /** Mails the link by which a new password is chosen. */
    public void sendReset(Profile person, TokenSource source, Visit visit, Instant expiresAt) {
        deliveries.enqueue(
                List.of(
                        mail(
                                "reset",
                                person,
                                Map.of(
                                        "personName", person.displayName(),
                                        "device", words(visit),
                                        "expiresAt", expiresAt.toString()),
                                source,
                                expiresAt)));
    }

    private static OutgoingMessage mail(
            String template,
            Profile person,
            Map<String, String> model,
            TokenSource source,
            Instant expiresAt) {
        return new OutgoingMessage(
                NO_ACCOUNT,
                UUID.randomUUID(),
                Channel.EMAIL,
                template,
                person.email(),
                person.language(),
                model,
                source,
                expiresAt);
    }

    /** Such as {@code Firefox · Windows · 192.0.2.1}; a dash where nothing is known. */
    static String words(Visit visit) {
        Device device = Device.of(visit.userAgent());
        String words =
                Stream.of(device.browser(), device.system(), visit.remote())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "));
        return words.isEmpty() ? "–" : words;
    }
}

package beckon.web.health;

import beckon.shared.persistence.DatabaseProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Whether all that this node needs is there; asked of the parts at most once a second. */
@ApplicationScoped
public class Readiness {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final List<String> COURIER =
            List.of("java:/beckon/jms/queue/Email", "java:/beckon/jms/ConnectionFactory");

    @Inject private Clock clock;
    @Inject private DatabaseProbe database;

    private volatile Seen seen = new Seen(Instant.MIN, List.of());

    /** What was found, now or a moment ago. */
    public List<Check> look() {
        Instant now = clock.instant();
        Seen last = seen;
        if (last.at().isBefore(now.minus(FRESH)) || last.at().isAfter(now)) {
            last =
                    new Seen(
                            now,
                            List.of(
                                    new Check("database", database.isReady()),
                                    new Check("queue", isBound())));
            seen = last;
        }
        return last.checks();
    }

    private static boolean isBound() {
        try {
            var names = new InitialContext();
            for (String name : COURIER) {
                names.lookup(name);
            }
            return true;
        } catch (NamingException e) {
            return false;
        }
    }

    /** One part and whether it can be worked with. */
    public record Check(String name, boolean up) {}

    private record Seen(Instant at, List<Check> checks) {}
}

package beckon.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The one place that knows what time it is; microseconds, as the databases keep them.
 *
 * <p>It is the database's time, which all nodes share: this machine's clock, put right by how far
 * it goes wrong.
 */
@ApplicationScoped
public class ClockProducer {

    private final Clock machine;
    private final Clock shared = new SharedClock();
    private volatile Duration offset = Duration.ZERO;

    protected ClockProducer() {
        this(Clock.systemUTC());
    }

    /** With another clock in the place of the machine's. */
    public ClockProducer(Clock machine) {
        this.machine = Clock.tick(machine, Duration.ofNanos(1_000));
    }

    @Produces
    public Clock clock() {
        return shared;
    }

    /** What the machine itself takes for the time. */
    public Instant machineTime() {
        return machine.instant();
    }

    public Duration offset() {
        return offset;
    }

    /** How far the database is ahead of the machine. */
    public void setOffset(Duration offset) {
        this.offset = offset;
    }

    private final class SharedClock extends Clock {

        @Override
        public Instant instant() {
            return machine.instant().plus(offset);
        }

        @Override
        public ZoneId getZone() {
            return machine.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}

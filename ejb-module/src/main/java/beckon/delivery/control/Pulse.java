package beckon.delivery.control;

import beckon.delivery.control.HoldRepository.Beat;
import beckon.shared.PrivateFile;
import beckon.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Notices a database that was restored, and holds what it would send a second time.
 *
 * <p>The database counts its beats, and each node keeps the last number it saw in its data
 * directory. A smaller one in the database means that it went back. Where both were restored
 * together, the time that has passed since the last beat tells, and else the operator does, by
 * {@code server/bin/beckon restored}.
 */
@ApplicationScoped
public class Pulse {

    private static final System.Logger LOGGER = System.getLogger(Pulse.class.getName());

    /** How much may have been written after the last beat. */
    private static final Duration BETWEEN_BEATS = Duration.ofMinutes(2);

    /** Far beyond what any other node has seen. */
    private static final long LEAP = 1_000_000;

    private HoldRepository holds;
    private Settings settings;
    private Clock clock;

    protected Pulse() {}

    @Inject
    public Pulse(HoldRepository holds, Settings settings, Clock clock) {
        this.holds = holds;
        this.settings = settings;
        this.clock = clock;
    }

    /** Beats, after looking whether the database is the one that was here before. */
    public void beat() {
        Instant now = clock.instant();
        Beat last = holds.findBeat().orElse(null);
        boolean told = Files.exists(told());
        if (last != null && (told || isBack(last, now))) {
            // whatever the operator restored is all that there is
            Instant until = told ? now : last.at().plus(BETWEEN_BEATS);
            int held = holds.hold(until, Math.max(0, seen() - last.number()) + LEAP, now);
            LOGGER.log(
                    Level.WARNING,
                    "The database was restored: {0} messages of before wait for an admin''s word",
                    held);
        } else {
            holds.beat(1, now);
        }
        forget(told());
        PrivateFile.replace(file(), Long.toString(holds.findBeat().map(Beat::number).orElse(0L)));
    }

    private boolean isBack(Beat last, Instant now) {
        return last.number() < seen() || last.at().plus(settings.holdAfter()).isBefore(now);
    }

    private long seen() {
        try {
            return Files.exists(file()) ? Long.parseLong(Files.readString(file()).strip()) : -1;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file(), e);
        } catch (NumberFormatException e) {
            LOGGER.log(Level.WARNING, "There is no number in {0}", file());
            return -1;
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    private Path file() {
        return settings.dataDir().resolve("delivery.pulse");
    }

    /** Made by the operator, of whom we learn so that this is a restored database. */
    private Path told() {
        return settings.dataDir().resolve("restored");
    }
}

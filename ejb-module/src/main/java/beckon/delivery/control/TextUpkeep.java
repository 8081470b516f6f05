package beckon.delivery.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What has to be done about texts that nobody waits for. */
@ApplicationScoped
public class TextUpkeep {

    private static final int AT_ONCE = 200;
    private static final int MOST = 10_000;

    /** Longer than any network tries to reach a phone. */
    private static final Duration KEPT = Duration.ofDays(30);

    private TextReports reports;
    private PartRepository parts;
    private DoubtRepository doubts;
    private TextTally tally;
    private Clock clock;

    protected TextUpkeep() {}

    @Inject
    public TextUpkeep(
            TextReports reports,
            PartRepository parts,
            DoubtRepository doubts,
            TextTally tally,
            Clock clock) {
        this.reports = reports;
        this.parts = parts;
        this.doubts = doubts;
        this.tally = tally;
        this.clock = clock;
    }

    /** Every few seconds. */
    public void sweep() {
        tally.flush(clock.instant());
        int taken = 0;
        int due;
        do {
            due = reports.takeUp(AT_ONCE);
            taken += due;
        } while (due == AT_ONCE && taken < MOST);
    }

    /** Now and then: forgets what nothing can come of any more. */
    public void purge() {
        Instant now = clock.instant();
        parts.purge(now.minus(KEPT));
        doubts.purge(now.minus(KEPT));
        tally.purge(now);
    }
}

package beckon.shared.persistence;

import beckon.shared.ClockProducer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/** Puts this node's clock right by the database's, so that leases and expiry hold across nodes. */
@ApplicationScoped
public class DatabaseTime {

    private static final System.Logger LOGGER = System.getLogger(DatabaseTime.class.getName());

    /** Machines that keep good time stay undisturbed. */
    private static final Duration TOLERATED = Duration.ofMillis(250);

    /** A slower answer says too little. */
    private static final Duration SLOW = Duration.ofSeconds(1);

    private DataSource dataSource;
    private ClockProducer clocks;

    protected DatabaseTime() {}

    @Inject
    public DatabaseTime(DataSource dataSource, ClockProducer clocks) {
        this.dataSource = dataSource;
        this.clocks = clocks;
    }

    /** Compares the clocks; not within a transaction, where the database's stands still. */
    public void compare() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select current_timestamp")) {
            Instant before = clocks.machineTime();
            Instant there;
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                there = rows.getObject(1, OffsetDateTime.class).toInstant();
            }
            Duration trip = Duration.between(before, clocks.machineTime());
            follow(Duration.between(before.plus(trip.dividedBy(2)), there), trip);
        } catch (SQLException e) {
            LOGGER.log(Level.DEBUG, "The clocks are compared another time", e);
        }
    }

    private void follow(Duration measured, Duration trip) {
        boolean off = measured.minus(clocks.offset()).abs().compareTo(TOLERATED) > 0;
        if (off && trip.compareTo(SLOW) < 0) {
            LOGGER.log(
                    Level.WARNING,
                    "This machine''s clock is {0} ms from the database''s, which counts",
                    measured.toMillis());
            clocks.setOffset(measured);
        }
    }
}

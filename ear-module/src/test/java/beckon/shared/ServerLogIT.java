package beckon.shared;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.testing.BeckonIT;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What the server's own parts say goes through the same mask as what Beckon says. */
class ServerLogIT extends BeckonIT {

    @Test
    void noLineOfTheContainersTellsOfAnybody() {
        String token = "eTe5GJrNzY4s8GfCksYVlcUZXf6vEsbFzUgG3bcx1W8";
        LogRecord record = new LogRecord(Level.SEVERE, "Exception handling /join/" + token);
        record.setLoggerName("io.undertow.request");
        record.setThrown(new IllegalStateException("no row of marie.curie@radium.example"));

        Handler[] handlers = Logger.getLogger("").getHandlers();

        assertThat(handlers)
                .isNotEmpty()
                .allSatisfy(
                        handler ->
                                assertThat(handler.getFormatter().format(record))
                                        .contains("Exception handling /join/…", "m…@radium")
                                        .doesNotContain(token, "marie"));
    }
}

package beckon.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

class MaskedFormatterTest {
    private static final String TOKEN = "eTe5GJrNzY4s8GfCksYVlcUZXf6vEsbFzUgG3bcx1W8";

    private final MaskedFormatter formatter = new MaskedFormatter();

    MaskedFormatterTest() {
        formatter.setPattern("%c %s%e%n");
        formatter.setOpen("beckon.SetUp,beckon.Demo");
    }

    @Test
    void containersLinesHoldNoTokenAndNoAddress() {
        ExtLogRecord record =
                new ExtLogRecord(
                        Level.ERROR,
                        "UT005023: Exception handling request to %s: %s",
                        FormatStyle.PRINTF,
                        "");
        record.setLoggerName("io.undertow.request");
        record.setParameters(new Object[] {"/join/" + TOKEN, "marie.curie@radium.example"});

        assertThat(formatter.format(record))
                .isEqualTo(
                        "io.undertow.request UT005023: Exception handling request to /join/…:"
                                + " m…@radium.example\n");
    }

    @Test
    void failuresAndTheirCausesAreMaskedAndTheirStacksStay() {
        ExtLogRecord record = new ExtLogRecord(Level.ERROR, "Failed", "");
        record.setLoggerName("org.jboss.as.ejb3");
        record.setThrown(
                new IllegalStateException(
                        "no row for marie@radium.example",
                        new IllegalArgumentException("550 <+41791234567> unknown")));

        assertThat(formatter.format(record))
                .contains("java.lang.IllegalStateException: no row for m…@radium.example")
                .contains("Caused by: java.lang.IllegalArgumentException: 550 <…67> unknown")
                .contains("MaskedFormatterTest.failuresAndTheirCausesAreMaskedAndTheirStacksStay")
                .doesNotContain("marie", "4179");
    }

    @Test
    void whatAnOperatorIsMeantToReadIsLeft() {
        ExtLogRecord record = new ExtLogRecord(Level.INFO, "Set up at /setup/" + TOKEN, "");
        record.setLoggerName("beckon.SetUp");

        assertThat(formatter.format(record)).contains("/setup/" + TOKEN);
    }
}

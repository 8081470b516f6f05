package beckon.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything that is logged while it is open, down to the smallest detail. */
public final class LogBook extends Handler implements AutoCloseable {
    private final Logger root = Logger.getLogger("beckon");
    private final Level before = root.getLevel();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public LogBook() {
        root.addHandler(this);
        root.setLevel(Level.ALL);
        setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord line) {
        Object[] parameters = line.getParameters();
        String words = String.valueOf(line.getMessage());
        lines.add(parameters == null ? words : MessageFormat.format(words, parameters));
        for (Throwable each = line.getThrown(); each != null; each = each.getCause()) {
            lines.add(each.toString());
        }
    }

    public List<String> lines() {
        return lines;
    }

    /** Nothing that is logged tells any of these. */
    public void assertSilentAbout(String... secrets) {
        assertThat(lines).allSatisfy(line -> assertThat(line).doesNotContainIgnoringCase(secrets));
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(before);
    }
}

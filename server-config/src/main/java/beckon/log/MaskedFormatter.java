package beckon.log;

import beckon.shared.Masked;
import java.util.Set;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Writes lines of the log by a pattern, without an address, a number or a token in full, whoever
 * logs: the container repeats paths and what databases and mail servers say. Stacks stay whole.
 */
public final class MaskedFormatter extends PatternFormatter {
    private volatile Set<String> open = Set.of();

    /** Names loggers, apart by commas, that say nothing else than an operator is meant to read. */
    public void setOpen(String loggers) {
        open = Set.of(loggers.split(","));
    }

    @Override
    public String format(ExtLogRecord record) {
        if (open.contains(record.getLoggerName())) {
            return super.format(record);
        }
        ExtLogRecord masked = new ExtLogRecord(record);
        masked.setMessage(Masked.words(record.getFormattedMessage()), FormatStyle.NO_FORMAT);
        masked.setThrown(Masked.failure(record.getThrown()));
        return super.format(masked);
    }
}

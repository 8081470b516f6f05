package beckon.exchange.entity;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A file of contacts on its way in.
 *
 * @param columns what its columns mean; empty for a vCard file
 * @param header whether its first row names the columns
 * @param sample its first rows
 * @param outcomes how many rows have each outcome, once it is checked
 * @param kept how many rows are in the book by now
 */
public record ContactImport(
        UUID handle,
        String fileName,
        FileFormat format,
        ImportState state,
        List<Column> columns,
        boolean header,
        List<List<String>> sample,
        Map<RowOutcome, Long> outcomes,
        long kept) {

    /** How many rows there are in all. */
    public long rows() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many rows will have been kept in the end. */
    public long toKeep() {
        return outcomes.getOrDefault(RowOutcome.NEW, 0L)
                + outcomes.getOrDefault(RowOutcome.COMPLETED, 0L);
    }
}

package beckon.audit.control;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A row of the audit as the chain sees it: every column, in one unambiguous form.
 *
 * @param columns in the order of the table, as text; null where the row has nothing
 */
record ChainedEntry(long id, LocalDateTime at, List<String> columns) {

    /** What the next link's hash is made of. */
    byte[] after(String previousHash) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(octets)) {
            write(out, previousHash);
            out.writeLong(id);
            write(out, at.toString());
            for (String column : columns) {
                write(out, column);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes all that is written", e);
        }
        return octets.toByteArray();
    }

    /** With its length before it, so that nothing can move from one column to the next. */
    private static void write(DataOutputStream out, String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(octets.length);
        out.write(octets);
    }
}

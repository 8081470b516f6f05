package beckon.exchange.control;

import beckon.account.entity.Caller;
import beckon.exchange.entity.Column;
import beckon.exchange.entity.FileFormat;
import beckon.exchange.entity.ImportReason;
import beckon.exchange.entity.ImportState;
import beckon.shared.RefusalException;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Files of contacts on their way in, each its owner's alone. */
@ApplicationScoped
public class ImportRepository {

    private static final String INSERT =
            "insert into exchange_import (id, handle, account_id, owner_id, file_name, format,"
                    + " state, content, columns, header, created_at)"
                    + " values (?, ?, ?, ?, ?, ?, 'UPLOADED', ?, ?, ?, ?)";

    private static final String GET =
            "select i.id, i.handle, i.file_name, i.format, i.state, i.columns, i.header"
                    + " from exchange_import i"
                    + " where i.handle = ? and i.account_id = ? and i.owner_id = ?";

    private static final String CHECKED =
            "update exchange_import set state = 'CHECKED', columns = ?, header = ?"
                    + " where id = ? and state in ('UPLOADED', 'CHECKED')";

    private static final String BEGIN =
            "update exchange_import set state = 'RUNNING'"
                    + " where id = ? and state in ('CHECKED', 'RUNNING')";

    private Statements statements;
    private IdRepository ids;

    protected ImportRepository() {}

    @Inject
    public ImportRepository(DataSource dataSource, IdRepository ids) {
        this.statements = new Statements(dataSource);
        this.ids = ids;
    }

    /** An import without its file and its rows. */
    record Head(
            long id,
            UUID handle,
            String fileName,
            FileFormat format,
            ImportState state,
            List<Column> columns,
            boolean header) {}

    /** Takes a file in, in the place of one that its owner had before. */
    UUID add(Caller owner, NewFile file, Instant now) {
        statements.update("delete from exchange_import where owner_id = ?", owner.membershipId());
        UUID handle = UUID.randomUUID();
        statements.update(
                INSERT,
                ids.next(),
                handle,
                owner.accountId(),
                owner.membershipId(),
                file.name(),
                file.format().name(),
                file.octets(),
                joined(file.columns()),
                file.header(),
                InstantConverter.toColumn(now));
        return handle;
    }

    /** A file as it came, with what its columns seem to mean. */
    record NewFile(
            String name, FileFormat format, byte[] octets, List<Column> columns, boolean header) {}

    /**
     * @throws RefusalException NOT_FOUND
     */
    Head get(Caller owner, UUID handle) {
        return statements
                .find(GET, ImportRepository::head, handle, owner.accountId(), owner.membershipId())
                .orElseThrow(() -> new RefusalException(ImportReason.NOT_FOUND));
    }

    /** What the file holds; empty once all is kept. */
    byte[] content(long id) {
        return statements
                .find(
                        "select content from exchange_import where id = ? and content is not null",
                        row -> row.getBytes(1),
                        id)
                .orElseThrow(() -> new RefusalException(ImportReason.NOT_FOUND));
    }

    /** Notes that every row is judged; false if rows are being kept already. */
    boolean check(long id, List<Column> columns, boolean header) {
        return statements.update(CHECKED, joined(columns), header, id) == 1;
    }

    /** Begins to keep rows, or goes on; holds the import until the transaction ends. */
    boolean begin(long id) {
        return statements.update(BEGIN, id) == 1;
    }

    void finish(long id) {
        statements.update(
                "update exchange_import set state = 'DONE', content = null where id = ?", id);
    }

    void remove(long id) {
        statements.update("delete from exchange_import where id = ?", id);
    }

    /** Forgets what has come before a moment. */
    int removeBefore(Instant moment) {
        return statements.update(
                "delete from exchange_import where created_at < ?",
                InstantConverter.toColumn(moment));
    }

    private static String joined(List<Column> columns) {
        return columns.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static Head head(ResultSet row) throws SQLException {
        String columns = row.getString(6);
        return new Head(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                FileFormat.valueOf(row.getString(4)),
                ImportState.valueOf(row.getString(5)),
                columns == null || columns.isEmpty()
                        ? List.of()
                        : Stream.of(columns.split(",")).map(Column::valueOf).toList(),
                row.getBoolean(7));
    }
}

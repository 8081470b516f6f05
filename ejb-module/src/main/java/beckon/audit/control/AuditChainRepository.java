package beckon.audit.control;

import beckon.shared.Seal;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The links of the audit's chain, and its end. */
@ApplicationScoped
public class AuditChainRepository {
    private static final String ENTRY =
            "e.id, e.at, e.account_id, e.actor_id, e.action, e.subject, e.outcome, e.details,"
                    + " e.remote";

    private static final int COLUMNS = 9;

    private static final String HEAD =
            "select position, hash, linked_at from audit_head where id = 1";

    private static final String LOOSE =
            " from audit_entry e left join audit_link l on l.entry_id = e.id"
                    + " where l.entry_id is null and e.at ";

    private static final String LINKS =
            "select l.position, l.entry_id, l.key_id, l.hash, "
                    + ENTRY
                    + " from audit_link l left join audit_entry e on e.id = l.entry_id"
                    + " where l.position > ? order by l.position limit ?";

    private Statements statements;

    protected AuditChainRepository() {}

    @Inject
    public AuditChainRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /**
     * The end of the chain.
     *
     * @param linkedAt the moment of the latest row that is linked
     */
    record Head(long position, String hash, LocalDateTime linkedAt) {}

    /**
     * One link.
     *
     * @param entry null if there is no such row any more
     */
    record Link(long position, long entryId, Seal seal, ChainedEntry entry) {}

    /** The end, held until the transaction's own end; empty while another node has it. */
    Optional<Head> lockHead() {
        return statements.find(HEAD + " for update skip locked", AuditChainRepository::head);
    }

    Head getHead() {
        return statements.find(HEAD, AuditChainRepository::head).orElse(null);
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(row.getLong(1), row.getString(2), row.getObject(3, LocalDateTime.class));
    }

    /** Rows from that moment on that are not linked yet, the oldest first. */
    List<ChainedEntry> listLoose(LocalDateTime from, int limit) {
        return statements.list(
                "select " + ENTRY + LOOSE + ">= ? order by e.at, e.id limit ?",
                row -> entry(row, 1),
                from,
                limit);
    }

    /** Rows before that moment that are not linked. */
    List<Long> listForgotten(LocalDateTime before, int limit) {
        return statements.list(
                "select e.id" + LOOSE + "< ? order by e.id limit ?",
                row -> row.getLong(1),
                before,
                limit);
    }

    /** The links behind that position, with their rows. */
    List<Link> listLinks(long position, int limit) {
        return statements.list(
                LINKS,
                row ->
                        new Link(
                                row.getLong(1),
                                row.getLong(2),
                                new Seal(row.getString(3), row.getString(4)),
                                row.getObject(5) == null ? null : entry(row, 5)),
                position,
                limit);
    }

    private static ChainedEntry entry(ResultSet row, int first) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 2; i < COLUMNS; i++) {
            columns.add(row.getString(first + i));
        }
        return new ChainedEntry(
                row.getLong(first), row.getObject(first + 1, LocalDateTime.class), columns);
    }

    void add(List<Link> links) {
        statements.batch(
                "insert into audit_link (position, entry_id, key_id, hash) values (?, ?, ?, ?)",
                links.stream()
                        .map(
                                link ->
                                        new Object[] {
                                            link.position(),
                                            link.entryId(),
                                            link.seal().keyId(),
                                            link.seal().value()
                                        }));
    }

    void moveHead(Head head) {
        statements.update(
                "update audit_head set position = ?, hash = ?, linked_at = ? where id = 1",
                head.position(),
                head.hash(),
                head.linkedAt());
    }
}

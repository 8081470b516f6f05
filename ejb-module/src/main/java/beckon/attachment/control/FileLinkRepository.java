package beckon.attachment.control;

import beckon.attachment.entity.FileName;
import beckon.attachment.entity.FileType;
import beckon.attachment.entity.SharedFile;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The links by which files are fetched: found by the token's hash, changed by its nonce.
 *
 * <p>A file sent to many has as many links, so that each of them dies alone; the last one takes the
 * file with it.
 */
@ApplicationScoped
public class FileLinkRepository {

    private static final String ADD =
            "insert into attachment_link (nonce, token_hash, attachment_id, owner_id, expires_at)"
                    + " select ?, ?, id, ?, ? from attachment where handle = ?";
    private static final String RENEW =
            "update attachment_link set nonce = ?, token_hash = ?, owner_id = ?, expires_at = ?"
                    + " where nonce = ? and attachment_id in"
                    + " (select id from attachment where expires_at > ?)";
    private static final String PROLONG =
            "update attachment set expires_at = ? where expires_at < ? and id ="
                    + " (select attachment_id from attachment_link where nonce = ?)";
    private static final String END_FILE =
            "update attachment set expires_at = ? where id = ? and expires_at > ? and not exists"
                    + " (select 1 from attachment_link l where l.attachment_id = attachment.id)";
    private static final String FIND =
            "select f.handle, f.name, f.type, f.octets, a.name, l.expires_at"
                    + " from attachment_link l join attachment f on f.id = l.attachment_id"
                    + " join account a on a.id = f.account_id"
                    + " join membership m on m.id = l.owner_id"
                    + " where l.token_hash = ? and l.expires_at > ? and f.expires_at > ?"
                    + " and a.closed_at is null and m.deactivated_at is null";

    private Statements statements;

    protected FileLinkRepository() {}

    @Inject
    public FileLinkRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** What a row keeps of a link's token. */
    public record Drawn(byte[] nonce, byte[] tokenHash) {}

    /** Adds links to a file, all in one batch. */
    public void add(UUID file, long ownerId, List<Drawn> drawn, Instant expiresAt) {
        LocalDateTime until = InstantConverter.toColumn(expiresAt);
        statements.batch(
                ADD,
                drawn.stream()
                        .map(
                                each ->
                                        new Object[] {
                                            each.nonce(), each.tokenHash(), ownerId, until, file
                                        }));
    }

    /** Gives a link another token, and the file as long a life; false if the file is gone. */
    public boolean renew(byte[] nonce, Drawn drawn, long ownerId, Instant now, Instant expiresAt) {
        LocalDateTime until = InstantConverter.toColumn(expiresAt);
        boolean renewed =
                statements.update(
                                RENEW,
                                drawn.nonce(),
                                drawn.tokenHash(),
                                ownerId,
                                until,
                                nonce,
                                InstantConverter.toColumn(now))
                        > 0;
        if (renewed) {
            statements.update(PROLONG, until, until, drawn.nonce());
        }
        return renewed;
    }

    /** Makes all of a member's links another's. */
    public void give(long ownerId, long successorId) {
        statements.update(
                "update attachment_link set owner_id = ? where owner_id = ?", successorId, ownerId);
    }

    /** Takes a link away, and with the last one the file, which the sweeper then deletes. */
    public void remove(byte[] nonce, Instant now) {
        Optional<Long> file =
                statements.find(
                        "select attachment_id from attachment_link where nonce = ?",
                        row -> row.getLong(1),
                        nonce);
        LocalDateTime moment = InstantConverter.toColumn(now);
        file.ifPresent(
                id -> {
                    statements.update("delete from attachment_link where nonce = ?", nonce);
                    statements.update(END_FILE, moment, id, moment);
                });
    }

    /**
     * A file by the token of a link.
     *
     * @param handle where it lies
     */
    public record Found(UUID handle, SharedFile file) {
        /** What it is called. */
        public FileName name() {
            return new FileName(file.name());
        }
    }

    /** The file that a token opens. */
    public Optional<Found> find(byte[] tokenHash, Instant now) {
        LocalDateTime moment = InstantConverter.toColumn(now);
        return statements.find(
                FIND,
                row ->
                        new Found(
                                row.getObject(1, UUID.class),
                                new SharedFile(
                                        row.getString(2),
                                        FileType.valueOf(row.getString(3)),
                                        row.getLong(4),
                                        row.getString(5),
                                        InstantConverter.toMoment(
                                                row.getObject(6, LocalDateTime.class)))),
                tokenHash,
                moment,
                moment);
    }
}

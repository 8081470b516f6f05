package beckon.attachment.control;

import beckon.attachment.entity.AttachmentRow;
import beckon.attachment.entity.FileName;
import beckon.attachment.entity.FileType;
import beckon.attachment.entity.SharedFile;
import beckon.shared.TokenSource;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The rows of files; each statement names the member whose files it is about, or a token. */
@ApplicationScoped
public class AttachmentRepository {

    private static final String ADD =
            "insert into attachment (id, handle, account_id, owner_id, name, type, octets,"
                    + " thumbnail, created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String WAITING =
            " from attachment where handle = ? and owner_id = ? and claimed_at is null";
    private static final String CLAIM =
            "update attachment set claimed_at = ?, expires_at = ?, nonce = ?, key_id = ?,"
                    + " token_hash = ? where handle = ? and owner_id = ? and claimed_at is null"
                    + " and expires_at > ?";
    private static final String PROLONG =
            "update attachment set expires_at = case when expires_at < ? then ? else expires_at end"
                    + " where token_hash = ? and expires_at > ?";
    private static final String SHARED =
            "select f.handle, f.name, f.type, f.octets, a.name, f.expires_at from attachment f"
                    + " join account a on a.id = f.account_id"
                    + " join membership m on m.id = f.owner_id"
                    + " where f.token_hash = ? and f.expires_at > ?"
                    + " and a.closed_at is null and m.deactivated_at is null";

    private Statements statements;
    private IdRepository ids;

    protected AttachmentRepository() {}

    @Inject
    public AttachmentRepository(DataSource dataSource, IdRepository ids) {
        this.statements = new Statements(dataSource);
        this.ids = ids;
    }

    /** Lets nobody else add files of this member until the transaction ends. */
    public void lockOwner(long ownerId) {
        statements.list(
                "select id from membership where id = ? for update",
                row -> row.getLong(1),
                ownerId);
    }

    /** How many files of this member there are. */
    public long count(long ownerId, Instant now) {
        return statements.number(
                "select count(*) from attachment where owner_id = ? and expires_at > ?",
                ownerId,
                InstantConverter.toColumn(now));
    }

    /** How many octets they have together. */
    public long octets(long ownerId, Instant now) {
        return statements.number(
                "select coalesce(sum(octets), 0) from attachment"
                        + " where owner_id = ? and expires_at > ?",
                ownerId,
                InstantConverter.toColumn(now));
    }

    /** Adds a file of which there is no invitation yet. */
    public void add(
            long accountId,
            long ownerId,
            AttachmentRow file,
            byte[] thumbnail,
            Instant now,
            Instant expiresAt) {
        statements.update(
                ADD,
                ids.next(),
                file.handle(),
                accountId,
                ownerId,
                file.name(),
                file.type().name(),
                file.size(),
                thumbnail,
                InstantConverter.toColumn(now),
                InstantConverter.toColumn(expiresAt));
    }

    /** A file of this member's that no invitation has. */
    public Optional<AttachmentRow> find(UUID handle, long ownerId, Instant now) {
        return statements.find(
                "select name, type, octets, thumbnail is not null"
                        + WAITING
                        + " and expires_at > ?",
                row ->
                        new AttachmentRow(
                                handle,
                                row.getString(1),
                                FileType.valueOf(row.getString(2)),
                                row.getLong(3),
                                row.getBoolean(4)),
                handle,
                ownerId,
                InstantConverter.toColumn(now));
    }

    /** Its small picture. */
    public Optional<byte[]> findThumbnail(UUID handle, long ownerId) {
        return statements
                .list("select thumbnail" + WAITING, row -> row.getBytes(1), handle, ownerId)
                .stream()
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** Deletes it; false if there is none. */
    public boolean remove(UUID handle, long ownerId) {
        return statements.update("delete" + WAITING, handle, ownerId) > 0;
    }

    /** Gives it to an invitation; false if there is none. */
    public boolean claim(
            UUID handle,
            long ownerId,
            TokenSource source,
            byte[] tokenHash,
            Instant now,
            Instant expiresAt) {
        return statements.update(
                        CLAIM,
                        InstantConverter.toColumn(now),
                        InstantConverter.toColumn(expiresAt),
                        source.nonce(),
                        source.keyId(),
                        tokenHash,
                        handle,
                        ownerId,
                        InstantConverter.toColumn(now))
                > 0;
    }

    /** Lets a file stay until then if it would have gone before; false if it is gone. */
    public boolean prolong(byte[] tokenHash, Instant now, Instant expiresAt) {
        LocalDateTime until = InstantConverter.toColumn(expiresAt);
        return statements.update(PROLONG, until, until, tokenHash, InstantConverter.toColumn(now))
                > 0;
    }

    /**
     * A file by the token of its link.
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
    public Optional<Found> findShared(byte[] tokenHash, Instant now) {
        return statements.find(
                SHARED,
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
                InstantConverter.toColumn(now));
    }

    /** The oldest of those that have expired. */
    public List<UUID> listExpired(Instant now, int limit) {
        return statements.list(
                "select handle from attachment where expires_at <= ?"
                        + " order by expires_at fetch first "
                        + limit
                        + " rows only",
                row -> row.getObject(1, UUID.class),
                InstantConverter.toColumn(now));
    }

    /** Deletes one that has expired; false if it has been prolonged or deleted meanwhile. */
    public boolean removeExpired(UUID handle, Instant now) {
        return statements.update(
                        "delete from attachment where handle = ? and expires_at <= ?",
                        handle,
                        InstantConverter.toColumn(now))
                > 0;
    }

    /** Those of the handles that have a row. */
    public Set<UUID> listKnown(List<UUID> handles) {
        String marks = String.join(", ", Collections.nCopies(handles.size(), "?"));
        return new HashSet<>(
                statements.list(
                        "select handle from attachment where handle in (" + marks + ")",
                        row -> row.getObject(1, UUID.class),
                        handles.toArray()));
    }
}

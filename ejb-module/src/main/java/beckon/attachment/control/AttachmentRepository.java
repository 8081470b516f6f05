package beckon.attachment.control;

import beckon.attachment.entity.AttachmentRow;
import beckon.attachment.entity.FileType;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The rows of files; each statement names the member whose files it is about. */
@ApplicationScoped
public class AttachmentRepository {

    private static final String ADD =
            "insert into attachment (id, handle, account_id, owner_id, name, type, octets,"
                    + " thumbnail, created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String WAITING =
            " from attachment where handle = ? and owner_id = ? and claimed_at is null";
    private static final String CLAIM =
            "update attachment set claimed_at = ?, expires_at = ? where handle = ?"
                    + " and owner_id = ? and claimed_at is null and expires_at > ?";

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

    /** How many files of this member wait to be sent. */
    public long countWaiting(long ownerId, Instant now) {
        return statements.number(
                "select count(*) from attachment"
                        + " where owner_id = ? and claimed_at is null and expires_at > ?",
                ownerId,
                InstantConverter.toColumn(now));
    }

    /** How many octets all of the member's files have together, sent ones too. */
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

    /** Gives it to invitations; false if there is none. */
    public boolean claim(UUID handle, long ownerId, Instant now, Instant expiresAt) {
        return statements.update(
                        CLAIM,
                        InstantConverter.toColumn(now),
                        InstantConverter.toColumn(expiresAt),
                        handle,
                        ownerId,
                        InstantConverter.toColumn(now))
                > 0;
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
        String marks = Statements.marks(handles);
        return new HashSet<>(
                statements.list(
                        "select handle from attachment where handle in (" + marks + ")",
                        row -> row.getObject(1, UUID.class),
                        handles.toArray()));
    }
}

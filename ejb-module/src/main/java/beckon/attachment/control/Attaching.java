package beckon.attachment.control;

import beckon.account.entity.Caller;
import beckon.attachment.entity.AttachmentReason;
import beckon.attachment.entity.AttachmentRow;
import beckon.attachment.entity.FileName;
import beckon.attachment.entity.FileType;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.shared.RefusalException;
import beckon.shared.persistence.RateLimitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Takes files in and throws them away: the file outside of any transaction, its row within one. */
@ApplicationScoped
public class Attaching {

    /** Octets that one file may have. */
    public static final long MOST_OCTETS = 10_000_000;

    /** How long a file waits for its invitation. */
    public static final Duration WAITING = Duration.ofHours(1);

    static final int WAITING_FILES = 50;
    static final long ALL_OCTETS = 200_000_000;
    static final int UPLOADS = 100;
    private static final Duration UPLOAD_WINDOW = Duration.ofHours(1);

    private AttachmentRepository attachments;
    private AttachmentStore store;
    private RateLimitRepository limits;
    private AuditService audit;

    protected Attaching() {}

    @Inject
    public Attaching(
            AttachmentRepository attachments,
            AttachmentStore store,
            RateLimitRepository limits,
            AuditService audit) {
        this.attachments = attachments;
        this.store = store;
        this.limits = limits;
        this.audit = audit;
    }

    /**
     * Refuses before anything is read what would be refused afterwards.
     *
     * @throws RefusalException FILE_TOO_LARGE, FILE_LIMIT, FILE_SPACE
     */
    public void requireRoom(Caller owner, long declaredSize, Instant now) {
        if (declaredSize > MOST_OCTETS) {
            throw new RefusalException(AttachmentReason.FILE_TOO_LARGE, MOST_OCTETS / 1_000_000);
        }
        requireQuota(owner, Math.max(1, declaredSize), now);
        String bucket = "attachment.member:" + owner.membershipId();
        if (!limits.takeForGood(bucket, UPLOADS, UPLOAD_WINDOW, now, 1)) {
            throw new RefusalException(AttachmentReason.FILE_LIMIT);
        }
    }

    /** A file that has no row yet, with a small picture of it or null. */
    public record Written(AttachmentRow file, byte[] thumbnail) {}

    /**
     * Writes a file that has no row yet, looks at what it is, and blanks what it tells of its
     * maker.
     *
     * @throws RefusalException EMPTY_FILE, FILE_TOO_LARGE, FILE_TYPE, NO_ROOM; the file is gone
     */
    public Written write(String name, InputStream octets) {
        UUID handle = UUID.randomUUID();
        store.write(handle, octets, MOST_OCTETS);
        boolean good = false;
        try {
            FileType type = store.recognise(handle).orElseThrow(Attaching::wrongType);
            Picture picture = store.anonymise(handle, type).orElseThrow(Attaching::wrongType);
            String harmless = FileName.of(name, type).value();
            byte[] thumbnail = thumbnail(handle, type, picture);
            good = true;
            return new Written(
                    new AttachmentRow(handle, harmless, type, picture.length(), thumbnail != null),
                    thumbnail);
        } finally {
            if (!good) {
                store.delete(handle);
            }
        }
    }

    private static RefusalException wrongType() {
        return new RefusalException(AttachmentReason.FILE_TYPE);
    }

    private byte[] thumbnail(UUID handle, FileType type, Picture picture) {
        try (InputStream octets = store.find(handle).orElseThrow()) {
            return Thumbnails.of(type, picture, octets).orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the file the member's own.
     *
     * @throws RefusalException FILE_LIMIT, FILE_SPACE, which all nodes decide together
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public AttachmentRow keep(Caller owner, Written written, Instant now) {
        AttachmentRow file = written.file();
        attachments.lockOwner(owner.membershipId());
        requireQuota(owner, file.size(), now);
        attachments.add(
                owner.accountId(),
                owner.membershipId(),
                file,
                written.thumbnail(),
                now,
                now.plus(WAITING));
        audit.record(act(owner, "attachment.uploaded", file));
        return file;
    }

    /**
     * Deletes the row of a file that no invitation has.
     *
     * @throws RefusalException NOT_FOUND
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void forget(Caller owner, UUID handle, Instant now) {
        AttachmentRow file =
                attachments
                        .find(handle, owner.membershipId(), now)
                        .orElseThrow(() -> new RefusalException(AttachmentReason.NOT_FOUND));
        if (!attachments.remove(handle, owner.membershipId())) {
            throw new RefusalException(AttachmentReason.NOT_FOUND);
        }
        audit.record(act(owner, "attachment.removed", file));
    }

    private void requireQuota(Caller owner, long octets, Instant now) {
        long id = owner.membershipId();
        if (attachments.countWaiting(id, now) >= WAITING_FILES) {
            throw new RefusalException(AttachmentReason.FILE_LIMIT);
        }
        if (attachments.octets(id, now) + octets > ALL_OCTETS) {
            throw new RefusalException(AttachmentReason.FILE_SPACE, ALL_OCTETS / 1_000_000);
        }
    }

    private static AuditRecord act(Caller owner, String action, AttachmentRow file) {
        return new AuditRecord(
                owner.accountId(),
                owner.membershipId(),
                action,
                file.handle().toString(),
                AuditRecord.DONE,
                file.type() + ", " + file.size() + " octets",
                null);
    }
}

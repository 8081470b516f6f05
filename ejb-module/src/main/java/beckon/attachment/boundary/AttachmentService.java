package beckon.attachment.boundary;

import beckon.account.boundary.CurrentCaller;
import beckon.account.entity.Caller;
import beckon.attachment.control.Attaching;
import beckon.attachment.control.AttachmentRepository;
import beckon.attachment.control.AttachmentStore;
import beckon.attachment.entity.AttachmentReason;
import beckon.attachment.entity.AttachmentRow;
import beckon.attachment.entity.FileContent;
import beckon.attachment.entity.SharedFile;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.shared.RefusalException;
import beckon.shared.TokenHash;
import beckon.shared.TokenKeys;
import beckon.shared.TokenSource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The door to files that go along with texts: for whoever sends them, and whoever gets them. */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
public class AttachmentService {
    private static final String PURPOSE = "attachment";

    @Inject CurrentCaller caller;
    @Inject Attaching attaching;
    @Inject AttachmentRepository attachments;
    @Inject AttachmentStore store;
    @Inject TokenKeys keys;
    @Inject AuditService audit;
    @Inject Clock clock;

    /**
     * Takes a file in, which is then the caller's alone until an invitation claims it.
     *
     * @param name as its owner calls it; what is shown and stored is made harmless
     * @param octets what it holds; read once, not closed
     * @param declaredSize what the sender says; negative: nothing
     * @throws RefusalException EMPTY_FILE, FILE_TOO_LARGE, FILE_TYPE, FILE_LIMIT, NO_ROOM
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public AttachmentRow upload(String name, @NotNull InputStream octets, long declaredSize) {
        Caller owner = caller.get();
        try {
            attaching.requireRoom(owner, declaredSize, clock.instant());
            return keep(owner, attaching.write(name, octets));
        } catch (RefusalException e) {
            audit.recordRefusal(refusal(owner, e));
            throw e;
        }
    }

    private AttachmentRow keep(Caller owner, AttachmentRow written) {
        boolean kept = false;
        try {
            byte[] thumbnail = attaching.thumbnail(written);
            AttachmentRow row = attaching.keep(owner, written, thumbnail, clock.instant());
            kept = true;
            return row;
        } finally {
            if (!kept) {
                store.delete(written.handle());
            }
        }
    }

    /**
     * A file that the caller has uploaded and not sent.
     *
     * @throws RefusalException NOT_FOUND
     */
    public AttachmentRow get(@NotNull UUID handle) {
        return attachments
                .find(handle, caller.get().membershipId(), clock.instant())
                .orElseThrow(() -> new RefusalException(AttachmentReason.NOT_FOUND));
    }

    /** The small picture of such a file, a JPEG. */
    public Optional<byte[]> findThumbnail(@NotNull UUID handle) {
        return attachments.findThumbnail(handle, caller.get().membershipId());
    }

    /**
     * Throws such a file away: what it held is gone when this returns.
     *
     * @throws RefusalException NOT_FOUND
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void remove(@NotNull UUID handle) {
        attaching.forget(caller.get(), handle, clock.instant());
        store.delete(handle);
    }

    /**
     * Gives a member's file to an invitation, in the caller's transaction; once.
     *
     * @param expiresAt until when its link is good
     * @return from which the token of its link is derived
     * @throws RefusalException NOT_FOUND
     */
    public TokenSource claim(@NotNull UUID handle, long membershipId, @NotNull Instant expiresAt) {
        TokenSource source = keys.draw(PURPOSE);
        byte[] hash = keys.derive(source).hash();
        if (!attachments.claim(handle, membershipId, source, hash, clock.instant(), expiresAt)) {
            throw new RefusalException(AttachmentReason.NOT_FOUND);
        }
        return source;
    }

    /**
     * Keeps a claimed file at least until then, in the caller's transaction.
     *
     * @return false if it is gone
     */
    public boolean prolong(@NotNull TokenSource source, @NotNull Instant expiresAt) {
        return attachments.prolong(keys.derive(source).hash(), clock.instant(), expiresAt);
    }

    /** What a link is about; empty if it opens nothing, or nothing any more. Changes nothing. */
    @PermitAll
    public Optional<SharedFile> look(@NotNull String token) {
        return find(token).map(AttachmentRepository.Found::file);
    }

    /** The file itself, to be closed; empty as {@link #look} is. */
    @PermitAll
    public Optional<FileContent> open(@NotNull String token) {
        return find(token)
                .flatMap(
                        found ->
                                store.find(found.handle())
                                        .map(
                                                octets ->
                                                        new FileContent(
                                                                found.name(),
                                                                found.file().type(),
                                                                found.file().size(),
                                                                octets)));
    }

    private Optional<AttachmentRepository.Found> find(String token) {
        return attachments.findShared(TokenHash.of(token), clock.instant());
    }

    private static AuditRecord refusal(Caller owner, RefusalException refusal) {
        return new AuditRecord(
                owner.accountId(),
                owner.membershipId(),
                "attachment.refused",
                null,
                refusal.reason().name(),
                null,
                null);
    }
}

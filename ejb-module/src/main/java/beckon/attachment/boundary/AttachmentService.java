package beckon.attachment.boundary;

import beckon.account.boundary.CurrentCaller;
import beckon.account.entity.Caller;
import beckon.attachment.control.Attaching;
import beckon.attachment.control.AttachmentRepository;
import beckon.attachment.control.AttachmentStore;
import beckon.attachment.control.FileLinkRepository;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The door to files that go along with texts: for whoever sends them, and whoever gets them. */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
public class AttachmentService {
    private static final String PURPOSE = "attachment";

    @Inject CurrentCaller caller;
    @Inject Attaching attaching;
    @Inject AttachmentRepository attachments;
    @Inject AttachmentStore store;
    @Inject FileLinkRepository links;
    @Inject TokenKeys keys;
    @Inject AuditService audit;
    @Inject Clock clock;

    /**
     * Takes a file in, which is then the caller's alone until an invitation claims it.
     *
     * @param name as its owner calls it; what is shown and stored is made harmless
     * @param octets what it holds; read once, not closed
     * @param declaredSize what the sender says; negative: nothing
     * @throws RefusalException EMPTY_FILE, FILE_TOO_LARGE, FILE_TYPE, FILE_LIMIT, FILE_SPACE,
     *     NO_ROOM
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

    private AttachmentRow keep(Caller owner, Attaching.Written written) {
        boolean kept = false;
        try {
            AttachmentRow row = attaching.keep(owner, written, clock.instant());
            kept = true;
            return row;
        } finally {
            if (!kept) {
                store.delete(written.file().handle());
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
     * Gives a member's file to some invitations, in the caller's transaction; once.
     *
     * @param expiresAt until when its links are good
     * @param number how many: one for each invitation, so that each dies with its own
     * @return from which the tokens of its links are derived
     * @throws RefusalException NOT_FOUND
     */
    public List<TokenSource> claim(
            @NotNull UUID handle, long membershipId, @NotNull Instant expiresAt, int number) {
        if (!attachments.claim(handle, membershipId, clock.instant(), expiresAt)) {
            throw new RefusalException(AttachmentReason.NOT_FOUND);
        }
        List<TokenSource> sources =
                Stream.generate(() -> keys.draw(PURPOSE)).limit(number).toList();
        links.add(handle, membershipId, sources.stream().map(this::drawn).toList(), expiresAt);
        return sources;
    }

    /**
     * Puts another link in a link's place, which is dead from then on, in the caller's transaction.
     *
     * @param membershipId on whose behalf it is sent now
     * @return from which its token is derived; empty if the file is gone
     */
    public Optional<TokenSource> renew(
            @NotNull TokenSource source, long membershipId, @NotNull Instant expiresAt) {
        TokenSource drawn = keys.draw(PURPOSE);
        boolean renewed =
                links.renew(source.nonce(), drawn(drawn), membershipId, clock.instant(), expiresAt);
        return renewed ? Optional.of(drawn) : Optional.empty();
    }

    /**
     * Lets the links sent on a member's behalf be good on another's, in the caller's transaction.
     */
    @RolesAllowed("ADMIN")
    public void handOver(long membershipId, long successorId) {
        links.give(membershipId, successorId);
    }

    /**
     * Lets a link open nothing any more, in the caller's transaction; the file goes with the last
     * of its links.
     */
    @PermitAll
    public void withdraw(@NotNull TokenSource source) {
        links.remove(source.nonce(), clock.instant());
    }

    private FileLinkRepository.Drawn drawn(TokenSource source) {
        return new FileLinkRepository.Drawn(source.nonce(), keys.derive(source).hash());
    }

    /** What a link is about; empty if it opens nothing, or nothing any more. Changes nothing. */
    @PermitAll
    public Optional<SharedFile> look(@NotNull String token) {
        return find(token).map(FileLinkRepository.Found::file);
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

    private Optional<FileLinkRepository.Found> find(String token) {
        return links.find(TokenHash.of(token), clock.instant());
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

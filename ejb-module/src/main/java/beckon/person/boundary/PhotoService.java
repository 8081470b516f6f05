package beckon.person.boundary;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.person.control.PersonPhotoRepository;
import beckon.person.control.PhotoLimits;
import beckon.person.entity.PersonReason;
import beckon.shared.Picture;
import beckon.shared.PrincipalName;
import beckon.shared.RefusalException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The door to one's own photo; who sees it is for those to say who list contacts. */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
public class PhotoService {

    /** The largest file that is taken. */
    public static final int MOST_MEGABYTES = 5;

    /** The same in octets. */
    public static final int MOST_OCTETS = MOST_MEGABYTES * 1_000_000;

    private static final int LARGE = 256;
    private static final int SMALL = 96;

    @Inject PersonPhotoRepository photos;
    @Inject PhotoLimits limits;
    @Inject AuditService audit;
    @Inject Clock clock;
    @Inject Principal principal;

    /**
     * Shows another photo: the middle of the picture, drawn anew, small.
     *
     * @return its handle, which no other photo has had
     * @throws RefusalException PICTURE_TOO_LARGE, NO_PICTURE, TOO_MANY_ATTEMPTS
     */
    public UUID change(@NotNull byte[] picture) {
        if (picture.length > MOST_OCTETS) {
            throw new RefusalException(PersonReason.PICTURE_TOO_LARGE, MOST_MEGABYTES);
        }
        PrincipalName who = PrincipalName.of(principal);
        Instant now = clock.instant();
        limits.take(who.personId(), now);
        List<byte[]> drawn =
                limits.inTurn(() -> Picture.photos(picture, LARGE, SMALL))
                        .orElseThrow(() -> new RefusalException(PersonReason.NO_PICTURE));
        UUID handle = UUID.randomUUID();
        photos.replace(who.personId(), handle, drawn.get(0), drawn.get(1), now);
        record(who, "photo.changed");
        return handle;
    }

    /** Shows no photo any more, but initials. */
    public void remove() {
        PrincipalName who = PrincipalName.of(principal);
        if (photos.remove(who.personId())) {
            record(who, "photo.removed");
        }
    }

    private void record(PrincipalName who, String action) {
        audit.record(
                new AuditRecord(
                        who.accountId(),
                        who.membershipId(),
                        action,
                        null,
                        AuditRecord.DONE,
                        null,
                        null));
    }
}

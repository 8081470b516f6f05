package beckon.person.boundary;

import beckon.person.control.PhotoChanges;
import beckon.person.control.PhotoLimits;
import beckon.person.entity.PersonReason;
import beckon.shared.Picture;
import beckon.shared.PrincipalName;
import beckon.shared.RefusalException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The door to one's own photo; who sees it is for those to say who list contacts.
 *
 * <p>Waiting for one's turn and drawing hold no transaction open.
 */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PhotoService {

    /** The largest file that is taken. */
    public static final int MOST_MEGABYTES = 5;

    /** The same in octets. */
    public static final int MOST_OCTETS = MOST_MEGABYTES * 1_000_000;

    private static final int LARGE = 256;
    private static final int SMALL = 96;

    @Inject PhotoChanges changes;
    @Inject PhotoLimits limits;
    @Inject Clock clock;
    @Inject Principal principal;

    /**
     * Shows another photo: the middle of the picture, drawn anew, small.
     *
     * @return its handle, which no other photo has had
     * @throws RefusalException PICTURE_TOO_LARGE, NO_PICTURE, TOO_MANY_ATTEMPTS, TOO_MANY_PICTURES
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
        return changes.replace(who, drawn.get(0), drawn.get(1), now);
    }

    /** Shows no photo any more, but initials. */
    public void remove() {
        changes.remove(PrincipalName.of(principal));
    }
}

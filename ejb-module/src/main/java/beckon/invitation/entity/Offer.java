package beckon.invitation.entity;

import beckon.account.entity.MemberKind;
import java.time.Instant;
import java.util.UUID;

/**
 * What the holder of an invitation's link may know; of one that is not open, only its state.
 *
 * @param hasSignIn whether the invitee signs in instead of signing up
 * @param language the invitee's
 */
public record Offer(
        OfferState state,
        UUID invitation,
        String inviterName,
        String accountName,
        MemberKind kind,
        String recipient,
        String language,
        boolean hasSignIn,
        Instant expiresAt) {

    /** An offer of which nothing may be told. */
    public static Offer closed(OfferState state) {
        return new Offer(state, null, null, null, null, null, null, false, null);
    }
}

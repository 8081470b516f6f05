package beckon.invitation.entity;

import beckon.account.entity.MemberKind;
import beckon.delivery.entity.Channel;
import java.time.Instant;
import java.util.UUID;

/**
 * What the holder of a link may know; of one that is not open, only its state.
 *
 * @param invitation handle of the invitation, or of the shared link
 * @param channel by which the offer was made
 * @param accountLogo handle of the picture; null: none
 * @param kind null while the address that decides is not known
 * @param recipient the address; null while it has to be confirmed
 * @param language the invitee's; null while nobody knows it
 * @param hasSignIn whether the invitee signs in instead of signing up
 * @param passwordMinimum how many characters a new sign-in's password has at least
 * @param domain whose addresses only; null: any
 */
public record Offer(
        OfferState state,
        UUID invitation,
        Channel channel,
        String inviterName,
        String accountName,
        UUID accountLogo,
        MemberKind kind,
        String recipient,
        String language,
        boolean hasSignIn,
        String domain,
        Instant expiresAt,
        int passwordMinimum) {

    /** An offer of which nothing may be told. */
    public static Offer closed(OfferState state) {
        return new Offer(
                state, null, null, null, null, null, null, null, null, false, null, null, 0);
    }

    /** Whether an address has to be confirmed before it can be taken. */
    public boolean needsAddress() {
        return state == OfferState.OPEN && recipient == null;
    }
}

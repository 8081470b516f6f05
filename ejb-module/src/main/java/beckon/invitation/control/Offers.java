package beckon.invitation.control;

import beckon.invitation.entity.Admission;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.Inviter;
import beckon.invitation.entity.OfferState;
import beckon.invitation.entity.OpenOffer;
import beckon.shared.RefusalException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * What links open at this moment.
 *
 * <p>A link is dead as soon as its invitation is not open, has been sent anew, its inviter has been
 * deactivated or may not have made it any more, or the account is closed: all is read each time.
 */
@ApplicationScoped
public class Offers {
    private InvitationRepository invitations;
    private InvitingRepository inviting;
    private Admissions admissions;

    protected Offers() {}

    @Inject
    public Offers(
            InvitationRepository invitations, InvitingRepository inviting, Admissions admissions) {
        this.invitations = invitations;
        this.inviting = inviting;
        this.admissions = admissions;
    }

    /** The open offer behind the token; empty if {@link #stateOf} says otherwise. */
    public Optional<OpenOffer> findOpen(String token, Instant now) {
        return invitations
                .findByToken(token)
                .filter(invitation -> invitation.stateAt(now).isOpen())
                .flatMap(invitation -> open(invitation, now));
    }

    private Optional<OpenOffer> open(Invitation invitation, Instant now) {
        Optional<Inviter> inviter =
                inviting.findInviter(invitation.accountId(), invitation.inviterId());
        if (inviter.isEmpty()) {
            return Optional.empty();
        }
        Admission admission =
                admissions.decideAgain(
                        inviter.get(), invitation.recipientKey(), invitation.inviteAs(), now);
        return admission.isGranted()
                ? Optional.of(new OpenOffer(invitation, inviter.get(), admission.kind()))
                : Optional.empty();
    }

    /**
     * What may be told of a link that opens nothing; a pending one whose ground is gone is revoked.
     */
    public OfferState stateOf(String token, Instant now) {
        return invitations
                .findByToken(token)
                .map(
                        invitation ->
                                switch (invitation.stateAt(now)) {
                                    case PENDING, REVOKED -> OfferState.REVOKED;
                                    case ACCEPTED -> OfferState.USED;
                                    case DECLINED -> OfferState.DECLINED;
                                    case EXPIRED -> OfferState.EXPIRED;
                                })
                .orElse(OfferState.UNKNOWN);
    }

    /** The open offer behind the token, or why there is none. */
    public OpenOffer getOpen(String token, Instant now) {
        return findOpen(token, now)
                .orElseThrow(() -> new RefusalException(stateOf(token, now).reason()));
    }
}

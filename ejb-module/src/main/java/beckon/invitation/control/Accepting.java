package beckon.invitation.control;

import beckon.account.boundary.MembershipService;
import beckon.delivery.boundary.DeliveryService;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InvitationState;
import beckon.invitation.entity.OpenOffer;
import beckon.invitation.entity.Taker;
import beckon.shared.RefusalException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Uses an offer up, once, for the person it was made to. */
@ApplicationScoped
public class Accepting {
    private Offers offers;
    private InvitationRepository invitations;
    private InvitingRepository inviting;
    private InvitationMail mail;
    private MembershipService memberships;
    private DeliveryService deliveries;

    protected Accepting() {}

    @Inject
    public Accepting(
            Offers offers,
            InvitationRepository invitations,
            InvitingRepository inviting,
            InvitationMail mail,
            MembershipService memberships,
            DeliveryService deliveries) {
        this.offers = offers;
        this.invitations = invitations;
        this.inviting = inviting;
        this.mail = mail;
        this.memberships = memberships;
        this.deliveries = deliveries;
    }

    /**
     * In the caller's transaction, which a refusal rolls back.
     *
     * @return the membership's id
     */
    public long accept(OpenOffer offer, long personId, Instant now) {
        Invitation invitation = offer.invitation();
        Taker taker = inviting.getTaker(personId);
        if (!taker.emailKey().equals(invitation.recipientKey())) {
            throw new RefusalException(InvitationReason.OTHER_PERSON);
        }
        if (!invitations.settleByToken(invitation, InvitationState.ACCEPTED, now)) {
            // somebody was quicker: by accepting it, most likely with the same link
            throw new RefusalException(InvitationReason.USED);
        }
        long membership = join(offer, personId);
        invitations.markAcceptedBy(invitation, membership);
        deliveries.cancel(invitation.handle());
        deliveries.enqueue(List.of(mail.toInviter(offer.inviter(), taker.name(), now)));
        return membership;
    }

    /** Who is in already, invited by a guest who could not know, stays what they are. */
    private long join(OpenOffer offer, long personId) {
        Invitation invitation = offer.invitation();
        Optional<Long> present = memberships.findActive(invitation.accountId(), personId);
        return present.isPresent()
                ? present.get()
                : memberships.join(
                        invitation.accountId(), personId, offer.kind(), invitation.inviterId());
    }
}

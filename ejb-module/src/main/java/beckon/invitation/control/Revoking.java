package beckon.invitation.control;

import beckon.attachment.boundary.AttachmentService;
import beckon.contact.boundary.ContactService;
import beckon.delivery.boundary.DeliveryService;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.InvitationState;
import beckon.invitation.entity.SuppressibleInvitation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.stream.Stream;

/** Ends invitations that lead nowhere: what is under way is stopped, what was noted taken away. */
@ApplicationScoped
public class Revoking {
    private InvitationRepository invitations;
    private DeliveryService deliveries;
    private ContactService contacts;
    private AttachmentService attachments;

    protected Revoking() {}

    @Inject
    public Revoking(
            InvitationRepository invitations,
            DeliveryService deliveries,
            ContactService contacts,
            AttachmentService attachments) {
        this.invitations = invitations;
        this.attachments = attachments;
        this.deliveries = deliveries;
        this.contacts = contacts;
    }

    /** Withdraws one; false if it is not open any more. */
    public boolean revoke(Invitation invitation, Instant now) {
        boolean revoked = invitations.settle(invitation, InvitationState.REVOKED, now);
        if (revoked) {
            clear(invitation);
        }
        return revoked;
    }

    /** Turns down one that waits for approval; false if it does not any more. */
    public boolean reject(Invitation invitation, Instant now) {
        boolean rejected = invitations.reject(invitation, now);
        if (rejected) {
            clear(invitation);
        }
        return rejected;
    }

    /** Lets the holder of its link decline it; false if the link opens nothing any more. */
    public boolean decline(Invitation invitation, Instant now) {
        boolean declined = invitations.settleByToken(invitation, InvitationState.DECLINED, now);
        if (declined) {
            clear(invitation);
        }
        return declined;
    }

    /**
     * Declines what the account has open to an address: the invitation itself, whatever link it has
     * now, and the company's own. What a guest has open is known by that guest's key only; its mail
     * has a link of its own.
     */
    public void declineFor(SuppressibleInvitation unwanted, Instant now) {
        Stream.concat(
                        invitations.find(unwanted.handle(), unwanted.accountId()).stream(),
                        invitations
                                .findOpen(unwanted.recipientKey(), unwanted.accountId())
                                .stream())
                .distinct()
                .filter(each -> invitations.settle(each, InvitationState.DECLINED, now))
                .forEach(this::clear);
    }

    /**
     * Closes the oldest of those that have expired, in a transaction of its own.
     *
     * @param limit how many at most
     * @return how many this call has closed; 0 if none is left, or another node closes them
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int sweep(Instant now, int limit) {
        int swept = 0;
        for (Invitation invitation : invitations.listOverdue(now, limit)) {
            if (invitations.sweep(invitation, now)) {
                clear(invitation);
                swept++;
            }
        }
        return swept;
    }

    private void clear(Invitation invitation) {
        deliveries.cancel(invitation.handle());
        // sent anew since it was read, it carries the file by another link
        invitation
                .file()
                .flatMap(was -> invitations.findFile(invitation))
                .ifPresent(attachments::withdraw);
        contacts.removeInvited(
                invitation.accountId(), invitation.inviterId(), invitation.recipientKey());
    }
}

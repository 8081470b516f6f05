package beckon.invitation.control;

import beckon.account.entity.Caller;
import beckon.delivery.boundary.DeliveryService;
import beckon.invitation.entity.Admission;
import beckon.invitation.entity.Envelope;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InvitationState;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.Inviter;
import beckon.shared.RefusalException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Sends an invitation anew: another token, so that the old link is dead, and another expiry. */
@ApplicationScoped
public class Resending {
    private InvitationRepository invitations;
    private InvitingRepository inviting;
    private Admissions admissions;
    private InvitationLimits limits;
    private InvitationMail mail;
    private DeliveryService deliveries;

    protected Resending() {}

    @Inject
    public Resending(
            InvitationRepository invitations,
            InvitingRepository inviting,
            Admissions admissions,
            InvitationLimits limits,
            InvitationMail mail,
            DeliveryService deliveries) {
        this.invitations = invitations;
        this.inviting = inviting;
        this.admissions = admissions;
        this.limits = limits;
        this.mail = mail;
        this.deliveries = deliveries;
    }

    /**
     * In the caller's transaction, which a refusal rolls back.
     *
     * @return false if somebody else has just sent it anew: once is enough
     */
    public boolean resend(Caller caller, Invitation invitation, Instant now) {
        if (invitation.state() != InvitationState.PENDING
                && invitation.state() != InvitationState.EXPIRED) {
            throw new RefusalException(InvitationReason.NOT_OPEN);
        }
        Inviter sender = admissions.getInviter(caller);
        admissions.requirePermission(sender, InviteAs.AUTOMATIC);
        Inviter inviter = inviterOf(invitation, sender);
        Admission admission =
                admissions.decideToResend(
                        inviter, invitation.recipientKey(), invitation.inviteAs(), now);
        if (!admission.isGranted()) {
            throw new RefusalException(admission.reason());
        }
        Envelope envelope =
                mail.envelope(invitation.language(), invitation.message(), now, inviter.expiry());
        if (!renew(invitation, inviter, admission, envelope)) {
            return false;
        }
        deliveries.cancel(invitation.handle());
        deliveries.enqueue(
                List.of(
                        mail.toInvitee(
                                inviter,
                                invitation.handle(),
                                invitation.recipient(),
                                admission.kind(),
                                envelope)));
        requireLimits(sender, invitation, now);
        return true;
    }

    /** Whose invitation it stays; a deactivated member's becomes the sender's. */
    private Inviter inviterOf(Invitation invitation, Inviter sender) {
        return invitation.inviterId() == sender.membershipId()
                ? sender
                : inviting.findInviter(invitation.accountId(), invitation.inviterId())
                        .orElse(sender);
    }

    private boolean renew(
            Invitation invitation, Inviter inviter, Admission admission, Envelope envelope) {
        return invitations.renew(
                invitation,
                inviter.membershipId(),
                OpenKeys.of(inviter, invitation.recipientKey()),
                admission,
                envelope);
    }

    private void requireLimits(Inviter sender, Invitation invitation, Instant now) {
        if (!limits.takeForRecipient(invitation.recipientKey(), now)) {
            throw new RefusalException(InvitationReason.RECIPIENT_LIMIT);
        }
        if (!limits.takeForMember(sender, 1, now)) {
            throw new RefusalException(InvitationReason.DAILY_LIMIT, limits.perMember());
        }
    }
}

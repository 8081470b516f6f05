package beckon.invitation.control;

import beckon.account.entity.Caller;
import beckon.delivery.boundary.DeliveryService;
import beckon.invitation.entity.Admission;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InvitationState;
import beckon.invitation.entity.Inviter;
import beckon.shared.RefusalException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lets invitations that wait for an admin be sent, or not; the inviter is told either way. */
@ApplicationScoped
public class Approving {
    private InvitationRepository invitations;
    private Admissions admissions;
    private Sending sending;
    private Revoking revoking;
    private InvitationMail mail;
    private DeliveryService deliveries;

    protected Approving() {}

    @Inject
    public Approving(
            InvitationRepository invitations,
            Admissions admissions,
            Sending sending,
            Revoking revoking,
            InvitationMail mail,
            DeliveryService deliveries) {
        this.invitations = invitations;
        this.admissions = admissions;
        this.sending = sending;
        this.revoking = revoking;
        this.mail = mail;
        this.deliveries = deliveries;
    }

    /**
     * Sends it as if it were written now: rules, limits and budget of this moment decide. What a
     * deactivated member left becomes the admin's own.
     *
     * @throws RefusalException NOT_FOUND, NOT_OPEN and as sending anew
     */
    public void approve(Caller admin, UUID handle, Instant now) {
        Invitation invitation = invitations.getFor(admin, handle);
        requireWaiting(invitation, now);
        Optional<Inviter> asking = admissions.findInviter(invitation);
        Inviter inviter = asking.orElseGet(() -> admissions.getInviter(admin));
        Admission admission = admissions.decideToResend(inviter, invitation, now);
        if (!sending.send(invitation, inviter, inviter, admission, admin.membershipId(), now)) {
            throw new RefusalException(InvitationReason.NOT_OPEN);
        }
        asking.ifPresent(told -> tell(told, invitation, true, now));
    }

    /**
     * Leaves it unsent for good.
     *
     * @throws RefusalException NOT_FOUND, NOT_OPEN
     */
    public void reject(Caller admin, UUID handle, Instant now) {
        Invitation invitation = invitations.getFor(admin, handle);
        if (!revoking.reject(invitation, now)) {
            throw new RefusalException(InvitationReason.NOT_OPEN);
        }
        admissions.findInviter(invitation).ifPresent(told -> tell(told, invitation, false, now));
    }

    private static void requireWaiting(Invitation invitation, Instant now) {
        if (invitation.stateAt(now) != InvitationState.WAITING) {
            throw new RefusalException(InvitationReason.NOT_OPEN);
        }
    }

    private void tell(Inviter inviter, Invitation invitation, boolean approved, Instant now) {
        deliveries.enqueue(List.of(mail.toTell(inviter, invitation, approved, now)));
    }
}

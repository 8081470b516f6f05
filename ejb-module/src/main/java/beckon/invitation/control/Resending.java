package beckon.invitation.control;

import beckon.account.entity.Caller;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.invitation.entity.Admission;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InvitationState;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.Inviter;
import beckon.shared.RefusalException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Sends an invitation anew: another token, so that the old link is dead, and another expiry. */
@ApplicationScoped
public class Resending {
    private InvitationRepository invitations;
    private Admissions admissions;
    private Sending sending;
    private AuditService audit;

    protected Resending() {}

    @Inject
    public Resending(
            InvitationRepository invitations,
            Admissions admissions,
            Sending sending,
            AuditService audit) {
        this.invitations = invitations;
        this.admissions = admissions;
        this.sending = sending;
        this.audit = audit;
    }

    /**
     * In a transaction of its own, which a refusal rolls back. If somebody else has just sent it
     * anew, nothing is done: once is enough.
     *
     * @throws RefusalException as the boundary says
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void resend(Caller caller, UUID handle, Instant now) {
        Invitation invitation = invitations.getFor(caller, handle);
        if (!mayBeSentAgain(invitation.state())) {
            throw new RefusalException(InvitationReason.NOT_OPEN);
        }
        Inviter sender = admissions.getInviter(caller);
        admissions.requirePermission(sender, InviteAs.AUTOMATIC);
        Inviter inviter = inviterOf(invitation, sender);
        Admission admission = admissions.decideToResend(inviter, invitation, now);
        if (invitation.approvedBy() == null && admissions.needsApproval(sender, admission)) {
            throw new RefusalException(InvitationReason.RESEND_NEEDS_APPROVAL);
        }
        if (sending.send(invitation, inviter, sender, admission, invitation.approvedBy(), now)) {
            audit.record(act(caller, handle));
        } else if (!mayBeSentAgain(invitations.getState(invitation))) {
            throw new RefusalException(InvitationReason.NOT_OPEN);
        }
    }

    private static boolean mayBeSentAgain(InvitationState state) {
        return state == InvitationState.PENDING || state == InvitationState.EXPIRED;
    }

    /** Whose invitation it stays; a deactivated member's becomes the sender's. */
    private Inviter inviterOf(Invitation invitation, Inviter sender) {
        return invitation.inviterId() == sender.membershipId()
                ? sender
                : admissions.findInviter(invitation).orElse(sender);
    }

    private static AuditRecord act(Caller caller, UUID handle) {
        return new AuditRecord(
                caller.accountId(),
                caller.membershipId(),
                "invitation.resent",
                handle.toString(),
                AuditRecord.DONE,
                null,
                null);
    }
}

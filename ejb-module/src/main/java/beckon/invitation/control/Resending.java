package beckon.invitation.control;

import beckon.account.entity.Caller;
import beckon.attachment.boundary.AttachmentService;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.contact.boundary.ContactService;
import beckon.delivery.boundary.DeliveryService;
import beckon.delivery.entity.Channel;
import beckon.invitation.entity.Admission;
import beckon.invitation.entity.Envelope;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InvitationState;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.Inviter;
import beckon.invitation.entity.Recipient;
import beckon.shared.PhoneNumber;
import beckon.shared.RefusalException;
import beckon.shared.TokenSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Sends an invitation anew: another token, so that the old link is dead, and another expiry. */
@ApplicationScoped
public class Resending {
    private InvitationRepository invitations;
    private Admissions admissions;
    private InvitationLimits limits;
    private TextBudget budget;
    private InvitationMail mail;
    private DeliveryService deliveries;
    private ContactService contacts;
    private AttachmentService attachments;
    private AuditService audit;

    protected Resending() {}

    @Inject
    public Resending(
            InvitationRepository invitations,
            Admissions admissions,
            InvitationLimits limits,
            TextBudget budget,
            InvitationMail mail,
            DeliveryService deliveries,
            ContactService contacts,
            AttachmentService attachments,
            AuditService audit) {
        this.invitations = invitations;
        this.admissions = admissions;
        this.limits = limits;
        this.budget = budget;
        this.mail = mail;
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.attachments = attachments;
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
        Envelope envelope =
                mail.envelope(
                        invitation.language(),
                        invitation.message(),
                        fileOf(invitation, inviter, now.plus(inviter.expiry())),
                        now,
                        inviter.expiry());
        if (renew(invitation, inviter, admission, envelope)) {
            send(invitation, inviter, admission, envelope);
            requireLimits(sender, inviter, invitation, now);
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

    private boolean renew(
            Invitation invitation, Inviter inviter, Admission admission, Envelope envelope) {
        try {
            return invitations.renew(
                    invitation,
                    inviter.membershipId(),
                    OpenKeys.of(inviter, invitation.recipientKey()),
                    admission,
                    envelope);
        } catch (RuntimeException e) {
            if (ContentionException.isCauseOf(e)) {
                // the address has been invited again at this very moment
                throw new RefusalException(InvitationReason.NOT_OPEN);
            }
            throw e;
        }
    }

    private void send(
            Invitation invitation, Inviter inviter, Admission admission, Envelope envelope) {
        deliveries.cancel(invitation.handle());
        deliveries.enqueue(
                List.of(
                        mail.toInvitee(
                                inviter,
                                invitation.handle(),
                                invitation.addressee(),
                                admission.kind(),
                                envelope)));
        if (inviter.membershipId() != invitation.inviterId()) {
            contacts.removeInvited(
                    invitation.accountId(), invitation.inviterId(), invitation.recipientKey());
        }
        Recipient invitee = invitation.addressee();
        contacts.addInvited(
                inviter.accountId(),
                inviter.membershipId(),
                admission.kind(),
                invitee.email() == null ? List.of() : List.of(invitee.email()),
                invitee.phone() == null ? List.of() : List.of(invitee.phone()));
    }

    /** A file that is gone meanwhile is left out. */
    private TokenSource fileOf(Invitation invitation, Inviter inviter, Instant expiresAt) {
        return invitation
                .file()
                .flatMap(file -> attachments.renew(file, inviter.membershipId(), expiresAt))
                .orElse(null);
    }

    private void requireLimits(
            Inviter sender, Inviter inviter, Invitation invitation, Instant now) {
        // in the order in which inviting takes them: nobody waits for somebody who waits for them
        if (!limits.takeForRecipient(invitation.recipientKey(), now)) {
            throw new RefusalException(InvitationReason.RECIPIENT_LIMIT);
        }
        if (invitation.channel() == Channel.TEXT) {
            requireBudget(inviter, invitation.addressee().phone(), now);
        }
        if (!limits.takeForMember(sender, 1, now)) {
            throw new RefusalException(InvitationReason.DAILY_LIMIT, limits.perMember());
        }
    }

    private void requireBudget(Inviter inviter, PhoneNumber number, Instant now) {
        if (!budget.takeForPrefix(inviter, number, now)) {
            throw new RefusalException(InvitationReason.TEXT_PREFIX);
        }
        if (!budget.takeForAccount(inviter, 1, now)) {
            throw new RefusalException(InvitationReason.TEXT_BUDGET);
        }
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

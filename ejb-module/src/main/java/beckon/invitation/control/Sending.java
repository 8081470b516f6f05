package beckon.invitation.control;

import beckon.attachment.boundary.AttachmentService;
import beckon.contact.boundary.ContactService;
import beckon.delivery.boundary.DeliveryService;
import beckon.delivery.entity.Channel;
import beckon.invitation.entity.Admission;
import beckon.invitation.entity.Envelope;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.Inviter;
import beckon.invitation.entity.Recipient;
import beckon.shared.PhoneNumber;
import beckon.shared.RefusalException;
import beckon.shared.TokenSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * Sends an invitation that is there already: another token, so that the old link is dead, and
 * another expiry.
 */
@ApplicationScoped
public class Sending {
    private InvitationRepository invitations;
    private InvitationLimits limits;
    private TextBudget budget;
    private InvitationMail mail;
    private DeliveryService deliveries;
    private ContactService contacts;
    private AttachmentService attachments;

    protected Sending() {}

    @Inject
    public Sending(
            InvitationRepository invitations,
            InvitationLimits limits,
            TextBudget budget,
            InvitationMail mail,
            DeliveryService deliveries,
            ContactService contacts,
            AttachmentService attachments) {
        this.invitations = invitations;
        this.limits = limits;
        this.budget = budget;
        this.mail = mail;
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.attachments = attachments;
    }

    /**
     * In the caller's transaction, which a refusal rolls back.
     *
     * @param inviter whose invitation it is from now on
     * @param payer whose limit of the day it counts against
     * @param approvedBy the admin who lets it be sent; null if nobody has to
     * @return false if somebody else has just changed it
     * @throws RefusalException NOT_OPEN, RECIPIENT_LIMIT, TEXT_PREFIX, TEXT_BUDGET, DAILY_LIMIT
     */
    boolean send(
            Invitation invitation,
            Inviter inviter,
            Inviter payer,
            Admission admission,
            Long approvedBy,
            Instant now) {
        Envelope envelope =
                mail.envelope(
                        invitation.language(),
                        invitation.message(),
                        fileOf(invitation, inviter, now.plus(inviter.expiry())),
                        now,
                        inviter.expiry());
        boolean renewed = renew(invitation, inviter, admission, envelope, approvedBy);
        if (renewed) {
            enqueue(invitation, inviter, admission, envelope);
            requireLimits(payer, inviter, invitation, now);
        }
        return renewed;
    }

    private boolean renew(
            Invitation invitation,
            Inviter inviter,
            Admission admission,
            Envelope envelope,
            Long approvedBy) {
        try {
            return invitations.renew(
                    invitation,
                    inviter.membershipId(),
                    OpenKeys.of(inviter, invitation.recipientKey()),
                    admission,
                    envelope,
                    approvedBy);
        } catch (RuntimeException e) {
            if (ContentionException.isCauseOf(e)) {
                // the address has been invited again at this very moment
                throw new RefusalException(InvitationReason.NOT_OPEN);
            }
            throw e;
        }
    }

    private void enqueue(
            Invitation invitation, Inviter inviter, Admission admission, Envelope envelope) {
        deliveries.cancel(invitation.handle());
        deliveries.enqueue(
                List.of(
                        mail.toInvitee(
                                inviter,
                                invitation.handle(),
                                invitation.addressee(),
                                admission.kind(),
                                envelope,
                                mail.own(inviter, envelope.language()))));
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
}

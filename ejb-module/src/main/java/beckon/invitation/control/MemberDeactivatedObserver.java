package beckon.invitation.control;

import beckon.account.entity.MemberDeactivated;
import beckon.account.entity.MemberKind;
import beckon.attachment.boundary.AttachmentService;
import beckon.contact.boundary.ContactService;
import beckon.delivery.entity.Channel;
import beckon.invitation.entity.Invitation;
import beckon.shared.EmailAddress;
import beckon.shared.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ends what a member who is put out has begun, or makes it their successor's, in the transaction of
 * the putting out. What has ended does not come back with the member.
 */
@ApplicationScoped
public class MemberDeactivatedObserver {

    private HandoverRepository handovers;
    private Revoking revoking;
    private ContactService contacts;
    private AttachmentService attachments;
    private Clock clock;

    protected MemberDeactivatedObserver() {}

    @Inject
    public MemberDeactivatedObserver(
            HandoverRepository handovers,
            Revoking revoking,
            ContactService contacts,
            AttachmentService attachments,
            Clock clock) {
        this.handovers = handovers;
        this.attachments = attachments;
        this.revoking = revoking;
        this.contacts = contacts;
        this.clock = clock;
    }

    void onMemberDeactivated(@Observes MemberDeactivated member) {
        List<Invitation> open = handovers.listOpen(member.membershipId());
        if (member.successorId() == null) {
            Instant now = clock.instant();
            open.forEach(invitation -> revoking.revoke(invitation, now));
            handovers.end(member.membershipId(), now);
        } else {
            handovers.giveTo(member.successorId(), member.membershipId());
            attachments.handOver(member.membershipId(), member.successorId());
            giveEntries(member, open);
        }
    }

    /** What the member noted of people not activated yet stands in the successor's book. */
    private void giveEntries(MemberDeactivated member, List<Invitation> open) {
        long accountId = member.accountId();
        for (Invitation invitation : open) {
            contacts.removeInvited(accountId, member.membershipId(), invitation.recipientKey());
        }
        Map<MemberKind, List<Invitation>> byKind =
                open.stream().collect(Collectors.groupingBy(Invitation::kind));
        byKind.forEach(
                (kind, some) ->
                        contacts.addInvited(
                                accountId,
                                member.successorId(),
                                kind,
                                addresses(some),
                                numbers(some)));
    }

    private static List<EmailAddress> addresses(List<Invitation> invitations) {
        return invitations.stream()
                .filter(invitation -> invitation.channel() == Channel.EMAIL)
                .map(invitation -> EmailAddress.of(invitation.recipient()))
                .toList();
    }

    private static List<PhoneNumber> numbers(List<Invitation> invitations) {
        return invitations.stream()
                .filter(invitation -> invitation.channel() == Channel.TEXT)
                .map(invitation -> new PhoneNumber(invitation.recipientKey()))
                .toList();
    }
}

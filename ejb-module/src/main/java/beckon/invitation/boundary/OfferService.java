package beckon.invitation.boundary;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.invitation.control.Accepting;
import beckon.invitation.control.Offers;
import beckon.invitation.control.Revoking;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.Offer;
import beckon.invitation.entity.OfferState;
import beckon.invitation.entity.OpenOffer;
import beckon.person.boundary.PersonService;
import beckon.shared.EmailAddress;
import beckon.shared.RefusalException;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;

/** The door for whoever holds a link: to look, which changes nothing, and to decline. */
@Stateless
@PermitAll
public class OfferService {
    @Inject Offers offers;
    @Inject Accepting accepting;
    @Inject Revoking revoking;
    @Inject PersonService persons;
    @Inject AuditService audit;
    @Inject Clock clock;

    /** What the link offers; nothing is changed, however often it is asked. */
    public Offer look(@NotNull String token) {
        Instant now = clock.instant();
        return offers.findOpen(token, now)
                .map(this::describe)
                .orElseGet(() -> Offer.closed(offers.stateOf(token, now)));
    }

    private Offer describe(OpenOffer open) {
        Invitation invitation = open.invitation();
        boolean hasSignIn =
                persons.findIdByEmail(EmailAddress.of(invitation.recipientKey())).isPresent();
        return new Offer(
                OfferState.OPEN,
                invitation.handle(),
                open.inviter().name(),
                open.inviter().accountName(),
                open.kind(),
                invitation.recipient(),
                invitation.language(),
                hasSignIn,
                invitation.expiresAt());
    }

    /**
     * @throws RefusalException EXPIRED, REVOKED, USED, DECLINED, NOT_FOUND
     */
    public void decline(@NotNull String token) {
        Instant now = clock.instant();
        Invitation invitation = offers.getOpen(token, now).invitation();
        if (!revoking.decline(invitation, now)) {
            throw new RefusalException(InvitationReason.USED);
        }
        audit.record(act(invitation, null, "invitation.declined"));
    }

    /**
     * Inner door: uses the offer up, once, for a person who takes it; decides anew what they
     * become.
     *
     * @return the new membership's id
     * @throws RefusalException EXPIRED, REVOKED, USED, DECLINED, NOT_FOUND, OTHER_PERSON
     */
    public long accept(@NotNull String token, long personId) {
        Instant now = clock.instant();
        OpenOffer open = offers.getOpen(token, now);
        long membership = accepting.accept(open, personId, now);
        audit.record(act(open.invitation(), membership, "invitation.accepted"));
        return membership;
    }

    private static AuditRecord act(Invitation invitation, Long actor, String action) {
        return new AuditRecord(
                invitation.accountId(),
                actor,
                action,
                invitation.handle().toString(),
                AuditRecord.DONE,
                null,
                null);
    }
}

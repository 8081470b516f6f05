package beckon.invitation.boundary;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.delivery.entity.Channel;
import beckon.invitation.control.Accepting;
import beckon.invitation.control.Confirming;
import beckon.invitation.control.Offers;
import beckon.invitation.control.Revoking;
import beckon.invitation.entity.ConfirmAddress;
import beckon.invitation.entity.Ground;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;

/**
 * The door for whoever holds a link: to look, which changes nothing, to say which address is
 * theirs, and to decline.
 */
@Stateless
@PermitAll
public class OfferService {
    @Inject Offers offers;
    @Inject Accepting accepting;
    @Inject Revoking revoking;
    @Inject Confirming confirming;
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
        Ground ground = open.ground();
        String recipient = recipient(ground);
        return new Offer(
                OfferState.OPEN,
                ground.handle(),
                ground.channel(),
                open.inviter().name(),
                open.inviter().accountName(),
                open.inviter().accountLogo(),
                open.kind(),
                recipient,
                language(ground),
                recipient != null && persons.findIdByEmail(EmailAddress.of(recipient)).isPresent(),
                domain(ground),
                ground.expiresAt(),
                open.inviter().passwordMinimum());
    }

    /** The address that the offer is known to be for; null while none is. */
    private static String recipient(Ground ground) {
        if (ground instanceof Ground.Confirmed confirmed) {
            return confirmed.confirmation().email();
        }
        return ground instanceof Ground.Addressed addressed
                ? addressed.invitation().recipient()
                : null;
    }

    private static String language(Ground ground) {
        if (ground instanceof Ground.Confirmed confirmed) {
            return confirmed.confirmation().language();
        }
        return ground instanceof Ground.Invited invited ? invited.invitation().language() : null;
    }

    private static String domain(Ground ground) {
        return ground instanceof Ground.Shared shared && shared.link().domain() != null
                ? shared.link().domain().key()
                : null;
    }

    /** Whether a person is in already where the token leads; false if it opens nothing. */
    public boolean isMember(@NotNull String token, long personId) {
        return offers.findOpen(token, clock.instant())
                .filter(open -> accepting.isMember(open, personId))
                .isPresent();
    }

    /**
     * Asks an address whether it is that of whoever came by a link or a text: a mail there brings a
     * link of its own. The answer is the same whoever has the address.
     *
     * @return the address that was asked
     * @throws RefusalException EXPIRED, REVOKED, USED, USED_UP, DECLINED, NOT_FOUND; NOT_OPEN if it
     *     is known already; ADDRESS_…, OTHER_DOMAIN; LinkReason.MAIL_TOO_SOON, TOO_MANY_MAILS
     */
    public String confirmAddress(@NotNull @Valid ConfirmAddress command) {
        Instant now = clock.instant();
        OpenOffer open = offers.getOpen(command.token(), now);
        EmailAddress asked = confirming.ask(open, command, now);
        audit.record(
                new AuditRecord(
                        open.ground().accountId(),
                        null,
                        "confirmation.asked",
                        open.ground().handle().toString(),
                        AuditRecord.DONE,
                        asked.masked(),
                        command.remote()));
        return asked.typed();
    }

    /**
     * @throws RefusalException EXPIRED, REVOKED, USED, DECLINED, NOT_FOUND; NOT_OPEN if the offer
     *     is to whoever holds a link, which nobody declines for others
     */
    public void decline(@NotNull String token) {
        Instant now = clock.instant();
        Ground ground = offers.getOpen(token, now).ground();
        if (ground instanceof Ground.Confirmed confirmed) {
            ground = confirmed.ground();
        }
        if (!(ground instanceof Ground.Invited invited)) {
            throw new RefusalException(InvitationReason.NOT_OPEN);
        }
        if (!revoking.decline(invited.invitation(), now)) {
            throw new RefusalException(InvitationReason.USED);
        }
        audit.record(act(ground, null, "invitation.declined"));
    }

    /**
     * Inner door: uses the offer up, once, for a person who takes it; decides anew what they
     * become. Who is in already by then uses no link up.
     *
     * @return the membership's id
     * @throws RefusalException EXPIRED, REVOKED, USED, USED_UP, DECLINED, NOT_FOUND, OTHER_PERSON,
     *     OTHER_DOMAIN
     */
    public long accept(@NotNull String token, long personId) {
        Instant now = clock.instant();
        OpenOffer open = offers.getOpen(token, now);
        long membership = accepting.accept(open, personId, now);
        boolean byLink = open.ground().channel() == Channel.LINK;
        audit.record(
                act(open.ground(), membership, byLink ? "link.joined" : "invitation.accepted"));
        return membership;
    }

    private static AuditRecord act(Ground ground, Long actor, String action) {
        return new AuditRecord(
                ground.accountId(),
                actor,
                action,
                ground.handle().toString(),
                AuditRecord.DONE,
                ground.channel().name(),
                null);
    }
}

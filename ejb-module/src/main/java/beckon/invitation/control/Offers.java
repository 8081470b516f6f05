package beckon.invitation.control;

import beckon.account.entity.MemberKind;
import beckon.delivery.entity.Channel;
import beckon.invitation.entity.Admission;
import beckon.invitation.entity.Confirmation;
import beckon.invitation.entity.Ground;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.Inviter;
import beckon.invitation.entity.OfferState;
import beckon.invitation.entity.OpenOffer;
import beckon.shared.RefusalException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * What links open at this moment.
 *
 * <p>A link is dead as soon as its invitation is not open, has been sent anew, its inviter has been
 * deactivated or may not have made it any more, or the account is closed: all is read each time.
 */
@ApplicationScoped
public class Offers {
    private InvitationRepository invitations;
    private LinkRepository links;
    private ConfirmationRepository confirmations;
    private InvitingRepository inviting;
    private Admissions admissions;

    protected Offers() {}

    @Inject
    public Offers(
            InvitationRepository invitations,
            LinkRepository links,
            ConfirmationRepository confirmations,
            InvitingRepository inviting,
            Admissions admissions) {
        this.invitations = invitations;
        this.links = links;
        this.confirmations = confirmations;
        this.inviting = inviting;
        this.admissions = admissions;
    }

    /** The open offer behind the token; empty if {@link #stateOf} says otherwise. */
    public Optional<OpenOffer> findOpen(String token, Instant now) {
        return find(token)
                .filter(ground -> stateOf(ground, now) == OfferState.OPEN)
                .flatMap(ground -> open(ground, now));
    }

    /** The open offer behind the token, or why there is none. */
    public OpenOffer getOpen(String token, Instant now) {
        return findOpen(token, now)
                .orElseThrow(() -> new RefusalException(stateOf(token, now).reason()));
    }

    /**
     * The invitation behind the token, if it is open or has expired, and there still is somebody
     * who might invite whoever holds it.
     */
    public Optional<Invitation> findAskable(String token, Instant now) {
        return find(token)
                .filter(ground -> isAskable(ground, now))
                .map(ground -> ((Ground.Invited) ground).invitation());
    }

    private boolean isAskable(Ground ground, Instant now) {
        if (!(ground instanceof Ground.Invited invited)) {
            return false;
        }
        return switch (stateOf(ground, now)) {
            case OPEN -> open(ground, now).isPresent();
            case EXPIRED -> admissions.findInviter(invited.invitation()).isPresent();
            default -> false;
        };
    }

    /**
     * What may be told of a link that opens nothing; a pending one whose ground is gone is revoked.
     */
    public OfferState stateOf(String token, Instant now) {
        return find(token)
                .map(ground -> stateOf(ground, now))
                .map(state -> state == OfferState.OPEN ? OfferState.REVOKED : state)
                .orElse(OfferState.UNKNOWN);
    }

    /** What the token stands for, open or not. */
    private Optional<Ground> find(String token) {
        return invitations
                .findByToken(token)
                .map(Offers::invited)
                .or(() -> links.findByToken(token).map(Ground.Shared::new))
                .or(() -> confirmations.findByToken(token).flatMap(this::confirmed));
    }

    private static Ground invited(Invitation invitation) {
        return invitation.channel() == Channel.TEXT
                ? new Ground.Texted(invitation)
                : new Ground.Addressed(invitation);
    }

    private Optional<Ground> confirmed(Confirmation confirmation) {
        Optional<? extends Ground.Open> ground =
                confirmation.linkId() == null
                        ? invitations.find(confirmation.invitationId()).map(Ground.Texted::new)
                        : links.find(confirmation.linkId()).map(Ground.Shared::new);
        return ground.map(open -> new Ground.Confirmed(open, confirmation));
    }

    private static OfferState stateOf(Ground ground, Instant now) {
        if (ground instanceof Ground.Confirmed confirmed) {
            return stateOf(confirmed, now);
        }
        return ground instanceof Ground.Shared shared
                ? stateOf(shared, now)
                : stateOf(((Ground.Invited) ground).invitation(), now);
    }

    private static OfferState stateOf(Ground.Confirmed confirmed, Instant now) {
        Confirmation confirmation = confirmed.confirmation();
        if (confirmation.isUsed()) {
            return OfferState.USED;
        }
        if (!confirmation.isFor(confirmed.ground())) {
            return OfferState.REVOKED;
        }
        OfferState state = stateOf(confirmed.ground(), now);
        return state == OfferState.OPEN && confirmation.isExpired(now)
                ? OfferState.CONFIRMATION_EXPIRED
                : state;
    }

    private static OfferState stateOf(Ground.Shared shared, Instant now) {
        return switch (shared.link().stateAt(now)) {
            case OPEN -> OfferState.OPEN;
            case EXPIRED -> OfferState.EXPIRED;
            case USED_UP -> OfferState.USED_UP;
            case DEACTIVATED -> OfferState.REVOKED;
        };
    }

    private static OfferState stateOf(Invitation invitation, Instant now) {
        return switch (invitation.stateAt(now)) {
            case PENDING -> OfferState.OPEN;
            case REVOKED, REJECTED -> OfferState.REVOKED;
            case WAITING -> OfferState.UNKNOWN;
            case ACCEPTED -> OfferState.USED;
            case DECLINED -> OfferState.DECLINED;
            case EXPIRED -> OfferState.EXPIRED;
        };
    }

    private Optional<OpenOffer> open(Ground ground, Instant now) {
        return inviting.findInviter(ground.accountId(), ground.inviterId())
                .flatMap(inviter -> open(ground, inviter, now));
    }

    private Optional<OpenOffer> open(Ground ground, Inviter inviter, Instant now) {
        if (ground instanceof Ground.Open open) {
            return admissions.isOpen(inviter, open)
                    ? Optional.of(new OpenOffer(ground, inviter, chosen(open)))
                    : Optional.empty();
        }
        Admission admission =
                ground instanceof Ground.Confirmed confirmed
                        ? admissions.decide(
                                inviter,
                                confirmed.ground(),
                                confirmed.confirmation().emailKey(),
                                now)
                        : admissions.decide(
                                inviter,
                                ground,
                                ((Ground.Addressed) ground).invitation().recipientKey(),
                                now);
        return admission.isGranted()
                ? Optional.of(new OpenOffer(ground, inviter, admission.kind()))
                : Optional.empty();
    }

    /** What they become whatever their address: only where the inviter has chosen it. */
    private static MemberKind chosen(Ground.Open ground) {
        return ground instanceof Ground.Texted texted && texted.inviteAs() != InviteAs.AUTOMATIC
                ? texted.invitation().kind()
                : null;
    }
}

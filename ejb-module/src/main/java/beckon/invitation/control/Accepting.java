package beckon.invitation.control;

import beckon.account.boundary.MembershipService;
import beckon.account.entity.MemberKind;
import beckon.contact.boundary.ContactService;
import beckon.delivery.boundary.DeliveryService;
import beckon.invitation.entity.Admission;
import beckon.invitation.entity.Ground;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InvitationState;
import beckon.invitation.entity.OpenOffer;
import beckon.invitation.entity.Taker;
import beckon.shared.RefusalException;
import beckon.shared.persistence.IdRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Uses an offer up, once, for a person whose address is known to be theirs. */
@ApplicationScoped
public class Accepting {
    private Admissions admissions;
    private InvitationRepository invitations;
    private LinkRepository links;
    private ConfirmationRepository confirmations;
    private InvitingRepository inviting;
    private InvitationMail mail;
    private MembershipService memberships;
    private DeliveryService deliveries;
    private ContactService contacts;
    private IdRepository ids;

    protected Accepting() {}

    @Inject
    public Accepting(
            Admissions admissions,
            InvitationRepository invitations,
            LinkRepository links,
            ConfirmationRepository confirmations,
            InvitingRepository inviting,
            InvitationMail mail,
            MembershipService memberships,
            DeliveryService deliveries,
            ContactService contacts,
            IdRepository ids) {
        this.admissions = admissions;
        this.invitations = invitations;
        this.links = links;
        this.confirmations = confirmations;
        this.inviting = inviting;
        this.mail = mail;
        this.memberships = memberships;
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.ids = ids;
    }

    /** Whether whoever takes it is in already, so that there is nothing to take. */
    public boolean isMember(OpenOffer offer, long personId) {
        return memberships.findActive(offer.ground().accountId(), personId).isPresent();
    }

    /**
     * In the caller's transaction, which a refusal rolls back.
     *
     * @return the membership's id
     */
    public long accept(OpenOffer offer, long personId, Instant now) {
        Taker taker = inviting.getTaker(personId);
        Ground ground = offer.ground();
        if (ground instanceof Ground.Confirmed confirmed) {
            return confirm(offer, confirmed, taker, now);
        }
        if (ground instanceof Ground.Addressed addressed) {
            requireSame(addressed.invitation().recipientKey(), taker);
        }
        // whoever has a sign-in has confirmed its address once
        return enter(offer, ground, taker, now);
    }

    private long confirm(OpenOffer offer, Ground.Confirmed confirmed, Taker taker, Instant now) {
        requireSame(confirmed.confirmation().emailKey(), taker);
        if (!confirmations.use(confirmed.confirmation(), now)) {
            throw new RefusalException(InvitationReason.USED);
        }
        long membership = enter(offer, confirmed.ground(), taker, now);
        confirmations.markUsedBy(confirmed.confirmation(), membership);
        return membership;
    }

    private static void requireSame(String emailKey, Taker taker) {
        if (!taker.emailKey().equals(emailKey)) {
            throw new RefusalException(InvitationReason.OTHER_PERSON);
        }
    }

    private long enter(OpenOffer offer, Ground ground, Taker taker, Instant now) {
        Optional<Long> present = memberships.findActive(ground.accountId(), taker.personId());
        if (ground instanceof Ground.Shared && present.isPresent()) {
            // in already, whomever the link is for
            return present.get();
        }
        Admission admission = admissions.decide(offer.inviter(), ground, taker.emailKey(), now);
        if (!admission.isGranted()) {
            throw Confirming.refusal(admission, ground);
        }
        if (ground instanceof Ground.Shared shared) {
            return enterByLink(offer, shared, admission, taker, now);
        }
        Invitation invitation = ((Ground.Invited) ground).invitation();
        if (!invitations.settleByToken(invitation, InvitationState.ACCEPTED, now)) {
            // somebody was quicker: by accepting it, most likely with the same link
            throw new RefusalException(InvitationReason.USED);
        }
        long membership =
                present.isPresent()
                        ? stay(present.get(), ground, admission, taker)
                        : join(ground, admission, taker);
        invitations.markAcceptedBy(invitation, membership, admission.kind());
        deliveries.cancel(invitation.handle());
        if (ground instanceof Ground.Texted) {
            // the number's entry gives way to the member's; an address's does so by itself
            contacts.removeInvited(
                    ground.accountId(), ground.inviterId(), invitation.recipientKey());
        }
        settleOthers(ground, taker, membership, admission.kind(), now);
        tell(offer, taker, now);
        return membership;
    }

    private long enterByLink(
            OpenOffer offer, Ground.Shared shared, Admission admission, Taker taker, Instant now) {
        if (memberships.isPutOut(shared.accountId(), taker.personId())) {
            // whoever was put out comes back by an invitation of their own, not by a link for all
            throw new RefusalException(InvitationReason.REVOKED);
        }
        if (!links.use(shared.link(), now)) {
            throw new RefusalException(InvitationReason.USED_UP);
        }
        long membership = join(shared, admission, taker);
        settleOthers(shared, taker, membership, admission.kind(), now);
        invitations.add(
                new Invitation(
                        ids.next(),
                        shared.link(),
                        taker.email(),
                        taker.emailKey(),
                        admission,
                        mail.done(offer.inviter().accountLanguage(), now),
                        membership));
        tell(offer, taker, now);
        return membership;
    }

    private long join(Ground ground, Admission admission, Taker taker) {
        return memberships.join(
                ground.accountId(), taker.personId(), admission.kind(), ground.inviterId());
    }

    /**
     * Who is in already, invited by a guest who could not know, stays what they are, unless an
     * admin has offered more to their very address.
     */
    private long stay(long membership, Ground ground, Admission admission, Taker taker) {
        if (ground.inviteAs().mayRaise()) {
            memberships.raise(ground.accountId(), taker.personId(), admission.kind());
        }
        return membership;
    }

    /**
     * What the account has open to the same address, and is no more, has come to its end as well.
     */
    private void settleOthers(
            Ground ground, Taker taker, long membership, MemberKind kind, Instant now) {
        if (ground instanceof Ground.Addressed) {
            return;
        }
        invitations
                .findOpen(taker.emailKey(), ground.accountId())
                .filter(other -> !other.offersMoreThan(kind))
                .filter(other -> invitations.settle(other, InvitationState.ACCEPTED, now))
                .ifPresent(
                        other -> {
                            invitations.markAcceptedBy(other, membership, kind);
                            deliveries.cancel(other.handle());
                        });
    }

    private void tell(OpenOffer offer, Taker taker, Instant now) {
        deliveries.enqueue(List.of(mail.toInviter(offer.inviter(), taker.name(), now)));
    }
}

package beckon.invitation.control;

import beckon.delivery.boundary.DeliveryService;
import beckon.invitation.entity.Admission;
import beckon.invitation.entity.ConfirmAddress;
import beckon.invitation.entity.Confirmation;
import beckon.invitation.entity.Envelope;
import beckon.invitation.entity.Ground;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.LinkReason;
import beckon.invitation.entity.OpenOffer;
import beckon.shared.EmailAddress;
import beckon.shared.Network;
import beckon.shared.RefusalException;
import beckon.shared.TokenHash;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.RateLimitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Asks an address whether it is that of whoever came by a link or a text.
 *
 * <p>Nothing is looked up about the address: what is said and how long it takes is the same whether
 * it has a sign-in, is a member's or nobody's.
 */
@ApplicationScoped
public class Confirming {
    static final int PER_ADDRESS = 10;
    static final int PER_REMOTE = 300;
    static final int PER_LINK = 2_000;
    static final int PER_TEXT = 20;

    /** What the account's rules say of the address, so that its owner may take another. */
    private static final Set<InvitationReason> TOLD =
            EnumSet.of(
                    InvitationReason.RECIPIENT_DENIED,
                    InvitationReason.RECIPIENT_NOT_ALLOWED,
                    InvitationReason.DISPOSABLE_ADDRESS,
                    InvitationReason.GUESTS_NOT_WELCOME,
                    InvitationReason.APPROVAL_NEEDED);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private Admissions admissions;
    private Suppressions suppressions;
    private ConfirmationRepository confirmations;
    private RecipientParser parser;
    private InvitationMail mail;
    private RateLimitRepository limits;
    private DeliveryService deliveries;
    private IdRepository ids;

    protected Confirming() {}

    @Inject
    public Confirming(
            Admissions admissions,
            Suppressions suppressions,
            ConfirmationRepository confirmations,
            RecipientParser parser,
            InvitationMail mail,
            RateLimitRepository limits,
            DeliveryService deliveries,
            IdRepository ids) {
        this.admissions = admissions;
        this.suppressions = suppressions;
        this.confirmations = confirmations;
        this.parser = parser;
        this.mail = mail;
        this.limits = limits;
        this.deliveries = deliveries;
        this.ids = ids;
    }

    /**
     * Sends the question, unless its owner has asked not to be invited; nobody is told which.
     *
     * @return the address that was asked
     * @throws RefusalException UNCONFIRMED if there is nothing to ask; ADDRESS_…, OTHER_DOMAIN,
     *     LINKS_SWITCHED_OFF, MAIL_TOO_SOON, TOO_MANY_MAILS
     */
    public EmailAddress ask(OpenOffer offer, ConfirmAddress command, Instant now) {
        if (!(offer.ground() instanceof Ground.Open ground)) {
            throw new RefusalException(InvitationReason.NOT_OPEN);
        }
        EmailAddress address = parser.parseOne(command.address());
        Admission admission = admissions.decide(offer.inviter(), ground, address.key(), now);
        if (!admission.isGranted()) {
            throw refusal(admission, ground);
        }
        requireLimits(ground, address, command.remote(), now);
        Envelope envelope = mail.question(mail.language(command.language(), offer.inviter()), now);
        Confirmation confirmation = new Confirmation(ids.next(), ground, address, envelope);
        confirmations.add(confirmation);
        if (!suppressions.isSuppressed(ground.accountId(), address.key())) {
            deliveries.enqueue(
                    List.of(mail.toConfirm(offer.inviter(), confirmation, address, envelope)));
        }
        return address;
    }

    /** Why somebody may not come by it; of a link that is bound, to what. */
    static RefusalException refusal(Admission admission, Ground ground) {
        if (admission.reason() == InvitationReason.OTHER_DOMAIN
                && ground instanceof Ground.Shared shared) {
            return new RefusalException(admission.reason(), shared.link().domain().key());
        }
        return new RefusalException(
                TOLD.contains(admission.reason()) ? admission.reason() : InvitationReason.REVOKED);
    }

    private void requireLimits(
            Ground.Open ground, EmailAddress address, String remote, Instant now) {
        String both = ground.handle() + " " + address.key();
        if (!limits.take(bucketOf("minute", both), 1, MINUTE, now, 1)) {
            throw new RefusalException(LinkReason.MAIL_TOO_SOON);
        }
        String from = Network.of(remote);
        int perGround = ground instanceof Ground.Shared ? PER_LINK : PER_TEXT;
        boolean within =
                limits.take(bucketOf("address", address.key()), PER_ADDRESS, DAY, now, 1)
                        && limits.take(bucketOf("remote", from), PER_REMOTE, HOUR, now, 1)
                        && limits.take(
                                bucketOf("ground", ground.handle().toString()),
                                perGround,
                                DAY,
                                now,
                                1);
        if (!within) {
            throw new RefusalException(LinkReason.TOO_MANY_MAILS);
        }
    }

    private static String bucketOf(String what, String whom) {
        return "confirm." + what + ":" + TokenHash.hex(whom).substring(0, 32);
    }

    /** Forgets the addresses of those who have long joined, or never did. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void purge(Instant now) {
        confirmations.purge(now.minus(DAY));
    }
}

package beckon.invitation.control;

import beckon.delivery.boundary.DeliveryService;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InvitationRequest;
import beckon.invitation.entity.Inviter;
import beckon.invitation.entity.RequestInvitation;
import beckon.invitation.entity.RequestReason;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells an inviter that somebody else holds their invitation, or comes too late, and asks for one.
 *
 * <p>Nothing is looked up about the address: what is said and how long it takes is the same whether
 * it has a sign-in, is a member's or nobody's.
 */
@ApplicationScoped
public class Requesting {
    static final int MAX_NAME = 100;
    static final int PER_INVITATION = 3;
    static final int PER_ADDRESS = 5;
    static final int PER_REMOTE = 50;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(30);

    private Offers offers;
    private Admissions admissions;
    private RecipientParser parser;
    private RequestRepository requests;
    private RateLimitRepository limits;
    private InvitationMail mail;
    private DeliveryService deliveries;
    private IdRepository ids;

    protected Requesting() {}

    @Inject
    public Requesting(
            Offers offers,
            Admissions admissions,
            RecipientParser parser,
            RequestRepository requests,
            RateLimitRepository limits,
            InvitationMail mail,
            DeliveryService deliveries,
            IdRepository ids) {
        this.offers = offers;
        this.admissions = admissions;
        this.parser = parser;
        this.requests = requests;
        this.limits = limits;
        this.mail = mail;
        this.deliveries = deliveries;
        this.ids = ids;
    }

    /**
     * Asks the inviter.
     *
     * @return what was asked; empty if just that is waiting for an answer already
     * @throws RefusalException REVOKED, USED, DECLINED, NOT_FOUND … if the invitation is neither
     *     open nor expired; NAME_MISSING, NAME_TOO_LONG, ADDRESS_…, UNKNOWN_LANGUAGE, TOO_MANY
     */
    public Optional<InvitationRequest> ask(RequestInvitation command, Instant now) {
        Invitation invitation =
                offers.findAskable(command.token(), now)
                        .orElseThrow(
                                () ->
                                        new RefusalException(
                                                offers.stateOf(command.token(), now).reason()));
        Inviter inviter =
                admissions
                        .findInviter(invitation)
                        .orElseThrow(() -> new RefusalException(InvitationReason.REVOKED));
        EmailAddress address = parser.parseOne(command.address());
        InvitationRequest request =
                new InvitationRequest(
                        ids.next(),
                        UUID.randomUUID(),
                        invitation.accountId(),
                        invitation.id(),
                        invitation.inviterId(),
                        readName(command.name()),
                        address.typed(),
                        address.key(),
                        mail.language(command.language(), inviter),
                        now);
        if (!requests.add(request)) {
            return Optional.empty();
        }
        requireLimits(request, command.remote(), now);
        deliveries.enqueue(List.of(mail.toAsk(inviter, request, invitation.recipient(), now)));
        return Optional.of(request);
    }

    /** One line of what can be seen. */
    private static String readName(String typed) {
        String name = VisibleText.of(typed).replaceAll("\\s+", " ").strip();
        if (name.isEmpty()) {
            throw new RefusalException(RequestReason.NAME_MISSING);
        }
        if (name.length() > MAX_NAME) {
            throw new RefusalException(RequestReason.NAME_TOO_LONG, MAX_NAME);
        }
        return name;
    }

    private void requireLimits(InvitationRequest request, String remote, Instant now) {
        boolean within =
                isWithin("invitation", String.valueOf(request.invitationId()), PER_INVITATION, now)
                        && isWithin("address", request.emailKey(), PER_ADDRESS, now)
                        && isWithin("remote", Network.of(remote), PER_REMOTE, now);
        if (!within) {
            throw new RefusalException(RequestReason.TOO_MANY);
        }
    }

    private boolean isWithin(String what, String whom, int limit, Instant now) {
        String bucket = "request." + what + ":" + TokenHash.hex(whom).substring(0, 32);
        return limits.take(bucket, limit, DAY, now, 1);
    }

    /** Forgets who asked a month ago, answered or not. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void purge(Instant now) {
        requests.purge(now.minus(KEPT));
    }
}

package beckon.invitation.control;

import beckon.delivery.boundary.DeliveryService;
import beckon.invitation.control.ForgettingRepository.Found;
import beckon.invitation.entity.SuppressibleInvitation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Forgets invitees who did not join: by themselves after a month, and at once whoever wishes it.
 *
 * <p>What stays is what names nobody: the audit's rows, and the seal of an address that is never to
 * be invited again.
 */
@ApplicationScoped
public class Forgetting {
    /** How long what led nowhere is kept. */
    static final Duration KEPT = Duration.ofDays(30);

    private ForgettingRepository invitations;
    private DeliveryService deliveries;

    protected Forgetting() {}

    @Inject
    public Forgetting(ForgettingRepository invitations, DeliveryService deliveries) {
        this.invitations = invitations;
        this.deliveries = deliveries;
    }

    /**
     * Forgets some of those that ended a month ago, in a transaction of its own.
     *
     * @return how many; 0 if none is left, or another node is at them
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int purge(Instant now, int limit) {
        List<Found> ended = invitations.listEnded(now.minus(KEPT), limit);
        forget(ended);
        return ended.size();
    }

    /** Forgets the news that were mailed about them. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void purgeNews(Instant now) {
        deliveries.forgetNews(now.minus(KEPT));
    }

    /** Forgets all that the account knows of whom it invited, in the caller's transaction. */
    public void erase(SuppressibleInvitation unwanted) {
        forget(invitations.listEnded(unwanted.accountId(), unwanted.recipientKey()));
        invitations.removeTraces(unwanted.accountId(), unwanted.recipientKey());
    }

    private void forget(List<Found> ended) {
        if (!ended.isEmpty()) {
            deliveries.forget(ended.stream().map(Found::handle).toList());
            invitations.remove(ended);
        }
    }
}

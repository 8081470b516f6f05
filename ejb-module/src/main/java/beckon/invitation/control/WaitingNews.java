package beckon.invitation.control;

import beckon.delivery.boundary.DeliveryService;
import beckon.delivery.entity.Channel;
import beckon.delivery.entity.OutgoingMessage;
import beckon.invitation.entity.WaitingAdmin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells admins that invitations wait for them: each once a batch, and once an hour at most. */
@ApplicationScoped
public class WaitingNews {
    /** How long a batch gathers. */
    static final Duration GATHERING = Duration.ofMinutes(1);

    /** For how long an admin is told nothing more. */
    static final Duration PAUSE = Duration.ofHours(1);

    private static final Duration KEEP = Duration.ofDays(3);

    private WaitingRepository waiting;
    private DeliveryService deliveries;

    protected WaitingNews() {}

    @Inject
    public WaitingNews(WaitingRepository waiting, DeliveryService deliveries) {
        this.waiting = waiting;
        this.deliveries = deliveries;
    }

    /** Notes, in the caller's transaction, that there is something to tell. */
    void note(long accountId, Instant now) {
        waiting.note(accountId, now, GATHERING);
    }

    /**
     * Tells those who do not know yet, in a transaction of its own.
     *
     * @return how many this call has told
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int tell(Instant now, int most) {
        List<OutgoingMessage> mails = new ArrayList<>();
        for (WaitingAdmin admin : waiting.listUntold(now, GATHERING, PAUSE, most)) {
            if (waiting.markTold(admin, now, PAUSE)) {
                mails.add(mail(admin, now));
            }
        }
        deliveries.enqueue(mails);
        return mails.size();
    }

    private static OutgoingMessage mail(WaitingAdmin admin, Instant now) {
        return new OutgoingMessage(
                admin.accountId(),
                UUID.randomUUID(),
                Channel.EMAIL,
                "waiting",
                admin.email(),
                admin.language(),
                Map.of("memberName", admin.firstName(), "accountName", admin.accountName()),
                null,
                now.plus(KEEP));
    }
}

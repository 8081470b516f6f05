package beckon.account.boundary;

import beckon.account.entity.Caller;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.delivery.boundary.DeliveryService;
import beckon.delivery.entity.Hold;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** The door to the messages of before a restore, which wait for an admin's word. */
@Stateless
@RolesAllowed("ADMIN")
public class HeldMessageService {

    @Inject CurrentCaller caller;
    @Inject DeliveryService delivery;
    @Inject AuditService audit;

    /** What waits of the account; empty if nothing does. */
    public Optional<Hold> find() {
        return delivery.findHold(caller.get().accountId());
    }

    /**
     * Sends them after all.
     *
     * @return how many
     */
    public int release() {
        int released = delivery.releaseHeld(caller.get().accountId());
        record("delivery.holdReleased", released);
        return released;
    }

    /**
     * Withdraws them.
     *
     * @return how many
     */
    public int discard() {
        int discarded = delivery.discardHeld(caller.get().accountId());
        record("delivery.holdDiscarded", discarded);
        return discarded;
    }

    private void record(String action, int messages) {
        Caller who = caller.get();
        audit.record(
                new AuditRecord(
                        who.accountId(),
                        who.membershipId(),
                        action,
                        null,
                        AuditRecord.DONE,
                        messages + " messages",
                        null));
    }
}

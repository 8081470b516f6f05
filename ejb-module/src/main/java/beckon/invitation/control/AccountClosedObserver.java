package beckon.invitation.control;

import beckon.account.entity.AccountClosed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** Ends all that a closed account has offered, in the transaction of the closing. */
@ApplicationScoped
public class AccountClosedObserver {

    private HandoverRepository handovers;
    private Clock clock;

    protected AccountClosedObserver() {}

    @Inject
    public AccountClosedObserver(HandoverRepository handovers, Clock clock) {
        this.handovers = handovers;
        this.clock = clock;
    }

    void onAccountClosed(@Observes AccountClosed account) {
        handovers.endAll(account.accountId(), clock.instant());
    }
}

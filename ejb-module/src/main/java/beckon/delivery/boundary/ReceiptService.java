package beckon.delivery.boundary;

import beckon.delivery.control.GatewayReceipts;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Where gateways tell by HTTP what became of texts; open to all, because a seal says who may. */
@Stateless
@PermitAll
public class ReceiptService {

    @Inject private GatewayReceipts receipts;

    /**
     * Takes what a gateway says about one text, however often it says so.
     *
     * @param receipt what it was given with the text
     * @param type Kannel's: 1 delivered, 2 undeliverable, 4 queued, 8 handed on, 16 rejected
     * @return whether we have given it this receipt; if not, nothing has changed
     */
    public boolean take(String receipt, int type) {
        return receipts.take(receipt, type);
    }
}

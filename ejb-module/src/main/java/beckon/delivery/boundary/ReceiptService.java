package beckon.delivery.boundary;

import beckon.delivery.control.GatewayReceipts;
import beckon.delivery.control.GatewayTexts;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;

/**
 * Where gateways tell by HTTP what became of texts, and what people answer; open to all, because a
 * seal or a key says who may.
 */
@Stateless
@PermitAll
public class ReceiptService {

    @Inject private GatewayReceipts receipts;
    @Inject private GatewayTexts texts;

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

    /**
     * Takes what somebody has sent to a gateway; only words such as STOP and START do anything.
     *
     * @param key what the gateway was told to prove itself by
     * @param from the phone's number, as the gateway writes it
     * @return whether the key is ours; if not, nothing has changed
     */
    public boolean takeText(@NotNull String key, @NotNull String from, @NotNull String text) {
        return texts.take(key, from, text);
    }
}

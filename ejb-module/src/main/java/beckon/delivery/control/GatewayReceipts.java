package beckon.delivery.control;

import beckon.connector.text.TextState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;

/** Takes what gateways report by HTTP, in the numbers that Kannel uses. */
@ApplicationScoped
public class GatewayReceipts {

    private ReceiptSeals seals;
    private TextReports reports;

    protected GatewayReceipts() {}

    @Inject
    public GatewayReceipts(ReceiptSeals seals, TextReports reports) {
        this.seals = seals;
        this.reports = reports;
    }

    /** False if the receipt is none of ours; nothing has changed then. */
    public boolean take(String receipt, int type) {
        OptionalLong dispatch = seals.findDispatch(receipt);
        if (dispatch.isPresent()) {
            reports.take(dispatch.getAsLong(), state(type));
        }
        return dispatch.isPresent();
    }

    private static TextState state(int type) {
        return switch (type) {
            case 1 -> TextState.DELIVERED;
            case 2 -> TextState.UNDELIVERABLE;
            case 4, 8 -> TextState.UNDER_WAY;
            case 16 -> TextState.REJECTED;
            default -> TextState.UNKNOWN;
        };
    }
}

package beckon.connector.text.spi;

import beckon.connector.text.DeliveryReport;
import beckon.connector.text.OutgoingText;
import beckon.connector.text.TextAnswer;
import beckon.connector.text.TextConnection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A borrower's hold on a session, which ends when it is closed or the session breaks. */
public class PooledTextConnection implements TextConnection {

    private TextManagedConnection lender;

    PooledTextConnection(TextManagedConnection lender) {
        this.lender = lender;
    }

    @Override
    public List<TextAnswer> send(List<OutgoingText> texts, Predicate<OutgoingText> isWanted) {
        return lender().send(texts, isWanted);
    }

    @Override
    public Optional<DeliveryReport> query(String messageId) {
        return lender().query(messageId);
    }

    private TextManagedConnection lender() {
        if (lender == null) {
            throw new IllegalStateException("the connection is closed");
        }
        return lender;
    }

    @Override
    public void close() {
        if (lender != null) {
            lender.takeBack(this);
            lender = null;
        }
    }

    void moveTo(TextManagedConnection newLender) {
        lender = newLender;
    }
}

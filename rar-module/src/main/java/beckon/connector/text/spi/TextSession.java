package beckon.connector.text.spi;

import beckon.connector.text.DeliveryReport;
import beckon.connector.text.OutgoingText;
import beckon.connector.text.TextAnswer;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A way by which texts leave, used by one borrower at a time. */
interface TextSession extends AutoCloseable {

    /** As {@link beckon.connector.text.TextConnection#send(List, Predicate)} says. */
    List<TextAnswer> send(List<OutgoingText> texts, Predicate<OutgoingText> isWanted);

    /** Sends texts that are wanted whatever happens. */
    default List<TextAnswer> send(List<OutgoingText> texts) {
        return send(texts, any -> true);
    }

    /** As {@link beckon.connector.text.TextConnection#query} says. */
    Optional<DeliveryReport> query(String messageId);

    /** Whether it can be lent; asks the other side only after some time without use. */
    boolean isAlive();

    /** Whether the pool has to replace it. */
    boolean isBroken();

    /** As whom we are known there; empty if as nobody. */
    String userName();

    @Override
    void close();
}

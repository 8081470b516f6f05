/**
 * Texts by SMPP or by an HTTP gateway.
 *
 * <p>A lent connection is a bound session, or a gateway's address; which of the two, only the
 * server's configuration knows. What becomes of a text is a value ({@link
 * beckon.connector.text.TextAnswer}), never an exception, and it keeps apart what was surely not
 * sent from what may have been. What the phone did comes later, as {@link
 * beckon.connector.text.DeliveryReport}s to a {@link beckon.connector.text.DeliveryReportListener}.
 *
 * <p>{@link beckon.connector.text.Segments} says how a text is cut; pure, for counters too.
 */
package beckon.connector.text;

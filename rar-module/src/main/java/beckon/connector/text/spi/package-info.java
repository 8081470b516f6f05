/**
 * How the container opens, keeps, checks and replaces what texts go out by.
 *
 * <p>{@code SmppSession} and {@code HttpGateway} are the two ways; another is a class that is a
 * {@code TextSession}, and a word in {@code TextProtocol}. The {@code Text…} classes only lend
 * them. What is on the wire of SMPP is composed and taken apart by jSMPP. The session around it is
 * ours: jSMPP's makes a thread wait for each answer, does not wake it when the connection breaks,
 * and sends its thanks for a delivery report before anybody has read it.
 *
 * <p>Reports come in on the sessions that texts go out by, so they meet in one {@code ReportInbox}
 * of the resource adapter, which hands them to the message-driven bean.
 */
package beckon.connector.text.spi;

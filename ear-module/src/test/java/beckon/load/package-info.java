/**
 * What the benchmark and the endurance tests share: a mail server that takes tens of thousands of
 * mails a second and misbehaves on request, a lean REST client, and a Beckon of one's own.
 *
 * <p>Driver, sink, database and server stand on one machine, so driver and sink are written to need
 * as little of it as they can: one selector thread, plain sockets, no parsing beyond what is asked.
 */
package beckon.load;

/**
 * The resource adapter that takes messages out of the house.
 *
 * <p>Each kind of message has a package: its connection interface is what the rest of Beckon sees,
 * its {@code spi} what the container sees. Protocols are plain Java and know no container.
 */
package beckon.connector;

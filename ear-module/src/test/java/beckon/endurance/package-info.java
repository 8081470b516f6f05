/**
 * Bad days: servers that are killed, mail servers that refuse, hang or go silent, withdrawals at
 * the last moment.
 *
 * <p>The oracle is what clients were told (an invitation that was acknowledged), what the mail
 * server took, and what the database says. <em>Lost</em>: acknowledged and never delivered.
 * <em>Phantom</em>: delivered, and yet never committed. Run with {@code mvn -Pendurance verify}.
 */
package beckon.endurance;

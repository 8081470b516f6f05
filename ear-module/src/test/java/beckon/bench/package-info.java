/**
 * How fast Beckon is: invitations through REST until the last mail is at the mail server, on
 * PostgreSQL, everything on this machine.
 *
 * <p>Absolute numbers depend on the machine and on what else it does, so each is printed beside
 * what the machine itself permits at that moment. Nothing here passes or fails.
 */
package beckon.bench;

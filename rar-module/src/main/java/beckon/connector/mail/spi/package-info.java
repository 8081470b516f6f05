/**
 * How the container opens, keeps, checks and replaces SMTP sessions.
 *
 * <p>{@code SmtpSession} and what it stands on speak the protocol; the {@code Mail…} classes only
 * lend it. The session is Angus Mail's; a mail is written here, because that is most of its cost.
 */
package beckon.connector.mail.spi;

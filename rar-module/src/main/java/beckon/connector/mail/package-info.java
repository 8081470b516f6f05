/**
 * Mail by SMTP.
 *
 * <p>A lent connection is an open session: greeting, encryption and sign-in are behind it. What the
 * server answers to a mail is a value ({@link beckon.connector.mail.MailAnswer}), never an
 * exception, because somebody has to act on it.
 */
package beckon.connector.mail;

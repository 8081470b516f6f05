package beckon.delivery.entity;

/**
 * What a mail begins with, with {@code {inviter}}, {@code {company}} and {@code {expiry}} where the
 * names and the moment go.
 */
public record MailOpening(String subject, String opening) {}

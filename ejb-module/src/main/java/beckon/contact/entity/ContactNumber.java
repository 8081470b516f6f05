package beckon.contact.entity;

/**
 * One number of somebody in the address book; who has two is there twice.
 *
 * @param phone E.164
 */
public record ContactNumber(String displayName, String phone) {}

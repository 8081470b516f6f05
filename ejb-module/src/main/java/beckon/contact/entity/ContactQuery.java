package beckon.contact.entity;

/**
 * What to list.
 *
 * @param text part of a name, address or number; empty lists all
 * @param page counted from 0
 * @param size rows on a page, 1 to 100
 */
public record ContactQuery(ContactGroup group, String text, int page, int size) {}

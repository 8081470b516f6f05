package beckon.web.admin;

/**
 * A country that has phone numbers.
 *
 * @param code ISO 3166
 * @param name in the reader's language
 * @param dialling what its numbers begin with, such as {@code +33}
 */
public record Country(String code, String name, String dialling) {}

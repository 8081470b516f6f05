package beckon.exchange.entity;

/**
 * What the owner should know of a row.
 *
 * @param value what it is about, shortened; may be empty
 */
public record Remark(Flaw flaw, String value) {
    private static final int LONGEST = 60;

    public Remark {
        value = value.replaceAll("[\\p{Cc}\\p{Z}]+", " ").strip();
        value = value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
    }
}

package beckon.contact.entity;

import beckon.shared.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * What to list.
 *
 * @param badge null: whatever they have
 * @param text beginnings of words of a name, address or number; empty lists all
 * @param page counted from 0
 * @param size rows on a page, 1 to 100
 */
public record ContactQuery(
        @NotNull ContactGroup group,
        ContactBadge badge,
        String text,
        @Min(0) int page,
        @Min(1) @Max(Page.MAX_SIZE) int size) {

    /** Everybody of a list. */
    public ContactQuery(ContactGroup group, String text, int page, int size) {
        this(group, null, text, page, size);
    }

    /** So many are found by a text; a total above it means that there are more. */
    public static final int MOST_FOUND = 300;

    /** How many rows come before the page. */
    public long offset() {
        return (long) page * size;
    }
}

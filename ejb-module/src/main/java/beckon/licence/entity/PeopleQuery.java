package beckon.licence.entity;

import beckon.account.entity.MemberKind;
import beckon.shared.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What people to list.
 *
 * @param text beginnings of words of a name or address; empty lists all
 * @param kind null: all
 * @param licensed only those who have a licence, or who need one and have none; null: all
 * @param page counted from 0
 * @param size rows on a page, 1 to 100
 */
public record PeopleQuery(
        @NotNull @Size(max = 254) String text,
        MemberKind kind,
        @NotNull PeopleState state,
        Boolean licensed,
        @NotNull PeopleOrder order,
        @Min(0) int page,
        @Min(1) @Max(Page.MAX_SIZE) int size) {

    /** So many are found by a text; a total above it means that there are more. */
    public static final int MOST_FOUND = 300;

    /** So many of those that a text finds go into a file. */
    public static final int MOST_EXPORTED = 1_000;

    /** Everybody who is in, by name. */
    public static PeopleQuery everybody(int page, int size) {
        return new PeopleQuery("", null, PeopleState.ACTIVE, null, PeopleOrder.NAME, page, size);
    }

    public boolean isActive() {
        return state == PeopleState.ACTIVE;
    }

    /** Whether what it finds is counted all the time. */
    public boolean isCounted() {
        return isActive() && text.isBlank() && (kind == null || licensed == null);
    }

    /** How many rows come before the page. */
    public long offset() {
        return (long) page * size;
    }
}

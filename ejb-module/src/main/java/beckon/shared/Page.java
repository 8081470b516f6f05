package beckon.shared;

import java.util.List;

/**
 * One page of a longer list.
 *
 * @param rows what is on this page, in order
 * @param total how many rows all pages hold together
 * @param number this page, counted from 0
 * @param size rows on a full page, from 1 to 100
 */
public record Page<T>(List<T> rows, long total, int number, int size) {

    /** The largest page that anybody may ask for. */
    public static final int MAX_SIZE = 100;

    public Page {
        rows = List.copyOf(rows);
    }

    /** Whether another page follows this one. */
    public boolean hasNext() {
        return (long) (number + 1) * size < total;
    }
}

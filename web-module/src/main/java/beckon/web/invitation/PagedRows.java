package beckon.web.invitation;

import java.io.Serializable;
import java.util.UUID;

/** What the lists of the section have in common: the page they show, and the row acted upon. */
public abstract class PagedRows implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How many rows a page has. */
    protected static final int SIZE = 25;

    private int number = 1;
    private UUID chosen;

    /** The page as the boundaries count, from 0 on. */
    protected int index() {
        return Math.max(0, number - 1);
    }

    /** Begins at the first page again. */
    protected void toFirst() {
        number = 1;
    }

    /** The row acted upon; null if none is. */
    protected UUID chosen() {
        return chosen;
    }

    public String getNumber() {
        return String.valueOf(number);
    }

    /** Takes a page from the address; what is no number is the first page. */
    public void setNumber(String typed) {
        number = typed != null && typed.matches("[1-9]\\d{0,5}") ? Integer.parseInt(typed) : 1;
    }

    public int getNext() {
        return number + 1;
    }

    public int getPrevious() {
        return number - 1;
    }

    public String getChosen() {
        return chosen == null ? "" : chosen.toString();
    }

    /** Takes the handle of a row; what is none is treated like an unknown one. */
    public void setChosen(String handle) {
        try {
            chosen = UUID.fromString(handle);
        } catch (IllegalArgumentException invalid) {
            chosen = new UUID(0, 0);
        }
    }
}

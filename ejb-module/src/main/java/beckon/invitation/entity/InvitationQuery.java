package beckon.invitation.entity;

/**
 * What to list: the caller's own, or everybody's where an admin asks.
 *
 * @param state null: all
 * @param text part of a recipient; empty: all
 */
public record InvitationQuery(
        InvitationState state, String text, boolean everybodys, int page, int size) {

    /** A longer list is not counted to its end: its total is larger, and no more. */
    public static final int MOST_COUNTED = 10_000;
}

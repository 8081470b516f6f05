package beckon.licence.entity;

import beckon.shared.Reason;

/** Why licences were refused. */
public enum LicenceReason implements Reason {
    /** Fewer are left than were to be assigned; argument: how many. */
    NO_SEATS_LEFT,
    /** The account's edition has no licences. */
    NOT_PRO_PLUS,
    /** More are assigned than there would be seats; argument: how many. */
    TOO_MANY_ASSIGNED,
    /** Nobody was chosen. */
    NOBODY_CHOSEN
}

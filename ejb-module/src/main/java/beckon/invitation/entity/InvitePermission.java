package beckon.invitation.entity;

import beckon.shared.RefusalException;

/**
 * Whether the caller may invite at all.
 *
 * @param texts whether also by text
 * @param textsAvailable whether there is a gateway for texts
 * @param links whether also by sharing a link
 * @param askAdmin name of an admin to ask if not; null if there is none
 * @param admin whether the caller is an admin, who may choose as what somebody is invited
 */
public record InvitePermission(
        boolean allowed,
        boolean texts,
        boolean textsAvailable,
        boolean links,
        String askAdmin,
        boolean admin) {
    private static final int ASK_INVITER = 0;
    private static final int ASK_ADMIN = 1;
    private static final int ASK_NOBODY = 2;

    /** Whether "Invite as" is shown. */
    public boolean mayChooseKind() {
        return allowed && admin;
    }

    /** The refusal of inviting that is switched off; it says who can change that. */
    public RefusalException refusal() {
        return refusal(InvitationReason.INVITING_SWITCHED_OFF);
    }

    /** The same of a way to invite that is switched off by itself. */
    public RefusalException refusal(InvitationReason reason) {
        int whom = admin ? ASK_NOBODY : askAdmin == null ? ASK_INVITER : ASK_ADMIN;
        return new RefusalException(reason, whom, askAdmin);
    }
}

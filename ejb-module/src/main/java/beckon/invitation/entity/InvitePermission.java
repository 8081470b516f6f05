package beckon.invitation.entity;

/**
 * Whether the caller may invite at all.
 *
 * @param askAdmin name of an admin to ask if not; null if there is none
 * @param mayChooseKind whether "Invite as" is shown
 */
public record InvitePermission(boolean allowed, String askAdmin, boolean mayChooseKind) {}

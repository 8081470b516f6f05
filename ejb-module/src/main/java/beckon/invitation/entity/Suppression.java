package beckon.invitation.entity;

/**
 * Whether an account may invite an address, as its owner is shown it.
 *
 * @param accountName who invites
 * @param language the one that the invitation was written in
 * @param inForce whether the address is not to be invited
 */
public record Suppression(String accountName, String recipient, String language, boolean inForce) {}

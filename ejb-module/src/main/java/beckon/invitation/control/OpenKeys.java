package beckon.invitation.control;

import beckon.invitation.entity.Inviter;
import beckon.shared.TokenHash;

/** What keeps a second open invitation to the same address away. */
final class OpenKeys {
    private OpenKeys() {}

    /**
     * The address itself, once in an account; for a guest once for that guest, who would otherwise
     * learn whom others invite.
     */
    static String of(Inviter inviter, String emailKey) {
        return inviter.isGuest()
                ? "guest:" + TokenHash.hex(inviter.membershipId() + " " + emailKey)
                : emailKey;
    }
}

package beckon.invitation.control;

import beckon.account.entity.Caller;
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
        return of(inviter.isGuest(), inviter.membershipId(), emailKey);
    }

    /** The same of a caller. */
    static String of(Caller caller, String key) {
        return of(caller.isGuest(), caller.membershipId(), key);
    }

    private static String of(boolean guest, long membershipId, String key) {
        return guest ? "guest:" + TokenHash.hex(membershipId + " " + key) : key;
    }
}

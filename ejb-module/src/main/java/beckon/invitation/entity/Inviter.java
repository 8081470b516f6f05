package beckon.invitation.entity;

import beckon.account.entity.MemberKind;
import java.time.Duration;
import java.util.UUID;

/**
 * An active member of an open account, with the rules that hold there now.
 *
 * @param invitedBy membership that once invited them; may be null
 * @param accountLogo handle of the picture; null: none
 * @param expiry how long an invitation is open
 * @param hasOwnMail whether the account's mails say something of its own in any language
 * @param passwordMinimum how many characters a new member's password has at least
 */
public record Inviter(
        long accountId,
        long membershipId,
        MemberKind kind,
        Long invitedBy,
        String name,
        String email,
        String emailKey,
        String language,
        String accountName,
        String accountLanguage,
        UUID accountLogo,
        InvitingRules rules,
        Duration expiry,
        boolean hasOwnMail,
        int passwordMinimum) {

    public boolean isAdmin() {
        return kind == MemberKind.ADMIN;
    }

    public boolean isGuest() {
        return kind == MemberKind.GUEST;
    }
}

package beckon.invitation.entity;

import beckon.account.entity.MemberKind;
import beckon.shared.Reason;
import java.util.UUID;

/**
 * The answer for one recipient.
 *
 * @param recipient as typed
 * @param invitationId the invitation's handle: the new one, or the open one of ALREADY_INVITED if
 *     the caller may see it; else null
 * @param kind as what, where an invitation was made; else null
 * @param reason why REFUSED or LIMIT; else null
 */
public record InviteResult(
        String recipient,
        InviteOutcome outcome,
        UUID invitationId,
        MemberKind kind,
        Reason reason) {}

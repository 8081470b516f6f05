package beckon.invitation.entity;

import beckon.account.entity.MemberKind;
import beckon.shared.Reason;

/**
 * What would become of one recipient, shown before sending.
 *
 * @param typed one address as parted from the typed text
 * @param shown as its reader would write it: a number of their country nationally
 * @param outcome QUEUED if it would be invited
 * @param kind as what; null unless QUEUED
 * @param rule the rule that decided, such as {@code VERIFIED_DOMAIN}
 */
public record RecipientPreview(
        String typed,
        String shown,
        InviteOutcome outcome,
        MemberKind kind,
        String rule,
        Reason reason)
        implements java.io.Serializable {}

package beckon.invitation.entity;

import beckon.account.entity.MemberKind;

/**
 * What would become of one recipient, shown before sending.
 *
 * @param typed one address as parted from the typed text
 * @param outcome QUEUED if it would be invited
 * @param kind as what; null unless QUEUED
 * @param rule the rule that decided, such as {@code VERIFIED_DOMAIN}
 */
public record RecipientPreview(
        String typed, InviteOutcome outcome, MemberKind kind, String rule, InvitationReason reason)
        implements java.io.Serializable {}

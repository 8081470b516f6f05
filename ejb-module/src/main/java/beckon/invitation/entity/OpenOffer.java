package beckon.invitation.entity;

import beckon.account.entity.MemberKind;

/**
 * An invitation that its link opens at this moment.
 *
 * @param inviter still a member of an account that is still open
 * @param kind what the invitee becomes by the rules that hold now
 */
public record OpenOffer(Invitation invitation, Inviter inviter, MemberKind kind) {}

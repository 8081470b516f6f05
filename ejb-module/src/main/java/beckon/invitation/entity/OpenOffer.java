package beckon.invitation.entity;

import beckon.account.entity.MemberKind;

/**
 * What a token opens at this moment.
 *
 * @param inviter still a member of an account that is still open
 * @param kind what the invitee becomes by the rules that hold now; null while the address that
 *     decides is not known
 */
public record OpenOffer(Ground ground, Inviter inviter, MemberKind kind) {}

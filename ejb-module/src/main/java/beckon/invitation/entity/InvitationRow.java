package beckon.invitation.entity;

import beckon.account.entity.MemberKind;
import beckon.delivery.entity.Channel;
import beckon.delivery.entity.DispatchRow;
import java.time.Instant;
import java.util.UUID;

/**
 * One invitation with what became of its message.
 *
 * @param state EXPIRED from the moment of expiry on
 * @param dispatch the latest message; null if there is none
 */
public record InvitationRow(
        UUID handle,
        String recipient,
        Channel channel,
        MemberKind kind,
        String inviterName,
        InvitationState state,
        Instant createdAt,
        Instant expiresAt,
        DispatchRow dispatch) {

    /** The same row with what became of its message. */
    public InvitationRow with(DispatchRow latest) {
        return new InvitationRow(
                handle, recipient, channel, kind, inviterName, state, createdAt, expiresAt, latest);
    }
}

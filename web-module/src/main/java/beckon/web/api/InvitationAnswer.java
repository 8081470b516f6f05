package beckon.web.api;

import beckon.account.entity.MemberKind;
import beckon.delivery.entity.Channel;
import beckon.delivery.entity.DispatchRow;
import beckon.delivery.entity.DispatchState;
import beckon.invitation.entity.InvitationRow;
import beckon.invitation.entity.InvitationState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One invitation.
 *
 * @param dispatches its messages, the newest first; in a list of invitations only the newest
 */
record InvitationAnswer(
        UUID id,
        String recipient,
        Channel channel,
        MemberKind inviteAs,
        InvitationState state,
        Instant createdAt,
        Instant expiresAt,
        List<Dispatch> dispatches) {
    static InvitationAnswer of(InvitationRow row, List<DispatchRow> dispatches) {
        return new InvitationAnswer(
                row.handle(),
                row.recipient(),
                row.channel(),
                row.kind(),
                row.state(),
                row.createdAt(),
                row.expiresAt(),
                dispatches.stream().map(Dispatch::of).toList());
    }

    static InvitationAnswer inList(InvitationRow row) {
        return of(row, row.dispatch() == null ? List.of() : List.of(row.dispatch()));
    }

    /** What became of one message. */
    record Dispatch(Channel channel, DispatchState state, int attempts, String answer, Instant at) {
        static Dispatch of(DispatchRow row) {
            return new Dispatch(row.channel(), row.state(), row.attempts(), row.answer(), row.at());
        }
    }
}

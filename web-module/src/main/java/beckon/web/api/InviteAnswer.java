package beckon.web.api;

import beckon.account.entity.MemberKind;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.InviteResult;
import java.util.List;
import java.util.UUID;

/** Answer of {@code POST /invitations}: one result for each recipient, in their order. */
record InviteAnswer(List<Result> results) {
    static InviteAnswer of(List<InviteResult> results) {
        return new InviteAnswer(results.stream().map(Result::of).toList());
    }

    /**
     * @param invitationId null where there is no invitation that the caller may see
     * @param inviteAs as what; null where no invitation was made
     * @param reason why INVALID, REFUSED or LIMIT; may be null
     */
    record Result(
            String recipient,
            InviteOutcome outcome,
            UUID invitationId,
            MemberKind inviteAs,
            String reason) {
        static Result of(InviteResult result) {
            return new Result(
                    result.recipient(),
                    result.outcome(),
                    result.invitationId(),
                    result.kind(),
                    result.reason() == null ? null : result.reason().name());
        }
    }
}

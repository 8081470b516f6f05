package beckon.web.invitation;

import beckon.account.entity.MemberKind;
import beckon.invitation.entity.InviteOutcome;
import java.io.Serializable;
import java.util.UUID;

/**
 * One recipient in the result of the dialog.
 *
 * @param words what became of it, as a half sentence below the address
 */
public record ResultRow(
        String recipient,
        InviteOutcome outcome,
        UUID invitation,
        MemberKind kind,
        String words,
        boolean resendable)
        implements Serializable {

    public boolean isQueued() {
        return outcome == InviteOutcome.QUEUED;
    }

    public boolean isCorrectable() {
        return outcome == InviteOutcome.INVALID;
    }

    /** How the row looks: good, note, warn or bad. */
    public String tone() {
        return switch (outcome) {
            case QUEUED -> "good";
            case ALREADY_MEMBER, SELF -> "note";
            case ALREADY_INVITED -> "warn";
            case INVALID, REFUSED, LIMIT -> "bad";
        };
    }

    ResultRow sentAgain(String said) {
        return new ResultRow(recipient, InviteOutcome.QUEUED, invitation, kind, said, false);
    }

    ResultRow refused(String why) {
        return new ResultRow(recipient, outcome, invitation, kind, why, false);
    }
}

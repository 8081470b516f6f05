package beckon.web.invitation;

import beckon.account.entity.MemberKind;
import beckon.invitation.entity.InviteOutcome;
import java.io.Serializable;
import java.util.UUID;

/**
 * One recipient in the result of the dialog.
 *
 * @param recipient as typed, to be corrected
 * @param shown as it is read: of a number, whose it is and its national form
 * @param words what became of it, as a half sentence below the address
 */
public record ResultRow(
        String recipient,
        String shown,
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
            case ALREADY_INVITED, WAITING -> "warn";
            case INVALID, REFUSED, LIMIT -> "bad";
        };
    }

    ResultRow shownAs(String read) {
        return new ResultRow(recipient, read, outcome, invitation, kind, words, resendable);
    }

    ResultRow saying(String said) {
        return new ResultRow(recipient, shown, outcome, invitation, kind, said, resendable);
    }

    ResultRow sentAgain(String said) {
        return new ResultRow(recipient, shown, InviteOutcome.QUEUED, invitation, kind, said, false);
    }

    ResultRow refused(String why) {
        return new ResultRow(recipient, shown, outcome, invitation, kind, why, false);
    }
}

package beckon.invitation.entity;

import beckon.account.entity.MemberKind;
import beckon.shared.Reason;

/**
 * What was decided about one recipient.
 *
 * @param outcome QUEUED if they are to be invited
 * @param kind as what; null unless QUEUED or WAITING
 * @param rule what decided
 * @param reason why not, where there is more to say than the outcome; may be null
 */
public record Admission(InviteOutcome outcome, MemberKind kind, AdmissionRule rule, Reason reason) {

    public static Admission of(MemberKind kind, AdmissionRule rule) {
        return new Admission(InviteOutcome.QUEUED, kind, rule, null);
    }

    /** The same once an admin has approved it. */
    public Admission waiting() {
        return new Admission(InviteOutcome.WAITING, kind, rule, null);
    }

    public static Admission not(InviteOutcome outcome, AdmissionRule rule) {
        return new Admission(outcome, null, rule, null);
    }

    public static Admission not(InviteOutcome outcome, AdmissionRule rule, Reason reason) {
        return new Admission(outcome, null, rule, reason);
    }

    public boolean isWaiting() {
        return outcome == InviteOutcome.WAITING;
    }

    public boolean isGranted() {
        return outcome == InviteOutcome.QUEUED;
    }
}

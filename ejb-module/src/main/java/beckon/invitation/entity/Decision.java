package beckon.invitation.entity;

import beckon.shared.PhoneNumber;
import beckon.shared.Reason;

/**
 * What was decided about one recipient of a command.
 *
 * @param inTheWay the open invitation of ALREADY_INVITED; else null
 */
public record Decision(Recipient recipient, Admission admission, OpenInvitation inTheWay) {

    /** The same recipient refused after all. */
    public Decision but(InviteOutcome outcome, AdmissionRule rule, Reason reason) {
        return new Decision(recipient, Admission.not(outcome, rule, reason), inTheWay);
    }

    /**
     * The same for the screen.
     *
     * @param homeCountry of the reader
     */
    public RecipientPreview toPreview(String homeCountry) {
        PhoneNumber phone = recipient.phone();
        return new RecipientPreview(
                recipient.typed(),
                phone == null ? recipient.typed() : phone.shownIn(homeCountry),
                admission.outcome(),
                admission.kind(),
                (isWaiting() ? AdmissionRule.APPROVAL_POLICY : admission.rule()).name(),
                admission.reason());
    }

    public boolean isWaiting() {
        return admission.isWaiting();
    }

    /** Whether there will be an invitation, sent at once or once it is approved. */
    public boolean isMade() {
        return isGranted() || isWaiting();
    }

    public boolean isGranted() {
        return admission.isGranted();
    }

    /** What the recipient is known by; only of a valid one. */
    public String key() {
        return recipient.key();
    }
}

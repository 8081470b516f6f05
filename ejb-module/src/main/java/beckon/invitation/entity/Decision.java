package beckon.invitation.entity;

/**
 * What was decided about one recipient of a command.
 *
 * @param inTheWay the open invitation of ALREADY_INVITED; else null
 */
public record Decision(Recipient recipient, Admission admission, OpenInvitation inTheWay) {

    /** The same recipient refused after all. */
    public Decision but(InviteOutcome outcome, AdmissionRule rule, InvitationReason reason) {
        return new Decision(recipient, Admission.not(outcome, rule, reason), inTheWay);
    }

    public RecipientPreview toPreview() {
        return new RecipientPreview(
                recipient.typed(),
                admission.outcome(),
                admission.kind(),
                admission.rule().name(),
                admission.reason());
    }

    public boolean isGranted() {
        return admission.isGranted();
    }

    /** What the recipient's address is compared by; only of a valid one. */
    public String emailKey() {
        return recipient.email().key();
    }
}

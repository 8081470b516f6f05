package beckon.account.entity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * The invitation policy, as shown and as saved.
 *
 * @param approvalMails whether admins are told by mail what waits for them
 * @param expiryHours how long an invitation is open, 1 to 720
 * @param version what was read; saving an older one is refused
 */
public record PolicyForm(
        @NotNull(message = "{account.whoMayInvite.missing}") WhoMayInvite whoMayInvite,
        @NotNull @Valid GuestRules guests,
        @NotNull Approval approval,
        boolean approvalMails,
        @jakarta.validation.constraints.Min(value = 1, message = "{account.expiryHours.range}")
                @jakarta.validation.constraints.Max(
                        value = 720,
                        message = "{account.expiryHours.range}")
                int expiryHours,
        @NotNull @Valid LinkRules links,
        @NotNull @Valid TextRules texts,
        @NotNull RecipientRules recipients,
        @NotNull @Valid SignInRules signIn,
        int version)
        implements java.io.Serializable {

    /** What the audit says of it: no addresses. */
    public String told() {
        return "%s, guests %s, %d h, approval %s; links %s, %d h, %s uses; texts %s, %d a day,"
                        .formatted(
                                whoMayInvite,
                                guests.told(),
                                expiryHours,
                                approval,
                                links.whoMayShare(),
                                links.expiryHours(),
                                links.maxUses(),
                                texts.whoMayText(),
                                texts.perDay())
                + " %d a prefix, to %s; disposable refused %s, %d allowed, %d denied; %s"
                        .formatted(
                                texts.perPrefix(),
                                String.join(" ", texts.countries()),
                                recipients.disposableRefused(),
                                recipients.allowed().size(),
                                recipients.denied().size(),
                                signIn.told());
    }

    /** The same with others who may invite, other guests, approval and time. */
    public PolicyForm with(
            WhoMayInvite who,
            GuestRules otherGuests,
            Approval otherApproval,
            boolean mails,
            int hours) {
        return new PolicyForm(
                who,
                otherGuests,
                otherApproval,
                mails,
                hours,
                links,
                texts,
                recipients,
                signIn,
                version);
    }

    /** The same with other rules about links. */
    public PolicyForm with(LinkRules others) {
        return new PolicyForm(
                whoMayInvite,
                guests,
                approval,
                approvalMails,
                expiryHours,
                others,
                texts,
                recipients,
                signIn,
                version);
    }

    /** The same with other rules about texts. */
    public PolicyForm with(TextRules others) {
        return new PolicyForm(
                whoMayInvite,
                guests,
                approval,
                approvalMails,
                expiryHours,
                links,
                others,
                recipients,
                signIn,
                version);
    }

    /** The same with other rules about whose addresses may be invited. */
    public PolicyForm with(RecipientRules others) {
        return new PolicyForm(
                whoMayInvite,
                guests,
                approval,
                approvalMails,
                expiryHours,
                links,
                texts,
                others,
                signIn,
                version);
    }

    /** The same with other demands on sign-ins. */
    public PolicyForm with(SignInRules others) {
        return new PolicyForm(
                whoMayInvite,
                guests,
                approval,
                approvalMails,
                expiryHours,
                links,
                texts,
                recipients,
                others,
                version);
    }
}

package beckon.invitation.control;

import beckon.account.entity.Approval;
import beckon.account.entity.MemberKind;
import beckon.account.entity.WhoMayInvite;
import beckon.invitation.entity.Admission;
import beckon.invitation.entity.AdmissionRule;
import beckon.invitation.entity.CompanyDomain;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.InvitingRules;
import beckon.invitation.entity.Recipient;
import beckon.invitation.entity.Standing;
import beckon.shared.EmailAddress;
import beckon.shared.EmailDomain;
import beckon.shared.PhoneNumber;
import beckon.shared.PhoneReason;
import beckon.shared.WebmailDomains;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides who may invite whom as what.
 *
 * <p>The only place that does: dialog, preview, API and acceptance all ask here, so that no way in
 * can forget a check. Nothing but the arguments counts.
 */
@ApplicationScoped
public class AdmissionPolicy {

    /** Whether somebody of this kind may invite at all. */
    public boolean mayInvite(InvitingRules rules, MemberKind caller) {
        return isAmong(rules.whoMayInvite(), rules, caller);
    }

    /** Whether somebody of this kind may invite by text. */
    public boolean mayText(InvitingRules rules, MemberKind caller) {
        return mayInvite(rules, caller) && isAmong(rules.texts().whoMayText(), rules, caller);
    }

    /**
     * Whether somebody of this kind may share links, and their links open anything; whoever may not
     * invite by name may still do that.
     */
    public boolean mayShareLinks(InvitingRules rules, MemberKind caller) {
        return isAmong(rules.links().whoMayShare(), rules, caller)
                && (caller == MemberKind.ADMIN || rules.approval() != Approval.EVERYONE);
    }

    private static boolean isAmong(WhoMayInvite who, InvitingRules rules, MemberKind caller) {
        return switch (who) {
            case EVERYONE -> caller != MemberKind.GUEST || rules.guests().mayInvite();
            case COWORKERS -> caller != MemberKind.GUEST;
            case ADMINS -> caller == MemberKind.ADMIN;
            case NOBODY -> false;
        };
    }

    /** Whether an admin has to approve what somebody of this kind makes of a recipient. */
    public boolean needsApproval(InvitingRules rules, MemberKind caller, MemberKind invitee) {
        return caller != MemberKind.ADMIN
                && switch (rules.approval()) {
                    case NONE -> false;
                    case GUESTS -> invitee == MemberKind.GUEST;
                    case EVERYONE -> true;
                };
    }

    /** Whether somebody of this kind may ask for that; a guest's rank is nobody's privilege. */
    public boolean mayChoose(MemberKind caller, InviteAs inviteAs) {
        return !inviteAs.mayRaise() || caller == MemberKind.ADMIN;
    }

    /** What becomes of one recipient of a command. */
    public Admission decide(
            InvitingRules rules,
            MemberKind caller,
            Recipient recipient,
            InviteAs inviteAs,
            Standing standing,
            Instant now) {
        if (!mayInvite(rules, caller)) {
            return Admission.not(
                    InviteOutcome.REFUSED,
                    AdmissionRule.INVITING_POLICY,
                    InvitationReason.INVITING_SWITCHED_OFF);
        }
        if (!recipient.isValid()) {
            AdmissionRule form =
                    recipient.flaw() instanceof PhoneReason
                            ? AdmissionRule.NUMBER_FORM
                            : AdmissionRule.ADDRESS_FORM;
            return Admission.not(InviteOutcome.INVALID, form, recipient.flaw());
        }
        Admission admission = decideByStanding(rules, caller, recipient, inviteAs, standing, now);
        return admission.isGranted() && needsApproval(rules, caller, admission.kind())
                ? admission.waiting()
                : admission;
    }

    /**
     * What becomes of a recipient with a good address or number, whoever does the sending.
     *
     * @param caller what the inviter is at that moment
     */
    public Admission decideByStanding(
            InvitingRules rules,
            MemberKind caller,
            Recipient recipient,
            InviteAs inviteAs,
            Standing standing,
            Instant now) {
        return switch (standing) {
            case SELF -> Admission.not(InviteOutcome.SELF, AdmissionRule.OWN_ADDRESS);
            case INVITED ->
                    Admission.not(InviteOutcome.ALREADY_INVITED, AdmissionRule.OPEN_INVITATION);
            case SUPPRESSED -> suppressed();
            case HALTED ->
                    Admission.not(
                            InviteOutcome.REFUSED,
                            AdmissionRule.TEXT_HALT,
                            InvitationReason.TEXTS_HALTED);
            case UNREACHABLE ->
                    Admission.not(
                            InviteOutcome.REFUSED,
                            AdmissionRule.TEXT_GATEWAY,
                            InvitationReason.TEXTS_NOT_AVAILABLE);
            case MEMBER ->
                    caller == MemberKind.GUEST
                            // who is a member is not for guests to find out
                            ? decideKind(rules, caller, recipient, inviteAs, now)
                            : Admission.not(InviteOutcome.ALREADY_MEMBER, AdmissionRule.MEMBER);
            case STRANGER -> decideKind(rules, caller, recipient, inviteAs, now);
        };
    }

    private Admission decideKind(
            InvitingRules rules,
            MemberKind inviter,
            Recipient recipient,
            InviteAs inviteAs,
            Instant now) {
        return recipient.phone() == null
                ? decideKind(rules, inviter, recipient.email(), inviteAs, now)
                : decideNumber(rules, inviter, recipient.phone(), inviteAs);
    }

    private Admission decideNumber(
            InvitingRules rules, MemberKind inviter, PhoneNumber phone, InviteAs inviteAs) {
        if (!mayText(rules, inviter)) {
            return Admission.not(
                    InviteOutcome.REFUSED,
                    AdmissionRule.TEXT_POLICY,
                    InvitationReason.TEXTING_SWITCHED_OFF);
        }
        if (!rules.texts().countries().contains(phone.country())) {
            return Admission.not(
                    InviteOutcome.REFUSED,
                    AdmissionRule.TEXT_COUNTRY,
                    InvitationReason.COUNTRY_NOT_ALLOWED);
        }
        if (inviteAs.mayRaise() && mayChoose(inviter, inviteAs)) {
            return Admission.not(
                    InviteOutcome.REFUSED,
                    AdmissionRule.NUMBER_RAISES_NOBODY,
                    InvitationReason.KIND_NOT_BY_TEXT);
        }
        // what the rules say of addresses is asked when whoever has the number gives theirs
        return chosen(rules, inviter, inviteAs)
                .orElse(Admission.of(MemberKind.GUEST, AdmissionRule.NUMBER));
    }

    /** The answer for whoever has asked not to be invited; nobody overrules them. */
    private static Admission suppressed() {
        return Admission.not(
                InviteOutcome.REFUSED, AdmissionRule.SUPPRESSION, InvitationReason.SUPPRESSED);
    }

    /**
     * What an invitee becomes; asked when inviting and anew when the invitation is accepted.
     *
     * @param inviter what the inviter is at that moment
     */
    public Admission decideKind(
            InvitingRules rules,
            MemberKind inviter,
            EmailAddress address,
            InviteAs inviteAs,
            Instant now) {
        Optional<Admission> choice = chosen(rules, inviter, inviteAs);
        if (choice.isPresent() && !choice.get().isGranted()) {
            return choice.get();
        }
        Admission byDomain = decideByDomain(rules, address.domain(), now);
        return RecipientPolicy.refusal(rules.recipients(), address, byDomain)
                .or(() -> choice)
                .orElseGet(() -> welcome(rules, byDomain));
    }

    /** What the inviter's choice makes of it; empty if they leave it to the rules. */
    private Optional<Admission> chosen(InvitingRules rules, MemberKind inviter, InviteAs inviteAs) {
        if (!mayChoose(inviter, inviteAs)) {
            return Optional.of(
                    Admission.not(
                            InviteOutcome.REFUSED,
                            AdmissionRule.CHOICE_OF_ADMINS,
                            InvitationReason.KIND_NOT_ALLOWED));
        }
        return inviteAs == InviteAs.AUTOMATIC
                ? Optional.empty()
                : Optional.of(
                        welcome(
                                rules,
                                Admission.of(
                                        MemberKind.valueOf(inviteAs.name()),
                                        AdmissionRule.CHOSEN_KIND)));
    }

    /** The same, unless it would make a guest where nobody is to be one. */
    private static Admission welcome(InvitingRules rules, Admission admission) {
        return admission.kind() == MemberKind.GUEST && !rules.guests().welcome()
                ? Admission.not(
                        InviteOutcome.REFUSED,
                        AdmissionRule.GUEST_POLICY,
                        InvitationReason.GUESTS_NOT_WELCOME)
                : admission;
    }

    /**
     * What whoever comes by a link becomes; asked when they say what their address is, and anew
     * when they join.
     *
     * @param owner what the link's owner is at that moment
     * @param boundTo whose addresses the link is for; null: any
     */
    public Admission decideByLink(
            InvitingRules rules,
            MemberKind owner,
            EmailDomain boundTo,
            EmailAddress address,
            Instant now) {
        if (!mayShareLinks(rules, owner)) {
            return Admission.not(
                    InviteOutcome.REFUSED,
                    AdmissionRule.LINK_POLICY,
                    InvitationReason.LINKS_SWITCHED_OFF);
        }
        if (boundTo != null && !boundTo.equals(address.domain())) {
            return Admission.not(
                    InviteOutcome.REFUSED,
                    AdmissionRule.LINK_DOMAIN,
                    InvitationReason.OTHER_DOMAIN);
        }
        Admission byDomain = decideByDomain(rules, address.domain(), now);
        return RecipientPolicy.refusal(rules.recipients(), address, byDomain)
                .orElseGet(() -> approved(rules, owner, welcome(rules, byDomain)));
    }

    /** Nobody approves who comes by a link, so that nobody does who would have to be. */
    private Admission approved(InvitingRules rules, MemberKind owner, Admission admission) {
        return admission.isGranted() && needsApproval(rules, owner, admission.kind())
                ? Admission.not(
                        InviteOutcome.REFUSED,
                        AdmissionRule.APPROVAL_POLICY,
                        InvitationReason.APPROVAL_NEEDED)
                : admission;
    }

    private static Admission decideByDomain(InvitingRules rules, EmailDomain domain, Instant now) {
        if (WebmailDomains.contains(domain)) {
            return Admission.of(MemberKind.GUEST, AdmissionRule.WEBMAIL_DOMAIN);
        }
        boolean below = false;
        for (CompanyDomain own : rules.domains()) {
            if (own.isVerified(now) && own.domain().equals(domain)) {
                return Admission.of(MemberKind.COWORKER, AdmissionRule.VERIFIED_DOMAIN);
            }
            below |= own.isVerified(now) && own.subDomains() && domain.isSubDomainOf(own.domain());
        }
        return below
                ? Admission.of(MemberKind.COWORKER, AdmissionRule.VERIFIED_SUB_DOMAIN)
                : Admission.of(MemberKind.GUEST, AdmissionRule.OTHER_DOMAIN);
    }
}

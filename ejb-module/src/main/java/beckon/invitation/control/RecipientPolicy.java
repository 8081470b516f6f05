package beckon.invitation.control;

import beckon.account.entity.RecipientRules;
import beckon.invitation.entity.Admission;
import beckon.invitation.entity.AdmissionRule;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InviteOutcome;
import beckon.shared.DisposableDomains;
import beckon.shared.EmailAddress;
import java.util.Optional;

/**
 * What an account's lists say of an address; only {@link AdmissionPolicy} asks.
 *
 * <p>What is said of the address itself goes before what is said of its domain; of the same rank,
 * no goes before yes. The company's own domains need not be on the list of those allowed.
 */
final class RecipientPolicy {
    private RecipientPolicy() {}

    /**
     * Why the address may not be invited; empty if it may.
     *
     * @param byDomain what its domain makes of it
     */
    static Optional<Admission> refusal(
            RecipientRules rules, EmailAddress address, Admission byDomain) {
        if (rules.deniesAddress(address)) {
            return denied();
        }
        if (rules.allowsAddress(address)) {
            return Optional.empty();
        }
        if (rules.deniesDomain(address.domain())) {
            return denied();
        }
        if (isOwn(byDomain) || rules.allowsDomain(address.domain())) {
            return Optional.empty();
        }
        if (rules.disposableRefused() && DisposableDomains.contains(address.domain())) {
            return refused(AdmissionRule.DISPOSABLE_MAIL, InvitationReason.DISPOSABLE_ADDRESS);
        }
        return rules.isSelective()
                ? refused(AdmissionRule.ALLOW_LIST, InvitationReason.RECIPIENT_NOT_ALLOWED)
                : Optional.empty();
    }

    private static boolean isOwn(Admission byDomain) {
        return byDomain.rule() == AdmissionRule.VERIFIED_DOMAIN
                || byDomain.rule() == AdmissionRule.VERIFIED_SUB_DOMAIN;
    }

    private static Optional<Admission> denied() {
        return refused(AdmissionRule.DENY_LIST, InvitationReason.RECIPIENT_DENIED);
    }

    private static Optional<Admission> refused(AdmissionRule rule, InvitationReason reason) {
        return Optional.of(Admission.not(InviteOutcome.REFUSED, rule, reason));
    }
}

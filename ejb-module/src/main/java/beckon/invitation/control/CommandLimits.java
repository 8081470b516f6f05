package beckon.invitation.control;

import beckon.invitation.entity.AdmissionRule;
import beckon.invitation.entity.Decision;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.Inviter;
import beckon.shared.PhoneNumber;
import beckon.shared.persistence.RateLimitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Holds one command against all limits: the inviter's day, the account's texts, each recipient's,
 * each prefix's.
 *
 * <p>What all commands of a member or an account share is taken last, so that they wait for each
 * other for a moment only. If that fails, the command is undone and tried again; then it is taken
 * first, as much as there is, and what is left over is given back.
 */
@ApplicationScoped
public class CommandLimits {
    private InvitationLimits invitations;
    private TextBudget texts;
    private RateLimitRepository limits;

    protected CommandLimits() {}

    @Inject
    public CommandLimits(
            InvitationLimits invitations, TextBudget texts, RateLimitRepository limits) {
        this.invitations = invitations;
        this.texts = texts;
        this.limits = limits;
    }

    /**
     * What is taken already of the limits that commands share.
     *
     * @param invitations of the inviter's day; -1: none yet
     * @param texts of the account's day
     */
    record Allowance(int invitations, int texts) {
        static final Allowance NONE = new Allowance(-1, -1);

        boolean isTaken() {
            return invitations >= 0;
        }
    }

    /** The numbers among those that are to be invited. */
    static List<PhoneNumber> numbersOf(List<Decision> decisions) {
        return decisions.stream()
                .filter(Decision::isGranted)
                .map(decision -> decision.recipient().phone())
                .filter(Objects::nonNull)
                .toList();
    }

    /** Takes what the command needs of the limits that commands share, or what is left of them. */
    Allowance takeBefore(Inviter inviter, List<Decision> decisions, Instant now) {
        int granted = (int) decisions.stream().filter(Decision::isGranted).count();
        int wanted = numbersOf(decisions).size();
        int allowed = wanted == 0 ? 0 : texts.takeWhatIsLeft(inviter, wanted, now);
        return new Allowance(
                invitations.takeWhatIsLeft(inviter, granted - wanted + allowed, now), allowed);
    }

    /**
     * Refuses what is beyond a limit, and counts the rest.
     *
     * @param counted which limits of recipients have been counted against lately
     */
    List<Decision> within(
            Inviter inviter,
            List<Decision> decisions,
            Allowance allowance,
            Set<String> counted,
            Instant now) {
        List<Decision> within = allowance.isTaken() ? within(decisions, allowance) : decisions;
        within = withinRecipients(within, counted, now);
        return withinPrefixes(inviter, within, now);
    }

    private static List<Decision> within(List<Decision> decisions, Allowance allowance) {
        List<Decision> within = new ArrayList<>();
        int left = allowance.invitations();
        int leftTexts = allowance.texts();
        for (Decision decision : decisions) {
            boolean text = decision.isGranted() && decision.recipient().phone() != null;
            if (text && leftTexts-- <= 0) {
                within.add(over(decision, AdmissionRule.TEXT_BUDGET, InvitationReason.TEXT_BUDGET));
            } else if (decision.isGranted() && left-- <= 0) {
                within.add(over(decision, AdmissionRule.DAILY_LIMIT, InvitationReason.DAILY_LIMIT));
            } else {
                within.add(decision);
            }
        }
        return within;
    }

    private List<Decision> withinRecipients(
            List<Decision> decisions, Set<String> counted, Instant now) {
        List<String> keys =
                decisions.stream().filter(Decision::isGranted).map(Decision::key).toList();
        if (keys.isEmpty()) {
            return decisions;
        }
        Set<String> full = invitations.takeForRecipients(keys, counted, now);
        return refuse(
                decisions,
                decision -> full.contains(InvitationLimits.bucketOf(decision.key())),
                AdmissionRule.RECIPIENT_LIMIT,
                InvitationReason.RECIPIENT_LIMIT);
    }

    private List<Decision> withinPrefixes(Inviter inviter, List<Decision> decisions, Instant now) {
        List<PhoneNumber> numbers = numbersOf(decisions);
        if (numbers.isEmpty()) {
            return decisions;
        }
        Set<String> full = texts.takeForPrefixes(inviter, numbers, now);
        return refuse(
                decisions,
                decision ->
                        decision.recipient().phone() != null
                                && full.contains(decision.recipient().phone().prefix()),
                AdmissionRule.TEXT_PREFIX,
                InvitationReason.TEXT_PREFIX);
    }

    private static List<Decision> refuse(
            List<Decision> decisions,
            Predicate<Decision> isOver,
            AdmissionRule rule,
            InvitationReason reason) {
        return decisions.stream()
                .map(
                        decision ->
                                decision.isGranted() && isOver.test(decision)
                                        ? over(decision, rule, reason)
                                        : decision)
                .toList();
    }

    private static Decision over(Decision decision, AdmissionRule rule, InvitationReason reason) {
        return decision.but(InviteOutcome.LIMIT, rule, reason);
    }

    /**
     * Takes what was not taken before, all or nothing, or gives back what is left over.
     *
     * @throws ContentionException if there is not enough: try again, and take it before
     */
    void settle(Inviter inviter, Allowance allowance, List<Decision> granted, Instant now) {
        int sent = granted.size();
        int sentTexts = numbersOf(granted).size();
        if (allowance.isTaken()) {
            texts.giveBack(inviter, allowance.texts() - sentTexts);
            invitations.giveBack(inviter, allowance.invitations() - sent);
        } else if (!isTaken(inviter, sent, sentTexts, now)) {
            throw new ContentionException("the day has not enough left");
        }
    }

    /** Both days in one round trip, since everybody else waits from then on until the commit. */
    private boolean isTaken(Inviter inviter, int sent, int sentTexts, Instant now) {
        return sentTexts == 0
                ? invitations.takeForMember(inviter, sent, now)
                : limits.takeTogether(
                        List.of(
                                invitations.takeOf(inviter, sent),
                                texts.takeOf(inviter, sentTexts)),
                        InvitationLimits.DAY,
                        now);
    }
}

package beckon.invitation.control;

import beckon.account.entity.Caller;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.invitation.entity.AdmissionRule;
import beckon.invitation.entity.Decision;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InviteByEmail;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.InviteResult;
import beckon.invitation.entity.Inviter;
import beckon.invitation.entity.Recipient;
import beckon.invitation.entity.Standings;
import beckon.shared.RefusalException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One command in one transaction: decides, counts against the limits, writes, hands over.
 *
 * <p>The number of statements does not depend on the number of recipients. Locks are taken in one
 * order (recipients' limits, invitations, contacts, and at the very end the inviter's own limit,
 * which all their commands share), so that commands hardly wait for each other.
 */
@ApplicationScoped
public class Inviting {
    private InvitingRepository repository;
    private Admissions admissions;
    private InvitationLimits limits;
    private InvitationWriter writer;
    private InvitationMail mail;
    private AuditService audit;

    protected Inviting() {}

    @Inject
    public Inviting(
            InvitingRepository repository,
            Admissions admissions,
            InvitationLimits limits,
            InvitationWriter writer,
            InvitationMail mail,
            AuditService audit) {
        this.repository = repository;
        this.admissions = admissions;
        this.limits = limits;
        this.writer = writer;
        this.mail = mail;
        this.audit = audit;
    }

    /**
     * Carries the command out and answers for each recipient.
     *
     * @param again whether an earlier attempt was undone; then the inviter's limit is taken first
     * @throws ContentionException, or the database's own, if it is worth another attempt
     * @throws RefusalException if nobody is to be invited at all
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<InviteResult> invite(
            Caller caller,
            List<Recipient> recipients,
            InviteByEmail command,
            boolean again,
            Instant now) {
        Inviter inviter = admissions.getInviter(caller);
        admissions.requirePermission(inviter, command.inviteAs());
        String language = mail.language(command.language(), inviter);
        Standings standings = admissions.listStandings(inviter, recipients);
        Set<Long> expired = Admissions.expired(standings, now);
        if (!expired.isEmpty()) {
            repository.expire(expired);
        }
        List<Decision> decisions =
                admissions.decide(inviter, recipients, command.inviteAs(), standings, now);
        int allowed = again ? limits.takeWhatIsLeft(inviter, granted(decisions).size(), now) : -1;
        decisions = withinDay(decisions, allowed);
        decisions = withinRecipientLimits(decisions, standings.countedBuckets(), now);
        List<Decision> granted = granted(decisions);
        Map<String, Invitation> written =
                granted.isEmpty()
                        ? Map.of()
                        : writer.write(
                                inviter, granted, language, mail.plain(command.message()), now);
        audit.record(act(inviter, granted.size(), recipients.size(), written));
        settleDay(inviter, allowed, granted.size(), now);
        return answers(inviter, decisions, written);
    }

    private static List<Decision> granted(List<Decision> decisions) {
        return decisions.stream().filter(Decision::isGranted).toList();
    }

    private static List<Decision> withinDay(List<Decision> decisions, int allowed) {
        if (allowed < 0) {
            return decisions;
        }
        List<Decision> within = new ArrayList<>();
        int left = allowed;
        for (Decision decision : decisions) {
            boolean over = decision.isGranted() && left-- <= 0;
            within.add(
                    over
                            ? decision.but(
                                    InviteOutcome.LIMIT,
                                    AdmissionRule.DAILY_LIMIT,
                                    InvitationReason.DAILY_LIMIT)
                            : decision);
        }
        return within;
    }

    private List<Decision> withinRecipientLimits(
            List<Decision> decisions, Set<String> counted, Instant now) {
        List<String> keys = granted(decisions).stream().map(Decision::emailKey).toList();
        if (keys.isEmpty()) {
            return decisions;
        }
        Set<String> full = limits.takeForRecipients(keys, counted, now);
        return decisions.stream()
                .map(decision -> isOver(decision, full) ? overRecipientLimit(decision) : decision)
                .toList();
    }

    private static boolean isOver(Decision decision, Set<String> full) {
        return decision.isGranted()
                && full.contains(InvitationLimits.bucketOf(decision.emailKey()));
    }

    private static Decision overRecipientLimit(Decision decision) {
        return decision.but(
                InviteOutcome.LIMIT,
                AdmissionRule.RECIPIENT_LIMIT,
                InvitationReason.RECIPIENT_LIMIT);
    }

    /** The first attempt takes its whole number now or is undone; a later one took it before. */
    private void settleDay(Inviter inviter, int allowed, int sent, Instant now) {
        if (allowed >= 0) {
            limits.giveBack(inviter, allowed - sent);
        } else if (!limits.takeForMember(inviter, sent, now)) {
            throw new ContentionException("the inviter's day has not enough left");
        }
    }

    private static AuditRecord act(
            Inviter inviter, int sent, int asked, Map<String, Invitation> written) {
        UUID only = written.size() == 1 ? written.values().iterator().next().handle() : null;
        return new AuditRecord(
                inviter.accountId(),
                inviter.membershipId(),
                "invitation.sent",
                only == null ? null : only.toString(),
                AuditRecord.DONE,
                sent + "/" + asked,
                null);
    }

    private static List<InviteResult> answers(
            Inviter inviter, List<Decision> decisions, Map<String, Invitation> written) {
        return decisions.stream()
                .map(
                        decision ->
                                new InviteResult(
                                        decision.recipient().typed(),
                                        decision.admission().outcome(),
                                        handle(inviter, decision, written),
                                        decision.admission().kind(),
                                        decision.admission().reason()))
                .toList();
    }

    private static UUID handle(
            Inviter inviter, Decision decision, Map<String, Invitation> written) {
        if (decision.isGranted()) {
            return written.get(decision.emailKey()).handle();
        }
        boolean shown =
                decision.inTheWay() != null
                        && (inviter.isAdmin()
                                || decision.inTheWay().inviterId() == inviter.membershipId());
        return shown ? decision.inTheWay().handle() : null;
    }
}

package beckon.invitation.control;

import beckon.account.entity.Caller;
import beckon.attachment.boundary.AttachmentService;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.delivery.entity.Channel;
import beckon.invitation.entity.AdmissionRule;
import beckon.invitation.entity.Decision;
import beckon.invitation.entity.Invitation;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.Invite;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.InviteResult;
import beckon.invitation.entity.Inviter;
import beckon.invitation.entity.Recipient;
import beckon.invitation.entity.Standings;
import beckon.shared.RefusalException;
import beckon.shared.TokenSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One command in one transaction: decides, counts against the limits, writes, hands over.
 *
 * <p>The number of statements does not depend on the number of recipients. Locks are taken in one
 * order (limits of recipients and of prefixes, invitations, contacts, and at the very end the
 * account's texts and the inviter's own limit, which all their commands share), so that commands
 * hardly wait for each other.
 */
@ApplicationScoped
public class Inviting {
    /** The most invitations of one member that may wait for approval. */
    static final int MOST_WAITING = 200;

    private RecipientParser addresses;
    private NumberParser numbers;
    private InvitingRepository repository;
    private Admissions admissions;
    private CommandLimits limits;
    private TextWords texts;
    private InvitationWriter writer;
    private InvitationMail mail;
    private AttachmentService attachments;
    private AuditService audit;

    protected Inviting() {}

    @Inject
    public Inviting(
            RecipientParser addresses,
            NumberParser numbers,
            InvitingRepository repository,
            Admissions admissions,
            CommandLimits limits,
            TextWords texts,
            InvitationWriter writer,
            InvitationMail mail,
            AttachmentService attachments,
            AuditService audit) {
        this.addresses = addresses;
        this.numbers = numbers;
        this.repository = repository;
        this.admissions = admissions;
        this.limits = limits;
        this.texts = texts;
        this.writer = writer;
        this.mail = mail;
        this.attachments = attachments;
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
    public List<InviteResult> invite(Caller caller, Invite command, boolean again, Instant now) {
        Inviter inviter = admissions.getInviter(caller);
        List<Recipient> recipients = recipients(inviter, command);
        admissions.requirePermission(inviter, command.inviteAs());
        InvitationWriter.Words words = words(inviter, command);
        Standings standings = admissions.listStandings(inviter, recipients);
        Set<Long> expired = Admissions.expired(standings, now);
        if (!expired.isEmpty()) {
            repository.expire(expired);
        }
        List<Decision> decisions =
                admissions.decide(inviter, recipients, command.inviteAs(), standings, now);
        CommandLimits.Allowance allowance =
                again ? limits.takeBefore(inviter, decisions, now) : CommandLimits.Allowance.NONE;
        decisions = limits.within(inviter, decisions, allowance, standings.countedBuckets(), now);
        decisions = withinWaiting(inviter, decisions);
        List<Decision> granted = granted(decisions);
        List<Decision> made = decisions.stream().filter(Decision::isMade).toList();
        words = withFile(inviter, command.attachment(), made, words, now);
        Map<String, Invitation> written =
                made.isEmpty() ? Map.of() : writer.write(inviter, made, words, now);
        audit.record(act(inviter, decisions, written));
        limits.settle(inviter, allowance, granted, now);
        return answers(inviter, decisions, written);
    }

    private List<Recipient> recipients(Inviter inviter, Invite command) {
        List<Recipient> recipients = new ArrayList<>(addresses.parse(command.emails()));
        recipients.addAll(numbers.parse(command.phones(), inviter.rules().texts().homeCountry()));
        if (recipients.isEmpty()) {
            throw new RefusalException(InvitationReason.NO_RECIPIENT);
        }
        if (recipients.size() > Invite.MAX_RECIPIENTS) {
            throw new RefusalException(InvitationReason.TOO_MANY_RECIPIENTS, recipients.size());
        }
        return recipients;
    }

    private InvitationWriter.Words words(Inviter inviter, Invite command) {
        String language = mail.language(command.language(), inviter);
        return new InvitationWriter.Words(
                language,
                mail.plain(command.message()),
                command.phones().isEmpty()
                        ? null
                        : texts.compose(
                                inviter, language, command.message(), command.attachment() != null),
                Map.of());
    }

    /** Holds what is to wait for an admin against what waits already. */
    private List<Decision> withinWaiting(Inviter inviter, List<Decision> decisions) {
        if (decisions.stream().noneMatch(Decision::isWaiting)) {
            return decisions;
        }
        long waiting =
                repository.countWaiting(inviter.membershipId())
                        + decisions.stream().filter(Decision::isWaiting).count();
        return waiting <= MOST_WAITING
                ? decisions
                : decisions.stream()
                        .map(
                                decision ->
                                        decision.isWaiting()
                                                ? decision.but(
                                                        InviteOutcome.LIMIT,
                                                        AdmissionRule.APPROVAL_POLICY,
                                                        InvitationReason.TOO_MANY_WAITING)
                                                : decision)
                        .toList();
    }

    /** The words with a link to the file for each number. */
    private InvitationWriter.Words withFile(
            Inviter inviter,
            UUID file,
            List<Decision> made,
            InvitationWriter.Words words,
            Instant now) {
        List<String> texts =
                made.stream()
                        .filter(each -> each.recipient().channel() == Channel.TEXT)
                        .map(Decision::key)
                        .toList();
        if (file == null || texts.isEmpty()) {
            return words;
        }
        boolean waiting = made.stream().anyMatch(Decision::isWaiting);
        Instant expiresAt = now.plus(waiting ? InvitationWriter.WAIT : inviter.expiry());
        List<TokenSource> links =
                attachments.claim(file, inviter.membershipId(), expiresAt, texts.size());
        Map<String, TokenSource> files = new HashMap<>();
        texts.forEach(key -> files.put(key, links.get(files.size())));
        return words.with(files);
    }

    private static List<Decision> granted(List<Decision> decisions) {
        return decisions.stream().filter(Decision::isGranted).toList();
    }

    private static AuditRecord act(
            Inviter inviter, List<Decision> decisions, Map<String, Invitation> written) {
        long waiting = decisions.stream().filter(Decision::isWaiting).count();
        UUID only = written.size() == 1 ? written.values().iterator().next().handle() : null;
        return new AuditRecord(
                inviter.accountId(),
                inviter.membershipId(),
                "invitation.sent",
                only == null ? null : only.toString(),
                AuditRecord.DONE,
                granted(decisions).size()
                        + "/"
                        + decisions.size()
                        + (waiting == 0 ? "" : ", waiting " + waiting)
                        + reasons(decisions),
                null);
    }

    /** Which rules stopped how many, such as {@code , TEXT_PREFIX 20}. */
    private static String reasons(List<Decision> decisions) {
        Map<AdmissionRule, Integer> stopped = new EnumMap<>(AdmissionRule.class);
        for (Decision decision : decisions) {
            if (!decision.isMade()) {
                stopped.merge(decision.admission().rule(), 1, Integer::sum);
            }
        }
        return stopped.entrySet().stream()
                .map(rule -> ", " + rule.getKey() + " " + rule.getValue())
                .collect(Collectors.joining());
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
        if (decision.isMade()) {
            return written.get(decision.key()).handle();
        }
        boolean shown =
                decision.inTheWay() != null
                        && (inviter.isAdmin()
                                || decision.inTheWay().inviterId() == inviter.membershipId());
        return shown ? decision.inTheWay().handle() : null;
    }
}

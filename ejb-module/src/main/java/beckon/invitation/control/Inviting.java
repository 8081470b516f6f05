package beckon.invitation.control;

import beckon.account.entity.Caller;
import beckon.attachment.boundary.AttachmentService;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
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
import beckon.shared.PhoneNumber;
import beckon.shared.RefusalException;
import beckon.shared.TokenSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

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
    private RecipientParser addresses;
    private NumberParser numbers;
    private InvitingRepository repository;
    private Admissions admissions;
    private InvitationLimits limits;
    private TextBudget budget;
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
            InvitationLimits limits,
            TextBudget budget,
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
        this.budget = budget;
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
        Allowance allowance = again ? allowance(inviter, decisions, now) : Allowance.UNKNOWN;
        decisions = allowance.within(decisions);
        decisions = withinRecipientLimits(decisions, standings.countedBuckets(), now);
        decisions = withinPrefixes(inviter, decisions, now);
        List<Decision> granted = granted(decisions);
        if (command.attachment() != null && !numbersOf(granted).isEmpty()) {
            words = words.with(attach(inviter, command.attachment(), now));
        }
        Map<String, Invitation> written =
                granted.isEmpty() ? Map.of() : writer.write(inviter, granted, words, now);
        audit.record(act(inviter, granted.size(), recipients.size(), written));
        settle(inviter, allowance, granted, now);
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
                null);
    }

    private TokenSource attach(Inviter inviter, UUID file, Instant now) {
        return attachments.claim(file, inviter.membershipId(), now.plus(inviter.expiry()));
    }

    private static List<Decision> granted(List<Decision> decisions) {
        return decisions.stream().filter(Decision::isGranted).toList();
    }

    private static List<PhoneNumber> numbersOf(List<Decision> decisions) {
        return granted(decisions).stream()
                .map(decision -> decision.recipient().phone())
                .filter(Objects::nonNull)
                .toList();
    }

    /** What a second attempt may send at most: taken before, where the first takes at the end. */
    private Allowance allowance(Inviter inviter, List<Decision> decisions, Instant now) {
        int texts = numbersOf(decisions).size();
        int allowedTexts = texts == 0 ? 0 : budget.takeWhatIsLeft(inviter, texts, now);
        int wanted = granted(decisions).size() - texts + allowedTexts;
        return new Allowance(limits.takeWhatIsLeft(inviter, wanted, now), allowedTexts);
    }

    /** How many invitations, and how many texts among them, are taken already; -1: none yet. */
    private record Allowance(int invitations, int texts) {
        static final Allowance UNKNOWN = new Allowance(-1, -1);

        List<Decision> within(List<Decision> decisions) {
            if (invitations < 0) {
                return decisions;
            }
            List<Decision> within = new ArrayList<>();
            int left = invitations;
            int leftTexts = texts;
            for (Decision decision : decisions) {
                boolean text = decision.isGranted() && decision.recipient().phone() != null;
                if (text && leftTexts-- <= 0) {
                    within.add(
                            decision.but(
                                    InviteOutcome.LIMIT,
                                    AdmissionRule.TEXT_BUDGET,
                                    InvitationReason.TEXT_BUDGET));
                } else if (decision.isGranted() && left-- <= 0) {
                    within.add(
                            decision.but(
                                    InviteOutcome.LIMIT,
                                    AdmissionRule.DAILY_LIMIT,
                                    InvitationReason.DAILY_LIMIT));
                } else {
                    within.add(decision);
                }
            }
            return within;
        }
    }

    private List<Decision> withinPrefixes(Inviter inviter, List<Decision> decisions, Instant now) {
        List<PhoneNumber> phones = numbersOf(decisions);
        if (phones.isEmpty()) {
            return decisions;
        }
        Set<String> full = budget.takeForPrefixes(inviter, phones, now);
        return decisions.stream()
                .map(
                        decision -> {
                            PhoneNumber phone = decision.recipient().phone();
                            boolean over =
                                    decision.isGranted()
                                            && phone != null
                                            && full.contains(phone.prefix());
                            return over
                                    ? decision.but(
                                            InviteOutcome.LIMIT,
                                            AdmissionRule.TEXT_PREFIX,
                                            InvitationReason.TEXT_PREFIX)
                                    : decision;
                        })
                .toList();
    }

    private List<Decision> withinRecipientLimits(
            List<Decision> decisions, Set<String> counted, Instant now) {
        List<String> keys = granted(decisions).stream().map(Decision::key).toList();
        if (keys.isEmpty()) {
            return decisions;
        }
        Set<String> full = limits.takeForRecipients(keys, counted, now);
        return decisions.stream()
                .map(decision -> isOver(decision, full) ? overRecipientLimit(decision) : decision)
                .toList();
    }

    private static boolean isOver(Decision decision, Set<String> full) {
        return decision.isGranted() && full.contains(InvitationLimits.bucketOf(decision.key()));
    }

    private static Decision overRecipientLimit(Decision decision) {
        return decision.but(
                InviteOutcome.LIMIT,
                AdmissionRule.RECIPIENT_LIMIT,
                InvitationReason.RECIPIENT_LIMIT);
    }

    /** The first attempt takes its whole number now or is undone; a later one took it before. */
    private void settle(Inviter inviter, Allowance allowance, List<Decision> granted, Instant now) {
        int sent = granted.size();
        int texts = numbersOf(granted).size();
        if (allowance.invitations() >= 0) {
            budget.giveBack(inviter, allowance.texts() - texts);
            limits.giveBack(inviter, allowance.invitations() - sent);
        } else if (!budget.takeForAccount(inviter, texts, now)
                || !limits.takeForMember(inviter, sent, now)) {
            throw new ContentionException("the day has not enough left");
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
            return written.get(decision.key()).handle();
        }
        boolean shown =
                decision.inTheWay() != null
                        && (inviter.isAdmin()
                                || decision.inTheWay().inviterId() == inviter.membershipId());
        return shown ? decision.inTheWay().handle() : null;
    }
}

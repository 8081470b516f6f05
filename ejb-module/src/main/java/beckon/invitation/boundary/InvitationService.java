package beckon.invitation.boundary;

import beckon.account.boundary.CurrentCaller;
import beckon.account.entity.Caller;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.delivery.boundary.DeliveryService;
import beckon.delivery.boundary.TextService;
import beckon.delivery.entity.DispatchRow;
import beckon.delivery.entity.RenderedMail;
import beckon.delivery.entity.TextMeasure;
import beckon.invitation.control.Admissions;
import beckon.invitation.control.ContentionException;
import beckon.invitation.control.InvitationListRepository;
import beckon.invitation.control.InvitationMail;
import beckon.invitation.control.InvitationRepository;
import beckon.invitation.control.Inviting;
import beckon.invitation.control.NumberParser;
import beckon.invitation.control.RecipientParser;
import beckon.invitation.control.Resending;
import beckon.invitation.control.Revoking;
import beckon.invitation.control.TextBudget;
import beckon.invitation.control.TextWords;
import beckon.invitation.entity.InvitationQuery;
import beckon.invitation.entity.InvitationReason;
import beckon.invitation.entity.InvitationRow;
import beckon.invitation.entity.Invite;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.InvitePermission;
import beckon.invitation.entity.InviteResult;
import beckon.invitation.entity.Inviter;
import beckon.invitation.entity.Recipient;
import beckon.invitation.entity.RecipientPreview;
import beckon.invitation.entity.TextUse;
import beckon.shared.Page;
import beckon.shared.RefusalException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The door for members who invite. */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
public class InvitationService {
    private static final int MAX_ATTEMPTS = 4;
    private static final int MAX_PREVIEW = 200;

    @Inject CurrentCaller current;
    @Inject Clock clock;
    @Inject RecipientParser parser;
    @Inject NumberParser numbers;
    @Inject TextWords texts;
    @Inject TextBudget budget;
    @Inject TextService textService;
    @Inject Admissions admissions;
    @Inject Inviting inviting;
    @Inject Resending resending;
    @Inject Revoking revoking;
    @Inject InvitationMail mail;
    @Inject InvitationRepository invitations;
    @Inject InvitationListRepository lists;
    @Inject DeliveryService deliveries;
    @Inject AuditService audit;

    public InvitePermission getPermission() {
        return admissions.getPermission(admissions.getInviter(current.get()));
    }

    /** Parts typed or pasted text into addresses: one parser for dialog, paste and API. */
    public List<String> parseRecipients(@NotNull @Size(max = 100_000) String text) {
        return parser.parse(text).stream().map(Recipient::typed).toList();
    }

    /** What would become of each recipient if the command were given now; changes nothing. */
    public List<RecipientPreview> preview(
            @NotNull List<String> recipients, @NotNull InviteAs inviteAs) {
        List<Recipient> parsed = parser.parse(recipients);
        if (parsed.size() > MAX_PREVIEW) {
            throw new RefusalException(InvitationReason.TOO_MANY_RECIPIENTS, parsed.size());
        }
        return admissions.preview(
                admissions.getInviter(current.get()), parsed, inviteAs, clock.instant());
    }

    /** Parts typed or pasted text into numbers, whatever notations they come in. */
    public List<String> parseNumbers(@NotNull @Size(max = 100_000) String text) {
        return numbers.split(text);
    }

    /** What would become of each number if the command were given now; changes nothing. */
    public List<RecipientPreview> previewNumbers(
            @NotNull List<String> phones, @NotNull InviteAs inviteAs) {
        Inviter inviter = admissions.getInviter(current.get());
        List<Recipient> parsed = numbers.parse(phones, inviter.rules().texts().homeCountry());
        if (parsed.size() > MAX_PREVIEW) {
            throw new RefusalException(InvitationReason.TOO_MANY_RECIPIENTS, parsed.size());
        }
        return admissions.preview(inviter, parsed, inviteAs, clock.instant());
    }

    /** What a text says in that language if the inviter says nothing. */
    public String getStandardText(@NotNull String language) {
        Inviter inviter = admissions.getInviter(current.get());
        return texts.standard(inviter, mail.language(language, inviter));
    }

    /** How much of the account's texts is used up, and what stops at a limit just now. */
    @RolesAllowed("ADMIN")
    public TextUse getTextUse() {
        Inviter inviter = admissions.getInviter(current.get());
        Instant now = clock.instant();
        return new TextUse(
                budget.used(inviter, now),
                inviter.rules().texts().perDay(),
                budget.listNearlyFull(inviter, now),
                textService.listHalted(inviter.accountId()));
    }

    /** What a text in that language says if neither account nor inviter say anything. */
    public String getOwnTextWords(@NotNull String language) {
        return TextWords.ownWords(language);
    }

    /**
     * A text as its recipient would see it if these were the account's words.
     *
     * @throws RefusalException TEXT_HAS_LINK, TEXT_TOO_LONG
     */
    public String previewStandardText(@NotNull String language, String words) {
        return texts.preview(admissions.getInviter(current.get()), language, words);
    }

    /**
     * How long a text would be if these were the account's words.
     *
     * @throws RefusalException TEXT_HAS_LINK, TEXT_TOO_LONG
     */
    public TextMeasure measureStandardText(@NotNull String language, String words) {
        return texts.measure(admissions.getInviter(current.get()), language, words);
    }

    /**
     * What the command's texts will say, with {@code {link}} where the link is to be.
     *
     * @throws RefusalException TEXT_HAS_LINK, TEXT_TOO_LONG, UNKNOWN_LANGUAGE
     */
    public String composeText(@NotNull @Valid Invite command) {
        Inviter inviter = admissions.getInviter(current.get());
        return texts.compose(
                inviter,
                mail.language(command.language(), inviter),
                command.message(),
                command.attachment() != null);
    }

    /** The mail that the command would send. */
    public RenderedMail previewMail(@NotNull @Valid Invite command) {
        Inviter inviter = admissions.getInviter(current.get());
        List<Recipient> recipients = parser.parse(command.emails());
        String language = mail.language(command.language(), inviter);
        Map<String, String> model =
                mail.model(
                        inviter,
                        admissions.likelyKind(
                                inviter, recipients, command.inviteAs(), clock.instant()),
                        mail.plain(command.message()),
                        clock.instant().plus(inviter.expiry()),
                        mail.own(inviter, language));
        return deliveries.preview(InvitationMail.INVITATION, language, model);
    }

    /**
     * Invites each good recipient and answers for each; QUEUED means committed.
     *
     * @throws RefusalException INVITING_SWITCHED_OFF, TOO_MANY_RECIPIENTS, NO_RECIPIENT,
     *     KIND_NOT_ALLOWED, UNKNOWN_LANGUAGE, TEXT_HAS_LINK, TEXT_TOO_LONG; then nothing is sent
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<InviteResult> invite(@NotNull @Valid Invite command) {
        Caller caller = current.get();
        try {
            return invite(caller, command);
        } catch (RefusalException e) {
            audit.recordRefusal(refused(caller, "invitation.sent", null, e));
            throw e;
        }
    }

    /** Each attempt is a transaction; of two clicks at once the second finds what the first did. */
    private List<InviteResult> invite(Caller caller, Invite command) {
        return retried(attempt -> inviting.invite(caller, command, attempt > 1, clock.instant()));
    }

    private static <T> T retried(IntFunction<T> command) {
        for (int attempt = 1; ; attempt++) {
            try {
                return command.apply(attempt);
            } catch (RuntimeException e) {
                if (attempt == MAX_ATTEMPTS || !ContentionException.isCauseOf(e)) {
                    throw e;
                }
            }
        }
    }

    public Page<InvitationRow> list(@NotNull InvitationQuery query) {
        Page<InvitationRow> page = lists.list(current.get(), query, clock.instant());
        return new Page<>(withDispatches(page.rows()), page.total(), page.number(), page.size());
    }

    /** One invitation that the caller may see. */
    public Optional<InvitationRow> find(@NotNull UUID handle) {
        return lists.find(current.get(), handle, clock.instant())
                .map(row -> withDispatches(List.of(row)).get(0));
    }

    private List<InvitationRow> withDispatches(List<InvitationRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Set<UUID> handles = rows.stream().map(InvitationRow::handle).collect(Collectors.toSet());
        Map<UUID, DispatchRow> latest =
                deliveries.listLatest(handles).stream()
                        .collect(Collectors.toMap(DispatchRow::reference, Function.identity()));
        return rows.stream().map(row -> row.with(latest.get(row.handle()))).toList();
    }

    /** Every message of one invitation, the newest first; empty if the caller may not see it. */
    public List<DispatchRow> listDispatches(@NotNull UUID handle) {
        return lists.find(current.get(), handle, clock.instant())
                .map(row -> deliveries.listFor(row.handle()))
                .orElse(List.of());
    }

    /**
     * Sends it anew with a new token and a new expiry; the old link is dead.
     *
     * @throws RefusalException NOT_FOUND, NOT_OPEN (accepted, declined or revoked, or the address
     *     has another open invitation by now), AccountReason.ALREADY_MEMBER, SUPPRESSED,
     *     DAILY_LIMIT, RECIPIENT_LIMIT, INVITING_SWITCHED_OFF
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void resend(@NotNull UUID handle) {
        Caller caller = current.get();
        try {
            retried(
                    attempt -> {
                        resending.resend(caller, handle, clock.instant());
                        return handle;
                    });
        } catch (RefusalException e) {
            audit.recordRefusal(refused(caller, "invitation.resent", handle.toString(), e));
            throw e;
        }
    }

    /**
     * @throws RefusalException NOT_FOUND, NOT_OPEN
     */
    public void revoke(@NotNull UUID handle) {
        Caller caller = current.get();
        Instant now = clock.instant();
        if (!revoking.revoke(invitations.getFor(caller, handle), now)) {
            throw new RefusalException(InvitationReason.NOT_OPEN);
        }
        audit.record(done(caller, "invitation.revoked", handle));
    }

    private static AuditRecord done(Caller caller, String action, UUID subject) {
        return new AuditRecord(
                caller.accountId(),
                caller.membershipId(),
                action,
                subject.toString(),
                AuditRecord.DONE,
                null,
                null);
    }

    private static AuditRecord refused(
            Caller caller, String action, String subject, RefusalException refusal) {
        return new AuditRecord(
                caller.accountId(),
                caller.membershipId(),
                action,
                subject,
                refusal.reason().name(),
                null,
                null);
    }
}

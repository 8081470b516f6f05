package beckon.invitation.boundary;

import beckon.account.boundary.CurrentCaller;
import beckon.account.entity.Caller;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.invitation.control.Offers;
import beckon.invitation.control.RequestRepository;
import beckon.invitation.control.Requesting;
import beckon.invitation.entity.InvitationRequest;
import beckon.invitation.entity.Invite;
import beckon.invitation.entity.InviteAs;
import beckon.invitation.entity.InviteOutcome;
import beckon.invitation.entity.InviteResult;
import beckon.invitation.entity.RequestInvitation;
import beckon.invitation.entity.RequestOutcome;
import beckon.invitation.entity.RequestReason;
import beckon.invitation.entity.RequestRow;
import beckon.shared.EmailAddress;
import beckon.shared.Page;
import beckon.shared.RefusalException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The door for whoever holds another's invitation, or comes too late, and asks for one of their
 * own; and for the members who answer. An admin answers for everybody.
 */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
public class RequestService {
    @Inject CurrentCaller current;
    @Inject Clock clock;
    @Inject Offers offers;
    @Inject Requesting requesting;
    @Inject RequestRepository requests;
    @Inject InvitationService invitations;
    @Inject AuditService audit;

    /** Whether somebody can be asked by whoever holds the token. */
    @PermitAll
    public boolean isAskable(@NotNull String token) {
        return offers.findAskable(token, clock.instant()).isPresent();
    }

    /**
     * Asks the inviter for an invitation of one's own. The answer is the same whoever has the
     * address, and however often just this is asked.
     *
     * @throws RefusalException REVOKED, USED, DECLINED, NOT_FOUND … if the invitation is neither
     *     open nor expired; NAME_MISSING, NAME_TOO_LONG, ADDRESS_…, TOO_MANY
     */
    @PermitAll
    public void ask(@NotNull @Valid RequestInvitation command) {
        requesting
                .ask(command, clock.instant())
                .ifPresent(request -> audit.record(asked(request, command.remote())));
    }

    /** How many wait for the caller's answer. */
    public long count() {
        return requests.count(current.get());
    }

    /** Those that wait for the caller's answer, the newest first. */
    public Page<RequestRow> list(int page, int size) {
        return requests.list(current.get(), page, size);
    }

    /**
     * Invites whoever asked, as the caller might by typing the address; an invitation that they
     * have already, and that the caller may see, is sent anew. Where a limit or a rule is in the
     * way the request stays open, and the answer says why.
     *
     * @throws RefusalException NOT_FOUND, NOT_OPEN; INVITING_SWITCHED_OFF; as {@link
     *     InvitationService#resend}
     */
    public InviteResult approve(@NotNull UUID handle) {
        Caller caller = current.get();
        InvitationRequest request = settle(caller, handle, RequestOutcome.APPROVED);
        InviteResult result =
                invitations
                        .invite(
                                Invite.byEmail(
                                        List.of(request.email()),
                                        "",
                                        request.language(),
                                        InviteAs.AUTOMATIC))
                        .get(0);
        if (result.reason() != null) {
            requests.reopen(request);
        } else if (isWaiting(result)) {
            invitations.resend(result.invitationId());
        }
        audit.record(answered(caller, request, "request.approved", result.outcome().name()));
        return result;
    }

    private static boolean isWaiting(InviteResult result) {
        return result.outcome() == InviteOutcome.ALREADY_INVITED && result.invitationId() != null;
    }

    /**
     * Leaves whoever asked without an invitation; they are told nothing.
     *
     * @throws RefusalException NOT_FOUND, NOT_OPEN
     */
    public void decline(@NotNull UUID handle) {
        Caller caller = current.get();
        InvitationRequest request = settle(caller, handle, RequestOutcome.DECLINED);
        audit.record(answered(caller, request, "request.declined", AuditRecord.DONE));
    }

    private InvitationRequest settle(Caller caller, UUID handle, RequestOutcome outcome) {
        Instant now = clock.instant();
        InvitationRequest request = requests.getFor(caller, handle);
        if (!requests.settle(request, outcome, now)) {
            throw new RefusalException(RequestReason.NOT_OPEN);
        }
        return request;
    }

    private static AuditRecord asked(InvitationRequest request, String remote) {
        return new AuditRecord(
                request.accountId(),
                null,
                "request.asked",
                request.handle().toString(),
                AuditRecord.DONE,
                EmailAddress.of(request.email()).masked(),
                remote);
    }

    private static AuditRecord answered(
            Caller caller, InvitationRequest request, String action, String outcome) {
        return new AuditRecord(
                caller.accountId(),
                caller.membershipId(),
                action,
                request.handle().toString(),
                outcome,
                EmailAddress.of(request.email()).masked(),
                null);
    }
}

package beckon.invitation.boundary;

import beckon.account.boundary.CurrentCaller;
import beckon.account.entity.Caller;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.invitation.control.Approving;
import beckon.invitation.control.InvitationListRepository;
import beckon.invitation.entity.InvitationQuery;
import beckon.invitation.entity.InvitationRow;
import beckon.invitation.entity.InvitationState;
import beckon.shared.Page;
import beckon.shared.RefusalException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** The door for admins who approve what others want to invite. */
@Stateless
@RolesAllowed("ADMIN")
public class ApprovalService {
    @Inject CurrentCaller current;
    @Inject Clock clock;
    @Inject Approving approving;
    @Inject InvitationListRepository lists;
    @Inject AuditService audit;

    /** What waits, the newest first. */
    public Page<InvitationRow> list(int page, int size) {
        return lists.list(
                current.get(),
                new InvitationQuery(InvitationState.WAITING, "", true, page, size),
                clock.instant());
    }

    /** How many wait. */
    public long count() {
        return list(0, 1).total();
    }

    /**
     * Sends it now; rules and limits of this moment decide.
     *
     * @throws RefusalException NOT_FOUND, NOT_OPEN, AccountReason.ALREADY_MEMBER, SUPPRESSED,
     *     DAILY_LIMIT, RECIPIENT_LIMIT, TEXT_PREFIX, TEXT_BUDGET, or what the rules say now
     */
    public void approve(@NotNull UUID handle) {
        Caller admin = current.get();
        try {
            approving.approve(admin, handle, clock.instant());
        } catch (RefusalException refused) {
            audit.recordRefusal(act(admin, "invitation.approved", handle, refused.reason().name()));
            throw refused;
        }
        audit.record(act(admin, "invitation.approved", handle, AuditRecord.DONE));
    }

    /**
     * Leaves it unsent.
     *
     * @throws RefusalException NOT_FOUND, NOT_OPEN
     */
    public void reject(@NotNull UUID handle) {
        Caller admin = current.get();
        try {
            approving.reject(admin, handle, clock.instant());
        } catch (RefusalException refused) {
            audit.recordRefusal(act(admin, "invitation.rejected", handle, refused.reason().name()));
            throw refused;
        }
        audit.record(act(admin, "invitation.rejected", handle, AuditRecord.DONE));
    }

    private static AuditRecord act(Caller admin, String action, UUID handle, String outcome) {
        return new AuditRecord(
                admin.accountId(),
                admin.membershipId(),
                action,
                handle.toString(),
                outcome,
                null,
                null);
    }
}

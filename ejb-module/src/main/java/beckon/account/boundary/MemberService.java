package beckon.account.boundary;

import beckon.account.control.Leaving;
import beckon.account.control.MemberRepository;
import beckon.account.control.Staying;
import beckon.account.entity.AccountReason;
import beckon.account.entity.Caller;
import beckon.account.entity.Deactivation;
import beckon.account.entity.GuestStay;
import beckon.account.entity.Member;
import beckon.account.entity.MemberKind;
import beckon.account.entity.MemberKindChanged;
import beckon.account.entity.NewMember;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.shared.RefusalException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The door for admins to the members of their account: what they are, and that they are in. */
@Stateless
@RolesAllowed("ADMIN")
public class MemberService {

    @Inject CurrentCaller caller;
    @Inject MemberRepository members;
    @Inject Leaving leaving;
    @Inject Staying staying;
    @Inject Event<MemberKindChanged> changes;
    @Inject Event<NewMember> arrivals;
    @Inject AuditService audit;
    @Inject Clock clock;

    /**
     * Makes a member something else, from their next request on, whatever their address says.
     *
     * @throws RefusalException NOT_FOUND, LAST_ADMIN, CHANGED_MEANWHILE
     */
    public void changeKind(@NotNull UUID handle, @NotNull MemberKind kind) {
        Member member = get("member.kindChanged", handle);
        if (member.kind() == kind) {
            return;
        }
        Long sponsor = kind == MemberKind.GUEST ? caller.get().membershipId() : null;
        Instant end = staying.latestEnd(member.accountId(), kind, clock.instant());
        if (!members.changeKind(member, kind, sponsor, end)) {
            throw refused("member.kindChanged", member);
        }
        changes.fire(
                new MemberKindChanged(
                        member.accountId(), member.id(), member.kind(), kind, sponsor));
        record("member.kindChanged", member, member.kind() + " to " + kind);
    }

    /**
     * Puts a member out: their sessions and API tokens end at once, and what they have begun ends
     * or is handed over.
     *
     * @throws RefusalException NOT_FOUND, YOURSELF, LAST_ADMIN, NO_SUCH_COLLEAGUE,
     *     CHANGED_MEANWHILE
     */
    public void deactivate(@NotNull @Valid Deactivation command) {
        Member member = get("member.deactivated", command.member());
        if (member.id() == caller.get().membershipId()) {
            throw refused("member.deactivated", member, AccountReason.YOURSELF);
        }
        Long successor =
                command.isHandedOver() ? staying.colleague(member, command.successor()) : null;
        if (!leaving.deactivate(member, successor, clock.instant())) {
            throw refused("member.deactivated", member);
        }
        String open =
                successor == null ? "open invitations revoked" : "handed over to " + successor;
        record("member.deactivated", member, open);
    }

    /**
     * Takes a deactivated member in again, as what they were; nothing that ended comes back.
     *
     * @throws RefusalException NOT_FOUND, CHANGED_MEANWHILE
     */
    public void reactivate(@NotNull UUID handle) {
        Member member = get("member.reactivated", handle);
        Instant end = staying.latestEnd(member.accountId(), member.kind(), clock.instant());
        if (!members.reactivate(member, end)) {
            throw refused("member.reactivated", member, AccountReason.CHANGED_MEANWHILE);
        }
        arrivals.fire(
                new NewMember(
                        member.accountId(),
                        member.id(),
                        member.personId(),
                        member.kind(),
                        member.sponsorId()));
        record("member.reactivated", member, null);
    }

    /**
     * Says how long a guest stays, and who answers for them.
     *
     * @throws RefusalException NOT_FOUND, NOT_A_GUEST, NO_SUCH_COLLEAGUE, END_IN_THE_PAST,
     *     STAY_TOO_LONG
     */
    public void setStay(@NotNull @Valid GuestStay stay) {
        Member guest = get("member.stayChanged", stay.guest());
        staying.set(guest, stay, clock.instant());
        record("member.stayChanged", guest, String.valueOf(stay.endsAt()));
    }

    private Member get(String action, UUID handle) {
        try {
            return members.get(caller.get().accountId(), handle);
        } catch (RefusalException unknown) {
            audit.recordRefusal(act(action, handle, unknown.reason().name(), null));
            throw unknown;
        }
    }

    /** Why a conditional statement has changed nothing. */
    private RefusalException refused(String action, Member member) {
        Member now = members.get(member.accountId(), member.handle());
        boolean last = member.active() && now.active() && now.kind() == MemberKind.ADMIN;
        return refused(
                action, member, last ? AccountReason.LAST_ADMIN : AccountReason.CHANGED_MEANWHILE);
    }

    private RefusalException refused(String action, Member member, AccountReason why) {
        audit.recordRefusal(act(action, member.handle(), why.name(), null));
        return new RefusalException(why);
    }

    private void record(String action, Member member, String details) {
        audit.record(act(action, member.handle(), AuditRecord.DONE, details));
    }

    private AuditRecord act(String action, UUID subject, String outcome, String details) {
        Caller who = caller.get();
        return new AuditRecord(
                who.accountId(),
                who.membershipId(),
                action,
                subject.toString(),
                outcome,
                details,
                null);
    }
}

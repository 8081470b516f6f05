package beckon.licence.boundary;

import beckon.account.boundary.CurrentCaller;
import beckon.account.entity.Caller;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.licence.control.LicenceRepository;
import beckon.licence.control.PeopleRepository;
import beckon.licence.entity.Edition;
import beckon.licence.entity.LicenceReason;
import beckon.licence.entity.Seats;
import beckon.shared.RefusalException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** The door to licences: admins assign and revoke them. */
@Stateless
public class LicenceService {

    /** So many members may be given a licence at once. */
    public static final int AT_ONCE = 100;

    @Inject CurrentCaller current;
    @Inject LicenceRepository licences;
    @Inject PeopleRepository people;
    @Inject AuditService audit;
    @Inject Clock clock;

    /** How many licences the account has, and how many are assigned. */
    @RolesAllowed("ADMIN")
    public Seats getSeats() {
        return licences.getSeats(current.get().accountId());
    }

    /** How many members wait for a licence; 0 where none is needed. */
    @RolesAllowed("ADMIN")
    public long countToAssign() {
        return getSeats().isLicensed() ? people.count(current.get().accountId()).waiting() : 0;
    }

    /** Whether the caller needs a licence and waits for one. */
    @RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
    public boolean isWaiting() {
        Caller caller = current.get();
        return !caller.isGuest() && licences.isWaiting(caller.membershipId());
    }

    /**
     * Gives each of these members a licence, or none of them; who has one keeps it, and guests and
     * others who need none are passed over.
     *
     * @return how many got one
     * @throws RefusalException NOBODY_CHOSEN, NOT_PRO_PLUS, NO_SEATS_LEFT
     */
    @RolesAllowed("ADMIN")
    public int assign(@NotNull @Size(max = AT_ONCE) Set<UUID> members) {
        long accountId = current.get().accountId();
        requireSome("licence.assigned", members);
        Seats seats = licences.getSeats(accountId);
        if (!seats.isLicensed()) {
            throw refused("licence.assigned", LicenceReason.NOT_PRO_PLUS);
        }
        int wanted = licences.countWithout(accountId, members);
        if (wanted > 0 && !licences.take(accountId, wanted)) {
            int left = licences.getSeats(accountId).left();
            throw refused("licence.assigned", LicenceReason.NO_SEATS_LEFT, left);
        }
        int assigned = licences.assign(accountId, members, clock.instant());
        // somebody else was quicker with some of them
        licences.giveBack(accountId, wanted - assigned);
        record("licence.assigned", members, AuditRecord.DONE, assigned);
        return assigned;
    }

    /**
     * Takes the licence of each of these members who has one.
     *
     * @return how many had one
     * @throws RefusalException NOBODY_CHOSEN
     */
    @RolesAllowed("ADMIN")
    public int revoke(@NotNull @Size(max = AT_ONCE) Set<UUID> members) {
        requireSome("licence.revoked", members);
        long accountId = current.get().accountId();
        int revoked = licences.revoke(accountId, members);
        licences.giveBack(accountId, revoked);
        record("licence.revoked", members, AuditRecord.DONE, revoked);
        return revoked;
    }

    /**
     * Inner door for whoever runs the server: what an account has subscribed to.
     *
     * @throws RefusalException TOO_MANY_ASSIGNED
     */
    @PermitAll
    public void setEdition(long accountId, @NotNull Edition edition, @PositiveOrZero int seats) {
        if (!licences.setSeats(accountId, edition, edition == Edition.PRO_PLUS ? seats : 0)) {
            int assigned = licences.getSeats(accountId).assigned();
            throw new RefusalException(LicenceReason.TOO_MANY_ASSIGNED, assigned);
        }
        audit.record(
                new AuditRecord(
                        accountId,
                        null,
                        "account.editionChanged",
                        null,
                        AuditRecord.DONE,
                        edition + " " + seats,
                        null));
    }

    private void requireSome(String action, Set<UUID> members) {
        if (members.isEmpty()) {
            throw refused(action, LicenceReason.NOBODY_CHOSEN);
        }
    }

    private RefusalException refused(String action, LicenceReason why, Object... arguments) {
        audit.recordRefusal(act(action, null, why.name(), null));
        return new RefusalException(why, arguments);
    }

    private void record(String action, Set<UUID> members, String outcome, int count) {
        String one = members.size() == 1 ? members.iterator().next().toString() : null;
        audit.record(act(action, one, outcome, Integer.toString(count)));
    }

    private AuditRecord act(String action, String subject, String outcome, String details) {
        Caller who = current.get();
        return new AuditRecord(
                who.accountId(), who.membershipId(), action, subject, outcome, details, null);
    }
}

package beckon.invitation.boundary;

import beckon.account.boundary.CurrentCaller;
import beckon.account.entity.Caller;
import beckon.account.entity.LinkRules;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.invitation.control.Admissions;
import beckon.invitation.control.LinkRepository;
import beckon.invitation.control.Sharing;
import beckon.invitation.entity.InvitationLink;
import beckon.invitation.entity.Inviter;
import beckon.invitation.entity.LinkRow;
import beckon.invitation.entity.ShareLink;
import beckon.invitation.entity.SharedLink;
import beckon.shared.Page;
import beckon.shared.RefusalException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The door for members who share links; an admin sees and deactivates everybody's. */
@Stateless
@RolesAllowed({"ADMIN", "COWORKER", "GUEST"})
public class LinkService {
    @Inject CurrentCaller current;
    @Inject Clock clock;
    @Inject Admissions admissions;
    @Inject Sharing sharing;
    @Inject LinkRepository links;
    @Inject AuditService audit;

    /** How long, and for how many, the caller's links may be. */
    public LinkRules getRules() {
        return inviter().rules().links();
    }

    /**
     * The caller's newest link that opens something; made if there is none.
     *
     * @throws RefusalException LINKS_SWITCHED_OFF, DAILY_LIMIT
     */
    public SharedLink open() {
        Inviter inviter = permitted("link.created");
        Instant now = clock.instant();
        return links.findNewestOpen(inviter.membershipId(), now)
                .map(link -> sharing.show(inviter, link, now))
                .orElseGet(() -> create(inviter, ShareLink.DEFAULT, now));
    }

    /**
     * @throws RefusalException LINKS_SWITCHED_OFF, NO_USES, EXPIRY_IN_THE_PAST, DOMAIN_NOT_VALID,
     *     DAILY_LIMIT
     */
    public SharedLink create(@NotNull @Valid ShareLink command) {
        return create(permitted("link.created"), command, clock.instant());
    }

    private SharedLink create(Inviter inviter, ShareLink command, Instant now) {
        InvitationLink link = sharing.create(inviter, command, now);
        record(inviter, "link.created", link);
        return sharing.show(inviter, link, now);
    }

    /**
     * One of the caller's own, with its address on the web.
     *
     * @throws RefusalException NOT_FOUND
     */
    public SharedLink show(@NotNull UUID handle) {
        return sharing.show(inviter(), links.getOwn(current.get(), handle), clock.instant());
    }

    /**
     * Sets other terms for one of the caller's own; its address stays.
     *
     * @throws RefusalException NOT_FOUND, DEACTIVATED; as {@link #create}
     */
    public SharedLink change(@NotNull UUID handle, @NotNull @Valid ShareLink command) {
        Inviter inviter = permitted("link.changed");
        Instant now = clock.instant();
        InvitationLink link = links.getOwn(current.get(), handle);
        sharing.change(inviter, link, command, now);
        record(inviter, "link.changed", link);
        return sharing.show(inviter, link, now);
    }

    /**
     * Lets one of the caller's own be open as long from now as a new one.
     *
     * @throws RefusalException NOT_FOUND, DEACTIVATED, LINKS_SWITCHED_OFF
     */
    public SharedLink extend(@NotNull UUID handle) {
        Inviter inviter = permitted("link.extended");
        Instant now = clock.instant();
        InvitationLink link = links.getOwn(current.get(), handle);
        sharing.extend(inviter, link, now);
        record(inviter, "link.extended", link);
        return sharing.show(inviter, link, now);
    }

    /**
     * Gives one of the caller's own another address, time and uses as if it were new; the old
     * address is dead.
     *
     * @throws RefusalException NOT_FOUND, DEACTIVATED, LINKS_SWITCHED_OFF, DAILY_LIMIT
     */
    public SharedLink renew(@NotNull UUID handle) {
        Inviter inviter = permitted("link.renewed");
        Instant now = clock.instant();
        InvitationLink link = links.getOwn(current.get(), handle);
        sharing.renew(inviter, link, now);
        record(inviter, "link.renewed", link);
        return sharing.show(inviter, link, now);
    }

    /**
     * Lets a link open nothing any more, if it does: one's own, or anybody's for an admin.
     *
     * @throws RefusalException NOT_FOUND
     */
    public void deactivate(@NotNull UUID handle) {
        InvitationLink link = links.getFor(current.get(), handle);
        if (links.deactivate(link, clock.instant())) {
            record(inviter(), "link.deactivated", link);
        }
    }

    /** The caller's own links, or everybody's where an admin asks. */
    public Page<LinkRow> list(boolean everybodys, int page, int size) {
        return links.list(current.get(), everybodys, page, size, clock.instant());
    }

    private Inviter inviter() {
        return admissions.getInviter(current.get());
    }

    private Inviter permitted(String action) {
        Inviter inviter = inviter();
        try {
            sharing.requirePermission(inviter);
        } catch (RefusalException e) {
            Caller caller = current.get();
            audit.recordRefusal(
                    new AuditRecord(
                            caller.accountId(),
                            caller.membershipId(),
                            action,
                            null,
                            e.reason().name(),
                            null,
                            null));
            throw e;
        }
        return inviter;
    }

    private void record(Inviter inviter, String action, InvitationLink link) {
        audit.record(
                new AuditRecord(
                        inviter.accountId(),
                        inviter.membershipId(),
                        action,
                        link.handle().toString(),
                        AuditRecord.DONE,
                        null,
                        null));
    }
}

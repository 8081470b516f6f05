package beckon.account.boundary;

import beckon.account.control.MembershipRepository;
import beckon.account.control.Staying;
import beckon.account.entity.AccountReason;
import beckon.account.entity.MemberKind;
import beckon.account.entity.MemberKindChanged;
import beckon.account.entity.Membership;
import beckon.account.entity.NewMember;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.person.boundary.PersonService;
import beckon.shared.RefusalException;
import beckon.shared.persistence.IdRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The inner door to memberships: sign-up makes them. */
@Stateless
@PermitAll
public class MembershipService {

    @Inject MembershipRepository memberships;
    @Inject Staying staying;
    @Inject PersonService persons;
    @Inject IdRepository ids;
    @Inject Event<NewMember> news;
    @Inject Event<MemberKindChanged> changes;
    @Inject AuditService audit;
    @Inject Clock clock;

    /**
     * Gives the person a place in the account and tells it ({@link NewMember}).
     *
     * @return the new membership's id
     * @throws RefusalException ALREADY_MEMBER
     */
    public long join(long accountId, long personId, MemberKind kind, Long invitedBy) {
        Instant now = clock.instant();
        Membership membership =
                memberships
                        .find(accountId, personId)
                        .map(former -> rejoined(former, kind, invitedBy, now))
                        .orElseGet(() -> joined(accountId, personId, kind, invitedBy, now));
        membership.endAt(staying.latestEnd(accountId, kind, now));
        membership.listAs(persons.getProfileOf(personId).displayName());
        news.fire(membership.news());
        audit.record(
                new AuditRecord(
                        accountId,
                        invitedBy,
                        "member.joined",
                        Long.toString(membership.id()),
                        AuditRecord.DONE,
                        kind.name(),
                        null));
        return membership.id();
    }

    /** Makes more of an active member who has been offered more; less is never made of anybody. */
    public void raise(long accountId, long personId, MemberKind kind) {
        memberships
                .find(accountId, personId)
                .filter(Membership::isActive)
                .flatMap(member -> member.raise(kind))
                .ifPresent(
                        raised -> {
                            changes.fire(raised);
                            audit.record(
                                    new AuditRecord(
                                            accountId,
                                            raised.membershipId(),
                                            "member.kindChanged",
                                            Long.toString(raised.membershipId()),
                                            AuditRecord.DONE,
                                            raised.from() + " to " + kind + " as offered",
                                            null));
                        });
    }

    /** The person's membership in the account, if it is active. */
    public Optional<Long> findActive(long accountId, long personId) {
        return memberships
                .find(accountId, personId)
                .filter(Membership::isActive)
                .map(Membership::id);
    }

    /** Whether the person had a place in the account and was put out. */
    public boolean isPutOut(long accountId, long personId) {
        return memberships
                .find(accountId, personId)
                .filter(former -> !former.isActive())
                .isPresent();
    }

    private Membership joined(
            long accountId, long personId, MemberKind kind, Long invitedBy, Instant now) {
        Membership membership =
                new Membership(ids.next(), accountId, personId, kind, invitedBy, now);
        memberships.add(membership);
        return membership;
    }

    private static Membership rejoined(
            Membership former, MemberKind kind, Long invitedBy, Instant now) {
        if (former.isActive()) {
            throw new RefusalException(AccountReason.ALREADY_MEMBER);
        }
        former.rejoin(kind, invitedBy, now);
        return former;
    }
}

package beckon.account.control;

import beckon.account.entity.Member;
import beckon.account.entity.MemberDeactivated;
import beckon.person.boundary.AccessService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Puts members out, with all that they had open. */
@ApplicationScoped
public class Leaving {

    private MemberRepository members;
    private AccessService access;
    private Event<MemberDeactivated> news;

    protected Leaving() {}

    @Inject
    public Leaving(MemberRepository members, AccessService access, Event<MemberDeactivated> news) {
        this.members = members;
        this.access = access;
        this.news = news;
    }

    /**
     * Puts a member out and tells it ({@link MemberDeactivated}), in the caller's transaction.
     *
     * @param successorId membership that takes over; null: what is open ends
     * @return false if they are out already, or the account's last admin
     */
    public boolean deactivate(Member member, Long successorId, Instant now) {
        Optional<Long> chosen = members.findOldestActive(member.personId());
        if (!members.deactivate(member, now)) {
            return false;
        }
        boolean elsewhere = members.findOldestActive(member.personId()).isPresent();
        if (elsewhere) {
            boolean byDefault = chosen.filter(id -> id == member.id()).isPresent();
            access.endIn(member.personId(), member.id(), byDefault);
        } else {
            access.endAll(member.personId());
        }
        members.handOverGuests(member.id(), successorId);
        news.fire(
                new MemberDeactivated(
                        member.accountId(),
                        member.id(),
                        member.personId(),
                        member.kind(),
                        successorId));
        return true;
    }
}

package beckon.contact.control;

import beckon.account.entity.MemberDeactivated;
import beckon.account.entity.MemberKind;
import beckon.account.entity.MemberKindChanged;
import beckon.contact.entity.ContactKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Keeps the address book right where members become something else or are put out. */
@ApplicationScoped
public class MemberChangeObserver {

    private ContactEntryRepository entries;
    private Clock clock;

    protected MemberChangeObserver() {}

    @Inject
    public MemberChangeObserver(ContactEntryRepository entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    void onMemberDeactivated(@Observes MemberDeactivated member) {
        entries.removeMember(member.membershipId());
    }

    void onMemberKindChanged(@Observes MemberKindChanged member) {
        entries.changeKind(member.membershipId(), ContactKind.valueOf(member.to().name()));
        if (member.to() == MemberKind.GUEST) {
            introduce(member.membershipId(), member.sponsorId(), clock.instant());
        }
    }

    /** From now on they see themselves and their sponsor, and whomever they were introduced to. */
    private void introduce(long guest, Long sponsor, Instant now) {
        entries.introduce(guest, guest, now);
        if (sponsor != null) {
            entries.introduce(guest, sponsor, now);
        }
    }
}

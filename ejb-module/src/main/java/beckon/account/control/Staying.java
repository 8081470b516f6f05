package beckon.account.control;

import beckon.account.entity.AccountReason;
import beckon.account.entity.GuestStay;
import beckon.account.entity.Member;
import beckon.shared.EmailAddress;
import beckon.shared.RefusalException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** How long guests stay, and who answers for them. */
@ApplicationScoped
public class Staying {

    private MemberRepository members;

    protected Staying() {}

    @Inject
    public Staying(MemberRepository members) {
        this.members = members;
    }

    /**
     * Sets the end of a guest's stay and who answers for them.
     *
     * @throws RefusalException NOT_A_GUEST, NO_SUCH_COLLEAGUE, END_IN_THE_PAST, STAY_TOO_LONG
     */
    public void set(Member guest, GuestStay stay, Instant now) {
        boolean named = stay.sponsor() != null && !stay.sponsor().isBlank();
        Long sponsor = named ? colleague(guest, stay.sponsor()) : null;
        if (stay.endsAt() != null && !stay.endsAt().isAfter(now)) {
            throw new RefusalException(AccountReason.END_IN_THE_PAST);
        }
        if (!guest.isGuest() || !members.setStay(guest, sponsor, stay.endsAt())) {
            throw new RefusalException(AccountReason.NOT_A_GUEST);
        }
    }

    /** The end of a stay that begins now; null: until somebody ends it. */
    public Instant latestEnd(Member member, Instant now) {
        return null;
    }

    /**
     * The admin or co-worker with this address who may take something over from the member.
     *
     * @throws RefusalException NO_SUCH_COLLEAGUE
     */
    public long colleague(Member of, String address) {
        return members.findColleague(of.accountId(), key(address))
                .filter(id -> id != of.id())
                .orElseThrow(() -> new RefusalException(AccountReason.NO_SUCH_COLLEAGUE));
    }

    private static String key(String address) {
        try {
            return EmailAddress.of(address).key();
        } catch (IllegalArgumentException noAddress) {
            throw new RefusalException(AccountReason.NO_SUCH_COLLEAGUE);
        }
    }
}

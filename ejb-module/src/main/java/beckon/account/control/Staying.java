package beckon.account.control;

import beckon.account.entity.AccountReason;
import beckon.account.entity.GuestStay;
import beckon.account.entity.Member;
import beckon.account.entity.MemberKind;
import beckon.shared.EmailAddress;
import beckon.shared.RefusalException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** How long guests stay, and who answers for them. */
@ApplicationScoped
public class Staying {

    private static final Duration A_DAY = Duration.ofDays(1);

    private MemberRepository members;
    private AccountRepository accounts;

    protected Staying() {}

    @Inject
    public Staying(MemberRepository members, AccountRepository accounts) {
        this.members = members;
        this.accounts = accounts;
    }

    /**
     * Sets the end of a guest's stay and who answers for them.
     *
     * @throws RefusalException NOT_A_GUEST, NO_SUCH_COLLEAGUE, END_IN_THE_PAST, STAY_TOO_LONG
     */
    public void set(Member guest, GuestStay stay, Instant now) {
        boolean named = stay.sponsor() != null && !stay.sponsor().isBlank();
        Long sponsor = named ? colleague(guest, stay.sponsor()) : null;
        Instant end = within(guest, stay.endsAt(), now);
        if (!guest.isGuest() || !members.setStay(guest, sponsor, end)) {
            throw new RefusalException(AccountReason.NOT_A_GUEST);
        }
    }

    private Instant within(Member guest, Instant end, Instant now) {
        Instant latest = latestEnd(guest.accountId(), guest.kind(), now);
        if (end == null) {
            return latest;
        }
        if (!end.isAfter(now)) {
            throw new RefusalException(AccountReason.END_IN_THE_PAST);
        }
        // the last day ends with its midnight, which may be a few hours more
        if (latest != null && end.isAfter(latest.plus(A_DAY))) {
            long days = Duration.between(now, latest).toDays();
            throw new RefusalException(AccountReason.STAY_TOO_LONG, days);
        }
        return end;
    }

    /** When a stay ends at the latest that begins now; null: when somebody ends it. */
    public Instant latestEnd(long accountId, MemberKind kind, Instant now) {
        Integer days =
                kind == MemberKind.GUEST
                        ? accounts.getPolicy(accountId).form().guests().maxDays()
                        : null;
        return days == null ? null : now.plus(Duration.ofDays(days));
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

package beckon.account.control;

import beckon.account.entity.EndingStay;
import beckon.account.entity.Member;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.delivery.boundary.DeliveryService;
import beckon.delivery.entity.Channel;
import beckon.delivery.entity.OutgoingMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Ends stays whose time has come, and reminds of those whose time comes soon.
 *
 * <p>From the moment of its end on a guest is let in nowhere, swept or not. Each end and each
 * reminder is one conditional update: of several nodes that look at once, one does it.
 */
@ApplicationScoped
public class StayKeeper {

    /** How long before its end somebody is reminded of a stay. */
    public static final Duration AHEAD = Duration.ofDays(7);

    private StayRepository stays;
    private MemberRepository members;
    private Leaving leaving;
    private DeliveryService deliveries;
    private AuditService audit;

    protected StayKeeper() {}

    @Inject
    public StayKeeper(
            StayRepository stays,
            MemberRepository members,
            Leaving leaving,
            DeliveryService deliveries,
            AuditService audit) {
        this.stays = stays;
        this.members = members;
        this.leaving = leaving;
        this.deliveries = deliveries;
        this.audit = audit;
    }

    /**
     * Puts out those whose stay has ended, in a transaction of its own.
     *
     * @return how many this call has put out
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int endOverdue(Instant now, int most) {
        int ended = 0;
        for (Member member : members.listOverdue(now, most)) {
            if (leaving.deactivate(member, null, now)) {
                record(member);
                ended++;
            }
        }
        return ended;
    }

    /**
     * Reminds guests and their sponsors of the ends that come soon, in a transaction of its own.
     *
     * @return of how many ends this call has reminded
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int remind(Instant now, int most) {
        List<OutgoingMessage> mails = new ArrayList<>();
        for (EndingStay stay : stays.listEnding(now, now.plus(AHEAD), most)) {
            if (stays.markReminded(stay, now)) {
                mails.add(mail(stay, "guestEnds", stay.sponsorEmail(), stay.sponsorLanguage()));
                mails.add(mail(stay, "stayEnds", stay.guestEmail(), stay.guestLanguage()));
            }
        }
        deliveries.enqueue(mails);
        return mails.size() / 2;
    }

    private static OutgoingMessage mail(
            EndingStay stay, String template, String recipient, String language) {
        return new OutgoingMessage(
                stay.accountId(),
                UUID.randomUUID(),
                Channel.EMAIL,
                template,
                recipient,
                language,
                Map.of(
                        "memberName",
                        stay.guestName(),
                        "accountName",
                        stay.accountName(),
                        "expiresAt",
                        stay.endsAt().toString()),
                null,
                stay.endsAt());
    }

    private void record(Member member) {
        audit.record(
                new AuditRecord(
                        member.accountId(),
                        null,
                        "member.ended",
                        member.handle().toString(),
                        AuditRecord.DONE,
                        String.valueOf(member.endsAt()),
                        null));
    }
}

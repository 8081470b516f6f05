package beckon.account.entity;

import beckon.shared.FoldedText;
import beckon.shared.persistence.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A person's place in an account, of one kind.
 *
 * <p>Begins when an invitation is accepted; ends when it is deactivated, and may begin anew by
 * another invitation. A person has one in an account at most.
 */
@Entity
@NamedQuery(
        name = "Membership.find",
        query =
                "select m from Membership m where m.accountId = :accountId"
                        + " and m.personId = :personId")
public class Membership extends Identified {

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "person_id")
    private long personId;

    @Enumerated(EnumType.STRING)
    private MemberKind kind;

    @Column(name = "sort_key")
    private String sortKey;

    @Column(name = "invited_by")
    private Long invitedBy;

    @Column(name = "sponsor_id")
    private Long sponsorId;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "reminded_at")
    private Instant remindedAt;

    @Column(name = "joined_at")
    private Instant joinedAt;

    @Column(name = "deactivated_at")
    private Instant deactivatedAt;

    @Version private int version;

    protected Membership() {}

    /**
     * @param invitedBy membership that invited, or null
     */
    public Membership(
            long id,
            long accountId,
            long personId,
            MemberKind kind,
            Long invitedBy,
            Instant joinedAt) {
        super(id);
        this.accountId = accountId;
        this.personId = personId;
        this.sortKey = "";
        enter(kind, invitedBy, joinedAt);
    }

    private void enter(MemberKind as, Long by, Instant at) {
        kind = Objects.requireNonNull(as, "kind");
        invitedBy = by;
        sponsorId = as == MemberKind.GUEST ? by : null;
        joinedAt = Objects.requireNonNull(at, "joinedAt");
    }

    /** Lists the member under this name. */
    public void listAs(String displayName) {
        sortKey = FoldedText.sortKey(displayName);
    }

    /** Lets the stay end by itself; null: until somebody ends it. */
    public void endAt(Instant end) {
        endsAt = end;
        remindedAt = null;
    }

    public boolean isActive() {
        return deactivatedAt == null;
    }

    /** Takes somebody in again who had been put out. */
    public void rejoin(MemberKind newKind, Long newInvitedBy, Instant now) {
        enter(newKind, newInvitedBy, now);
        endAt(null);
        deactivatedAt = null;
    }

    /**
     * Makes more of the member, for as long as they want; the news, or empty if they are as much.
     */
    public Optional<MemberKindChanged> raise(MemberKind to) {
        if (!to.outranks(kind)) {
            return Optional.empty();
        }
        MemberKind from = kind;
        kind = to;
        sponsorId = null;
        endAt(null);
        return Optional.of(new MemberKindChanged(accountId, id(), from, to, null));
    }

    /** Puts the member out, with the next request at the latest. */
    public void deactivate(Instant now) {
        deactivatedAt = now;
    }

    /** The news that somebody has joined. */
    public NewMember news() {
        return new NewMember(accountId, id(), personId, kind, invitedBy);
    }
}

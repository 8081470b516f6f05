package beckon.invitation.entity;

import beckon.shared.EmailDomain;
import beckon.shared.TokenSource;
import beckon.shared.persistence.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * An offer to whoever holds the link, until it expires, enough people have come by it, or it is
 * deactivated.
 *
 * <p>Renewed it has another token and counts anew. Its life is changed by conditional statements of
 * the repository only, whose row count is the verdict among several who come at once.
 */
@Entity
@Table(name = "invitation_link")
@NamedQuery(
        name = "InvitationLink.byHandle",
        query =
                "select l from InvitationLink l"
                        + " where l.handle = :handle and l.accountId = :accountId")
@NamedQuery(
        name = "InvitationLink.byToken",
        query = "select l from InvitationLink l where l.token.hash = :hash")
@NamedQuery(
        name = "InvitationLink.open",
        query =
                "select l from InvitationLink l where l.ownerId = :ownerId"
                        + " and l.deactivatedAt is null and l.expiresAt > :now"
                        + " and (l.maxUses is null or l.uses < l.maxUses) order by l.createdAt desc, l.id desc")
public class InvitationLink extends Identified {
    /** The purpose from which tokens of links are derived. */
    public static final String TOKEN_PURPOSE = "link";

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "owner_id")
    private long ownerId;

    private String domain;

    @Column(name = "max_uses")
    private Integer maxUses;

    private int uses;

    @Embedded private KeptToken token;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "deactivated_at")
    private Instant deactivatedAt;

    protected InvitationLink() {}

    /** Makes a link that nobody has come by yet. */
    public InvitationLink(
            long id,
            Inviter owner,
            LinkTerms terms,
            TokenSource source,
            byte[] tokenHash,
            Instant now) {
        super(id);
        this.accountId = owner.accountId();
        this.ownerId = owner.membershipId();
        this.domain = terms.domain() == null ? null : terms.domain().key();
        this.maxUses = terms.maxUses();
        this.token = new KeptToken(source, tokenHash);
        this.createdAt = now;
        this.expiresAt = terms.expiresAt();
    }

    /** The state at that moment. */
    public LinkState stateAt(Instant now) {
        if (deactivatedAt != null) {
            return LinkState.DEACTIVATED;
        }
        if (!now.isBefore(expiresAt)) {
            return LinkState.EXPIRED;
        }
        return maxUses == null || uses < maxUses ? LinkState.OPEN : LinkState.USED_UP;
    }

    public long accountId() {
        return accountId;
    }

    public long ownerId() {
        return ownerId;
    }

    /** Whose addresses only; null: any. */
    public EmailDomain domain() {
        return domain == null ? null : new EmailDomain(domain);
    }

    /** How many people it is for; null: any number. */
    public Integer maxUses() {
        return maxUses;
    }

    public int uses() {
        return uses;
    }

    public TokenSource tokenSource() {
        return token.source(TOKEN_PURPOSE);
    }

    public byte[] tokenHash() {
        return token.hash();
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}

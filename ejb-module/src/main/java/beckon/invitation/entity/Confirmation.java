package beckon.invitation.entity;

import beckon.shared.EmailAddress;
import beckon.shared.persistence.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;

/**
 * The question to an address whether whoever came by a link or a text is its owner.
 *
 * <p>The answer is its token, good once and for eight hours, and only while the token by which they
 * came opens something. Until it is given nobody has joined and nothing is counted.
 */
@Entity
@Table(name = "confirmation")
@NamedQuery(
        name = "Confirmation.byToken",
        query = "select c from Confirmation c where c.token.hash = :hash")
public class Confirmation extends Identified {
    /** The purpose from which tokens of confirmations are derived. */
    public static final String TOKEN_PURPOSE = "confirmation";

    @Column(name = "link_id")
    private Long linkId;

    @Column(name = "invitation_id")
    private Long invitationId;

    @Column(name = "ground_hash")
    private byte[] groundHash;

    private String email;

    @Column(name = "email_key")
    private String emailKey;

    private String language;

    @Embedded private KeptToken token;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    @Column(name = "used_by")
    private Long usedBy;

    protected Confirmation() {}

    /** Makes a question that has not been answered. */
    public Confirmation(long id, Ground.Open ground, EmailAddress address, Envelope envelope) {
        super(id);
        this.linkId = ground.linkId();
        this.invitationId = ground.invitationId();
        this.groundHash = ground.tokenHash();
        this.email = address.typed();
        this.emailKey = address.key();
        this.language = envelope.language();
        this.token = envelope.kept();
        this.createdAt = envelope.sentAt();
        this.expiresAt = envelope.expiresAt();
    }

    public boolean isUsed() {
        return usedAt != null;
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Whether the token by which they came is still the one of that ground. */
    public boolean isFor(Ground.Open ground) {
        return Arrays.equals(groundHash, ground.tokenHash());
    }

    /** The link by which they came; null if it was a text. */
    public Long linkId() {
        return linkId;
    }

    /** The invitation by text; null if they came by a link. */
    public Long invitationId() {
        return invitationId;
    }

    public String email() {
        return email;
    }

    public String emailKey() {
        return emailKey;
    }

    public String language() {
        return language;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}

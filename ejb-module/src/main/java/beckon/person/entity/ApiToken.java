package beckon.person.entity;

import beckon.shared.Token;
import beckon.shared.persistence.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A personal key to the API; only its hash is kept. */
@Entity
@Table(name = "api_token")
public class ApiToken extends Identified {

    /** How long a token opens the API. */
    public static final Duration LIFETIME = Duration.ofDays(90);

    @Column(name = "person_id")
    private long personId;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private String name;

    @Column(name = "membership_id")
    private Long membershipId;

    protected ApiToken() {}

    public ApiToken(long id, long personId, Token token, Instant now) {
        super(id);
        this.personId = personId;
        this.tokenHash = token.hash();
        this.createdAt = now;
        this.expiresAt = now.plus(LIFETIME);
    }

    /**
     * One with a name, which acts as one membership.
     *
     * @param lifetime how long it opens the API
     */
    public ApiToken(
            long id,
            long personId,
            long membershipId,
            String name,
            Token token,
            Instant now,
            Duration lifetime) {
        this(id, personId, token, now);
        this.membershipId = membershipId;
        this.name = name;
        this.expiresAt = now.plus(lifetime);
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}

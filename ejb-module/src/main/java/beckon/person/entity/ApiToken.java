package beckon.person.entity;

import beckon.shared.Token;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A personal key to the API; only its hash is kept. */
@Entity
@Table(name = "api_token")
public class ApiToken {

    /** How long a token opens the API. */
    public static final Duration LIFETIME = Duration.ofDays(90);

    @Id private long id;
    private UUID handle;

    @Column(name = "person_id")
    private long personId;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected ApiToken() {}

    public ApiToken(long id, long personId, Token token, Instant now) {
        this.id = id;
        this.handle = UUID.randomUUID();
        this.personId = personId;
        this.tokenHash = token.hash();
        this.createdAt = now;
        this.expiresAt = now.plus(LIFETIME);
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof ApiToken that && handle.equals(that.handle);
    }

    @Override
    public final int hashCode() {
        return handle.hashCode();
    }
}

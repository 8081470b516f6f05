package beckon.person.entity;

import beckon.shared.persistence.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * A browser that has proved whose it is.
 *
 * <p>Ends when it is signed out, when it has not been used for {@link #IDLE}, or {@link #ABSOLUTE}
 * after it began, whichever comes first.
 */
@Entity
@Table(name = "sign_in_session")
public class SignInSession extends Identified {

    /** How long a session lives without being used. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    /** How long a session lives at most. */
    public static final Duration ABSOLUTE = Duration.ofHours(12);

    private static final int MAX_USER_AGENT = 300;
    private static final int MAX_REMOTE = 64;

    @Column(name = "person_id")
    private long personId;

    @Column(name = "user_agent")
    private String userAgent;

    private String remote;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "device_id")
    private Long deviceId;

    protected SignInSession() {}

    public SignInSession(long id, long personId, String remote, String userAgent, Instant now) {
        super(id);
        this.personId = personId;
        this.remote = cut(remote, MAX_REMOTE);
        this.userAgent = cut(userAgent, MAX_USER_AGENT);
        this.createdAt = now;
        this.lastSeenAt = now;
        this.expiresAt = now.plus(ABSOLUTE);
    }

    /** Ties it to the remembered device that opened it, or that it has made one. */
    public SignInSession by(long device) {
        deviceId = device;
        return this;
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}

package beckon.person.control;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.person.entity.ApiToken;
import beckon.person.entity.IssuedToken;
import beckon.person.entity.NewApiToken;
import beckon.person.entity.PersonReason;
import beckon.person.entity.Profile;
import beckon.person.entity.SecurityNotice;
import beckon.shared.PrincipalName;
import beckon.shared.RefusalException;
import beckon.shared.Token;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.RateLimitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/** Makes keys to the API, and tells their owners and the audit, at once. */
@ApplicationScoped
public class ApiTokens {

    static final int A_DAY = 20;
    private static final Duration DAY = Duration.ofDays(1);

    private SessionRepository sessions;
    private RateLimitRepository limits;
    private Notices notices;
    private IdRepository ids;
    private AuditService audit;

    protected ApiTokens() {}

    @Inject
    public ApiTokens(
            SessionRepository sessions,
            RateLimitRepository limits,
            Notices notices,
            IdRepository ids,
            AuditService audit) {
        this.sessions = sessions;
        this.limits = limits;
        this.notices = notices;
        this.ids = ids;
        this.audit = audit;
    }

    /**
     * @throws RefusalException TOO_MANY_ATTEMPTS if there were too many today
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public IssuedToken make(PrincipalName who, Profile person, NewApiToken wish, Instant now) {
        String bucket = "apiToken:" + person.personId();
        if (!limits.take(bucket, A_DAY, DAY, now, 1)) {
            throw new RefusalException(
                    PersonReason.TOO_MANY_ATTEMPTS, limits.minutesToWait(bucket, now));
        }
        Token secret = Token.random();
        ApiToken token =
                new ApiToken(
                        ids.next(),
                        person.personId(),
                        who.membershipId(),
                        wish.name().strip(),
                        secret,
                        now,
                        Duration.ofDays(wish.days()));
        sessions.add(token);
        notices.tell(person, SecurityNotice.API_TOKEN_MADE, wish.visit(), now);
        audit.record(
                new AuditRecord(
                        who.accountId(),
                        who.membershipId(),
                        "apiToken.made",
                        token.handle().toString(),
                        AuditRecord.DONE,
                        null,
                        wish.visit().remote()));
        return new IssuedToken(secret.secret(), token.expiresAt());
    }
}

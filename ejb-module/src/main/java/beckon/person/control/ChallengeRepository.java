package beckon.person.control;

import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Those whose password was right and who still owe a code. */
@ApplicationScoped
public class ChallengeRepository {

    /** How long one may look for one's phone. */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final String OPEN = " handle = ? and settled_at is null and expires_at > ?";

    private IdRepository ids;
    private Statements statements;

    protected ChallengeRepository() {}

    @Inject
    public ChallengeRepository(IdRepository ids, DataSource dataSource) {
        this.ids = ids;
        this.statements = new Statements(dataSource);
    }

    /**
     * Who owes a code.
     *
     * @param remember whether the device is to be remembered
     */
    public record Challenge(long personId, boolean remember) {}

    public UUID add(long personId, boolean remember, Instant now) {
        UUID handle = UUID.randomUUID();
        statements.update(
                "insert into sign_in_challenge"
                        + " (id, handle, person_id, remember, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                ids.next(),
                handle,
                personId,
                remember,
                InstantConverter.toColumn(now),
                InstantConverter.toColumn(now.plus(LIFETIME)));
        return handle;
    }

    public Optional<Challenge> findOpen(UUID handle, Instant now) {
        return statements.find(
                "select person_id, remember from sign_in_challenge where" + OPEN,
                row -> new Challenge(row.getLong(1), row.getBoolean(2)),
                handle,
                InstantConverter.toColumn(now));
    }

    /** Uses it up; false if it is. */
    public boolean settle(UUID handle, Instant now) {
        return statements.update(
                        "update sign_in_challenge set settled_at = ? where" + OPEN,
                        InstantConverter.toColumn(now),
                        handle,
                        InstantConverter.toColumn(now))
                == 1;
    }

    /** Lets nobody go on who had entered the old password. */
    public void settleAll(long personId, Instant now) {
        statements.update(
                "update sign_in_challenge set settled_at = ?"
                        + " where person_id = ? and settled_at is null",
                InstantConverter.toColumn(now),
                personId);
    }

    /** Deletes those that had ended before {@code moment}. */
    public void purge(Instant moment) {
        statements.update(
                "delete from sign_in_challenge where expires_at < ?",
                InstantConverter.toColumn(moment));
    }
}

package beckon.person.control;

import beckon.shared.Token;
import beckon.shared.TokenSource;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The mailed links by which a password is chosen anew. */
@ApplicationScoped
public class PasswordResetRepository {

    private static final String OPEN = " settled_at is null and expires_at > ?";

    private IdRepository ids;
    private Statements statements;

    protected PasswordResetRepository() {}

    @Inject
    public PasswordResetRepository(IdRepository ids, DataSource dataSource) {
        this.ids = ids;
        this.statements = new Statements(dataSource);
    }

    /** Keeps a new one; earlier ones of the person open nothing any more. */
    public void replace(
            long personId, TokenSource source, Token token, Instant now, Instant expiresAt) {
        settleAll(personId, now);
        statements.update(
                "insert into password_reset (id, handle, person_id, nonce, key_id, token_hash,"
                        + " created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                UUID.randomUUID(),
                personId,
                source.nonce(),
                source.keyId(),
                token.hash(),
                InstantConverter.toColumn(now),
                InstantConverter.toColumn(expiresAt));
    }

    /** Whose password the link opens; empty if it opens none. */
    public Optional<Long> findPerson(byte[] tokenHash, Instant now) {
        return statements.find(
                "select person_id from password_reset where token_hash = ? and" + OPEN,
                row -> row.getLong(1),
                tokenHash,
                InstantConverter.toColumn(now));
    }

    /** Uses the link up; false if somebody else has, or it is too late. */
    public boolean take(byte[] tokenHash, Instant now) {
        return statements.update(
                        "update password_reset set settled_at = ? where token_hash = ? and" + OPEN,
                        InstantConverter.toColumn(now),
                        tokenHash,
                        InstantConverter.toColumn(now))
                == 1;
    }

    /** Lets none of the person's links open anything any more. */
    public void settleAll(long personId, Instant now) {
        statements.update(
                "update password_reset set settled_at = ?"
                        + " where person_id = ? and settled_at is null",
                InstantConverter.toColumn(now),
                personId);
    }

    /** Deletes those that had expired before {@code moment}. */
    public void purge(Instant moment) {
        statements.update(
                "delete from password_reset where expires_at < ?",
                InstantConverter.toColumn(moment));
    }
}

package beckon.person.control;

import beckon.shared.TokenSource;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Who owes a code after the password, which codes were used, and which recovery codes are left. */
@ApplicationScoped
public class SecondFactorRepository {

    private IdRepository ids;
    private Statements statements;

    protected SecondFactorRepository() {}

    @Inject
    public SecondFactorRepository(IdRepository ids, DataSource dataSource) {
        this.ids = ids;
        this.statements = new Statements(dataSource);
    }

    /**
     * What a row keeps of a secret.
     *
     * @param confirmedAt null: being set up
     */
    record Factor(TokenSource source, Instant createdAt, Instant confirmedAt) {

        boolean isOn() {
            return confirmedAt != null;
        }
    }

    Optional<Factor> find(long personId) {
        return statements.find(
                "select nonce, key_id, created_at, confirmed_at from second_factor"
                        + " where person_id = ?",
                SecondFactorRepository::read,
                personId);
    }

    /** Begins to set one up, or begins anew; false if there is one that counts. */
    boolean begin(long personId, TokenSource source, Instant now) {
        LocalDateTime at = InstantConverter.toColumn(now);
        return renew(personId, source, at)
                || statements.update(
                                "insert into second_factor (person_id, nonce, key_id, created_at,"
                                        + " last_step) values (?, ?, ?, ?, 0)"
                                        + " on conflict do nothing",
                                personId,
                                source.nonce(),
                                source.keyId(),
                                at)
                        == 1
                || renew(personId, source, at);
    }

    private boolean renew(long personId, TokenSource source, LocalDateTime at) {
        return statements.update(
                        "update second_factor set nonce = ?, key_id = ?, created_at = ?"
                                + " where person_id = ? and confirmed_at is null",
                        source.nonce(),
                        source.keyId(),
                        at,
                        personId)
                == 1;
    }

    /** Lets what was set up count from now on; false if it does already, or is another now. */
    boolean confirm(long personId, TokenSource source, long step, Instant now) {
        return statements.update(
                        "update second_factor set confirmed_at = ?, last_step = ?"
                                + " where person_id = ? and nonce = ? and confirmed_at is null",
                        InstantConverter.toColumn(now),
                        step,
                        personId,
                        source.nonce())
                == 1;
    }

    /** Uses up the code of a step and of all before; false if it was used. */
    boolean take(long personId, long step) {
        return statements.update(
                        "update second_factor set last_step = ? where person_id = ?"
                                + " and confirmed_at is not null and last_step < ?",
                        step,
                        personId,
                        step)
                == 1;
    }

    /** Keeps others from changing it until the transaction ends; false if it does not count. */
    boolean lock(long personId) {
        return statements.update(
                        "update second_factor set last_step = last_step"
                                + " where person_id = ? and confirmed_at is not null",
                        personId)
                == 1;
    }

    /** Lets the password alone be enough again; false if it is. */
    boolean remove(long personId) {
        statements.update("delete from recovery_code where person_id = ?", personId);
        return statements.update(
                        "delete from second_factor where person_id = ?"
                                + " and confirmed_at is not null",
                        personId)
                == 1;
    }

    /** Puts these in the place of all recovery codes that there were. */
    void replaceCodes(long personId, List<byte[]> hashes, Instant now) {
        LocalDateTime at = InstantConverter.toColumn(now);
        statements.update("delete from recovery_code where person_id = ?", personId);
        Stream<Object[]> rows =
                hashes.stream().map(hash -> new Object[] {ids.next(), personId, hash, at});
        statements.batch(
                "insert into recovery_code (id, person_id, code_hash, created_at)"
                        + " values (?, ?, ?, ?)",
                rows);
    }

    /** Uses up a recovery code; false if there is none that has not been used. */
    boolean takeCode(long personId, byte[] hash, Instant now) {
        return statements.update(
                        "update recovery_code set used_at = ?"
                                + " where person_id = ? and code_hash = ? and used_at is null",
                        InstantConverter.toColumn(now),
                        personId,
                        hash)
                == 1;
    }

    int countCodes(long personId) {
        return (int)
                statements.number(
                        "select count(*) from recovery_code"
                                + " where person_id = ? and used_at is null",
                        personId);
    }

    private static Factor read(ResultSet row) throws SQLException {
        return new Factor(
                new TokenSource(SecondFactors.PURPOSE, row.getBytes(1), row.getString(2)),
                InstantConverter.toMoment(row.getObject(3, LocalDateTime.class)),
                InstantConverter.toMoment(row.getObject(4, LocalDateTime.class)));
    }
}

package beckon.person.control;

import beckon.shared.TokenSource;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Numbers that wait for the code that was sent there; one for each person. */
@ApplicationScoped
public class PhoneCheckRepository {

    private Statements statements;

    protected PhoneCheckRepository() {}

    @Inject
    public PhoneCheckRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** A number and the source of its code. */
    record Check(String phone, TokenSource source) {}

    void replace(long personId, String phone, TokenSource source, Instant expiresAt) {
        remove(personId);
        statements.update(
                "insert into phone_check (person_id, phone, nonce, key_id, tries, expires_at)"
                        + " values (?, ?, ?, ?, 0, ?) on conflict do nothing",
                personId,
                phone,
                source.nonce(),
                source.keyId(),
                InstantConverter.toColumn(expiresAt));
    }

    Optional<Check> find(long personId, Instant now) {
        return statements.find(
                "select phone, nonce, key_id from phone_check"
                        + " where person_id = ? and expires_at > ?",
                row ->
                        new Check(
                                row.getString(1),
                                new TokenSource(
                                        PhoneChecks.PURPOSE, row.getBytes(2), row.getString(3))),
                personId,
                InstantConverter.toColumn(now));
    }

    /** Uses it up; false if it was, or is another by now. */
    boolean take(long personId, TokenSource source) {
        return statements.update(
                        "delete from phone_check where person_id = ? and nonce = ?",
                        personId,
                        source.nonce())
                == 1;
    }

    void remove(long personId) {
        statements.update("delete from phone_check where person_id = ?", personId);
    }

    /** Keeps a number that was proved; null: none any more. False if there was none. */
    boolean keep(long personId, String phone, Instant now) {
        return statements.update(
                        "update person set phone = ?, phone_verified_at = ?,"
                                + " version = version + 1 where id = ?",
                        phone,
                        phone == null ? null : InstantConverter.toColumn(now),
                        personId)
                == 1;
    }

    /** Deletes those that had expired before {@code moment}. */
    public void purge(Instant moment) {
        statements.update(
                "delete from phone_check where expires_at < ?", InstantConverter.toColumn(moment));
    }
}

package beckon.invitation.control;

import beckon.invitation.entity.SuppressibleInvitation;
import beckon.shared.Seal;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The rows that say who is not to be invited by whom. */
@ApplicationScoped
public class SuppressionRepository {
    private static final String INVITATION =
            "select i.account_id, a.name, i.recipient, i.recipient_key, i.language"
                    + " from invitation i join account a on a.id = i.account_id"
                    + " where i.handle = ?";
    private static final String ADD =
            "insert into suppression (account_id, address_seal, key_id, created_at)"
                    + " values (?, ?, ?, ?) on conflict do nothing";
    private static final String WHERE = " where account_id = ? and address_seal in (%s)";

    private Statements statements;

    protected SuppressionRepository() {}

    @Inject
    public SuppressionRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** The invitation with this handle, of whichever account. */
    public Optional<SuppressibleInvitation> findInvitation(UUID handle) {
        return statements.find(
                INVITATION,
                row ->
                        new SuppressibleInvitation(
                                handle,
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)),
                handle);
    }

    /** Whether one of the seals is there. */
    public boolean isAny(long accountId, List<Seal> seals) {
        String sql = "select 1 from suppression" + where(seals);
        return statements.find(sql, row -> true, values(accountId, seals)).isPresent();
    }

    /** Adds a seal; false if somebody else has just done so. */
    public boolean add(long accountId, Seal seal, Instant now) {
        return statements.update(
                        ADD, accountId, seal.value(), seal.keyId(), InstantConverter.toColumn(now))
                == 1;
    }

    /** Takes the seals away; false if none was there. */
    public boolean remove(long accountId, List<Seal> seals) {
        String sql = "delete from suppression" + where(seals);
        return statements.update(sql, values(accountId, seals)) > 0;
    }

    private static String where(List<Seal> seals) {
        return WHERE.formatted(Statements.marks(seals));
    }

    private static Object[] values(long accountId, List<Seal> seals) {
        return Stream.concat(Stream.of(accountId), seals.stream().map(Seal::value)).toArray();
    }
}

package beckon.delivery.control;

import beckon.shared.Seal;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** The seals of numbers that want no texts. */
@ApplicationScoped
public class StopRepository {

    private static final String ADD =
            "insert into text_stop (number_seal, key_id, created_at) values (?, ?, ?)"
                    + " on conflict do nothing";

    private static final String AMONG = " where number_seal = any(?)";

    private Statements statements;

    protected StopRepository() {}

    @Inject
    public StopRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** Those of the seals that are there. */
    public List<String> listKnown(Collection<String> seals) {
        return statements.list(
                "select number_seal from text_stop" + AMONG, row -> row.getString(1), seals);
    }

    /** Adds a seal, if somebody else has not just done so. */
    public void add(Seal seal, Instant now) {
        statements.update(ADD, seal.value(), seal.keyId(), InstantConverter.toColumn(now));
    }

    public void remove(Collection<String> seals) {
        statements.update("delete from text_stop" + AMONG, seals);
    }
}

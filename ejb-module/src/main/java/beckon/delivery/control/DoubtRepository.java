package beckon.delivery.control;

import static beckon.shared.persistence.InstantConverter.toColumn;

import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Texts that may have been taken although no answer came. */
@ApplicationScoped
public class DoubtRepository {

    private static final String ADD =
            "insert into text_doubt (dispatch_id, number, attempt, created_at) values (?, ?, ?, ?)"
                    + " on conflict do nothing";

    private Statements statements;

    protected DoubtRepository() {}

    @Inject
    public DoubtRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** That an attempt may have succeeded. */
    record Doubt(long dispatchId, String number, int attempt) {}

    /** Notes a doubt; false if an earlier attempt is in doubt already. */
    public boolean add(long dispatchId, String number, int attempt, Instant now) {
        return statements.update(ADD, dispatchId, number, attempt, toColumn(now)) == 1
                || statements
                        .find(
                                "select attempt from text_doubt where dispatch_id = ?",
                                row -> row.getInt(1) == attempt,
                                dispatchId)
                        .orElse(false);
    }

    /** The doubts about texts to these numbers, the newest first. */
    List<Doubt> list(Collection<String> numbers) {
        return statements.list(
                "select dispatch_id, number, attempt from text_doubt where number in ("
                        + Statements.marks(numbers)
                        + ") order by dispatch_id desc",
                row -> new Doubt(row.getLong(1), row.getString(2), row.getInt(3)),
                numbers.toArray());
    }

    /** Deletes what is older than a moment. */
    public void purge(Instant before) {
        statements.update("delete from text_doubt where created_at < ?", toColumn(before));
    }
}

package beckon.delivery.control;

import beckon.delivery.control.TextTally.Count;
import beckon.delivery.control.TextTally.Key;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The rows that count texts by account, country and ten minutes. */
@ApplicationScoped
public class TextTallyRepository {

    private static final String OPEN =
            "insert into text_tally (account_id, country, begun_at, settled, failed)"
                    + " values (?, ?, ?, 0, 0) on conflict do nothing";
    private static final String ADD =
            "update text_tally set settled = settled + ?, failed = failed + ?"
                    + " where account_id = ? and country = ? and begun_at = ?";
    private static final String SUM =
            "select coalesce(sum(settled), 0), coalesce(sum(failed), 0) from text_tally"
                    + " where account_id = ? and country = ? and begun_at > ?";

    private static final String SUMS =
            "select country, sum(settled), sum(failed) from text_tally"
                    + " where account_id = ? and begun_at > ? group by country";

    private Statements statements;

    protected TextTallyRepository() {}

    @Inject
    public TextTallyRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** What was counted in slots that began after a moment. */
    public Count sum(Key key, Instant since) {
        return statements
                .find(
                        SUM,
                        row -> new Count(row.getInt(1), row.getInt(2)),
                        key.accountId(),
                        key.country(),
                        InstantConverter.toColumn(since))
                .orElseThrow();
    }

    /** The same of every country to which an account has sent. */
    public Map<String, Count> listSums(long accountId, Instant since) {
        Map<String, Count> sums = new TreeMap<>();
        statements.list(
                SUMS,
                row -> sums.put(row.getString(1), new Count(row.getInt(2), row.getInt(3))),
                accountId,
                InstantConverter.toColumn(since));
        return sums;
    }

    /** Adds to the counts of a slot, in the same order on every node. */
    @Transactional(TxType.REQUIRES_NEW)
    public void add(Map<Key, Count> counts, Instant slot) {
        LocalDateTime begun = InstantConverter.toColumn(slot);
        List<Key> keys =
                counts.keySet().stream()
                        .sorted(Comparator.comparing(Key::accountId).thenComparing(Key::country))
                        .toList();
        statements.batch(
                OPEN,
                keys.stream().map(key -> new Object[] {key.accountId(), key.country(), begun}));
        statements.batch(
                ADD,
                keys.stream()
                        .map(
                                key ->
                                        new Object[] {
                                            counts.get(key).settled(),
                                            counts.get(key).failed(),
                                            key.accountId(),
                                            key.country(),
                                            begun
                                        }));
    }

    /** Deletes slots that began before a moment. */
    public void purge(Instant before) {
        statements.update(
                "delete from text_tally where begun_at < ?", InstantConverter.toColumn(before));
    }
}

package beckon.account.control;

import beckon.account.entity.EndingStay;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import javax.sql.DataSource;

/** Stays that are about to end, of which somebody is to be reminded once. */
@ApplicationScoped
public class StayRepository {

    private static final String ENDING =
            "select m.id, m.account_id, a.name, g.first_name, g.last_name, g.email, g.language,"
                    + " p.email, p.language, m.ends_at from membership m"
                    + " join account a on a.id = m.account_id"
                    + " join person g on g.id = m.person_id"
                    + " join membership s on s.id = coalesce("
                    + "(select o.id from membership o where o.id = m.sponsor_id"
                    + " and o.deactivated_at is null),"
                    + " (select min(o.id) from membership o where o.account_id = m.account_id"
                    + " and o.kind = 'ADMIN' and o.deactivated_at is null))"
                    + " join person p on p.id = s.person_id"
                    + " where m.ends_at > ? and m.ends_at <= ? and m.reminded_at is null"
                    + " and m.deactivated_at is null and a.closed_at is null"
                    + " order by m.ends_at limit ?";

    private static final String MARK =
            "update membership set reminded_at = ? where id = ? and reminded_at is null"
                    + " and ends_at = ? and deactivated_at is null";

    private Statements statements;

    protected StayRepository() {}

    @Inject
    public StayRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** Stays that end by then, and of which nobody was reminded, the earliest first. */
    public List<EndingStay> listEnding(Instant now, Instant by, int most) {
        return statements.list(
                ENDING,
                StayRepository::read,
                InstantConverter.toColumn(now),
                InstantConverter.toColumn(by),
                most);
    }

    /** Notes that it is told; of several nodes one is told true, if the end is still that. */
    public boolean markReminded(EndingStay stay, Instant now) {
        return statements.update(
                        MARK,
                        InstantConverter.toColumn(now),
                        stay.id(),
                        InstantConverter.toColumn(stay.endsAt()))
                == 1;
    }

    private static EndingStay read(ResultSet row) throws SQLException {
        return new EndingStay(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4) + " " + row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                InstantConverter.toMoment(row.getObject(10, LocalDateTime.class)));
    }
}

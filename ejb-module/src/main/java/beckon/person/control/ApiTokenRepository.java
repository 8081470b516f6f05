package beckon.person.control;

import beckon.person.entity.ApiTokenRow;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The keys to the API that their owners see. */
@ApplicationScoped
public class ApiTokenRepository {

    /** More of one membership's keys than these are not listed. */
    private static final int LISTED = 100;

    private static final String LIVE =
            " person_id = ? and (membership_id = ? or membership_id is null)"
                    + " and revoked_at is null and expires_at > ?";

    private Statements statements;

    protected ApiTokenRepository() {}

    @Inject
    public ApiTokenRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** The keys that act for this membership, or for whichever is the oldest; the newest first. */
    public List<ApiTokenRow> listLive(long personId, long membershipId, Instant now) {
        return statements.list(
                "select handle, name, created_at, expires_at, last_used_at from api_token where"
                        + LIVE
                        + " order by created_at desc, id desc limit "
                        + LISTED,
                ApiTokenRepository::read,
                personId,
                membershipId,
                InstantConverter.toColumn(now));
    }

    /** Revokes one of them; false if there is none. */
    public boolean revoke(long personId, long membershipId, UUID handle, Instant now) {
        return statements.update(
                        "update api_token set revoked_at = ? where handle = ? and" + LIVE,
                        InstantConverter.toColumn(now),
                        handle,
                        personId,
                        membershipId,
                        InstantConverter.toColumn(now))
                == 1;
    }

    private static ApiTokenRow read(ResultSet row) throws SQLException {
        return new ApiTokenRow(
                row.getObject(1, UUID.class),
                row.getString(2),
                InstantConverter.toMoment(row.getObject(3, LocalDateTime.class)),
                InstantConverter.toMoment(row.getObject(4, LocalDateTime.class)),
                InstantConverter.toMoment(row.getObject(5, LocalDateTime.class)));
    }
}

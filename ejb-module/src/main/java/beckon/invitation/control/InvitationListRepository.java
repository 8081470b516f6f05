package beckon.invitation.control;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.delivery.entity.Channel;
import beckon.invitation.entity.InvitationQuery;
import beckon.invitation.entity.InvitationRow;
import beckon.invitation.entity.InvitationState;
import beckon.shared.Page;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Invitations as rows of a list: the caller's own, or everybody's for an admin. */
@ApplicationScoped
public class InvitationListRepository {

    private static final Pattern NUMBER = Pattern.compile("[+\\d\\s()./\\u2010-\\u2015-]+");
    private static final int SHORTEST_NUMBER = 3;

    private static final String ROWS =
            "select i.handle, i.recipient, i.channel, i.kind, p.first_name, p.last_name, i.state,"
                    + " i.created_at, i.expires_at"
                    + " from invitation i"
                    + " join membership m on m.id = i.inviter_id"
                    + " join person p on p.id = m.person_id where ";

    /** Ids first, from the index alone: the last page costs little more than the first. */
    private static final String PAGE =
            ROWS
                    + "i.id in (select j.id from invitation j where %s"
                    + " order by j.created_at desc, j.id desc limit ? offset ?)"
                    + " order by i.created_at desc, i.id desc";

    /** Of a million it would be the slowest of all that the page asks. */
    private static final String COUNT =
            "select count(*) from (select 1 from invitation j where %s limit %d) t";

    private static final String ONE = ROWS + "i.handle = ? and i.account_id = ?";

    private static final String OPEN_TO =
            ROWS
                    + "i.account_id = ? and i.inviter_id = ? and i.open_key in (%s)"
                    + " order by i.created_at desc, i.id desc";

    private Statements statements;
    private int most;

    protected InvitationListRepository() {}

    @Inject
    public InvitationListRepository(DataSource dataSource) {
        this(dataSource, InvitationQuery.MOST_COUNTED);
    }

    InvitationListRepository(DataSource dataSource, int most) {
        this.statements = new Statements(dataSource);
        this.most = most;
    }

    /**
     * One page, the newest first, without the messages; the total of a list that is too long to be
     * counted is larger than the most counted, and than what stands up to this page.
     */
    public Page<InvitationRow> list(Caller caller, InvitationQuery query, Instant now) {
        List<Object> values = new ArrayList<>();
        String condition = condition(caller, query, now, values);
        int size = Math.max(1, Math.min(query.size(), Page.MAX_SIZE));
        int number = Math.max(0, query.page());
        long counted = statements.number(COUNT.formatted(condition, most + 1), values.toArray());
        long before = (long) number * size;
        values.add(size + 1);
        values.add(before);
        List<InvitationRow> rows = rows(PAGE.formatted(condition), values, now);
        long total = counted > most ? Math.max(counted, before + rows.size()) : counted;
        return new Page<>(rows.subList(0, Math.min(size, rows.size())), total, number, size);
    }

    /** One invitation, if the caller may see it. */
    public Optional<InvitationRow> find(Caller caller, UUID handle, Instant now) {
        String sql = caller.isAdmin() ? ONE : ONE + " and i.inviter_id = ?";
        List<Object> values = new ArrayList<>(List.of(handle, caller.accountId()));
        if (!caller.isAdmin()) {
            values.add(caller.membershipId());
        }
        return rows(sql, values, now).stream().findFirst();
    }

    /** The caller's own invitations to these keys that are still open, the newest first. */
    public List<InvitationRow> listOpenTo(Caller caller, List<String> keys, Instant now) {
        List<Object> values = new ArrayList<>(List.of(caller.accountId(), caller.membershipId()));
        keys.forEach(key -> values.add(OpenKeys.of(caller, key)));
        return rows(OPEN_TO.formatted(Statements.marks(keys)), values, now);
    }

    private static String condition(
            Caller caller, InvitationQuery query, Instant now, List<Object> values) {
        // one or the other: what an index does not hold is looked up in every row before the page
        boolean everybodys = query.everybodys() && caller.isAdmin();
        var condition = new StringBuilder(everybodys ? "j.account_id = ?" : "j.inviter_id = ?");
        values.add(everybodys ? caller.accountId() : caller.membershipId());
        if (query.state() != null) {
            addState(condition, query.state(), now, values);
        }
        if (query.text() != null && !query.text().isBlank()) {
            condition.append(" and lower(j.recipient) like ? escape '!'");
            values.add("%" + escaped(sought(query.text().strip())) + "%");
        }
        return condition.toString();
    }

    /** A number is found by its digits, nationally written or not. */
    private static String sought(String text) {
        String digits = text.replaceAll("\\D", "").replaceFirst("^0+", "");
        return NUMBER.matcher(text).matches() && digits.length() >= SHORTEST_NUMBER
                ? digits
                : text.toLowerCase(Locale.ROOT);
    }

    private static void addState(
            StringBuilder condition, InvitationState state, Instant now, List<Object> values) {
        switch (state) {
            case PENDING, WAITING -> {
                condition.append(" and j.state = '" + state.name() + "' and j.expires_at > ?");
                values.add(InstantConverter.toColumn(now));
            }
            case EXPIRED -> {
                condition.append(
                        " and j.state in ('PENDING', 'WAITING', 'EXPIRED') and j.expires_at <= ?");
                values.add(InstantConverter.toColumn(now));
            }
            default -> {
                condition.append(" and j.state = ?");
                values.add(state.name());
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private List<InvitationRow> rows(String sql, List<Object> values, Instant now) {
        return statements.list(sql, row -> row(row, now), values.toArray());
    }

    private static InvitationRow row(ResultSet rows, Instant now) throws SQLException {
        InvitationState state = InvitationState.valueOf(rows.getString(7));
        Instant expiresAt = InstantConverter.toMoment(rows.getObject(9, LocalDateTime.class));
        boolean expired =
                (state.isOpen() || state == InvitationState.WAITING) && !now.isBefore(expiresAt);
        return new InvitationRow(
                rows.getObject(1, UUID.class),
                rows.getString(2),
                Channel.valueOf(rows.getString(3)),
                MemberKind.valueOf(rows.getString(4)),
                rows.getString(5) + " " + rows.getString(6),
                expired ? InvitationState.EXPIRED : state,
                InstantConverter.toMoment(rows.getObject(8, LocalDateTime.class)),
                expiresAt,
                null);
    }
}

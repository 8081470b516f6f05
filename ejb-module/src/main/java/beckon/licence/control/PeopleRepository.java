package beckon.licence.control;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.licence.entity.PeopleCounts;
import beckon.licence.entity.PeopleOrder;
import beckon.licence.entity.PeopleQuery;
import beckon.licence.entity.PersonRow;
import beckon.shared.FoldedText;
import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the people of one account; ids first, along an index, then the rows of the page. */
@ApplicationScoped
public class PeopleRepository {

    private static final String COLUMNS =
            "select m.handle, p.first_name, p.last_name, p.email, m.kind, m.joined_at,"
                    + " m.deactivated_at, m.ends_at, q.first_name, q.last_name, q.email,"
                    + " m.licensed_at, m.id,"
                    + " case when m.deactivated_at is null then p.photo end from %s"
                    + " join person p on p.id = m.person_id"
                    + " left join membership s on s.id = m.sponsor_id"
                    + " left join person q on q.id = s.person_id";

    /** Counting 100,000 for every page takes too long: what comes and goes is counted. */
    private static final String COUNT =
            "select kind, entries from contact_count where account_id = ?"
                    + " union all select 'LICENSED', assigned from licence_pool"
                    + " where account_id = ?";

    private static final String COUNT_DEACTIVATED =
            "select count(*) from membership m where m.account_id = ? and m.deactivated_at > ?";

    /** Before anybody was put out: so asked, the index knows who was. */
    private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);

    private Statements statements;

    protected PeopleRepository() {}

    @Inject
    public PeopleRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** How many there are, in two statements. */
    public PeopleCounts count(long accountId) {
        Map<String, Long> counts = new HashMap<>();
        statements.list(
                COUNT, row -> counts.put(row.getString(1), row.getLong(2)), accountId, accountId);
        return new PeopleCounts(
                counts.getOrDefault("ADMIN", 0L),
                counts.getOrDefault("COWORKER", 0L),
                counts.getOrDefault("GUEST", 0L),
                statements.number(COUNT_DEACTIVATED, accountId, EVER),
                counts.getOrDefault("LICENSED", 0L));
    }

    /** How many the query finds on all pages. */
    public long count(Caller caller, PeopleQuery query, List<Long> among) {
        if (query.isCounted()) {
            PeopleCounts counts = count(caller.accountId());
            return query.licensed() == null
                    ? counts.active(query.kind())
                    : query.licensed() ? counts.licensed() : counts.waiting();
        }
        Part part = part(caller, query, among);
        return statements.number(
                "select count(*) from membership m where " + part.condition(),
                part.values().toArray());
    }

    /**
     * One page.
     *
     * @param among the only ones that are looked for; null: all
     */
    public List<PersonRow> list(Caller caller, PeopleQuery query, List<Long> among) {
        Part part = part(caller, query, among);
        List<Object> values = new ArrayList<>(part.values());
        values.add(query.size());
        values.add(query.offset());
        // the page's ids come from the index alone; joined to them, H2 would go the other way round
        List<Long> ids =
                statements.list(
                        "select m.id from membership m where "
                                + part.condition()
                                + " order by "
                                + order(query)
                                + " limit ? offset ?",
                        row -> row.getLong(1),
                        values.toArray());
        if (ids.isEmpty()) {
            return List.of();
        }
        String marks = Statements.marks(ids);
        return rows(caller, query, new Part("m.id in (" + marks + ")", List.copyOf(ids)));
    }

    /** All pages in one. */
    public List<PersonRow> listAll(Caller caller, PeopleQuery query, List<Long> among) {
        return rows(caller, query, part(caller, query, among));
    }

    private List<PersonRow> rows(Caller caller, PeopleQuery query, Part part) {
        return statements.list(
                COLUMNS.formatted("membership m")
                        + " where "
                        + part.condition()
                        + " order by "
                        + order(query),
                row -> read(row, caller),
                part.values().toArray());
    }

    /** The members of whom these are entries in the address book. */
    public List<Long> listMembers(List<Long> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        String marks = Statements.marks(entries);
        return statements.list(
                "select membership_id from contact where membership_id is not null and id in ("
                        + marks
                        + ")",
                row -> row.getLong(1),
                entries.toArray());
    }

    /** One member of the account. */
    public Optional<PersonRow> find(Caller caller, UUID handle) {
        return statements.find(
                COLUMNS.formatted("membership m") + " where m.handle = ? and m.account_id = ?",
                row -> read(row, caller),
                handle,
                caller.accountId());
    }

    private record Part(String condition, List<Object> values) {}

    private static Part part(Caller caller, PeopleQuery query, List<Long> among) {
        StringBuilder condition = new StringBuilder("m.account_id = ?");
        List<Object> values = new ArrayList<>(List.of(caller.accountId()));
        if (query.kind() != null) {
            condition.append(" and m.kind = ?");
            values.add(query.kind().name());
        }
        if (query.isActive()) {
            condition.append(" and m.deactivated_at is null");
        } else {
            condition.append(" and m.deactivated_at > ?");
            values.add(EVER);
            deactivatedNamed(query.text(), condition, values);
        }
        if (query.licensed() != null) {
            condition.append(
                    query.licensed()
                            ? " and m.licensed_at is not null"
                            : " and m.licensed_at is null and m.kind <> 'GUEST'");
        }
        if (among != null) {
            String marks = Statements.marks(among);
            condition.append(" and m.id in (").append(marks.isEmpty() ? "null" : marks).append(")");
            values.addAll(among);
        }
        return new Part(condition.toString(), values);
    }

    /** Who was put out stands in no address book, and is looked for by parts of the name. */
    private static void deactivatedNamed(
            String text, StringBuilder condition, List<Object> values) {
        for (String word : FoldedText.of(text).strip().split("\\s+")) {
            if (!word.isEmpty()) {
                String part = "%" + word.replaceAll("[!%_]", "!$0") + "%";
                condition.append(
                        " and (m.sort_key like ? escape '!' or exists (select 1 from person e"
                                + " where e.id = m.person_id and e.email_key like ? escape '!'))");
                values.add(part);
                values.add(part);
            }
        }
    }

    /** Begins with what is the same in all rows: both databases go along an index only then. */
    private static String order(PeopleQuery query) {
        boolean byName = query.order() == PeopleOrder.NAME;
        if (!query.isActive()) {
            return byName ? "m.sort_key, m.id" : "m.deactivated_at desc, m.id desc";
        }
        if (!byName) {
            return "m.account_id desc, m.deactivated_at desc, m.joined_at desc, m.id desc";
        }
        return query.kind() == null
                ? "m.account_id, m.deactivated_at, m.sort_key, m.id"
                : "m.account_id, m.kind, m.deactivated_at, m.sort_key, m.id";
    }

    private static PersonRow read(ResultSet row, Caller caller) throws SQLException {
        String sponsor = row.getString(9);
        return new PersonRow(
                row.getObject(1, UUID.class),
                row.getString(2) + " " + row.getString(3),
                row.getString(4),
                MemberKind.valueOf(row.getString(5)),
                moment(row, 6),
                moment(row, 7),
                moment(row, 8),
                sponsor == null ? null : sponsor + " " + row.getString(10),
                row.getString(11),
                row.getObject(12) != null,
                row.getObject(14, UUID.class),
                row.getLong(13) == caller.membershipId());
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return InstantConverter.toMoment(row.getObject(column, LocalDateTime.class));
    }
}

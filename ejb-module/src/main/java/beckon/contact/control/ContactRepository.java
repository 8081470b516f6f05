package beckon.contact.control;

import beckon.account.entity.Caller;
import beckon.contact.entity.ContactBadge;
import beckon.contact.entity.ContactCounts;
import beckon.contact.entity.ContactGroup;
import beckon.contact.entity.ContactKind;
import beckon.contact.entity.ContactNumber;
import beckon.contact.entity.ContactQuery;
import beckon.contact.entity.ContactRow;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the address book as one caller sees it. */
@ApplicationScoped
public class ContactRepository {

    private static final String COLUMNS =
            "c.handle, c.display_name, c.kind, c.activated, c.company, c.email, c.phone,"
                    + " f.photo";

    /** Along their keys, for the rows of one page only. */
    private static final String FACES =
            " left join membership m on m.id = c.membership_id"
                    + " left join person f on f.id = m.person_id";

    private static final String COUNT =
            "select c.kind, count(*) from contact c where %s group by c.kind";

    private static final String NUMBERS =
            "select c.display_name, c.phone, c.sort_key, c.id, 0 as position from contact c"
                    + " where c.phone is not null and %s"
                    + " union all"
                    + " select c.display_name, p.phone, c.sort_key, c.id, p.position"
                    + " from contact c join contact_phone p on p.contact_id = c.id where %s"
                    + " order by 3, 4, 5";

    private Statements statements;

    protected ContactRepository() {}

    @Inject
    public ContactRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** One page of a list, in the order of names. */
    public List<ContactRow> list(Caller caller, ContactQuery query) {
        Sight sight = sight(caller, query);
        // the page's ids come from the index alone; only its own rows are then looked up
        String order = order(caller, query);
        String sql =
                "select %s from (select c.id from contact c where %s order by %s limit ? offset ?) p"
                        + " join contact c on c.id = p.id"
                        + FACES
                        + " order by c.sort_key, c.id";
        List<Object> parameters = new ArrayList<>(sight.parameters());
        parameters.add(query.size());
        parameters.add(query.offset());
        return query(sql.formatted(COLUMNS, sight.condition(), order), parameters);
    }

    /** How long the list is. */
    public long count(Caller caller, ContactQuery query) {
        if (query.badge() == ContactBadge.NOT_ACTIVATED) {
            Sight sight = sight(caller, query);
            return statements.number(
                    "select count(*) from contact c where " + sight.condition(),
                    sight.parameters().toArray());
        }
        Map<ContactKind, Long> kinds = kinds(caller);
        if (query.badge() != null) {
            ContactKind kind = ContactKind.valueOf(query.badge().name());
            return holds(query.group(), kind) ? kinds.getOrDefault(kind, 0L) : 0;
        }
        ContactCounts counts = counts(kinds);
        return switch (query.group()) {
            case ALL -> counts.all();
            case COMPANY -> counts.company();
            case GUESTS -> counts.guests();
            case PERSONAL -> counts.personal();
        };
    }

    /** How long each list is. */
    public ContactCounts count(Caller caller) {
        return counts(kinds(caller));
    }

    private static boolean holds(ContactGroup group, ContactKind kind) {
        return switch (group) {
            case ALL -> true;
            case COMPANY -> kind == ContactKind.ADMIN || kind == ContactKind.COWORKER;
            case GUESTS -> kind == ContactKind.GUEST;
            case PERSONAL -> kind == ContactKind.PERSONAL;
        };
    }

    private Map<ContactKind, Long> kinds(Caller caller) {
        Sight own = Sight.ownOf(caller);
        List<Object> parameters = new ArrayList<>(own.parameters());
        String sql = COUNT.formatted(own.condition());
        if (caller.isGuest()) {
            Sight introduced = Sight.introducedTo(caller);
            sql += " union all " + COUNT.formatted(introduced.condition());
            parameters.addAll(introduced.parameters());
        } else {
            sql += " union all select kind, entries from contact_count where account_id = ?";
            parameters.add(caller.accountId());
        }
        Map<ContactKind, Long> counts = new EnumMap<>(ContactKind.class);
        statements
                .list(sql, ContactRepository::number, parameters.toArray())
                .forEach(number -> counts.merge(number.getKey(), number.getValue(), Long::sum));
        return counts;
    }

    private static ContactCounts counts(Map<ContactKind, Long> counts) {
        long company =
                counts.getOrDefault(ContactKind.ADMIN, 0L)
                        + counts.getOrDefault(ContactKind.COWORKER, 0L);
        long guests = counts.getOrDefault(ContactKind.GUEST, 0L);
        long personal = counts.getOrDefault(ContactKind.PERSONAL, 0L);
        return new ContactCounts(company + guests + personal, company, guests, personal);
    }

    /** One contact, if the caller may see it. */
    public Optional<ContactRow> find(Caller caller, UUID handle) {
        Sight sight = Sight.of(caller).and(" and c.handle = ?", handle);
        String sql =
                "select " + COLUMNS + " from contact c" + FACES + " where " + sight.condition();
        return query(sql, sight.parameters()).stream().findFirst();
    }

    /** The contacts of these ids that the caller may see, in the order of names. */
    public List<ContactRow> listByIds(Caller caller, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String marks = Statements.marks(ids);
        Sight sight = Sight.of(caller).and(" and c.id in (" + marks + ")", ids.toArray());
        String sql =
                "select "
                        + COLUMNS
                        + " from contact c"
                        + FACES
                        + " where "
                        + sight.condition()
                        + " order by c.sort_key, c.id";
        return query(sql, sight.parameters());
    }

    /** All numbers of these contacts as far as the caller may see them, in the order of names. */
    public List<ContactNumber> listNumbers(Caller caller, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String marks = Statements.marks(ids);
        Sight sight = Sight.of(caller).and(" and c.id in (" + marks + ")", ids.toArray());
        List<Object> parameters = new ArrayList<>(sight.parameters());
        parameters.addAll(sight.parameters());
        return statements.list(
                NUMBERS.formatted(sight.condition(), sight.condition()),
                row -> new ContactNumber(row.getString(1), row.getString(2)),
                parameters.toArray());
    }

    private static Sight sight(Caller caller, ContactQuery query) {
        Sight all = query.group() == ContactGroup.PERSONAL ? Sight.ownOf(caller) : Sight.of(caller);
        return all.within(query.group()).with(caller, query.badge());
    }

    /** Begins with what is the same in all rows: H2 goes along an index only then. */
    private static String order(Caller caller, ContactQuery query) {
        if (caller.isGuest() || query.badge() == ContactBadge.NOT_ACTIVATED) {
            return "c.sort_key, c.id";
        }
        if (query.badge() != null) {
            return "c.account_id, c.kind, c.sort_key, c.id";
        }
        return switch (query.group()) {
            case ALL, COMPANY -> "c.account_id, c.sort_key, c.id";
            case GUESTS -> "c.account_id, c.kind, c.sort_key, c.id";
            case PERSONAL -> "c.owner_id, c.sort_key, c.id";
        };
    }

    private static Map.Entry<ContactKind, Long> number(ResultSet row) throws SQLException {
        return Map.entry(ContactKind.valueOf(row.getString(1)), row.getLong(2));
    }

    private List<ContactRow> query(String sql, List<Object> parameters) {
        return statements.list(
                sql,
                row ->
                        new ContactRow(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                ContactKind.valueOf(row.getString(3)),
                                row.getBoolean(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getObject(8, UUID.class)),
                parameters.toArray());
    }
}

package beckon.invitation;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.account.entity.WhoMayInvite;
import beckon.shared.persistence.IdRepository;
import beckon.shared.persistence.TestDatabase;
import beckon.testing.TestContainer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An account of its own for a test, with a verified domain and a member of each kind. */
public final class Company {
    private final TestDatabase database;
    private final IdRepository ids;
    private final long accountId;
    private final String name;
    private final Caller admin;
    private final Caller coworker;
    private final Caller guest;

    public Company(TestDatabase database, TestContainer container) {
        this.database = database;
        ids = container.get(IdRepository.class);
        accountId = ids.next();
        name = "Company " + accountId;
        execute(
                "insert into account (id, handle, name, language, created_at, version)"
                        + " values (?, ?, ?, 'en', ?, 0)",
                accountId,
                UUID.randomUUID(),
                name,
                moment());
        execute(
                "insert into invitation_policy (account_id, who_may_invite, guests_may_invite,"
                        + " expiry_hours, version) values (?, 'EVERYONE', true, 168, 0)",
                accountId);
        verify(domain(), false);
        admin = join(MemberKind.ADMIN, "ada@" + domain());
        coworker = join(MemberKind.COWORKER, "ben@" + domain());
        guest = join(MemberKind.GUEST, "gina@guest" + accountId + ".example");
    }

    /** Makes a person with a membership here. */
    public Caller join(MemberKind kind, String email) {
        return join(kind, addPerson(email));
    }

    /** Gives a person a membership here. */
    public Caller join(MemberKind kind, long person) {
        long membership = ids.next();
        execute(
                "insert into membership (id, handle, account_id, person_id, kind, joined_at,"
                        + " version) values (?, ?, ?, ?, ?, ?, 0)",
                membership,
                UUID.randomUUID(),
                accountId,
                person,
                kind.name(),
                moment());
        return new Caller(accountId, membership, person, kind);
    }

    /** Makes a person who is a member of nothing. */
    public long addPerson(String email) {
        long person = ids.next();
        execute(
                "insert into person (id, handle, email, email_key, first_name, last_name, language,"
                        + " theme, created_at, version) values (?, ?, ?, ?, ?, 'Doe', 'en',"
                        + " 'SYSTEM', ?, 0)",
                person,
                UUID.randomUUID(),
                email,
                email,
                email.substring(0, email.indexOf('@')),
                moment());
        return person;
    }

    public void verify(String domain, boolean subDomains) {
        execute(
                "insert into verified_domain (id, handle, account_id, domain, sub_domains,"
                        + " verified_at) values (?, ?, ?, ?, ?, ?)",
                ids.next(),
                UUID.randomUUID(),
                accountId,
                domain,
                subDomains,
                moment());
    }

    public void setPolicy(WhoMayInvite who, boolean guests, int expiryHours) {
        execute(
                "update invitation_policy set who_may_invite = ?, guests_may_invite = ?,"
                        + " expiry_hours = ? where account_id = ?",
                who.name(),
                guests,
                expiryHours,
                accountId);
    }

    public void deactivate(Caller member) {
        execute(
                "update membership set deactivated_at = ? where id = ?",
                moment(),
                member.membershipId());
    }

    public void close() {
        execute("update account set closed_at = ? where id = ?", moment(), accountId);
    }

    public void execute(String sql, Object... values) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of a query's rows. */
    public List<Object> query(String sql, Object... values) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            List<Object> first = new ArrayList<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                first.add(rows.getObject(1));
            }
            return first;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static LocalDateTime moment() {
        return LocalDateTime.of(2026, 1, 1, 0, 0);
    }

    public long accountId() {
        return accountId;
    }

    public String name() {
        return name;
    }

    public String domain() {
        return "c" + accountId + ".example";
    }

    public Caller admin() {
        return admin;
    }

    public Caller coworker() {
        return coworker;
    }

    public Caller guest() {
        return guest;
    }
}

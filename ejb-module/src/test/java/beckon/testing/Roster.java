package beckon.testing;

import beckon.account.boundary.MemberService;
import beckon.account.entity.AccountReason;
import beckon.account.entity.Caller;
import beckon.account.entity.Deactivation;
import beckon.account.entity.MemberKind;
import beckon.shared.Reason;
import beckon.shared.RefusalException;
import beckon.shared.persistence.Statements;
import beckon.shared.persistence.TestDatabase;
import java.util.List;
import java.util.UUID;

/** A company as its admins keep it in order, for tests. */
public final class Roster {

    private final TestDatabase database;
    private final TestContainer container;

    public Roster(TestDatabase database, TestContainer container) {
        this.database = database;
        this.container = container;
    }

    public void callAs(Caller caller) {
        container.callAs(caller.principalName());
    }

    public void deactivate(Caller member) {
        deactivate(member, null);
    }

    public void deactivate(Caller member, String successor) {
        UUID handle = handleOf(member);
        run(() -> members().deactivate(new Deactivation(handle, successor)));
    }

    public void reactivate(Caller member) {
        UUID handle = handleOf(member);
        run(() -> members().reactivate(handle));
    }

    public void make(Caller member, MemberKind kind) {
        UUID handle = handleOf(member);
        run(() -> members().changeKind(handle, kind));
    }

    public MemberService members() {
        return container.get(MemberService.class);
    }

    /** Runs a command in a transaction of its own. */
    public void run(Runnable command) {
        database.inTransaction(command);
    }

    /** Why a command is refused; null if it is not. */
    public Reason refusal(Runnable command) {
        try {
            command.run();
            return null;
        } catch (RefusalException refusal) {
            return refusal.reason();
        }
    }

    /** Whether it succeeds; false if it is refused because of the last admin, and nothing else. */
    public boolean succeedsUnlessLast(Runnable command) {
        Reason reason = refusal(command);
        if (reason != null && reason != AccountReason.LAST_ADMIN) {
            throw new IllegalStateException(reason.messageKey());
        }
        return reason == null;
    }

    public UUID handleOf(Caller member) {
        return list("select handle from membership where id = ?", UUID.class, member.membershipId())
                .get(0);
    }

    public String emailOf(Caller member) {
        return list("select email from person where id = ?", String.class, member.personId())
                .get(0);
    }

    /** The first column of what a query finds. */
    public <T> List<T> list(String sql, Class<T> type, Object... values) {
        return new Statements(database.dataSource())
                .list(sql, row -> row.getObject(1, type), values);
    }

    public int update(String sql, Object... values) {
        return new Statements(database.dataSource()).update(sql, values);
    }
}

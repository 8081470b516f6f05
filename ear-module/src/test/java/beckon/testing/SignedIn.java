package beckon.testing;

import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import java.util.Set;
import java.util.concurrent.Callable;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.authz.RoleMapper;
import org.wildfly.security.authz.Roles;

/** Calls boundaries as a member, the way the authentication mechanism lets a request in. */
public final class SignedIn {
    private SignedIn() {}

    /** The member of the demo company who signs in with that address. */
    public static Caller member(String email) {
        var row =
                Database.rows(
                                "select m.account_id, m.id, m.person_id, m.kind from membership m"
                                        + " join person p on p.id = m.person_id"
                                        + " where p.email_key = ? order by m.id",
                                email)
                        .get(0);
        return new Caller(
                Long.parseLong(row.get(0)),
                Long.parseLong(row.get(1)),
                Long.parseLong(row.get(2)),
                MemberKind.valueOf(row.get(3)));
    }

    public static Caller anna() {
        return member("anna@acme.example");
    }

    public static Caller ben() {
        return member("ben@acme.example");
    }

    public static Caller gina() {
        return member("gina@guest.example");
    }

    /** Does something as a member. */
    public static <T> T as(Caller caller, Callable<T> action) {
        return as(caller.principalName(), caller.kind().name(), action);
    }

    /** Does something that answers nothing as a member. */
    public static void run(Caller caller, Runnable action) {
        as(
                caller,
                () -> {
                    action.run();
                    return null;
                });
    }

    /** Does something under a name with one role. */
    public static <T> T as(String name, String role, Callable<T> action) {
        SecurityIdentity identity =
                SecurityDomain.getCurrent()
                        .createAdHocIdentity(new NamePrincipal(name))
                        .withDefaultRoleMapper(RoleMapper.constant(Roles.fromSet(Set.of(role))));
        try {
            return identity.runAs(action);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

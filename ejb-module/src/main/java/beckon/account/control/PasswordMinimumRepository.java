package beckon.account.control;

import beckon.account.entity.SignInRules;
import beckon.person.entity.PasswordDemand;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** How long the passwords of an account's members are, by its policy. */
@ApplicationScoped
public class PasswordMinimumRepository implements PasswordDemand {

    private Statements statements;

    protected PasswordMinimumRepository() {}

    @Inject
    public PasswordMinimumRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    @Override
    public int minimumFor(long personId) {
        return (int)
                statements.number(
                        "select coalesce(max(r.password_minimum), ?) from membership m"
                                + " join account a on a.id = m.account_id"
                                + " join invitation_policy r on r.account_id = a.id"
                                + " where m.person_id = ? and m.deactivated_at is null"
                                + " and a.closed_at is null",
                        SignInRules.LEAST,
                        personId);
    }
}

package beckon.account.control;

import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** Which admins still have to set up the second step that their account's policy wants of them. */
@ApplicationScoped
public class SecondStepDutyRepository {

    /**
     * Whether the account of the membership {@code m} wants a second step that its person lacks.
     */
    static final String IS_DUE =
            "(m.kind = 'ADMIN' and exists (select 1 from invitation_policy d"
                    + " where d.account_id = m.account_id and d.admins_need_totp)"
                    + " and not exists (select 1 from second_factor f"
                    + " where f.person_id = m.person_id and f.confirmed_at is not null))";

    private Statements statements;

    protected SecondStepDutyRepository() {}

    @Inject
    public SecondStepDutyRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** Whether an admin of the account, this person, has none although it is wanted. */
    public boolean isDue(long accountId, long personId) {
        return statements.number(
                        "select count(*) from membership m"
                                + " where m.account_id = ? and m.person_id = ? and "
                                + IS_DUE,
                        accountId,
                        personId)
                > 0;
    }
}

package beckon.account.control;

import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** Which admins still have to set up the second step that their account's policy wants of them. */
@ApplicationScoped
public class SecondStepDutyRepository {

    private Statements statements;

    protected SecondStepDutyRepository() {}

    @Inject
    public SecondStepDutyRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** Whether an admin of the account, this person, has none although it is wanted. */
    public boolean isDue(long accountId, long personId) {
        return statements.number(
                        "select count(*) from invitation_policy p"
                                + " where p.account_id = ? and p.admins_need_totp"
                                + " and not exists (select 1 from second_factor f"
                                + " where f.person_id = ? and f.confirmed_at is not null)",
                        accountId,
                        personId)
                > 0;
    }
}

package beckon.account.control;

import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** What members are sorted by. */
@ApplicationScoped
public class MemberNameRepository {

    private Statements statements;

    protected MemberNameRepository() {}

    @Inject
    public MemberNameRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** Sorts all memberships of a person by this from now on. */
    void sortBy(long personId, String sortKey) {
        statements.update(
                "update membership set sort_key = ? where person_id = ?", sortKey, personId);
    }
}

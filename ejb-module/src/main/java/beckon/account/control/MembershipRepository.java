package beckon.account.control;

import beckon.account.entity.AccountReason;
import beckon.account.entity.Caller;
import beckon.account.entity.MemberKind;
import beckon.account.entity.Membership;
import beckon.account.entity.MembershipRow;
import beckon.shared.RefusalException;
import beckon.shared.persistence.Statements;
import beckon.shared.persistence.UniqueViolation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Who belongs where. */
@ApplicationScoped
public class MembershipRepository {

    private static final String LIST =
            "select m.handle, a.name, m.kind, m.id from membership m"
                    + " join account a on a.id = m.account_id"
                    + " where m.person_id = ? and m.deactivated_at is null and a.closed_at is null"
                    + " order by a.name, m.id";

    private EntityManager entityManager;
    private Statements statements;

    protected MembershipRepository() {}

    @Inject
    public MembershipRepository(EntityManager entityManager, DataSource dataSource) {
        this.entityManager = entityManager;
        this.statements = new Statements(dataSource);
    }

    public Optional<Membership> find(long accountId, long personId) {
        return entityManager
                .createNamedQuery("Membership.find", Membership.class)
                .setParameter("accountId", accountId)
                .setParameter("personId", personId)
                .getResultStream()
                .findFirst();
    }

    /**
     * @throws RefusalException ALREADY_MEMBER, decided by the unique index
     */
    public void add(Membership membership) {
        entityManager.persist(membership);
        try {
            entityManager.flush();
        } catch (PersistenceException e) {
            if (UniqueViolation.isCauseOf(e)) {
                throw new RefusalException(AccountReason.ALREADY_MEMBER);
            }
            throw e;
        }
    }

    /** The places that the caller's person has, in this account and others. */
    public List<MembershipRow> list(Caller caller) {
        return statements.list(
                LIST,
                row ->
                        new MembershipRow(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                MemberKind.valueOf(row.getString(3)),
                                row.getLong(4) == caller.membershipId()),
                caller.personId());
    }
}

package beckon.account.control;

import beckon.account.entity.Account;
import beckon.account.entity.AccountReason;
import beckon.account.entity.DomainRow;
import beckon.account.entity.InvitationPolicy;
import beckon.account.entity.VerifiedDomain;
import beckon.shared.RefusalException;
import beckon.shared.persistence.UniqueViolation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accounts with their domains and rules. */
@ApplicationScoped
public class AccountRepository {

    private EntityManager entityManager;

    protected AccountRepository() {}

    @Inject
    public AccountRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public Account get(long id) {
        return found(entityManager.find(Account.class, id), id);
    }

    public InvitationPolicy getPolicy(long accountId) {
        return found(entityManager.find(InvitationPolicy.class, accountId), accountId);
    }

    /** Whether nobody has set up anything yet. */
    public boolean isEmpty() {
        return entityManager
                .createQuery("select a.id from Account a", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    public void add(Account account, InvitationPolicy policy) {
        entityManager.persist(account);
        entityManager.flush();
        entityManager.persist(policy);
        entityManager.flush();
    }

    public List<DomainRow> listDomains(long accountId) {
        return domains(accountId).stream().map(VerifiedDomain::row).toList();
    }

    /**
     * @throws RefusalException DOMAIN_TAKEN, decided by the unique index
     */
    public void add(VerifiedDomain domain) {
        entityManager.persist(domain);
        try {
            entityManager.flush();
        } catch (PersistenceException e) {
            if (UniqueViolation.isCauseOf(e)) {
                throw new RefusalException(AccountReason.DOMAIN_TAKEN);
            }
            throw e;
        }
    }

    /** One of the account's own domains; another account's is not found. */
    public Optional<VerifiedDomain> findDomain(long accountId, UUID handle) {
        return domains(accountId).stream().filter(d -> d.handle().equals(handle)).findAny();
    }

    public void remove(VerifiedDomain domain) {
        entityManager.remove(domain);
        entityManager.flush();
    }

    /**
     * Writes what has been changed.
     *
     * @throws RefusalException CHANGED_MEANWHILE, if somebody else wrote it first
     */
    public void write() {
        try {
            entityManager.flush();
        } catch (OptimisticLockException e) {
            throw new RefusalException(AccountReason.CHANGED_MEANWHILE);
        }
    }

    private List<VerifiedDomain> domains(long accountId) {
        return entityManager
                .createNamedQuery("VerifiedDomain.list", VerifiedDomain.class)
                .setParameter("accountId", accountId)
                .getResultList();
    }

    private static <T> T found(T entity, long id) {
        if (entity == null) {
            throw new IllegalStateException("no account " + id);
        }
        return entity;
    }
}

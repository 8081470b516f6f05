package beckon.person.control;

import beckon.person.entity.Person;
import beckon.person.entity.PersonReason;
import beckon.shared.EmailAddress;
import beckon.shared.RefusalException;
import beckon.shared.persistence.UniqueViolation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The persons. */
@ApplicationScoped
public class PersonRepository {

    private EntityManager entityManager;

    protected PersonRepository() {}

    @Inject
    public PersonRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public Person get(long id) {
        Person person = entityManager.find(Person.class, id);
        if (person == null) {
            throw new IllegalStateException("no person " + id);
        }
        return person;
    }

    public Optional<Person> findByEmail(EmailAddress email) {
        return entityManager
                .createNamedQuery("Person.findByEmailKey", Person.class)
                .setParameter("emailKey", email.key())
                .getResultStream()
                .findFirst();
    }

    /**
     * @throws RefusalException ALREADY_REGISTERED, decided by the unique index
     */
    public void add(Person person) {
        entityManager.persist(person);
        try {
            entityManager.flush();
        } catch (PersistenceException e) {
            if (UniqueViolation.isCauseOf(e)) {
                throw new RefusalException(PersonReason.ALREADY_REGISTERED);
            }
            throw e;
        }
    }

    /** The same outside of a transaction. */
    @Transactional
    public Person read(long id) {
        return get(id);
    }

    /** Puts another password in the place of whatever there was. */
    public void resetPassword(long id, String newHash) {
        entityManager
                .createNamedQuery("Person.resetPassword")
                .setParameter("id", id)
                .setParameter("newHash", newHash)
                .executeUpdate();
    }

    /** Puts another password in the place of the old one; false if that was changed meanwhile. */
    public boolean changePassword(long id, String oldHash, String newHash) {
        return entityManager
                        .createNamedQuery("Person.changePassword")
                        .setParameter("id", id)
                        .setParameter("oldHash", oldHash)
                        .setParameter("newHash", newHash)
                        .executeUpdate()
                == 1;
    }

    /** Keeps a password that was hashed anew, unless it has been changed meanwhile. */
    @Transactional
    public void rehash(long id, String oldHash, String newHash) {
        Person person = get(id);
        if (person.passwordHash().equals(oldHash)) {
            person.rehash(newHash);
        }
    }
}

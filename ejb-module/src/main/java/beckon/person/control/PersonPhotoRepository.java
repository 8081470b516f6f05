package beckon.person.control;

import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** The pictures of persons; which one is shown, the person says. */
@ApplicationScoped
public class PersonPhotoRepository {

    private Statements statements;

    protected PersonPhotoRepository() {}

    @Inject
    public PersonPhotoRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /**
     * Puts a picture in the place of the person's earlier one.
     *
     * @param small the same for lists
     */
    public void replace(long personId, UUID handle, byte[] large, byte[] small, Instant now) {
        show(personId, handle);
        forget(personId);
        statements.update(
                "insert into person_photo (person_id, handle, content, small, changed_at)"
                        + " values (?, ?, ?, ?, ?)",
                personId,
                handle,
                large,
                small,
                InstantConverter.toColumn(now));
    }

    /** Forgets the person's picture; false if there was none. */
    public boolean remove(long personId) {
        show(personId, null);
        return forget(personId);
    }

    /** Also keeps two changes at once apart. */
    private void show(long personId, UUID handle) {
        statements.update("update person set photo = ? where id = ?", handle, personId);
    }

    private boolean forget(long personId) {
        return statements.update("delete from person_photo where person_id = ?", personId) > 0;
    }
}

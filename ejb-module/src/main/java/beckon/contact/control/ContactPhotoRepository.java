package beckon.contact.control;

import beckon.account.entity.Caller;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads photos of those whom one caller sees, and of the caller. */
@ApplicationScoped
public class ContactPhotoRepository {

    private static final String FIND =
            "select %s from person_photo f where f.handle = ? and (f.person_id = ? or exists"
                    + " (select 1 from membership m join contact c on c.membership_id = m.id"
                    + " where m.person_id = f.person_id and %s))";

    private Statements statements;

    protected ContactPhotoRepository() {}

    @Inject
    public ContactPhotoRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** A JPEG, if the caller may see whom it shows. */
    public Optional<byte[]> find(Caller caller, UUID handle, boolean small) {
        Sight sight = Sight.of(caller);
        List<Object> values = new ArrayList<>(List.of(handle, caller.personId()));
        values.addAll(sight.parameters());
        return statements.find(
                FIND.formatted(small ? "f.small" : "f.content", sight.condition()),
                row -> row.getBytes(1),
                values.toArray());
    }
}

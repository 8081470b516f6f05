package beckon.shared.persistence;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/**
 * What entities have in common: an id, which only the database and other components know them by,
 * and a handle, which the world may know and two copies of one are recognised by.
 */
@MappedSuperclass
public class Identified {

    @Id private long id;
    private UUID handle;

    protected Identified() {}

    protected Identified(long id) {
        this.id = id;
        this.handle = UUID.randomUUID();
    }

    public final long id() {
        return id;
    }

    public final UUID handle() {
        return handle;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Identified that && handle.equals(that.handle);
    }

    @Override
    public final int hashCode() {
        return handle.hashCode();
    }
}

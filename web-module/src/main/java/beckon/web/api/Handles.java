package beckon.web.api;

import java.util.Optional;
import java.util.UUID;

/** Reads what stands for something in a path. */
final class Handles {
    private Handles() {}

    /** Empty for what is no handle: it is nobody's, like somebody else's. */
    static Optional<UUID> read(String id) {
        try {
            UUID handle = UUID.fromString(id);
            return Optional.of(handle).filter(read -> read.toString().equalsIgnoreCase(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

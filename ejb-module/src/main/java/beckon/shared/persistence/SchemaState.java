package beckon.shared.persistence;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whether the database has been there since this node started, with its schema up to date.
 *
 * <p>Until then nobody may ask it anything: Beckon is up, says that it is not ready, and waits.
 * What comes later, such as a restart of the database, is each caller's own failure.
 */
@ApplicationScoped
public class SchemaState {

    /** After how many milliseconds whoever waits looks again. */
    public static final long PAUSE = 2_000;

    private volatile boolean ready;

    public boolean isReady() {
        return ready;
    }

    /** The schema is up to date. */
    public void markReady() {
        ready = true;
    }
}

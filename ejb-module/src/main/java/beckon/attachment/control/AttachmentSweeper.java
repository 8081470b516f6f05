package beckon.attachment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Deletes files that nobody can open any more, and those that a crash has left without a row. */
@ApplicationScoped
public class AttachmentSweeper {
    private static final int AT_ONCE = 200;

    private AttachmentRepository attachments;
    private AttachmentStore store;

    protected AttachmentSweeper() {}

    @Inject
    public AttachmentSweeper(AttachmentRepository attachments, AttachmentStore store) {
        this.attachments = attachments;
        this.store = store;
    }

    /** Deletes what has expired, row by row. */
    public void sweepExpired(Instant now) {
        List<UUID> expired = attachments.listExpired(now, AT_ONCE);
        while (!expired.isEmpty()) {
            for (UUID handle : expired) {
                if (attachments.removeExpired(handle, now)) {
                    store.delete(handle);
                }
            }
            expired = attachments.listExpired(now, AT_ONCE);
        }
    }

    /** Deletes files without a row; one that is being uploaded is younger than any of them. */
    public void sweepOrphans(Instant now) {
        List<UUID> old = store.listOlderThan(now.minus(Attaching.WAITING));
        for (int from = 0; from < old.size(); from += AT_ONCE) {
            List<UUID> some = old.subList(from, Math.min(old.size(), from + AT_ONCE));
            Set<UUID> known = attachments.listKnown(some);
            List<UUID> orphans = new ArrayList<>(some);
            orphans.removeAll(known);
            orphans.forEach(store::delete);
        }
    }
}

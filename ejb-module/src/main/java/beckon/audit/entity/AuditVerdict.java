package beckon.audit.entity;

import java.util.List;

/**
 * What a look through the audit's chain has found.
 *
 * @param checked how many rows are linked
 * @param faults what is wrong, the oldest first; at most 100 of them
 */
public record AuditVerdict(long checked, List<Fault> faults) {
    public AuditVerdict {
        faults = List.copyOf(faults);
    }

    /** What has been done to the audit behind its back. */
    public enum Kind {
        CHANGED,
        REMOVED,
        INSERTED
    }

    /**
     * One thing that is wrong.
     *
     * @param position in the chain; 0 of a row that is not in it
     * @param entryId the row's; 0 if not even that is known
     */
    public record Fault(Kind kind, long position, long entryId) {}

    /** Whether all is as it was written. */
    public boolean isIntact() {
        return faults.isEmpty();
    }
}

package beckon.person.control;

import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.shared.PrincipalName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Puts another photo in the place of the old one, or none, and notes who did, at once. */
@ApplicationScoped
public class PhotoChanges {

    private PersonPhotoRepository photos;
    private AuditService audit;

    protected PhotoChanges() {}

    @Inject
    public PhotoChanges(PersonPhotoRepository photos, AuditService audit) {
        this.photos = photos;
        this.audit = audit;
    }

    /**
     * Shows the picture.
     *
     * @param small the same for lists
     * @return its handle, which no other photo has had
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public UUID replace(PrincipalName who, byte[] large, byte[] small, Instant now) {
        UUID handle = UUID.randomUUID();
        photos.replace(who.personId(), handle, large, small, now);
        record(who, "photo.changed");
        return handle;
    }

    /** Shows none any more. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void remove(PrincipalName who) {
        if (photos.remove(who.personId())) {
            record(who, "photo.removed");
        }
    }

    private void record(PrincipalName who, String action) {
        audit.record(
                new AuditRecord(
                        who.accountId(),
                        who.membershipId(),
                        action,
                        null,
                        AuditRecord.DONE,
                        null,
                        null));
    }
}

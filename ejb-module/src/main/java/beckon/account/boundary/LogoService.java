package beckon.account.boundary;

import beckon.account.control.LogoRepository;
import beckon.account.entity.AccountReason;
import beckon.account.entity.Caller;
import beckon.audit.boundary.AuditService;
import beckon.audit.entity.AuditRecord;
import beckon.shared.Picture;
import beckon.shared.RefusalException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The door to accounts' logos, which everybody sees who is invited. */
@Stateless
public class LogoService {

    /** The largest file that is taken. */
    public static final int MOST_OCTETS = 900_000;

    private static final int WIDTH = 480;
    private static final int HEIGHT = 160;

    @Inject CurrentCaller caller;
    @Inject LogoRepository logos;
    @Inject AuditService audit;
    @Inject Clock clock;

    /**
     * Shows another logo: the picture drawn anew, small.
     *
     * @throws RefusalException NO_PICTURE, PICTURE_TOO_LARGE
     */
    @RolesAllowed("ADMIN")
    public void change(@NotNull byte[] picture) {
        if (picture.length > MOST_OCTETS) {
            throw new RefusalException(AccountReason.PICTURE_TOO_LARGE);
        }
        byte[] png =
                Picture.within(WIDTH, HEIGHT, picture)
                        .orElseThrow(() -> new RefusalException(AccountReason.NO_PICTURE));
        logos.replace(caller.get().accountId(), UUID.randomUUID(), png, clock.instant());
        record("account.logoChanged");
    }

    /** Shows no logo any more. */
    @RolesAllowed("ADMIN")
    public void remove() {
        logos.remove(caller.get().accountId());
        record("account.logoRemoved");
    }

    /** A logo's PNG, for whoever knows its handle; an earlier logo's is forgotten. */
    @PermitAll
    public Optional<byte[]> find(@NotNull UUID handle) {
        return logos.find(handle);
    }

    private void record(String action) {
        Caller who = caller.get();
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

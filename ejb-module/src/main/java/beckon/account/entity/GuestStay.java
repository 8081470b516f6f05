package beckon.account.entity;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/**
 * How long a guest stays, and who answers for them.
 *
 * @param guest handle of the membership
 * @param sponsor address of an admin or co-worker; null or blank: nobody
 * @param endsAt null: until somebody ends it
 */
public record GuestStay(@NotNull UUID guest, String sponsor, Instant endsAt) {}

package beckon.account.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * A claimed domain, as admins see it.
 *
 * @param recordName where the DNS record must stand that proves it
 * @param recordValue what that record must say
 * @param codeUntil how long the mailed code may be typed; null: none is out
 */
public record ClaimRow(
        UUID handle,
        String domain,
        boolean subDomains,
        String recordName,
        String recordValue,
        Instant codeUntil) {}

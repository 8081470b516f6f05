package beckon.person.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * A key to the API, as its owner sees it; never the key itself.
 *
 * @param name what it is for; null: made by a program
 * @param lastUsedAt to the minute; null: never
 */
public record ApiTokenRow(
        UUID handle, String name, Instant createdAt, Instant expiresAt, Instant lastUsedAt) {}

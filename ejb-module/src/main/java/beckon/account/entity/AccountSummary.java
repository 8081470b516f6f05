package beckon.account.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * An account as an operator sees it.
 *
 * @param members who can act in it
 * @param closedAt null: open
 */
public record AccountSummary(
        UUID handle, String name, long members, Instant createdAt, Instant closedAt) {}

package beckon.account.entity;

import java.time.Instant;

/**
 * A set-up link that nobody has used yet.
 *
 * @param label what the operator noted; null: the first start's
 */
public record OpenSetUp(String label, Instant expiresAt) {}

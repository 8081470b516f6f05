package beckon.delivery.entity;

import java.time.Instant;

/**
 * Messages of an account that wait for an admin's word, because the database was restored.
 *
 * @param heldAt since when
 * @param messages how many there were then
 */
public record Hold(Instant heldAt, int messages) {}

package beckon.account.entity;

import java.util.UUID;

/**
 * An account as its members see it.
 *
 * @param logo handle of the picture; null: none
 */
public record AccountRow(long id, UUID handle, String name, String language, UUID logo) {}

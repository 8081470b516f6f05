package beckon.account.entity;

import java.util.UUID;

/** An account as its members see it. */
public record AccountRow(long id, UUID handle, String name, String language) {}

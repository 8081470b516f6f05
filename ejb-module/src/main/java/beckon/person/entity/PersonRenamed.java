package beckon.person.entity;

/** Somebody goes by another name from now on, in whatever accounts they are. */
public record PersonRenamed(long personId, String displayName) {}

package beckon.contact.entity;

/** How many contacts each list holds for one reader. */
public record ContactCounts(long all, long company, long guests, long personal) {}

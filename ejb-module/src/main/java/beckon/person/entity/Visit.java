package beckon.person.entity;

import java.util.UUID;

/**
 * From where somebody acts.
 *
 * @param session the session in which they do; null if there is none
 * @param remote the browser's address, as the container sees it; may be null
 * @param userAgent what the browser calls itself; may be null
 */
public record Visit(UUID session, String remote, String userAgent) {}

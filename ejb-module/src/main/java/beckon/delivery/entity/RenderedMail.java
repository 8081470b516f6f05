package beckon.delivery.entity;

/**
 * A mail as its recipient will see it.
 *
 * @param html a whole document, safe to show in a sandboxed frame
 */
public record RenderedMail(String subject, String html, String text) {}

package beckon.exchange.entity;

import jakarta.validation.constraints.NotNull;
import java.io.InputStream;

/**
 * A file as somebody sends it.
 *
 * @param name as its owner calls it, or null
 * @param octets read once, not closed
 * @param declaredSize what the sender says; negative: nothing
 */
public record Upload(String name, @NotNull InputStream octets, long declaredSize) {}

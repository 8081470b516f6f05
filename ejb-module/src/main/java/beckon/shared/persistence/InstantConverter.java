package beckon.shared.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Keeps a moment as date and time of UTC, to the microsecond.
 *
 * <p>The provider would store a serialised object, and {@code java.sql.Timestamp} would mean
 * another moment in another zone.
 */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, LocalDateTime> {

    @Override
    public LocalDateTime convertToDatabaseColumn(Instant moment) {
        return toColumn(moment);
    }

    @Override
    public Instant convertToEntityAttribute(LocalDateTime column) {
        return toMoment(column);
    }

    /** For statements that are written by hand; null stays null. */
    public static LocalDateTime toColumn(Instant moment) {
        return moment == null
                ? null
                : LocalDateTime.ofInstant(moment, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    /** For rows that are read by hand; null stays null. */
    public static Instant toMoment(LocalDateTime column) {
        return column == null ? null : column.toInstant(ZoneOffset.UTC);
    }
}

package beckon.dossier.control;

import beckon.shared.persistence.InstantConverter;
import beckon.shared.persistence.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Reads what is kept of one person; the columns of each section are its fields. */
@ApplicationScoped
public class DossierRepository {

    private static final Pattern WORD = Pattern.compile("_(\\w)");

    private Statements statements;

    protected DossierRepository() {}

    @Inject
    public DossierRepository(DataSource dataSource) {
        this.statements = new Statements(dataSource);
    }

    /** Hands over each row of a section as it is read: its fields in their order. */
    void read(DossierSection section, long personId, Consumer<Map<String, Object>> reader) {
        statements.each(section.sql(), row -> reader.accept(fields(row)), personId);
    }

    private static Map<String, Object> fields(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            fields.put(key(columns.getColumnLabel(i)), value(row, i, columns.getColumnType(i)));
        }
        return fields;
    }

    /** {@code created_at} is {@code createdAt}. */
    private static String key(String column) {
        return WORD.matcher(column.toLowerCase(Locale.ROOT))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    private static Object value(ResultSet row, int column, int type) throws SQLException {
        return switch (type) {
            case Types.TIMESTAMP ->
                    InstantConverter.toMoment(row.getObject(column, LocalDateTime.class));
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> {
                byte[] octets = row.getBytes(column);
                yield octets == null ? null : Base64.getEncoder().encodeToString(octets);
            }
            default -> row.getObject(column);
        };
    }
}

package beckon.account.control;

import beckon.shared.persistence.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A table of what accounts say in words of their own, with a row for each language. */
final class OwnWordsRepository {
    private static final String KEY = " where account_id = ? and language = ?";

    private final Statements statements;
    private final int size;
    private final String select;
    private final String insert;
    private final String update;
    private final String delete;

    OwnWordsRepository(DataSource dataSource, String table, List<String> columns) {
        statements = new Statements(dataSource);
        size = columns.size();
        String names = String.join(", ", columns);
        String ifAsRead =
                KEY
                        + columns.stream()
                                .map(column -> " and coalesce(" + column + ", '') = ?")
                                .collect(Collectors.joining());
        select = "select " + names + " from " + table + KEY;
        insert =
                "insert into %s (account_id, language, %s) values (?, ?, %s) on conflict do nothing"
                        .formatted(table, names, Statements.marks(columns));
        update = "update %s set %s = ?".formatted(table, String.join(" = ?, ", columns)) + ifAsRead;
        delete = "delete from " + table + ifAsRead;
    }

    /** The words in the order of the columns, some of them null. */
    Optional<List<String>> find(long accountId, String language) {
        return statements.find(select, this::read, accountId, language);
    }

    private List<String> read(ResultSet row) throws SQLException {
        List<String> words = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            words.add(row.getString(i));
        }
        return words;
    }

    /**
     * Puts words in the place of those that were read; all null: there is no row.
     *
     * @return false if others stand there by now
     */
    boolean replace(long accountId, String language, List<String> read, List<String> words) {
        List<Object> key = List.of(accountId, language);
        if (isNothing(read)) {
            return change(insert, key, words);
        }
        List<String> asRead =
                read.stream().map(each -> Objects.requireNonNullElse(each, "")).toList();
        return isNothing(words) ? change(delete, key, asRead) : change(update, words, key, asRead);
    }

    private static boolean isNothing(List<String> words) {
        return words.stream().allMatch(Objects::isNull);
    }

    private boolean change(String sql, List<?>... values) {
        return statements.update(sql, Stream.of(values).flatMap(List::stream).toArray()) == 1;
    }
}

package beckon.web.exchange;

import beckon.exchange.entity.ContactImport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of a file, one choice each. */
final class ColumnChoices {
    private static final int SHOWN = 3;

    private ColumnChoices() {}

    static List<ColumnChoice> of(ContactImport file, boolean header) {
        List<ColumnChoice> choices = new ArrayList<>();
        for (int at = 0; at < file.columns().size(); at++) {
            int column = at;
            String sample =
                    file.sample().stream()
                            .skip(header ? 1 : 0)
                            .map(row -> cell(row, column))
                            .filter(cell -> !cell.isBlank())
                            .limit(SHOWN)
                            .collect(Collectors.joining(" · "));
            String name = header && !file.sample().isEmpty() ? cell(file.sample().get(0), at) : "";
            choices.add(new ColumnChoice(name, sample, file.columns().get(at)));
        }
        return choices;
    }

    private static String cell(List<String> row, int at) {
        return at < row.size() ? row.get(at) : "";
    }
}

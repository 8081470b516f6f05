package beckon.exchange.control;

import beckon.exchange.entity.Column;
import beckon.shared.PhoneNumber;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Guesses what columns mean, from their names as other programs write them and from what is in. */
final class ColumnGuess {
    private static final int LOOKED_AT = 20;
    private static final Pattern HOME =
            Pattern.compile(".*(home|private|personal|domicile|perso|prive).*");
    private static final Pattern WORK =
            Pattern.compile(".*(work|business|office|travail|pro\\b|bureau|professionnel).*");
    private static final Pattern MOBILE = Pattern.compile(".*(mobile|cell|portable|gsm).*");

    private ColumnGuess() {}

    /** Whether the first row names the columns: it holds no address and no number. */
    static boolean hasHeader(List<List<String>> rows) {
        return !rows.isEmpty()
                && rows.get(0).stream()
                        .noneMatch(cell -> cell.indexOf('@') >= 0 || PhoneNumber.isLikely(cell));
    }

    /** One meaning for each column. */
    static List<Column> guess(List<List<String>> rows, boolean header) {
        List<Column> columns = new ArrayList<>();
        for (int at = 0; at < CsvTable.width(rows); at++) {
            Column named = header ? byName(cell(rows.get(0), at)) : Column.IGNORED;
            columns.add(named == Column.IGNORED && !header ? byContent(rows, at, columns) : named);
        }
        return columns;
    }

    private static Column byName(String typed) {
        String name =
                Normalizer.normalize(typed, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", " ")
                        .strip();
        if (name.matches(".*\\b(type|label|display|phonetic|yomi|pager|fax|telecopie)\\b.*")) {
            return Column.IGNORED;
        }
        if (name.matches(".*(\\be ?mail|courriel|\\bmail\\b).*")) {
            return one(name, Column.EMAIL, Column.EMAIL_HOME, Column.EMAIL_WORK, Column.EMAIL);
        }
        if (name.matches(".*(phone|\\btel\\b|mobile|\\bcell|portable|gsm).*")) {
            return one(
                    name, Column.PHONE, Column.PHONE_HOME, Column.PHONE_WORK, Column.PHONE_MOBILE);
        }
        return person(name);
    }

    private static Column one(String name, Column plain, Column home, Column work, Column mobile) {
        if (MOBILE.matcher(name).matches()) {
            return mobile;
        }
        if (WORK.matcher(name).matches()) {
            return work;
        }
        return HOME.matcher(name).matches() ? home : plain;
    }

    private static Column person(String name) {
        return switch (name) {
            case "name", "full name", "display name", "nom complet", "contact" -> Column.NAME;
            case "first name", "given name", "prenom", "firstname" -> Column.FIRST_NAME;
            case "last name", "family name", "surname", "nom", "nom de famille", "lastname" ->
                    Column.LAST_NAME;
            case "company",
                    "organization",
                    "organisation",
                    "organization name",
                    "organization 1 name",
                    "societe",
                    "entreprise" ->
                    Column.COMPANY;
            case "note", "notes", "comment", "comments", "remarques" -> Column.NOTE;
            default -> Column.IGNORED;
        };
    }

    private static Column byContent(List<List<String>> rows, int at, List<Column> before) {
        List<String> cells =
                rows.stream()
                        .limit(LOOKED_AT)
                        .map(row -> cell(row, at))
                        .filter(cell -> !cell.isBlank())
                        .toList();
        if (cells.isEmpty()) {
            return Column.IGNORED;
        }
        if (cells.stream().allMatch(cell -> cell.indexOf('@') > 0)) {
            return Column.EMAIL;
        }
        if (cells.stream().allMatch(PhoneNumber::isLikely)) {
            return Column.PHONE;
        }
        return before.contains(Column.NAME) ? Column.IGNORED : Column.NAME;
    }

    private static String cell(List<String> row, int at) {
        return at < row.size() ? row.get(at) : "";
    }
}

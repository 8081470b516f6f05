package beckon.exchange.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beckon.exchange.entity.Column;
import beckon.exchange.entity.ImportReason;
import beckon.shared.RefusalException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    @Test
    void rowsArePartedByWhateverTheFirstLineIsPartedBy() {
        for (String separator : List.of(",", ";", "\t", "|")) {
            assertThat(
                            CsvTable.rows(
                                    "Name" + separator + "E-mail\nZoë" + separator + "z@x.example"))
                    .containsExactly(List.of("Name", "E-mail"), List.of("Zoë", "z@x.example"));
        }
    }

    @Test
    void quotedCellKeepsItsSeparatorsQuotesAndLines() {
        assertThat(CsvTable.rows("Name,Note\r\n\"Doe, \"\"J\"\"\",\"one\r\ntwo\"\r\n\r\n"))
                .containsExactly(List.of("Name", "Note"), List.of("Doe, \"J\"", "one\r\ntwo"));
    }

    @Test
    void quoteThatIsNeverClosedIsRefusedWithTheLine() {
        assertRefused(ImportReason.FILE_BROKEN, "Name\nZoë\n\"Adam,x\n".repeat(1) + "more");
    }

    @Test
    void moreRowsThanAFileMayHaveAreRefused() {
        assertThat(CsvTable.rows("x\n".repeat(CsvTable.MOST_ROWS + 1))).hasSize(10_001);
        assertRefused(ImportReason.TOO_MANY_ROWS, "x\n".repeat(CsvTable.MOST_ROWS + 2));
    }

    @Test
    void textIsReadInWhateverItIsEncoded() {
        String text = "Nom;Prénom\nBœuf;Zoë €";

        for (byte[] octets :
                List.of(
                        text.getBytes(StandardCharsets.UTF_8),
                        ("\ufeff" + text).getBytes(StandardCharsets.UTF_8),
                        text.getBytes(Charset.forName("windows-1252")),
                        ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE),
                        ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE))) {
            assertThat(FileText.decode(octets)).isEqualTo(text);
        }
    }

    @Test
    void whatIsNoTextIsRefused() {
        for (byte[] octets :
                List.of(
                        new byte[] {'P', 'K', 3, 4, 0, 0},
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1},
                        "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> FileText.decode(octets))
                    .isInstanceOfSatisfying(
                            RefusalException.class,
                            refusal ->
                                    assertThat(refusal.reason()).isEqualTo(ImportReason.FILE_TYPE));
        }
    }

    @Test
    void columnsOfOtherProgramsAreUnderstood() {
        assertThat(
                        guess(
                                "First Name",
                                "Last Name",
                                "E-mail 1 - Label",
                                "E-mail 1 - Value",
                                "Phone 1 - Value",
                                "Organization Name",
                                "Notes",
                                "Birthday"))
                .containsExactly(
                        Column.FIRST_NAME,
                        Column.LAST_NAME,
                        Column.IGNORED,
                        Column.EMAIL,
                        Column.PHONE,
                        Column.COMPANY,
                        Column.NOTE,
                        Column.IGNORED);
        assertThat(guess("Prénom", "Nom", "Adresse e-mail", "Tél. portable", "Société"))
                .containsExactly(
                        Column.FIRST_NAME,
                        Column.LAST_NAME,
                        Column.EMAIL,
                        Column.PHONE_MOBILE,
                        Column.COMPANY);
        assertThat(guess("E-mail Address", "Mobile Phone", "Business Phone", "Home Phone"))
                .containsExactly(
                        Column.EMAIL, Column.PHONE_MOBILE, Column.PHONE_WORK, Column.PHONE_HOME);
    }

    @Test
    void columnsWithoutNamesAreUnderstoodByWhatTheyHold() {
        List<List<String>> rows = CsvTable.rows("Zoë Brun,zoe@x.example,06 12 34 56 78");

        assertThat(ColumnGuess.hasHeader(rows)).isFalse();
        assertThat(ColumnGuess.guess(rows, false))
                .containsExactly(Column.NAME, Column.EMAIL, Column.PHONE);
    }

    @Test
    void noCellThatGoesOutIsAFormulaAndComingInItIsWhatItWas() {
        for (String text :
                List.of("=1+1", "+33612345678", "-2", "@SUM(A1)", "\t=x", " =x", "＝x", "'=x")) {
            String cell = Spreadsheet.safe(text);

            assertThat(cell).startsWith("'");
            assertThat(Spreadsheet.plain(cell).isEmpty()).isFalse();
        }
        assertThat(Spreadsheet.plain(Spreadsheet.safe("=1+1"))).isEqualTo("=1+1");
        assertThat(Spreadsheet.safe("O’Neil")).isEqualTo("O’Neil");
        assertThat(Spreadsheet.plain("'t Hooft")).isEqualTo("'t Hooft");
    }

    private static List<Column> guess(String... names) {
        return ColumnGuess.guess(List.of(List.of(names)), true);
    }

    private static void assertRefused(ImportReason reason, String text) {
        assertThatThrownBy(() -> CsvTable.rows(text))
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}

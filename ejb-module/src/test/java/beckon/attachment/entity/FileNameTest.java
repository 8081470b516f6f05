package beckon.attachment.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    Programme.pdf              ; Programme.pdf
                    Programme.PDF              ; Programme.PDF
                    L'été à Paris.pdf          ; L'été à Paris.pdf
                    履歴書.pdf                  ; 履歴書.pdf
                    👨‍👩‍👧 photo.pdf             ; 👨👩👧 photo.pdf
                    a.b.c.pdf                  ; a.b.c.pdf
                    Report                     ; Report.pdf
                    invoice.exe                ; invoice.pdf
                    invoice.pdf.exe            ; invoice.pdf.pdf
                    page.html                  ; page.pdf
                    ../../etc/passwd           ; passwd.pdf
                    C:\\Users\\eve\\boot.ini   ; boot.pdf
                    ..                         ; file.pdf
                    .htaccess                  ; htaccess.pdf
                    ' '                        ; file.pdf
                    -rf.pdf                    ; rf.pdf
                    CON.pdf                    ; file CON.pdf
                    com1.txt.pdf               ; file com1.txt.pdf
                    lpt9                       ; file lpt9.pdf
                    a<b>:"c|d?*.pdf            ; a_b___c_d__.pdf
                    %2e%2e%2f.pdf              ; _2e_2e_2f.pdf
                    dots....                   ; dots.pdf
                    """)
    void nameHarmsNobody(String typed, String harmless) {
        assertThat(FileName.of(typed, FileType.PDF).value()).isEqualTo(harmless);
    }

    @Test
    void nothingInvisibleStays() {
        assertThat(FileName.of("gpj.\u202Eexe\u200B\u0000\r\nSet-Cookie: a.pdf", FileType.PDF))
                .isEqualTo(new FileName("gpj.exe Set-Cookie_ a.pdf"));
    }

    @Test
    void loneSurrogateIsDropped() {
        assertThat(FileName.of("a\uD83Db.pdf", FileType.PDF).value()).isEqualTo("ab.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "履", "👩"})
    void longNameIsCutBetweenCharacters(String character) {
        String name = FileName.of(character.repeat(400) + ".jpeg", FileType.JPEG).value();

        assertThat(name).startsWith(character).endsWith(character + ".jpeg");
        assertThat(name.length()).isLessThanOrEqualTo(200);
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(210);
    }

    @Test
    void missingNameIsReplaced() {
        assertThat(FileName.of(null, FileType.PNG).value()).isEqualTo("file.png");
    }

    @Test
    void oldReadersGetPlainLetters() {
        assertThat(new FileName("L'été \\ 履.pdf").ascii()).isEqualTo("L'ete _ _.pdf");
    }
}

package beckon.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void everyValueIsQuotedAndQuotesAreDoubled() {
        assertThat(Csv.line(Stream.of("Ada", "said \"no, never\"\nand left", 7)))
                .isEqualTo("\"Ada\",\"said \"\"no, never\"\"\nand left\",\"7\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum(a1)", "\tx", "\rx", "＝1+1"})
    void nothingIsCalculated(String formula) {
        assertThat(Csv.line(Stream.of(formula))).isEqualTo("\"'" + formula + "\"\r\n");
    }

    @Test
    void whatOnlyHoldsASignStaysAsItIs() {
        assertThat(Csv.line(Stream.of("a=b", "ada@acme.example", "")))
                .isEqualTo("\"a=b\",\"ada@acme.example\",\"\"\r\n");
    }
}

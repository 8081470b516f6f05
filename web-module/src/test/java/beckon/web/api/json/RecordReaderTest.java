package beckon.web.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beckon.web.api.problem.Fault;
import beckon.web.api.problem.Problem;
import beckon.web.api.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
    record Letter(List<String> to, String text) {}

    @Test
    void fieldsBecomeComponents() {
        assertThat(read("{\"text\":\"Hi\",\"to\":[\"a\",\"b\"]}"))
                .isEqualTo(new Letter(List.of("a", "b"), "Hi"));
    }

    @Test
    void whatIsLeftOutOrNullIsNull() {
        assertThat(read("{\"text\":null}")).isEqualTo(new Letter(null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"text\":\"Hi\"",
                "{\"text\":}",
                "{text:\"Hi\"}",
                "{\"text\":\"Hi\",}",
                "{\"text\":\"Hi\"} x",
                "{\"text\":\"Hi\"}{}",
                "{\"to\":[\"a\"}",
                "<letter/>",
                "nonsense",
            })
    void brokenJsonIsMalformed(String body) {
        assertThat(problem(body.getBytes(StandardCharsets.UTF_8)).name())
                .isEqualTo("malformed-json");
    }

    @Test
    void whatIsNotUtf8IsMalformed() {
        byte[] body = "{\"text\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(problem(body).status()).isEqualTo(400);
    }

    @Test
    void aTowerOfBracketsIsMalformed() {
        String body = "{\"x\":" + "[".repeat(100_000);

        assertThat(problem(body.getBytes(StandardCharsets.UTF_8)).name())
                .isEqualTo("malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "1", "null", "true"})
    void anythingButAnObjectIsInvalid(String body) {
        assertThat(problem(body.getBytes(StandardCharsets.UTF_8)).faults())
                .containsExactly(new Fault("", "api.fault.notAnObject"));
    }

    @Test
    void everyFaultIsTold() {
        assertThat(faults("{\"too\":{\"a\":[1]},\"text\":1,\"to\":\"a\"}"))
                .containsExactly(
                        new Fault("/too", "api.fault.unknown"),
                        new Fault("/text", "api.fault.text"),
                        new Fault("/to", "api.fault.list"));
    }

    @Test
    void aListOfAnythingButTextsIsInvalid() {
        assertThat(faults("{\"to\":[\"a\",[1,{}],null,2]}"))
                .containsExactly(new Fault("/to", "api.fault.list"));
    }

    @Test
    void aFieldGivenTwiceIsInvalid() {
        assertThat(faults("{\"text\":\"a\",\"text\":\"b\"}"))
                .containsExactly(new Fault("/text", "api.fault.twice"));
    }

    @Test
    void hostileNamesAreShownAsPointersAndShortened() {
        assertThat(faults("{\"a/b~" + "x".repeat(200) + "\":1}").get(0).pointer())
                .startsWith("/a~1b~0xxx")
                .hasSizeLessThan(70);
    }

    @Test
    void aThousandFaultsAreNotRepeated() {
        StringBuilder body = new StringBuilder("{\"text\":\"a\"");
        for (int i = 0; i < 1000; i++) {
            body.append(",\"f").append(i).append("\":1");
        }

        assertThat(faults(body.append('}').toString())).hasSize(20);
    }

    private static Letter read(String body) {
        return RecordReader.read(body.getBytes(StandardCharsets.UTF_8), Letter.class);
    }

    private static List<Fault> faults(String body) {
        Problem problem = problem(body.getBytes(StandardCharsets.UTF_8));
        assertThat(problem.status()).isEqualTo(422);
        return problem.faults();
    }

    private static Problem problem(byte[] body) {
        var thrown = new ProblemException[1];
        assertThatThrownBy(() -> RecordReader.read(body, Letter.class))
                .isInstanceOfSatisfying(ProblemException.class, e -> thrown[0] = e);
        return thrown[0].problem();
    }
}

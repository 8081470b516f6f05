package beckon.web.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordWriterTest {
    enum Colour {
        RED
    }

    record Leaf(String text, Colour colour) {}

    record Tree(UUID id, Instant at, int count, long total, boolean green, List<Leaf> leaves) {}

    @Test
    void componentsBecomeFieldsInTheirOrder() {
        var tree =
                new Tree(
                        new UUID(0, 1),
                        Instant.parse("2026-01-12T09:30:00Z"),
                        1,
                        2L,
                        true,
                        List.of(new Leaf("\"é\n<", Colour.RED), new Leaf(null, null)));

        assertThat(new String(RecordWriter.write(tree), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"id\":\"00000000-0000-0000-0000-000000000001\","
                                + "\"at\":\"2026-01-12T09:30:00Z\",\"count\":1,\"total\":2,"
                                + "\"green\":true,\"leaves\":[{\"text\":\"\\\"é\\n<\","
                                + "\"colour\":\"RED\"},{\"text\":null,\"colour\":null}]}");
    }
}

package beckon.web.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The emoji that the dialog for texts offers. */
class EmojiTest {
    private static final Path SOURCE = Path.of("src/main/webapp/resources/beckon/data/emoji.json");

    @Test
    void eachIsThereOnceAndHasANameInBothLanguages() throws IOException {
        List<JsonArray> all = read();

        assertThat(all).extracting(each -> each.getString(0)).doesNotHaveDuplicates();
        assertThat(all)
                .allSatisfy(
                        each -> {
                            assertThat(each).hasSize(3);
                            assertThat(each.getString(1)).isNotBlank();
                            assertThat(each.getString(2)).isNotBlank();
                        });
    }

    @Test
    void theListIsLight() throws IOException {
        assertThat(Files.size(SOURCE)).isLessThan(16_384);
    }

    private static List<JsonArray> read() throws IOException {
        try (JsonReader reader = Json.createReader(Files.newInputStream(SOURCE))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .flatMap(
                            group ->
                                    group
                                            .getJsonArray("emoji")
                                            .getValuesAs(JsonArray.class)
                                            .stream())
                    .toList();
        }
    }
}

package beckon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationMessagesTest {
    private static final Pattern KEY = Pattern.compile("message\\s*=\\s*\"\\{([^}]+)}\"");

    @ParameterizedTest
    @ValueSource(strings = {"ValidationMessages.properties", "ValidationMessages_fr.properties"})
    void everyConstraintHasItsWordsAndNoWordsAreLeftOver(String file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources", file))) {
            words.load(reader);
        }

        assertThat(words.stringPropertyNames()).isEqualTo(named());
    }

    @Test
    void constraintsAreFoundAtAll() throws IOException {
        assertThat(named()).contains("invitation.message.tooLong", "account.expiryHours.range");
    }

    private static Set<String> named() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            Set<String> keys = new TreeSet<>();
            files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> KEY.matcher(read(file)).results())
                    .map((MatchResult found) -> found.group(1))
                    .forEach(keys::add);
            return keys;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

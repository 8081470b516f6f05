package beckon.web;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.shared.Reason;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is on a screen is there in every language, and nothing else is. */
class MessagesTest {
    private static final String TEXT = "beckon/web/text";
    private static final Pattern KEY = Pattern.compile("['\"]([a-z]\\w*(?:\\.\\w+)+)['\"]");
    private static final Pattern USED_IN_PAGE =
            Pattern.compile("(?:text\\[|messages\\.text\\()\\s*'([\\w.]+)'\\s*[\\],)]");
    private static final Pattern USED_IN_JAVA =
            Pattern.compile("messages?\\.(?:text|info|warn|error)\\(\\s*\"([\\w.]+)\"\\s*[,)]");
    private static final Pattern PREFIX =
            Pattern.compile("['\"]([a-z]\\w*(?:\\.\\w+)*\\.)['\"]\\s*(?:\\.concat|\\+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    @ParameterizedTest
    @ValueSource(strings = {TEXT, "beckon/web/faces", "ValidationMessages"})
    void bothLanguagesSayTheSameThings(String bundle) {
        assertThat(french(bundle).keySet()).isEqualTo(english(bundle).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {TEXT, "beckon/web/faces", "ValidationMessages"})
    void bothLanguagesFillTheSamePlaceholders(String bundle) {
        Map<String, String> french = french(bundle);

        english(bundle)
                .forEach(
                        (key, words) ->
                                assertThat(placeholders(french.get(key)))
                                        .as(key)
                                        .isEqualTo(placeholders(words)));
    }

    @Test
    void everyTextCanBeFormatted() {
        Stream.of(english(TEXT), french(TEXT))
                .forEach(
                        texts ->
                                texts.forEach(
                                        (key, words) ->
                                                assertThat(
                                                                new MessageFormat(
                                                                                words,
                                                                                Locale.FRENCH)
                                                                        .format(
                                                                                new Object[] {
                                                                                    1, 2, 3
                                                                                }))
                                                        .as(key)
                                                        .isNotBlank()));
    }

    @ParameterizedTest
    @ValueSource(strings = {TEXT, "beckon/web/faces", "ValidationMessages"})
    void quotesAreTypographic(String bundle) {
        assertThat(Stream.of(english(bundle), french(bundle)))
                .allSatisfy(
                        texts ->
                                assertThat(texts.values())
                                        .filteredOn(words -> words.matches(".*['\"].*"))
                                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {TEXT, "beckon/web/faces", "ValidationMessages"})
    void frenchKeepsItsPunctuationOnTheLine(String bundle) {
        assertThat(french(bundle).values())
                .map(words -> words.replaceAll("\\{\\d+,[^}]*}", ""))
                .map(words -> words.replaceAll("(?<=«\u00a0)[^»]*(?=\u00a0»)", "…"))
                .filteredOn(
                        words ->
                                words.matches(".*[^\\u00a0\\u202f][:;!?»].*")
                                        || words.matches(".*«[^\\u00a0].*"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {TEXT, "beckon/web/faces", "ValidationMessages"})
    void frenchPartsThousandsByTheNarrowSpaceThatDoesNotBreak(String bundle) {
        assertThat(french(bundle).values())
                .filteredOn(words -> words.matches("(?s).*\\d[ \u00a0.,]\\d{3}(?!\\d).*"))
                .isEmpty();
    }

    @Test
    void everyUsedTextExists() {
        assertThat(english(TEXT).keySet()).containsAll(used());
    }

    @Test
    void everyTextIsUsed() {
        Set<String> named = find(KEY, sources());
        Set<String> prefixes = find(PREFIX, sources());

        assertThat(english(TEXT).keySet())
                .allMatch(
                        key ->
                                named.contains(key)
                                        || key.startsWith("refusal.")
                                        || prefixes.stream().anyMatch(key::startsWith));
    }

    @Test
    void everyRefusalIsPutIntoWords() {
        assertThat(english(TEXT).keySet()).containsAll(refusals());
    }

    @Test
    void noRefusalIsPutIntoWordsThatNobodyGives() {
        assertThat(english(TEXT).keySet().stream().filter(key -> key.startsWith("refusal.")))
                .isSubsetOf(refusals());
    }

    @Test
    void noPageSpeaksByItself() {
        assertThat(Pages.xhtml())
                .allSatisfy(
                        page ->
                                assertThat(Pages.words(page))
                                        .noneMatch(words -> words.matches("(?s).*\\p{L}.*")));
    }

    @ParameterizedTest
    @ValueSource(strings = {TEXT, TEXT + "_fr"})
    void textsStandInOrder(String bundle) throws IOException {
        List<String> keys =
                new String(open(bundle).readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains("="))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .toList();

        assertThat(keys).isSorted().doesNotHaveDuplicates();
    }

    private static Set<String> used() {
        Set<String> keys = new TreeSet<>(find(USED_IN_PAGE, read(Pages.xhtml())));
        keys.addAll(find(USED_IN_JAVA, read(Pages.java())));
        return keys;
    }

    private static Set<String> refusals() {
        return new ClassFileImporter()
                .importPackages("beckon").stream()
                        .filter(JavaClass::isEnum)
                        .filter(type -> type.isAssignableTo(Reason.class))
                        .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                        .map(reason -> ((Reason) reason).messageKey())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> find(Pattern pattern, Stream<String> sources) {
        return sources.flatMap(source -> pattern.matcher(source).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<String> sources() {
        return Stream.concat(read(Pages.xhtml()), read(Pages.java()));
    }

    private static Stream<String> read(List<java.nio.file.Path> files) {
        return files.stream().map(Pages::read);
    }

    private static Set<String> placeholders(String words) {
        Matcher matcher = PLACEHOLDER.matcher(words);
        return matcher.results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Map<String, String> english(String bundle) {
        return load(bundle);
    }

    private static Map<String, String> french(String bundle) {
        return load(bundle + "_fr");
    }

    private static Map<String, String> load(String bundle) {
        Properties properties = new Properties();
        try (InputStream in = open(bundle)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, words) -> texts.put(key.toString(), words.toString()));
        return texts;
    }

    private static InputStream open(String bundle) {
        InputStream in =
                MessagesTest.class.getClassLoader().getResourceAsStream(bundle + ".properties");
        assertThat(in).as(bundle).isNotNull();
        return in;
    }
}

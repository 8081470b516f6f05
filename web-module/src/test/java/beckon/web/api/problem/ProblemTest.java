package beckon.web.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.account.entity.AccountReason;
import beckon.invitation.entity.InvitationReason;
import beckon.person.entity.PersonReason;
import beckon.shared.Reason;
import beckon.shared.RefusalException;
import beckon.signup.entity.SignUpReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {
    private static final Words ENGLISH = Words.of("en");
    private static final Words FRENCH = Words.of("fr-CA,fr;q=0.9,en;q=0.5");

    @Test
    void aRefusalIsToldInTheReadersLanguage() {
        Problem problem =
                Problem.of(new RefusalException(InvitationReason.TOO_MANY_RECIPIENTS, 21));

        assertThat(problem.name()).isEqualTo("too-many-recipients");
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.detail(ENGLISH)).contains("21").contains("Nothing was sent");
        assertThat(problem.detail(FRENCH)).contains("21").contains("Rien n’a été envoyé");
    }

    @Test
    void waitingMinutesBecomeSeconds() {
        Problem problem = Problem.of(new RefusalException(PersonReason.TOO_MANY_ATTEMPTS, 3));

        assertThat(problem.status()).isEqualTo(429);
        assertThat(problem.retryAfter()).isEqualTo(180);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void everyRefusalHasAClientErrorAndWords(Reason reason) {
        Problem problem = Problem.of(new RefusalException(reason, 1));

        assertThat(problem.status()).isBetween(400, 499);
        assertThat(problem.title(ENGLISH)).isNotEqualTo(problem.title(FRENCH));
        assertThat(problem.detail(ENGLISH)).isNotEqualTo(problem.detail(FRENCH));
        assertThat(problem.retryAfter() > 0).isEqualTo(problem.status() == 429);
    }

    static Stream<Reason> reasons() {
        return Stream.of(
                        AccountReason.values(),
                        InvitationReason.values(),
                        PersonReason.values(),
                        SignUpReason.values())
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 413, 415, 500, 503})
    void everyStatusHasWords(int status) {
        Problem problem = Problem.ofStatus(status);

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.detail(ENGLISH)).isNotEqualTo(problem.title(ENGLISH));
        assertThat(problem.detail(FRENCH)).isNotEqualTo(problem.detail(ENGLISH));
    }

    @Test
    void everyProblemAndFaultOfTheCodeHasWords() throws IOException {
        Set<String> keys = new TreeSet<>();
        Pattern made =
                Pattern.compile("Problem\\s*\\.of\\(\"([a-z0-9-]+)\"|\"(api\\.fault\\.\\w+)\"");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                Matcher matcher = made.matcher(Files.readString(source));
                while (matcher.find()) {
                    keys.add(
                            matcher.group(1) == null
                                    ? matcher.group(2)
                                    : "api.detail." + matcher.group(1));
                }
            }
        }

        assertThat(keys).hasSizeGreaterThan(15);
        assertThat(keys)
                .allSatisfy(key -> assertThat(ENGLISH.find(key)).as(key).isPresent())
                .allSatisfy(
                        key ->
                                assertThat(FRENCH.find(key))
                                        .as(key)
                                        .isNotEqualTo(ENGLISH.find(key)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr|fr",
                "fr-FR, en;q=0.8|fr",
                "en-GB, fr;q=0.8|en",
                "de, fr;q=0.3|fr",
                "de|en",
                "''|en",
                "q=;;;broken|en",
            })
    void theLanguageIsTheBestThatTheReaderKnows(String header, String language) {
        assertThat(Words.of(header).locale().getLanguage()).isEqualTo(language);
    }

    @Test
    void aLostDatabaseIsAnOutageAndNotABug() {
        var lost = new IllegalStateException(new SQLException("gone", "08006"));

        assertThat(Failure.isOutage(lost)).isTrue();
        assertThat(Failure.isOutage(new SQLException("wrong", "42601"))).isFalse();
        assertThat(Failure.isOutage(new IllegalStateException())).isFalse();
    }
}

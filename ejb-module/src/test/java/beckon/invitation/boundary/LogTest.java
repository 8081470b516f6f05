package beckon.invitation.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.invitation.InvitationTest;
import beckon.person.boundary.PasswordService;
import beckon.person.boundary.SignInService;
import beckon.person.entity.PasswordReset;
import beckon.person.entity.SignInRequest;
import beckon.person.entity.Visit;
import beckon.testing.LogBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whom and what the log never tells. */
class LogTest extends InvitationTest {
    private static final Pattern LOGGED = Pattern.compile("LOGGER\\s*\\.log\\((?s:.*?)\\);");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern PERSONAL =
            Pattern.compile("(?i)(recipient|email|phone|address|password|token|secret)[\\w().]*");

    @Test
    void invitingAndFailedSignInsTellNobody() {
        String sam = stranger("sam.secretive");
        String password = "violet-tram-anchored-42";
        try (LogBook log = new LogBook()) {
            invite(sam, "no address at all");
            invitations().resend((UUID) newest("handle", sam));
            String token = tokenOf(sam);
            Visit visit = new Visit(null, "192.0.2.7", "Firefox");
            SignInRequest wrong = new SignInRequest(sam, password, "192.0.2.7", "Firefox");
            PasswordReset closed = new PasswordReset(token, password, true, visit);
            assertThat(goes(() -> container.get(SignInService.class).signIn(wrong))).isFalse();
            assertThat(goes(() -> container.get(PasswordService.class).reset(closed))).isFalse();
            database.inTransaction(() -> offers().decline(token));

            log.assertSilentAbout(sam, "sam.secretive", token, password);
        }
    }

    private boolean goes(Runnable command) {
        return succeeds(() -> database.inTransaction(command));
    }

    @Test
    void noLineOfTheLogIsMadeOfWhatIsPersonal() throws IOException {
        for (String module : List.of("ejb-module", "rar-module", "web-module")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                assertThat(files.filter(LogTest::isAsked))
                        .isNotEmpty()
                        .allSatisfy(
                                file ->
                                        assertThat(LOGGED.matcher(read(file)).results())
                                                .map(found -> unquoted(found.group()))
                                                .noneMatch(said -> PERSONAL.matcher(said).find()));
            }
        }
    }

    /** But the one line that is there to bring a secret to the operator: the set-up link. */
    private static boolean isAsked(Path file) {
        return file.toString().endsWith(".java") && !file.endsWith("SetUpStart.java");
    }

    private static String unquoted(String statement) {
        return QUOTED.matcher(statement).replaceAll("");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

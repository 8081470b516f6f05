package beckon.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenKeysTest {

    private static final String OLD = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW = Base64.getEncoder().encodeToString(new byte[48]);

    @TempDir Path dataDir;

    @Test
    void derivesTheSameTokenEveryTime() {
        TokenKeys keys = keys(Map.of("BECKON_TOKEN_KEY", OLD));
        TokenSource source = keys.draw("invitation");

        Token token = keys.derive(source);

        assertThat(token.secret()).matches("[A-Za-z0-9_-]{43}");
        assertThat(keys(Map.of("BECKON_TOKEN_KEY", OLD)).derive(source)).isEqualTo(token);
        assertThat(keys.derive(keys.draw("invitation"))).isNotEqualTo(token);
        assertThat(keys.derive(new TokenSource("reset", source.nonce(), source.keyId())))
                .isNotEqualTo(token);
        assertThat(token.hash()).hasSize(32).isEqualTo(TokenHash.of(token.secret()));
        assertThat(token).hasToString("Token[…]");
    }

    @Test
    void newKeyDrawsAndOldKeyStillDerives() {
        TokenKeys before = keys(Map.of("BECKON_TOKEN_KEY", OLD));
        TokenSource old = before.draw("invitation");

        TokenKeys after = keys(Map.of("BECKON_TOKEN_KEY", NEW + "," + OLD));

        assertThat(after.derive(old)).isEqualTo(before.derive(old));
        assertThat(after.draw("invitation").keyId()).isNotEqualTo(old.keyId());
        assertThatIllegalStateException()
                .isThrownBy(() -> keys(Map.of("BECKON_TOKEN_KEY", NEW)).derive(old));
    }

    @Test
    void sealsAreKnownAgainUnderEachKeyAndPurpose() {
        TokenKeys before = keys(Map.of("BECKON_TOKEN_KEY", OLD));
        Seal old = before.seal("suppression", new byte[] {1, 2});

        TokenKeys after = keys(Map.of("BECKON_TOKEN_KEY", NEW + "," + OLD));

        assertThat(after.seals("suppression", new byte[] {1, 2}))
                .containsExactly(after.seal("suppression", new byte[] {1, 2}), old);
        assertThat(after.seals("unsubscribe", new byte[] {1, 2})).doesNotContain(old);
        assertThat(after.seals("suppression", new byte[] {1, 3})).doesNotContain(old);
        assertThat(old.toString()).doesNotContain(old.value());
    }

    @Test
    void firstStartMakesAKeyThatOnlyTheOwnerReads() throws Exception {
        Map<String, String> environment = Map.of("BECKON_DATA_DIR", dataDir.toString());
        TokenKeys first = keys(environment);
        TokenSource source = first.draw("invitation");

        assertThat(keys(environment).derive(source)).isEqualTo(first.derive(source));
        assertThat(dataDir).isDirectoryContaining("glob:**token.key");
        assertThat(Files.list(dataDir)).hasSize(1);
        assertThat(Files.getPosixFilePermissions(dataDir.resolve("token.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private static TokenKeys keys(Map<String, String> environment) {
        TokenKeys keys = new TokenKeys();
        keys.settings = new Settings(environment);
        keys.load();
        return keys;
    }
}

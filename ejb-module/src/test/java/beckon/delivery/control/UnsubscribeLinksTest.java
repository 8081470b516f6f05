package beckon.delivery.control;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.shared.Settings;
import beckon.shared.TokenKeys;
import beckon.shared.persistence.TestDatabase;
import beckon.testing.TestContainer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsubscribeLinksTest {

    private static final String OLD = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW =
            Base64.getEncoder()
                    .encodeToString(
                            "another key, of as many octets"
                                    .repeat(2)
                                    .getBytes(StandardCharsets.US_ASCII));

    private final UUID reference = UUID.randomUUID();
    private final UnsubscribeLinks links = links(OLD);

    private static UnsubscribeLinks links(String keys) {
        TestContainer container =
                new TestContainer(
                        TestDatabase.H2,
                        Map.of(
                                "BECKON_TOKEN_KEY",
                                keys,
                                "BECKON_BASE_URL",
                                "https://beckon.example"));
        return new UnsubscribeLinks(container.get(TokenKeys.class), container.get(Settings.class));
    }

    private String token() {
        return links.link(reference).replace("https://beckon.example/unsubscribe/", "");
    }

    @Test
    void tokenLeadsToWhatTheMailWasAbout() {
        assertThat(token()).matches("[A-Za-z0-9_-]{65}");
        assertThat(links.findReference(token())).contains(reference);
        assertThat(links.link(reference)).isEqualTo(links.link(reference));
    }

    @Test
    void nobodyCanMakeOneFromAReference() {
        String other = links.link(UUID.randomUUID());
        String seal = other.substring(other.length() - 43);

        assertThat(links.findReference(token().substring(0, 22) + seal)).isEmpty();
        assertThat(links(NEW).findReference(token())).isEmpty();
    }

    @Test
    void oldKeyStillOpens() {
        assertThat(links(NEW + "," + OLD).findReference(token())).contains(reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "preview", "..", "\u0000", "%00", "' or 1=1 --"})
    void malformedIsNothing(String token) {
        assertThat(links.findReference(token)).isEmpty();
        assertThat(links.findReference(token() + token.repeat(2) + "A")).isEmpty();
    }
}

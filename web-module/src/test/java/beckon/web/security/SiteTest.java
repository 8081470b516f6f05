package beckon.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
    private final Site site = new Site(URI.create("https://beckon.acme.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "beckon.acme.example",
                "Beckon.ACME.example:443",
                "127.0.0.1:8080",
                "localhost",
                "[::1]:8080",
            })
    void ownNamesAreHere(String host) {
        assertThat(site.isHere(RequestDouble.with("Host", host))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "beckon.acme.example.evil.example",
                "evil-beckon.acme.example",
                "127.0.0.1.evil.example",
                "[::2]:8080",
                "",
            })
    void foreignNamesAreNot(String host) {
        assertThat(site.isHere(RequestDouble.with("Host", host))).isFalse();
    }

    @Nested
    class FromElsewhere {
        @Test
        void aBrowserThatSaysCrossSiteIsBelieved() {
            assertThat(isFromElsewhere(false, "Sec-Fetch-Site", "cross-site")).isTrue();
            assertThat(isFromElsewhere(false, "Sec-Fetch-Site", "same-site")).isTrue();
        }

        @Test
        void aBrowserThatSaysSameOriginIsBelievedEvenWithoutAnOrigin() {
            assertThat(isFromElsewhere(false, "Sec-Fetch-Site", "same-origin", "Origin", "null"))
                    .isFalse();
        }

        @Test
        void theConfiguredOriginIsOurs() {
            assertThat(isFromElsewhere(false, "Origin", "https://beckon.acme.example")).isFalse();
        }

        @Test
        void anotherSchemePortOrNameIsForeign() {
            assertThat(isFromElsewhere(false, "Origin", "http://beckon.acme.example")).isTrue();
            assertThat(isFromElsewhere(false, "Origin", "https://beckon.acme.example:8443"))
                    .isTrue();
            assertThat(isFromElsewhere(false, "Origin", "https://evil.example")).isTrue();
        }

        @Test
        void theOriginThatWasAskedForIsOurs() {
            assertThat(
                            isFromElsewhere(
                                    false,
                                    "Origin",
                                    "http://localhost:8080",
                                    "Host",
                                    "localhost:8080"))
                    .isFalse();
        }

        @Test
        void aHiddenOriginIsForeignButForSecretivePages() {
            assertThat(isFromElsewhere(false, "Origin", "null")).isTrue();
            assertThat(isFromElsewhere(true, "Origin", "null")).isFalse();
            assertThat(isFromElsewhere(true, "Origin", "https://evil.example")).isTrue();
        }

        @Test
        void programsSayNothing() {
            assertThat(isFromElsewhere(false)).isFalse();
        }

        private boolean isFromElsewhere(boolean secretive, String... headers) {
            return site.isFromElsewhere(RequestDouble.with(headers), secretive);
        }
    }
}

package beckon.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "javascript:alert(1)",
                "contact/company",
                "/a\r\nSet-Cookie: x=y",
                "/a\tb",
                "/é",
                "/signin?to=/signin",
            })
    void onlyPathsOfOursAreReturnedTo(String path) {
        assertThat(new ReturnPath(path).value()).isEqualTo("/");
    }

    @Test
    void theWayBackSurvivesSigningIn() {
        var path = new ReturnPath("/invitation/list?state=PENDING&page=2");

        assertThat(path.value()).isEqualTo("/invitation/list?state=PENDING&page=2");
        assertThat(path.signInPage())
                .isEqualTo("/signin?to=%2Finvitation%2Flist%3Fstate%3DPENDING%26page%3D2");
    }

    @Test
    void homeNeedsNoWayBack() {
        assertThat(new ReturnPath("/").signInPage()).isEqualTo("/signin");
    }
}

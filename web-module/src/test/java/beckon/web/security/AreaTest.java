package beckon.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaTest {
    @ParameterizedTest
    @CsvSource({
        "/signin, PUBLIC",
        "/terms/privacy, PUBLIC",
        "/join/abc, TOKEN",
        "/setup/abc, TOKEN",
        "/file/abc, TOKEN",
        "/download/abc, TOKEN",
        "/attachment, ATTACHMENT",
        "/attachment/abc/remove, ATTACHMENT",
        "/photo, ATTACHMENT",
        "/photo/abc/small, ATTACHMENT",
        "/photos, MEMBER",
        "/contact/import/file, ATTACHMENT",
        "/contact/import, MEMBER",
        "/contact/export/contacts.csv, MEMBER",
        "/get-the-app, PUBLIC",
        "/unsubscribe/abc, UNSUBSCRIBE",
        "/health/ready, HEALTH",
        "/text/receipt/7-x, RECEIPT",
        "/text/incoming/key, RECEIPT",
        "/text/receipts, MEMBER",
        "/jakarta.faces.resource/css/base.css.xhtml, RESOURCE",
        "/logo/7274c6aa-7973-43e2-88db-cd78a3c97127, RESOURCE",
        "/logout, MEMBER",
        "/app/icon-192.png, RESOURCE",
        "/sw.js, RESOURCE",
        "/offline, PUBLIC",
        "/operator/accounts, OPERATOR",
        "/operators, MEMBER",
        "/admin/first-domain, ADMIN",
        "/admin/held, ADMIN",
        "/api/openapi, API_PUBLIC",
        "/api/v1/tokens, API_PUBLIC",
        "/api/v1/invitations, API",
        "/api/v1/tokens/more, API",
        "/admin/policies, ADMIN",
        "/admin, ADMIN",
        "/contact/company, MEMBER",
        "/, MEMBER",
    })
    void pathsBelongToTheirArea(String path, Area area) {
        assertThat(Area.of(path)).isEqualTo(area);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/signinx",
                "/join.xhtml",
                "/index.xhtml",
                "/terms-of-somebody",
                "/healthy",
                "/x/jakarta.faces.resource/y",
                "/WEB-INF/web.xml",
                "",
            })
    void whatNobodyOpenedNeedsAMember(String path) {
        assertThat(Area.of(path)).isEqualTo(Area.MEMBER);
    }

    @Test
    void theApiIsNeverAPage() {
        assertThat(Area.of("/api")).isEqualTo(Area.API);
        assertThat(Area.of("/apis")).isEqualTo(Area.MEMBER);
    }
}

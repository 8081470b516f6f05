package beckon.api;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.testing.Addresses;
import beckon.testing.Api;
import beckon.testing.BeckonIT;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.Http;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** The operator's commands, as {@code server/bin/beckon account} says them to the server. */
@RunAsClient
class OperatorIT extends BeckonIT {
    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void closedAccountsTokensAreDeadAtOnce() throws IOException {
        Company company = Company.found("Closing " + Addresses.unique("ltd"));
        Api member = Api.as(company.coworker("Cleo").email());
        assertThat(member.get("/contacts").status()).isEqualTo(200);
        String body = "account=" + handle(company) + "&name=" + encoded(company.name());

        var slip = post("/close", "account=" + handle(company) + "&name=Another", key());
        assertThat(slip.status()).isEqualTo(404);
        assertThat(member.get("/contacts").status()).isEqualTo(200);
        assertThat(post("/close", body, key()).body()).contains("is closed");

        assertThat(member.get("/contacts").status()).isEqualTo(401);
        assertThat(list(key()).body()).contains(company.name()).contains("closed");
    }

    @Test
    void linkThatIsPrintedOpensTheWizard() throws IOException {
        var answer = post("", "label=for+Fabrikam", key());

        String link = answer.body().replaceAll("(?s).*(/setup/\\S+).*", "$1");
        assertThat(Http.get(link).body()).contains("setup-account-name");
        assertThat(list(key()).body()).contains("for Fabrikam");
    }

    @Test
    void editionIsTheOperatorsToSay() throws IOException {
        Company company = Company.found("Upgrading Ltd");

        var answer =
                post("/edition", "account=" + handle(company) + "&edition=PRO_PLUS&seats=7", key());

        assertThat(answer.body()).contains("PRO_PLUS").contains("7 seats");
        assertThat(Database.value("select edition from account where name = ?", company.name()))
                .isEqualTo("PRO_PLUS");
    }

    @Test
    void withoutTheKeyOrThroughAProxyThereIsNothing() throws IOException {
        assertThat(Http.get("/operator/accounts").status()).isEqualTo(404);
        assertThat(list("x".repeat(43)).status()).isEqualTo(404);
        assertThat(
                        Http.get(
                                        "/operator/accounts",
                                        "Authorization",
                                        "Bearer " + key(),
                                        "X-Forwarded-For",
                                        "192.0.2.7")
                                .status())
                .isEqualTo(404);
    }

    private static Http.Answer list(String key) {
        return Http.get("/operator/accounts", "Authorization", "Bearer " + key);
    }

    private static Http.Answer post(String path, String body, String key) {
        return Http.send(
                "POST",
                "/operator/accounts" + path,
                body,
                "Authorization",
                "Bearer " + key,
                "Content-Type",
                FORM);
    }

    private static String handle(Company company) {
        return Database.value(
                "select handle from account where id = cast(? as bigint)", company.id());
    }

    private static String key() throws IOException {
        return Files.readString(Path.of(System.getenv("BECKON_DATA_DIR"), "operator.key")).strip();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}

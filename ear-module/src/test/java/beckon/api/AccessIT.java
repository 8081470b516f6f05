package beckon.api;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.testing.Addresses;
import beckon.testing.Api;
import beckon.testing.BeckonIT;
import beckon.testing.Company;
import beckon.testing.Http;
import beckon.testing.Http.Answer;
import beckon.testing.Mail;
import beckon.testing.Postbox;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call the API, and whose things they find there. */
@RunAsClient
class AccessIT extends BeckonIT {
    private final Api ben = Api.as("ben@acme.example");
    private final Api gina = Api.as("gina@guest.example");

    @ParameterizedTest
    @CsvSource({
        "GET,  /api/v1/invitations",
        "POST, /api/v1/invitations",
        "GET,  /api/v1/invitations/018f2b7e-6d0c-4c7a-9a51-2f6f0f6c1d11",
        "POST, /api/v1/invitations/018f2b7e-6d0c-4c7a-9a51-2f6f0f6c1d11/resend",
        "POST, /api/v1/invitations/018f2b7e-6d0c-4c7a-9a51-2f6f0f6c1d11/revoke",
        "GET,  /api/v1/contacts",
        "GET,  /api/v1/nowhere",
        "GET,  /api",
    })
    void withoutATokenNothingIsOpen(String method, String path) {
        Answer answer = Http.send(method, path, method.equals("POST") ? "{}" : null);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer nonsense", "Basic YTpi", "bearer \u00e9"})
    void aTokenOfNobodyOpensNothing(String header) {
        assertThat(Http.get("/api/v1/contacts", "Authorization", header).status()).isEqualTo(401);
    }

    @Test
    void theWordBearerMayBeWrittenSmall() {
        String token = issue("ben@acme.example", beckon.testing.TestServer.password());

        assertThat(Http.get("/api/v1/contacts", "Authorization", "bearer " + token).status())
                .isEqualTo(200);
    }

    @Test
    void theBrowsersSessionDoesNotOpenTheApi() {
        var browser = new PageSession();
        browser.signIn("ben@acme.example", beckon.testing.TestServer.password());
        assertThat(browser.get("/").status()).isEqualTo(200);

        assertThat(browser.get("/api/v1/contacts").status()).isEqualTo(401);
    }

    @Test
    void invitingThatIsSwitchedOffSaysWhomToAsk() {
        Company company = Company.found("Off By Api Ltd");
        company.admin("Adelheid");
        Api coworker = Api.as(company.coworker("Cosmo").email());
        company.letInvite("ADMINS");
        String address = Addresses.guest("off");

        Answer answer = coworker.post("/invitations", Api.invitation("AUTOMATIC", address));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.object().getString("detail"))
                .isEqualTo("Inviting is switched off for you. Ask Adelheid Tester to change that.");
    }

    @Test
    void anotherPersonsInvitationIsNotFound() {
        String id = invite(ben);

        assertNotFound(gina.get("/invitations/" + id));
        assertNotFound(gina.post("/invitations/" + id + "/resend", ""));
        assertNotFound(gina.post("/invitations/" + id + "/revoke", ""));
        assertThat(ben.get("/invitations/" + id).object().getString("state")).isEqualTo("PENDING");
    }

    @Test
    void anUnknownInvitationLooksLikeAForeignOne() {
        Answer foreign = gina.get("/invitations/" + invite(ben));
        Answer unknown = gina.get("/invitations/" + UUID.randomUUID());

        assertThat(unknown.status()).isEqualTo(foreign.status());
        assertThat(unknown.body()).isEqualTo(foreign.body());
    }

    @Test
    void anotherCompanysInvitationIsNotFoundEvenForAdmins() {
        UUID foreign = ForeignCompany.withAnInvitation();
        Api anna = Api.as("anna@acme.example");

        assertNotFound(anna.get("/invitations/" + foreign));
        assertNotFound(anna.post("/invitations/" + foreign + "/resend", ""));
        assertNotFound(anna.post("/invitations/" + foreign + "/revoke", ""));
        assertThat(ForeignCompany.stateOf(foreign)).isEqualTo("PENDING");
        assertThat(anna.get("/invitations?size=100").body()).doesNotContain(foreign.toString());
        assertThat(anna.get("/contacts?query=" + ForeignCompany.ADDRESS).object().getInt("total"))
                .isZero();
    }

    @Test
    void whoeverGuessesPasswordsIsToldToWait() {
        String email = Addresses.guest("guesser");
        for (int i = 0; i < 10; i++) {
            assertThat(token(email, "guess number " + i).status()).isEqualTo(401);
        }

        Answer answer = token(email, "one guess too many");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(60, 15 * 60);
        assertThat(answer.object().getString("type"))
                .isEqualTo("urn:beckon:problem:too-many-attempts");
    }

    @Test
    void noAnswerHoldsTheTokenOfTheMail() {
        String email = Addresses.guest("token");
        Answer invited = ben.post("/invitations", Api.invitation("AUTOMATIC", email));
        String id =
                invited.object().getJsonArray("results").getJsonObject(0).getString("invitationId");
        Mail mail = Postbox.untilMailArrives(email);
        String token = mail.text().replaceAll("(?s).*/join/([A-Za-z0-9_-]{43}).*", "$1");
        assertThat(token).hasSize(43);

        assertThat(invited.body()).doesNotContain(token);
        assertThat(ben.get("/invitations/" + id).body()).contains(email).doesNotContain(token);
        assertThat(ben.get("/invitations").body()).doesNotContain(token);
        assertThat(ben.post("/invitations/" + id + "/revoke", "").body()).doesNotContain(token);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressSoundTheSame() {
        Answer wrong = token("ben@acme.example", "not the password of ben");
        Answer unknown = token(Addresses.guest("unknown"), "not the password of ben");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    private static String invite(Api api) {
        return api.invite(Addresses.guest("access")).get(0).getString("invitationId");
    }

    private static void assertNotFound(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
        assertThat(answer.object().getString("type")).isEqualTo("urn:beckon:problem:not-found");
    }

    private static String issue(String email, String password) {
        return token(email, password).object().getString("token");
    }

    private static Answer token(String email, String password) {
        return Http.send(
                "POST",
                "/api/v1/tokens",
                "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}",
                "Content-Type",
                "application/json");
    }
}

package beckon.api;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.testing.Addresses;
import beckon.testing.Api;
import beckon.testing.BeckonIT;
import beckon.testing.Company;
import beckon.testing.Database;
import beckon.testing.Http;
import beckon.testing.Http.Answer;
import beckon.testing.TestServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/**
 * Who may open what: every page of the built EAR and every operation of its REST API has a row
 * here.
 *
 * <p>Pages and operations are found by themselves, so that a new one without a row fails.
 */
@RunAsClient
class AccessMatrixIT extends BeckonIT {
    private enum Door {
        /** Anybody. */
        OPEN,
        /** Whoever holds what stands in the address; others learn nothing. */
        TOKEN,
        MEMBER,
        ADMIN
    }

    private static final Map<String, Door> PAGES =
            rows(
                    """
                    OPEN   /get-the-app /offline /signin
                    TOKEN  /file /join /reset /setup /terms /unsubscribe
                    MEMBER /index /contact/company /contact/guests /contact/import /contact/personal
                    MEMBER /invitation/links /invitation/list /invitation/requests
                    MEMBER /person/data /person/profile /person/security /person/sessions /person/tokens /person/two-step
                    ADMIN  /admin/approvals /admin/domains /admin/policies /admin/policies-addresses
                    ADMIN  /admin/account /admin/first-domain /admin/held /admin/licences /admin/people
                    ADMIN  /admin/policies-links /admin/policies-sign-in /admin/policies-texts /admin/texts
                    """);

    private static final Map<String, Door> OPERATIONS =
            rows(
                    """
                    OPEN   GET:/openapi POST:/v1/tokens
                    MEMBER GET:/v1/contacts POST:/v1/contacts GET:/v1/contacts/{id}
                    MEMBER PUT:/v1/contacts/{id} DELETE:/v1/contacts/{id}
                    MEMBER GET:/v1/invitations POST:/v1/invitations GET:/v1/invitations/{id}
                    MEMBER POST:/v1/invitations/{id}/resend POST:/v1/invitations/{id}/revoke
                    MEMBER GET:/v1/links POST:/v1/links DELETE:/v1/links/{id}
                    """);

    /** What marks everything of the company whose things others are after. */
    private static final String SECRET = "Xanadu";

    private static Map<String, Door> rows(String table) {
        Map<String, Door> rows = new TreeMap<>();
        table.lines()
                .map(line -> line.strip().split("\\s+"))
                .forEach(
                        words ->
                                Stream.of(words)
                                        .skip(1)
                                        .forEach(each -> rows.put(each, Door.valueOf(words[0]))));
        return rows;
    }

    @Test
    void everyPageHasARow() throws IOException {
        assertThat(pages()).isEqualTo(PAGES.keySet());
    }

    @Test
    void everyOperationHasARow() {
        assertThat(operations()).isEqualTo(OPERATIONS.keySet());
    }

    @Test
    void nobodyOpensNothingButTheOpen() {
        PAGES.forEach(
                (page, door) -> {
                    Answer answer = Http.get(page);
                    switch (door) {
                        case OPEN, TOKEN ->
                                assertThat(answer.status())
                                        .as(page)
                                        .isNotEqualTo(302)
                                        .isLessThan(500);
                        case MEMBER, ADMIN -> {
                            assertThat(answer.status()).as(page).isEqualTo(302);
                            assertThat(answer.header("Location")).as(page).startsWith("/signin");
                        }
                    }
                });
        OPERATIONS.forEach(
                (operation, door) -> {
                    Answer answer = call(operation, UUID.randomUUID().toString(), null);
                    assertThat(answer.status() == 401)
                            .as(operation + " " + answer.status())
                            .isEqualTo(door != Door.OPEN);
                });
    }

    @Test
    void pagesOpenForThoseWhomTheyAreForAndTellNobodyOfAnotherCompany() {
        found();
        Company own = Company.found("Own Ltd");
        Map<Company.Member, Set<Door>> people =
                Map.of(
                        own.admin("Ada"), Set.of(Door.OPEN, Door.MEMBER, Door.ADMIN),
                        own.coworker("Cole"), Set.of(Door.OPEN, Door.MEMBER),
                        own.guest("Gus"), Set.of(Door.OPEN, Door.MEMBER));

        people.forEach(
                (person, open) -> {
                    var browser = new PageSession();
                    browser.signIn(person.email(), TestServer.password());
                    PAGES.forEach(
                            (page, door) -> {
                                Answer answer = browser.get(page);
                                String what = person.name() + " at " + page;
                                assertThat(answer.body()).as(what).doesNotContain(SECRET);
                                if (door == Door.ADMIN && !open.contains(Door.ADMIN)) {
                                    assertThat(answer.status()).as(what).isEqualTo(404);
                                } else if (open.contains(door) && !page.equals("/signin")) {
                                    assertThat(answer.status()).as(what).isLessThan(400);
                                }
                                assertThat(answer.status()).as(what).isLessThan(500);
                            });
                });
    }

    @Test
    void foreignIdsAreNotFoundWhateverIsDoneWithThem() {
        List<String> foreign = found();
        String before = stateOfTheirs();
        Company own = Company.found("Own Ltd");

        for (Company.Member person :
                List.of(own.admin("Ada"), own.coworker("Cole"), own.guest("Gus"))) {
            Api api = Api.as(person.email());
            OPERATIONS.keySet().stream()
                    .filter(operation -> operation.contains("{"))
                    .forEach(
                            operation ->
                                    foreign.forEach(
                                            id -> {
                                                Answer answer = call(operation, id, api);
                                                assertThat(answer.status())
                                                        .as(person.name() + " " + operation)
                                                        .isEqualTo(404);
                                                assertThat(answer.body()).doesNotContain(SECRET);
                                            }));
        }
        assertThat(stateOfTheirs()).isEqualTo(before);
    }

    @Test
    void listsOfTheApiShowNothingOfAnotherCompanyAndBadBodiesAreTheCallersFault() {
        found();
        Company own = Company.found("Own Ltd");

        for (Company.Member person :
                List.of(own.admin("Ada"), own.coworker("Cole"), own.guest("Gus"))) {
            Api api = Api.as(person.email());
            OPERATIONS.keySet().stream()
                    .filter(operation -> !operation.contains("{"))
                    .forEach(
                            operation -> {
                                Answer answer = call(operation, "", api);
                                assertThat(answer.status())
                                        .as(person.name() + " " + operation)
                                        .isLessThan(500);
                                assertThat(answer.body()).doesNotContain(SECRET);
                            });
            assertThat(api.get("/contacts?query=" + SECRET).body()).doesNotContain(SECRET);
        }
    }

    private static Answer call(String operation, String id, Api api) {
        String method = operation.substring(0, operation.indexOf(':'));
        String path = operation.substring(operation.indexOf(':') + 1).replaceAll("\\{\\w+}", id);
        String body = method.equals("POST") || method.equals("PUT") ? "{}" : null;
        return api == null
                ? Http.send(method, "/api" + path, body, "Content-Type", "application/json")
                : api.send(method, path.replaceFirst("^/v1", ""), body);
    }

    /** A company full of things that others are after; the handles of some of them. */
    private static List<String> found() {
        Company company = Company.found(SECRET + " Ltd");
        Company.Member member = company.coworker(SECRET);
        company.addContact(member, SECRET + " Friend", "+33612345678");
        Api api = Api.as(member.email());
        String invitation =
                api.invite(Addresses.guest(SECRET.toLowerCase(java.util.Locale.ROOT)))
                        .get(0)
                        .getString("invitationId");
        String link = api.post("/links", "{}").object().getString("id");
        String contact =
                Database.value(
                        "select cast(handle as varchar) from contact where membership_id ="
                                + " cast(? as bigint)",
                        member.caller().membershipId());
        return List.of(invitation, link, contact);
    }

    private static String stateOfTheirs() {
        return Stream.of(
                        "select count(*) from invitation i join account a on a.id = i.account_id"
                                + " where a.name like 'Xanadu%' and i.state = 'PENDING'",
                        "select count(*) from invitation_link l join account a"
                                + " on a.id = l.account_id where a.name like 'Xanadu%'"
                                + " and l.deactivated_at is null",
                        "select count(*) from dispatch d join account a on a.id = d.account_id"
                                + " where a.name like 'Xanadu%'")
                .map(Database::number)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    /** The pages of the built EAR, by their addresses. */
    private static Set<String> pages() throws IOException {
        Set<String> pages = new TreeSet<>();
        try (ZipFile ear = new ZipFile(System.getProperty("test.ear"))) {
            ZipEntry war =
                    ear.stream()
                            .filter(e -> e.getName().endsWith(".war"))
                            .findFirst()
                            .orElseThrow();
            try (InputStream in = ear.getInputStream(war);
                    ZipInputStream files = new ZipInputStream(in)) {
                for (ZipEntry file = files.getNextEntry();
                        file != null;
                        file = files.getNextEntry()) {
                    String name = file.getName();
                    if (name.endsWith(".xhtml") && !name.matches("(WEB-INF|resources)/.*")) {
                        pages.add("/" + name.substring(0, name.length() - ".xhtml".length()));
                    }
                }
            }
        }
        return pages;
    }

    /** The operations that the API says it has; another test holds it to its classes. */
    private static Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        JsonObject paths = Http.get("/api/openapi").object().getJsonObject("paths");
        paths.forEach(
                (path, methods) ->
                        methods.asJsonObject().keySet().stream()
                                .filter(Set.of("get", "post", "put", "patch", "delete")::contains)
                                .forEach(
                                        method ->
                                                operations.add(
                                                        method.toUpperCase(java.util.Locale.ROOT)
                                                                + ":"
                                                                + path)));
        return operations;
    }
}

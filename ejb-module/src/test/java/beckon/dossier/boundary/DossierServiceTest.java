package beckon.dossier.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import beckon.account.entity.Caller;
import beckon.attachment.FileFixtures;
import beckon.contact.boundary.PersonalContactService;
import beckon.contact.entity.ContactLabel;
import beckon.contact.entity.LabelledAddress;
import beckon.contact.entity.LabelledNumber;
import beckon.contact.entity.PersonalContact;
import beckon.invitation.control.HandoverRepository;
import beckon.person.SignInTest;
import beckon.person.boundary.ApiTokenService;
import beckon.person.boundary.PhotoService;
import beckon.person.control.Passwords;
import beckon.person.entity.NewApiToken;
import beckon.person.entity.PersonReason;
import beckon.shared.EmailAddress;
import beckon.shared.PhoneNumber;
import beckon.shared.RefusalException;
import beckon.shared.persistence.IdRepository;
import beckon.testing.CountedSource;
import beckon.testing.TestContainer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossierServiceTest extends SignInTest {

    private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 5, 4, 3, 2, 1);

    private final String recipient = UUID.randomUUID() + "@friends.example";
    private DossierService dossiers;
    private Caller colleague;

    @BeforeEach
    void openDoors() {
        dossiers = container.get(DossierService.class);
        colleague = company.coworker("Carl", "Colleague");
    }

    @Test
    void dossierHoldsWhatThePersonHasSaidAndDone() {
        byte[] picture = FileFixtures.jpeg(40, 40);
        database.inTransaction(() -> container.get(PhotoService.class).change(picture));
        open();
        makeKey();
        note("Marie Curie");
        invite(bob, recipient);
        accept("2026-01");

        JsonObject dossier = take();

        assertThat(dossier.getString("format")).isEqualTo("beckon-own-data");
        assertThat(dossier.getInt("version")).isEqualTo(1);
        assertThat(only(dossier, "profile").getString("email")).isEqualTo(email);
        assertThat(only(dossier, "profile").getString("createdAt")).endsWith("Z");
        assertThat(Base64.getDecoder().decode(only(dossier, "photo").getString("jpeg")))
                .startsWith(0xFF, 0xD8);
        assertThat(only(dossier, "memberships").getString("kind")).isEqualTo("COWORKER");
        assertThat(only(dossier, "sessions").getString("remote")).isEqualTo(remote);
        assertThat(only(dossier, "apiKeys").getString("name")).isEqualTo("Nightly report");
        assertThat(only(dossier, "personalContacts").getString("name")).isEqualTo("Marie Curie");
        assertThat(only(dossier, "furtherAddresses").getString("email"))
                .isEqualTo("m2@curie.example");
        assertThat(only(dossier, "furtherNumbers").getString("phone")).isEqualTo("+33612345679");
        assertThat(only(dossier, "invitationsSent").getString("recipient")).isEqualTo(recipient);
        assertThat(only(dossier, "termsAccepted").getString("version")).isEqualTo("2026-01");
        assertThat(actions(dossier)).contains("photo.changed", "apiToken.made", "person.dataTaken");
    }

    @Test
    void nothingThatOpensAnythingIsInIt() {
        open();
        String key = makeKey();
        invite(bob, recipient);

        String text = text();

        assertThat(text).doesNotContain(key).doesNotContainIgnoringCase("hash");
        assertThat(text).doesNotContainIgnoringCase("nonce").doesNotContain("argon2");
        for (byte[] secret : secrets()) {
            assertThat(text).doesNotContain(Base64.getEncoder().encodeToString(secret));
        }
    }

    @Test
    void whatOthersHaveTypedIsTheirs() {
        container.callAs(colleague.principalName());
        note("Secret Friend");
        invite(colleague, recipient);
        share(colleague, "theirs.example");
        share(bob, "own.example");
        container.callAs(bob.principalName());
        database.inTransaction(
                () ->
                        container
                                .get(HandoverRepository.class)
                                .giveTo(bob.membershipId(), colleague.membershipId()));

        String text = text();

        assertThat(text)
                .doesNotContain("Secret Friend")
                .doesNotContain(recipient)
                .doesNotContain("theirs.example")
                .contains("own.example")
                .doesNotContain("Carl");
    }

    @Test
    void whoDoesNotKnowThePasswordGetsNothingAndThatIsNoted() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(refusal(() -> dossiers.take("wrong", visit(null), () -> out)).reason())
                .isEqualTo(PersonReason.WRONG_PASSWORD);

        assertThat(out.size()).isZero();
        assertThat(outcomes()).containsExactly("WRONG_PASSWORD");
    }

    @Test
    void muchTakesAsManyStatementsAsLittle() {
        CountedSource counted = new CountedSource(database.dataSource());
        DossierService door = counting(counted);
        // the first act of a server fetches ids for many
        takeFrom(door);
        int few = counted.during(() -> takeFrom(door));
        IntStream.range(0, 30).forEach(i -> invite(bob, i + recipient));

        assertThat(counted.during(() -> takeFrom(door))).isEqualTo(few);
    }

    @Test
    void allIsReadBeforeAnythingIsSent() {
        CountedSource counted = new CountedSource(database.dataSource());
        DossierService door = counting(counted);
        // opened, it counts anew
        Supplier<OutputStream> opened =
                () -> {
                    counted.during(() -> {});
                    return new ByteArrayOutputStream();
                };

        int sinceOpened = counted.during(() -> send(door, opened));

        assertThat(sinceOpened).isZero();
    }

    @Test
    void noFileIsLeftBehindWhetherItIsSentOrNot(@TempDir Path data) {
        DossierService door =
                door(new TestContainer(database, Map.of("BECKON_DATA_DIR", data.toString())));
        OutputStream gone =
                new OutputStream() {
                    @Override
                    public void write(int octet) throws IOException {
                        throw new IOException("broken pipe");
                    }
                };

        takeFrom(door);
        assertThatThrownBy(() -> send(door, () -> gone)).isInstanceOf(UncheckedIOException.class);

        assertThat(data.resolve("dossiers")).isEmptyDirectory();
    }

    @Test
    void tenAnHourAreTakenAndTheNextRefusedAndNoted() {
        for (int i = 0; i < 10; i++) {
            text();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        RefusalException refused = refusal(() -> dossiers.take(PASSWORD, visit(null), () -> out));

        assertThat(refused.reason()).isEqualTo(PersonReason.TOO_MANY_ATTEMPTS);
        assertThat(refused.arguments()).containsExactly(60L);
        assertThat(out.size()).isZero();
        assertThat(outcomes()).hasSize(11).contains("TOO_MANY_ATTEMPTS");
        container.clock().move(Duration.ofHours(1));
        assertThat(text()).isNotEmpty();
    }

    private void send(DossierService door, Supplier<OutputStream> destination) {
        database.inTransaction(() -> door.take(PASSWORD, visit(null), destination));
    }

    private List<String> outcomes() {
        return statements()
                .list(
                        "select outcome from audit_entry where actor_id = ?"
                                + " and action = 'person.dataTaken'",
                        row -> row.getString(1),
                        bob.membershipId());
    }

    private DossierService counting(CountedSource counted) {
        return door(new TestContainer(database).with(DataSource.class, counted.source()));
    }

    private DossierService door(TestContainer another) {
        another.with(Passwords.class, container.get(Passwords.class));
        another.callAs(bob.principalName());
        return another.get(DossierService.class);
    }

    private String takeFrom(DossierService door) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        send(door, () -> out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String text() {
        return takeFrom(dossiers);
    }

    private JsonObject take() {
        byte[] octets = text().getBytes(StandardCharsets.UTF_8);
        try (var reader = Json.createReader(new ByteArrayInputStream(octets))) {
            return reader.readObject();
        }
    }

    private static JsonObject only(JsonObject dossier, String section) {
        JsonArray rows = dossier.getJsonArray(section);
        assertThat(rows).as(section).hasSize(1);
        return rows.getJsonObject(0);
    }

    private static List<String> actions(JsonObject dossier) {
        return dossier.getJsonArray("acts").getValuesAs(JsonObject.class).stream()
                .map(act -> act.getString("action"))
                .toList();
    }

    private String makeKey() {
        NewApiToken wish = new NewApiToken("Nightly report", 30, PASSWORD, visit(null));
        return in(() -> container.get(ApiTokenService.class).make(wish)).secret();
    }

    private void note(String name) {
        PersonalContact contact =
                new PersonalContact(
                        name,
                        "Sorbonne",
                        List.of(
                                new LabelledAddress(
                                        EmailAddress.of("m1@curie.example"), ContactLabel.WORK),
                                new LabelledAddress(EmailAddress.of("m2@curie.example"), null)),
                        List.of(
                                new LabelledNumber(new PhoneNumber("+33612345678"), null),
                                new LabelledNumber(new PhoneNumber("+33612345679"), null)),
                        "Radium");
        in(() -> container.get(PersonalContactService.class).add(contact));
    }

    private void invite(Caller inviter, String to) {
        statements()
                .update(
                        "insert into invitation (id, handle, account_id, inviter_id, channel,"
                                + " recipient, recipient_key, kind, rule, language, state, nonce,"
                                + " key_id, token_hash, created_at, expires_at, version)"
                                + " values (?, ?, ?, ?, 'EMAIL', ?, ?, 'GUEST', 'x', 'en',"
                                + " 'PENDING', ?, 'k', ?, ?, ?, 0)",
                        container.get(IdRepository.class).next(),
                        UUID.randomUUID(),
                        inviter.accountId(),
                        inviter.membershipId(),
                        to,
                        to,
                        octets(),
                        octets(),
                        MOMENT,
                        MOMENT);
    }

    private void share(Caller owner, String domain) {
        statements()
                .update(
                        "insert into invitation_link (id, handle, account_id, owner_id, domain,"
                                + " uses, nonce, key_id, token_hash, created_at, expires_at)"
                                + " values (?, ?, ?, ?, ?, 0, ?, 'k', ?, ?, ?)",
                        container.get(IdRepository.class).next(),
                        UUID.randomUUID(),
                        owner.accountId(),
                        owner.membershipId(),
                        domain,
                        octets(),
                        octets(),
                        MOMENT,
                        MOMENT);
    }

    private void accept(String version) {
        statements()
                .update(
                        "insert into terms_acceptance (id, person_id, account_id, version,"
                                + " language, at) values (?, ?, ?, ?, 'en', ?)",
                        container.get(IdRepository.class).next(),
                        bob.personId(),
                        bob.accountId(),
                        version,
                        MOMENT);
    }

    private List<byte[]> secrets() {
        return statements()
                .list(
                        "select token_hash from api_token where person_id = ? union all"
                                + " select token_hash from invitation where inviter_id = ?"
                                + " union all select nonce from invitation where inviter_id = ?",
                        row -> row.getBytes(1),
                        bob.personId(),
                        bob.membershipId(),
                        bob.membershipId());
    }

    private static byte[] octets() {
        return UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    }
}

package beckon.person.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.person.SignInTest;
import beckon.person.entity.PersonReason;
import beckon.person.entity.Profile;
import beckon.person.entity.ProfileForm;
import beckon.shared.PhoneReason;
import beckon.shared.SixDigits;
import beckon.shared.Token;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProfileServiceTest extends SignInTest {

    private final String number =
            "+33612%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
    private ProfileService profiles;

    @BeforeEach
    void openDoors() {
        profiles = container.get(ProfileService.class);
    }

    @Test
    void namesLanguageAndTimeZoneAreKept() {
        change("  Zoé ", "Öztürk", "fr", "Europe/Paris");

        Profile profile = profile();
        assertThat(profile.displayName()).isEqualTo("Zoé Öztürk");
        assertThat(profile.language()).isEqualTo("fr");
        assertThat(profile.timeZone()).isEqualTo("Europe/Paris");
        change("Zoé", "Öztürk", "fr", "");
        assertThat(profile().timeZone()).isNull();
    }

    @Test
    void zoneThatIsNoneIsRefused() {
        assertThat(
                        refusal(
                                        () ->
                                                profiles.change(
                                                        new ProfileForm(
                                                                "Bob", "B", "en", "Mars/Base")))
                                .reason())
                .isEqualTo(PersonReason.UNKNOWN_ZONE);
    }

    @Test
    void everybodyListsAndFindsThePersonByTheNewNameOnly() {
        change("Zoé", "Öztürk", "en", "");

        assertThat(
                        statements()
                                .list(
                                        "select c.display_name || '/' || c.sort_key || '/' ||"
                                                + " m.sort_key from contact c join membership m"
                                                + " on m.id = c.membership_id where m.id = ?",
                                        row -> row.getString(1),
                                        bob.membershipId()))
                .containsExactly("Zoé Öztürk/zoe ozturk/zoe ozturk");
        assertThat(words()).contains("zoe", "ozturk").doesNotContain("builder");
    }

    @Test
    void codeThatWasSentProvesTheNumber() {
        send(number);
        assertThat(in(profiles::findWaitingPhone)).contains(number);
        assertThat(profile().phone()).isNull();

        database.inTransaction(() -> profiles.confirmPhone(" " + code() + " ", visit(null)));

        assertThat(profile().phone()).isEqualTo(number);
        assertThat(in(profiles::findWaitingPhone)).isEmpty();
        assertThat(mails()).containsExactly("notice PHONE_CHANGED");
    }

    @Test
    void codeIsGoodForTenMinutesAndFiveTries() {
        send(number);
        container.clock().move(Duration.ofMinutes(10));
        assertThat(refusalOf(code())).isEqualTo(PersonReason.PHONE_CODE_OVER);

        send(number);
        for (int i = 0; i < 5; i++) {
            assertThat(refusalOf("x")).isEqualTo(PersonReason.WRONG_PHONE_CODE);
        }
        assertThat(refusalOf(code())).isEqualTo(PersonReason.PHONE_CODE_OVER);
        assertThat(profile().phone()).isNull();
    }

    @Test
    void oneTextAMinuteAndFiveADay() {
        send(number);
        assertThat(refusal(() -> profiles.sendCode(number, remote)).reason())
                .isEqualTo(PersonReason.TOO_MANY_ATTEMPTS);
        for (int i = 0; i < 4; i++) {
            container.clock().move(Duration.ofMinutes(1));
            send(number);
        }
        container.clock().move(Duration.ofMinutes(1));

        assertThat(refusal(() -> profiles.sendCode(number, remote)).reason())
                .isEqualTo(PersonReason.TOO_MANY_ATTEMPTS);
    }

    @Test
    void numberThatIsNoneOrFarAwayGetsNoText() {
        assertThat(refusal(() -> profiles.sendCode("12", remote)).reason())
                .isInstanceOf(PhoneReason.class);
        assertThat(refusal(() -> profiles.sendCode("+8613812345678", remote)).reason())
                .isEqualTo(PersonReason.COUNTRY_CLOSED);
    }

    @Test
    void numberCanBeRemoved() {
        send(number);
        database.inTransaction(() -> profiles.confirmPhone(code(), visit(null)));

        database.inTransaction(() -> profiles.removePhone(visit(null)));

        assertThat(profile().phone()).isNull();
    }

    private void change(String first, String last, String language, String zone) {
        database.inTransaction(() -> profiles.change(new ProfileForm(first, last, language, zone)));
    }

    private void send(String to) {
        database.inTransaction(() -> profiles.sendCode(to, remote));
    }

    private Object refusalOf(String code) {
        return refusal(() -> profiles.confirmPhone(code, visit(null))).reason();
    }

    private String code() {
        return SixDigits.of(
                new Token(
                        token(
                                "select purpose, nonce, key_id from dispatch where recipient = ?",
                                number)));
    }

    private Profile profile() {
        return in(() -> container.get(PersonService.class).getProfile());
    }

    private List<String> words() {
        return statements()
                .list(
                        "select w.word from contact_word w join contact c on c.id = w.contact_id"
                                + " where c.membership_id = ?",
                        row -> row.getString(1),
                        bob.membershipId());
    }
}

package beckon.account.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import beckon.account.entity.AccountReason;
import beckon.shared.Reason;
import beckon.shared.RefusalException;
import beckon.shared.Settings;
import beckon.testing.NameServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class DomainRecordsTest {

    private static final String NAME = "_beckon.acme.example";

    private final NameServer names = new NameServer();
    private final DomainRecords records =
            new DomainRecords(new Settings(Map.of("BECKON_DNS_SERVERS", names.address())));

    @AfterEach
    void stop() {
        names.close();
    }

    @Test
    void everyTextUnderTheNameIsHeard() {
        names.with(NAME, "v=spf1 -all", "beckon-verification=abc");

        assertThat(records.listTexts(NAME))
                .containsExactlyInAnyOrder("v=spf1 -all", "beckon-verification=abc");
    }

    @Test
    void unknownNameHasNoTexts() {
        assertThat(records.listTexts(NAME)).isEmpty();
    }

    @Test
    void nameWithoutTextsHasNone() {
        names.with(NAME);

        assertThat(records.listTexts(NAME)).isEmpty();
    }

    @Test
    void changedRecordIsSeenAtOnce() {
        names.with(NAME, "old");
        assertThat(records.listTexts(NAME)).containsExactly("old");

        names.with(NAME, "new");

        assertThat(records.listTexts(NAME)).containsExactly("new");
    }

    @Test
    void silentServerIsGivenUpWithinSeconds() {
        names.silent();

        Assertions.assertTimeout(
                Duration.ofSeconds(8),
                () -> assertThat(refusal()).isEqualTo(AccountReason.DNS_SILENT));
    }

    @Test
    void failingServerIsSaidSo() {
        names.failing();

        assertThat(refusal()).isEqualTo(AccountReason.DNS_FAILED);
    }

    private Reason refusal() {
        return catchThrowableOfType(RefusalException.class, () -> records.listTexts(NAME)).reason();
    }
}

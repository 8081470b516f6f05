package beckon.getapp.boundary;

import static beckon.testing.Crowds.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import beckon.audit.boundary.AuditService;
import beckon.delivery.boundary.DeliveryService;
import beckon.delivery.boundary.TextService;
import beckon.delivery.control.DispatchQueue;
import beckon.getapp.control.AppLimits;
import beckon.getapp.control.AppLinks;
import beckon.getapp.control.Browsers;
import beckon.getapp.control.EasyLimits;
import beckon.getapp.control.PuzzleSolver;
import beckon.getapp.control.Puzzles;
import beckon.getapp.entity.AppLinkRequest;
import beckon.getapp.entity.AppLinkRequest.Proof;
import beckon.getapp.entity.AppReason;
import beckon.shared.PhoneReason;
import beckon.shared.RefusalException;
import beckon.shared.Settings;
import beckon.shared.persistence.DatabaseTest;
import beckon.shared.persistence.RateLimitRepository;
import beckon.shared.persistence.Statements;
import beckon.testing.SilentQueue;
import beckon.testing.TestContainer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppLinkServiceTest extends DatabaseTest {

    private static final String MARIE = "06 12 34 56 78";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @TempDir private Path data;
    private TestContainer container;
    private Statements statements;
    private AppLinkService service;

    @BeforeEach
    void open() {
        open(Map.of("BECKON_DATA_DIR", data.toString()));
        statements.update("delete from rate_limit where bucket like 'app.%'");
        statements.update("delete from dispatch where template = 'appLink'");
        statements.update("delete from audit_entry where action like 'appLink.%'");
    }

    private void open(Map<String, String> environment) {
        statements = new Statements(database.dataSource());
        container = new TestContainer(database, environment);
        container.with(DispatchQueue.class, new SilentQueue());
        container.with(
                AppLimits.class,
                new EasyLimits(
                        container.get(RateLimitRepository.class), container.get(Settings.class)));
        container.with(AppLinks.class, new TransactionalLinks());
        service = container.get(AppLinkService.class);
    }

    @Test
    void linkIsOnItsWayInTheVisitorsLanguage() {
        assertThat(service.send(wish(MARIE, "192.0.2.1"))).isEmpty();

        assertThat(
                        statements.list(
                                "select recipient || ' ' || language || ' ' || channel || ' ' ||"
                                        + " state from dispatch where template = 'appLink'",
                                row -> row.getString(1)))
                .containsExactly("+33612345678 fr TEXT QUEUED");
        assertThat(audited()).containsExactly("appLink.sent done FR +3361234…");
    }

    @ParameterizedTest
    @CsvSource({
        "not a number, NUMBER_NOT_VALID",
        "06 12 34 5, NUMBER_NOT_VALID",
        "01 23 45 67 89, NUMBER_LANDLINE",
        "0899 12 34 56, NUMBER_PREMIUM",
        "112, NUMBER_SHORT"
    })
    void whatGetsNoTextsIsSaidAndCostsNothing(String number, PhoneReason reason) {
        assertThat(refusal(() -> service.send(wish(number, "192.0.2.1")))).isEqualTo(reason);

        assertThat(service.send(wish(MARIE, "192.0.2.1"))).isEmpty();
    }

    @Test
    void countryOfTheBrowserReadsNationalNumbers() {
        service.send(request("07400 123456", "GB", null, "192.0.2.1", null));
        service.send(request(MARIE, "001", null, "192.0.2.2", null));

        assertThat(recipients()).containsExactlyInAnyOrder("+447400123456", "+33612345678");
        assertThat(service.homeCountry("GB")).isEqualTo("GB");
        assertThat(service.homeCountry("ZZ")).isEqualTo("FR");
        assertThat(service.homeCountry(null)).isEqualTo("FR");
    }

    @Test
    void countriesThatAreNotServedAreSaid() {
        assertThat(refusal(() -> service.send(wish("+7 912 345 67 89", "192.0.2.1"))))
                .isEqualTo(AppReason.COUNTRY_CLOSED);
        assertThat(audited()).containsExactly("appLink.limited closed RU +7912345…");
    }

    @Test
    void sameNumberInAnyNotationWaitsAFullMinute() {
        service.send(wish(MARIE, "192.0.2.1"));

        for (String notation :
                List.of("+33612345678", "0033 6 12 34 56 78", "+33 (0)6.12.34.56.78")) {
            container.clock().move(Duration.ofSeconds(15));
            assertThat(refusal(() -> service.send(wish(notation, "192.0.2.2"))))
                    .isEqualTo(AppReason.WAIT_A_MINUTE);
        }
        container.clock().move(Duration.ofSeconds(15));
        assertThat(service.send(wish(MARIE, "192.0.2.2"))).isEmpty();
    }

    @Test
    void sameAddressWaitsAFullMinute() {
        service.send(wish(MARIE, "2001:db8::1"));

        assertThat(refusal(() -> service.send(wish("06 98 76 54 32", "2001:db8::2"))))
                .isEqualTo(AppReason.WAIT_A_MINUTE);
        container.clock().move(Duration.ofSeconds(59));
        assertThat(refusal(() -> service.send(wish("06 98 76 54 32", "2001:db8::2"))))
                .isEqualTo(AppReason.WAIT_A_MINUTE);
        container.clock().move(Duration.ofSeconds(1));
        assertThat(service.send(wish("06 98 76 54 32", "2001:db8::2"))).isEmpty();
    }

    @Test
    void sameBrowserWaitsAFullMinuteWhereverItIs() {
        String browser = service.drawBrowser();
        service.send(request(MARIE, "FR", browser, "192.0.2.1", null));

        AppLinkRequest other = request("06 98 76 54 32", "FR", browser, "192.0.2.2", null);
        assertThat(refusal(() -> service.send(other))).isEqualTo(AppReason.WAIT_A_MINUTE);
        container.clock().move(Duration.ofMinutes(1));
        assertThat(service.send(other)).isEmpty();
    }

    @Test
    void forgedBrowserIsNone() {
        String browser = service.drawBrowser();
        String forged = "AAAAAAAAAAAAAAAAAAAAAA" + browser.substring(browser.indexOf('.'));

        assertThat(service.knows(browser)).isTrue();
        assertThat(service.knows(forged)).isFalse();
        assertThat(service.knows(null)).isFalse();
        assertThat(service.knows(".")).isFalse();
    }

    @Test
    void hundredAtOnceForOneNumberAreOneText() throws Exception {
        List<String> notations =
                List.of(MARIE, "+33612345678", "0033612345678", "+33 (0)6 12-34-56-78");
        AtomicInteger each = new AtomicInteger();

        List<Boolean> sent =
                atOnce(
                        100,
                        () ->
                                succeeds(
                                        wish(
                                                notations.get(each.incrementAndGet() % 4),
                                                newAddress())));

        assertThat(sent).filteredOn(each1 -> each1).hasSize(1);
        assertThat(recipients()).containsExactly("+33612345678");
    }

    @Test
    void hundredAtOnceFromOneAddressAreOneText() throws Exception {
        AtomicInteger each = new AtomicInteger(10_000_000);

        List<Boolean> sent =
                atOnce(100, () -> succeeds(wish("+336" + each.addAndGet(10_007), "192.0.2.1")));

        assertThat(sent).filteredOn(each1 -> each1).hasSize(1);
        assertThat(recipients()).hasSize(1);
    }

    @Test
    void refusedTextTakesNothing() {
        for (int i = 0; i < 3; i++) {
            service.send(wish(MARIE, newAddress()));
            container.clock().move(Duration.ofMinutes(1));
        }

        assertThat(refusal(() -> service.send(wish(MARIE, "192.0.2.1"))))
                .isEqualTo(AppReason.NOT_SENT);
        assertThat(service.send(wish("06 98 76 54 32", "192.0.2.1"))).isEmpty();
        assertThat(audited()).contains("appLink.limited number FR +3361234…");
    }

    @Test
    void fourthTextOfADayToANumberIsNotSentUntilTheNext() {
        for (int i = 0; i < 3; i++) {
            service.send(wish(MARIE, newAddress()));
            container.clock().move(Duration.ofMinutes(1));
        }
        assertThat(refusal(() -> service.send(wish(MARIE, newAddress()))))
                .isEqualTo(AppReason.NOT_SENT);

        container.clock().move(Duration.ofDays(1));
        assertThat(service.send(wish(MARIE, newAddress()))).isEmpty();
    }

    @Test
    void sixthWishOfAnHourFromAnAddressHasAPuzzleToSolve() {
        for (int i = 0; i < 5; i++) {
            assertThat(service.send(wish("06 12 3" + i + " 56 78", "192.0.2.1"))).isEmpty();
            container.clock().move(Duration.ofMinutes(1));
        }

        String puzzle = service.send(wish("06 12 39 56 78", "192.0.2.1")).orElseThrow();
        assertThat(recipients()).hasSize(5);
        assertThat(audited()).contains("appLink.limited puzzle FR +3361239…");
        assertThat(service.send(wish("06 98 76 54 32", "192.0.2.2"))).isEmpty();

        Proof proof = PuzzleSolver.solve(puzzle);
        assertThat(service.send(request("0612395678", "FR", null, "192.0.2.1", proof))).isEmpty();
        assertThat(recipients()).hasSize(7);
    }

    @Test
    void puzzleIsForOneNumberOnceAndNotForLong() {
        for (int i = 0; i < 5; i++) {
            service.send(wish("06 12 3" + i + " 56 78", "192.0.2.1"));
            container.clock().move(Duration.ofMinutes(1));
        }
        String puzzle = service.send(wish(MARIE, "192.0.2.1")).orElseThrow();
        Proof proof = PuzzleSolver.solve(puzzle);

        assertThat(service.send(request("0698765432", "FR", null, "192.0.2.1", proof))).isPresent();
        assertThat(service.send(request(MARIE, "FR", null, "192.0.2.1", PuzzleSolver.miss(puzzle))))
                .isPresent();
        assertThat(service.send(request(MARIE, "FR", null, "192.0.2.1", easier(puzzle))))
                .isPresent();
        assertThat(service.send(request(MARIE, "FR", null, "192.0.2.1", proof))).isEmpty();
        container.clock().move(Duration.ofMinutes(1));
        assertThat(service.send(request(MARIE, "FR", null, "192.0.2.1", proof))).isPresent();

        Proof late = PuzzleSolver.solve(service.send(wish(MARIE, "192.0.2.1")).orElseThrow());
        container.clock().move(Duration.ofMinutes(10));
        assertThat(service.send(request(MARIE, "FR", null, "192.0.2.1", late))).isPresent();
    }

    @Test
    void oneSolutionSentHundredTimesAtOnceIsTakenOnce() throws Exception {
        for (int i = 0; i < 5; i++) {
            service.send(wish("06 12 3" + i + " 56 78", "192.0.2.1"));
            container.clock().move(Duration.ofMinutes(1));
        }
        Proof proof = PuzzleSolver.solve(service.send(wish(MARIE, "192.0.2.1")).orElseThrow());

        List<Boolean> sent =
                atOnce(50, () -> succeeds(request(MARIE, "FR", null, "192.0.2.1", proof)));

        assertThat(sent).filteredOn(each -> each).hasSize(1);
    }

    @Test
    void fiveThousandNumbersInARowStopEarlyAndAnHonestVisitorPasses() {
        // one connection for all that is only looked at
        int sent = database.inTransaction(() -> attemptInARow(5_000));

        assertThat(sent).isEqualTo(10);
        assertThat(recipients()).hasSize(10);
        assertThat(audited()).contains("appLink.limited prefix FR +3361234…");
        assertThat(audited()).filteredOn(entry -> entry.contains("limited")).hasSizeLessThan(250);
        assertThat(attempt(wish("06 98 76 54 32", newAddress()))).isTrue();
    }

    @Test
    void numbersAllOverACountryStopAtItsDailyShare() {
        open(Map.of("BECKON_DATA_DIR", data.toString(), "BECKON_APP_TEXTS_PER_DAY", "20"));
        int sent = 0;
        for (int i = 0; i < 40; i++) {
            sent += attempt(wish("+33612%02d0000".formatted(i), newAddress())) ? 1 : 0;
        }

        assertThat(sent).isEqualTo(10);
        assertThat(audited()).anyMatch(entry -> entry.contains("limited country FR"));
        for (int i = 0; i < 15; i++) {
            attempt(wish("+447400%02d0000".formatted(i), newAddress()));
            attempt(wish("+4915112%02d0000".formatted(i), newAddress()));
        }
        assertThat(recipients()).hasSize(20);
        assertThat(audited()).anyMatch(entry -> entry.contains("limited all"));
    }

    @Test
    void noNumberStandsInFullAmongLimitsOrAudit() {
        service.send(wish(MARIE, "192.0.2.77"));

        assertThat(
                        statements.list(
                                "select bucket from rate_limit where bucket like 'app.%'",
                                row -> row.getString(1)))
                .isNotEmpty()
                .noneMatch(bucket -> bucket.contains("612345678") || bucket.contains("192.0.2"));
        assertThat(audited()).noneMatch(entry -> entry.contains("612345678"));
    }

    @Test
    void withoutAGatewayItIsNotOffered() {
        assertThat(service.isAvailable()).isFalse();

        open(Map.of("BECKON_DATA_DIR", data.toString(), "BECKON_SMPP_HOST", "127.0.0.1"));
        assertThat(service.isAvailable()).isTrue();
    }

    private int attemptInARow(int numbers) {
        int sent = 0;
        for (int i = 0; i < numbers; i++) {
            AppLinkRequest wish = wish("+336123%05d".formatted(40_000 + i), newAddress());
            sent += attempt(wish) ? 1 : 0;
            container.clock().move(Duration.ofMillis(100));
        }
        return sent;
    }

    /** As a browser does: solves the puzzle if there is one. */
    private boolean attempt(AppLinkRequest wish) {
        try {
            Optional<String> puzzle = service.send(wish);
            return puzzle.isEmpty()
                    || service.send(
                                    request(
                                            wish.number(),
                                            wish.homeCountry(),
                                            wish.browser(),
                                            wish.remote(),
                                            PuzzleSolver.solve(puzzle.get())))
                            .isEmpty();
        } catch (RefusalException e) {
            return false;
        }
    }

    private boolean succeeds(AppLinkRequest wish) {
        try {
            return service.send(wish).isEmpty();
        } catch (RefusalException e) {
            return false;
        }
    }

    private static AppLinkRequest wish(String number, String remote) {
        return request(number, "FR", null, remote, null);
    }

    private static AppLinkRequest request(
            String number, String country, String browser, String remote, Proof proof) {
        return new AppLinkRequest(number, country, "fr", browser, remote, proof);
    }

    private static Proof easier(String puzzle) {
        String[] parts = puzzle.split("\\.");
        return PuzzleSolver.solve(parts[0] + ".1." + parts[2] + "." + parts[3]);
    }

    private static String newAddress() {
        int next = ADDRESSES.incrementAndGet();
        return "10." + (next >> 16 & 255) + "." + (next >> 8 & 255) + "." + (next & 255);
    }

    private static Object refusal(Runnable command) {
        return catchThrowableOfType(RefusalException.class, command::run).reason();
    }

    private List<String> recipients() {
        return statements.list(
                "select recipient from dispatch where template = 'appLink'",
                row -> row.getString(1));
    }

    private List<String> audited() {
        return statements.list(
                "select action || ' ' || outcome || ' ' || details from audit_entry"
                        + " where action like 'appLink.%' order by id",
                row -> row.getString(1));
    }

    private final class TransactionalLinks extends AppLinks {
        TransactionalLinks() {
            super(
                    container.get(AppLimits.class),
                    container.get(Puzzles.class),
                    container.get(Browsers.class),
                    container.get(DeliveryService.class),
                    container.get(TextService.class),
                    container.get(AuditService.class),
                    container.get(Settings.class));
        }

        @Override
        public void send(AppLinkRequest request, Instant now) {
            database.inTransaction(() -> super.send(request, now));
        }
    }
}

package beckon.delivery.control;

import static beckon.delivery.control.TextStage.taken;
import static org.assertj.core.api.Assertions.assertThat;

import beckon.connector.text.DeliveryReport;
import beckon.connector.text.IncomingText;
import beckon.connector.text.TextAnswer;
import beckon.connector.text.TextAnswer.Outcome;
import beckon.connector.text.TextState;
import beckon.delivery.entity.DispatchRow;
import beckon.delivery.entity.DispatchState;
import beckon.delivery.entity.DispatchTrouble;
import beckon.shared.Settings;
import beckon.shared.persistence.DatabaseTest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportsTest extends DatabaseTest {

    private static final AtomicLong NUMBERS = new AtomicLong(33_700_000_000L);
    private static final String THREE_PARTS = "a".repeat(350) + "{link}";

    private final String number = "+" + NUMBERS.incrementAndGet();
    private final String first = UUID.randomUUID().toString();
    private final String second = UUID.randomUUID().toString();
    private final String third = UUID.randomUUID().toString();
    private TextStage stage;

    @BeforeEach
    void connect() {
        stage = new TextStage(database);
    }

    private List<Long> sent(String words, String... messageIds) {
        stage.centre.answers = text -> taken(messageIds);
        List<Long> ids = stage.saying(words, number);
        stage.sender.send(ids);
        return ids;
    }

    private DeliveryReport report(String messageId, TextState state) {
        return new DeliveryReport(List.of(messageId), state, null, number.substring(1), "");
    }

    private DeliveryReport report(long dispatch, String messageId, TextState state) {
        return new DeliveryReport(
                List.of(messageId), state, (int) (dispatch & 0xFFFF), number.substring(1), "");
    }

    private DispatchState state() {
        return stage.row().state();
    }

    private void sentWithoutAnswer(List<Long> ids, String... messageIds) {
        stage.centre.answers =
                text ->
                        new TextAnswer(
                                Outcome.UNKNOWN, 0, "no answer in time", List.of(messageIds));
        stage.sender.send(ids);
    }

    private void untilDue() {
        stage.now = stage.now.plus(Duration.ofMinutes(10));
        stage.sweep();
    }

    private void takeUp() {
        database.inTransaction(() -> stage.reports.takeUp(10_000));
    }

    @Test
    void deliveredIsShownAsDelivered() {
        sent(TextStage.WORDS, first);
        stage.now = stage.now.plusSeconds(7);

        stage.report(report(first, TextState.DELIVERED));

        assertThat(state()).isEqualTo(DispatchState.DELIVERED);
        assertThat(stage.row().at()).isEqualTo(stage.now);
    }

    @ParameterizedTest
    @CsvSource({
        "UNDELIVERABLE, UNDELIVERABLE, undeliverable (001)",
        "EXPIRED, ABSENT, expired (001)",
        "REJECTED, REJECTED, rejected (001)",
        "DELETED, REJECTED, deleted (001)"
    })
    void notDeliveredIsFailedAndSaysWhy(TextState said, DispatchTrouble trouble, String words) {
        sent(TextStage.WORDS, first);

        stage.report(new DeliveryReport(List.of(first), said, null, number.substring(1), "001"));

        DispatchRow row = stage.row();
        assertThat(row.state()).isEqualTo(DispatchState.FAILED);
        assertThat(row.trouble()).isEqualTo(trouble);
        assertThat(row.answer()).isEqualTo(words);
        assertThat(row.answerCode()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = TextState.class,
            names = {"UNDER_WAY", "UNKNOWN"})
    void whatSaysNothingChangesNothing(TextState said) {
        sent(TextStage.WORDS, first);

        stage.report(report(first, said));

        assertThat(state()).isEqualTo(DispatchState.SENT);
    }

    @ParameterizedTest
    @EnumSource(
            value = TextState.class,
            names = {"DELIVERED"},
            mode = Mode.EXCLUDE)
    void onThePhoneStaysOnThePhone(TextState afterwards) {
        sent(TextStage.WORDS, first);

        stage.report(report(first, TextState.DELIVERED), report(first, afterwards));
        stage.report(report(first, afterwards));

        assertThat(state()).isEqualTo(DispatchState.DELIVERED);
    }

    @Test
    void deliveredAfterAllCountsMoreThanFailed() {
        sent(TextStage.WORDS, first);

        stage.report(report(first, TextState.EXPIRED));
        stage.report(report(first, TextState.DELIVERED));

        assertThat(state()).isEqualTo(DispatchState.DELIVERED);
        assertThat(stage.row().trouble()).isNull();
    }

    @Test
    void reportThatComesTwiceIsOne() {
        sent(TextStage.WORDS, first);
        stage.report(report(first, TextState.DELIVERED));
        stage.now = stage.now.plusSeconds(7);

        stage.report(report(first, TextState.DELIVERED), report(first, TextState.DELIVERED));

        assertThat(stage.row().at()).isEqualTo(stage.now.minusSeconds(7));
    }

    @Test
    void reportAboutNobodyHarmsNobody() {
        sent(TextStage.WORDS, first);

        stage.report(report("nobody's", TextState.DELIVERED), report(first, TextState.DELIVERED));

        assertThat(state()).isEqualTo(DispatchState.DELIVERED);
    }

    @Test
    void reportMayOvertakeOurOwnWriting() {
        stage.report(report(first, TextState.DELIVERED));
        sent(TextStage.WORDS, first);
        assertThat(state()).isEqualTo(DispatchState.SENT);

        stage.now = stage.now.plusSeconds(3);
        takeUp();

        assertThat(state()).isEqualTo(DispatchState.DELIVERED);
    }

    @Test
    void reportThatNobodyUnderstandsIsForgotten() {
        stage.report(report(first, TextState.DELIVERED));

        int tries = 0;
        for (int i = 0; i < 100; i++) {
            stage.now = stage.now.plus(Duration.ofMinutes(1));
            tries += database.inTransaction(() -> mine(stage.parked.takeDue(stage.now, 10_000)));
        }

        assertThat(tries).isEqualTo(4);
    }

    /** Puts back what was mine, one try older, and says how many it was. */
    private int mine(List<ReportRepository.Parked> due) {
        List<ReportRepository.Parked> mine =
                due.stream()
                        .filter(each -> each.report().messageIds().equals(List.of(first)))
                        .toList();
        stage.parked.park(mine, stage.now);
        return mine.size();
    }

    @Test
    void idThatComesAgainMeansTheNewerText() {
        sent(TextStage.WORDS, first);
        stage.report(report(first, TextState.EXPIRED));
        sent(TextStage.WORDS, first);

        stage.report(report(first, TextState.DELIVERED));

        assertThat(stage.rows())
                .extracting(DispatchRow::state)
                .containsExactly(DispatchState.DELIVERED, DispatchState.FAILED);
    }

    @Test
    void sameIdForAnotherPhoneIsAnotherText() {
        sent(TextStage.WORDS, first);

        stage.report(
                new DeliveryReport(List.of(first), TextState.DELIVERED, null, "4915112345678", ""));

        assertThat(state()).isEqualTo(DispatchState.SENT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void numberMayBeWrittenNationallyOrBeMissing(boolean written) {
        sent(TextStage.WORDS, first);
        String national = written ? "0" + number.substring(3) : "";

        stage.report(new DeliveryReport(List.of(first), TextState.DELIVERED, null, national, ""));

        assertThat(state()).isEqualTo(DispatchState.DELIVERED);
    }

    @Test
    void longTextIsDeliveredWithItsLastPart() {
        sent(THREE_PARTS, first, second, third);

        stage.report(report(third, TextState.DELIVERED), report(first, TextState.DELIVERED));
        stage.report(report(first, TextState.DELIVERED));
        assertThat(state()).isEqualTo(DispatchState.SENT);

        stage.report(report(second, TextState.DELIVERED));
        assertThat(state()).isEqualTo(DispatchState.DELIVERED);
    }

    @Test
    void longTextHasFailedWithOneOfItsParts() {
        sent(THREE_PARTS, first, second, third);

        stage.report(report(first, TextState.DELIVERED), report(second, TextState.UNDELIVERABLE));

        assertThat(state()).isEqualTo(DispatchState.FAILED);
    }

    @Test
    void reportSettlesADoubtAndNothingIsRepeated() {
        List<Long> ids = stage.saying(TextStage.WORDS, number);
        sentWithoutAnswer(ids);

        stage.report(report(ids.get(0), first, TextState.DELIVERED));

        assertThat(state()).isEqualTo(DispatchState.DELIVERED);
        untilDue();
        stage.sender.send(ids);
        assertThat(stage.centre.texts).hasSize(1);
    }

    @Test
    void doubtIsOverWhenTheCentreSaysThatItIsUnderWay() {
        List<Long> ids = stage.saying(TextStage.WORDS, number);
        sentWithoutAnswer(ids);

        stage.report(report(ids.get(0), first, TextState.UNDER_WAY));
        assertThat(state()).isEqualTo(DispatchState.SENT);

        stage.report(report(first, TextState.DELIVERED));
        assertThat(state()).isEqualTo(DispatchState.DELIVERED);
    }

    @Test
    void reportAboutAnotherTextToTheSamePhoneSettlesNoDoubt() {
        List<Long> ids = stage.saying(TextStage.WORDS, number);
        sentWithoutAnswer(ids);

        stage.report(report(ids.get(0) + 1, first, TextState.DELIVERED));

        assertThat(state()).isEqualTo(DispatchState.DELAYED);
    }

    @Test
    void longTextInDoubtIsDeliveredWhenAllPartsAre() {
        List<Long> ids = stage.saying(THREE_PARTS, number);
        sentWithoutAnswer(ids, first, second);
        long id = ids.get(0);

        stage.report(
                report(id, first, TextState.DELIVERED), report(id, second, TextState.DELIVERED));
        assertThat(state()).isEqualTo(DispatchState.DELAYED);

        stage.report(report(id, third, TextState.DELIVERED));
        assertThat(state()).isEqualTo(DispatchState.DELIVERED);
    }

    @Test
    void partsOfTwoAttemptsMakeNoWholeText() {
        List<Long> ids = stage.saying(THREE_PARTS, number);
        sentWithoutAnswer(ids, first, second);
        untilDue();
        String[] again = {"1" + first, "2" + first, "3" + first};
        stage.centre.answers = text -> taken(again);
        stage.sender.send(ids);

        stage.report(
                report(first, TextState.DELIVERED),
                report(second, TextState.DELIVERED),
                report(again[0], TextState.DELIVERED));
        assertThat(state()).isEqualTo(DispatchState.SENT);

        stage.report(report(again[1], TextState.DELIVERED), report(again[2], TextState.DELIVERED));
        assertThat(state()).isEqualTo(DispatchState.DELIVERED);
    }

    @Test
    void reportThatCameBeforeTheDoubtSettlesIt() {
        List<Long> ids = stage.saying(TextStage.WORDS, number);
        stage.report(report(ids.get(0), first, TextState.DELIVERED));
        sentWithoutAnswer(ids);

        stage.parked.hurry(stage.now);
        takeUp();

        assertThat(state()).isEqualTo(DispatchState.DELIVERED);
    }

    @Test
    void countryWhereMostComeToNothingIsHalted() {
        for (int i = 0; i < 20; i++) {
            sent(TextStage.WORDS, first + i);
        }
        stage.tally.flush(stage.now);
        assertThat(stage.tally.isBad(stage.account, "FR", stage.now)).isFalse();

        for (int i = 0; i < 11; i++) {
            stage.report(report(first + i, TextState.UNDELIVERABLE));
            stage.report(report(first + i, TextState.UNDELIVERABLE));
        }
        stage.tally.flush(stage.now);

        assertThat(stage.tally.isBad(stage.account, "FR", stage.now)).isTrue();
    }

    @Test
    void gatewayIsHeardIfItShowsOurSeal() {
        GatewayReceipts gateway = new GatewayReceipts(stage.seals, stage.reports);
        long id = sent(TextStage.WORDS, first).get(0);
        String receipt = stage.centre.texts.get(0).receipt();

        for (String forged :
                List.of(
                        receipt.substring(0, receipt.length() - 1) + "y",
                        (id + 1) + receipt.substring(receipt.indexOf('-')),
                        String.valueOf(id),
                        "")) {
            assertThat(database.inTransaction(() -> gateway.take(forged, 1))).isFalse();
        }
        assertThat(state()).isEqualTo(DispatchState.SENT);

        assertThat(database.inTransaction(() -> gateway.take(receipt, 8))).isTrue();
        assertThat(state()).isEqualTo(DispatchState.SENT);
        assertThat(database.inTransaction(() -> gateway.take(receipt, 1))).isTrue();
        assertThat(database.inTransaction(() -> gateway.take(receipt, 2))).isTrue();
        assertThat(state()).isEqualTo(DispatchState.DELIVERED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"STOP", " stop. ", "Stop please", "Arrêt", "arret!", "END", "unsubscribe"})
    void stopIsHeeded(String words) {
        answer(words);
        assertThat(stage.stops.listStopped(List.of(number))).containsExactly(number);

        answer("Thank you");
        answer("the end");
        assertThat(stage.stops.listStopped(List.of(number))).hasSize(1);
        answer("START");
        assertThat(stage.stops.listStopped(List.of(number))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0698765432, +33698765432",
        "33698765432, +33698765432",
        "698765432, +33698765432",
        "4915123456789, +4915123456789"
    })
    void stopOfAPhoneWhoseCountryIsNotSaidIsHeeded(String from, String whole) {
        stage.stops.start(whole);

        take(new IncomingText(from, "STOP"));

        assertThat(stage.stops.listStopped(List.of(whole))).containsExactly(whole);
    }

    @Test
    void gatewayBringsWhatPeopleAnswerIfItKnowsTheKey() {
        String key = "k".repeat(40);
        Settings settings = new Settings(Map.of("BECKON_TEXT_INCOMING_KEY", key));
        GatewayTexts gateway =
                new GatewayTexts(
                        settings,
                        new IncomingTexts(
                                stage.stops, settings, Clock.fixed(stage.now, ZoneOffset.UTC)));
        GatewayTexts keyless = new GatewayTexts(new Settings(Map.of()), null);
        stage.stops.start("+33698765431");

        assertThat(took(gateway, "x".repeat(40))).isFalse();
        assertThat(took(gateway, "")).isFalse();
        assertThat(took(keyless, "")).isFalse();
        assertThat(stage.stops.listStopped(List.of("+33698765431"))).isEmpty();
        assertThat(took(gateway, key)).isTrue();
        assertThat(stage.stops.listStopped(List.of("+33698765431"))).hasSize(1);
    }

    private boolean took(GatewayTexts gateway, String key) {
        return database.inTransaction(() -> gateway.take(key, " 33 6 98 76 54 31", "Stop"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Don't stop", "the end", "finally", "42"})
    void otherWordsStopNothing(String words) {
        answer(words);

        assertThat(stage.stops.listStopped(List.of(number))).isEmpty();
    }

    private void answer(String words) {
        take(new IncomingText(number, words), new IncomingText("", words));
    }

    private void take(IncomingText... texts) {
        Clock clock = Clock.fixed(stage.now, ZoneOffset.UTC);
        IncomingTexts incoming = new IncomingTexts(stage.stops, new Settings(Map.of()), clock);
        database.inTransaction(() -> incoming.take(List.of(texts)));
    }
}

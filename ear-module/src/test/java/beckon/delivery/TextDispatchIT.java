package beckon.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import beckon.delivery.boundary.DeliveryService;
import beckon.delivery.boundary.ReceiptService;
import beckon.delivery.boundary.TextService;
import beckon.delivery.entity.Channel;
import beckon.delivery.entity.OutgoingMessage;
import beckon.shared.TokenKeys;
import beckon.testing.Addresses;
import beckon.testing.BeckonIT;
import beckon.testing.Courier;
import beckon.testing.Database;
import beckon.testing.Http;
import beckon.testing.Postbox;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the committed row to the phone, whatever happens on the way. */
class TextDispatchIT extends BeckonIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration A_MOMENT = Duration.ofSeconds(2);
    private static final Instant EXPIRY = Instant.now().plus(Duration.ofDays(7));
    private static final AtomicLong NUMBERS =
            new AtomicLong(33_601_000_000L + System.nanoTime() % 900_000);

    @Inject private DeliveryService delivery;
    @Inject private TextService texts;
    @Inject private ReceiptService receipts;
    @Inject private TokenKeys tokens;

    private final String number = "+" + NUMBERS.incrementAndGet();

    @AfterEach
    void allIsWell() {
        Courier.TEXTS.resume();
        Postbox.behave("ok");
        Postbox.behaveForTexts("ok");
    }

    @Test
    void textIsOnThePhoneAndThenReportedAsDelivered() {
        hand("Join us \uD83C\uDF89 {link}");

        String text = untilTextArrives();

        assertThat(text).startsWith("Join us \uD83C\uDF89 ").contains("/join/");
        assertThat(text).doesNotContain("{link}");
        awaitState("DELIVERED");
        assertThat(texts.isAvailable()).isTrue();
        assertThat(texts.measure("Join us \uD83C\uDF89 {link}").segments()).isEqualTo(2);
    }

    @Test
    void longTextIsDeliveredWhenAllItsPartsAre() {
        hand("Anna Bélanger vous invite. ".repeat(12) + "{link}");

        assertThat(untilTextArrives()).startsWith("Anna Bélanger").contains("/join/");
        awaitState("DELIVERED");
        assertThat(Database.number(part("count(*)"), number)).isEqualTo(3);
    }

    @Test
    void linkToTheAppIsSent() {
        delivery.enqueue(
                List.of(
                        new OutgoingMessage(
                                1,
                                UUID.randomUUID(),
                                Channel.TEXT,
                                "appLink",
                                number,
                                "fr",
                                Map.of(),
                                null,
                                EXPIRY)));

        assertThat(untilTextArrives()).startsWith("Retrouvez Beckon sur http").endsWith("/");
    }

    @Test
    void sameMessageFiveTimesIsOneText() {
        Courier.TEXTS.pause();
        hand("once {link}");
        String id = Database.value("select id from dispatch where recipient = ?", number);

        for (int i = 0; i < 5; i++) {
            Courier.TEXTS.bring(id);
        }
        Courier.TEXTS.resume();

        awaitState("DELIVERED");
        await().atMost(PATIENCE).until(() -> Courier.TEXTS.waiting() == 0);
        assertThat(Postbox.textsTo(number)).hasSize(1);
    }

    @Test
    void malformedMessagesAreParkedAndOthersPass() {
        long parked = Courier.TEXTS.parked();

        Courier.TEXTS.bring("drop table dispatch");
        Courier.TEXTS.bringRubbish();
        Courier.TEXTS.bring("999999999999");
        hand("unaffected {link}");

        untilTextArrives();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Courier.TEXTS.parked()).isEqualTo(parked + 3));
    }

    @Test
    void mailInTheQueueOfTextsIsNotHarmed() {
        String guest = Addresses.guest("astray");
        Courier.MAILS.pause();
        handMail(guest);
        String id = Database.value("select id from dispatch where recipient = ?", guest);

        Courier.TEXTS.bring(id);
        await().atMost(PATIENCE).until(() -> Courier.TEXTS.waiting() == 0);
        Courier.MAILS.resume();

        Postbox.untilMailArrives(guest);
    }

    @Test
    void sweeperBringsWhatTheCourierLost() {
        Courier.TEXTS.pause();
        hand("swept {link}");
        await().atMost(Duration.ofSeconds(10)).until(() -> Courier.TEXTS.waiting() > 0);

        Courier.TEXTS.lose();
        Courier.TEXTS.resume();
        due();

        untilTextArrives();
        awaitState("DELIVERED");
    }

    @Test
    void revokedBeforeSendingIsNeverSent() {
        Courier.TEXTS.pause();
        UUID reference = hand("withdrawn {link}");

        delivery.cancel(reference);
        Courier.TEXTS.resume();

        assertThat(state()).isEqualTo("CANCELLED");
        await().during(A_MOMENT)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Postbox.textsTo(number)).isEmpty());
    }

    @Test
    void deadMessageCentreLeavesMailUntouched() {
        String guest = Addresses.guest("bulkhead");
        Postbox.behaveForTexts("down");

        hand("waiting {link}");
        awaitState("DELAYED");
        assertThat(Database.value(dispatch("trouble"), number)).isEqualTo("CONNECTION");
        handMail(guest);
        Postbox.untilMailArrives(guest);

        Postbox.behaveForTexts("ok");
        untilTextArrives();
        awaitState("DELIVERED");
    }

    @Test
    void deadMailServerLeavesTextsUntouched() {
        String guest = Addresses.guest("bulkhead");
        Postbox.behave("down");

        handMail(guest);
        hand("not waiting {link}");
        untilTextArrives();

        Postbox.behave("ok");
        Postbox.untilMailArrives(guest);
    }

    @Test
    void neverMeansFailedAndSaysWhy() {
        Postbox.behaveForTexts("reject:0x0B");

        hand("refused {link}");

        awaitState("FAILED");
        assertThat(Database.value(dispatch("answer_code"), number)).isEqualTo("11");
        assertThat(Database.value(dispatch("answer"), number)).isEqualTo("invalid number (0x0B)");
        assertThat(Database.value(dispatch("attempts"), number)).isEqualTo("1");
    }

    @Test
    void notNowMeansLaterAndThenItGoes() {
        Postbox.behaveForTexts("reject:0x08");
        hand("later {link}");
        awaitState("DELAYED");

        Postbox.behaveForTexts("ok");

        awaitState("DELIVERED");
        assertThat(Postbox.textsTo(number)).hasSize(1);
    }

    @Test
    void tooFastMeansSlowerAndThenItGoes() {
        Postbox.behaveForTexts("reject:0x58");
        hand("slower {link}");
        await().during(A_MOMENT).atMost(PATIENCE).until(() -> state().equals("SENDING"));

        Postbox.behaveForTexts("ok");

        awaitState("DELIVERED");
        assertThat(Database.value(dispatch("attempts"), number)).isEqualTo("1");
        assertThat(Postbox.textsTo(number)).hasSize(1);
    }

    @Test
    void whoeverAnswersStopGetsNoMoreUntilTheyAnswerStart() {
        hand("first {link}");
        untilTextArrives();

        Postbox.answerByText(number, "STOP");
        await().atMost(PATIENCE).until(() -> texts.listStopped(List.of(number)).contains(number));
        hand("second {link}");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                Database.number(
                                                        "select count(*) from dispatch where"
                                                                + " recipient = ?"
                                                                + " and trouble = 'STOPPED'",
                                                        number))
                                        .isEqualTo(1));
        Postbox.answerByText(number, "Start");
        await().atMost(PATIENCE).until(() -> texts.listStopped(List.of(number)).isEmpty());
        hand("third {link}");

        await().atMost(PATIENCE).until(() -> Postbox.textsTo(number).size() == 2);
        assertThat(Postbox.textsTo(number)).noneMatch(text -> text.startsWith("second"));
    }

    @Test
    void gatewayReportsByHttpUnderAnyNameOfOurs() {
        Courier.TEXTS.pause();
        hand("by gateway {link}");
        long id = Database.number("select id from dispatch where recipient = ?", number);
        String seal =
                tokens.seal(
                                "text receipt",
                                String.valueOf(id)
                                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .value();
        String receipt = "/text/receipt/" + id + "-" + seal;

        assertThat(
                        Http.get(
                                        "/text/receipt/"
                                                + id
                                                + "-"
                                                + seal.replace(seal.charAt(0), '_')
                                                + "?type=1")
                                .status())
                .isEqualTo(404);
        assertThat(Http.get(receipt).status()).isEqualTo(400);
        assertThat(Http.send("HEAD", receipt + "?type=1", null).status()).isEqualTo(200);
        assertThat(state()).isEqualTo("QUEUED");
        assertThat(Http.get(receipt + "?type=1").status()).isEqualTo(200);
        assertThat(Http.get(receipt + "?type=2").status()).isEqualTo(200);

        assertThat(state()).isEqualTo("DELIVERED");
    }

    private UUID hand(String words) {
        UUID reference = UUID.randomUUID();
        delivery.enqueue(
                List.of(
                        new OutgoingMessage(
                                1,
                                reference,
                                Channel.TEXT,
                                "invitation",
                                number,
                                "en",
                                Map.of("text", words),
                                tokens.draw("invitation"),
                                EXPIRY)));
        return reference;
    }

    private void handMail(String address) {
        delivery.enqueue(
                List.of(
                        new OutgoingMessage(
                                1,
                                UUID.randomUUID(),
                                Channel.EMAIL,
                                "invitation",
                                address,
                                "en",
                                Map.of(
                                        "inviterName", "Dora Dispatch",
                                        "accountName", "Dispatch Ltd",
                                        "kind", "GUEST",
                                        "message", "",
                                        "expiresAt", EXPIRY.toString()),
                                tokens.draw("invitation"),
                                EXPIRY)));
    }

    private String untilTextArrives() {
        return await("text to " + number)
                .atMost(PATIENCE)
                .until(() -> Postbox.textsTo(number), texts -> !texts.isEmpty())
                .get(0);
    }

    private void due() {
        Database.update(
                "update dispatch set due_at = cast(? as timestamp) where recipient = ?",
                LocalDateTime.now(ZoneOffset.UTC).minusMinutes(1).toString().replace('T', ' '),
                number);
    }

    private static String dispatch(String column) {
        return "select " + column + " from dispatch where recipient = ? order by id desc";
    }

    private static String part(String column) {
        return "select "
                + column
                + " from text_part p join dispatch d on d.id = p.dispatch_id"
                + " where d.recipient = ?";
    }

    private String state() {
        return Database.value(dispatch("state"), number);
    }

    private void awaitState(String state) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state()).isEqualTo(state));
    }
}

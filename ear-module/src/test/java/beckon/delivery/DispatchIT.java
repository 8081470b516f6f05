package beckon.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import beckon.delivery.boundary.DeliveryService;
import beckon.delivery.control.DispatchQueue;
import beckon.delivery.entity.Channel;
import beckon.delivery.entity.OutgoingMessage;
import beckon.shared.TokenKeys;
import beckon.testing.Addresses;
import beckon.testing.BeckonIT;
import beckon.testing.Courier;
import beckon.testing.Database;
import beckon.testing.Postbox;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the committed row to the mail server, whatever happens on the way. */
class DispatchIT extends BeckonIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant EXPIRY = Instant.now().plus(Duration.ofDays(7));
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    @Inject private DeliveryService delivery;
    @Inject private TokenKeys tokens;
    @Resource private UserTransaction transaction;

    @AfterEach
    void allIsWell() {
        Courier.MAILS.resume();
        Postbox.behave("ok");
    }

    @Test
    void nothingIsSentBeforeTheCommit() throws Exception {
        String guest = Addresses.guest("patient");

        transaction.begin();
        hand(guest);
        await().during(A_MOMENT)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Postbox.mailsTo(guest)).isEmpty());
        transaction.commit();

        Postbox.untilMailArrives(guest);
    }

    @Test
    void rolledBackMessageLeavesNeitherRowNorMail() throws Exception {
        String guest = Addresses.guest("undone");

        transaction.begin();
        hand(guest);
        transaction.rollback();

        assertThat(Database.number("select count(*) from dispatch where recipient = ?", guest))
                .isZero();
        await().during(A_MOMENT)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Postbox.mailsTo(guest)).isEmpty());
    }

    @Test
    void sweeperBringsWhatTheCourierLost() {
        String guest = Addresses.guest("swept");
        Courier.MAILS.pause();
        hand(guest);
        await("the courier, well before the sweeper")
                .atMost(DispatchQueue.WINDOW.dividedBy(2))
                .until(() -> Courier.MAILS.waiting() > 0);

        Courier.MAILS.lose();
        Courier.MAILS.resume();
        assertThat(state(guest)).isEqualTo("QUEUED");
        due(guest);

        Postbox.untilMailArrives(guest);
        awaitState(guest, "SENT");
    }

    @Test
    void sameMessageFiveTimesIsOneMail() {
        String guest = Addresses.guest("once");
        Courier.MAILS.pause();
        hand(guest);
        String id = Database.value("select id from dispatch where recipient = ?", guest);

        for (int i = 0; i < 5; i++) {
            Courier.MAILS.bring(id);
        }
        Courier.MAILS.resume();

        awaitState(guest, "SENT");
        await().atMost(PATIENCE).until(() -> Courier.MAILS.waiting() == 0);
        assertThat(Postbox.mailsTo(guest)).hasSize(1);
    }

    @Test
    void unknownIdHarmsNobody() {
        String guest = Addresses.guest("unharmed");

        Courier.MAILS.bring("999999999999");
        hand(guest);

        Postbox.untilMailArrives(guest);
    }

    @Test
    void malformedMessagesAreParkedAndOthersPass() {
        long parked = Courier.MAILS.parked();
        String guest = Addresses.guest("unaffected");

        Courier.MAILS.bring("drop table dispatch");
        Courier.MAILS.bringRubbish();
        hand(guest);

        Postbox.untilMailArrives(guest);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Courier.MAILS.parked()).isEqualTo(parked + 2));
    }

    @Test
    void mailWaitsWhileTheServerIsDown() {
        String guest = Addresses.guest("delayed");
        Postbox.behave("down");

        hand(guest);
        awaitState(guest, "DELAYED");
        assertThat(Database.value("select answer from dispatch where recipient = ?", guest))
                .isNotBlank();

        Postbox.behave("ok");
        Postbox.untilMailArrives(guest);
        awaitState(guest, "SENT");
    }

    @Test
    void refusedRecipientIsFinalAndSaysWhy() {
        String guest = Addresses.guest("refused");
        Postbox.behave("reject:550");

        hand(guest);

        awaitState(guest, "FAILED");
        assertThat(
                        Database.rows(
                                        "select answer_code, answer from dispatch"
                                                + " where recipient = ?",
                                        guest)
                                .get(0))
                .first()
                .isEqualTo("550");
    }

    @Test
    void temporaryRefusalIsTriedAgain() {
        String guest = Addresses.guest("greylisted");
        Postbox.behave("reject:451");
        hand(guest);
        awaitState(guest, "DELAYED");

        Postbox.behave("ok");

        awaitState(guest, "SENT");
        assertThat(Postbox.mailsTo(guest)).hasSize(1);
    }

    @Test
    void revokedBeforeSendingIsNeverSent() {
        String guest = Addresses.guest("withdrawn");
        Courier.MAILS.pause();
        UUID reference = hand(guest);

        delivery.cancel(reference);
        Courier.MAILS.resume();

        assertThat(state(guest)).isEqualTo("CANCELLED");
        await().during(A_MOMENT)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Postbox.mailsTo(guest)).isEmpty());
    }

    private UUID hand(String address) {
        UUID reference = UUID.randomUUID();
        delivery.enqueue(
                List.of(
                        new OutgoingMessage(
                                1,
                                reference,
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
        return reference;
    }

    private static void due(String address) {
        Database.update(
                "update dispatch set due_at = cast(? as timestamp) where recipient = ?",
                LocalDateTime.now(ZoneOffset.UTC).minusMinutes(1).toString().replace('T', ' '),
                address);
    }

    private static String state(String address) {
        return Database.value("select state from dispatch where recipient = ?", address);
    }

    private static void awaitState(String address, String state) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state(address)).isEqualTo(state));
    }
}

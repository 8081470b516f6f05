package beckon.delivery.control;

import static beckon.delivery.control.TextStage.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import beckon.connector.text.OutgoingText;
import beckon.connector.text.TextAnswer;
import beckon.connector.text.TextAnswer.Outcome;
import beckon.delivery.entity.Channel;
import beckon.delivery.entity.DispatchRow;
import beckon.delivery.entity.DispatchState;
import beckon.delivery.entity.DispatchTrouble;
import beckon.shared.persistence.DatabaseTest;
import beckon.testing.LogBook;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.CommException;
import jakarta.resource.spi.SecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextSenderTest extends DatabaseTest {

    private static final String BOB = "+33600000011";
    private static final String EVE = "+33600000012";
    private static final String ZOE = "+33600000013";

    private TextStage stage;

    @BeforeEach
    void connect() {
        stage = new TextStage(database);
        for (String number : List.of(BOB, EVE, ZOE)) {
            stage.stops.start(number);
        }
    }

    private static TextAnswer answer(Outcome outcome, int code, String words) {
        return new TextAnswer(outcome, code, words, List.of());
    }

    private void lapse() {
        stage.now = stage.now.plus(Claim.LEASE).plusSeconds(1);
        stage.sweep();
    }

    private void untilDue() {
        stage.now = stage.now.plus(Duration.ofMinutes(80));
        stage.sweep();
    }

    @Test
    void eachGetsOneTextWithTheSameReferenceAsItsReport() {
        List<Long> ids = stage.queued(BOB, EVE);

        stage.sender.send(ids);
        stage.sender.send(ids);

        assertThat(stage.centre.texts).extracting(OutgoingText::to).containsExactly(BOB, EVE);
        assertThat(stage.centre.texts)
                .extracting(OutgoingText::reference)
                .containsExactlyElementsOf(ids);
        assertThat(stage.centre.texts.get(0).text())
                .isEqualTo("Join us: https://beckon.example/join/" + "s".repeat(43));
        assertThat(stage.rows()).extracting(DispatchRow::state).containsOnly(DispatchState.SENT);
        assertThat(stage.centre.lent).isEqualTo(stage.centre.returned);
    }

    @Test
    void whatWasAnsweredIsSettledThoughItCannotBeCounted() {
        stage.centre.answers = text -> answer(Outcome.REFUSED, 0x0B, "invalid number (0x0B)");
        List<Long> ids = stage.queued(BOB, EVE);
        stage.tallyFails = true;

        assertThatIllegalStateException().isThrownBy(() -> stage.sender.send(ids));

        assertThat(stage.rows()).extracting(DispatchRow::state).containsOnly(DispatchState.FAILED);
    }

    @Test
    void logTellsTroubleAndNobodysNumberOrLink() {
        try (LogBook log = new LogBook()) {
            stage.centre.answers =
                    text -> answer(Outcome.UNREACHABLE, 0, "gone while at " + text.to());
            stage.sender.send(stage.queued(BOB));
            stage.centre.answers =
                    text -> answer(Outcome.UNKNOWN, 0, "no answer about " + text.text());
            stage.sender.send(stage.queued(EVE));
            stage.centre.answers = text -> answer(Outcome.REFUSED, 0x0B, "no " + text.to());
            stage.sender.send(stage.queued(ZOE));

            assertThat(log.lines()).contains("Texts wait: gone while at …11");
            log.assertSilentAbout("60000001", "s".repeat(43));
        }
    }

    @Test
    void mailIsNotSentAsAText() {
        List<Long> ids = stage.queued(BOB);

        assertThat(
                        stage.claims.claim(
                                Channel.EMAIL,
                                ids,
                                UUID.randomUUID(),
                                stage.now.plusSeconds(40),
                                stage.now))
                .isEmpty();
        assertThat(stage.row().state()).isEqualTo(DispatchState.QUEUED);
    }

    @Test
    void laterIsDelayedAndNeverIsFailedEachWithTheCentresWords() {
        stage.centre.answers =
                text ->
                        text.to().equals(BOB)
                                ? answer(Outcome.LATER, 0x58, "too many texts at a time (0x58)")
                                : answer(Outcome.REFUSED, 0x0B, "invalid number (0x0B)");

        stage.sender.send(stage.queued(BOB, EVE));

        assertThat(stage.rows())
                .extracting(DispatchRow::state, DispatchRow::answerCode, DispatchRow::answer)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                DispatchState.DELAYED, 0x58, "too many texts at a time (0x58)"),
                        org.assertj.core.groups.Tuple.tuple(
                                DispatchState.FAILED, 0x0B, "invalid number (0x0B)"));
    }

    @Test
    void centreThatIsDownDelaysAllWithTheReason() {
        stage.centre.trouble = new CommException("The message centre was not reached: refused");
        stage.sender.send(stage.queued(BOB, EVE));
        assertThat(stage.rows())
                .allSatisfy(
                        row -> {
                            assertThat(row.state()).isEqualTo(DispatchState.DELAYED);
                            assertThat(row.answer()).endsWith("refused");
                            assertThat(row.trouble()).isEqualTo(DispatchTrouble.CONNECTION);
                        });

        stage.centre.trouble = new SecurityException("The message centre refused our sign-in");
        stage.sender.send(stage.queued(ZOE));
        assertThat(stage.row().trouble()).isEqualTo(DispatchTrouble.SIGN_IN);

        stage.centre.trouble = new ResourceException("no permits");
        stage.sender.send(stage.queued(ZOE));
        assertThat(stage.row().trouble()).isEqualTo(DispatchTrouble.BUSY);
    }

    @Test
    void brokenConnectionIsTriedAgainAsOftenAsNeeded() {
        stage.centre.answers = text -> answer(Outcome.UNREACHABLE, 0, "connection reset");
        List<Long> ids = stage.queued(BOB);
        for (int i = 0; i < 4; i++) {
            stage.sender.send(ids);
            assertThat(stage.row().state()).isEqualTo(DispatchState.DELAYED);
            untilDue();
        }
        stage.centre.answers = text -> taken("m1");

        stage.sender.send(ids);

        assertThat(stage.row().state()).isEqualTo(DispatchState.SENT);
        assertThat(stage.row().attempts()).isEqualTo(5);
    }

    @Test
    void textWithoutAnAnswerIsRepeatedOnceAndNotTwice() {
        stage.centre.answers = text -> answer(Outcome.UNKNOWN, 0, "no answer in time");
        List<Long> ids = stage.queued(BOB);

        stage.sender.send(ids);
        assertThat(stage.row().state()).isEqualTo(DispatchState.DELAYED);
        assertThat(stage.row().trouble()).isEqualTo(DispatchTrouble.UNANSWERED);
        untilDue();
        stage.sender.send(ids);

        assertThat(stage.row().state()).isEqualTo(DispatchState.FAILED);
        assertThat(stage.row().trouble()).isEqualTo(DispatchTrouble.UNANSWERED);
        untilDue();
        stage.sender.send(ids);
        assertThat(stage.centre.texts).hasSize(2);
    }

    @Test
    void surelyUnsentBetweenTwoDoubtsDoesNotCount() {
        List<Long> ids = stage.queued(BOB);
        stage.centre.answers = text -> answer(Outcome.UNKNOWN, 0, "no answer in time");
        stage.sender.send(ids);
        untilDue();
        stage.centre.answers = text -> answer(Outcome.LATER, 0x14, "message queue full (0x14)");
        stage.sender.send(ids);
        untilDue();
        stage.centre.answers = text -> taken("m1");

        stage.sender.send(ids);

        assertThat(stage.row().state()).isEqualTo(DispatchState.SENT);
    }

    @Test
    void crashLeavesADoubtWhichWaitsAndIsRepeatedOnce() {
        List<Long> ids = stage.queued(BOB);
        sendAndDie(ids);

        lapse();
        assertThat(stage.row().state()).isEqualTo(DispatchState.DELAYED);
        assertThat(stage.row().trouble()).isEqualTo(DispatchTrouble.UNANSWERED);
        stage.sender.send(ids);
        assertThat(stage.centre.texts).as("it waits for a report first").hasSize(1);

        stage.now = stage.now.plusSeconds(61);
        stage.sweep();
        sendAndDie(ids);
        lapse();

        assertThat(stage.row().state()).isEqualTo(DispatchState.FAILED);
        assertThat(stage.row().trouble()).isEqualTo(DispatchTrouble.UNANSWERED);
    }

    @Test
    void crashAfterADoubtWasNotedIsTheSameDoubt() {
        List<Long> ids = stage.queued(BOB);
        sendAndDie(ids);
        stage.doubts.add(ids.get(0), BOB, 1, stage.now);

        lapse();

        assertThat(stage.row().state()).isEqualTo(DispatchState.DELAYED);
    }

    @Test
    void whatNeverReachedTheCentreIsNeverInDoubt() {
        List<Long> ids = stage.queued(BOB);
        for (int failure = 0; failure < 3; failure++) {
            claimAndDie(ids);
            lapse();
            assertThat(stage.row().state()).isEqualTo(DispatchState.QUEUED);
        }

        stage.sender.send(ids);

        assertThat(stage.row().state()).isEqualTo(DispatchState.SENT);
    }

    @Test
    void onlyTheAttemptThatWasHandedOverIsInDoubt() {
        List<Long> ids = stage.queued(BOB);
        sendAndDie(ids);
        lapse();
        stage.now = stage.now.plusSeconds(61);
        stage.sweep();
        claimAndDie(ids);
        lapse();

        stage.sender.send(ids);

        assertThat(stage.row().state()).isEqualTo(DispatchState.SENT);
    }

    private void sendAndDie(List<Long> ids) {
        Function<OutgoingText, TextAnswer> answers = stage.centre.answers;
        stage.centre.answers =
                text -> {
                    throw new IllegalStateException("the server is killed");
                };
        assertThatIllegalStateException().isThrownBy(() -> stage.sender.send(ids));
        stage.centre.answers = answers;
    }

    private void claimAndDie(List<Long> ids) {
        assertThat(
                        stage.claims.claim(
                                Channel.TEXT,
                                ids,
                                UUID.randomUUID(),
                                stage.now.plus(Claim.LEASE),
                                stage.now))
                .hasSize(1);
    }

    @Test
    void whoeverAnsweredStopGetsNothingAndTheInviterLearnsWhy() {
        stage.stops.stop(EVE, stage.now);

        stage.sender.send(stage.queued(BOB, EVE));

        assertThat(stage.centre.texts).extracting(OutgoingText::to).containsExactly(BOB);
        assertThat(stage.rows())
                .filteredOn(row -> row.state() == DispatchState.FAILED)
                .singleElement()
                .extracting(DispatchRow::trouble)
                .isEqualTo(DispatchTrouble.STOPPED);
    }

    @Test
    void withdrawnWhileTheCentreIsSlowIsNotSent() {
        stage.centre.answers =
                text -> {
                    stage.now = stage.now.plusMillis(200);
                    database.inTransaction(
                            () -> stage.dispatches.cancel(stage.reference, stage.now));
                    return taken("m1");
                };

        stage.sender.send(stage.queued(BOB, EVE, ZOE));

        assertThat(stage.centre.texts).as("the one in flight").hasSize(1);
        assertThat(stage.rows())
                .extracting(DispatchRow::state)
                .containsExactlyInAnyOrder(
                        DispatchState.SENT, DispatchState.CANCELLED, DispatchState.CANCELLED);
    }

    @Test
    void whatMakesNoTextHindersNoOther() {
        List<Long> ids = new ArrayList<>(stage.queued("0612345678"));
        ids.addAll(stage.queued(BOB));

        stage.sender.send(ids);

        assertThat(stage.rows())
                .extracting(DispatchRow::state)
                .containsExactlyInAnyOrder(DispatchState.FAILED, DispatchState.SENT);
        assertThat(stage.rows()).extracting(DispatchRow::trouble).contains(DispatchTrouble.INVALID);
    }

    @Test
    void unknownIdIsAFaultAfterTheOthersAreDone() {
        List<Long> ids = new ArrayList<>(stage.queued(BOB));
        ids.add(Long.MAX_VALUE);

        assertThatIllegalArgumentException().isThrownBy(() -> stage.sender.send(ids));

        assertThat(stage.centre.texts).hasSize(1);
        assertThat(stage.row().state()).isEqualTo(DispatchState.SENT);
    }

    @Test
    void countryWhereMostAreRefusedIsHalted() {
        stage.centre.answers = text -> answer(Outcome.REFUSED, 0x0B, "invalid number (0x0B)");
        String[] numbers = new String[20];
        java.util.Arrays.fill(numbers, BOB);
        assertThat(stage.tally.isBad(stage.account, "FR", stage.now)).isFalse();

        stage.sender.send(stage.queued(numbers));

        assertThat(stage.tally.isBad(stage.account, "FR", stage.now)).isTrue();
        assertThat(stage.tally.isBad(stage.account, "BE", stage.now)).isFalse();
    }
}

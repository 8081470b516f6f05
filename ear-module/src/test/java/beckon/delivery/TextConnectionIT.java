package beckon.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import beckon.connector.text.OutgoingText;
import beckon.connector.text.TextAnswer;
import beckon.connector.text.TextAnswer.Outcome;
import beckon.connector.text.TextConnection;
import beckon.connector.text.TextConnectionFactory;
import beckon.connector.text.TextState;
import beckon.testing.BeckonIT;
import beckon.testing.Postbox;
import jakarta.annotation.Resource;
import jakarta.resource.ResourceException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server's pool of sessions with a message centre. */
class TextConnectionIT extends BeckonIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Resource(lookup = TextConnectionFactory.JNDI_NAME)
    private TextConnectionFactory connections;

    @AfterEach
    void allIsWell() {
        Postbox.behaveForTexts("ok");
    }

    private TextAnswer send(String number, String words) throws ResourceException {
        try (TextConnection connection = connections.getConnection()) {
            return connection.send(new OutgoingText(1, number, words));
        }
    }

    @Test
    void longTextArrivesJoinedAndItsFateCanBeAsked() throws Exception {
        String words = "Anna Bélanger vous invite\u00A0! ".repeat(6) + "👨‍👩‍👧‍👦";

        TextAnswer answer = send("+33600000001", words);

        assertThat(answer.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(answer.messageIds()).hasSize(3);
        assertThat(Postbox.textsTo("+33600000001")).containsExactly(words);
        try (TextConnection connection = connections.getConnection()) {
            await().atMost(PATIENCE)
                    .until(
                            () -> connection.query(answer.messageIds().get(2)),
                            report ->
                                    report.isPresent()
                                            && report.get().state() == TextState.DELIVERED);
        }
    }

    @Test
    void refusalIsAnAnswerAndTheSessionGoesOn() throws Exception {
        Postbox.behaveForTexts("reject:0x0B");
        assertThat(send("+33600000002", "no").outcome()).isEqualTo(Outcome.REFUSED);

        Postbox.behaveForTexts("ok");
        assertThat(send("+33600000002", "yes").outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(Postbox.textsTo("+33600000002")).isEqualTo(List.of("yes"));
    }

    @Test
    void sessionIsReplacedWhenTheMessageCentreIsBack() throws Exception {
        send("+33600000003", "before");
        Postbox.behaveForTexts("down");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThatExceptionOfType(ResourceException.class)
                                        .isThrownBy(() -> send("+33600000003", "lost")));

        Postbox.behaveForTexts("ok");
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> send("+33600000003", "after").outcome() == Outcome.ACCEPTED);
        assertThat(Postbox.textsTo("+33600000003")).containsExactly("after", "before");
    }
}

package beckon.connector.text.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import beckon.connector.text.TextAnswer;
import beckon.connector.text.TextAnswer.Outcome;
import beckon.connector.text.TextState;
import jakarta.resource.spi.SecurityException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions with a message centre that is not ours. */
class JsmppServerTest {

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Centre centre = new Centre();
    private SMPPServerSessionListener listener;
    private int port;

    @BeforeEach
    void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        listener = new SMPPServerSessionListener(port);
        workers.submit(
                () -> {
                    while (true) {
                        SMPPServerSession session = listener.accept();
                        session.setMessageReceiverListener(centre);
                        workers.submit(() -> greet(session));
                    }
                });
    }

    @AfterEach
    void stop() throws Exception {
        listener.close();
        workers.shutdownNow();
    }

    private static Object greet(SMPPServerSession session) throws Exception {
        BindRequest bind = session.waitForBind(5_000);
        if (bind.getPassword().equals("secret")) {
            bind.accept("centre");
        } else {
            bind.reject(SMPPConstant.STAT_ESME_RINVPASWD);
        }
        return null;
    }

    private SmppSession open() throws Exception {
        return SmppSession.open(TextFixtures.settings(port), new ReportInbox());
    }

    @Test
    void textsAndQueriesAreUnderstood() throws Exception {
        try (SmppSession session = open()) {
            List<TextAnswer> answers = session.send(TextFixtures.texts(100));

            assertThat(answers).allMatch(answer -> answer.outcome() == Outcome.ACCEPTED);
            assertThat(centre.texts).hasSize(100);
            assertThat(session.query(answers.get(0).messageIds().get(0)))
                    .map(report -> report.state())
                    .isEqualTo(Optional.of(TextState.EXPIRED));
        }
    }

    @Test
    void refusalIsUnderstood() throws Exception {
        centre.status = SMPPConstant.STAT_ESME_RINVDSTADR;
        try (SmppSession session = open()) {
            assertThat(session.send(TextFixtures.texts(1)).get(0).outcome())
                    .isEqualTo(Outcome.REFUSED);
        }
    }

    @Test
    void wrongPasswordIsUnderstood() {
        SmppSettings wrong =
                new SmppSettings(
                        "127.0.0.1",
                        port,
                        false,
                        "beckon",
                        "wrong",
                        "",
                        "Beckon",
                        10,
                        1_000,
                        10_000,
                        30_000);

        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> SmppSession.open(wrong, new ReportInbox()))
                .withMessageContaining("invalid password");
    }

    private static final class Centre implements ServerMessageReceiverListener {

        private final List<SubmitSm> texts = new CopyOnWriteArrayList<>();
        private int status;

        @Override
        public SubmitSmResult onAcceptSubmitSm(SubmitSm text, SMPPServerSession source)
                throws ProcessRequestException {
            if (status != 0) {
                throw new ProcessRequestException("told so", status);
            }
            texts.add(text);
            try {
                MessageId id = new MessageId("id" + texts.size());
                return new SubmitSmResult(id, new OptionalParameter[0]);
            } catch (PDUStringException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source) {
            return new QuerySmResult("", MessageState.EXPIRED, (byte) 0);
        }

        @Override
        public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti multi, SMPPServerSession source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public BroadcastSmResult onAcceptBroadcastSm(
                BroadcastSm broadcast, SMPPServerSession source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
                QueryBroadcastSm query, SMPPServerSession source) {
            throw new UnsupportedOperationException();
        }
    }
}

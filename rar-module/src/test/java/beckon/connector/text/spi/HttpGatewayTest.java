package beckon.connector.text.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import beckon.connector.text.OutgoingText;
import beckon.connector.text.TextAnswer;
import beckon.connector.text.TextAnswer.Outcome;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpGatewayTest {

    private static final List<String> NAMES =
            List.of("Username", "Password", "From", "To", "Coding", "DLR-Mask", "DLR-Url");

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<Map<String, String>> forms = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Behaviour behaviour = exchange -> reply(exchange, 202, "0: Accepted for delivery");

    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/cgi-bin/sendsms", this::take);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> form = new TreeMap<>();
        for (String name : NAMES) {
            String value = exchange.getRequestHeaders().getFirst("X-Kannel-" + name);
            if (value != null) {
                form.put(name, value);
            }
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        form.put("text", new String(body, StandardCharsets.UTF_8));
        form.put("type", exchange.getRequestHeaders().getFirst("Content-Type"));
        forms.add(form);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        behaviour.answer(exchange);
    }

    private static void reply(HttpExchange exchange, int status, String words) throws IOException {
        byte[] body = words.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private HttpGateway gateway(int port, String receiptUrl) {
        return gateway(port, receiptUrl, 10_000);
    }

    private static HttpGateway gateway(int port, String receiptUrl, int timeout) {
        HttpSettings settings =
                new HttpSettings(
                        URI.create("http://127.0.0.1:" + port + "/cgi-bin/sendsms"),
                        "anna",
                        "s&cret=",
                        "Beckon",
                        receiptUrl,
                        4,
                        timeout);
        assertThat(settings.toString()).doesNotContain("s&cret=");
        return new HttpGateway(
                settings, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    private HttpGateway gateway() {
        return gateway(server.getAddress().getPort(), "");
    }

    private TextAnswer send(OutgoingText text) {
        return gateway().send(List.of(text)).get(0);
    }

    @Test
    void textIsPostedAsItsGatewayWantsIt() {
        TextAnswer answer = send(TextFixtures.text("Ça va? 5 > 4 & 100 %"));

        assertThat(answer)
                .isEqualTo(
                        new TextAnswer(
                                Outcome.ACCEPTED,
                                202,
                                "0: Accepted for delivery",
                                List.of("70000")));
        assertThat(requests).containsExactly("POST /cgi-bin/sendsms");
        assertThat(forms)
                .containsExactly(
                        Map.of(
                                "Username", "anna",
                                "Password", "s&cret=",
                                "From", "Beckon",
                                "To", "+33612345678",
                                "text", "Ça va? 5 > 4 & 100 %",
                                "type", "text/plain; charset=UTF-8",
                                "Coding", "0"));
    }

    @Test
    void emojiTravelInTheWideEncoding() {
        send(TextFixtures.text("👨‍👩‍👧‍👦"));

        assertThat(forms.get(0)).containsEntry("Coding", "2").containsEntry("text", "👨‍👩‍👧‍👦");
    }

    @Test
    void whatIsNotWantedAnyMoreIsNotPosted() {
        List<TextAnswer> answers =
                gateway().send(TextFixtures.texts(10), text -> text.reference() % 3 > 0);

        assertThat(answers).filteredOn(answer -> answer.outcome() == Outcome.LATER).hasSize(4);
        assertThat(answers.get(3).outcome()).isEqualTo(Outcome.LATER);
        assertThat(requests).hasSize(6);
    }

    @Test
    void gatewaySaysInItsReceiptWhatWeHaveAskedItToSay() {
        gateway(server.getAddress().getPort(), "http://10.0.0.1/text/receipt/{reference}?type=%d")
                .send(List.of(new OutgoingText(7, TextFixtures.PHONE, "Hello", "7-sealed")));

        assertThat(forms.get(0))
                .containsEntry("DLR-Url", "http://10.0.0.1/text/receipt/7-sealed?type=%d");
    }

    @Test
    void gatewayIsToldWhereToReport() {
        String url = "https://beckon.example/text?reference={reference}&state=%d";

        gateway(server.getAddress().getPort(), url).send(List.of(TextFixtures.text()));

        assertThat(forms.get(0))
                .containsEntry("DLR-Mask", "31")
                .containsEntry("DLR-Url", "https://beckon.example/text?reference=70000&state=%d");
    }

    @Test
    void idOfANewerGatewayIsKept() {
        behaviour = exchange -> reply(exchange, 202, "0: Accepted for delivery: 7f0c-11ee\n");

        assertThat(send(TextFixtures.text()).messageIds()).containsExactly("7f0c-11ee");
    }

    @Test
    void manyTextsAreAnsweredInTheirOrder() {
        behaviour =
                exchange -> {
                    boolean bad = forms.get(forms.size() - 1).get("text").equals("Text 7");
                    reply(exchange, bad ? 400 : 202, "so it is");
                };
        HttpGateway gateway = gateway();
        List<TextAnswer> answers = gateway.send(TextFixtures.texts(21));

        assertThat(answers).hasSize(21);
        assertThat(answers.stream().filter(answer -> answer.outcome() == Outcome.ACCEPTED))
                .hasSizeGreaterThan(10);
        assertThat(gateway.isBroken()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "200, ACCEPTED",
        "202, ACCEPTED",
        "400, REFUSED",
        "403, LATER",
        "404, LATER",
        "429, LATER",
        "500, LATER",
        "503, LATER",
        "302, LATER"
    })
    void statusIsUnderstood(int status, Outcome outcome) {
        behaviour = exchange -> reply(exchange, status, "so\nit is");

        TextAnswer answer = send(TextFixtures.text());

        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.code()).isEqualTo(status);
        assertThat(answer.words()).isEqualTo("so it is");
    }

    @Test
    void gatewayThatHasEnoughIsLeftInPeace() {
        behaviour = exchange -> reply(exchange, 503, "Temporal failure, try again later.");

        List<TextAnswer> answers = gateway().send(TextFixtures.texts(20));

        assertThat(answers).hasSize(20).allMatch(answer -> answer.outcome() == Outcome.LATER);
        assertThat(forms).hasSize(4);
    }

    @Test
    void textWithoutAnAnswerMayHaveBeenTaken() {
        behaviour = exchange -> {};
        HttpGateway gateway = gateway(server.getAddress().getPort(), "", 1_000);

        List<TextAnswer> answers = gateway.send(TextFixtures.texts(6));

        assertThat(answers.subList(0, 4))
                .allMatch(answer -> answer.outcome() == Outcome.UNKNOWN)
                .allMatch(answer -> answer.words().equals("no answer in time"));
        assertThat(answers.subList(4, 6))
                .as("surely not sent")
                .allMatch(answer -> answer.outcome() == Outcome.UNREACHABLE);
        assertThat(gateway.isBroken()).isTrue();
    }

    @Test
    void brokenConnectionIsNotRepeatedByTheClient() {
        behaviour = HttpExchange::close;

        assertThat(send(TextFixtures.text()).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(forms).hasSize(1);
    }

    @Test
    void nobodyThereIsUnreachable() {
        int port = server.getAddress().getPort();
        server.stop(0);

        List<TextAnswer> answers = gateway(port, "").send(TextFixtures.texts(6));

        assertThat(answers).allMatch(answer -> answer.outcome() == Outcome.UNREACHABLE);
    }

    @Test
    void whatIsNoNumberInE164IsRefusedBeforeAnythingIsSent() {
        List<OutgoingText> texts =
                List.of(TextFixtures.text(), new OutgoingText(1, "0612345678", "Hello"));

        assertThatIllegalArgumentException().isThrownBy(() -> gateway().send(texts));
        assertThat(forms).isEmpty();
    }

    @Test
    void suchGatewaysCannotBeAsked() {
        assertThat(gateway().query("70000")).isEmpty();
    }
}

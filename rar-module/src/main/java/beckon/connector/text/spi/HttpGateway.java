package beckon.connector.text.spi;

import beckon.connector.text.DeliveryReport;
import beckon.connector.text.OutgoingText;
import beckon.connector.text.Segments;
import beckon.connector.text.TextAnswer;
import beckon.connector.text.TextAnswer.Outcome;
import beckon.connector.text.TextEncoding;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A gateway that takes a request for each text, as Kannel's sendsms does, and cuts long ones
 * itself.
 *
 * <p>Posted, never got: a GET stands in access logs with its password, and the client itself sends
 * it again when the connection breaks.
 */
final class HttpGateway implements TextSession {

    private static final int ALL_REPORTS = 31;
    private static final int TOO_MANY = 429;

    /** Milliseconds after which the client forgets a request that we have given up. */
    private static final int CLEARING = 1_000;

    /** {@code 0: Accepted for delivery}, and newer ones add the id. */
    private static final Pattern WITH_ID = Pattern.compile("\\d+: [^:]+: (\\S+)\\s*");

    private final HttpSettings settings;
    private final HttpClient client;
    private boolean broken;

    HttpGateway(HttpSettings settings, HttpClient client) {
        this.settings = settings;
        this.client = client;
    }

    @Override
    public List<TextAnswer> send(List<OutgoingText> texts, Predicate<OutgoingText> isWanted) {
        List<HttpRequest> requests = texts.stream().map(this::request).toList();
        List<TextAnswer> answers = new ArrayList<>(texts.size());
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.responseTimeout());
        TextAnswer trouble = null;
        while (answers.size() < texts.size()) {
            int begin = answers.size();
            if (trouble == null && System.nanoTime() - end >= 0) {
                trouble = new TextAnswer(Outcome.LATER, 0, "the gateway was too slow", List.of());
            }
            if (trouble != null) {
                answers.add(trouble);
                continue;
            }
            int next = begin;
            int most = Math.min(begin + settings.window(), texts.size());
            while (next < most && isWanted.test(texts.get(next))) {
                next++;
            }
            if (next == begin) {
                answers.add(new TextAnswer(Outcome.LATER, 0, "withdrawn", List.of()));
                continue;
            }
            answers.addAll(together(texts.subList(begin, next), requests.subList(begin, next)));
            trouble = endOf(answers.subList(begin, next));
        }
        return answers;
    }

    /** What keeps the rest from being tried. */
    private TextAnswer endOf(List<TextAnswer> answers) {
        for (TextAnswer answer : answers) {
            boolean lost =
                    answer.outcome() == Outcome.UNREACHABLE || answer.outcome() == Outcome.UNKNOWN;
            if (lost) {
                broken = true;
                return new TextAnswer(Outcome.UNREACHABLE, 0, answer.words(), List.of());
            }
            if (isTooFast(answer.code())) {
                return answer;
            }
        }
        return null;
    }

    private static boolean isTooFast(int status) {
        return status == TOO_MANY || status == 503;
    }

    private List<TextAnswer> together(List<OutgoingText> texts, List<HttpRequest> requests) {
        List<CompletableFuture<TextAnswer>> answers = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            String ours = String.valueOf(texts.get(i).reference());
            answers.add(
                    client.sendAsync(requests.get(i), BodyHandlers.ofString())
                            .orTimeout(settings.responseTimeout(), TimeUnit.MILLISECONDS)
                            .handle((response, failure) -> answer(response, failure, ours)));
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private HttpRequest request(OutgoingText text) {
        SmppAddress.ofPhone(text.to());
        boolean wide = Segments.of(text.text()).encoding() == TextEncoding.UCS_2;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(settings.url())
                        .timeout(Duration.ofMillis(settings.responseTimeout() + CLEARING))
                        .header("X-Kannel-Username", settings.user())
                        .header("X-Kannel-Password", settings.password())
                        .header("X-Kannel-From", settings.from())
                        .header("X-Kannel-To", text.to())
                        .header("X-Kannel-Coding", wide ? "2" : "0")
                        .header("Content-Type", "text/plain; charset=UTF-8")
                        .POST(BodyPublishers.ofString(text.text()));
        if (!settings.receiptUrl().isEmpty()) {
            request.header("X-Kannel-DLR-Mask", String.valueOf(ALL_REPORTS))
                    .header(
                            "X-Kannel-DLR-Url",
                            settings.receiptUrl().replace("{reference}", text.receipt()));
        }
        return request.build();
    }

    private static TextAnswer answer(
            HttpResponse<String> response, Throwable failure, String ours) {
        if (failure != null) {
            return trouble(failure);
        }
        int status = response.statusCode();
        String words = Trouble.oneLine(response.body());
        if (status >= 200 && status < 300) {
            Matcher named = WITH_ID.matcher(response.body());
            String id = named.matches() ? named.group(1) : ours;
            return new TextAnswer(Outcome.ACCEPTED, status, words, List.of(id));
        }
        boolean never = status == 400 || status == 413 || status == 422;
        return new TextAnswer(never ? Outcome.REFUSED : Outcome.LATER, status, words, List.of());
    }

    private static TextAnswer trouble(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        boolean neverLeft =
                cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
        return new TextAnswer(
                neverLeft ? Outcome.UNREACHABLE : Outcome.UNKNOWN,
                0,
                Trouble.words(cause),
                List.of());
    }

    /** Such gateways cannot be asked. */
    @Override
    public Optional<DeliveryReport> query(String messageId) {
        return Optional.empty();
    }

    @Override
    public boolean isAlive() {
        return !broken;
    }

    @Override
    public boolean isBroken() {
        return broken;
    }

    @Override
    public String userName() {
        return settings.user();
    }

    @Override
    public void close() {
        // the client closes its connections when they have been idle
    }
}

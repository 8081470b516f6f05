package beckon.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;

/**
 * The operator's commands, said to the server that runs on the same data folder.
 *
 * <p>They are let in by a key that lies in that folder, readable for the server's own user.
 */
public final class Operator {

    private static final String USAGE =
            """
            beckon                              starts the server
            beckon account add [note]           prints a one-time link that sets up one more account
            beckon account list                 lists all accounts, and the links that are still open
            beckon account edition <id> <FREE|PRO|PRO_PLUS> [seats]
                                                what an account has subscribed to
            beckon account close <id> <name>    closes an account for good
            beckon restored                     holds what was not sent yet, after a restore
            """;

    private final Environment environment;

    private Operator(Environment environment) {
        this.environment = environment;
    }

    /** Carries out one command; exits with 1 if it could not. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        try {
            System.out.print(new Operator(Environment.ofProcess()).carryOut(List.of(arguments)));
        } catch (StartException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private String carryOut(List<String> words) throws IOException, InterruptedException {
        var command = String.join(" ", words.subList(0, Math.min(2, words.size())));
        var rest = words.subList(Math.min(2, words.size()), words.size());
        if (command.equals("account list") && rest.isEmpty()) {
            return send(request("/operator/accounts").GET());
        }
        if (command.equals("account add")) {
            return send(post("/operator/accounts", "label", String.join(" ", rest)));
        }
        if (command.equals("account edition") && (rest.size() == 2 || rest.size() == 3)) {
            return send(
                    post(
                            "/operator/accounts/edition",
                            "account",
                            rest.get(0),
                            "edition",
                            rest.get(1),
                            "seats",
                            rest.size() == 3 ? rest.get(2) : "0"));
        }
        if (command.equals("account close") && rest.size() == 2) {
            return send(
                    post("/operator/accounts/close", "account", rest.get(0), "name", rest.get(1)));
        }
        throw new StartException(USAGE.stripTrailing());
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer;
        try {
            answer =
                    HttpClient.newHttpClient()
                            .send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StartException(
                    "No Beckon answers at " + environment.localUrl() + ". Is it running?");
        }
        if (answer.statusCode() == 404) {
            throw new StartException(
                    "Not done: there is no such open account, or a word is wrong, or more seats are"
                            + " assigned, or BECKON_DATA_DIR is another server’s.");
        }
        if (answer.statusCode() != 200) {
            throw new StartException("Not done: the server answered " + answer.statusCode() + ".");
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(environment.localUrl() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key());
    }

    private HttpRequest.Builder post(String path, String... fields) {
        var body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private String key() {
        var file = environment.dataDir().resolve("operator.key");
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            throw new StartException(
                    "There is no " + file + ": start Beckon on this BECKON_DATA_DIR first.");
        } catch (IOException e) {
            throw new StartException(file + " cannot be read; it is for the server’s user only.");
        }
    }
}

package beckon.api;

import beckon.testing.Http.Answer;
import beckon.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser's cookies and forms without the browser; redirects are not followed. */
final class PageSession {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]*? value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    Answer get(String path, String... headers) {
        return send(HttpRequest.newBuilder(TestServer.at(path)).GET(), headers);
    }

    Answer post(String path, Map<String, String> fields, String... headers) {
        String form =
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(TestServer.at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)),
                headers);
    }

    /** Sends octets, as a script of ours does. */
    Answer post(String path, byte[] octets, String... headers) {
        return send(
                HttpRequest.newBuilder(TestServer.at(path))
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(octets)),
                headers);
    }

    /** The fields that a page's form sends by itself, the view state among them. */
    static Map<String, String> hidden(Answer page, String form) {
        String body = page.body();
        int start = body.indexOf("<form id=\"" + form + "\"");
        if (start < 0) {
            throw new AssertionError("no form " + form + " in " + body);
        }
        Matcher matcher = HIDDEN.matcher(body.substring(start, body.indexOf("</form>", start)));
        Map<String, String> fields = new TreeMap<>();
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        return fields;
    }

    /** Fills the sign-in form and sends it. */
    Answer signIn(String email, String password, String... headers) {
        Map<String, String> fields = hidden(get("/signin"), "signin-form");
        fields.put("signin-email", email);
        fields.put("signin-password", password);
        fields.put("signin-send", "x");
        return post("/signin", fields, headers);
    }

    /** The value of the session's cookie; empty if there is none. */
    String sessionId() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().endsWith("beckon"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Comes back as a browser that holds this session id. */
    static PageSession with(String sessionId) {
        var session = new PageSession();
        var cookie = new HttpCookie("beckon", sessionId);
        cookie.setPath("/");
        cookie.setVersion(0);
        session.cookies.getCookieStore().add(TestServer.at("/"), cookie);
        return session;
    }

    private Answer send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer =
                    client.send(
                            request.timeout(Duration.ofSeconds(60)).build(),
                            BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static List<String> all(Answer answer, String header) {
        return answer.headers().allValues(header);
    }
}

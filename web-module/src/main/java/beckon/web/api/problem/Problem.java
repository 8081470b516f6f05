package beckon.web.api.problem;

import beckon.shared.RefusalException;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * One "no" of the API: what kind, which status, what to say.
 *
 * @param name the last part of the type; programs rely on it
 * @param status of the HTTP answer
 * @param key of the words; where there are none, the status has some
 * @param arguments what the placeholders of the words stand for; one of them may be null
 * @param retryAfter seconds until it makes sense to try again; 0: not said
 * @param faults what is wrong with which part of the request
 */
public record Problem(
        String name,
        int status,
        String key,
        List<Object> arguments,
        int retryAfter,
        List<Fault> faults) {
    /** The media type of problem details. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE = "urn:beckon:problem:";
    private static final int SECONDS_TO_HEAL = 5;
    private static final JsonProvider JSON = JsonProvider.provider();

    public Problem {
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
        faults = List.copyOf(faults);
    }

    /** A problem whose words stand under {@code api.detail.<name>}. */
    public static Problem of(String name, int status, Object... arguments) {
        return new Problem(name, status, "api.detail." + name, List.of(arguments), 0, List.of());
    }

    /** The problem that a bare status stands for. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> of("unauthenticated", status);
            case 403 -> of("forbidden", status);
            case 404 -> of("not-found", status);
            case 405 -> of("method-not-allowed", status);
            case 406 -> of("not-acceptable", status);
            case 413 -> of("too-large", status);
            case 415 -> of("unsupported-media-type", status);
            case 503 -> of("unavailable", status);
            default -> status < 500 ? of("bad-request", 400) : of("failure", 500, "");
        };
    }

    /** Something that we need is away, and is expected back at once. */
    public static Problem unavailable() {
        return of("unavailable", 503).retryAfter(SECONDS_TO_HEAL);
    }

    /** A request that was understood but is not one of ours. */
    public static Problem invalid(List<Fault> faults) {
        return new Problem(
                "invalid-request", 422, "api.detail.invalid-request", List.of(), 0, faults);
    }

    /** What the business refused. */
    public static Problem of(RefusalException refusal) {
        return new Problem(
                refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                RefusalStatus.of(refusal.reason()),
                refusal.reason().messageKey(),
                Arrays.asList(refusal.arguments()),
                RefusalStatus.retryAfter(refusal),
                List.of());
    }

    /** The same, with a hint when to try again. */
    public Problem retryAfter(int seconds) {
        return new Problem(name, status, key, arguments, seconds, faults);
    }

    /** As the answer of a resource. */
    public Response response(HttpHeaders headers) {
        Words words = Words.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Response.ResponseBuilder response =
                Response.status(status)
                        .entity(json(words).getBytes(StandardCharsets.UTF_8))
                        .type(MEDIA_TYPE)
                        .language(words.locale())
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (retryAfter > 0) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"beckon\"");
        }
        return response.build();
    }

    /** As the answer where no resource has been reached. */
    public void write(HttpServletRequest request, HttpServletResponse response) {
        Words words = Words.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        byte[] body = json(words).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, words.locale().toLanguageTag());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (retryAfter > 0) {
            response.setIntHeader(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"beckon\"");
        }
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kind of problem, in words. */
    public String title(Words words) {
        return words.get("api.title." + status);
    }

    /** What happened, in words. */
    public String detail(Words words) {
        return words.find(key, arguments.toArray()).orElseGet(() -> title(words));
    }

    private String json(Words words) {
        JsonObjectBuilder json =
                JSON.createObjectBuilder()
                        .add("type", TYPE + name)
                        .add("title", title(words))
                        .add("status", status)
                        .add("detail", detail(words));
        if (!faults.isEmpty()) {
            JsonArrayBuilder errors = JSON.createArrayBuilder();
            for (Fault fault : faults) {
                errors.add(
                        JSON.createObjectBuilder()
                                .add("pointer", fault.pointer())
                                .add("detail", fault.in(words)));
            }
            json.add("errors", errors);
        }
        return json.build().toString();
    }
}

package beckon.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The REST API, as somebody who is signed in to it. */
public final class Api {
    private static final Map<String, Api> SIGNED_IN = new ConcurrentHashMap<>();

    private final String token;

    private Api(String token) {
        this.token = token;
    }

    /** One of the demo company's people. */
    public static Api as(String email) {
        return SIGNED_IN.computeIfAbsent(email, Api::signIn);
    }

    private static Api signIn(String email) {
        String body =
                Json.createObjectBuilder()
                        .add("email", email)
                        .add("password", TestServer.password())
                        .build()
                        .toString();
        var answer = Http.send("POST", "/api/v1/tokens", body, "Content-Type", "application/json");
        if (answer.status() >= 300) {
            throw new AssertionError("sign-in of " + email + ": " + answer);
        }
        return new Api(answer.object().getString("token"));
    }

    public Http.Answer get(String path) {
        return Http.get("/api/v1" + path, "Authorization", "Bearer " + token);
    }

    public Http.Answer post(String path, String json) {
        return Http.send(
                "POST",
                "/api/v1" + path,
                json,
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
    }

    /** Any request; header fields beyond the token and JSON's take their place. */
    public Http.Answer send(String method, String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        if (body != null && !List.of(headers).contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        all.addAll(List.of(headers));
        return Http.send(method, "/api/v1" + path, body, all.toArray(String[]::new));
    }

    /** Invites and answers the results, one object per recipient. */
    public List<JsonObject> invite(String... emails) {
        var answer = post("/invitations", invitation("AUTOMATIC", emails));
        if (answer.status() != 200) {
            throw new AssertionError("inviting: " + answer);
        }
        return answer.object().getJsonArray("results").getValuesAs(JsonObject.class);
    }

    /** The body of a request to invite. */
    public static String invitation(String inviteAs, String... emails) {
        return Json.createObjectBuilder()
                .add("emails", Json.createArrayBuilder(List.of(emails)))
                .add("inviteAs", inviteAs)
                .build()
                .toString();
    }

    /** Invites somebody and answers the mail that they get. */
    public Mail inviteAndAwaitMail(String email) {
        invite(email);
        return Postbox.untilMailArrives(email);
    }
}

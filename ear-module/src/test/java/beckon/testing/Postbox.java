package beckon.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;

/** The development server's postbox, where every mail of the tests arrives. */
public final class Postbox {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Postbox() {}

    /** The mails to an address, the newest first. */
    public static List<Mail> mailsTo(String address) {
        return Http.get("/postbox/api/messages?to=" + URLEncoder.encode(address, UTF_8))
                .array()
                .getValuesAs(JsonObject.class)
                .stream()
                .map(Postbox::mail)
                .toList();
    }

    /** The only mail to an address, once it is there. */
    public static Mail untilMailArrives(String address) {
        return untilMailsArrive(address, 1).get(0);
    }

    /** All mails to an address, the newest first, once there are that many. */
    public static List<Mail> untilMailsArrive(String address, int count) {
        return await("mail to " + address)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> mailsTo(address), mails -> mails.size() >= count);
    }

    /**
     * Lets the mail server behave: {@code ok}, {@code down}, {@code slow:MS}, {@code reject:CODE}.
     */
    public static void behave(String smtp) {
        Http.put("/postbox/api/behaviour", "{\"smtp\": \"" + smtp + "\"}");
    }

    /** Lets the message centre behave in the same words. */
    public static void behaveForTexts(String smpp) {
        Http.put("/postbox/api/behaviour", "{\"smpp\": \"" + smpp + "\"}");
    }

    /** Sends a text from a phone to us, as the message centre does. */
    public static void answerByText(String number, String words) {
        String json = "{\"from\": \"" + number + "\", \"text\": \"" + words + "\"}";
        await().atMost(PATIENCE)
                .until(
                        () ->
                                Http.send(
                                                        "POST",
                                                        "/postbox/api/texts",
                                                        json,
                                                        "Content-Type",
                                                        "application/json")
                                                .status()
                                        == 204);
    }

    /** The texts to a number, as its phone shows them, the newest first. */
    public static List<String> textsTo(String number) {
        return Http.get("/postbox/api/messages?to=" + URLEncoder.encode(number, UTF_8))
                .array()
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(message -> message.getString("channel").equals("TEXT"))
                .map(message -> message.getString("text"))
                .toList();
    }

    /** The texts to a number, the newest first, once there is one. */
    public static List<String> untilTextArrives(String number) {
        return await("text to " + number)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> textsTo(number), texts -> !texts.isEmpty());
    }

    private static Mail mail(JsonObject json) {
        return new Mail(
                json.get("id").toString(),
                json.getString("from", ""),
                json.getString("to"),
                json.getString("subject", ""),
                json.getString("text", ""),
                json.getString("html", ""));
    }
}

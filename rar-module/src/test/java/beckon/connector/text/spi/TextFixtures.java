package beckon.connector.text.spi;

import beckon.connector.text.OutgoingText;
import java.util.List;
import java.util.stream.IntStream;

/** Texts and settings for tests. */
final class TextFixtures {

    static final String PHONE = "+33612345678";
    static final int WINDOW = 10;

    private TextFixtures() {}

    static OutgoingText text() {
        return text("Hello");
    }

    static OutgoingText text(String words) {
        return new OutgoingText(70_000, PHONE, words);
    }

    static List<OutgoingText> texts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new OutgoingText(i, PHONE, "Text " + i))
                .toList();
    }

    static SmppSettings settings(int port) {
        return settings(port, 10_000, 30_000);
    }

    /** For message centres that do not answer. */
    static SmppSettings impatient(int port) {
        return settings(port, 500, 30_000);
    }

    static SmppSettings settings(int port, int responseTimeout, int enquireInterval) {
        return settings("127.0.0.1", port, false, responseTimeout, enquireInterval);
    }

    static SmppSettings settings(
            String host, int port, boolean encrypted, int responseTimeout, int enquireInterval) {
        return new SmppSettings(
                host,
                port,
                encrypted,
                "beckon",
                "secret",
                "",
                "Beckon",
                WINDOW,
                1_000,
                responseTimeout,
                enquireInterval);
    }
}

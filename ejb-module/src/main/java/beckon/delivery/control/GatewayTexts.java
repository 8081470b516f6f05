package beckon.delivery.control;

import beckon.connector.text.IncomingText;
import beckon.shared.Settings;
import beckon.shared.TokenHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.List;

/** Takes what people have sent to a gateway, from the one that knows our key. */
@ApplicationScoped
public class GatewayTexts {

    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_TEXT = 2_000;

    private Settings settings;
    private IncomingTexts texts;

    protected GatewayTexts() {}

    @Inject
    public GatewayTexts(Settings settings, IncomingTexts texts) {
        this.settings = settings;
        this.texts = texts;
    }

    /** False if the key is not ours; nothing has changed then. */
    public boolean take(String key, String from, String text) {
        boolean ours = settings.incomingKey().filter(known -> isSame(known, key)).isPresent();
        if (ours) {
            texts.take(List.of(new IncomingText(number(from), first(text, LONGEST_TEXT))));
        }
        return ours;
    }

    /** In a time that tells nothing of where they differ. */
    private static boolean isSame(String known, String key) {
        return MessageDigest.isEqual(TokenHash.of(known), TokenHash.of(key));
    }

    /** A plus that was not escaped arrives as a blank. */
    private static String number(String from) {
        String figures = from.strip().replaceAll("[ .()-]", "");
        return figures.matches("\\+?[0-9]{7,15}") ? first(figures, LONGEST_NUMBER) : "";
    }

    private static String first(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}

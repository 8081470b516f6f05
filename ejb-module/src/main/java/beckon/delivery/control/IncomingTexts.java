package beckon.delivery.control;

import beckon.connector.text.IncomingText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Heeds people who answer STOP, in the words that networks and people use, or START. */
@ApplicationScoped
public class IncomingTexts {

    private static final Logger LOGGER = System.getLogger(IncomingTexts.class.getName());
    private static final Pattern NO_LETTERS = Pattern.compile("[^A-Z]+");

    /** Mean it at the beginning of whatever follows; better one too many than one too few. */
    private static final Set<String> STOPS = Set.of("STOP", "STOPALL", "ARRET", "ARRETER");

    /** Mean it alone. */
    private static final Set<String> ENDS =
            Set.of("UNSUBSCRIBE", "CANCEL", "END", "QUIT", "DESABONNER", "FIN");

    private static final Set<String> STARTS = Set.of("START", "UNSTOP");

    private StopList stops;
    private Clock clock;

    protected IncomingTexts() {}

    @Inject
    public IncomingTexts(StopList stops, Clock clock) {
        this.stops = stops;
        this.clock = clock;
    }

    /** Takes what people have sent to us; what is no such word is nobody's business. */
    @Transactional(TxType.REQUIRES_NEW)
    public void take(List<IncomingText> texts) {
        for (IncomingText text : texts) {
            String words = words(text.text());
            String first = words.split(" ", 2)[0];
            if (text.from().isEmpty()) {
                LOGGER.log(Level.INFO, "A text came from a number that cannot be told");
            } else if (STOPS.contains(first) || ENDS.contains(words)) {
                stops.stop(text.from(), clock.instant());
                LOGGER.log(Level.INFO, "A phone has answered STOP");
            } else if (STARTS.contains(words)) {
                stops.start(text.from());
                LOGGER.log(Level.INFO, "A phone has answered START");
            }
        }
    }

    private static String words(String text) {
        String letters = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return NO_LETTERS.matcher(letters.toUpperCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}

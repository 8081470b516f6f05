package beckon.delivery.control;

import beckon.connector.text.IncomingText;
import beckon.shared.PhoneNumber;
import beckon.shared.RefusalException;
import beckon.shared.Settings;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
    private String homeCountry;
    private Clock clock;

    protected IncomingTexts() {}

    @Inject
    public IncomingTexts(StopList stops, Settings settings, Clock clock) {
        this.stops = stops;
        this.homeCountry = settings.homeCountry();
        this.clock = clock;
    }

    /** Takes what people have sent to us; what is no such word is nobody's business. */
    @Transactional(TxType.REQUIRES_NEW)
    public void take(List<IncomingText> texts) {
        for (IncomingText text : texts) {
            String words = words(text.text());
            String first = words.split(" ", 2)[0];
            if (STOPS.contains(first) || ENDS.contains(words)) {
                heed("STOP", text.from(), number -> stops.stop(number, clock.instant()));
            } else if (STARTS.contains(words)) {
                heed("START", text.from(), stops::start);
            }
        }
    }

    private void heed(String word, String from, Consumer<String> act) {
        Optional<String> number = number(from);
        number.ifPresent(act);
        LOGGER.log(
                Level.INFO,
                number.isPresent()
                        ? "A phone has answered " + word
                        : "A phone whose number cannot be told has answered " + word);
    }

    /** Figures without a country are those of home, or else begin with a country code. */
    private Optional<String> number(String from) {
        return from.isEmpty()
                ? Optional.empty()
                : parsed(from)
                        .or(() -> from.startsWith("+") ? Optional.of(from) : parsed("+" + from));
    }

    private Optional<String> parsed(String figures) {
        try {
            return Optional.of(PhoneNumber.parse(figures, homeCountry).e164());
        } catch (RefusalException e) {
            return Optional.empty(); // no number that is texted
        }
    }

    private static String words(String text) {
        String letters = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return NO_LETTERS.matcher(letters.toUpperCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}

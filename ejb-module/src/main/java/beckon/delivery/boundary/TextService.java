package beckon.delivery.boundary;

import beckon.delivery.control.StopList;
import beckon.delivery.control.TextTally;
import beckon.delivery.control.TextWriter;
import beckon.delivery.entity.TextMeasure;
import beckon.shared.Settings;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The inner door to what is peculiar to texts; they are handed over to {@link DeliveryService} like
 * mails.
 *
 * <p>In the words of an invitation {@code {link}} stands for its link.
 */
@Stateless
@PermitAll
public class TextService {

    @Inject private TextWriter texts;
    @Inject private StopList stops;
    @Inject private TextTally tally;
    @Inject private Settings settings;
    @Inject private Clock clock;

    /** Whether there is anything by which texts could be sent. */
    public boolean isAvailable() {
        return settings.sendsTexts();
    }

    /**
     * How long an invitation with these words will be.
     *
     * @throws IllegalArgumentException if it is longer than any text can be
     */
    public TextMeasure measure(String words) {
        return texts.measure(words, false);
    }

    /**
     * The same, with the link of an attachment after them if there is one.
     *
     * @throws IllegalArgumentException if it is longer than any text can be
     */
    public TextMeasure measure(String words, boolean withFile) {
        return texts.measure(words, withFile);
    }

    /** An invitation as its recipient will read it, as long as that, with links to nothing. */
    public String preview(String words, boolean withFile) {
        return texts.preview(words, withFile);
    }

    /**
     * Those of the numbers, in E.164, that have answered STOP and get no texts from this server.
     */
    public Set<String> listStopped(Collection<String> numbers) {
        return stops.listStopped(numbers);
    }

    /**
     * Whether an account had better send no texts to a country for now: most of those that it sent
     * there within the last hour came to nothing.
     */
    public boolean isHalted(long accountId, String country) {
        return tally.isBad(accountId, country, clock.instant());
    }

    /** The countries for which {@link #isHalted} says so, as ISO 3166 codes. */
    public List<String> listHalted(long accountId) {
        return tally.listBad(accountId, clock.instant());
    }
}

package beckon.getapp.control;

import beckon.shared.PhoneNumber;
import beckon.shared.Settings;
import beckon.shared.TokenHash;
import beckon.shared.persistence.RateLimitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many texts may go where, for whom, and when it takes a solved puzzle.
 *
 * <p>The limits of a minute and of a day are taken within the transaction that writes the text, so
 * that a refusal takes nothing; always in the same order, so that none waits for another in a
 * circle.
 */
@ApplicationScoped
public class AppLimits {

    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Duration HOUR = Duration.ofHours(1);
    static final Duration DAY = Duration.ofDays(1);

    static final int NUMBER_A_DAY = 3;
    static final int ADDRESS_A_DAY = 30;
    static final int PREFIX_A_DAY = 10;

    /** As many wishes an hour are granted without a puzzle. */
    static final int FREE_FOR_ADDRESS = 5;

    static final int FREE_FOR_ALL = 60;

    private static final int EASIEST = 18;
    private static final int HARDEST = 21;
    private static final String FREE = "app.all.free";
    private static final String CROWD = "app.all.crowd";

    private RateLimitRepository limits;
    private Settings settings;

    protected AppLimits() {}

    @Inject
    public AppLimits(RateLimitRepository limits, Settings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    /** Whether less than a minute has gone since the last text of this kind. */
    boolean isWithinTheMinute(Wish wish, Instant now) {
        return minutes(wish).anyMatch(bucket -> limits.findWindowEnd(bucket, now).isPresent());
    }

    /** Takes the minute of number, browser and address; false if one of them is taken. */
    boolean takeMinute(Wish wish, Instant now) {
        return minutes(wish).allMatch(bucket -> limits.take(bucket, 1, MINUTE, now, 1));
    }

    /** Takes one of each day's; the name of the first that has none left, or empty. */
    Optional<String> takeDay(Wish wish, Instant now) {
        return days(wish)
                .filter(day -> !limits.take(day.bucket(), day.limit(), DAY, now, 1))
                .map(Day::name)
                .findFirst();
    }

    /** The name of a day's limit that has none left, so that nobody works for nothing. */
    Optional<String> findExhausted(Wish wish, Instant now) {
        return days(wish)
                .filter(day -> limits.left(day.bucket(), day.limit(), now) <= 0)
                .map(Day::name)
                .findFirst();
    }

    /**
     * How hard a puzzle has to be solved for this wish; 0: none, as for the first ones of an hour.
     *
     * <p>The more is asked for beyond them, the harder: one bit each time that it doubles.
     */
    int puzzleBits(Wish wish, Instant now) {
        String address = bucket("address.free", wish.network());
        if (limits.takeForGood(address, FREE_FOR_ADDRESS, HOUR, now, 1)
                && limits.takeForGood(FREE, FREE_FOR_ALL, HOUR, now, 1)) {
            return 0;
        }
        int most = Integer.MAX_VALUE;
        limits.takeForGood(CROWD, most, HOUR, now, 1);
        int crowd = most - limits.left(CROWD, most, now);
        int doublings = 31 - Integer.numberOfLeadingZeros(1 + crowd / FREE_FOR_ALL);
        return Math.min(HARDEST, EASIEST + doublings);
    }

    /** Whether it is time to tell the audit again of a limit that has been reached. */
    boolean isNews(String limit, Wish wish, Instant now) {
        String of =
                switch (limit) {
                    case "number" -> wish.number().e164();
                    case "prefix" -> wish.number().prefix();
                    case "country", "halted", "closed" -> wish.number().country();
                    case "all", "puzzle" -> "";
                    default -> wish.network();
                };
        return limits.takeForGood(bucket("told." + limit, of), 1, HOUR, now, 1);
    }

    private static Stream<String> minutes(Wish wish) {
        Stream<String> always =
                Stream.of(
                        bucket("number.minute", wish.number().e164()),
                        bucket("address.minute", wish.network()));
        return wish.browser() == null
                ? always
                : Stream.concat(always, Stream.of(bucket("browser.minute", wish.browser())));
    }

    private Stream<Day> days(Wish wish) {
        PhoneNumber number = wish.number();
        int all = settings.appTextsPerDay();
        return Stream.of(
                new Day("number", number.e164(), NUMBER_A_DAY),
                new Day("address", wish.network(), ADDRESS_A_DAY),
                new Day("prefix", number.prefix(), PREFIX_A_DAY),
                new Day("country", number.country(), (all + 1) / 2),
                new Day("all", "", all));
    }

    private static String bucket(String limit, String of) {
        return "app." + limit + ":" + TokenHash.hex(of);
    }

    private record Day(String name, String of, int limit) {
        String bucket() {
            return AppLimits.bucket(name + ".day", of);
        }
    }
}

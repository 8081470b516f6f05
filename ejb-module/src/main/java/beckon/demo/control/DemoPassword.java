package beckon.demo.control;

import beckon.shared.PrivateFile;
import beckon.shared.Settings;
import beckon.shared.Token;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the demo's people sign in with: as set, or drawn and left where only the owner reads it. */
final class DemoPassword {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Settings settings;

    DemoPassword(Settings settings) {
        this.settings = settings;
    }

    String get() {
        return settings.demoPassword().orElseGet(this::draw);
    }

    private String draw() {
        String password =
                IntStream.range(0, 4).mapToObj(i -> part()).collect(Collectors.joining("-"));
        PrivateFile.replace(settings.dataDir().resolve("demo.password"), password);
        return password;
    }

    private static String part() {
        StringBuilder part = new StringBuilder();
        for (byte octet : Token.randomOctets(4)) {
            part.append(LETTERS.charAt(Math.floorMod(octet, LETTERS.length())));
        }
        return part.toString();
    }
}

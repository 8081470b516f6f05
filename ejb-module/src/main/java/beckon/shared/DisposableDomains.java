package beckon.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The domains where anybody gets a mailbox for some minutes, without being anybody. */
public final class DisposableDomains {
    private static final Set<String> DOMAINS = read();

    private DisposableDomains() {}

    /** Whether the domain, or one that it lies below, gives mailboxes away. */
    public static boolean contains(EmailDomain domain) {
        String key = domain.key();
        boolean known = false;
        while (!known && key.indexOf('.') > 0) {
            known = DOMAINS.contains(key);
            key = key.substring(key.indexOf('.') + 1);
        }
        return known;
    }

    private static Set<String> read() {
        try (InputStream list =
                        DisposableDomains.class.getResourceAsStream("disposable-domains.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the disposable domains", e);
        }
    }
}

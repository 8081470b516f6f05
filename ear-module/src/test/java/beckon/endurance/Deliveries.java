package beckon.endurance;

import beckon.load.SmtpSink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the mail server took, by recipient. */
final class Deliveries {

    private final Map<String, List<SmtpSink.Taken>> byRecipient = new HashMap<>();
    private final int count;

    Deliveries(List<SmtpSink.Taken> taken) {
        for (var mail : taken) {
            byRecipient.computeIfAbsent(mail.recipient(), to -> new ArrayList<>()).add(mail);
        }
        count = taken.size();
    }

    Set<String> recipients() {
        return byRecipient.keySet();
    }

    /** Those of the addresses that got nothing. */
    Set<String> missing(Collection<String> addresses) {
        var missing = new HashSet<>(addresses);
        missing.removeAll(byRecipient.keySet());
        return missing;
    }

    /** Mails beyond the first to each recipient. */
    int duplicates() {
        return count - byRecipient.size();
    }

    /** Recipients whose mails do not all have one Message-ID. */
    List<String> withSeveralMessageIds() {
        return byRecipient.entrySet().stream()
                .filter(
                        entry ->
                                entry.getValue().stream()
                                                .map(SmtpSink.Taken::messageId)
                                                .distinct()
                                                .count()
                                        > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}

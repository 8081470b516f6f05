package beckon.postbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Joins the parts of texts as a phone does, in whatever order they come. */
final class TextJoiner {

    private static final int MOST_INCOMPLETE = 10_000;

    private final Map<Key, TreeMap<Integer, TextPart>> incomplete =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<Key, TreeMap<Integer, TextPart>> eldest) {
                    return size() > MOST_INCOMPLETE;
                }
            };

    /** Takes a part; gives all of them, in order, when it was the last. */
    synchronized Optional<List<TextPart>> join(TextPart part) {
        if (part.of() <= 1) {
            return Optional.of(List.of(part));
        }
        var key = new Key(part.from(), part.to(), part.reference(), part.of());
        var parts = incomplete.computeIfAbsent(key, unknown -> new TreeMap<>());
        parts.put(part.number(), part);
        if (parts.size() < part.of()) {
            return Optional.empty();
        }
        incomplete.remove(key);
        return Optional.of(List.copyOf(parts.values()));
    }

    private record Key(String from, String to, int reference, int of) {}
}
